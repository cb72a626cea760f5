//! Reading a file whole, with what is needed to see later whether it is still the same.

use std::fs::File;
use std::io::{Error, ErrorKind, Read, Result};
use std::path::Path;
use std::time::{Duration, SystemTime};

use zeroize::Zeroizing;

use crate::os::Identity;

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
pub(crate) struct Found {
    /// Its content; empty where there is no file.
    pub(crate) bytes: Zeroizing<Vec<u8>>,
    /// Which file it was; none where there is no file.
    pub(super) identity: Option<Identity>,
}

impl Found {
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
            Ok((metadata, bytes)) => {
                Ok((Self { bytes, identity: Some(Identity::of(&metadata)) }, metadata.modified().ok()))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok((Self::absent(), None)),
            Err(error) => Err(error),
        }
    }

    /// Whether there was a file.
    pub(crate) fn exists(&self) -> bool {
        self.identity.is_some()
    }

    /// Whether the same file with the same content stands at a path.
    pub(super) fn still_stands_at(&self, path: &Path) -> bool {
        match self.identity {
            Some(identity) => self.is(path, identity),
            None => std::fs::symlink_metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound),
        }
    }

    pub(super) fn is(&self, path: &Path, identity: Identity) -> bool {
        read_file(path)
            .is_ok_and(|(metadata, bytes)| Identity::of(&metadata) == identity && bytes == self.bytes)
    }
}

fn read_file(path: &Path) -> Result<(std::fs::Metadata, Zeroizing<Vec<u8>>)> {
    let too_large = || Error::new(ErrorKind::FileTooLarge, "it is larger than 16 MiB");
    let metadata = std::fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(Error::new(ErrorKind::IsADirectory, "it is a directory"));
    }
    if metadata.len() > LARGEST {
        return Err(too_large());
    }
    let file = File::open(path)?;
    let mut bytes =
        Zeroizing::new(Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default() + 1));
    (&file).take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large());
    }
    Ok((file.metadata()?, bytes))
}
