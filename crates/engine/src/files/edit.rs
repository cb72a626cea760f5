//! The one transaction for changes of `~/.aws/config` and `~/.aws/credentials`.

use std::path::{Path, PathBuf};

use aws_files::{Document, EditError, FileKind};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::edit_problem;

use super::in_place::{Obstacle, obstacle, write_in_place};
use super::{FoundFile, Replacement, read_document, refuse_read_only, sweep, write};
use crate::lock::{Lock, PATIENCE, held};
use crate::trouble::Because;
use crate::{Environment, os};

/// The number of times another program may get in between before we give up.
const TRIES: u32 = 8;
/// The reason why a change was not made.
#[derive(Debug)]
pub(crate) enum EditRefused {
    /// The text does not allow it.
    Edit(EditError),
    /// The present content does not allow it.
    Problem(Problem),
}

impl From<EditError> for EditRefused {
    fn from(error: EditError) -> Self {
        Self::Edit(error)
    }
}

impl From<Problem> for EditRefused {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// Changes one of the two files: read under our lock, changed, read again by our own reader and by
/// another one, and put in the place of the old file if nobody changed that meanwhile; else `change`
/// is asked again with the new text. What stood there is kept as the backup. Returns the file.
///
/// A text that comes back as it was is not written.
pub(crate) async fn edit(
    environment: &Environment,
    kind: FileKind,
    change: impl Fn(&Document) -> Result<Document, EditRefused> + Send,
) -> Result<PathBuf, Problem> {
    transaction(environment, kind, change, Document::confirm).await
}

/// The same for a text that stood there before: what another reader has against it, it had then.
pub(crate) async fn restore(
    environment: &Environment,
    kind: FileKind,
    change: impl Fn(&Document) -> Result<Document, EditRefused> + Send,
) -> Result<PathBuf, Problem> {
    transaction(environment, kind, change, |_, _| Ok(())).await
}

/// Removes a file that a change of ours made, if this still is what stands in it. What stood there is
/// kept as the backup.
pub(crate) async fn remove_made(
    environment: &Environment,
    kind: FileKind,
    expected: impl Fn(&Document) -> Result<(), Problem> + Send,
) -> Result<PathBuf, Problem> {
    let path = environment.paths.file(kind);
    let unwritable = |path: &Path, error: &std::io::Error| unwritable(environment, path, error);
    let _lock = lock(environment, kind).await?;
    for _ in 0..TRIES {
        let (now, found) = read_document(&environment.paths, kind)?;
        expected(&now)?;
        back_up(environment, kind, &found)?;
        if write::remove_found(path, &found).map_err(|error| unwritable(path, &error))? {
            return Ok(path.to_owned());
        }
    }
    Err(busy(environment, path))
}

/// Ours alone until it is dropped, among our processes.
async fn lock(environment: &Environment, kind: FileKind) -> Result<Lock, Problem> {
    let locked = Lock::acquire(&environment.state_dir, name(kind), PATIENCE).await;
    locked.map_err(|error| {
        held(&error).unwrap_or_else(|| unwritable(environment, &environment.state_dir, &error))
    })
}

fn busy(environment: &Environment, path: &Path) -> Problem {
    Problem::new(Code::FileBusy).with("path", environment.paths.display(path))
}

async fn transaction(
    environment: &Environment,
    kind: FileKind,
    change: impl Fn(&Document) -> Result<Document, EditRefused> + Send,
    confirm: fn(&Document, &Document) -> Result<(), EditError>,
) -> Result<PathBuf, Problem> {
    let path = environment.paths.file(kind);
    let unwritable = |path: &Path, error: &std::io::Error| unwritable(environment, path, error);
    let _lock = lock(environment, kind).await?;
    write::follow(path).map_err(|error| unwritable(path, &error))?;
    sweep(path);
    for _ in 0..TRIES {
        let (before, found) = read_document(&environment.paths, kind)?;
        let after = change(&before).map_err(|refused| problem(environment, kind, refused))?;
        if after.bytes() == before.bytes() {
            return Ok(path.to_owned());
        }
        confirm(&before, &after).map_err(|error| problem(environment, kind, error.into()))?;
        back_up(environment, kind, &found)?;
        if store(environment, path, after.bytes(), &found)? {
            return Ok(path.to_owned());
        }
    }
    Err(busy(environment, path))
}

/// Checks that a file could be changed now, so that nobody is asked for what could not be stored.
pub(crate) fn check_editable(environment: &Environment, kind: FileKind) -> Result<(), Problem> {
    let (document, _) = read_document(&environment.paths, kind)?;
    if let Some(error) = document.syntax_errors().first() {
        return Err(problem(environment, kind, EditError::Unparsable(error.clone()).into()));
    }
    replaceable(environment, &[environment.paths.file(kind)])
}

/// Checks that all of these could be replaced, or written in place because a person agreed to that.
pub(crate) fn replaceable(environment: &Environment, paths: &[&Path]) -> Result<(), Problem> {
    let mut in_the_way = Vec::new();
    for path in paths {
        let found = refuse_read_only(path).and_then(|()| obstacle(path));
        let found = found.map_err(|error| unwritable(environment, path, &error))?;
        in_the_way.extend(found.filter(|found| found.asks()).map(|found| (*path, found)));
    }
    if environment.may_write_in_place { Ok(()) } else { not_replaceable(environment, &in_the_way) }
}

/// Puts a text in the place of the one that was found; false where another program changed that meanwhile. A file that
/// cannot be replaced is written in place, where a person agreed to that or nothing speaks against it.
pub(crate) fn store(
    environment: &Environment,
    path: &Path,
    content: &[u8],
    found: &FoundFile,
) -> Result<bool, Problem> {
    let refused = |error: std::io::Error| unwritable(environment, path, &error);
    refuse_read_only(path).map_err(refused)?;
    if let Some(directory) = path.parent() {
        os::create_private_dir(directory).map_err(refused)?;
    }
    let in_the_way = match obstacle(path).map_err(refused)? {
        Some(obstacle) => obstacle,
        None => match Replacement::begin(path).and_then(|new| new.commit_over(content, found)) {
            // Not every system says before what is a mount.
            Err(error) if error.kind() == std::io::ErrorKind::ResourceBusy && found.exists() => {
                Obstacle::Mount
            }
            result => return result.map_err(refused),
        },
    };
    if in_the_way.asks() && !environment.may_write_in_place {
        not_replaceable(environment, &[(path, in_the_way)])?;
    }
    write_in_place(path, content, found).map_err(refused)
}

/// The problem, where anything is in the way.
fn not_replaceable(environment: &Environment, files: &[(&Path, Obstacle)]) -> Result<(), Problem> {
    let Some((_, first)) = files.first() else { return Ok(()) };
    let paths: Vec<String> = files.iter().map(|(path, _)| environment.paths.display(path)).collect();
    Err(Problem::new(Code::NotReplaceable).with("path", paths.join(", ")).with("why", first.word()))
}

/// Keeps the last version, in our own directory: beside the file it might be synchronized or committed
/// with it.
fn back_up(environment: &Environment, kind: FileKind, found: &FoundFile) -> Result<(), Problem> {
    if found.identity.is_none() {
        return Ok(());
    }
    let path = backup(environment, kind);
    os::create_private_dir(path.parent().unwrap_or(&path))
        .and_then(|()| write::write_own(&path, &found.bytes))
        .map_err(|error| unwritable(environment, &path, &error))
}

/// Returns the path of the backup: the version before the last change.
pub(crate) fn backup(environment: &Environment, kind: FileKind) -> PathBuf {
    environment.state_dir.join("backup").join(format!("{}.last", name(kind)))
}

fn name(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Config => "config",
        FileKind::Credentials => "credentials",
    }
}

fn unwritable(environment: &Environment, path: &Path, error: &std::io::Error) -> Problem {
    Problem::new(Code::FileUnwritable).with("path", environment.paths.display(path)).because(error)
}

fn problem(environment: &Environment, kind: FileKind, refused: EditRefused) -> Problem {
    match refused {
        EditRefused::Problem(problem) => problem,
        EditRefused::Edit(error) => edit_problem(&environment.paths, kind, error),
    }
}

#[cfg(test)]
mod tests;
