//! botocore's `AssumeRoleProvider`: finds the role and what signs for it, to any depth.

use std::collections::HashSet;

use aws_files::{Profile, python_int, setting as names};

use super::profile_providers::{PROFILE_PROVIDERS, ask};
use super::provider::ProviderAnswer;
use super::{ResolveInputs, container, keys};
use crate::problem::{Code, Origin, Problem};
use crate::source::{InstanceSource, Located, RoleSource, Source, located};

type Resolved<T> = Result<T, Problem>;

/// botocore ends with a `RecursionError` between 320 and 330 source profiles.
const MOST: usize = 320;

/// The role of a profile, when it has one. `visited` are the profiles already in the chain.
pub(super) fn from_profile(
    inputs: ResolveInputs<'_>,
    name: &str,
    visited: &mut Vec<String>,
    warnings: &mut Vec<Problem>,
) -> ProviderAnswer {
    match inputs.profiles.get(name) {
        Some(profile) if is_role(profile) => load(inputs, profile, visited, warnings).map(Some),
        _ => Ok(None),
    }
}

/// A profile with a token file is a web identity, never this.
fn is_role(profile: &Profile) -> bool {
    profile.get("role_arn").is_some() && profile.get("web_identity_token_file").is_none()
}

fn has_static_keys(profile: &Profile) -> bool {
    profile.get("aws_access_key_id").is_some() || profile.get("aws_secret_access_key").is_some()
}

/// The part of a chain below a role.
enum Below<'a> {
    /// The role of another profile.
    Role(&'a Profile),
    /// A source that needs no other.
    Source(Box<Source>),
}

/// Walks from a role down to what needs no other, and up again. A chain is as long as somebody makes it: the stack
/// is not.
fn load(
    inputs: ResolveInputs<'_>,
    profile: &Profile,
    visited: &mut Vec<String>,
    warnings: &mut Vec<Problem>,
) -> Resolved<Source> {
    let mut seen: HashSet<String> = visited.iter().cloned().collect();
    let mut roles = vec![profile];
    let mut last = profile;
    let mut source = loop {
        match below(inputs, last, visited, &mut seen)? {
            Below::Role(next) => {
                roles.push(next);
                last = next;
            }
            Below::Source(source) => break *source,
        }
    };
    for profile in roles.into_iter().rev() {
        source = role(profile, source, warnings)?;
    }
    Ok(source)
}

fn role_arn(profile: &Profile) -> Resolved<Located<String>> {
    let missing = || error(Code::MissingSetting, profile, Origin::File(profile.header()), "key", "role_arn");
    profile.get("role_arn").map(located).ok_or_else(missing)
}

fn below<'a>(
    inputs: ResolveInputs<'a>,
    profile: &Profile,
    visited: &mut Vec<String>,
    seen: &mut HashSet<String>,
) -> Resolved<Below<'a>> {
    let role_arn = role_arn(profile)?;
    match (profile.get("source_profile"), profile.get("credential_source")) {
        (Some(_), Some(second)) => {
            Err(Problem::new(Code::TwoSources).at(Origin::File(second.at)).with("profile", &profile.name))
        }
        (None, None) => {
            Err(Problem::new(Code::RoleWithoutSource).at(role_arn.at).with("profile", &profile.name))
        }
        (None, Some(named)) => {
            credential_source(inputs, profile, &located(named)).map(|source| Below::Source(Box::new(source)))
        }
        (Some(named), None) => source_profile(inputs, profile, &located(named), visited, seen),
    }
}

/// A role above a source.
fn role(profile: &Profile, source: Source, warnings: &mut Vec<Problem>) -> Resolved<Source> {
    let role_arn = role_arn(profile)?;
    let setting = |key| profile.get(key).map(located);
    Ok(Source::Role(RoleSource {
        profile: profile.name.clone(),
        role_arn,
        role_session_name: setting("role_session_name").filter(|name| !name.value.is_empty()),
        external_id: setting("external_id"),
        mfa_serial: setting("mfa_serial"),
        mfa_process: setting(names::MFA_PROCESS).filter(|command| !command.value.trim().is_empty()),
        duration: duration(profile, warnings),
        source: Box::new(source),
    }))
}

/// Not a number: botocore ignores it without a word, so we say it.
fn duration(profile: &Profile, warnings: &mut Vec<Problem>) -> Option<Located<i64>> {
    let setting = profile.get("duration_seconds")?;
    let at = Origin::File(setting.at);
    let seconds = python_int(setting.value());
    if seconds.is_none() {
        warnings.push(
            Problem::new(Code::InvalidDuration)
                .at(at.clone())
                .with("profile", &profile.name)
                .with("value", setting.value()),
        );
    }
    seconds.map(|value| Located { value, at })
}

/// The three values are matched exactly, as botocore does.
fn credential_source(
    inputs: ResolveInputs<'_>,
    profile: &Profile,
    named: &Located<String>,
) -> Resolved<Source> {
    match named.value.as_str() {
        "Environment" => keys::from_environment(inputs.variables, &profile.name)?
            .ok_or_else(|| error(Code::NoEnvironmentKeys, profile, named.at.clone(), "value", "Environment")),
        "Ec2InstanceMetadata" => Ok(Source::Instance(InstanceSource { at: named.at.clone() })),
        "EcsContainer" => match container::source(inputs.variables, Some(&named.at)) {
            Some(source) => Ok(Source::Container(source)),
            None => Err(error(Code::NoContainer, profile, named.at.clone(), "value", "EcsContainer")),
        },
        other => Err(error(Code::InvalidCredentialSource, profile, named.at.clone(), "value", other)),
    }
}

fn source_profile<'a>(
    inputs: ResolveInputs<'a>,
    parent: &Profile,
    named: &Located<String>,
    visited: &mut Vec<String>,
    seen: &mut HashSet<String>,
) -> Resolved<Below<'a>> {
    let Some(source) = inputs.profiles.get(&named.value) else {
        return Err(error(Code::MissingSource, parent, named.at.clone(), "source", &named.value));
    };
    let itself = named.value == parent.name && has_static_keys(source);
    if seen.contains(&named.value) && !itself {
        let chain = chain_text(visited, &named.value);
        return Err(error(Code::SourceLoop, parent, named.at.clone(), "chain", &chain));
    }
    if visited.len() > MOST {
        return Err(error(Code::ChainTooLong, parent, named.at.clone(), "most", &MOST.to_string()));
    }
    visited.push(named.value.clone());
    seen.insert(named.value.clone());
    if !has_static_keys(source) && is_role(source) {
        return Ok(Below::Role(source));
    }
    profile_credentials(inputs, source)?.map(|source| Below::Source(Box::new(source))).ok_or_else(|| {
        error(Code::SourceWithoutCredentials, parent, named.at.clone(), "source", &named.value)
    })
}

/// A source is resolved by the profile's own providers only: no variables, container, instance.
fn profile_credentials(inputs: ResolveInputs<'_>, source: &Profile) -> ProviderAnswer {
    for provider in PROFILE_PROVIDERS {
        if let Some(found) = ask(provider, inputs, &source.name, false)? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

fn chain_text(visited: &[String], last: &str) -> String {
    let mut names: Vec<&str> = visited.iter().map(String::as_str).collect();
    names.push(last);
    names.join(" → ")
}

fn error(code: Code, profile: &Profile, at: Origin, key: &'static str, value: &str) -> Problem {
    Problem::new(code).at(at).with("profile", &profile.name).with(key, value)
}
