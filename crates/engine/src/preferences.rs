//! The preferences file on disk.

mod in_environment;

use std::io::ErrorKind;

use sandglass_core::preferences::{Preferences, PreferencesError};
use sandglass_core::problem::{Code, Problem};

use crate::lock::{Lock, PATIENCE_OF_PROGRAMS, held};
use crate::trouble::why;
use crate::{Environment, files, store};

/// The reason why preferences could not be read or stored.
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
        let path = environment.paths.display(&environment.preferences);
        match self {
            PreferencesFileError::Malformed(error) => error.to_problem(&path),
            PreferencesFileError::Io(error) => held(error).unwrap_or_else(|| {
                let unusable = Problem::new(Code::PreferencesUnusable).with("path", path);
                unusable.with("why", why(error)).with("reason", error.to_string())
            }),
        }
    }
}

/// Returns the time for which backups and texts for undoing are kept. While nobody can read what the user chose, nothing goes.
pub(crate) fn kept_for(environment: &Environment) -> chrono::TimeDelta {
    read_preferences(environment)
        .map_or(chrono::TimeDelta::MAX, |preferences| preferences.settings().backups_stay)
}

/// Reads the preferences; an absent file is an empty one.
pub fn read_preferences(environment: &Environment) -> Result<Preferences, PreferencesFileError> {
    let found = files::FoundFile::read(&environment.preferences)?;
    let text = std::str::from_utf8(&found.bytes)
        .map_err(|error| std::io::Error::new(ErrorKind::InvalidData, error.to_string()))?;
    Ok(Preferences::parse(text)?)
}

/// Changes the preferences: read, changed and stored while no other process of ours does the same.
/// What comes out as it went in is not written.
pub fn change_preferences<T>(
    environment: &Environment,
    change: impl FnOnce(&mut Preferences) -> T,
) -> Result<T, PreferencesFileError> {
    let _lock = Lock::acquire_blocking(&environment.state_dir, "preferences", PATIENCE_OF_PROGRAMS)?;
    let mut preferences = read_preferences(environment)?;
    preferences.may_be_changed()?;
    let before = preferences.to_text();
    let changed = change(&mut preferences);
    let text = preferences.to_text();
    if text != before {
        store::own_file(&environment.preferences, text.as_bytes())?;
    }
    Ok(changed)
}
