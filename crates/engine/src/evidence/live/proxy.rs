//! Finds the proxy to an endpoint, by the variables as Python reads them.

use sandglass_core::resolve::{ProxyAddress, ProxySettings};
use sandglass_core::variables::Variables;
use sandglass_doctor::evidence::live::Proxy;

use super::address::Address;

/// The proxy of an endpoint, and how to reach it; nothing to reach where its address is none.
pub(super) fn between(
    variables: &Variables,
    settings: &ProxySettings,
    url: &str,
    endpoint: &Address,
) -> Option<(Proxy, Option<Address>)> {
    let names = if endpoint.https { ["https_proxy", "HTTPS_PROXY"] } else { ["http_proxy", "HTTP_PROXY"] };
    // The first that is set counts, even to nothing: then there is no proxy.
    let (variable, value) = variables.first(&names).filter(|(_, value)| !value.is_empty())?;
    if settings.is_direct(url) {
        return None;
    }
    let address = Address::parse(&ProxyAddress::read(value).url);
    let shown = address.as_ref().map_or_else(String::new, Address::shown);
    Some((Proxy { variable, address: shown }, address))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxy(pairs: &[(&str, &str)], url: &str) -> Option<(&'static str, String)> {
        let variables: Variables = pairs.iter().copied().collect();
        let endpoint = Address::parse(url).expect("an address");
        between(&variables, &ProxySettings::default(), url, &endpoint)
            .map(|(proxy, _)| (proxy.variable, proxy.address))
    }

    #[test]
    fn the_variable_of_the_scheme_counts_without_its_password() {
        let set = [("HTTPS_PROXY", "http://ana:secret@proxy:3128"), ("http_proxy", "other:80")];
        assert_eq!(proxy(&set, "https://sts.amazonaws.com"), Some(("HTTPS_PROXY", "proxy:3128".to_owned())));
        assert_eq!(proxy(&set, "http://localhost"), Some(("http_proxy", "other:80".to_owned())));
        assert_eq!(proxy(&[("https_proxy", ""), set[0]], "https://sts.amazonaws.com"), None);
    }
}
