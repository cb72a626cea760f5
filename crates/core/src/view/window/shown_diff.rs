//! What a fix changes, line by line.

use serde::Serialize;

use crate::doctor::Fix;
use crate::paths::AwsPaths;
use crate::profiles::{DiffLine, counts};

/// What changes in one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ShownDiff {
    /// Where, with `~`.
    pub path: String,
    /// What changes, and a little around it; secrets masked.
    pub lines: Vec<DiffLine>,
    /// How many lines go.
    #[cfg_attr(test, ts(type = "number"))]
    pub removed: usize,
    /// How many come.
    #[cfg_attr(test, ts(type = "number"))]
    pub added: usize,
}

/// The files a fix changes; none where it changes no text.
pub(super) fn changes(fix: &Fix, paths: &AwsPaths) -> Vec<ShownDiff> {
    let shown = |(path, lines): (String, &[DiffLine])| {
        let (removed, added) = counts(lines);
        ShownDiff { path, lines: lines.to_vec(), removed, added }
    };
    fix.changes(paths).into_iter().map(shown).collect()
}
