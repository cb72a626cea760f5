//! Finds the endpoints of services. What is asked is known before it is asked: proxies depend on it.

use std::future::Future;
use std::task::{Context, Poll, Waker};

use aws_files::regions::{GLOBAL, without_fips};
use aws_sdk_sts::config::endpoint::{DefaultResolver, Params, ResolveEndpoint};
use sandglass_core::resolve::ClientSettings;

/// The region that signs for the endpoint of no region.
const GLOBAL_SIGNS_FOR: &str = "us-east-1";

/// The configured endpoint of another service, or the one of a region: STS's, whose partition the SDK knows, with
/// the name of the service in its place.
pub(crate) fn beside_sts(name: &str, settings: &ClientSettings, region: &str) -> String {
    match &settings.endpoint_url {
        Some(url) => as_sent(&url.value),
        None => of_region(settings, region).replacen("://sts", &format!("://{name}"), 1),
    }
}

/// The configured endpoint of STS, or the one of a region, as the SDK knows it. Without a region it is the global one.
pub(crate) fn sts(settings: &ClientSettings, region: Option<&str>) -> String {
    match &settings.endpoint_url {
        Some(url) => as_sent(&url.value),
        None => of_region(settings, region.unwrap_or(GLOBAL)),
    }
}

/// The region a request is signed for. The name of a FIPS endpoint is none.
pub(crate) fn signed_for(region: &str) -> String {
    if region == GLOBAL {
        return GLOBAL_SIGNS_FOR.to_owned();
    }
    without_fips(region).unwrap_or_else(|| region.to_owned())
}

fn of_region(settings: &ClientSettings, region: &str) -> String {
    let plain = without_fips(region);
    let use_fips = settings.use_fips || plain.is_some();
    let region = plain.unwrap_or_else(|| region.to_owned()).to_ascii_lowercase();
    let params =
        Params::builder().region(&region).use_fips(use_fips).use_dual_stack(settings.use_dual_stack).build();
    let found =
        params.ok().and_then(|params| at_once(DefaultResolver::new().resolve_endpoint(&params))?.ok());
    found.map_or_else(|| format!("https://sts.{region}.amazonaws.com"), |found| found.url().to_owned())
}

/// Polls a future once: the rules of endpoints wait for nothing.
fn at_once<F: Future>(future: F) -> Option<F::Output> {
    match std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(found) => Some(found),
        Poll::Pending => None,
    }
}

/// A URL as Python sends it: with scheme and host in small letters, which exceptions of proxies and others compare, and
/// without a user, who is no part of what is signed.
fn as_sent(url: &str) -> String {
    let Some(start) = url.find("://").map(|at| at + 3) else { return url.to_owned() };
    let end = url[start..].find(['/', '?', '#']).map_or(url.len(), |at| start + at);
    let host = url[start..end].rfind('@').map_or(start, |at| start + at + 1);
    let (scheme, host) = (url[..start].to_ascii_lowercase(), url[host..end].to_ascii_lowercase());
    format!("{scheme}{host}{}", &url[end..])
}

#[cfg(test)]
mod tests {
    use sandglass_core::problem::Origin;
    use sandglass_core::resolve::Located;

    use super::*;

    #[test]
    fn a_region_is_asked_where_the_aws_cli_asks_it() {
        let of = |region: &str| (sts(&ClientSettings::default(), Some(region)), signed_for(region));
        let is = |host: &str, region: &str| (format!("https://{host}"), region.to_owned());
        assert_eq!(of("eu-west-1"), is("sts.eu-west-1.amazonaws.com", "eu-west-1"));
        assert_eq!(of("EU-WEST-1"), is("sts.eu-west-1.amazonaws.com", "EU-WEST-1"));
        assert_eq!(of("CN-north-1"), is("sts.cn-north-1.amazonaws.com.cn", "CN-north-1"));
        assert_eq!(of("fips-us-east-1"), is("sts-fips.us-east-1.amazonaws.com", "us-east-1"));
        assert_eq!(of("us-gov-west-1-fips"), is("sts.us-gov-west-1.amazonaws.com", "us-gov-west-1"));
        assert_eq!(of(GLOBAL), is("sts.amazonaws.com", "us-east-1"));
        assert_eq!(sts(&ClientSettings::default(), None), "https://sts.amazonaws.com");
        assert_eq!(
            beside_sts("oidc", &ClientSettings::default(), "EU-west-1"),
            "https://oidc.eu-west-1.amazonaws.com"
        );
    }

    #[test]
    fn a_configured_endpoint_keeps_all_but_its_user_and_the_case_of_its_host() {
        let of = |url: &str| {
            let endpoint_url = Some(Located { value: url.to_owned(), at: Origin::Call });
            sts(
                &ClientSettings { endpoint_url, use_fips: true, ..ClientSettings::default() },
                Some("eu-west-1"),
            )
        };
        assert_eq!(of("HTTPS://Ana:Pass@STS.Example.test:1/Path"), "https://sts.example.test:1/Path");
        assert_eq!((of("http://A"), of("localhost:A")), ("http://a".to_owned(), "localhost:A".to_owned()));
    }
}
