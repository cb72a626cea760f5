//! Reasons for which botocore refuses a file. A message never holds a value of the file.

use crate::Location;

/// One thing botocore refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct SyntaxError {
    /// Its place.
    pub at: Location,
    /// The kind of error.
    pub kind: SyntaxErrorKind,
}

/// The errors for which botocore refuses a file (Python's `RawConfigParser` in strict mode).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SyntaxErrorKind {
    /// The same header twice.
    #[error("the section [{name}] stands twice, first at line {first}")]
    DuplicateSection {
        /// The header's text.
        name: String,
        /// Line of the first one.
        first: usize,
    },
    /// The same key twice in a section, after lower-casing.
    #[error("the key {key} stands twice in its section, first at line {first}")]
    DuplicateKey {
        /// The key.
        key: String,
        /// Line of the first one.
        first: usize,
    },
    /// A line that is neither a header, nor `key = value`, nor a comment.
    #[error("the line is neither a [section] nor key = value")]
    NotASetting,
    /// `= value`.
    #[error("the line has a value but no key")]
    NoKey,
    /// A header that is empty or not closed.
    #[error("the section header is empty or lacks its closing bracket")]
    BadHeader,
    /// A setting above the first section.
    #[error("the line stands before the first [section]")]
    BeforeFirstSection,
    /// The file starts with a byte order mark.
    #[error("the file starts with a byte order mark, an invisible character; save it as UTF-8 without BOM")]
    ByteOrderMark,
    /// The file is not UTF-8.
    #[error("the file is not UTF-8 text")]
    NotUtf8,
    /// A line of a nested block without `=`.
    #[error("the line belongs to a nested block and is no key = value")]
    BadNested,
}
