//! Gathers the variables that new processes will start with: those in shells' own files, in `environment.d` and in
//! the system.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use aws_files::Secret;
use sandglass_doctor::evidence::shell_file::{Dialect, assignments};
use sandglass_doctor::evidence::{Assignment, AssignmentPlace, VariablesEvidence};
use sandglass_doctor::shell_edit;

use crate::{Environment, files, os};

/// The files that shells read when they start, in their order.
const SHELL_FILES: &[(&str, Dialect)] = &[
    (".zshenv", Dialect::Posix),
    (".zprofile", Dialect::Posix),
    (".zshrc", Dialect::Posix),
    (".zlogin", Dialect::Posix),
    (".bash_profile", Dialect::Posix),
    (".bash_login", Dialect::Posix),
    (".profile", Dialect::Posix),
    (".bashrc", Dialect::Posix),
    (".bash_aliases", Dialect::Posix),
    (".config/fish/config.fish", Dialect::Fish),
];

/// Directories of such files, with the ending they have there.
const DIRECTORIES: &[(&str, &str, Dialect)] = &[
    (".config/fish/conf.d", "fish", Dialect::Fish),
    (".config/environment.d", "conf", Dialect::Environment),
];

pub(super) fn gather(environment: &Environment) -> VariablesEvidence {
    let home = &environment.paths.home;
    let mut persistent = Vec::new();
    let mut around = BTreeMap::new();
    for (path, dialect) in places(home) {
        // What cannot be read sets nothing we could speak of.
        let Ok(found) = files::FoundFile::read(&path) else { continue };
        let assignments = in_text(&path, dialect, &found.bytes);
        if !assignments.is_empty() {
            around.insert(path, shell_edit::shown_lines(&String::from_utf8_lossy(&found.bytes)));
        }
        persistent.extend(assignments);
    }
    let system = os::system_variables().into_iter().map(|(name, value, place)| Assignment {
        name,
        value: Some(Secret::new(value)),
        place,
        line: None,
        is_whole_line: false,
    });
    persistent.extend(system);
    VariablesEvidence { process: environment.variables.clone(), persistent, around }
}

fn places(home: &Path) -> Vec<(PathBuf, Dialect)> {
    let files = SHELL_FILES.iter().map(|(name, dialect)| (home.join(name), *dialect));
    let listed = DIRECTORIES.iter().flat_map(|(directory, ending, dialect)| {
        let entries = std::fs::read_dir(home.join(directory)).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|found| found == *ending))
            .collect();
        paths.sort_unstable();
        paths.into_iter().map(|path| (path, *dialect)).collect::<Vec<_>>()
    });
    files.chain(listed).collect()
}

/// Returns the assignments of a file, in the language its name tells.
pub(crate) fn shell_assignments(path: &Path, text: &[u8]) -> Vec<Assignment> {
    let dialect = match path.extension().and_then(std::ffi::OsStr::to_str) {
        Some("fish") => Dialect::Fish,
        Some("conf") => Dialect::Environment,
        _ => Dialect::Posix,
    };
    in_text(path, dialect, text)
}

fn in_text(path: &Path, dialect: Dialect, text: &[u8]) -> Vec<Assignment> {
    let text = String::from_utf8_lossy(text);
    let place = match dialect {
        Dialect::Environment => AssignmentPlace::EnvironmentFile(path.to_owned()),
        Dialect::Posix | Dialect::Fish => AssignmentPlace::ShellFile(path.to_owned()),
    };
    let assigned = assignments(&text, dialect).into_iter();
    assigned
        .map(|found| Assignment {
            name: found.name,
            value: found.value,
            place: place.clone(),
            line: Some(found.line),
            is_whole_line: found.is_whole_line,
        })
        .collect()
}
