//! Writes a change exactly as it was shown, or not at all.

use std::path::{Path, PathBuf};

use aws_files::{Document, FileKind};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::Rewrite;
use sandglass_core::text::Text;

use super::undo::{self, UndoStep};
use crate::Environment;
use crate::files::{self, EditRefused};
use crate::lock::{Lock, PATIENCE, held};
use crate::trouble::Because;

/// Writes what was planned; the files that were changed. A file that is no longer the text the plan was
/// made from is left, and so is the other one.
///
/// Of two files, both are looked at before the first is written. Should the second be refused after
/// all, the first is put back.
pub(super) async fn apply(environment: &Environment, rewrite: &Rewrite) -> Result<Vec<PathBuf>, Problem> {
    let _lock = lock(environment).await?;
    let new_files = look(environment, rewrite)?;
    let id = undo::begin(environment, rewrite, &new_files)?;
    let written = write(environment, rewrite, &new_files, |_| Before::New).await;
    match &written {
        // Half of it stands in the files: that can be taken back.
        Err(problem) if problem.code != Code::HalfWritten => undo::abandon(environment, id),
        _ => undo::made(environment, id),
    }
    written
}

/// The same for a step that takes a change back, or makes it again. A file which the change made is removed
/// with it.
pub(super) async fn take_back(environment: &Environment, step: &UndoStep) -> Result<Vec<PathBuf>, Problem> {
    let _lock = lock(environment).await?;
    let new_files = look(environment, &step.rewrite)?;
    if !step.again {
        undo::keep_after(environment, step)?;
    }
    let text = |kind| if step.removes.contains(&kind) { Before::Nothing } else { Before::Known };
    let files = write(environment, &step.rewrite, &new_files, text).await?;
    undo::stepped(environment, step);
    Ok(files)
}

/// The state of a file before a change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    New,
    Known,
    /// There was no file.
    Nothing,
}

/// One change at a time, among our processes.
async fn lock(environment: &Environment) -> Result<Lock, Problem> {
    let state = &environment.state_dir;
    Lock::acquire(state, "profiles", PATIENCE).await.map_err(|error| {
        if let Some(problem) = held(&error) {
            return problem;
        }
        Problem::new(Code::FileUnwritable).with("path", environment.paths.display(state)).because(&error)
    })
}

/// Checks that all of it can be written, and returns the files that are not there yet.
fn look(environment: &Environment, rewrite: &Rewrite) -> Result<Vec<FileKind>, Problem> {
    let mut new_files = Vec::new();
    let paths: Vec<&Path> = rewrite.files().map(|kind| environment.paths.file(kind)).collect();
    files::replaceable(environment, &paths)?;
    for kind in rewrite.files() {
        let (now, found) = files::read_document(&environment.paths, kind)?;
        unchanged(environment, &now, rewrite.before.document(kind))?;
        if !found.exists() {
            new_files.push(kind);
        }
    }
    Ok(new_files)
}

async fn write(
    environment: &Environment,
    rewrite: &Rewrite,
    new_files: &[FileKind],
    text: impl Fn(FileKind) -> Before,
) -> Result<Vec<PathBuf>, Problem> {
    let mut written: Vec<(FileKind, PathBuf)> = Vec::new();
    for kind in rewrite.files() {
        let (from, to) = (rewrite.before.document(kind), rewrite.after.document(kind));
        match exchange(environment, from, to, text(kind)).await {
            Ok(path) => written.push((kind, path)),
            Err(problem) => {
                return Err(put_back(environment, rewrite, (&written, new_files), kind, problem).await);
            }
        }
    }
    Ok(written.into_iter().map(|(_, path)| path).collect())
}

/// Replaces one text by another, if it still stands there.
async fn exchange(
    environment: &Environment,
    from: &Document,
    to: &Document,
    text: Before,
) -> Result<PathBuf, Problem> {
    let change = |now: &Document| -> Result<Document, EditRefused> {
        unchanged(environment, now, from)?;
        Ok(to.clone())
    };
    match text {
        Before::New => files::edit(environment, from.kind(), change).await,
        Before::Known => files::restore(environment, from.kind(), change).await,
        Before::Nothing => {
            files::remove_made(environment, from.kind(), |now| unchanged(environment, now, from)).await
        }
    }
}

fn unchanged(environment: &Environment, now: &Document, then: &Document) -> Result<(), Problem> {
    if now.bytes() == then.bytes() {
        return Ok(());
    }
    let path = environment.paths.display(environment.paths.file(then.kind()));
    Err(Problem::new(Code::FileChanged).with("path", path))
}

/// The reason to name, once the files that were written are as they were.
async fn put_back(
    environment: &Environment,
    rewrite: &Rewrite,
    (written, new_files): (&[(FileKind, PathBuf)], &[FileKind]),
    refused: FileKind,
    problem: Problem,
) -> Problem {
    for (kind, path) in written {
        let (from, to) = (rewrite.after.document(*kind), rewrite.before.document(*kind));
        let text = if new_files.contains(kind) { Before::Nothing } else { Before::Known };
        if exchange(environment, from, to, text).await.is_err() {
            let detail = Text::new(environment.language).problem(&problem, &environment.paths);
            return Problem::new(Code::HalfWritten)
                .with("path", environment.paths.display(path))
                .with("other", environment.paths.display(environment.paths.file(refused)))
                .with("detail", detail)
                .with("backup", environment.paths.display(&files::backup(environment, *kind)));
        }
    }
    problem
}
