//! Static keys in variables, the credentials file and the config file.

use aws_files::{Profile, Profiles, Secret, Section, access_key, expiry};

use super::provider::{Provider, ProviderAnswer};
use crate::problem::{Code, Origin, Problem};
use crate::source::{KeysPlace, KeysSource, Source};
use crate::variables::Variables;

/// botocore's order: the old name first, a trap when a tool left it behind.
const TOKEN_KEYS: [&str; 2] = ["aws_security_token", "aws_session_token"];
const TOKEN_VARIABLES: [&str; 2] = ["AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN"];

/// Keys to sign with, each of which can be signed with. Nothing here can be printed.
#[derive(Clone)]
#[non_exhaustive]
pub struct StaticKeys {
    /// Not secret, but printed only masked.
    pub access_key_id: String,
    /// The secret.
    pub secret_access_key: Secret,
    /// Present for temporary keys.
    pub session_token: Option<Secret>,
}

/// The part of keys with which no request can be signed: it holds a line break or another character that no
/// header may hold. The AWS CLI fails on it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// The access key id.
    AccessKeyId,
    /// The secret.
    SecretAccessKey,
    /// The token.
    SessionToken,
}

impl StaticKeys {
    /// Keys that can be signed with. Whoever signs with others has a panic for an answer.
    pub fn new(
        access_key_id: String,
        secret_access_key: Secret,
        session_token: Option<Secret>,
    ) -> Result<Self, Malformed> {
        let token = session_token.as_ref().map(Secret::expose);
        match Malformed::of(&access_key_id, secret_access_key.expose(), token) {
            Some(part) => Err(part),
            None => Ok(Self { access_key_id, secret_access_key, session_token }),
        }
    }
}

impl Malformed {
    fn of(access_key_id: &str, secret_access_key: &str, session_token: Option<&str>) -> Option<Self> {
        if !is_header(access_key_id) {
            return Some(Self::AccessKeyId);
        }
        if secret_access_key.contains(char::is_control) {
            return Some(Self::SecretAccessKey);
        }
        session_token.is_some_and(|token| !is_header(token)).then_some(Self::SessionToken)
    }
}

fn is_header(value: &str) -> bool {
    value.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

/// The keys a `KeysSource` points to, or `None` when they are gone since it was resolved, or no keys.
pub fn static_keys(source: &KeysSource, profiles: &Profiles, variables: &Variables) -> Option<StaticKeys> {
    let (id, secret, token) = read(source, profiles, variables)?;
    let token = token.map(|token| Secret::new(token.to_owned()));
    StaticKeys::new(id.to_owned(), Secret::new(secret.to_owned()), token).ok()
}

/// Returns the problem of keys that nobody can sign with.
pub(super) fn malformed(source: &KeysSource, profiles: &Profiles, variables: &Variables) -> Option<Problem> {
    let (id, secret, signed_with) = read(source, profiles, variables)?;
    let part = Malformed::of(id, secret, signed_with)?;
    let (key, at) = match source.place {
        KeysPlace::Environment => {
            let name = match part {
                Malformed::AccessKeyId => "AWS_ACCESS_KEY_ID",
                Malformed::SecretAccessKey => "AWS_SECRET_ACCESS_KEY",
                Malformed::SessionToken => variables.first(&TOKEN_VARIABLES)?.0,
            };
            (name, Origin::Variable(name))
        }
        place => {
            let section = section(place, profiles.get(&source.profile)?)?;
            let name = match part {
                Malformed::AccessKeyId => "aws_access_key_id",
                Malformed::SecretAccessKey => "aws_secret_access_key",
                Malformed::SessionToken => token(section)?.0,
            };
            (name, Origin::File(section.get(name)?.at))
        }
    };
    Some(Problem::new(Code::MalformedKeys).at(at).with("profile", &source.profile).with("key", key))
}

/// The id, the secret and the token, where they stand.
fn read<'a>(
    source: &KeysSource,
    profiles: &'a Profiles,
    variables: &'a Variables,
) -> Option<(&'a str, &'a str, Option<&'a str>)> {
    match source.place {
        KeysPlace::Environment => Some((
            variables.non_empty("AWS_ACCESS_KEY_ID")?,
            variables.non_empty("AWS_SECRET_ACCESS_KEY")?,
            variables.first(&TOKEN_VARIABLES).map(|(_, token)| token).filter(|token| !token.is_empty()),
        )),
        place => {
            let section = section(place, profiles.get(&source.profile)?)?;
            Some((
                section.get("aws_access_key_id")?.value(),
                section.get("aws_secret_access_key")?.value(),
                token(section).map(|(_, token)| token),
            ))
        }
    }
}

fn section(place: KeysPlace, profile: &Profile) -> Option<&Section> {
    match place {
        KeysPlace::CredentialsFile => profile.credentials.as_ref(),
        KeysPlace::ConfigFile | KeysPlace::Environment => profile.config.as_ref(),
    }
}

/// The first of the two that is written counts; empty, it is no token, and the keys are long-term ones.
fn token(section: &Section) -> Option<(&'static str, &str)> {
    let (name, first) = TOKEN_KEYS.into_iter().find_map(|key| Some((key, section.get(key)?)))?;
    Some((name, first.value())).filter(|(_, token)| !token.is_empty())
}

/// True if a section holds keys that a session may be written over: temporary ones. `AKIA…` is the name
/// of a long-term key, whatever stands beside it.
pub fn are_replaceable(section: &Section) -> bool {
    let access_key = section.get("aws_access_key_id");
    access_key.is_some_and(|key| !access_key::is_long_term(key.value())) && token(section).is_some()
}

pub(super) fn from_environment(variables: &Variables, profile: &str) -> ProviderAnswer {
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

pub(super) fn from_file(profile: &Profile, provider: Provider) -> ProviderAnswer {
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
