//! Undoes and redoes changes one after the other, byte for byte, while nobody else changed the files.

mod kept;
#[cfg(test)]
mod tests;

use aws_files::FileKind;
use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::{FileDiff, Rewrite, Summary, diff};

use crate::lock::{Lock, PATIENCE_OF_PROGRAMS, held};
use crate::trouble::Because;
use crate::{Clock, Environment, SystemClock};
use kept::{KeptChange, Side, Texts, UndoHistory, digest};

/// The preview of undoing or redoing a change.
pub enum Undo {
    /// The files are as they were left: this makes them what they were.
    Ready(Box<UndoStep>),
    /// Somebody changed these since: what the step would make of them.
    Changed(RecordedChange, Vec<FileDiff>),
}

/// One step back, or forth again.
pub struct UndoStep {
    /// The files before and after it.
    pub rewrite: Rewrite,
    /// The change it is about.
    pub change: RecordedChange,
    /// The change is made again.
    pub again: bool,
    /// The files that go: the change made them.
    pub(super) removes: Vec<FileKind>,
}

/// A change that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedChange {
    /// By which it is known.
    pub id: u64,
    /// The time it was made.
    pub at: Timestamp,
    /// Its summary.
    pub summary: Summary,
    /// True if it was taken back since.
    pub undone: bool,
}

impl From<&KeptChange> for RecordedChange {
    fn from(change: &KeptChange) -> Self {
        let KeptChange { id, at, summary, undone, .. } = change.clone();
        Self { id, at, summary, undone }
    }
}

/// Removes the changes that are too old, with their texts.
pub(crate) fn forget_old_changes(environment: &Environment, now: Timestamp) {
    if let Ok(_lock) = Lock::acquire_blocking(&environment.state_dir, "undo", PATIENCE_OF_PROGRAMS) {
        // Another time, where it fails: none of it is shown.
        let _ = kept::age(environment, now);
    }
}

/// The changes that are kept, newest first. What is too old is removed from the disk, too.
pub fn past_changes(environment: &Environment) -> Vec<RecordedChange> {
    let now = SystemClock.now();
    forget_old_changes(environment, now);
    UndoHistory::load(environment, now).changes.iter().rev().map(RecordedChange::from).collect()
}

/// Previews undoing the last change that was not undone yet.
pub fn undo(environment: &Environment) -> Result<Undo, Problem> {
    let kept = UndoHistory::load(environment, SystemClock.now());
    let made = kept.changes.iter().rev().filter(|change| !change.undone);
    first_step(environment, made, Side::Before, Code::NothingToUndo)
}

/// Previews redoing the change that was undone last.
pub fn redo(environment: &Environment) -> Result<Undo, Problem> {
    let kept = UndoHistory::load(environment, SystemClock.now());
    let undone = kept.changes.iter().rev().take_while(|change| change.undone).collect::<Vec<_>>();
    first_step(environment, undone.into_iter().rev(), Side::After, Code::NothingToRedo)
}

/// The first of these changes that is not yet as wanted: one that was interrupted may be.
fn first_step<'a>(
    environment: &Environment,
    changes: impl Iterator<Item = &'a KeptChange>,
    to: Side,
    none: Code,
) -> Result<Undo, Problem> {
    for change in changes {
        if let Some(found) = step(environment, change, to)? {
            return Ok(found);
        }
    }
    Err(Problem::new(none))
}

fn step(environment: &Environment, change: &KeptChange, to: Side) -> Result<Option<Undo>, Problem> {
    let now = super::read(environment)?;
    let mut then = now.clone();
    let (mut changed, mut removes) = (Vec::new(), Vec::new());
    for (kind, texts) in change.texts() {
        let Texts { before, after, made } = texts;
        let (from, wanted) = if to == Side::Before { (after, before) } else { (before, after) };
        let stands = digest(now.document(kind));
        if stands == *wanted {
            continue;
        }
        let text = change.text(environment, kind, to);
        let text = text.ok_or_else(|| Problem::new(Code::NothingToUndo))?;
        if stands == *from {
            then.set(text);
            removes.extend((to == Side::Before && *made).then_some(kind));
        } else {
            changed.extend(diff(now.document(kind), &text));
        }
    }
    let rewrite = Rewrite { before: now, after: then };
    let change = RecordedChange::from(change);
    if !changed.is_empty() {
        return Ok(Some(Undo::Changed(change, changed)));
    }
    let again = to == Side::After;
    let ready = !rewrite.is_empty();
    Ok(ready.then(|| Undo::Ready(Box::new(UndoStep { rewrite, change, again, removes }))))
}

/// Keeps what it takes to take a change back, before the change is made: whenever it is interrupted, the files
/// tell whether it was made.
pub(super) fn begin(environment: &Environment, rewrite: &Rewrite, made: &[FileKind]) -> Result<u64, Problem> {
    let keep = || -> std::io::Result<u64> {
        let _lock = Lock::acquire_blocking(&environment.state_dir, "undo", PATIENCE_OF_PROGRAMS)?;
        let now = SystemClock.now();
        let mut kept = UndoHistory::load(environment, now);
        let files: Vec<FileKind> = rewrite.files().collect();
        let texts = |kind: FileKind| {
            let [before, after] = [&rewrite.before, &rewrite.after].map(|files| digest(files.document(kind)));
            files.contains(&kind).then(|| Texts { before, after, made: made.contains(&kind) })
        };
        let change = kept.add(now, rewrite.summary(), texts);
        let id = change.id;
        for kind in &files {
            change.keep_text(environment, Side::Before, rewrite.before.document(*kind))?;
        }
        kept.save(environment)?;
        Ok(id)
    };
    keep().map_err(|error| unwritable(environment, &error))
}

/// A change was made: what was taken back before it can be made again no more.
pub(super) fn made(environment: &Environment, id: u64) {
    update(environment, |kept| kept.changes.retain(|change| change.id == id || !change.undone));
}

/// A change was not made after all.
pub(super) fn abandon(environment: &Environment, id: u64) {
    update(environment, |kept| kept.changes.retain(|change| change.id != id));
}

/// Keeps what it takes to make a change again, before it is taken back.
pub(super) fn keep_after(environment: &Environment, step: &UndoStep) -> Result<(), Problem> {
    let keep = || -> std::io::Result<()> {
        let _lock = Lock::acquire_blocking(&environment.state_dir, "undo", PATIENCE_OF_PROGRAMS)?;
        let kept = UndoHistory::load(environment, SystemClock.now());
        let Some(change) = kept.changes.iter().find(|change| change.id == step.change.id) else {
            return Ok(());
        };
        let mut files = step.rewrite.files();
        files.try_for_each(|kind| {
            change.keep_text(environment, Side::After, step.rewrite.before.document(kind))
        })
    };
    keep().map_err(|error| unwritable(environment, &error))
}

/// A change was taken back, or made again.
pub(super) fn stepped(environment: &Environment, step: &UndoStep) {
    update(environment, |kept| {
        for change in kept.changes.iter_mut().filter(|change| change.id == step.change.id) {
            change.undone = !step.again;
        }
    });
}

/// Changes the history. What was written is written: if this cannot be noted, the files themselves tell.
fn update(environment: &Environment, change: impl FnOnce(&mut UndoHistory)) {
    let Ok(_lock) = Lock::acquire_blocking(&environment.state_dir, "undo", PATIENCE_OF_PROGRAMS) else {
        return;
    };
    let mut kept = UndoHistory::load(environment, SystemClock.now());
    change(&mut kept);
    let _ = kept.save(environment);
}

fn unwritable(environment: &Environment, error: &std::io::Error) -> Problem {
    if let Some(problem) = held(error) {
        return problem;
    }
    Problem::new(Code::FileUnwritable)
        .with("path", environment.paths.display(&kept::index(environment)))
        .because(error)
}
