//! Where a renewed session is kept: the AWS CLI's cache, or the profile's own section of a file.

use std::path::PathBuf;

use aws_files::cache::CacheKey;
use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};

use super::chain::{Timed, timed};
use super::keys_file::KeysFile;
use super::sts::NewSession;
use crate::Environment;
use crate::cache::{CliCache, Found};
use crate::files::Replacement;

/// The place of one session.
#[derive(Clone)]
pub(super) enum Store<'a> {
    /// An entry of the AWS CLI's cache.
    Cache { environment: &'a Environment, cache: &'a CliCache, key: CacheKey },
    /// Keys kept in a file.
    File(KeysFile<'a>),
}

/// The session found at its place.
pub(super) struct Held {
    pub(super) session: Timed,
    /// When it began, when known.
    pub(super) stored_at: Option<Timestamp>,
}

/// Room for a session that is still to come.
pub(super) enum Room {
    Cache(Replacement),
    File,
}

impl Store<'_> {
    /// The file.
    pub(super) fn path(&self) -> PathBuf {
        match self {
            Self::Cache { cache, key, .. } => cache.path(key),
            Self::File(keys) => keys.path(),
        }
    }

    /// One renewal at a time, across processes.
    pub(super) fn lock_name(&self) -> String {
        match self {
            Self::Cache { key, .. } => key.to_string(),
            Self::File(keys) => keys.lock_name(),
        }
    }

    /// Whether a session could be kept.
    pub(super) fn check(&self) -> Result<(), Problem> {
        match self {
            Self::Cache { cache, key, .. } => {
                cache.check_writable(key).map_err(|error| self.unwritable(&error))
            }
            Self::File(keys) => keys.check(),
        }
    }

    /// What stands there now.
    pub(super) fn held(&self) -> Option<Held> {
        match self {
            Self::Cache { cache, key, .. } => match cache.read(key) {
                Found::Entry(entry, stored_at) => timed(*entry).map(|session| Held { session, stored_at }),
                Found::Absent | Found::Damaged => None,
            },
            Self::File(keys) => keys.held(),
        }
    }

    /// Makes room, under the lock.
    pub(super) fn reserve(&self) -> Result<Room, Problem> {
        match self {
            Self::Cache { cache, key, .. } => {
                cache.reserve(key).map(Room::Cache).map_err(|error| self.unwritable(&error))
            }
            Self::File(keys) => keys.check().map(|()| Room::File),
        }
    }

    /// Keeps a new session.
    pub(super) async fn keep(&self, room: Room, session: &NewSession) -> Result<(), Problem> {
        match (self, room) {
            (Self::File(keys), _) => keys.keep(session).await,
            (Self::Cache { .. }, Room::Cache(place)) => {
                place.commit(&session.answer.to_cli_json()).map_err(|error| self.unwritable(&error))
            }
            (Self::Cache { .. }, Room::File) => Ok(()),
        }
    }

    fn unwritable(&self, error: &std::io::Error) -> Problem {
        let directory = match self {
            Self::Cache { environment, .. } => environment.paths.display(&environment.paths.cli_cache),
            Self::File(keys) => keys.path().display().to_string(),
        };
        Problem::new(Code::CacheUnwritable).with("path", directory).with("detail", error.to_string())
    }
}
