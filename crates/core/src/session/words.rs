//! The stable words for a session's kind and state.

use serde::Serialize;

use super::Session;
use crate::source::SessionKind;

impl SessionKind {
    /// The word for a session.
    pub fn from_session(session: &Session) -> Self {
        match session.source {
            None if session.settings_only => Self::Settings,
            None => Self::None,
            Some(kind) if kind.is_keys() && session.temporary_keys => Self::TemporaryKeys,
            Some(kind) => kind.session_kind(),
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
