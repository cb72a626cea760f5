//! Finds out whether a program can be started by its name.

use std::path::{Path, PathBuf};

use sandglass_core::command_line::Splitter;
use sandglass_core::variables::Variables;

/// The endings of a program's name that need not be written out.
const ENDINGS: &[&str] = if cfg!(windows) { &["", ".exe", ".cmd", ".bat", ".com"] } else { &[""] };

/// The way a command line is split into a program and its arguments.
pub(crate) const SPLITTING: Splitter = if cfg!(windows) { Splitter::Windows } else { Splitter::Posix };

/// A path to a file, or a name that is found in one of the directories of `PATH`.
pub(crate) fn is_program(program: &str, variables: &Variables) -> bool {
    let is_file = |path: &Path| {
        ENDINGS.iter().any(|ending| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            Path::new(&name).is_file()
        })
    };
    if program.contains(std::path::is_separator) {
        return is_file(Path::new(program));
    }
    let path = variables.first_non_empty(&["PATH", "Path"]).map_or("", |(_, path)| path);
    std::env::split_paths(path).any(|directory| is_file(&directory.join(program)))
}

/// Every program of a name in the directories of `PATH`, in their order; one that several names lead to
/// counts once.
pub(crate) fn programs_named(name: &str, variables: &Variables) -> Vec<PathBuf> {
    let path = variables.first_non_empty(&["PATH", "Path"]).map_or("", |(_, path)| path);
    let mut real = Vec::new();
    let mut found = Vec::new();
    for directory in std::env::split_paths(path) {
        let candidates = ENDINGS.iter().map(|ending| directory.join(format!("{name}{ending}")));
        let Some(program) = candidates.into_iter().find(|candidate| can_run(candidate)) else { continue };
        let same = std::fs::canonicalize(&program).unwrap_or_else(|_| program.clone());
        if !real.contains(&same) {
            real.push(same);
            found.push(program);
        }
    }
    found
}

#[cfg(unix)]
fn can_run(path: &Path) -> bool {
    let mode = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file);
    mode.is_some_and(|found| std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o111 != 0)
}

#[cfg(not(unix))]
fn can_run(path: &Path) -> bool {
    path.is_file()
}
