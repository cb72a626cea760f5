//! One AWS file, read without loss: every byte is kept, and every value has its line.

mod edit;
mod errors;
mod line_fix;
mod lines;
mod nested;
mod parse;
mod second_opinion;
mod section_name;
mod sections;
mod shown;

use zeroize::Zeroizing;

pub use edit::EditError;
pub use errors::{SyntaxError, SyntaxErrorKind};
pub use line_fix::LineFix;
pub use section_name::SectionName;
pub use shown::{MASK, looks_secret};

pub(crate) use lines::Lines;
pub(crate) use parse::{ParsedSection, ParsedSetting};

use crate::FileKind;

/// A config or credentials file as it stands, read as botocore reads it.
///
/// It holds secrets and prints none.
#[derive(Clone)]
pub struct Document {
    kind: FileKind,
    bytes: Zeroizing<Vec<u8>>,
    pub(crate) parsed: parse::Parsed,
}

impl Document {
    /// Reads any bytes. What botocore would refuse is in `syntax_errors`; the rest is read as well
    /// as it can be, so that profiles can still be listed.
    pub fn parse(kind: FileKind, bytes: &[u8]) -> Self {
        let parsed = parse::parse(kind, bytes);
        Self { kind, bytes: Zeroizing::new(bytes.to_vec()), parsed }
    }

    /// The file's kind.
    pub fn kind(&self) -> FileKind {
        self.kind
    }

    /// The bytes, unchanged.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Returns the errors for which botocore refuses the whole file ("Unable to parse config file"), first to last.
    pub fn syntax_errors(&self) -> &[SyntaxError] {
        &self.parsed.errors
    }
}
