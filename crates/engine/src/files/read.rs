//! Reads a file whole, together with what later tells whether it is still the same.

use std::fs::{Metadata, OpenOptions};
use std::io::{Error, ErrorKind, Read, Result};
use std::path::Path;
use std::time::{Duration, SystemTime};

use zeroize::Zeroizing;

use crate::os::{self, FileIdentity};

/// Larger than any file people write: 5,000 profiles fill one megabyte. A log or a device given by
/// mistake stops here.
const LARGEST: u64 = 16 * 1024 * 1024;

/// The AWS CLI empties a file and then writes it: one that was written this short a time ago may be
/// half of itself, and is read again when it has come to rest.
const SETTLE: Duration = Duration::from_millis(50);
/// An empty one more probably than not: on a busy machine its writer may wait for its turn.
const SETTLE_EMPTY: Duration = Duration::from_secs(1);
/// A file that never rests is taken as it is the last time.
const READINGS: u32 = 25;

/// A file as it was found.
pub(crate) struct FoundFile {
    /// Its content; empty where there is no file.
    pub(crate) bytes: Zeroizing<Vec<u8>>,
    /// The identity of the file; none if there is no file.
    pub(super) identity: Option<FileIdentity>,
}

impl FoundFile {
    /// No file.
    pub(super) fn absent() -> Self {
        Self { bytes: Zeroizing::default(), identity: None }
    }

    /// Reads a file; one that does not exist is an empty one.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        Self::read_once(path).map(|(found, _)| found)
    }

    /// The same of a file that other programs write in place.
    pub(crate) fn read_at_rest(path: &Path) -> Result<Self> {
        for _ in 1..READINGS {
            let (found, written) = Self::read_once(path)?;
            let needed = if found.bytes.is_empty() { SETTLE_EMPTY } else { SETTLE };
            let age = written.and_then(|written| written.elapsed().ok());
            match age.and_then(|age| needed.checked_sub(age)) {
                Some(rest) => std::thread::sleep(rest.min(SETTLE)),
                None => return Ok(found),
            }
        }
        Self::read(path)
    }

    /// With the time it was last written.
    fn read_once(path: &Path) -> Result<(Self, Option<SystemTime>)> {
        match read_file(path) {
            Ok((metadata, bytes)) => Ok((
                Self { bytes, identity: Some(FileIdentity::from_metadata(&metadata)) },
                metadata.modified().ok(),
            )),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok((Self::absent(), None)),
            Err(error) => Err(error),
        }
    }

    /// True if there was a file.
    pub(crate) fn exists(&self) -> bool {
        self.identity.is_some()
    }

    /// True if the same file with the same content stands at a path.
    pub(super) fn still_stands_at(&self, path: &Path) -> bool {
        match self.identity {
            Some(identity) => self.is(path, identity),
            None => std::fs::symlink_metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound),
        }
    }

    pub(super) fn is(&self, path: &Path, identity: FileIdentity) -> bool {
        read_file(path).is_ok_and(|(metadata, bytes)| {
            FileIdentity::from_metadata(&metadata) == identity && bytes == self.bytes
        })
    }
}

fn read_file(path: &Path) -> Result<(Metadata, Zeroizing<Vec<u8>>)> {
    read_regular(path, LARGEST)
}

/// The content of a file of at most so many bytes.
pub(crate) fn content(path: &Path, most: u64) -> Result<Zeroizing<Vec<u8>>> {
    read_regular(path, most).map(|(_, bytes)| bytes)
}

/// The same as text.
pub(crate) fn text(path: &Path, most: u64) -> Result<String> {
    let mut bytes = content(path, most)?;
    String::from_utf8(std::mem::take(&mut *bytes)).map_err(|error| {
        Zeroizing::new(error.into_bytes());
        Error::new(ErrorKind::InvalidData, "it is not UTF-8")
    })
}

/// The one way a file is read. What is no regular file, a pipe or a device say, is not there, as for the AWS CLI: it
/// might have no end, or never begin.
fn read_regular(path: &Path, most: u64) -> Result<(Metadata, Zeroizing<Vec<u8>>)> {
    let too_large = || Error::new(ErrorKind::FileTooLarge, format!("it is larger than {}", size(most)));
    let metadata = std::fs::metadata(path)?;
    is_regular(&metadata)?;
    if metadata.len() > most {
        return Err(too_large());
    }
    let mut options = OpenOptions::new();
    let file = os::without_waiting(options.read(true)).open(path)?;
    // Another one may stand there by now.
    let metadata = file.metadata()?;
    is_regular(&metadata)?;
    let mut bytes =
        Zeroizing::new(Vec::with_capacity(usize::try_from(metadata.len().min(most)).unwrap_or_default() + 1));
    (&file).take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(too_large());
    }
    Ok((file.metadata()?, bytes))
}

fn is_regular(metadata: &Metadata) -> Result<()> {
    if metadata.is_file() {
        Ok(())
    } else if metadata.is_dir() {
        Err(Error::new(ErrorKind::IsADirectory, "it is a directory"))
    } else {
        Err(Error::new(ErrorKind::NotFound, "it is no regular file"))
    }
}

fn size(bytes: u64) -> String {
    let mib = bytes / (1024 * 1024);
    if mib > 0 { format!("{mib} MiB") } else { format!("{} KiB", bytes / 1024) }
}

/// Refuses to write where something stands that is no file: opening it might never end.
pub(super) fn refuse_irregular(path: &Path) -> Result<()> {
    match std::fs::metadata(path) {
        Ok(found) if !found.is_file() && !found.is_dir() => {
            Err(Error::new(ErrorKind::InvalidInput, "it is no regular file"))
        }
        _ => Ok(()),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_regular_file_is_not_there_and_nothing_is_without_end() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = |name: &str| directory.path().join(name);
        let made = std::process::Command::new("mkfifo").arg(path("pipe")).status();
        assert!(made.is_ok_and(|status| status.success()));
        let _socket = std::os::unix::net::UnixListener::bind(path("socket")).expect("a socket");
        std::os::unix::fs::symlink("/dev/zero", path("device")).expect("a link");
        for name in ["pipe", "socket", "device", "absent"] {
            assert_eq!(content(&path(name), 10).expect_err(name).kind(), ErrorKind::NotFound, "{name}");
            assert!(!FoundFile::read(&path(name)).expect(name).exists(), "{name}");
        }
        assert_eq!(content(directory.path(), 10).expect_err("a directory").kind(), ErrorKind::IsADirectory);
        std::fs::write(path("file"), "0123456789").expect("written");
        assert_eq!(text(&path("file"), 10).expect("read"), "0123456789");
        assert_eq!(content(&path("file"), 9).expect_err("large").kind(), ErrorKind::FileTooLarge);
        for name in ["pipe", "socket", "device"] {
            assert!(refuse_irregular(&path(name)).is_err(), "{name}");
        }
    }
}
