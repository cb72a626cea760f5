//! Explains why the AWS CLI refuses a file.

use aws_files::{FileKind, SyntaxError};

use super::line_fixes;
use crate::{Cause, Evidence, Exhibit, Finding};
use sandglass_core::profiles::Files;
use sandglass_core::syntax::{first_line, name, reason};

/// One finding a file: its first error, and what fixes all of them.
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
    Some(finding.fixed_by(line_fixes::all(evidence, document)))
}

/// A file of another format has an error in every line.
const MOST_SHOWN: usize = 10;

fn shown(evidence: &Evidence, error: &SyntaxError) -> Exhibit {
    let shown = Exhibit::new("exhibit-bad_line").at(error.at, &evidence.paths);
    shown.with("reason", reason(&error.kind))
}
