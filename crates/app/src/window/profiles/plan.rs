//! The plan of an edit, the result of writing it, and the changes that can be undone.

use aws_files::{FileKind, Profiles};
use serde::Serialize;

use super::field::field_problem;
use super::{FieldProblem, FileName, SectionRef};
use crate::window::ProblemText;
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::Problem;
use sandglass_core::profiles::{Changes, DiffLine, DiffMark, FileDiff, Plan, counts, validate};
use sandglass_core::text::Text;

/// The plan of an edit. It is the answer at each keystroke, also to an edit that
/// cannot be made: then `errors` say why, and `files` may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProfilePlan {
    /// By which it is written or tried. The program keeps the last few plans only.
    pub id: String,
    /// The section it is about, as it is called afterwards; null where it is none, or gone.
    pub section: Option<SectionRef>,
    /// The files that change, in the order they are written in. Empty: nothing would change.
    pub files: Vec<FileChange>,
    /// Runs of changed lines in all files, for "Write 1 change"; with two files the designs say
    /// "Write 2 files".
    #[cfg_attr(test, ts(type = "number"))]
    pub changes: usize,
    /// Problems that prevent writing it.
    pub errors: Vec<FieldProblem>,
    /// Warnings before it is written.
    pub warnings: Vec<FieldProblem>,
    /// True if `write_plan` would write: something changes and nothing is wrong.
    pub writable: bool,
}

/// The changes of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FileChange {
    /// The file.
    pub file: FileName,
    /// Its path, with `~`.
    pub path: String,
    /// True if it exists; else it is made.
    pub exists: bool,
    /// The changed lines with a few around them; secrets are masked.
    pub lines: Vec<DiffLine>,
    /// The number of removed lines.
    #[cfg_attr(test, ts(type = "number"))]
    pub removed: usize,
    /// The number of added lines.
    #[cfg_attr(test, ts(type = "number"))]
    pub added: usize,
}

/// The result of writing a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Written {
    /// The files, with `~`.
    pub files: Vec<String>,
    /// The section it was about, as it is called now; null where it is none, or gone.
    pub section: Option<SectionRef>,
    /// The section whose name is there no more: it was renamed or removed.
    pub gone: Option<SectionRef>,
    /// The change that can be taken back now: `PastChange.id`; null where this was a step back or forth.
    pub change: Option<String>,
    /// Problems of what could not follow, such as the preferences; the files are written all the same.
    pub notes: Vec<ProblemText>,
}

/// A change that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PastChange {
    /// By which it is known.
    pub id: String,
    /// The time it was made.
    #[cfg_attr(test, ts(type = "number"))]
    pub at: i64,
    /// A summary of it: "audit added".
    pub what: String,
}

/// The preview of undoing the last change, or of redoing the last undone one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum UndoView {
    /// There is no such change.
    Nothing,
    /// The files are as it left them: `write_plan` with this id makes them what they were.
    Ready {
        /// The plan.
        plan: ProfilePlan,
        /// The change it is about.
        change: PastChange,
    },
    /// Somebody changed these since, so nothing is overwritten: the difference between what stands
    /// there and what stood there before the last change.
    Changed {
        /// One entry a file.
        files: Vec<FileChange>,
        /// The change it is about.
        change: PastChange,
    },
}

/// The result of trying a plan with AWS. No AWS file was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum TryAnswer {
    /// AWS gave a session.
    Works {
        /// Until then; null where its credentials have no end.
        #[cfg_attr(test, ts(type = "number | null"))]
        expires_at: Option<i64>,
    },
    /// It takes a code of this device: try again with one.
    NeedsCode {
        /// An ARN, or a hardware number.
        serial: String,
    },
    /// AWS refused, or could not be asked. A refused code has the code `mfa_refused`.
    Refused {
        /// The reason.
        words: ProblemText,
    },
}

/// The inputs for showing a plan, or the reason why there is none.
pub struct PlanInputs<'a> {
    /// By which the page names it.
    pub id: String,
    /// The requested changes.
    pub changes: &'a Changes,
    /// The plan, or the reason why there is none.
    pub planned: &'a Result<Plan, Problem>,
    /// Returns true if a file exists.
    pub exists: &'a dyn Fn(FileKind) -> bool,
    /// The paths of the files.
    pub paths: &'a AwsPaths,
    /// The files as they are.
    pub profiles: &'a Profiles,
}

/// A plan to look at.
pub fn plan(inputs: &PlanInputs<'_>, text: &Text) -> ProfilePlan {
    let (section, files, errors, warnings) = match inputs.planned {
        Ok(plan) => {
            let files = file_changes(&plan.rewrite.diffs(), inputs.paths, inputs.exists);
            let warnings = plan.checks.warnings.clone();
            (Some(&plan.section), files, plan.checks.errors.clone(), warnings)
        }
        Err(problem) => (None, Vec::new(), all_errors(problem, inputs.changes), Vec::new()),
    };
    let after = inputs.planned.as_ref().ok().map(|plan| plan.rewrite.after.profiles());
    let profiles = after.as_ref().unwrap_or(inputs.profiles);
    let said = |problem: &Problem| field_problem(problem, section, profiles, text, inputs.paths);
    let errors: Vec<FieldProblem> = errors.iter().map(said).collect();
    ProfilePlan {
        id: inputs.id.clone(),
        section: section.map(Into::into),
        changes: files.iter().map(runs).sum(),
        writable: errors.is_empty() && !files.is_empty(),
        files,
        errors,
        warnings: warnings.iter().map(said).collect(),
    }
}

/// A rewrite that takes a change back, to look at.
pub fn plan_back(id: String, section: Option<SectionRef>, files: Vec<FileChange>) -> ProfilePlan {
    ProfilePlan {
        id,
        section,
        changes: files.iter().map(runs).sum(),
        writable: !files.is_empty(),
        files,
        errors: Vec::new(),
        warnings: Vec::new(),
    }
}

/// The reason why there is no plan, and everything else that is wrong at first sight, each once.
fn all_errors(problem: &Problem, changes: &Changes) -> Vec<Problem> {
    let mut errors = vec![problem.clone()];
    for found in changes.iter().flat_map(validate) {
        if !errors.contains(&found) {
            errors.push(found);
        }
    }
    errors
}

/// Returns the changes in each file.
pub fn file_changes(
    diffs: &[FileDiff],
    paths: &AwsPaths,
    exists: &dyn Fn(FileKind) -> bool,
) -> Vec<FileChange> {
    let change = |diff: &FileDiff| {
        let (removed, added) = counts(&diff.lines);
        FileChange {
            file: diff.file.into(),
            path: paths.display(paths.file(diff.file)),
            exists: exists(diff.file),
            lines: diff.lines.clone(),
            removed,
            added,
        }
    };
    diffs.iter().map(change).collect()
}

/// Changed lines that stand together are one change.
fn runs(file: &FileChange) -> usize {
    let changes = |line: &DiffLine| matches!(line.mark, DiffMark::Added | DiffMark::Removed);
    let starts = file
        .lines
        .iter()
        .enumerate()
        .filter(|(at, line)| changes(line) && (*at == 0 || !changes(&file.lines[at - 1])));
    starts.count()
}
