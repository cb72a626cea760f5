//! The parts of an address that decide how it is reached.

/// Scheme, host and port of a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) https: bool,
    pub(super) host: String,
    pub(super) port: u16,
}

impl Address {
    /// Reads a URL; none where it has no host, or is neither `http` nor `https`.
    pub(super) fn parse(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        let https = match scheme.to_ascii_lowercase().as_str() {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let authority = authority.rsplit('@').next().unwrap_or_default();
        let (host, port) = split_port(authority)?;
        let valid = |c: char| c.is_alphanumeric() || "-._:%".contains(c);
        (!host.is_empty() && host.chars().all(valid)).then(|| Self {
            https,
            host: host.to_owned(),
            port: port.unwrap_or(if https { 443 } else { 80 }),
        })
    }

    /// `host:port`.
    pub(super) fn shown(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.port)
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }
}

/// Host and port; an address of IPv6 stands in brackets.
fn split_port(authority: &str) -> Option<(&str, Option<u16>)> {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => {
            let (host, rest) = rest.split_once(']')?;
            (host, rest.strip_prefix(':'))
        }
        None => match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        },
    };
    match port {
        Some(port) if !port.is_empty() => Some((host, Some(port.parse().ok()?))),
        _ => Some((host, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_as_they_are_written() {
        let read = |url| Address::parse(url).map(|address| (address.shown(), address.https));
        let is = |shown: &str, https| Some((shown.to_owned(), https));
        assert_eq!(
            read("https://sts.eu-central-1.amazonaws.com"),
            is("sts.eu-central-1.amazonaws.com:443", true)
        );
        assert_eq!(read("http://localhost:4566/path"), is("localhost:4566", false));
        assert_eq!(read("HTTP://ana:pass@[::1]:8080"), is("[::1]:8080", false));
        for none in ["localhost:4566", "ftp://x", "https://", "http://a:b", "http://a b", "http://[::1"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
