//! Fault points: places where a test stops a write, to kill the process there or to have another program change the
//! file. They exist in builds with debug assertions only.

/// A step of a write that is about to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    /// Making the temporary file.
    Open,
    /// Writing into it.
    Write,
    /// Syncing it.
    Sync,
    /// Putting it in the place of the old file.
    Rename,
    /// Removing the old file, which stands where the temporary one stood.
    Discard,
    /// Syncing the directory.
    SyncDirectory,
}

/// `SANDGLASS_FAULT_POINT=credentials:rename`: before that step of a write to a file of that name it
/// says so on standard error, and waits for a line, or the end, of standard input.
#[cfg(debug_assertions)]
pub(super) fn reach(point: Point, target: &std::path::Path) {
    use std::io::{BufRead, Write};

    let Ok(wanted) = std::env::var("SANDGLASS_FAULT_POINT") else { return };
    let step = match point {
        Point::Open => "open",
        Point::Write => "write",
        Point::Sync => "sync",
        Point::Rename => "rename",
        Point::Discard => "discard",
        Point::SyncDirectory => "sync-directory",
    };
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    if wanted == format!("{name}:{step}") {
        let _ = writeln!(std::io::stderr(), "at {wanted}");
        let _ = std::io::stdin().lock().read_line(&mut String::new());
    }
}

/// Nothing.
#[cfg(not(debug_assertions))]
pub(super) fn reach(_point: Point, _target: &std::path::Path) {}
