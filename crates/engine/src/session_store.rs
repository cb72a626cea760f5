//! Stores sessions: in the AWS CLI's cache, or in the profile's own section of a file.

mod keys_file;

use std::path::PathBuf;

use aws_files::cache::CacheKey;
use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::StaticKeys;
use sandglass_core::source::Stored;

pub(crate) use keys_file::KeysFile;

use crate::Environment;
use crate::cache::{CacheLookup, CliCache, signing_keys};
use crate::files::Replacement;
use crate::sources::Obtained;
use crate::trouble::Because;

/// The store of one session.
#[derive(Clone)]
pub(crate) enum SessionStore<'a> {
    /// An entry of the AWS CLI's cache.
    Cache { environment: &'a Environment, cache: CliCache, key: CacheKey },
    /// Keys kept in a file.
    File(KeysFile<'a>),
}

/// A session as it is stored.
pub(crate) struct StoredSession {
    pub(crate) keys: StaticKeys,
    /// Its end.
    pub(crate) expires_at: Timestamp,
    /// The time it began, if known.
    pub(crate) stored_at: Option<Timestamp>,
}

impl From<StoredSession> for Obtained {
    fn from(held: StoredSession) -> Self {
        Self { keys: held.keys, expires_at: Some(held.expires_at), entry: None, refreshed: None }
    }
}

/// A place in the store, ready for a session that is still to come.
pub(crate) enum PreparedSession {
    Cache(Replacement),
    File,
}

impl<'a> SessionStore<'a> {
    /// The AWS CLI's cache, for what it keeps there.
    pub(crate) fn in_cache(environment: &'a Environment, stored: Stored) -> Option<Self> {
        let key = stored.cli_key()?;
        Some(Self::Cache { environment, cache: CliCache::new(&environment.paths.cli_cache), key })
    }

    /// The file.
    pub(crate) fn path(&self) -> PathBuf {
        match self {
            Self::Cache { cache, key, .. } => cache.path(key),
            Self::File(keys) => keys.path(),
        }
    }

    /// One renewal at a time, across processes.
    pub(crate) fn lock_name(&self) -> String {
        match self {
            Self::Cache { key, .. } => key.to_string(),
            Self::File(keys) => keys.lock_name(),
        }
    }

    /// Checks that a session could be stored.
    pub(crate) fn check(&self) -> Result<(), Problem> {
        match self {
            Self::Cache { cache, key, .. } => {
                cache.check_writable(key).map_err(|error| self.unwritable(&error))
            }
            Self::File(keys) => keys.check(),
        }
    }

    /// Returns the stored session.
    pub(crate) fn stored(&self) -> Option<StoredSession> {
        match self {
            Self::Cache { cache, key, .. } => match cache.read(key) {
                CacheLookup::Entry(entry, stored_at) => {
                    let expires_at = entry.credentials.expiration;
                    Some(StoredSession { keys: signing_keys(entry.credentials)?, expires_at, stored_at })
                }
                CacheLookup::Absent | CacheLookup::Damaged | CacheLookup::Unreadable => None,
            },
            Self::File(keys) => keys.stored(),
        }
    }

    /// Makes room, under the lock.
    pub(crate) fn reserve(&self) -> Result<PreparedSession, Problem> {
        match self {
            Self::Cache { cache, key, .. } => {
                cache.reserve(key).map(PreparedSession::Cache).map_err(|error| self.unwritable(&error))
            }
            Self::File(keys) => keys.check().map(|()| PreparedSession::File),
        }
    }

    /// Keeps a new session.
    pub(crate) async fn save(&self, prepared: PreparedSession, session: &Obtained) -> Result<(), Problem> {
        let incomplete =
            || Problem::new(Code::AwsFault).with("detail", "the answer does not say when it ends");
        match (self, prepared) {
            (Self::File(keys), _) => keys.save(session).await,
            (Self::Cache { .. }, PreparedSession::Cache(place)) => {
                let entry = session.entry.as_ref().ok_or_else(incomplete)?;
                place.commit(entry).map_err(|error| self.unwritable(&error))
            }
            (Self::Cache { .. }, PreparedSession::File) => Ok(()),
        }
    }

    fn unwritable(&self, error: &std::io::Error) -> Problem {
        let directory = match self {
            Self::Cache { environment, .. } => environment.paths.display(&environment.paths.cli_cache),
            Self::File(keys) => keys.path().display().to_string(),
        };
        Problem::new(Code::CacheUnwritable).with("path", directory).because(error)
    }
}
