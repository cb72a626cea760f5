//! The AWS CLI's session cache, `~/.aws/cli/cache`.

mod clean;
mod inventory;

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::io::{ErrorKind, Result};
use std::path::{Path, PathBuf};

use chrono::{Datelike, TimeDelta};

use aws_files::cache::{CacheKey, CliCacheEntry, SessionCredentials};
use sandglass_core::Timestamp;
use sandglass_core::resolve::StaticKeys;
use sandglass_core::session::CacheReading;

pub use clean::{Cleaned, Removed, clean, clean_these, put_back};
pub(crate) use inventory::list;
pub use inventory::{Inventory, inventory};

use crate::files::{self, Replacement};

/// A session is two kilobytes; what is larger than this is none, and is not read.
const LARGEST_ENTRY: u64 = 1024 * 1024;

/// No session of STS lasts longer: 36 hours, and an hour for clocks that disagree.
const LONGEST_SESSION: TimeDelta = TimeDelta::hours(37);

/// True if AWS could have given a session that ends then, to be stored at that time. One that did not come from AWS, or
/// is dated wrongly, would be handed out for ever.
pub(crate) fn is_believable(end: Timestamp, stored_at: Option<Timestamp>) -> bool {
    is_date_of_aws(end) && stored_at.is_none_or(|stored| end - stored <= LONGEST_SESSION)
}

/// True if there was an AWS at that time.
pub(crate) fn is_date_of_aws(at: Timestamp) -> bool {
    at.year() >= 2006
}

/// One entry as it was found.
pub(crate) enum CacheLookup {
    /// No file.
    Absent,
    /// A usable entry and its file's date.
    Entry(Box<CliCacheEntry>, Option<Timestamp>),
    /// A file the AWS CLI fails on.
    Damaged,
    /// A file that cannot be read.
    Unreadable,
}

/// Returns the keys of a cached session; none if nobody can sign with them.
pub(crate) fn signing_keys(session: SessionCredentials) -> Option<StaticKeys> {
    let token = Some(session.session_token);
    StaticKeys::new(session.access_key_id, session.secret_access_key, token).ok()
}

/// The cache directory.
#[derive(Clone, Debug)]
pub(crate) struct CliCache {
    directory: PathBuf,
    /// The names in it, where it was listed.
    names: Option<HashSet<OsString>>,
}

impl CliCache {
    pub(crate) fn new(directory: &Path) -> Self {
        Self { directory: directory.to_owned(), names: None }
    }

    /// For many questions at one moment: what is not in the directory now is not looked for. Where it cannot be
    /// listed each entry is.
    pub(crate) fn listed(directory: &Path) -> Self {
        let names = match std::fs::read_dir(directory) {
            Ok(entries) => entries.map(|entry| Ok(entry?.file_name())).collect::<Result<_>>().ok(),
            Err(error) if error.kind() == ErrorKind::NotFound => Some(HashSet::new()),
            Err(_) => None,
        };
        Self { names, ..Self::new(directory) }
    }

    /// True if there is no entry at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.names.as_ref().is_some_and(HashSet::is_empty)
    }

    /// Returns the path of an entry.
    pub(crate) fn path(&self, key: &CacheKey) -> PathBuf {
        self.directory.join(key.file_name())
    }

    /// Reads an entry. AWS CLI v2 writes in place, so what is damaged is read a second time.
    pub(crate) fn read(&self, key: &CacheKey) -> CacheLookup {
        match self.read_once(key) {
            CacheLookup::Damaged => self.read_once(key),
            found => found,
        }
    }

    fn read_once(&self, key: &CacheKey) -> CacheLookup {
        let path = self.path(key);
        let bytes = match files::content(&path, LARGEST_ENTRY) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return CacheLookup::Absent,
            Err(error) if error.kind() == ErrorKind::PermissionDenied => return CacheLookup::Unreadable,
            Err(_) => return CacheLookup::Damaged,
        };
        let stored_at = std::fs::metadata(&path).and_then(|found| found.modified()).ok().map(Timestamp::from);
        match CliCacheEntry::parse(&bytes) {
            Ok(entry) if !is_believable(entry.credentials.expiration, stored_at) => CacheLookup::Absent,
            // What the AWS CLI cannot sign with is as good as cut off.
            Ok(entry) if signing_keys(entry.credentials.clone()).is_some() => {
                CacheLookup::Entry(Box::new(entry), stored_at)
            }
            _ => CacheLookup::Damaged,
        }
    }

    /// Reads what status needs to know of an entry; nothing secret.
    pub(crate) fn reading(&self, key: &CacheKey) -> Option<CacheReading> {
        if self.names.as_ref().is_some_and(|names| !names.contains(OsStr::new(&key.file_name()))) {
            return None;
        }
        match self.read(key) {
            CacheLookup::Absent => None,
            CacheLookup::Damaged => {
                Some(CacheReading::Damaged { file: self.path(key).display().to_string() })
            }
            CacheLookup::Unreadable => {
                Some(CacheReading::Unreadable { file: self.path(key).display().to_string() })
            }
            CacheLookup::Entry(entry, stored_at) => Some(CacheReading::Entry {
                expires_at: entry.credentials.expiration,
                stored_at,
                account_id: entry.credentials.account_id.clone(),
            }),
        }
    }

    /// Checks that an entry could be stored, so that a cache that cannot be written is known before anybody
    /// is asked for a code.
    pub(crate) fn check_writable(&self, key: &CacheKey) -> Result<()> {
        crate::os::create_private_dir(&self.directory)?;
        files::probe(&self.path(key))
    }

    /// Makes room for an entry before AWS is asked for it. A link at its place is followed, as AWS CLI
    /// v2 does. Only for the holder of the key's lock.
    pub(crate) fn reserve(&self, key: &CacheKey) -> Result<Replacement> {
        crate::os::create_private_dir(&self.directory)?;
        let path = self.path(key);
        files::sweep(&path);
        Replacement::begin(&path)
    }
}

#[cfg(test)]
mod tests;
