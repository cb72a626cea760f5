//! Region, endpoint, CA bundle and proxies of the AWS clients. They come from the selected profile and the variables,
//! never from a source profile.

use aws_files::{Profile, Profiles};

use super::metadata::MetadataSettings;
use super::proxy::ProxySettings;
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
    /// The metadata service of an instance.
    pub metadata: MetadataSettings,
    /// `use_fips_endpoint`.
    pub use_fips: bool,
    /// `use_dualstack_endpoint`.
    pub use_dual_stack: bool,
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
    let flag = |variable, key| is_on(variables, profile, variable, key);
    ClientSettings {
        region: region(variables, profile),
        endpoint_url: endpoint(Service::Sts, profiles, variables, profile, errors),
        ca_bundle: pick(&["AWS_CA_BUNDLE"], "ca_bundle")
            .or_else(|| from_variables(variables, &["REQUESTS_CA_BUNDLE"]))
            .map(|bundle| below_home(bundle, variables)),
        proxy: ProxySettings::from_variables(variables),
        metadata: MetadataSettings::read(variables, profile),
        use_fips: flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"),
        use_dual_stack: flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint"),
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

/// True if a setting says `true`. A variable that is set counts before the profile, even when it is empty.
fn is_on(variables: &Variables, profile: Option<&Profile>, variable: &str, key: &str) -> bool {
    let set = variables.get(variable).or_else(|| Some(profile?.get(key)?.value()));
    set.is_some_and(|value| value.eq_ignore_ascii_case("true"))
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
    if is_on(variables, profile, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls") {
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
