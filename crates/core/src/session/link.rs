//! One part of a chain, with what matters for renewing.

use super::Expires;
use crate::Timestamp;
use crate::problem::Origin;
use crate::source::SourceKind;

/// A sign-in at IAM Identity Center or with `aws login`, as its file tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// The expiry of its token or its keys.
    pub expires_at: Timestamp,
    /// The time until which it can be refreshed without a person; none if it cannot be refreshed.
    pub refreshable_until: Option<Timestamp>,
}

impl SignIn {
    /// True if it gives credentials at `now`, itself or refreshed.
    pub fn serves(&self, now: Timestamp) -> bool {
        self.expires_at > now || self.refreshable_until.is_some_and(|until| until > now)
    }
}

/// One source of a chain, as it matters for renewing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The profile it stands in; none for variables and hosts.
    pub profile: Option<String>,
    /// The kind of its source.
    pub kind: SourceKind,
    /// The role it assumes, as it may be shown.
    pub role_arn: Option<String>,
    /// The name of the role whose credentials it gives, without its path: one it assumes, or one of IAM Identity Center.
    pub role_name: Option<String>,
    /// Its place.
    pub at: Origin,
    /// The MFA device it asks for.
    pub mfa_serial: Option<String>,
    /// The expiry of its own credentials.
    pub expires: Expires,
}

/// The condition for one code to serve several profiles: the device, and whose keys sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedCode {
    pub(super) serial: String,
    pub(super) signer: Option<String>,
    pub(super) kind: SourceKind,
}
