//! Writes a file in place, as the AWS CLI does, where it cannot be replaced by another.

use std::fs::{File, OpenOptions};
use std::io::{Error, ErrorKind, Result, Seek, Write};
use std::path::Path;

use super::fault::{Point, reach};
use super::read::{FoundFile, refuse_irregular};
use super::write::{follow, probe};
use crate::os;

/// The reason why a file is not replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// It has other names, which would keep the old text.
    OtherNames,
    /// It is a mount of its own, as in a container that was given this one file.
    Mount,
    /// Nothing can be made beside it.
    Directory,
}

impl Obstacle {
    /// True if a person is asked before it is written in place: who reads it at that moment may meet half of it. A name
    /// of its own was not given to a file by accident, so for these nobody is asked.
    pub(super) fn asks(self) -> bool {
        self != Self::OtherNames
    }

    /// The kind of obstacle, as the locales know it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::OtherNames => "names",
            Self::Mount => "mount",
            Self::Directory => "directory",
        }
    }
}

/// Returns what keeps a file from being replaced; nothing where it can be, or is not there yet. The error is that it cannot be
/// written at all.
pub(crate) fn obstacle(path: &Path) -> Result<Option<Obstacle>> {
    let target = follow(path)?;
    let there = match std::fs::metadata(&target) {
        Ok(found) => found.is_file().then_some(found),
        Err(_) => None,
    };
    let Some(there) = there else { return probe(&target).map(|()| None) };
    if os::is_mount(&target) {
        return Ok(Some(Obstacle::Mount));
    }
    if os::has_other_names(&there) {
        return Ok(Some(Obstacle::OtherNames));
    }
    match probe(&target) {
        Ok(()) => Ok(None),
        Err(error) if is_of_directory(&error) => Ok(Some(Obstacle::Directory)),
        Err(error) => Err(error),
    }
}

/// The directory takes no new file, whatever may be done to those in it.
fn is_of_directory(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
}

/// Writes over a file, if it still is what was found. False where another program changed it meanwhile: its change
/// stays. What stood there stands there again where the disk does not take the new text.
pub(super) fn write_in_place(path: &Path, content: &[u8], found: &FoundFile) -> Result<bool> {
    reach(Point::Open, path);
    let target = follow(path)?;
    refuse_irregular(&target)?;
    let mut file = os::without_waiting(OpenOptions::new().write(true)).open(&target)?;
    if !found.still_stands_at(&target) {
        return Ok(false);
    }
    reach(Point::Write, &target);
    if let Err(error) = overwrite(&mut file, content) {
        overwrite(&mut file, &found.bytes)?;
        return Err(error);
    }
    reach(Point::Sync, &target);
    file.sync_all()?;
    Ok(true)
}

/// Not emptied first: a disk that is full shows while the old text still has its room.
fn overwrite(file: &mut File, content: &[u8]) -> Result<()> {
    file.rewind()?;
    file.write_all(content)?;
    file.set_len(content.len() as u64)
}
