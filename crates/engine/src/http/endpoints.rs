//! Finds the endpoints of services, where no SDK of theirs does it.

use aws_sdk_sts::config::endpoint::{DefaultResolver, Params, ResolveEndpoint};
use sandglass_core::resolve::ClientSettings;

/// The configured endpoint of another service, or the one of a region: STS's, whose partition the SDK knows, with
/// the name of the service in its place.
pub(crate) async fn beside_sts(name: &str, settings: &ClientSettings, region: &str) -> String {
    if let Some(url) = &settings.endpoint_url {
        return url.value.clone();
    }
    sts_of_region(settings, region).await.replacen("://sts", &format!("://{name}"), 1)
}

/// The endpoint of STS in a region, as the SDK knows it.
pub(crate) async fn sts_of_region(settings: &ClientSettings, region: &str) -> String {
    let params = Params::builder()
        .region(region)
        .use_fips(settings.use_fips)
        .use_dual_stack(settings.use_dual_stack)
        .build();
    let found = match params {
        Ok(params) => DefaultResolver::new().resolve_endpoint(&params).await.ok(),
        Err(_) => None,
    };
    found.map_or_else(|| format!("https://sts.{region}.amazonaws.com"), |found| found.url().to_owned())
}
