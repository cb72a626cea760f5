//! Proxies, and the hosts that need none.

use crate::variables::Variables;

/// Proxies, from the variables Python reads: lower case before upper case.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ProxySettings {
    /// For `https` endpoints. May hold a password, so the type prints nothing.
    pub https: Option<String>,
    /// For `http` endpoints.
    pub http: Option<String>,
    /// Hosts reached directly.
    pub no_proxy: Option<String>,
}

impl ProxySettings {
    /// Reads the variables.
    pub(super) fn from_variables(variables: &Variables) -> Self {
        let pick = |lower: &str, upper: &str| {
            variables
                .get(lower)
                .or_else(|| variables.get(upper))
                .filter(|value| !value.is_empty())
                .map(str::to_owned)
        };
        Self {
            https: pick("https_proxy", "HTTPS_PROXY"),
            http: pick("http_proxy", "HTTP_PROXY"),
            no_proxy: pick("no_proxy", "NO_PROXY"),
        }
    }

    /// The proxy to a URL, as it is written; none where the URL is reached directly.
    pub fn to(&self, url: &str) -> Option<&str> {
        let is_https = url.get(..6).is_some_and(|scheme| scheme.eq_ignore_ascii_case("https:"));
        let proxy = if is_https { &self.https } else { &self.http };
        proxy.as_deref().filter(|_| !self.is_direct(url))
    }

    /// True if `no_proxy` names the host of a URL, as Python reads it: the host, a domain it is in, either with
    /// the port that is written; or `*` alone.
    pub fn is_direct(&self, url: &str) -> bool {
        let Some(exceptions) = &self.no_proxy else { return false };
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let with_port = authority.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
        let digits = |port: &str| port.chars().all(|c| c.is_ascii_digit());
        let host = with_port.rsplit_once(':').filter(|(_, port)| digits(port));
        let host = host.map_or(with_port.as_str(), |(host, _)| host);
        exceptions == "*"
            || exceptions.split(',').any(|name| {
                let name = name.trim().trim_start_matches('.').to_ascii_lowercase();
                !name.is_empty() && (is_or_is_in(host, &name) || is_or_is_in(&with_port, &name))
            })
    }
}

/// True if a host is this one, or in this domain.
fn is_or_is_in(host: &str, name: &str) -> bool {
    host.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

impl std::fmt::Debug for ProxySettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProxySettings").finish_non_exhaustive()
    }
}

/// The parts of a proxy's address, as botocore and Python read it. May hold a password, so the type prints nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct ProxyAddress {
    /// The address without user and password, and with its scheme: `host:port` alone means `http://host:port`.
    pub url: String,
    /// User and password, still escaped; none unless there are both.
    pub user: Option<(String, String)>,
}

impl ProxyAddress {
    /// Takes an address apart. A password may hold `@` and `:`, though no `/`, `?` and `#`, which end where it stands.
    pub fn read(written: &str) -> Self {
        let (scheme, rest) = match written.split_once("://") {
            Some((scheme, rest)) => (scheme, rest),
            None => ("http", written.strip_prefix("//").unwrap_or(written)),
        };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (said, host) = rest[..end].rsplit_once('@').unwrap_or(("", &rest[..end]));
        let user = said.split_once(':').filter(|(user, password)| !user.is_empty() && !password.is_empty());
        Self {
            url: format!("{scheme}://{host}{}", &rest[end..]),
            user: user.map(|(user, password)| (user.to_owned(), password.to_owned())),
        }
    }
}

impl std::fmt::Debug for ProxyAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProxyAddress").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_a_proxy_is_read_as_python_reads_it() {
        let read = |written| {
            let ProxyAddress { url, user } = ProxyAddress::read(written);
            (url, user.map(|(user, password)| format!("{user} {password}")))
        };
        let is = |url: &str, user: Option<&str>| (url.to_owned(), user.map(str::to_owned));
        for bare in ["p:3128", "//p:3128", "http://p:3128", "ana@p:3128", "ana:@p:3128", "http://:x@p:3128"] {
            assert_eq!(read(bare), is("http://p:3128", None), "{bare}");
        }
        assert_eq!(read("https://p/"), is("https://p/", None));
        assert_eq!(read("http://ana:p@ss@p:1"), is("http://p:1", Some("ana p@ss")));
        assert_eq!(read("ana:a:b@p:1/x@y"), is("http://p:1/x@y", Some("ana a:b")));
        assert_eq!(read("http://ana:p%40@[::1]:1"), is("http://[::1]:1", Some("ana p%40")));
        assert_eq!(read("http://ana:p#ss@p:1"), is("http://ana:p#ss@p:1", None));
        assert_eq!(read(""), is("http://", None));
    }

    #[test]
    fn the_scheme_of_what_is_asked_picks_the_proxy() {
        let proxies = ProxySettings {
            https: Some("s".to_owned()),
            http: Some("h".to_owned()),
            no_proxy: Some("direct".to_owned()),
        };
        assert_eq!(proxies.to("https://x"), Some("s"));
        assert_eq!((proxies.to("HTTPS://x"), proxies.to("http://x")), (Some("s"), Some("h")));
        assert_eq!((proxies.to("https://direct/"), proxies.to("é")), (None, Some("h")));
    }

    #[test]
    fn neither_type_prints_a_password() {
        let https = Some("http://ana:canary@p".to_owned());
        let address = ProxyAddress::read("http://ana:canary@p");
        let printed = format!("{:?} {address:?}", ProxySettings { https, ..ProxySettings::default() });
        assert!(!printed.contains("canary"), "{printed}");
    }
}
