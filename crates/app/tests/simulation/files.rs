//! The AWS files of the simulated week.

use sandglass_core::testing::LONG_TERM;
use sandglass_core::text::instant;

use super::{Kind, Profile};

/// The role of a profile.
pub(super) fn arn(name: &str) -> String {
    format!("arn:aws:iam::123456789012:role/{name}")
}

/// The roles of all profiles.
pub(super) fn config(profiles: &[Profile]) -> String {
    let role = |profile: &Profile| {
        let (source, more) = match profile.kind {
            Kind::Pasted | Kind::Refreshed => return String::new(),
            Kind::Silent | Kind::Click => ("base", ""),
            Kind::Mfa => ("base", "mfa_serial = arn:aws:iam::123456789012:mfa/ana\n"),
            Kind::Chained => ("mfa-day", ""),
        };
        let (name, arn) = (profile.name, arn(profile.name));
        format!("[profile {name}]\nrole_arn = {arn}\nsource_profile = {source}\n{more}")
    };
    profiles.iter().map(role).collect()
}

/// The keys that sign, and those of profiles that have their own.
pub(super) fn credentials(profiles: &[Profile]) -> String {
    let keys = |profile: &Profile| {
        let (name, end) = (profile.name, instant(profile.end));
        format!(
            "[{name}]\naws_access_key_id = ASIA\naws_secret_access_key = canary\naws_session_token = t\n\
             x_security_token_expires = {end}\n"
        )
    };
    let kept = profiles.iter().filter(|profile| matches!(profile.kind, Kind::Pasted | Kind::Refreshed));
    LONG_TERM.to_owned() + &kept.map(keys).collect::<String>()
}
