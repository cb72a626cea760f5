//! What makes the AWS CLI refuse a file.

use aws_files::{FileKind, SyntaxError, SyntaxErrorKind};

use super::line_mends;
use crate::doctor::{Cause, Evidence, Exhibit, Finding};
use crate::profiles::Files;

/// One finding a file: its first error, and what mends all of them.
pub(super) fn findings(evidence: &Evidence) -> Vec<Finding> {
    Files::KINDS.into_iter().filter_map(|kind| finding(evidence, kind)).collect()
}

fn finding(evidence: &Evidence, kind: FileKind) -> Option<Finding> {
    let document = evidence.files.text.document(kind);
    let errors = document.syntax_errors();
    let first = errors.first()?;
    let mut finding = Finding::new(Cause::FileUnparsable)
        .with("path", evidence.paths.display(evidence.paths.file(kind)))
        .with("place", evidence.paths.display_location(first.at))
        .with("reason", reason(&first.kind))
        .with("name", name(&first.kind))
        .with("first", first_line(&first.kind));
    finding.exhibits.extend(errors.iter().take(MOST_SHOWN).map(|error| shown(evidence, error)));
    Some(finding.mended_by(line_mends::all(evidence, document)))
}

/// A file of another format has an error in every line.
const MOST_SHOWN: usize = 10;

fn shown(evidence: &Evidence, error: &SyntaxError) -> Exhibit {
    let shown = Exhibit::new("exhibit-bad_line").at(error.at, &evidence.paths);
    shown.with("reason", reason(&error.kind))
}

fn reason(kind: &SyntaxErrorKind) -> &'static str {
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

fn name(kind: &SyntaxErrorKind) -> String {
    match kind {
        SyntaxErrorKind::DuplicateSection { name, .. } => name.clone(),
        SyntaxErrorKind::DuplicateKey { key, .. } => key.clone(),
        _ => String::new(),
    }
}

fn first_line(kind: &SyntaxErrorKind) -> String {
    match kind {
        SyntaxErrorKind::DuplicateSection { first, .. } | SyntaxErrorKind::DuplicateKey { first, .. } => {
            first.to_string()
        }
        _ => String::new(),
    }
}
