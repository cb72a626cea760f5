//! The credentials endpoint that a container's variables name, and the addresses that it may have.

use core::net::IpAddr;

use super::url::Url;
use crate::problem::Origin;
use crate::source::{ContainerAuthorization, ContainerSource, Located, Source};
use crate::variables::Variables;

const RELATIVE: &str = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
const FULL: &str = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
const TOKEN_FILE: &str = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
const TOKEN: &str = "AWS_CONTAINER_AUTHORIZATION_TOKEN";

/// The host of ECS, where the other variable names a path.
const HOST: &str = "http://169.254.170.2";

/// Besides this machine itself: ECS, and the Pod Identity Agent of EKS.
const ALLOWED: [&str; 4] = ["169.254.170.2", "169.254.170.23", "fd00:ec2::23", "localhost"];

/// The source that the variables name. The path comes before the address.
pub(super) fn source(variables: &Variables, at: Option<&Origin>) -> Option<ContainerSource> {
    let (name, value) =
        [RELATIVE, FULL].into_iter().find_map(|name| variables.get(name).map(|value| (name, value)))?;
    let uri = Located { value: value.to_owned(), at: Origin::Variable(name) };
    let authorization = match (variables.get(TOKEN_FILE), variables.get(TOKEN)) {
        (Some(path), _) => Some(ContainerAuthorization::File(Located {
            value: path.to_owned(),
            at: Origin::Variable(TOKEN_FILE),
        })),
        (None, Some(_)) => Some(ContainerAuthorization::Variable(TOKEN)),
        (None, None) => None,
    };
    Some(ContainerSource { at: at.unwrap_or(&uri.at).clone(), uri, authorization })
}

/// The source that the variables make by themselves.
pub(super) fn from_variables(variables: &Variables) -> Option<Source> {
    source(variables, None).map(Source::Container)
}

impl ContainerSource {
    /// The whole address; none where it is none, or one that credentials are not asked of: without encryption nobody
    /// beyond this machine and its host is asked, and nobody is told the authorization.
    pub fn url(&self) -> Option<String> {
        let is_relative = self.uri.at == Origin::Variable(RELATIVE);
        let text = if is_relative { format!("{HOST}{}", self.uri.value) } else { self.uri.value.clone() };
        let url = Url::parse(&text)?;
        let is_here = url.host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
        let is_allowed = url.is_https || is_here || ALLOWED.contains(&url.host.as_str());
        is_allowed.then(|| url.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(name: &str, value: &str) -> Option<String> {
        source(&[(name, value)].into_iter().collect(), None).expect("it is set").url()
    }

    #[test]
    fn a_path_is_one_of_the_host_and_of_no_other() {
        let of = |value| url(RELATIVE, value);
        assert_eq!(
            of("/v2/credentials/1?id=2").as_deref(),
            Some("http://169.254.170.2/v2/credentials/1?id=2")
        );
        assert_eq!(of("").as_deref(), Some("http://169.254.170.2/"));
        for elsewhere in ["@example.com/x", ".example.com/x", ":80@example.com/", "x"] {
            assert_eq!(of(elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn the_host_that_is_judged_is_the_host_that_is_asked() {
        let of = |value| url(FULL, value);
        assert_eq!(of("http://ana:pass@LOCALHOST:8080#x").as_deref(), Some("http://localhost:8080/"));
        assert_eq!(of("HTTPS://example.com/x?y").as_deref(), Some("https://example.com/x?y"));
        for two_ways in [
            "http://example.com\\@127.0.0.1/",
            "http://127.0.0.1\\.example.com/",
            "http://127.0.0.1\n/",
            "http://127.0.0.1:80:80/",
            "http://[127.0.0.1]/",
            "http://[::1]x/",
        ] {
            assert_eq!(of(two_ways), None, "{two_ways}");
        }
    }

    #[test]
    fn the_path_comes_before_the_address_and_the_file_before_the_token() {
        let both =
            [(FULL, "http://localhost/full"), (RELATIVE, "/path"), (TOKEN, "t"), (TOKEN_FILE, "/token")];
        let found = source(&both.into_iter().collect(), None).expect("it is set");
        assert_eq!((found.uri.value.as_str(), found.at), ("/path", Origin::Variable(RELATIVE)));
        assert!(
            matches!(found.authorization, Some(ContainerAuthorization::File(file)) if file.value == "/token")
        );
        let token = source(&both[..3].iter().copied().collect(), None).expect("it is set");
        assert_eq!(token.authorization, Some(ContainerAuthorization::Variable(TOKEN)));
        assert!(!format!("{token:?}").contains("\"t\""), "a token is no part of it");
    }
}
