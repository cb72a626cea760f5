//! Turns a syntax error of an AWS file into a problem, so that it is worded alike everywhere.

use aws_files::{SyntaxError, SyntaxErrorKind};

use crate::problem::{Code, Origin, Problem};

/// A file that the AWS CLI refuses for one of its lines.
pub fn problem(error: &SyntaxError) -> Problem {
    Problem::new(Code::FileUnparsable)
        .at(Origin::File(error.at))
        .with("reason", reason(&error.kind))
        .with("name", name(&error.kind))
        .with("first", first_line(&error.kind))
}

/// Returns the word for the error by which the locales know it.
pub fn reason(kind: &SyntaxErrorKind) -> &'static str {
    match kind {
        SyntaxErrorKind::DuplicateSection { .. } => "duplicate_section",
        SyntaxErrorKind::DuplicateKey { .. } => "duplicate_key",
        SyntaxErrorKind::NotASetting | SyntaxErrorKind::NoKey => "no_separator",
        SyntaxErrorKind::BadHeader => "header",
        SyntaxErrorKind::BeforeFirstSection => "before_section",
        SyntaxErrorKind::ByteOrderMark => "bom",
        SyntaxErrorKind::NotUtf8 => "encoding",
        SyntaxErrorKind::BadNested => "nested",
    }
}

/// The section or key that is there twice.
pub fn name(kind: &SyntaxErrorKind) -> &str {
    match kind {
        SyntaxErrorKind::DuplicateSection { name, .. } => name,
        SyntaxErrorKind::DuplicateKey { key, .. } => key,
        _ => "",
    }
}

/// The line of the first of the two.
pub fn first_line(kind: &SyntaxErrorKind) -> String {
    match kind {
        SyntaxErrorKind::DuplicateSection { first, .. } | SyntaxErrorKind::DuplicateKey { first, .. } => {
            first.to_string()
        }
        _ => String::new(),
    }
}
