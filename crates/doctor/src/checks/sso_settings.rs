//! Checks the settings of IAM Identity Center in a profile and its sso-session.

use aws_files::{Location, Profile, Section, Setting, setting};

use super::misspelt;
use crate::spelling::meant;
use crate::{Cause, Evidence, Exhibit, Finding, Fix, Sentence};
use sandglass_core::profiles::{Change, NewSetting};

const OF_PROFILE: [&str; 2] = [setting::SSO_ACCOUNT_ID, setting::SSO_ROLE_NAME];
const OF_PORTAL: [&str; 2] = [setting::SSO_START_URL, setting::SSO_REGION];

/// Finds what is missing or contradicts itself in the SSO settings of the chain.
pub(super) fn findings(evidence: &Evidence) -> Vec<Finding> {
    if evidence.resolution.source.is_some() {
        return of_token(evidence).into_iter().collect();
    }
    let chain = evidence.chain();
    let Some(profile) = chain.last().filter(|profile| is_sso(profile)) else { return Vec::new() };
    // A role with a source of its own, or keys that come first, never ask the portal.
    if profile.get(setting::ROLE_ARN).is_some() && chain.len() > 1 {
        return Vec::new();
    }
    of_profile(evidence, profile).into_iter().collect()
}

/// Before every call the AWS CLI looks at the sso-session that the profile names, for services that take its
/// token; what is wrong there ends it, though the credentials are others (`botocore/tokens.py`).
fn of_token(evidence: &Evidence) -> Option<Finding> {
    let profile = evidence.profile()?;
    let named = profile.get(setting::SSO_SESSION)?;
    let Some(session) = evidence.profiles.sso_session(named.value()) else {
        return Some(missing_session(evidence, profile, named));
    };
    let key = OF_PORTAL.iter().find(|key| session.get(key).is_none())?;
    missing_setting(evidence, profile, key, session.header)
}

/// True if these settings explain that a profile gives no credentials.
pub(super) fn explains(evidence: &Evidence, profile: &str) -> bool {
    let profile = evidence.profiles.get(profile);
    profile.filter(|profile| is_sso(profile)).is_some_and(|profile| of_profile(evidence, profile).is_some())
}

fn is_sso(profile: &Profile) -> bool {
    [setting::SSO_SESSION, setting::SSO_START_URL, setting::SSO_ACCOUNT_ID, setting::SSO_ROLE_NAME]
        .iter()
        .any(|key| profile.get(key).is_some())
}

fn of_profile(evidence: &Evidence, profile: &Profile) -> Option<Finding> {
    let named = profile.get(setting::SSO_SESSION);
    let section = named.and_then(|named| evidence.profiles.sso_session(named.value()));
    // One of the two makes it an SSO profile; the session may say the other one.
    let is_marked = OF_PROFILE.iter().any(|key| profile.get(key).is_some());
    let said = |key: &str| profile.get(key).or_else(|| section?.get(key).filter(|_| is_marked)).is_some();
    let missing = OF_PROFILE.iter().find(|key| !said(key));
    if let Some(key) = missing.filter(|_| named.is_none() || section.is_some()) {
        return missing_setting(evidence, profile, key, profile.header());
    }
    let Some(named) = named else {
        let key = OF_PORTAL.iter().find(|key| profile.get(key).is_none())?;
        return missing_setting(evidence, profile, key, profile.header());
    };
    let Some(session) = section else {
        return Some(missing_session(evidence, profile, named));
    };
    if let Some(key) = OF_PORTAL.iter().find(|key| session.get(key).or_else(|| profile.get(key)).is_none()) {
        return missing_setting(evidence, profile, key, session.header);
    }
    session.keys().find_map(|key| inconsistent(evidence, profile, session, key))
}

fn missing_setting(evidence: &Evidence, profile: &Profile, key: &str, header: Location) -> Option<Finding> {
    if misspelt::near(evidence, &profile.name, key).is_some() {
        return None;
    }
    let finding = Finding::new(Cause::SsoSettingMissing)
        .with("profile", &profile.name)
        .with("key", key)
        .with("place", evidence.paths.display_location(header))
        .shown_by(Exhibit::new("exhibit-section").at(header, &evidence.paths));
    Some(finding)
}

fn missing_session(evidence: &Evidence, profile: &Profile, named: &Setting) -> Finding {
    let sections = evidence.profiles.sso_sessions().map(|(name, _)| name);
    let near = meant(named.value(), sections);
    let fix = near.and_then(|near| {
        let change = Change::Set {
            section: super::profile_choice::section(&profile.name),
            settings: vec![NewSetting::new(setting::SSO_SESSION, near)],
            file: Some(named.at.file),
        };
        let title = Sentence::new("fix-set_key").with("key", setting::SSO_SESSION).with("value", near);
        Fix::edit(evidence, title, change)
    });
    Finding::new(Cause::SsoSessionMissing)
        .with("profile", &profile.name)
        .with("session", named.value())
        .with("meant", near.unwrap_or_default())
        .with("place", evidence.paths.display_location(named.at))
        .shown_by(Exhibit::new("exhibit-setting").at(named.at, &evidence.paths).value(named.value()))
        .fixed_by(fix)
}

/// The AWS CLI refuses a profile that says otherwise than its sso-session.
fn inconsistent(evidence: &Evidence, profile: &Profile, session: &Section, key: &str) -> Option<Finding> {
    let (own, theirs) = (profile.get(key)?, session.get(key)?);
    if own.value() == theirs.value() {
        return None;
    }
    let change = Change::Unset {
        section: super::profile_choice::section(&profile.name),
        keys: vec![key.to_owned()],
        file: Some(own.at.file),
    };
    let fix = Fix::edit(evidence, Sentence::new("fix-remove_key").with("key", key), change);
    let finding = Finding::new(Cause::SsoSettingsInconsistent)
        .with("profile", &profile.name)
        .with("key", key)
        .with("place", evidence.paths.display_location(own.at))
        .with("other", evidence.paths.display_location(theirs.at))
        .shown_by(Exhibit::new("exhibit-setting").at(own.at, &evidence.paths).value(own.value()))
        .shown_by(Exhibit::new("exhibit-setting").at(theirs.at, &evidence.paths).value(theirs.value()))
        .fixed_by(fix);
    Some(finding)
}
