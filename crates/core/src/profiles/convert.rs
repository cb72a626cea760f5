//! Converts a profile so that it renews itself: `role_arn` and `source_profile` replace temporary keys.

use aws_files::{Arn, FileKind, Profile, Profiles, SectionName, access_key, setting};

use super::change::Conversion;
use super::draft::{Draft, session_keys};
use super::region::nearest_region;
use super::{NewSetting, ProfileKind};
use crate::preferences::{Refresh, is_role_arn};
use crate::problem::{Code, Origin, Problem};

/// Keys in which tools record whose session they wrote.
const ROLE_KEYS: [&str; 4] = [setting::ROLE_ARN, "assumed_role_arn", "x_principal_arn", "aws_role_arn"];

/// Proposes a conversion: the given values, or else those in the files and the preferences.
pub fn propose(
    profiles: &Profiles,
    profile: &str,
    role: Option<String>,
    source: Option<String>,
    refresh: Option<&Refresh>,
) -> Result<Conversion, Problem> {
    let Some(found) = profiles.get(profile) else {
        return Err(Problem::new(Code::UnknownProfile).with("profile", profile));
    };
    let role_arn = role
        .or_else(|| recorded_role(found).map(|recorded| recorded.role_arn))
        .or_else(|| refresh.map(|refresh| refresh.role_arn.clone()))
        .ok_or_else(|| Problem::new(Code::RoleNotKnown).with("profile", profile))?;
    let own = found.get(setting::SOURCE_PROFILE).map(|setting| setting.value().to_owned());
    let source_profile =
        match source.or(own).or_else(|| refresh.map(|refresh| refresh.source_profile.clone())) {
            Some(named) => named,
            None => only_source(profiles, profile)?,
        };
    let own = found.get(setting::REGION).is_some();
    let region = if own { None } else { nearest_region(profiles, &source_profile) };
    Ok(Conversion { profile: profile.to_owned(), role_arn, source_profile, region })
}

/// The role whose session a profile's keys are, as the tool that wrote them recorded it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedRole {
    /// The role.
    pub role_arn: String,
    /// The key it was recorded in.
    pub key: &'static str,
    /// True if its session was recorded, whose ARN lacks the role's path.
    pub by_session: bool,
}

/// Returns the role that a tool recorded in a profile.
pub fn recorded_role(profile: &Profile) -> Option<RecordedRole> {
    ROLE_KEYS.iter().find_map(|key| {
        let arn = profile.get(key)?.value();
        Some(RecordedRole { role_arn: role_of(arn)?, key, by_session: !is_role_arn(arn) })
    })
}

/// The role of an ARN: its own, or that of a session, whose ARN lacks the role's path.
fn role_of(arn: &str) -> Option<String> {
    if is_role_arn(arn) {
        return Some(arn.to_owned());
    }
    let session = Arn::parse(arn).filter(|arn| arn.region.is_empty())?;
    let resource = format!("role/{}", session.session_role_name()?);
    let role = Arn { service: "iam", resource: &resource, ..session }.to_string();
    is_role_arn(&role).then_some(role)
}

/// Guesses which of these profiles assumes a role: the only one, or else the one that most roles name as their
/// source, or else `default`. None where nothing speaks for one of them.
pub fn likely_source<'a>(profiles: &Profiles, sources: &[&'a str]) -> Option<&'a str> {
    if let [only] = sources {
        return Some(*only);
    }
    let names = |profile: &Profile, source: &str| {
        profile.get(setting::SOURCE_PROFILE).is_some_and(|named| named.value() == source)
    };
    let count = |source: &str| profiles.iter().filter(|profile| names(profile, source)).count();
    let most = sources.iter().map(|source| count(source)).max().unwrap_or_default();
    let mut most_named = sources.iter().copied().filter(|source| most > 0 && count(source) == most);
    match (most_named.next(), most_named.next()) {
        (Some(one), None) => Some(one),
        _ => sources.iter().copied().find(|source| *source == "default"),
    }
}

/// The other profiles with long-term keys, which may assume a role.
pub fn long_term_keys<'a>(profiles: &'a Profiles, except: &str) -> Vec<&'a str> {
    let has_keys = |found: &&Profile| {
        found.name != except
            && found.get(setting::AWS_ACCESS_KEY_ID).is_some()
            && found.get(setting::AWS_SECRET_ACCESS_KEY).is_some()
            && found.get(setting::AWS_SESSION_TOKEN).is_none()
            && found.get(setting::AWS_SECURITY_TOKEN).is_none()
    };
    profiles.iter().filter(has_keys).map(|found| found.name.as_str()).collect()
}

fn only_source(profiles: &Profiles, profile: &str) -> Result<String, Problem> {
    let candidates = long_term_keys(profiles, profile);
    match candidates.as_slice() {
        [only] => Ok((*only).to_owned()),
        _ => Err(Problem::new(Code::SourceNotChosen)
            .with("profile", profile)
            .with("count", if candidates.is_empty() { "none" } else { "several" })
            .with("candidates", candidates.join(", "))),
    }
}

/// The role goes to the config file; the old keys, which would come back once the role is gone, go.
/// So does every other setting that gives credentials, or that would keep the role from being used.
pub(super) fn convert(draft: &mut Draft<'_>, conversion: &Conversion) -> Result<SectionName, Problem> {
    let section = SectionName::Profile(conversion.profile.clone());
    draft.must_exist(&section)?;
    if let Some(missing) = missing(conversion).into_iter().next() {
        return Err(missing);
    }
    let long_term = draft.files.profiles().get(&conversion.profile).and_then(|profile| {
        let key =
            profile.get(setting::AWS_ACCESS_KEY_ID).filter(|key| access_key::is_long_term(key.value()))?;
        Some(key.at)
    });
    if let Some(at) = long_term {
        return Err(Problem::new(Code::LongTermKeys)
            .at(Origin::File(at))
            .with("profile", &conversion.profile));
    }
    for key in session_keys().chain([setting::CREDENTIAL_SOURCE, setting::WEB_IDENTITY_TOKEN_FILE]) {
        draft.unset_if_there(&section, key)?;
    }
    let settings =
        [(setting::ROLE_ARN, &conversion.role_arn), (setting::SOURCE_PROFILE, &conversion.source_profile)];
    for (key, value) in settings {
        let file = draft.home_of(&section, key);
        draft.set(file, &section, &NewSetting::new(key, value))?;
    }
    match conversion.region.as_deref() {
        None => {}
        Some("") => draft.unset_if_there(&section, setting::REGION)?,
        Some(region) => {
            let file = draft.home_of(&section, setting::REGION);
            draft.set(file, &section, &NewSetting::new(setting::REGION, region))?;
        }
    }
    draft.drop_if_empty(FileKind::Credentials, &section)?;
    Ok(section)
}

/// Returns the problems of required settings that are missing: no line is written for them, not even in a preview.
pub(super) fn missing(conversion: &Conversion) -> Vec<Problem> {
    let given =
        [(setting::ROLE_ARN, &conversion.role_arn), (setting::SOURCE_PROFILE, &conversion.source_profile)];
    let given = given.into_iter().filter(|(_, value)| !value.is_empty());
    let given: Vec<NewSetting> = given.map(|(key, value)| NewSetting::new(key, value)).collect();
    ProfileKind::Role.missing(&given)
}
