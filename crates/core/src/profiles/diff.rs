//! A change as a diff for people. Secrets are masked here, before any other code sees a line.

use aws_files::{Document, FileKind};
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices, group_diff_ops};

use crate::masked::shown_lines;

/// Lines around a change that are shown with it.
const CONTEXT: usize = 2;

/// The change of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
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
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
pub struct DiffLine {
    /// Its change.
    pub mark: DiffMark,
    /// Its number in the old file; null for one that comes and for a gap.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub old: Option<usize>,
    /// Its number in the new file; null for one that goes and for a gap.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub new: Option<usize>,
    /// Its text, secrets masked.
    pub text: String,
}

/// The diff of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileDiff {
    /// The file.
    pub file: FileKind,
    /// Its lines: what changes, and a little around it.
    pub lines: Vec<DiffLine>,
}

/// Counts removed and added lines.
pub fn counts(lines: &[DiffLine]) -> (usize, usize) {
    let count = |mark| lines.iter().filter(|line| line.mark == mark).count();
    (count(DiffMark::Removed), count(DiffMark::Added))
}

/// The lines as text, with `-` and `+`; where some are left out stands the number of the next one.
pub fn as_text(path: &str, lines: &[DiffLine]) -> String {
    let mut text = format!("--- {path}\n+++ {path}");
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).and_then(|next| next.old.or(next.new));
        let (mark, shown) = match line.mark {
            DiffMark::Same => (" ", line.text.clone()),
            DiffMark::Removed => ("-", line.text.clone()),
            DiffMark::Added => ("+", line.text.clone()),
            DiffMark::Gap => ("@@", next.map_or_else(String::new, |number| format!(" {number}"))),
        };
        text.extend(["\n", mark, &shown]);
    }
    text
}

/// Lines that were left out.
pub fn gap() -> DiffLine {
    DiffLine { mark: DiffMark::Gap, old: None, new: None, text: String::new() }
}

/// The change between two texts of a file; none where they are the same.
pub fn diff(before: &Document, after: &Document) -> Option<FileDiff> {
    if before.bytes() == after.bytes() {
        return None;
    }
    let (old, new) = (shown_lines(before), shown_lines(after));
    let operations = capture_diff_slices(Algorithm::Myers, &before.raw_lines(), &after.raw_lines());
    let mut lines = Vec::new();
    for group in group_diff_ops(operations, CONTEXT) {
        if group.first().is_some_and(|operation| operation.new_range().start > 0) {
            lines.push(gap());
        }
        for operation in group {
            let (from, to) = (operation.old_range(), operation.new_range());
            if matches!(operation, DiffOp::Equal { .. }) {
                lines.extend(
                    from.zip(to).map(|(from, to)| line(DiffMark::Same, Some(from), Some(to), &new[to])),
                );
            } else {
                lines.extend(from.map(|at| line(DiffMark::Removed, Some(at), None, &old[at])));
                lines.extend(to.map(|at| line(DiffMark::Added, None, Some(at), &new[at])));
            }
        }
    }
    Some(FileDiff { file: before.kind(), lines })
}

/// A line by its places, which count from 0.
fn line(mark: DiffMark, old: Option<usize>, new: Option<usize>, text: &str) -> DiffLine {
    DiffLine { mark, old: old.map(|at| at + 1), new: new.map(|at| at + 1), text: text.to_owned() }
}
