//! IAM Identity Center as plain data.

use serde::{Deserialize, Serialize};

/// A portal: who signs in there, and what they may use.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct IdentityCenter {
    /// The address people know it by, as `https://corp.awsapps.com/start`.
    pub start_url: String,
    /// Whoever signs in there.
    #[serde(default = "ana")]
    pub user: String,
    /// The accounts assigned to them.
    #[serde(default)]
    pub accounts: Vec<SsoAccount>,
    /// The lifetime of an access token in seconds; none outlives the sign-in.
    #[serde(default = "one_hour")]
    pub token_seconds: i64,
    /// The lifetime of a sign-in in seconds: after it no token is refreshed.
    #[serde(default = "eight_hours")]
    pub sign_in_seconds: i64,
    /// The most entries of one page of a list.
    #[serde(default = "a_page")]
    pub page: usize,
}

impl IdentityCenter {
    /// A portal without accounts.
    pub fn at(start_url: &str) -> Self {
        Self {
            start_url: start_url.to_owned(),
            user: ana(),
            accounts: Vec::new(),
            token_seconds: one_hour(),
            sign_in_seconds: eight_hours(),
            page: a_page(),
        }
    }
}

/// An account of a portal.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SsoAccount {
    /// Twelve digits.
    pub id: String,
    /// `Production`.
    pub name: String,
    /// The names of the permission sets.
    #[serde(default)]
    pub roles: Vec<String>,
}

/// A sign-in: its tokens, and what it may do.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SsoToken {
    /// The token that the portal takes.
    pub access_token: String,
    /// Its expiry, in seconds since 1970 by the world's clock.
    pub expires_at: i64,
    /// The refresh token that the token endpoint takes.
    #[serde(default)]
    pub refresh_token: Option<String>,
    /// The time after which it is not refreshed any more; none for ever.
    #[serde(default)]
    pub signed_in_until: Option<i64>,
    /// The client that was registered for it.
    #[serde(default)]
    pub client_id: String,
    /// The client's secret.
    #[serde(default)]
    pub client_secret: String,
    /// The permission sets assigned.
    #[serde(default)]
    pub roles: Vec<SsoRole>,
}

/// A permission set in an account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SsoRole {
    /// Twelve digits.
    pub account_id: String,
    /// `sso_role_name`.
    pub name: String,
}

/// A registered client.
#[derive(Clone, Debug)]
pub(crate) struct SsoClient {
    pub(crate) id: String,
    pub(crate) secret: String,
    /// Seconds since 1970 by the world's clock.
    pub(crate) expires_at: i64,
    /// Where the browser may be sent back to, whatever the port; none for devices.
    pub(crate) redirects: Vec<String>,
    /// Of the portal it was registered for, where it was for one.
    pub(crate) issuer: Option<String>,
    /// What it asks for. Without one of these a sign-in is not refreshed.
    pub(crate) scopes: Vec<String>,
}

/// A sign-in that was begun.
#[derive(Clone, Debug)]
pub(crate) struct SsoGrant {
    /// What the client shows for the token: the code of a redirect, or of a device.
    pub(crate) code: String,
    pub(crate) client_id: String,
    pub(crate) start_url: String,
    /// Seconds since 1970 by the world's clock.
    pub(crate) expires_at: i64,
    pub(crate) way: SsoWay,
}

impl SsoGrant {
    /// The code that a person types, where there is one.
    pub(crate) fn user_code(&self) -> Option<&str> {
        match &self.way {
            SsoWay::Device { user_code, .. } => Some(user_code),
            SsoWay::Browser { .. } => None,
        }
    }
}

/// The way a sign-in goes.
#[derive(Clone, Debug)]
pub(crate) enum SsoWay {
    /// A browser that is sent back to the client.
    Browser {
        /// SHA-256 of what the client shows with the code.
        challenge: String,
        redirect: String,
    },
    /// A person who types, or sees, a code.
    Device {
        user_code: String,
        /// Their answer.
        allowed: Option<bool>,
        /// When the client asked last.
        asked_at: Option<i64>,
    },
}

fn ana() -> String {
    "ana@example.com".to_owned()
}

fn one_hour() -> i64 {
    3600
}

fn eight_hours() -> i64 {
    8 * 3600
}

fn a_page() -> usize {
    20
}
