//! The providers that a profile configures itself, role chains apart.

use aws_files::Profile;

use super::provider::{Provider, ProviderAnswer};
use super::{ResolveInputs, keys, sso};
use crate::problem::{Code, Origin, Problem};
use crate::source::{Located, LoginSource, ProcessSource, Source, WebIdentitySource, located};

/// The providers that botocore asks for one profile, and the only ones for a source profile.
pub(super) const PROFILE_PROVIDERS: [Provider; 6] = [
    Provider::WebIdentity,
    Provider::Sso,
    Provider::CredentialsFile,
    Provider::Login,
    Provider::Process,
    Provider::ConfigFile,
];

/// Asks one of `PROFILE_PROVIDERS` about a profile.
pub(super) fn ask(
    provider: Provider,
    inputs: ResolveInputs<'_>,
    name: &str,
    with_variables: bool,
) -> ProviderAnswer {
    let profile = inputs.profiles.get(name);
    if provider == Provider::WebIdentity {
        return web_identity(inputs, name, profile, with_variables);
    }
    let Some(profile) = profile else { return Ok(None) };
    match provider {
        Provider::Sso => sso::from_profile(inputs.profiles, profile),
        Provider::CredentialsFile | Provider::ConfigFile => keys::from_file(profile, provider),
        Provider::Login => Ok(profile.get("login_session").map(|setting| {
            Source::Login(LoginSource { profile: profile.name.clone(), session: located(setting) })
        })),
        Provider::Process => Ok(profile.get("credential_process").map(|setting| {
            Source::Process(ProcessSource { profile: profile.name.clone(), command: located(setting) })
        })),
        _ => Ok(None),
    }
}

/// A setting, or the variable that overrides it.
fn setting_or_variable(
    inputs: ResolveInputs<'_>,
    profile: Option<&Profile>,
    key: &str,
    variable: &'static str,
    with_variables: bool,
) -> Option<Located<String>> {
    if with_variables && let Some(value) = inputs.variables.get(variable) {
        return Some(Located { value: value.to_owned(), at: Origin::Variable(variable) });
    }
    profile.and_then(|profile| profile.get(key)).map(located)
}

/// A value that is empty is none, even where it is a variable that hides the profile's.
fn web_identity(
    inputs: ResolveInputs<'_>,
    name: &str,
    profile: Option<&Profile>,
    with_variables: bool,
) -> ProviderAnswer {
    let setting = |key, variable| {
        setting_or_variable(inputs, profile, key, variable, with_variables)
            .filter(|found| !found.value.is_empty())
    };
    let Some(token) = setting("web_identity_token_file", "AWS_WEB_IDENTITY_TOKEN_FILE") else {
        return Ok(None);
    };
    let Some(role) = setting("role_arn", "AWS_ROLE_ARN") else {
        return Err(missing(token.at, name, "role_arn"));
    };
    Ok(Some(Source::WebIdentity(WebIdentitySource {
        profile: name.to_owned(),
        role_arn: role,
        role_session_name: setting("role_session_name", "AWS_ROLE_SESSION_NAME"),
        token_file: token,
    })))
}

fn missing(at: Origin, profile: &str, key: &str) -> Problem {
    Problem::new(Code::MissingSetting).at(at).with("profile", profile).with("key", key)
}
