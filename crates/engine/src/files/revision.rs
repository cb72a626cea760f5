//! A short text that changes whenever the content of a file does.

use aws_files::{Document, hex};
use sha2::{Digest, Sha256};

/// The number of bytes of a digest that tell two contents apart.
const BYTES: usize = 8;

/// Returns the revision of both files. One that cannot be read counts as empty.
pub(crate) fn revision(documents: [Option<&Document>; 2]) -> String {
    let mut whole = Sha256::new();
    for document in documents {
        whole.update(document.map_or_else(Default::default, |document| Sha256::digest(document.bytes())));
    }
    hex(whole.finalize().into_iter().take(BYTES))
}

#[cfg(test)]
mod tests {
    use aws_files::FileKind;

    use super::*;

    #[test]
    fn either_file_changes_it() {
        let document = |text: &str| Document::parse(FileKind::Config, text.as_bytes());
        let (one, other) = (document("[default]\n"), document(""));
        let both = [
            revision([Some(&one), Some(&other)]),
            revision([Some(&other), Some(&one)]),
            revision([Some(&one), None]),
            revision([None, None]),
        ];
        for (at, first) in both.iter().enumerate() {
            assert!(!both[at + 1..].contains(first), "{both:?}");
        }
        assert_eq!(revision([Some(&one), None]), both[2]);
    }
}
