//! Stores what only the desktop program knows about sessions, for our other processes.

use std::path::PathBuf;

use sandglass_core::known::Known;

use crate::{Environment, InstanceLock, files, store};

fn path(environment: &Environment) -> PathBuf {
    environment.state_dir.join("known.json")
}

/// Reads what the running desktop program knows. What an ended one knew does not count.
pub fn read_known(environment: &Environment) -> Known {
    if !InstanceLock::is_held(&environment.state_dir) {
        return Known::default();
    }
    let found = files::FoundFile::read(&path(environment)).ok();
    let text = found.as_ref().and_then(|found| std::str::from_utf8(&found.bytes).ok());
    text.map_or_else(Known::default, Known::parse)
}

/// Stores what the desktop program knows.
pub fn store_known(environment: &Environment, known: &Known) -> std::io::Result<()> {
    store::own_file(&path(environment), known.to_text().as_bytes())
}
