//! Fixes that remove variables: in this shell, in the files shells read when they start, in the system.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::evidence::{Assignment, AssignmentPlace};
use crate::{Evidence, Exhibit, Fix, FixAction, Sentence, mask, shell_edit};
use sandglass_core::export::Shell;

/// The shells a person types into.
const SHELLS: [Shell; 5] = [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell, Shell::Cmd];

/// Everything that takes variables away. The line for the shell comes first where doctor sees the shell's
/// own variables; in the desktop program what sets them for new shells does.
pub(super) fn unset(evidence: &Evidence, names: &[&str]) -> Vec<Fix> {
    let here: Vec<&str> = set_here(evidence, names);
    let mut fixes = Vec::new();
    let lasting = lasting(evidence, names);
    let wanted = if here.is_empty() { set_lastingly(evidence, names) } else { here.clone() };
    let commands = SHELLS.map(|shell| (Some(shell), shell.unset_line(&wanted)));
    let command = Fix::new(
        Sentence::new("fix-unset").with("names", wanted.join(", ")),
        FixAction::Command(commands.to_vec()),
    );
    if here.is_empty() {
        fixes.extend(lasting);
        fixes.push(command);
    } else {
        fixes.push(command);
        fixes.extend(lasting);
    }
    fixes
}

fn set_here<'n>(evidence: &Evidence, names: &[&'n str]) -> Vec<&'n str> {
    names.iter().copied().filter(|name| evidence.variables.process.get(name).is_some()).collect()
}

/// Those that something sets for processes to come; all of them where nothing is known to.
fn set_lastingly<'n>(evidence: &Evidence, names: &[&'n str]) -> Vec<&'n str> {
    let set = |name: &&str| evidence.variables.persistent.iter().any(|found| found.name == **name);
    let found: Vec<&str> = names.iter().copied().filter(set).collect();
    if found.is_empty() { names.to_vec() } else { found }
}

/// Returns the assignments that set one of the variables for processes to come.
pub(super) fn assignments<'e>(
    evidence: &'e Evidence,
    names: &'e [&str],
) -> impl Iterator<Item = &'e Assignment> {
    let persistent = evidence.variables.persistent.iter();
    persistent.filter(move |found| names.contains(&found.name.as_str()))
}

/// Shows where a variable is set, for the shell that was looked at and those to come.
pub(super) fn shown(evidence: &Evidence, name: &str) -> Vec<Exhibit> {
    let process = &evidence.variables.process;
    let here = process
        .get(name)
        .map(|value| Exhibit::new("exhibit-variable").of_variable(name).value(mask::value(name, value)));
    let names = [name];
    let lasting: Vec<Exhibit> = assignments(evidence, &names).map(set_in).collect();
    here.into_iter().chain(lasting).collect()
}

/// One place a variable is set in.
pub(super) fn set_in(found: &Assignment) -> Exhibit {
    let what = match &found.place {
        AssignmentPlace::ShellFile(_) | AssignmentPlace::EnvironmentFile(_) => "exhibit-set_in",
        AssignmentPlace::Launchctl => "exhibit-set_by_launchctl",
        AssignmentPlace::Registry => "exhibit-set_in_registry",
    };
    let mut shown = Exhibit::new(what).of_variable(&found.name);
    if let Some(path) = found.place.file() {
        shown = shown.in_file(path, found.line);
    }
    match &found.value {
        Some(value) => shown.value(mask::value(&found.name, value.expose())),
        None => shown,
    }
}

fn lasting(evidence: &Evidence, names: &[&str]) -> Vec<Fix> {
    let mut files: BTreeMap<&PathBuf, Vec<&Assignment>> = BTreeMap::new();
    for found in assignments(evidence, names).filter(|found| found.is_whole_line) {
        if let Some(path) = found.place.file() {
            files.entry(path).or_default().push(found);
        }
    }
    let edits = files.into_iter().map(|(path, found)| edit(evidence, path, &found));
    edits.chain(system(evidence, names)).collect()
}

fn edit(evidence: &Evidence, path: &Path, found: &[&Assignment]) -> Fix {
    let mut lines: Vec<usize> = found.iter().filter_map(|found| found.line).collect();
    lines.sort_unstable();
    lines.dedup();
    let here = |other: &&Assignment| other.place.file().is_some_and(|file| file == path);
    let all: Vec<Assignment> = evidence.variables.persistent.iter().filter(here).cloned().collect();
    let around = evidence.variables.around.get(path).map_or(&[][..], Vec::as_slice);
    let title = Sentence::new("fix-edit_shell_file")
        .with("path", evidence.paths.display(path))
        .with("count", lines.len().to_string());
    Fix::new(
        title,
        FixAction::EditShellFile { path: path.to_owned(), lines: shell_edit::removed(&all, &lines, around) },
    )
}

fn system(evidence: &Evidence, names: &[&str]) -> Option<Fix> {
    let found: Vec<&Assignment> =
        assignments(evidence, names).filter(|found| found.place.file().is_none()).collect();
    let first = found.first()?;
    let names: Vec<String> = found.iter().map(|found| found.name.clone()).collect();
    let command = |name: &String| match first.place {
        AssignmentPlace::Registry => format!(r"reg delete HKCU\Environment /F /V {name}"),
        _ => format!("launchctl unsetenv {name}"),
    };
    let command = names.iter().map(command).collect::<Vec<_>>().join("\n");
    let title = Sentence::new("fix-system_variables").with("names", names.join(", "));
    let place = match first.place {
        AssignmentPlace::Registry => r"HKCU\Environment",
        _ => "launchctl",
    };
    let lines = shell_edit::unset(&found);
    Some(Fix::new(title, FixAction::SystemVariables { names, place: place.to_owned(), lines, command }))
}
