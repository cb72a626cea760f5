//! The kinds of profiles that can be made, and what each needs.

use serde::{Deserialize, Serialize};

/// A kind of profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
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

    /// What it cannot do without.
    pub fn needed(self) -> &'static [Needed] {
        match self {
            Self::Keys => &[&["aws_access_key_id"], &["aws_secret_access_key"]],
            Self::TemporaryKeys => {
                &[&["aws_access_key_id"], &["aws_secret_access_key"], &["aws_session_token"]]
            }
            Self::Role => &[&["role_arn"], &["source_profile", "credential_source"]],
            Self::RoleMfa => &[&["role_arn"], &["source_profile", "credential_source"], &["mfa_serial"]],
            Self::Sso => &[&["sso_session"], &["sso_account_id"], &["sso_role_name"]],
            Self::SsoLegacy => {
                &[&["sso_start_url"], &["sso_region"], &["sso_account_id"], &["sso_role_name"]]
            }
            Self::WebIdentity => &[&["role_arn"], &["web_identity_token_file"]],
            Self::Process => &[&["credential_process"]],
            Self::Login => &[&["login_session"]],
        }
    }

    /// The needed keys that are secrets, in the order they are asked for.
    pub fn secrets(self) -> Vec<&'static str> {
        self.needed().iter().map(|keys| keys[0]).filter(|key| super::is_secret_key(key)).collect()
    }
}
