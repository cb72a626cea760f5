//! Replaces a file atomically.

use std::fs::OpenOptions;
use std::io::{Error, ErrorKind, Result, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use tempfile::{Builder, NamedTempFile, TempPath};

use super::fault::{Point, reach};
use super::read::{FoundFile, refuse_irregular};
use crate::os;

/// A file about to be replaced: a temporary one in the same directory, readable by its owner only
/// from the start; where a file is replaced, with that one's owner, mode and access list. Dropped
/// without `commit`, it vanishes and the old content stays.
pub(crate) struct Replacement {
    file: NamedTempFile,
    target: PathBuf,
    /// The date it is given; else that of its writing.
    dated: Option<SystemTime>,
}

impl Replacement {
    /// Makes the temporary file: what would keep the content from being stored fails here. A link at
    /// the target's place is followed and stays.
    pub(crate) fn begin(target: &Path) -> Result<Self> {
        reach(Point::Open, target);
        let target = follow(target)?;
        refuse_irregular(&target)?;
        let file = Builder::new().prefix(&prefix(&target)).tempfile_in(directory_of(&target))?;
        match os::without_waiting(OpenOptions::new().read(true)).open(&target) {
            Ok(old) => {
                let directory = std::fs::metadata(directory_of(&target))?;
                os::keep_access(&old, file.as_file(), &directory)?;
            }
            // Of one that may not be even read, written with sudo say, nobody else is to read what replaces it.
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied) => {}
            Err(error) => return Err(error),
        }
        Ok(Self { file, target, dated: None })
    }

    /// The same for a file of our own: readable by its owner only, whatever stands there, and a link at its place goes.
    pub(crate) fn begin_own(target: &Path) -> Result<Self> {
        let file = Builder::new().prefix(&prefix(target)).tempfile_in(directory_of(target))?;
        Ok(Self { file, target: target.to_owned(), dated: None })
    }

    /// Puts a file of our own into its place.
    pub(crate) fn commit_own(self, content: &[u8]) -> Result<()> {
        let (new, target) = self.write(content)?;
        reach(Point::Rename, &target);
        persist(new, &target)?;
        finish(&target)
    }

    /// Writes, syncs and renames: a reader meets the old content or the new, never less.
    pub(crate) fn commit(self, content: &[u8]) -> Result<()> {
        let (new, target) = self.write(content)?;
        reach(Point::Rename, &target);
        if os::RENAME_KEEPS_ACCESS || !target.exists() || !os::exchange(&new, &target)? {
            persist(new, &target)?;
        }
        finish(&target)
    }

    /// The same, if what stands there is still what was found. False where another program changed it
    /// meanwhile: its change stays.
    pub(crate) fn commit_over(self, content: &[u8], found: &FoundFile) -> Result<bool> {
        let (new, target) = self.write(content)?;
        if !found.still_stands_at(&target) {
            return Ok(false);
        }
        reach(Point::Rename, &target);
        let Some(identity) = found.identity else {
            return match new.persist_noclobber(&target) {
                Ok(()) => finish(&target).map(|()| true),
                Err(error) if error.error.kind() == ErrorKind::AlreadyExists => Ok(false),
                Err(error) => Err(error.error),
            };
        };
        match os::exchange(&new, &target) {
            Ok(true) => {
                // What stood there stands at `new` now: also what was written in the last moment.
                if !found.is(&new, identity) {
                    return give_back(new, &target).map(|()| false);
                }
                reach(Point::Discard, &target);
                new.close()?;
            }
            Ok(false) => persist(new, &target)?,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(error),
        }
        finish(&target).map(|()| true)
    }

    fn write(mut self, content: &[u8]) -> Result<(TempPath, PathBuf)> {
        reach(Point::Write, &self.target);
        self.file.write_all(content)?;
        if let Some(date) = self.dated {
            self.file.as_file().set_modified(date)?;
        }
        reach(Point::Sync, &self.target);
        self.file.as_file().sync_all()?;
        Ok((self.file.into_temp_path(), self.target))
    }
}

/// Replaces a file of our own whole.
pub(crate) fn write_own(target: &Path, content: &[u8]) -> Result<()> {
    Replacement::begin_own(target)?.commit_own(content)
}

/// Puts a file where none stands, with the date it had. False where anything stands there by now: that stays.
pub(crate) fn put_back(target: &Path, content: &[u8], dated: Option<SystemTime>) -> Result<bool> {
    let absent = FoundFile::absent();
    if !absent.still_stands_at(target) {
        return Ok(false);
    }
    Replacement { dated, ..Replacement::begin(target)? }.commit_over(content, &absent)
}

/// Removes a file, if it is still what was found. It is put aside first, so that a change in the last
/// moment is seen, and put back. False where another program changed it: its change stays.
pub(super) fn remove_found(target: &Path, found: &FoundFile) -> Result<bool> {
    let (Some(identity), target) = (found.identity, follow(target)?) else { return Ok(true) };
    if !found.still_stands_at(&target) {
        return Ok(false);
    }
    let aside = Builder::new().prefix(&prefix(&target)).tempfile_in(directory_of(&target))?.into_temp_path();
    reach(Point::Rename, &target);
    std::fs::rename(&target, &aside)?;
    if !found.is(&aside, identity) {
        return match aside.persist_noclobber(&target) {
            Ok(()) => Ok(false),
            // A third one stands there by now; theirs is at least not removed.
            Err(error) => error.path.keep().map(|_| false).map_err(|error| error.error),
        };
    }
    reach(Point::Discard, &target);
    aside.close()?;
    finish(&target).map(|()| true)
}

/// Checks that there is room for a new file beside the target. A directory that is not there yet is made when the
/// file is stored; then the nearest one above it must have room.
pub(crate) fn probe(target: &Path) -> Result<()> {
    let target = follow(target)?;
    let directory = directory_of(&target);
    let nearest = directory.ancestors().find(|above| above.exists()).unwrap_or(directory);
    tempfile::tempfile_in(nearest).map(drop)
}

/// A rename needs no right to write the file itself, but whoever took that right away meant it.
pub(crate) fn refuse_read_only(path: &Path) -> Result<()> {
    match std::fs::metadata(path) {
        Ok(found) if found.permissions().readonly() => {
            Err(Error::new(ErrorKind::PermissionDenied, "it is read-only"))
        }
        Ok(_) if refuse_irregular(path).is_err() => refuse_irregular(path),
        Ok(_) => os::without_waiting(OpenOptions::new().append(true)).open(path).map(drop),
        // Whether there may be a new one shows when it is made.
        Err(_) => Ok(()),
    }
}

/// Removes what a killed process of ours left of this file. Only for the holder of the file's lock:
/// anybody else's temporary file is in use.
pub(crate) fn sweep(target: &Path) {
    let Ok(target) = follow(target) else { return };
    let prefix = prefix(&target);
    let Ok(entries) = std::fs::read_dir(directory_of(&target)) else { return };
    for entry in entries.map_while(Result::ok) {
        if entry.file_name().to_string_lossy().starts_with(&prefix) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// The file a link leads to, through any number of links.
pub(super) fn follow(target: &Path) -> Result<PathBuf> {
    match std::fs::symlink_metadata(target) {
        Ok(found) if found.is_symlink() => {
            std::fs::canonicalize(target).map_err(|error| match error.kind() {
                ErrorKind::NotFound => {
                    Error::new(ErrorKind::NotFound, "it is a link to a file that is not there")
                }
                _ => error,
            })
        }
        _ => Ok(target.to_owned()),
    }
}

/// Another program's change goes back to its place; where that fails, it is at least not removed.
fn give_back(theirs: TempPath, target: &Path) -> Result<()> {
    os::exchange(&theirs, target).map(drop).inspect_err(|_| {
        let _ = theirs.keep();
    })
}

fn persist(new: TempPath, target: &Path) -> Result<()> {
    let mut new = Some(new);
    os::patiently(|| match new.take().map(|path| path.persist(target)) {
        Some(Err(error)) => {
            new = Some(error.path);
            Err(error.error)
        }
        _ => Ok(()),
    })
}

fn finish(target: &Path) -> Result<()> {
    reach(Point::SyncDirectory, target);
    os::sync_directory(directory_of(target))
}

/// Of the temporary files of one target.
fn prefix(target: &Path) -> String {
    format!(".sandglass-{}-", target.file_name().unwrap_or_default().to_string_lossy())
}

fn directory_of(target: &Path) -> &Path {
    match target.parent() {
        Some(directory) if !directory.as_os_str().is_empty() => directory,
        _ => Path::new("."),
    }
}
