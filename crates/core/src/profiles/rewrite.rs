//! Both files before and after a change.

use std::collections::BTreeSet;

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
    /// True if nothing would be written.
    pub fn is_empty(&self) -> bool {
        self.files().next().is_none()
    }

    /// The files that change, in the order they are written in.
    pub fn files(&self) -> impl Iterator<Item = FileKind> {
        let differs =
            |kind: &FileKind| self.before.document(*kind).bytes() != self.after.document(*kind).bytes();
        Files::KINDS.into_iter().filter(differs)
    }

    /// The profile that gets another name: its old and its new one. A rewrite makes one profile at most
    /// and removes one at most; one that does both gives it another name.
    pub fn renamed(&self) -> Option<(String, String)> {
        let names = |files: &Files| files.profiles().names().map(str::to_owned).collect::<BTreeSet<String>>();
        let (before, after) = (names(&self.before), names(&self.after));
        let mut gone = before.difference(&after);
        let mut new = after.difference(&before);
        match (gone.next(), gone.next(), new.next(), new.next()) {
            (Some(from), None, Some(to), None) => Some((from.clone(), to.clone())),
            _ => None,
        }
    }

    /// Returns the diffs, one per file.
    pub fn diffs(&self) -> Vec<FileDiff> {
        self.files().filter_map(|kind| diff(self.before.document(kind), self.after.document(kind))).collect()
    }
}
