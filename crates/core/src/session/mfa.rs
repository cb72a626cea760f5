//! Sessions of users that codes of MFA devices made, as far as a snapshot knows them.

use aws_files::cache::CacheKey;
use chrono::TimeDelta;

use crate::Timestamp;
use crate::resolve::Resolution;
use crate::source::Source;

/// A session of a user that a code of an MFA device made, without its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MfaSession {
    /// Its expiry.
    pub expires_at: Timestamp,
    /// The roles that AWS did not let it assume: they take a code themselves.
    pub refused: Vec<String>,
}

impl MfaSession {
    /// A call takes a moment.
    const AT_LEAST: TimeDelta = TimeDelta::minutes(1);

    /// True if it signs the call for a role at `now`.
    pub fn signs(&self, role_arn: &str, now: Timestamp) -> bool {
        now < self.signs_until() && !self.refused.iter().any(|refused| refused == role_arn)
    }

    /// The last moment at which it signs.
    pub(super) fn signs_until(&self) -> Timestamp {
        self.expires_at - Self::AT_LEAST
    }
}

/// The keys of a profile's own session, and of the sessions that a code made for its roles.
pub fn own_keys(resolution: &Resolution) -> Vec<CacheKey> {
    let own = resolution.source.as_ref().and_then(|source| source.stored(0)?.cli_key());
    own.into_iter().chain(resolution.source.iter().flat_map(mfa_session_keys)).collect()
}

/// The keys of the sessions, made with a code, that may sign for the roles of a chain.
pub fn mfa_session_keys(source: &Source) -> impl Iterator<Item = CacheKey> {
    source.links().filter_map(|link| match link {
        Source::Role(role) => role.mfa_session_key(),
        _ => None,
    })
}
