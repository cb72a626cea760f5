//! Sessions of users that a code of an MFA device made, kept in our state directory: one code serves every role
//! that they may sign for.

pub(crate) mod program;
mod used;

use std::path::{Path, PathBuf};

use aws_files::cache::{CacheKey, CliCacheEntry};
use aws_files::{Arn, Secret};
use chrono::{SecondsFormat, TimeDelta};
use sandglass_core::Timestamp;
use sandglass_core::resolve::StaticKeys;
use sandglass_core::session::MfaSession;
use sandglass_core::source::{KeysSource, RoleSource};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

pub(crate) use used::UsedCodes;

use crate::cache::{is_believable, signing_keys};
use crate::sources::UserSession;
use crate::{Environment, store};

/// AWS gives root users no longer one.
const LONGEST_OF_ROOT: TimeDelta = TimeDelta::hours(1);
/// The device of a root user has this name.
const ROOT_DEVICE: &str = "root-account-mfa-device";

/// A session as it is kept.
pub(crate) struct KeptSession {
    pub(crate) keys: StaticKeys,
    pub(crate) about: MfaSession,
}

/// The place of the session that may sign for a role.
#[derive(Clone)]
pub(crate) struct MfaStore<'a> {
    environment: &'a Environment,
    key: CacheKey,
    signer: &'a KeysSource,
    serial: &'a str,
    role_arn: &'a str,
}

impl<'a> MfaStore<'a> {
    /// None for a role that takes the code itself.
    pub(crate) fn of(environment: &'a Environment, role: &'a RoleSource) -> Option<Self> {
        let (signer, serial) = role.mfa_signer()?;
        let (serial, role_arn) = (serial.as_str(), role.role_arn.as_str());
        Some(Self { environment, key: role.mfa_session_key()?, signer, serial, role_arn })
    }

    fn path(&self) -> PathBuf {
        self.environment.paths.mfa_sessions.join(self.key.file_name())
    }

    /// The kept session that signs for the role now.
    pub(crate) fn signing(&self, now: Timestamp) -> Option<StaticKeys> {
        let kept = read(&self.path())?;
        kept.about.signs(self.role_arn, now).then_some(kept.keys)
    }

    /// True if AWS did not let a session assume the role, not long ago.
    pub(crate) fn is_refused(&self, now: Timestamp) -> bool {
        let kept = read(&self.path()).filter(|kept| kept.about.expires_at > now);
        kept.is_some_and(|kept| kept.about.refused.iter().any(|refused| refused == self.role_arn))
    }

    /// The time for which a new one lasts: as it was chosen, and at most what AWS gives.
    pub(crate) fn lasts(&self) -> TimeDelta {
        let chosen = self.environment.mfa_session;
        let is_of_root =
            Arn::parse(self.serial).is_some_and(|device| device.mfa_device() == Some(ROOT_DEVICE));
        if is_of_root { chosen.min(LONGEST_OF_ROOT) } else { chosen }
    }

    /// Keeps a new session. Where it cannot be kept it signs all the same, once.
    pub(crate) fn keep(&self, session: &UserSession) {
        let refused = read(&self.path()).map(|kept| kept.about.refused).unwrap_or_default();
        let _ = self.write(&session.keys, session.expires_at, &refused);
    }

    /// Notes that AWS does not let a session assume the role: it takes the next code itself.
    pub(crate) fn refuse(&self) {
        let Some(mut kept) = read(&self.path()) else { return };
        kept.about.refused.push(self.role_arn.to_owned());
        let _ = self.write(&kept.keys, kept.about.expires_at, &kept.about.refused);
    }

    /// Removes a session that AWS takes no longer.
    pub(crate) fn forget(&self) {
        let _ = std::fs::remove_file(self.path());
    }

    fn write(&self, keys: &StaticKeys, end: Timestamp, refused: &[String]) -> std::io::Result<()> {
        let session_token = keys.session_token.as_ref().map(Secret::expose).unwrap_or_default();
        let stored = StoredSession {
            credentials: StoredKeys {
                access_key_id: &keys.access_key_id,
                secret_access_key: keys.secret_access_key.expose(),
                session_token,
                expiration: end.to_rfc3339_opts(SecondsFormat::Secs, true),
            },
            serial_number: self.serial,
            user_access_key_id: &self.signer.access_key_id,
            refused_roles: refused,
        };
        let text = Zeroizing::new(serde_json::to_vec(&stored)?);
        store::own_file(&self.path(), &text)
    }
}

/// Reads what is kept under a key, without its secrets.
pub(crate) fn reading(directory: &Path, key: &CacheKey) -> Option<MfaSession> {
    read(&directory.join(key.file_name())).map(|kept| kept.about)
}

fn read(path: &Path) -> Option<KeptSession> {
    let text = Zeroizing::new(store::read(path).ok()?);
    let stored_at = std::fs::metadata(path).and_then(|found| found.modified()).ok().map(Timestamp::from);
    let credentials = CliCacheEntry::parse(&text).ok()?.credentials;
    let expires_at = credentials.expiration;
    let about =
        MfaSession { expires_at, refused: serde_json::from_slice::<Notes>(&text).ok()?.refused_roles };
    let keys = signing_keys(credentials)?;
    is_believable(expires_at, stored_at).then_some(KeptSession { keys, about })
}

/// The form of the file: the AWS CLI's, and what is around it.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct StoredSession<'a> {
    credentials: StoredKeys<'a>,
    serial_number: &'a str,
    user_access_key_id: &'a str,
    refused_roles: &'a [String],
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct StoredKeys<'a> {
    access_key_id: &'a str,
    secret_access_key: &'a str,
    session_token: &'a str,
    expiration: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Notes {
    #[serde(default)]
    refused_roles: Vec<String>,
}

#[cfg(test)]
mod tests;
