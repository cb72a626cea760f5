//! The preferences file on the disk.

use std::io::ErrorKind;

use sandglass_core::preferences::{Preferences, PreferencesError};
use sandglass_core::problem::{Code, Problem};

use crate::lock::Lock;
use crate::{Environment, files, os};

/// Why preferences could not be read or stored.
#[derive(Debug, thiserror::Error)]
pub enum PreferencesFileError {
    /// The file is no preferences file; it is left as it is.
    #[error("{0}")]
    Malformed(#[from] PreferencesError),
    /// The disk refuses.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

impl PreferencesFileError {
    /// The same as a problem with its sentence.
    pub fn to_problem(&self, environment: &Environment) -> Problem {
        Problem::new(Code::PreferencesUnusable)
            .with("path", environment.paths.display(&environment.preferences))
            .with("reason", self.to_string().trim())
    }
}

/// Reads the preferences; an absent file is an empty one.
pub fn read_preferences(environment: &Environment) -> Result<Preferences, PreferencesFileError> {
    let found = files::Found::read(&environment.preferences)?;
    let text = std::str::from_utf8(&found.bytes)
        .map_err(|error| std::io::Error::new(ErrorKind::InvalidData, error.to_string()))?;
    Ok(Preferences::parse(text)?)
}

/// Changes the preferences: read, changed and stored while no other process of ours does the same.
pub fn change_preferences(
    environment: &Environment,
    change: impl FnOnce(&mut Preferences),
) -> Result<(), PreferencesFileError> {
    let _lock = Lock::acquire_blocking(&environment.state_dir, "preferences")?;
    let mut preferences = read_preferences(environment)?;
    change(&mut preferences);
    if let Some(directory) = environment.preferences.parent() {
        os::create_private_dir(directory)?;
    }
    files::write_atomically(&environment.preferences, preferences.to_text().as_bytes())?;
    Ok(())
}
