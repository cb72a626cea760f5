//! Cleans the caches, and undoes that.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sandglass_core::cache::{CacheFile, CacheFileKind, PutBack, Selection};
use sandglass_core::problem::{Code, Problem};
use zeroize::Zeroizing;

use super::inventory::examine;
use crate::lock::{Lock, PATIENCE_OF_NOTES, held};
use crate::trouble::Because;
use crate::{Clock, Environment, files, os};

/// The result of cleaning.
#[derive(Default)]
pub struct Cleaned {
    /// Each file that was to go, and whether it went.
    pub files: Vec<(CacheFile, Result<(), Problem>)>,
    /// The removed files, to be put back.
    pub removed: Removed,
}

/// The contents of removed files: in memory alone, and wiped when dropped.
#[derive(Default)]
pub struct Removed(Vec<RemovedFile>);

struct RemovedFile {
    path: PathBuf,
    content: Zeroizing<Vec<u8>>,
    modified: Option<SystemTime>,
}

impl Removed {
    /// True if there is nothing to put back.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Removes what a selection takes, and says of each file whether it went. A file that changed since it
/// was listed is looked at again, so that a session renewed meanwhile stays.
pub async fn clean(
    environment: &Environment,
    files: Vec<CacheFile>,
    selection: &Selection,
    clock: &dyn Clock,
) -> Cleaned {
    let chosen = files.into_iter().filter(|file| selection.takes(file, clock.now())).collect();
    clean_each(environment, chosen, |current| selection.takes(current, clock.now())).await
}

/// Removes files that were chosen one by one, whatever is left of what they hold. One that holds
/// something else by now stays, and so does what is no session of any kind.
pub async fn clean_these(environment: &Environment, files: Vec<CacheFile>) -> Cleaned {
    let listed = files.clone();
    clean_each(environment, files, |current| listed.contains(current)).await
}

/// Puts back what cleaning removed. Where something stands at its place by now, that is newer, and stays.
pub async fn put_back(environment: &Environment, removed: Removed) -> PutBack {
    let mut answer = PutBack::default();
    for file in removed.0 {
        let lock = match lock_of(environment, &file.path).await {
            Ok(lock) => lock,
            Err(problem) => {
                answer.failures.push(problem);
                continue;
            }
        };
        match put_back_one(&file) {
            Ok(true) => answer.put_back += 1,
            Ok(false) => answer.newer += 1,
            Err(error) => answer.failures.push(
                Problem::new(Code::CacheNotRestored)
                    .with("path", environment.paths.display(&file.path))
                    .because(&error),
            ),
        }
        drop(lock);
    }
    answer
}

fn put_back_one(file: &RemovedFile) -> std::io::Result<bool> {
    if let Some(directory) = file.path.parent() {
        os::create_private_dir(directory)?;
        // As for cleaning: what leads elsewhere is not followed.
        if std::fs::symlink_metadata(directory)?.is_symlink() {
            return Err(std::io::Error::new(ErrorKind::NotADirectory, "its directory is a link now"));
        }
    }
    files::put_back(&file.path, &file.content, file.modified)
}

async fn clean_each(
    environment: &Environment,
    files: Vec<CacheFile>,
    may_go: impl Fn(&CacheFile) -> bool,
) -> Cleaned {
    let mut cleaned = Cleaned::default();
    for file in files {
        let lock = match lock_of(environment, &file.path).await {
            Ok(lock) => lock,
            Err(problem) => {
                cleaned.files.push((file, Err(problem)));
                continue;
            }
        };
        let removed = remove(environment, &file, &may_go);
        drop(lock);
        let Some(removed) = removed else { continue };
        let result = removed.map(|kept| cleaned.removed.0.extend(kept));
        cleaned.files.push((file, result));
    }
    cleaned
}

/// The lock a renewal of this entry holds.
/// The problem is that somebody renews it right now and does not finish.
async fn lock_of(environment: &Environment, path: &Path) -> Result<Option<Lock>, Problem> {
    let Some(key) = path.file_stem().and_then(|stem| stem.to_str()) else { return Ok(None) };
    match Lock::acquire(&environment.state_dir, key, PATIENCE_OF_NOTES).await {
        Ok(lock) => Ok(Some(lock)),
        Err(error) => held(&error).map_or(Ok(None), Err),
    }
}

/// Removes a file and returns its content, unless it was too large to be read; none if the file is no longer one to
/// remove.
fn remove(
    environment: &Environment,
    file: &CacheFile,
    may_go: impl Fn(&CacheFile) -> bool,
) -> Option<Result<Option<RemovedFile>, Problem>> {
    let (mut current, content) = examine(&file.path, file.place)?;
    current.profiles.clone_from(&file.profiles);
    if current.kind == CacheFileKind::Other || !may_go(&current) {
        return None;
    }
    let path = file.path.clone();
    let modified = std::fs::metadata(&path).and_then(|found| found.modified()).ok();
    let kept = content.map(|content| RemovedFile { path, content, modified });
    match std::fs::remove_file(&file.path) {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        removed => Some(removed.map(|()| kept).map_err(|error| {
            Problem::new(Code::CacheNotRemoved)
                .with("path", environment.paths.display(&file.path))
                .because(&error)
        })),
    }
}
