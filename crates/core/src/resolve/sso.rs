//! botocore's `SSOProvider`: a role of IAM Identity Center, from the profile and the sso-session it names.

use aws_files::cache::{SsoPortal, sso_role_key};
use aws_files::{Profile, Profiles, Section, Setting};

use super::Inputs;
use super::provider::Answer;
use super::source::Source;
use crate::problem::{Code, Origin, Problem};

/// Either of these makes it an SSO profile, as it does for botocore.
const MARKS: [&str; 2] = ["sso_account_id", "sso_role_name"];
/// What botocore needs, in the order it says what is missing.
const NEEDED: [&str; 4] = ["sso_role_name", "sso_account_id", "sso_start_url", "sso_region"];

/// The role of a profile; what the sso-session says counts as if the profile said it.
pub(super) fn from_profile(inputs: Inputs<'_>, profile: &Profile) -> Answer {
    let Some(mark) = MARKS.iter().find_map(|key| profile.get(key)) else { return Ok(None) };
    if let Some(missing) = missing_sso_session(inputs.profiles, profile) {
        return Err(missing);
    }
    let named = profile.get("sso_session");
    let section = named.and_then(|named| inputs.profiles.sso_session(named.value()));
    if let Some(disagree) =
        named.zip(section).and_then(|(named, section)| disagreement(profile, named, section))
    {
        return Err(disagree);
    }
    let value = |key| profile.get(key).or_else(|| section?.get(key));
    let place = named.unwrap_or(mark).at;
    if let Some(missing) = NEEDED.into_iter().find(|key| value(key).is_none()) {
        return Err(problem(Code::MissingSetting, profile, place).with("key", missing));
    }
    let text = |key| value(key).map_or("", Setting::value);
    let portal =
        named.map_or(SsoPortal::StartUrl(text("sso_start_url")), |named| SsoPortal::Session(named.value()));
    Ok(Some(Source::Sso {
        profile: profile.name.clone(),
        at: Origin::File(place),
        cache_key: sso_role_key(text("sso_account_id"), text("sso_role_name"), portal),
        session: named.map(|named| named.value().to_owned()),
    }))
}

/// An `sso_session` that names no section.
pub(crate) fn missing_sso_session(profiles: &Profiles, profile: &Profile) -> Option<Problem> {
    let named = profile.get("sso_session")?;
    let missing = profiles.sso_session(named.value()).is_none();
    missing.then(|| problem(Code::MissingSsoSession, profile, named.at).with("session", named.value()))
}

/// botocore refuses a key that profile and session give two values.
fn disagreement(profile: &Profile, named: &Setting, section: &Section) -> Option<Problem> {
    let (key, own) = section.keys().find_map(|key| {
        let (own, shared) = profile.get(key).zip(section.get(key))?;
        (own.value() != shared.value()).then_some((key, own))
    })?;
    let disagree = problem(Code::SsoSettingsDisagree, profile, own.at);
    Some(disagree.with("session", named.value()).with("key", key))
}

fn problem(code: Code, profile: &Profile, at: aws_files::Location) -> Problem {
    Problem::new(code).at(Origin::File(at)).with("profile", &profile.name)
}
