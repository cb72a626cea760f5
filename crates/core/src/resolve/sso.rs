//! botocore's `SSOProvider`: a role of IAM Identity Center, from the profile and its sso-session.

use aws_files::{Profile, Profiles, Section, Setting};

use super::provider::ProviderAnswer;
use crate::problem::{Code, Origin, Problem};
use crate::source::{Source, SsoSource, located};

/// Either of these makes it an SSO profile, as it does for botocore.
const MARKS: [&str; 2] = ["sso_account_id", "sso_role_name"];
/// The settings that botocore needs, in the order it reports missing ones.
const NEEDED: [&str; 4] = ["sso_role_name", "sso_account_id", "sso_start_url", "sso_region"];

/// The settings that the sso-session itself must have: its token is not of one profile.
const OF_TOKEN: [&str; 2] = ["sso_start_url", "sso_region"];

/// The role of a profile; what the sso-session says counts as if the profile said it.
pub(super) fn from_profile(profiles: &Profiles, profile: &Profile) -> ProviderAnswer {
    let Some(mark) = MARKS.iter().find_map(|key| profile.get(key)) else { return Ok(None) };
    if let Some(missing) = missing_sso_session(profiles, profile) {
        return Err(missing);
    }
    let named = profile.get("sso_session");
    let section = named.and_then(|named| profiles.sso_session(named.value()));
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
    let setting = |key| value(key).map(located);
    let [Some(role_name), Some(account_id), Some(start_url), Some(region)] = NEEDED.map(setting) else {
        return Ok(None);
    };
    Ok(Some(Source::Sso(SsoSource {
        profile: profile.name.clone(),
        at: Origin::File(place),
        session: named.map(located),
        start_url,
        region,
        account_id,
        role_name,
        scopes: setting("sso_registration_scopes"),
        session_lacks: section
            .and_then(|section| OF_TOKEN.into_iter().find(|key| section.get(key).is_none())),
    })))
}

/// The SSO role of a profile by its settings alone, where they are whole.
pub fn sso_source(profiles: &Profiles, profile: &Profile) -> Option<SsoSource> {
    match from_profile(profiles, profile) {
        Ok(Some(Source::Sso(sso))) => Some(sso),
        _ => None,
    }
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
