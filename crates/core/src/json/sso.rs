//! The shapes of `sandglass sso … --json`.

use serde::Serialize;

use super::instant;
use crate::Timestamp;
use crate::sso::SsoSignIn;

/// `sandglass sso login --json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SsoSignInView {
    /// The sso-session, or the start URL of profiles without one.
    pub session: String,
    /// The end of the token, RFC 3339 UTC.
    pub expires_at: String,
    /// True if it is refreshed by itself afterwards.
    pub refreshed: bool,
}

impl SsoSignInView {
    /// The sign-in that was just made.
    pub fn new(sign_in: &SsoSignIn, expires_at: Timestamp, refreshed: bool) -> Self {
        Self { session: sign_in.name(), expires_at: instant(expires_at), refreshed }
    }
}

/// `sandglass sso logout --json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SsoSignOutView {
    /// The sso-session, or the start URL of profiles without one.
    pub session: String,
    /// False if nobody was signed in.
    pub was_signed_in: bool,
    /// True if AWS confirmed the end of the token.
    pub confirmed: bool,
    /// The profiles that need a new sign-in.
    pub profiles: Vec<String>,
}

/// One element of `sandglass sso status --json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SsoStateView {
    /// The sso-session, or the start URL of profiles without one.
    pub session: String,
    /// `sso_start_url`.
    pub start_url: String,
    /// `sso_region`.
    pub region: String,
    /// `signed_in`, `expired`, `signed_out`.
    pub state: &'static str,
    /// The end of the token, RFC 3339 UTC, or null.
    pub expires_at: Option<String>,
    /// True if it is refreshed by itself.
    pub refreshed: bool,
    /// The profiles it serves.
    pub profiles: Vec<String>,
}

impl SsoStateView {
    /// The state of a sign-in.
    pub fn new(
        sign_in: &SsoSignIn,
        expires_at: Option<Timestamp>,
        refreshable_until: Option<Timestamp>,
        profiles: Vec<String>,
        now: Timestamp,
    ) -> Self {
        let refreshed = expires_at.is_some() && refreshable_until.is_some_and(|until| until > now);
        let state = match expires_at {
            Some(end) if end > now || refreshed => "signed_in",
            Some(_) => "expired",
            None => "signed_out",
        };
        Self {
            session: sign_in.name(),
            start_url: crate::masked::shown_url(&sign_in.start_url.value),
            region: sign_in.region.value.clone(),
            state,
            expires_at: expires_at.map(instant),
            refreshed,
            profiles,
        }
    }
}
