//! An autostart entry that is a file of its own.

use std::io::ErrorKind;
use std::path::Path;

use anyhow::Context;
use sandglass_engine::store;

use super::LogWord;

/// Whose entry a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// We wrote it.
    Sandglass,
    /// We wrote it, and the user switched it off in the desktop's own settings.
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "macOS keeps its switch elsewhere"))]
    SwitchedOff,
    /// Somebody else did, so it stays as it is.
    Another,
}

/// Makes or fixes the entry.
pub(super) fn enter(
    path: &Path,
    entry: &str,
    owner: impl Fn(&str) -> Owner,
) -> anyhow::Result<Option<LogWord>> {
    let change = match read(path)? {
        Some(found) if found == entry => return Ok(None),
        Some(found) => match owner(&found) {
            Owner::Sandglass => "fixed",
            Owner::SwitchedOff => return Ok(Some("left_switched_off")),
            Owner::Another => return Ok(Some("left_as_found")),
        },
        None => "entered",
    };
    store::own_file(path, entry.as_bytes()).with_context(|| path.display().to_string())?;
    Ok(Some(change))
}

/// Removes the entry, if it is ours.
pub(super) fn remove(path: &Path, owner: impl Fn(&str) -> Owner) -> anyhow::Result<Option<LogWord>> {
    match read(path)? {
        Some(found) if owner(&found) != Owner::Another => {
            std::fs::remove_file(path).with_context(|| path.display().to_string())?;
            Ok(Some("removed"))
        }
        _ => Ok(None),
    }
}

fn read(path: &Path) -> anyhow::Result<Option<String>> {
    match store::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| path.display().to_string()),
    }
}
