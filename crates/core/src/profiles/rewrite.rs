//! Both files before and after a change.

use aws_files::FileKind;

use super::Files;
use super::diff::{DiffMark, FileDiff, diff};
use crate::paths::AwsPaths;

/// The text a change was made from, and the text it makes.
#[derive(Clone)]
pub struct Rewrite {
    /// The text it was made from.
    pub before: Files,
    /// The text to write.
    pub after: Files,
}

impl Rewrite {
    /// Whether nothing would be written.
    pub fn is_empty(&self) -> bool {
        self.files().next().is_none()
    }

    /// The files that change, in the order they are written in.
    pub fn files(&self) -> impl Iterator<Item = FileKind> {
        let differs =
            |kind: &FileKind| self.before.document(*kind).bytes() != self.after.document(*kind).bytes();
        Files::KINDS.into_iter().filter(differs)
    }

    /// What changes, one entry a file.
    pub fn diffs(&self) -> Vec<FileDiff> {
        self.files().filter_map(|kind| diff(self.before.document(kind), self.after.document(kind))).collect()
    }

    /// What changes as one text: the files, and their lines with `-` and `+`.
    pub fn shown(&self, paths: &AwsPaths) -> String {
        self.diffs().iter().map(|file| shown(file, paths)).collect::<Vec<_>>().join("\n")
    }
}

fn shown(file: &FileDiff, paths: &AwsPaths) -> String {
    let path = paths.display(paths.file(file.file));
    let mut lines = vec![format!("--- {path}"), format!("+++ {path}")];
    lines.extend(file.lines.iter().map(|line| match line.mark {
        DiffMark::Same => format!(" {}", line.text),
        DiffMark::Removed => format!("-{}", line.text),
        DiffMark::Added => format!("+{}", line.text),
        DiffMark::Gap => "@@".to_owned(),
    }));
    lines.join("\n")
}
