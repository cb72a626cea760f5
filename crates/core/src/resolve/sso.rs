//! botocore's `SSOProvider`: a role of IAM Identity Center, from the profile and the sso-session it names.

use aws_files::cache::{SsoPortal, sso_role_key};
use aws_files::{Profile, Section, Setting};

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
    let named = profile.get("sso_session");
    let section = named.map(|named| session(inputs, profile, named)).transpose()?;
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

/// The section that is named, unless it contradicts the profile.
fn session<'p>(inputs: Inputs<'p>, profile: &Profile, named: &Setting) -> Result<&'p Section, Problem> {
    let Some(section) = inputs.profiles.sso_session(named.value()) else {
        return Err(problem(Code::MissingSsoSession, profile, named.at).with("session", named.value()));
    };
    let differs = |key: &&str| {
        let both = profile.get(key).zip(section.get(key));
        both.is_some_and(|(own, shared)| own.value() != shared.value())
    };
    match section.keys().find(differs).and_then(|key| Some((key, profile.get(key)?))) {
        Some((key, own)) => Err(problem(Code::SsoSettingsDisagree, profile, own.at)
            .with("session", named.value())
            .with("key", key)),
        None => Ok(section),
    }
}

fn problem(code: Code, profile: &Profile, at: aws_files::Location) -> Problem {
    Problem::new(code).at(Origin::File(at)).with("profile", &profile.name)
}
