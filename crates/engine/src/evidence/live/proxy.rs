//! Which proxy stands between this machine and an endpoint, as Python's variables say.

use sandglass_core::doctor::evidence::live::Proxy;
use sandglass_core::variables::Variables;

use super::address::Address;

/// The proxy of an endpoint, and how to reach it; nothing to reach where its address is none.
pub(super) fn between(variables: &Variables, endpoint: &Address) -> Option<(Proxy, Option<Address>)> {
    let names = if endpoint.https { ["https_proxy", "HTTPS_PROXY"] } else { ["http_proxy", "HTTP_PROXY"] };
    // The first that is set counts, even to nothing: then there is no proxy.
    let (variable, value) = variables.first(&names).filter(|(_, value)| !value.is_empty())?;
    let exceptions = variables.first_non_empty(&["no_proxy", "NO_PROXY"]).map_or("", |(_, hosts)| hosts);
    if exceptions.split(',').any(|pattern| covers(pattern.trim(), &endpoint.host)) {
        return None;
    }
    let url = if value.contains("://") { value.to_owned() } else { format!("http://{value}") };
    let address = Address::of(&url);
    let shown = address.as_ref().map_or_else(String::new, Address::shown);
    Some((Proxy { variable, address: shown }, address))
}

/// Whether a pattern of `no_proxy` names a host: itself, or a domain it is in.
fn covers(pattern: &str, host: &str) -> bool {
    let pattern = pattern.trim_start_matches('.').to_ascii_lowercase();
    let host = host.to_ascii_lowercase();
    match host.strip_suffix(&pattern) {
        _ if pattern.is_empty() => false,
        _ if pattern == "*" => true,
        Some(before) => before.is_empty() || before.ends_with('.'),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxy(pairs: &[(&str, &str)], url: &str) -> Option<(&'static str, String)> {
        let variables: Variables = pairs.iter().copied().collect();
        let endpoint = Address::of(url).expect("an address");
        between(&variables, &endpoint).map(|(proxy, _)| (proxy.variable, proxy.address))
    }

    #[test]
    fn the_variable_of_the_scheme_counts_without_its_password() {
        let set = [("HTTPS_PROXY", "http://ana:secret@proxy:3128"), ("http_proxy", "other:80")];
        assert_eq!(proxy(&set, "https://sts.amazonaws.com"), Some(("HTTPS_PROXY", "proxy:3128".to_owned())));
        assert_eq!(proxy(&set, "http://localhost"), Some(("http_proxy", "other:80".to_owned())));
        assert_eq!(proxy(&[("https_proxy", ""), set[0]], "https://sts.amazonaws.com"), None);
    }

    #[test]
    fn exceptions_are_hosts_and_domains() {
        let through = |exceptions| {
            proxy(&[("https_proxy", "p:1"), ("no_proxy", exceptions)], "https://sts.eu-west-1.amazonaws.com")
                .is_some()
        };
        assert!(!through("localhost, .amazonaws.com"));
        assert!(!through("amazonaws.com"));
        assert!(!through("*"));
        assert!(through("aws.com,other"));
        assert!(through(""));
    }
}
