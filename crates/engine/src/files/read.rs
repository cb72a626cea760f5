//! Reading a file whole, with what is needed to see later whether it is still the same.

use std::fs::File;
use std::io::{Error, ErrorKind, Read, Result};
use std::path::Path;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::os::Identity;

/// Larger than any file people write: 5,000 profiles fill one megabyte. A log or a device given by
/// mistake stops here.
const LARGEST: u64 = 16 * 1024 * 1024;

/// A file as it was found.
pub(crate) struct Found {
    /// Its content; empty where there is no file.
    pub(crate) bytes: Zeroizing<Vec<u8>>,
    /// Which file it was; none where there is no file.
    pub(super) identity: Option<Identity>,
    /// How long ago it was written, as far as the clocks tell.
    pub(super) age: Option<Duration>,
}

impl Found {
    /// Reads a file; one that does not exist is an empty one.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let (metadata, bytes) = match read_file(path) {
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok(Self { bytes: Zeroizing::default(), identity: None, age: None });
            }
            Err(error) => return Err(error),
        };
        let age = metadata.modified().ok().and_then(|written| written.elapsed().ok());
        Ok(Self { bytes, identity: Some(Identity::of(&metadata)), age })
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
