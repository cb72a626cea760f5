//! The parts of an address as Python's `urllib` reads them: the host that is judged is the host that is asked.

use std::fmt;

/// An address of `http` or `https` with a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Url {
    pub(super) is_https: bool,
    /// Without brackets, in small letters.
    pub(super) host: String,
    /// The port with its colon, or nothing.
    port: String,
    /// Everything behind that.
    rest: String,
}

impl Url {
    /// Reads an address. A user in it is nobody to whom anything is sent. None where a sign in it is one that no request
    /// may hold, or that is read in two ways.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let is_plain = |c: char| c.is_ascii_graphic() && c != '\\';
        let (scheme, rest) = text.split_once("://").filter(|_| text.chars().all(is_plain))?;
        let is_https = match scheme.to_ascii_lowercase().as_str() {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at(end);
        let authority = authority.rsplit('@').next().unwrap_or_default();
        let (host, port) = match authority.strip_prefix('[') {
            Some(bracketed) => {
                let (host, port) = bracketed.split_once(']')?;
                host.parse::<core::net::Ipv6Addr>().ok()?;
                (host, port)
            }
            None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
        };
        let is_port = port.is_empty() || port.strip_prefix(':')?.bytes().all(|byte| byte.is_ascii_digit());
        let is_name = !host.is_empty() && !host.contains(['[', ']']);
        // What stands behind `#` is not sent.
        let rest = rest.split('#').next().unwrap_or_default().to_owned();
        let (host, port) = (host.to_ascii_lowercase(), port.to_owned());
        (is_port && is_name).then_some(Self { is_https, host, port, rest })
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.is_https { "https" } else { "http" };
        let slash = if self.rest.starts_with('/') { "" } else { "/" };
        let (open, close) = if self.host.contains(':') { ("[", "]") } else { ("", "") };
        write!(f, "{scheme}://{open}{}{close}{}{slash}{}", self.host, self.port, self.rest)
    }
}
