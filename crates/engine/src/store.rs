//! Writes files of our own.

use std::io::Result;
use std::path::Path;

use crate::{files, os};

/// Writes a file of ours whole, readable by its owner only; directories it needs are made.
pub fn own_file(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(directory) = path.parent() {
        os::create_private_dir(directory)?;
    }
    files::write_own(path, content)
}
