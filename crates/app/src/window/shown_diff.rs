//! The lines that a fix changes.

use serde::Serialize;

use sandglass_core::paths::AwsPaths;
use sandglass_core::profiles::{DiffLine, counts};
use sandglass_doctor::{Fix, FixAction};

/// The changes of one file, or of the system's variables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ShownDiff {
    /// Its path, with `~`.
    pub path: String,
    /// True if that is a file, of which a backup is kept.
    pub is_file: bool,
    /// The changed lines with a few around them; secrets are masked.
    pub lines: Vec<DiffLine>,
    /// The number of removed lines.
    #[cfg_attr(test, ts(type = "number"))]
    pub removed: usize,
    /// The number of added lines.
    #[cfg_attr(test, ts(type = "number"))]
    pub added: usize,
}

/// Returns a fix's changes; empty if it changes no text.
pub(super) fn changes(fix: &Fix, paths: &AwsPaths) -> Vec<ShownDiff> {
    let is_file = !matches!(fix.action, FixAction::SystemVariables { .. });
    let shown = |(path, lines): (String, &[DiffLine])| {
        let (removed, added) = counts(lines);
        ShownDiff { path, is_file, lines: lines.to_vec(), removed, added }
    };
    fix.changes(paths).into_iter().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::paths;
    use sandglass_core::profiles::DiffMark;
    use sandglass_doctor::Sentence;

    #[test]
    fn variables_of_the_system_are_shown_before_they_go() {
        let line = DiffLine {
            mark: DiffMark::Removed,
            old: None,
            new: None,
            text: "AWS_SESSION_TOKEN=****************".to_owned(),
        };
        let action = FixAction::SystemVariables {
            names: vec!["AWS_SESSION_TOKEN".to_owned()],
            place: r"HKCU\Environment".to_owned(),
            lines: vec![line.clone()],
            command: String::new(),
        };
        let shown = changes(&Fix::new(Sentence::new("fix"), action), &paths());
        let path = r"HKCU\Environment".to_owned();
        assert_eq!(shown, [ShownDiff { path, is_file: false, lines: vec![line], removed: 1, added: 0 }]);
    }
}
