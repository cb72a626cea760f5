//! The kinds of profiles that can be created, and the settings each needs.

use aws_files::{Profile, setting};
use serde::{Deserialize, Serialize};

use super::NewSetting;
use crate::problem::{Code, Problem};

/// A kind of profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ProfileKind {
    /// Long-term keys.
    Keys,
    /// Keys with a session token.
    TemporaryKeys,
    /// A role assumed by another source.
    Role,
    /// A role behind an MFA device.
    RoleMfa,
    /// IAM Identity Center by an `[sso-session]`.
    Sso,
    /// IAM Identity Center, all in the profile.
    SsoLegacy,
    /// A role assumed with a token file.
    WebIdentity,
    /// `credential_process`.
    Process,
    /// `aws login`.
    Login,
}

/// One key, or one of several, that a kind cannot do without.
type Needed = &'static [&'static str];

impl ProfileKind {
    /// Every kind, with its name.
    pub const ALL: [(Self, &'static str); 9] = [
        (Self::Keys, "keys"),
        (Self::TemporaryKeys, "temporary_keys"),
        (Self::Role, "role"),
        (Self::RoleMfa, "role_mfa"),
        (Self::Sso, "sso"),
        (Self::SsoLegacy, "sso_legacy"),
        (Self::WebIdentity, "web_identity"),
        (Self::Process, "process"),
        (Self::Login, "login"),
    ];

    /// The kind of a name; `-` and `_` are the same.
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.replace('-', "_");
        Self::ALL.into_iter().find_map(|(kind, known)| (known == name).then_some(kind))
    }

    /// Its name.
    pub fn as_str(self) -> &'static str {
        Self::ALL.into_iter().find_map(|(kind, name)| (kind == self).then_some(name)).unwrap_or_default()
    }

    /// Returns the settings it needs.
    pub fn needed(self) -> &'static [Needed] {
        match self {
            Self::Keys => &[&[setting::AWS_ACCESS_KEY_ID], &[setting::AWS_SECRET_ACCESS_KEY]],
            Self::TemporaryKeys => &[
                &[setting::AWS_ACCESS_KEY_ID],
                &[setting::AWS_SECRET_ACCESS_KEY],
                &[setting::AWS_SESSION_TOKEN],
            ],
            Self::Role => &[&[setting::ROLE_ARN], &[setting::SOURCE_PROFILE, setting::CREDENTIAL_SOURCE]],
            Self::RoleMfa => &[
                &[setting::ROLE_ARN],
                &[setting::SOURCE_PROFILE, setting::CREDENTIAL_SOURCE],
                &[setting::MFA_SERIAL],
            ],
            Self::Sso => &[&[setting::SSO_SESSION], &[setting::SSO_ACCOUNT_ID], &[setting::SSO_ROLE_NAME]],
            Self::SsoLegacy => &[
                &[setting::SSO_START_URL],
                &[setting::SSO_REGION],
                &[setting::SSO_ACCOUNT_ID],
                &[setting::SSO_ROLE_NAME],
            ],
            Self::WebIdentity => &[&[setting::ROLE_ARN], &[setting::WEB_IDENTITY_TOKEN_FILE]],
            Self::Process => &[&[setting::CREDENTIAL_PROCESS]],
            Self::Login => &[&[setting::LOGIN_SESSION]],
        }
    }

    /// The kind of a profile: what the AWS CLI would take its credentials from, by the settings alone.
    pub fn from_profile(profile: &Profile) -> Option<Self> {
        let has = |key: &str| profile.get(key).is_some();
        let kind = if has(setting::WEB_IDENTITY_TOKEN_FILE) {
            Self::WebIdentity
        } else if has(setting::ROLE_ARN) {
            if has(setting::MFA_SERIAL) { Self::RoleMfa } else { Self::Role }
        } else if has(setting::SSO_SESSION) {
            Self::Sso
        } else if has(setting::SSO_START_URL) {
            Self::SsoLegacy
        } else if has(setting::AWS_ACCESS_KEY_ID) || has(setting::AWS_SECRET_ACCESS_KEY) {
            let token = has(setting::AWS_SESSION_TOKEN) || has(setting::AWS_SECURITY_TOKEN);
            if token { Self::TemporaryKeys } else { Self::Keys }
        } else if has(setting::LOGIN_SESSION) {
            Self::Login
        } else if has(setting::CREDENTIAL_PROCESS) {
            Self::Process
        } else {
            return None;
        };
        Some(kind)
    }

    /// Returns the problems of required settings that are missing.
    pub(super) fn missing(self, settings: &[NewSetting]) -> Vec<Problem> {
        missing(self.as_str(), self.needed(), settings)
    }

    /// The needed keys that are secrets, in the order they are asked for.
    pub fn secrets(self) -> Vec<&'static str> {
        self.needed().iter().map(|keys| keys[0]).filter(|key| super::is_secret_key(key)).collect()
    }
}

/// The settings that an `[sso-session]` cannot do without.
pub(super) const SSO_SESSION_NEEDS: &[Needed] = &[&[setting::SSO_START_URL], &[setting::SSO_REGION]];

/// Returns the problems of an `[sso-session]` whose required settings are missing.
pub(super) fn missing_of_sso_session(settings: &[NewSetting]) -> Vec<Problem> {
    missing(setting::SSO_SESSION, SSO_SESSION_NEEDS, settings)
}

fn missing(kind: &str, needed: &[Needed], settings: &[NewSetting]) -> Vec<Problem> {
    let is_there = |keys: &&Needed| settings.iter().any(|setting| keys.contains(&setting.key.as_str()));
    let problem =
        |keys: &Needed| Problem::new(Code::KindNeeds).with("kind", kind).with("key", keys.join(" | "));
    needed.iter().filter(|keys| !is_there(keys)).map(problem).collect()
}
