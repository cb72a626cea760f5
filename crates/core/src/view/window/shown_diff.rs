//! What a fix changes, line by line.

use serde::Serialize;

use crate::doctor::{Fix, FixAction};
use crate::paths::AwsPaths;
use crate::profiles::{DiffLine, DiffMark};

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

impl ShownDiff {
    fn new(path: String, lines: Vec<DiffLine>) -> Self {
        let count = |mark| lines.iter().filter(|line| line.mark == mark).count();
        Self { path, removed: count(DiffMark::Removed), added: count(DiffMark::Added), lines }
    }
}

/// The files a fix changes; none where it changes no text.
pub(super) fn changes(fix: &Fix, paths: &AwsPaths) -> Vec<ShownDiff> {
    match &fix.action {
        FixAction::Edit { diff, .. } => {
            files(diff).into_iter().map(|(path, lines)| ShownDiff::new(path, lines)).collect()
        }
        FixAction::EditShellFile { path, lines, diff } => {
            vec![ShownDiff::new(paths.display(path), removed(diff, lines))]
        }
        _ => Vec::new(),
    }
}

/// The files of a diff as text.
fn files(diff: &str) -> Vec<(String, Vec<DiffLine>)> {
    let mut files: Vec<(String, Vec<DiffLine>)> = Vec::new();
    for line in diff.lines() {
        match line.strip_prefix("--- ") {
            Some(path) => files.push((path.to_owned(), Vec::new())),
            // The same path once more.
            None if line.starts_with("+++ ") => {}
            None => match files.last_mut() {
                Some((_, lines)) => lines.push(shown(line)),
                None => files.push((String::new(), vec![shown(line)])),
            },
        }
    }
    files
}

fn shown(line: &str) -> DiffLine {
    let (mark, text) = match line.split_at_checked(1) {
        Some(("-", text)) => (DiffMark::Removed, text),
        Some(("+", text)) => (DiffMark::Added, text),
        Some(("@", _)) => (DiffMark::Gap, ""),
        Some((" ", text)) => (DiffMark::Same, text),
        _ => (DiffMark::Same, line),
    };
    DiffLine { mark, old: None, new: None, text: text.to_owned() }
}

/// The lines that go from a shell's file, by their numbers; nothing else of it is shown.
fn removed(diff: &str, numbers: &[usize]) -> Vec<DiffLine> {
    let lines = files(diff).into_iter().flat_map(|(_, lines)| lines);
    let removed = lines.filter(|line| line.mark == DiffMark::Removed);
    let mut shown: Vec<DiffLine> = Vec::new();
    for (line, number) in removed.zip(numbers) {
        let before = shown.last().and_then(|line| line.old).unwrap_or(0);
        if before + 1 < *number {
            shown.push(DiffLine { mark: DiffMark::Gap, old: None, new: None, text: String::new() });
        }
        shown.push(DiffLine { old: Some(*number), ..line });
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Sentence;
    use crate::testing::paths;

    #[test]
    fn lines_of_a_shell_file_have_their_numbers() {
        let diff = "--- x\n+++ x\n@@ 1\n-W=****\n@@ 39\n-X=****\n@@ 40\n-Y=****\n@@ 50\n-Z=1".to_owned();
        let action =
            FixAction::EditShellFile { path: "/home/ana/.zshrc".into(), lines: vec![1, 39, 40, 50], diff };
        let shown = changes(&Fix::new(Sentence::new("fix"), action), &paths());
        let [file] = &shown[..] else { panic!("{shown:?}") };
        assert_eq!((file.path.as_str(), file.removed, file.added), ("~/.zshrc", 4, 0));
        let lines: Vec<_> = file.lines.iter().map(|line| (line.old, line.text.as_str())).collect();
        let gap = (None, "");
        let expected =
            [(Some(1), "W=****"), gap, (Some(39), "X=****"), (Some(40), "Y=****"), gap, (Some(50), "Z=1")];
        assert_eq!(lines, expected);
    }

    #[test]
    fn both_aws_files_have_their_lines() {
        let shown = files("--- ~/.aws/config\n+++ ~/.aws/config\n-a\n+b\n--- ~/.aws/credentials\n+++ x\n+c");
        let files: Vec<_> = shown.iter().map(|(path, lines)| (path.clone(), lines.len())).collect();
        assert_eq!(files, [("~/.aws/config".to_owned(), 2), ("~/.aws/credentials".to_owned(), 1)]);
        assert_eq!((shown[0].1[1].mark, shown[0].1[1].text.as_str()), (DiffMark::Added, "b"));
    }
}
