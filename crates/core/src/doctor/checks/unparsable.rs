//! What makes the AWS CLI refuse a file, and how its lines are mended.

use aws_files::{Document, FileKind, Mend, Profiles, SectionName, SyntaxError, SyntaxErrorKind};

use super::broken_lines::{self, closed};
use super::misspelt;
use crate::doctor::{Cause, Evidence, Exhibit, Finding, Fix, Sentence};
use crate::profiles::{Change, Files, Plan};
use crate::resolve::resolve;

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
    Some(finding.mended_by(mend(evidence, document)))
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

/// Mends every line that is wrong, when all of them can be and nobody has to choose.
fn mend(evidence: &Evidence, document: &Document) -> Option<Fix> {
    if broken_lines::has_conflict(document) {
        return None;
    }
    let lines = lines(document)?;
    let section = SectionName::Profile(evidence.resolution.profile.clone());
    let has_sections = document.headers_written().next().is_some();
    let loses = lines.iter().any(|(line, mend)| {
        *mend == Mend::Comment && is_alone(document, *line) && broken_lines::says_something(document, *line)
    });
    let change = Change::Mend { section, file: document.kind(), lines };
    if (loses || !has_sections) && !works_after(evidence, &change) {
        return None;
    }
    Fix::edit(evidence, Sentence::new("fix-mend_lines"), change)
}

/// Whether a wrong line is not one of two that say the same. A key nobody knows stands twice where something else
/// is written as one, as `$Env:NAME="…"` is.
fn is_alone(document: &Document, line: usize) -> bool {
    document.syntax_errors().iter().any(|error| match &error.kind {
        SyntaxErrorKind::DuplicateSection { .. } => false,
        SyntaxErrorKind::DuplicateKey { key, first } => {
            [*first, error.at.line].contains(&line) && !misspelt::is_known(key)
        }
        _ => error.at.line == line,
    })
}

/// Whether the profile finds what it needs without the lines that go.
fn works_after(evidence: &Evidence, change: &Change) -> bool {
    let Ok(plan) = Plan::new(&evidence.files.text, change, evidence.surroundings()) else { return false };
    let after = &plan.rewrite.after;
    let profiles = Profiles::read(Some(&after.config), Some(&after.credentials));
    let resolution = resolve(&profiles, &evidence.variables.process, &evidence.call);
    resolution.errors.is_empty() && resolution.client.region.is_some()
}

/// What becomes of every line that is wrong.
fn lines(document: &Document) -> Option<Vec<(usize, Mend)>> {
    let mut lines = broken_lines::headers(document);
    let headers: Vec<usize> = lines.iter().map(|(line, _)| *line).collect();
    let (sections, others): (Vec<&SyntaxError>, Vec<&SyntaxError>) = document
        .syntax_errors()
        .iter()
        .partition(|error| matches!(error.kind, SyntaxErrorKind::DuplicateSection { .. }));
    for error in sections.into_iter().chain(others) {
        if broken_lines::is_settled(document, error, &headers) {
            continue;
        }
        // A key that stands twice because its section does goes with that section.
        if let SyntaxErrorKind::DuplicateKey { first, .. } = error.kind
            && lines.iter().any(|(gone, _)| *gone == first || *gone == error.at.line)
        {
            continue;
        }
        for (line, mend) in of_error(document, error)? {
            if !lines.iter().any(|(known, _)| *known == line) {
                lines.push((line, mend));
            }
        }
    }
    Some(lines)
}

fn of_error(document: &Document, error: &SyntaxError) -> Option<Vec<(usize, Mend)>> {
    let line = error.at.line;
    match &error.kind {
        SyntaxErrorKind::DuplicateSection { first, .. } => Some(duplicate_section(document, *first, line)),
        // The other readers of the file take the last one.
        SyntaxErrorKind::DuplicateKey { first, .. } => Some(vec![(*first, Mend::Comment)]),
        SyntaxErrorKind::BadHeader => Some(vec![(line, closed(document.line(line)?))]),
        SyntaxErrorKind::ByteOrderMark => Some(vec![(line, Mend::DropMark)]),
        SyntaxErrorKind::NotUtf8 => None,
        SyntaxErrorKind::NotASetting => {
            let with_separator = broken_lines::with_separator(document.line(line)?);
            Some(vec![(line, with_separator.unwrap_or(Mend::Comment))])
        }
        SyntaxErrorKind::NoKey | SyntaxErrorKind::BeforeFirstSection | SyntaxErrorKind::BadNested => {
            Some(vec![(line, Mend::Comment)])
        }
    }
}

/// Of two sections of one name, the one that says nothing of its own goes, else the one that says less.
fn duplicate_section(document: &Document, first: usize, second: usize) -> Vec<(usize, Mend)> {
    let blocks = [block(document, first), block(document, second)];
    let keys = blocks.each_ref().map(|lines| keys(document, lines));
    let covers = |one: &[String], other: &[String]| other.iter().all(|key| one.contains(key));
    // What only one of them says is still there to be read, as a comment.
    let gone = if covers(&keys[1], &keys[0]) {
        &blocks[0]
    } else if covers(&keys[0], &keys[1]) {
        &blocks[1]
    } else if let Some(joined) = joined(document, first, second) {
        return joined;
    } else {
        &blocks[usize::from(keys[1].len() < keys[0].len())]
    };
    gone.iter().map(|line| (*line, Mend::Comment)).collect()
}

/// A second header right behind the first section is one too many, when no key stands in both.
fn joined(document: &Document, first: usize, second: usize) -> Option<Vec<(usize, Mend)>> {
    let (before, behind) = (block(document, first), block(document, second));
    let is_next = document.headers_written().all(|(_, line)| line <= first || line >= second);
    let (before, behind) = (keys(document, &before), keys(document, &behind));
    let apart = !before.iter().any(|key| behind.contains(key));
    (is_next && apart).then(|| vec![(second, Mend::Comment)])
}

/// The lines of a section that say something, its header first.
fn block(document: &Document, header: usize) -> Vec<usize> {
    let says = |line: &usize| {
        let text = document.line(*line).unwrap_or_default().trim();
        !text.is_empty() && !text.starts_with(['#', ';'])
    };
    let ends = |line: &usize| document.line(*line).is_none_or(|text| text.starts_with('['));
    let inside = (header + 1..).take_while(|line| !ends(line)).filter(says);
    std::iter::once(header).chain(inside).collect()
}

fn keys(document: &Document, lines: &[usize]) -> Vec<String> {
    let key = |line: &usize| {
        let text = document.line(*line)?;
        Some(text.split(['=', ':']).next()?.trim().to_lowercase())
    };
    lines.iter().skip(1).filter_map(key).collect()
}
