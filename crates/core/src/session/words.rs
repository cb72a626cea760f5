//! The stable words for a session's kind and state.

use serde::Serialize;

use super::Session;
use crate::source::SourceKind;

/// The word for what kind of profile it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// A role assumed by another source.
    Role,
    /// Long-term keys.
    Keys,
    /// Keys with a session token, kept in a file or variables.
    TemporaryKeys,
    /// IAM Identity Center.
    Sso,
    /// A role assumed with a token file.
    WebIdentity,
    /// `aws login`.
    Login,
    /// `credential_process`.
    Process,
    /// The container endpoint or instance metadata.
    Host,
    /// A region, an output format and the like: it asks for no credentials at all.
    Settings,
    /// Nothing usable.
    None,
}

impl SessionKind {
    /// The word for a session.
    pub fn from_session(session: &Session) -> Self {
        match session.source {
            None if session.settings_only => Self::Settings,
            None => Self::None,
            Some(SourceKind::Environment | SourceKind::SharedKeys | SourceKind::ConfigKeys) => {
                if session.temporary_keys { Self::TemporaryKeys } else { Self::Keys }
            }
            Some(SourceKind::Role) => Self::Role,
            Some(SourceKind::WebIdentity) => Self::WebIdentity,
            Some(SourceKind::Sso) => Self::Sso,
            Some(SourceKind::Login) => Self::Login,
            Some(SourceKind::Process) => Self::Process,
            Some(SourceKind::Container | SourceKind::Instance) => Self::Host,
        }
    }

    /// The word `--json` shows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Keys => "keys",
            Self::TemporaryKeys => "temporary_keys",
            Self::Sso => "sso",
            Self::WebIdentity => "web_identity",
            Self::Login => "login",
            Self::Process => "process",
            Self::Host => "host",
            Self::Settings => "settings",
            Self::None => "none",
        }
    }
}

/// The state of a session at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// Cannot resolve, or the AWS CLI would fail on its cache.
    Broken,
    /// Its credentials ran out.
    Expired,
    /// Less than 15 min, or than a quarter of its life, is left.
    Expiring,
    /// Time left.
    Fresh,
    /// Temporary keys with no recorded expiry, or credentials made anew at each use.
    Unknown,
    /// Nothing cached, renewable.
    SignedOut,
    /// Long-term keys.
    NoExpiry,
    /// There is none to have: the profile holds settings only.
    None,
}

impl SessionState {
    /// The word `--json` shows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Expired => "expired",
            Self::Expiring => "expiring",
            Self::Fresh => "fresh",
            Self::Unknown => "unknown",
            Self::SignedOut => "signed_out",
            Self::NoExpiry => "no_expiry",
            Self::None => "none",
        }
    }
}
