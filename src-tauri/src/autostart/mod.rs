//! Starting when the user logs in, as the preference says: the entry is made, fixed when the program
//! moved, and removed again, each only where something changes.

#[cfg(unix)]
mod entry_file;
#[cfg(target_os = "linux")]
mod exec_line;

#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod platform;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod platform;
#[cfg(windows)]
#[path = "windows.rs"]
mod platform;

use std::path::Path;

use sandglass_engine::Environment;

/// A word for the log: what was done.
type LogWord = &'static str;

/// Settles it. None: nothing was to be done. `program` is where we were started from.
pub(crate) fn apply(
    environment: &Environment,
    program: Option<&Path>,
    wanted: bool,
) -> anyhow::Result<Option<LogWord>> {
    // A program that was updated or removed under our feet is no path to write down.
    let program = program.filter(|program| program.is_file());
    match (wanted, program) {
        (false, _) => platform::remove(environment),
        (true, Some(program)) => platform::enter(environment, program),
        (true, None) => Ok(None),
    }
}
