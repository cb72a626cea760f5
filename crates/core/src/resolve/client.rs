//! Region, endpoint, CA bundle and proxies of the AWS clients. They come from the selected profile and the variables,
//! never from a source profile.

use aws_files::{Profile, Profiles};

use crate::problem::{Code, Origin, Problem};
use crate::source::{Located, located};
use crate::variables::Variables;

/// Settings to reach a service: STS, unless said otherwise.
#[derive(Clone, Debug, Default)]
pub struct ClientSettings {
    /// The region, when one is set.
    pub region: Option<Located<String>>,
    /// An endpoint in place of the region's own.
    pub endpoint_url: Option<Located<String>>,
    /// A PEM file in place of the system's roots.
    pub ca_bundle: Option<Located<String>>,
    /// The proxy for `https` and for `http` endpoints, and the hosts that need none.
    pub proxy: ProxySettings,
    /// `use_fips_endpoint`.
    pub use_fips: bool,
    /// `use_dualstack_endpoint`.
    pub use_dual_stack: bool,
}

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

/// A service the AWS CLI asks on the way to credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// The Security Token Service.
    Sts,
    /// The portal of IAM Identity Center.
    Sso,
    /// The token service of IAM Identity Center.
    SsoOidc,
    /// AWS Sign-In, of `aws login`.
    SignIn,
}

impl Service {
    /// The variable with an endpoint for this service alone.
    fn variable(self) -> &'static str {
        match self {
            Self::Sts => "AWS_ENDPOINT_URL_STS",
            Self::Sso => "AWS_ENDPOINT_URL_SSO",
            Self::SsoOidc => "AWS_ENDPOINT_URL_SSO_OIDC",
            Self::SignIn => "AWS_ENDPOINT_URL_SIGNIN",
        }
    }

    /// Its name in a `[services]` section.
    fn name(self) -> &'static str {
        match self {
            Self::Sts => "sts",
            Self::Sso => "sso",
            Self::SsoOidc => "sso_oidc",
            Self::SignIn => "signin",
        }
    }
}

impl ClientSettings {
    /// The same for another service: only the endpoint is its own.
    #[must_use]
    pub fn of_service(
        &self,
        service: Service,
        profiles: &Profiles,
        variables: &Variables,
        profile: Option<&Profile>,
    ) -> Self {
        // A section that is missing was found with the settings of STS.
        let endpoint_url = endpoint(service, profiles, variables, profile, &mut Vec::new());
        Self { endpoint_url, ..self.clone() }
    }
}

/// True if anyone on the way can read what is sent to an address and what comes back: `http`, and not to this machine.
pub fn goes_in_clear(url: &str) -> bool {
    let Some((scheme, rest)) = url.trim().split_once("://") else { return false };
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let with_port = authority.rsplit('@').next().unwrap_or_default();
    let host = match with_port.strip_prefix('[') {
        Some(address) => address.split(']').next().unwrap_or_default(),
        None => with_port.split(':').next().unwrap_or_default(),
    };
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let is_here = host == "localhost"
        || host.ends_with(".localhost")
        || host.parse::<core::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    scheme.eq_ignore_ascii_case("http") && !is_here
}

/// Reads the client settings of STS as AWS CLI v2 does.
pub fn client_settings(
    profiles: &Profiles,
    variables: &Variables,
    profile: Option<&Profile>,
    errors: &mut Vec<Problem>,
) -> ClientSettings {
    let pick = |names: &[&'static str], key: &str| {
        from_variables(variables, names).or_else(|| from_profile(profile, key))
    };
    let flag = |names: &[&'static str], key: &str| {
        pick(names, key).is_some_and(|found| found.value.trim().eq_ignore_ascii_case("true"))
    };
    ClientSettings {
        region: region(variables, profile),
        endpoint_url: endpoint(Service::Sts, profiles, variables, profile, errors),
        ca_bundle: pick(&["AWS_CA_BUNDLE"], "ca_bundle")
            .or_else(|| from_variables(variables, &["REQUESTS_CA_BUNDLE"]))
            .map(|bundle| below_home(bundle, variables)),
        proxy: proxy(variables),
        use_fips: flag(&["AWS_USE_FIPS_ENDPOINT"], "use_fips_endpoint"),
        use_dual_stack: flag(&["AWS_USE_DUALSTACK_ENDPOINT"], "use_dualstack_endpoint"),
    }
}

/// A variable that is set hides the profile's region even when it is empty, and then there is none: the AWS CLI
/// calls `https://sts..amazonaws.com`.
fn region(variables: &Variables, profile: Option<&Profile>) -> Option<Located<String>> {
    const NAMES: [&str; 2] = ["AWS_REGION", "AWS_DEFAULT_REGION"];
    match variables.first(&NAMES) {
        Some((_, "")) => None,
        Some(_) => from_variables(variables, &NAMES),
        None => from_profile(profile, "region"),
    }
}

/// Python's HTTPS client takes a leading `~` in the path of a bundle for the home directory; nothing else is
/// expanded there.
fn below_home(bundle: Located<String>, variables: &Variables) -> Located<String> {
    let home = variables.non_empty("HOME").or_else(|| variables.non_empty("USERPROFILE"));
    match (bundle.value.strip_prefix('~').filter(|rest| rest.starts_with(['/', '\\'])), home) {
        (Some(rest), Some(home)) => Located { value: format!("{home}{rest}"), ..bundle },
        _ => bundle,
    }
}

fn from_variables(variables: &Variables, names: &[&'static str]) -> Option<Located<String>> {
    names.iter().find_map(|name| {
        variables.non_empty(name).map(|value| Located { value: value.to_owned(), at: Origin::Variable(name) })
    })
}

fn from_profile(profile: Option<&Profile>, key: &str) -> Option<Located<String>> {
    profile?.get(key).filter(|setting| !setting.value().is_empty()).map(located)
}

fn endpoint(
    service: Service,
    profiles: &Profiles,
    variables: &Variables,
    profile: Option<&Profile>,
    errors: &mut Vec<Problem>,
) -> Option<Located<String>> {
    let ignore = from_variables(variables, &["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"])
        .or_else(|| from_profile(profile, "ignore_configured_endpoint_urls"));
    if ignore.is_some_and(|found| found.value.eq_ignore_ascii_case("true")) {
        return None;
    }
    from_variables(variables, &[service.variable(), "AWS_ENDPOINT_URL"])
        .or_else(|| from_services(service, profiles, profile, errors))
        .or_else(|| from_profile(profile, "endpoint_url"))
}

fn from_services(
    service: Service,
    profiles: &Profiles,
    profile: Option<&Profile>,
    errors: &mut Vec<Problem>,
) -> Option<Located<String>> {
    let named = profile?.get("services")?;
    let Some(services) = profiles.services(named.value()) else {
        errors.push(
            Problem::new(Code::MissingServices)
                .at(Origin::File(named.at))
                .with("services", named.value())
                .with("profile", &profile?.name),
        );
        return None;
    };
    services.nested(service.name(), "endpoint_url").map(located)
}

fn proxy(variables: &Variables) -> ProxySettings {
    let pick = |lower: &str, upper: &str| {
        variables
            .get(lower)
            .or_else(|| variables.get(upper))
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
    };
    ProxySettings {
        https: pick("https_proxy", "HTTPS_PROXY"),
        http: pick("http_proxy", "HTTP_PROXY"),
        no_proxy: pick("no_proxy", "NO_PROXY"),
    }
}
