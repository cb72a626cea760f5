//! The proxy to an address.

use aws_smithy_http_client::proxy::ProxyConfig;
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, percent_encode};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::{ProxyAddress, ProxySettings};

/// The proxy the client takes to `url`.
pub(super) fn to(url: &str, settings: &ProxySettings) -> Result<ProxyConfig, Problem> {
    let Some(written) = settings.to(url) else { return Ok(ProxyConfig::disabled()) };
    // The address may hold a password: the error names the scheme only.
    let scheme = if url.starts_with("http://") { "http" } else { "https" };
    ProxyConfig::all(for_client(&ProxyAddress::read(written)))
        .map_err(|_| Problem::new(Code::InvalidProxy).with("scheme", scheme))
}

/// The client ends the password at the first `@`, so every sign of it is escaped.
fn for_client(address: &ProxyAddress) -> String {
    let escaped = |text: &str| {
        let bytes: Vec<u8> = percent_decode_str(text).collect();
        percent_encode(&bytes, NON_ALPHANUMERIC).to_string()
    };
    match (&address.user, address.url.split_once("://")) {
        (Some((user, password)), Some((scheme, rest))) => {
            format!("{scheme}://{}:{}@{rest}", escaped(user), escaped(password))
        }
        _ => address.url.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_password_reaches_the_client_whole() {
        let of = |written| for_client(&ProxyAddress::read(written));
        assert_eq!(of("http://ana:p@ss@p:1"), "http://ana:p%40ss@p:1");
        assert_eq!(of("ana:p%40s%2Fs:%zz@p:1"), "http://ana:p%40s%2Fs%3A%25zz@p:1");
        assert_eq!(of("http://ana@p:1"), "http://p:1");
    }

    #[test]
    fn a_bad_address_is_refused_without_showing_it() {
        let https = Some("http://user:canary@[bad".to_owned());
        let settings = ProxySettings { https, ..ProxySettings::default() };
        let problem = to("https://x", &settings).map(|_| ()).expect_err("refused");
        assert_eq!(problem.code, Code::InvalidProxy);
        assert!(!format!("{problem:?}").contains("canary"));
        assert!(to("http://x", &settings).is_ok_and(|config| config.is_disabled()));
    }
}
