//! A change as lines to look at. Secrets are masked here, before anybody else sees a line.

use aws_files::{Document, FileKind};
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices, group_diff_ops};

use super::is_secret_key;

/// Lines around a change that are shown with it.
const CONTEXT: usize = 2;

/// What becomes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DiffMark {
    /// It stays.
    Same,
    /// It goes.
    Removed,
    /// It comes.
    Added,
    /// Lines that stay were left out here.
    Gap,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DiffLine {
    /// What becomes of it.
    pub mark: DiffMark,
    /// Its number: of one that goes, in the old file; else in the new one.
    pub line: usize,
    /// Its text, secrets masked.
    pub text: String,
}

/// What changes in one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileDiff {
    /// Which file.
    #[serde(skip)]
    pub file: FileKind,
    /// Its lines: what changes, and a little around it.
    pub lines: Vec<DiffLine>,
}

/// The change between two texts of a file; none where they are the same.
pub fn diff(before: &Document, after: &Document) -> Option<FileDiff> {
    if before.bytes() == after.bytes() {
        return None;
    }
    let (old, new) = (before.shown_lines(&is_secret_key), after.shown_lines(&is_secret_key));
    let operations = capture_diff_slices(Algorithm::Myers, &before.raw_lines(), &after.raw_lines());
    let mut lines = Vec::new();
    for group in group_diff_ops(operations, CONTEXT) {
        let first = group.first().map_or(0, |operation| operation.new_range().start);
        if first > 0 {
            lines.push(DiffLine { mark: DiffMark::Gap, line: first, text: String::new() });
        }
        for operation in group {
            let same = matches!(operation, DiffOp::Equal { .. });
            let mut take = |mark, texts: &[String], range: std::ops::Range<usize>| {
                lines.extend(range.map(|at| DiffLine { mark, line: at + 1, text: texts[at].clone() }));
            };
            if same {
                take(DiffMark::Same, &new, operation.new_range());
            } else {
                take(DiffMark::Removed, &old, operation.old_range());
                take(DiffMark::Added, &new, operation.new_range());
            }
        }
    }
    Some(FileDiff { file: before.kind(), lines })
}
