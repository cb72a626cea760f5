//! Writes files of our own.

use std::io::Result;
use std::path::Path;

use crate::{files, os};

/// No file of our own is larger.
const LARGEST: u64 = 1024 * 1024;

/// Reads a file of ours. A pipe or a device in its place is no file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    files::content(path, LARGEST).map(|bytes| bytes.to_vec())
}

/// Writes a file of ours whole, readable by its owner only; directories it needs are made.
pub fn own_file(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(directory) = path.parent() {
        os::create_private_dir(directory)?;
    }
    files::write_own(path, content)
}
