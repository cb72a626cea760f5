//! Detects that files changed without reading them, for file systems that send no notifications.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sandglass_core::cache::CachePlace;

use crate::os::FileIdentity;
use crate::{Environment, sign_in};

/// Dates, sizes and identities of everything a snapshot reads.
#[derive(Debug, PartialEq, Eq)]
pub struct Stamp(Vec<(PathBuf, Option<FileState>)>);

/// A file or directory, as it looks from outside.
#[derive(Debug, PartialEq, Eq)]
struct FileState {
    size: u64,
    written: Option<SystemTime>,
    identity: FileIdentity,
}

impl Stamp {
    /// As things are now. To be made before they are read: what changes meanwhile is seen the next time.
    pub fn take(environment: &Environment) -> Self {
        let paths = &environment.paths;
        let mut seen: Vec<_> =
            [&paths.config, &paths.credentials, &environment.preferences].map(|path| looked_at(path)).into();
        let caches = CachePlace::ALL.map(|place| place.directory(paths));
        for directory in caches.into_iter().chain([sign_in::login_directory(environment)]) {
            let entries = std::fs::read_dir(&directory).into_iter().flatten().map_while(Result::ok);
            let json = |path: &PathBuf| path.extension().is_some_and(|end| end == "json");
            let start = seen.len();
            seen.extend(entries.map(|entry| entry.path()).filter(json).map(|path| looked_at(&path)));
            // Directories are read in any order.
            seen[start..].sort_by(|one, other| one.0.cmp(&other.0));
        }
        Self(seen)
    }
}

fn looked_at(path: &Path) -> (PathBuf, Option<FileState>) {
    let seen = |found: Metadata| FileState {
        size: found.len(),
        written: found.modified().ok(),
        identity: FileIdentity::from_metadata(&found),
    };
    (path.to_owned(), std::fs::metadata(path).ok().map(seen))
}

#[cfg(test)]
mod tests;
