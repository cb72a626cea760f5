//! Static keys: in variables, in the credentials file, in the config file.

use aws_files::{Profile, Profiles, Secret, Section, expiry};

use super::provider::{Answer, Provider};
use super::source::{KeysPlace, KeysSource, Source};
use crate::problem::{Code, Origin, Problem};
use crate::variables::Variables;

/// botocore's order: the old name first, a trap when a tool left it behind.
const TOKEN_KEYS: [&str; 2] = ["aws_security_token", "aws_session_token"];
const TOKEN_VARIABLES: [&str; 2] = ["AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN"];

/// Keys to sign with. Nothing here can be printed.
#[derive(Clone)]
pub struct StaticKeys {
    /// Not secret, but printed only masked.
    pub access_key_id: String,
    /// The secret.
    pub secret_access_key: Secret,
    /// Present for temporary keys.
    pub session_token: Option<Secret>,
}

/// The keys a `KeysSource` points to, or `None` when they are gone since it was resolved.
pub fn static_keys(source: &KeysSource, profiles: &Profiles, variables: &Variables) -> Option<StaticKeys> {
    match source.place {
        KeysPlace::Environment => Some(StaticKeys {
            access_key_id: variables.non_empty("AWS_ACCESS_KEY_ID")?.to_owned(),
            secret_access_key: Secret::new(variables.non_empty("AWS_SECRET_ACCESS_KEY")?.to_owned()),
            session_token: variables
                .first(&TOKEN_VARIABLES)
                .filter(|(_, token)| !token.is_empty())
                .map(|(_, token)| Secret::new(token.to_owned())),
        }),
        KeysPlace::CredentialsFile => section_keys(profiles.get(&source.profile)?.credentials.as_ref()?),
        KeysPlace::ConfigFile => section_keys(profiles.get(&source.profile)?.config.as_ref()?),
    }
}

fn section_keys(section: &Section) -> Option<StaticKeys> {
    Some(StaticKeys {
        access_key_id: section.get("aws_access_key_id")?.value().to_owned(),
        secret_access_key: Secret::new(section.get("aws_secret_access_key")?.value().to_owned()),
        session_token: token(section).map(|token| Secret::new(token.to_owned())),
    })
}

/// The first of the two that is written counts; empty, it is no token, and the keys are long-term ones.
fn token(section: &Section) -> Option<&str> {
    let first = TOKEN_KEYS.iter().find_map(|key| section.get(key))?;
    Some(first.value()).filter(|token| !token.is_empty())
}

/// Whether a section holds keys that a session may be written over: temporary ones. `AKIA…` is the name
/// of a long-term key, whatever stands beside it.
pub fn are_replaceable(section: &Section) -> bool {
    let access_key = section.get("aws_access_key_id");
    access_key.is_some_and(|key| !is_long_term(key.value())) && token(section).is_some()
}

pub(super) fn is_long_term(access_key_id: &str) -> bool {
    access_key_id.starts_with("AKIA")
}

pub(super) fn from_environment(variables: &Variables, profile: &str) -> Answer {
    let Some(access_key_id) = variables.non_empty("AWS_ACCESS_KEY_ID") else { return Ok(None) };
    let at = Origin::Variable("AWS_ACCESS_KEY_ID");
    if variables.non_empty("AWS_SECRET_ACCESS_KEY").is_none() {
        return Err(partial(at, profile, "AWS_SECRET_ACCESS_KEY"));
    }
    let expiry = variables
        .non_empty("AWS_CREDENTIAL_EXPIRATION")
        .and_then(|text| expiry::of_variable("AWS_CREDENTIAL_EXPIRATION", text));
    Ok(Some(Source::Keys(KeysSource {
        profile: profile.to_owned(),
        place: KeysPlace::Environment,
        at,
        access_key_id: access_key_id.to_owned(),
        temporary: variables.first_non_empty(&TOKEN_VARIABLES).is_some(),
        expiry,
    })))
}

pub(super) fn from_file(profile: &Profile, provider: Provider) -> Answer {
    let (section, place) = match provider {
        Provider::CredentialsFile => (profile.credentials.as_ref(), KeysPlace::CredentialsFile),
        _ => (profile.config.as_ref(), KeysPlace::ConfigFile),
    };
    let Some(section) = section else { return Ok(None) };
    let Some(access_key) = section.get("aws_access_key_id") else { return Ok(None) };
    let at = Origin::File(access_key.at);
    if section.get("aws_secret_access_key").is_none() {
        return Err(partial(at, &profile.name, "aws_secret_access_key"));
    }
    Ok(Some(Source::Keys(KeysSource {
        profile: profile.name.clone(),
        place,
        at,
        access_key_id: access_key.value().to_owned(),
        temporary: token(section).is_some(),
        expiry: expiry::of_section(section),
    })))
}

fn partial(at: Origin, profile: &str, missing: &str) -> Problem {
    Problem::new(Code::PartialKeys).at(at).with("profile", profile).with("key", missing)
}
