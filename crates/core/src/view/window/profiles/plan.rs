//! What an edit would write, what came of writing it, and what would take it back.

use serde::Serialize;

use super::{FieldProblem, FileName, SectionRef};
use crate::profiles::DiffLine;
use crate::view::window::Words;

/// What an edit would make of the files. It is the answer at each keystroke, also to an edit that
/// cannot be made: then `errors` say why, and `files` may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProfilePlan {
    /// By which it is written or tried. The program keeps the last plan only.
    pub id: String,
    /// The section it is about, by its new name; null where it takes a change back.
    pub section: Option<SectionRef>,
    /// The files that change, in the order they are written in. Empty: nothing would change.
    pub files: Vec<FileChange>,
    /// Runs of changed lines in all files, for "Write 1 change"; with two files the designs say
    /// "Write 2 files".
    #[cfg_attr(test, ts(type = "number"))]
    pub changes: usize,
    /// What keeps it from being written.
    pub errors: Vec<FieldProblem>,
    /// What to know before it is written.
    pub warnings: Vec<FieldProblem>,
    /// Whether `write_plan` would write: something changes and nothing is wrong.
    pub writable: bool,
}

/// What changes in one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FileChange {
    /// Which.
    pub file: FileName,
    /// Where, with `~`.
    pub path: String,
    /// Whether it exists; else it is made.
    pub exists: bool,
    /// What changes, and a little around it; secrets masked.
    pub lines: Vec<DiffLine>,
    /// How many lines go.
    #[cfg_attr(test, ts(type = "number"))]
    pub removed: usize,
    /// How many come.
    #[cfg_attr(test, ts(type = "number"))]
    pub added: usize,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Written {
    /// The files, with `~`.
    pub files: Vec<String>,
    /// The section it was about, by its new name; null where a change was taken back.
    pub section: Option<SectionRef>,
    /// What could not follow, such as the preferences; the files are written all the same.
    pub notes: Vec<Words>,
}

/// What taking the last change back comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum UndoView {
    /// There is no last change.
    Nothing,
    /// The files are as it left them: `write_plan` with this id makes them what they were.
    Ready {
        /// That plan.
        plan: ProfilePlan,
    },
    /// Somebody changed these since, so nothing is overwritten: the difference between what stands
    /// there and what stood there before the last change.
    Changed {
        /// One entry a file.
        files: Vec<FileChange>,
    },
}

/// What came of trying a plan with AWS. No AWS file was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum TryAnswer {
    /// AWS gave a session.
    Works {
        /// Until then.
        #[cfg_attr(test, ts(type = "number"))]
        expires_at: i64,
    },
    /// It takes a code of this device: try again with one.
    NeedsCode {
        /// An ARN, or a hardware number.
        serial: String,
    },
    /// AWS refused, or could not be asked. A refused code has the code `mfa_refused`.
    Refused {
        /// Why.
        words: Words,
    },
}
