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

use std::sync::Arc;

use zeroize::Zeroizing;

pub use edit::EditError;
pub use errors::{SyntaxError, SyntaxErrorKind};
pub use line_fix::LineFix;
pub use section_name::SectionName;
pub use shown::MASK;

pub(crate) use lines::Lines;
pub(crate) use parse::{ParsedSection, ParsedSetting};

use crate::FileKind;

/// A config or credentials file as it stands, read as botocore reads it.
///
/// It holds secrets and prints none. A copy costs nothing.
#[derive(Clone)]
pub struct Document {
    kind: FileKind,
    content: Content,
    pub(crate) parsed: Arc<parse::Parsed>,
}

/// The bytes of a file.
#[derive(Clone)]
enum Content {
    Text(Arc<Zeroizing<String>>),
    /// They are not UTF-8.
    Bytes(Arc<Zeroizing<Vec<u8>>>),
}

impl Document {
    /// Reads any bytes. What botocore would refuse is in `syntax_errors`; the rest is read as well
    /// as it can be, so that profiles can still be listed.
    pub fn parse(kind: FileKind, bytes: &[u8]) -> Self {
        Self::from_bytes(kind, Zeroizing::new(bytes.to_vec()))
    }

    /// The same of bytes that nobody else needs.
    pub fn from_bytes(kind: FileKind, mut bytes: Zeroizing<Vec<u8>>) -> Self {
        let (content, parsed) = match String::from_utf8(std::mem::take(&mut *bytes)) {
            Ok(text) => {
                let text = Arc::new(Zeroizing::new(text));
                let parsed = parse::parse(kind, &text);
                (Content::Text(text), parsed)
            }
            Err(error) => {
                let from = error.utf8_error().valid_up_to();
                let bytes = Zeroizing::new(error.into_bytes());
                let parsed = parse::not_utf8(kind, &bytes, from);
                (Content::Bytes(Arc::new(bytes)), parsed)
            }
        };
        Self { kind, content, parsed: Arc::new(parsed) }
    }

    /// The file's kind.
    pub fn kind(&self) -> FileKind {
        self.kind
    }

    /// The bytes, unchanged.
    pub fn bytes(&self) -> &[u8] {
        match &self.content {
            Content::Text(text) => text.as_bytes(),
            Content::Bytes(bytes) => bytes,
        }
    }

    /// Returns the errors for which botocore refuses the whole file ("Unable to parse config file"), first to last.
    pub fn syntax_errors(&self) -> &[SyntaxError] {
        &self.parsed.errors
    }
}
