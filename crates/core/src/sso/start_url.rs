//! Start URLs of portals: which are AWS's own, and which region one names (AWS CLI 2.38, `customizations/sso/resolve.py`).

use crate::problem::{Code, Problem};

/// Hosts under these belong to AWS.
const OF_AWS: [&str; 8] = [
    "app.aws",
    "portal.amazonaws.com",
    "portal.amazonaws.com.cn",
    "app.amazonwebservices.com.cn",
    "portal.amazonaws.eu",
    "api.amazonwebservices.eu",
    "awsapps.com",
    "awsapps.cn",
];

/// These hosts belong to AWS themselves.
const HOSTS_OF_AWS: [&str; 4] = [
    "identitycenter.amazonaws.com",
    "identitycenter.amazonaws.com.cn",
    "identitycenter.amazonaws.eu",
    "identitycenter.us-gov.amazonaws.com",
];

/// Of `INSTANCE.portal.REGION.app.aws`, what stands behind the region.
const BEHIND_PORTAL: [&str; 3] = ["app.aws", "app.amazonwebservices.com.cn", "api.amazonwebservices.eu"];

/// Of `INSTANCE.REGION.portal.amazonaws.com`, what stands behind the region.
const BEHIND_REGION: [&str; 3] = ["portal.amazonaws.com", "portal.amazonaws.com.cn", "portal.amazonaws.eu"];

/// The kind of a start URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartUrl {
    /// It is the portal's own.
    Portal,
    /// It is a company's own, and leads to the portal's.
    Vanity,
}

/// Reads a start URL.
///
/// Fails where it is none that anybody signs in with.
pub fn start_url(url: &str) -> Result<StartUrl, Problem> {
    let host = host_of_https(url).ok_or_else(|| Problem::new(Code::StartUrlUnusable).with("url", url))?;
    Ok(if is_of_aws(&host) { StartUrl::Portal } else { StartUrl::Vanity })
}

/// Returns the portal that a company's own start URL led to, in its plain form, and its region: the one that its name
/// says, else the configured one.
///
/// Fails where it led to no portal of AWS.
pub fn portal_behind(url: &str, led_to: &str, configured: &str) -> Result<(String, String), Problem> {
    let stranger = || Problem::new(Code::StartUrlStranger).with("url", url).with("led_to", led_to);
    let host = host_of_https(led_to).filter(|host| is_of_aws(host)).ok_or_else(stranger)?;
    let region = region_in(&host).map_or_else(|| configured.to_owned(), str::to_owned);
    Ok((plain(led_to), region))
}

/// Without what follows the path, and without a slash at its end.
fn plain(url: &str) -> String {
    let path = &url[..url.find(['?', '#']).unwrap_or(url.len())];
    path.trim_end_matches('/').to_owned()
}

/// In small letters and without a port; none where it is no `https` address.
fn host_of_https(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.split(':').next().unwrap_or_default().trim_end_matches('.');
    let is_word =
        !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
    (scheme.eq_ignore_ascii_case("https") && is_word).then(|| host.to_ascii_lowercase())
}

fn is_of_aws(host: &str) -> bool {
    let is_under =
        |end: &&str| host.strip_suffix(*end).is_some_and(|start| start.is_empty() || start.ends_with('.'));
    HOSTS_OF_AWS.contains(&host) || OF_AWS.iter().any(is_under)
}

fn region_in(host: &str) -> Option<&str> {
    let before = |end: &&str| host.strip_suffix(*end)?.strip_suffix('.');
    let portal = BEHIND_PORTAL.iter().find_map(before).and_then(|start| {
        let (instance, region) = start.split_once(".portal.")?;
        is_word(instance).then_some(region)
    });
    let region = portal.or_else(|| {
        let (instance, region) = BEHIND_REGION.iter().find_map(before)?.split_once('.')?;
        is_word(instance).then_some(region)
    });
    region.filter(|region| is_word(region))
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && !text.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn behind(led_to: &str) -> Result<(String, String), Code> {
        portal_behind("https://sso.example.com", led_to, "eu-west-1").map_err(|problem| problem.code)
    }

    #[test]
    fn start_urls_in_use_are_portals() {
        for url in [
            "https://corp.awsapps.com/start",
            "https://corp.awsapps.com/start/#",
            "https://corp.awsapps.com/start/",
            "https://corp.awsapps.com/start#/",
            "https://CORP.awsapps.com/start",
            "https://ssoins-7223.portal.eu-west-1.app.aws",
            "https://identitycenter.amazonaws.com/ssoins-7223",
            "https://start.home.awsapps.cn/directory/corp",
            "https://start.us-gov-home.awsapps.com/directory/corp",
            "https://identitycenter.us-gov.amazonaws.com/ssoins-7223",
        ] {
            assert_eq!(start_url(url), Ok(StartUrl::Portal), "{url}");
        }
        for url in
            ["https://sso.example.com", "https://awsapps.com.example.com/start", "https://evilawsapps.com"]
        {
            assert_eq!(start_url(url), Ok(StartUrl::Vanity), "{url}");
        }
        for url in [
            "http://corp.awsapps.com/start",
            "corp.awsapps.com",
            "https://",
            "https://a@b/",
            "https:///x",
            "",
        ] {
            assert_eq!(start_url(url).map_err(|problem| problem.code), Err(Code::StartUrlUnusable), "{url}");
        }
    }

    #[test]
    fn a_vanity_url_leads_to_a_portal_and_its_region() {
        let is = |url: &str, region: &str| Ok((url.to_owned(), region.to_owned()));
        assert_eq!(
            behind("https://corp.awsapps.com/start/#"),
            is("https://corp.awsapps.com/start", "eu-west-1")
        );
        let named = "https://ssoins-1.portal.us-east-2.app.aws";
        assert_eq!(behind("https://ssoins-1.portal.us-east-2.app.aws/?x=1"), is(named, "us-east-2"));
        let named = "https://ssoins-1.us-east-2.portal.amazonaws.com";
        assert_eq!(behind(named), is(named, "us-east-2"));
        let unnamed = "https://a.b.portal.us-east-2.app.aws";
        assert_eq!(behind(unnamed), is(unnamed, "eu-west-1"));
        for stranger in
            ["https://example.com", "http://corp.awsapps.com/start", "https://app.aws.example.com"]
        {
            assert_eq!(behind(stranger), Err(Code::StartUrlStranger), "{stranger}");
        }
    }
}
