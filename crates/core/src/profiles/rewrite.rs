//! Both files before and after a change.

use aws_files::FileKind;

use super::Files;
use super::diff::{FileDiff, diff};

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
}
