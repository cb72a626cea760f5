//! Reads and replaces a token's file.

use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

use aws_files::cache::TokenFields;

use crate::files::{self, FoundFile, Replacement};

/// A token's file: as it was found, and its fields as they are to be.
pub(super) struct TokenFile {
    path: PathBuf,
    found: FoundFile,
    pub(super) fields: TokenFields,
}

/// A file that is ready to replace the token's.
pub(super) struct PreparedToken(Replacement);

impl TokenFile {
    /// Reads it; none where there are no fields to go on with.
    pub(super) fn read(path: &Path) -> Option<Self> {
        let found = FoundFile::read_at_rest(path).ok()?;
        let fields = TokenFields::parse(&found.bytes)?;
        Some(Self { path: path.to_owned(), found, fields })
    }

    /// Makes room. Only for the holder of the file's lock.
    pub(super) fn reserve(&self) -> Result<PreparedToken> {
        files::refuse_read_only(&self.path)?;
        files::sweep(&self.path);
        Replacement::begin(&self.path).map(PreparedToken)
    }

    /// Stores the fields, if the file is still as it was found. False where another program changed it: then its
    /// token stays.
    pub(super) fn store(&self, prepared: PreparedToken) -> Result<bool> {
        let json = self.fields.to_json().map_err(|error| Error::new(ErrorKind::InvalidData, error))?;
        prepared.0.commit_over(&json, &self.found)
    }
}
