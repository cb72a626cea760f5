//! Atomic replacement of a file.

use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::os;

/// A file about to be replaced: a temporary one in the same directory, readable by its owner only
/// from the start. Dropped without `commit`, it vanishes and the old content stays.
pub(crate) struct Replacement {
    file: NamedTempFile,
    target: PathBuf,
}

impl Replacement {
    /// Makes the temporary file: what would keep the content from being stored fails here.
    pub(crate) fn begin(target: &Path) -> std::io::Result<Self> {
        let file = tempfile::Builder::new().prefix(".sandglass-").tempfile_in(directory_of(target))?;
        Ok(Self { file, target: target.to_owned() })
    }

    /// Writes, syncs and renames: a reader meets the old content or the new, never less.
    pub(crate) fn commit(mut self, content: &[u8]) -> std::io::Result<()> {
        self.file.write_all(content)?;
        self.file.as_file().sync_all()?;
        self.file.persist(&self.target).map_err(|error| error.error)?;
        os::sync_directory(directory_of(&self.target))
    }
}

/// Replaces a file whole.
pub(crate) fn write_atomically(target: &Path, content: &[u8]) -> std::io::Result<()> {
    Replacement::begin(target)?.commit(content)
}

fn directory_of(target: &Path) -> &Path {
    target.parent().unwrap_or_else(|| Path::new("."))
}
