//! Tells which sections every reader reads alike, so that only the others are compared.
//!
//! A file is cut before each line that every reader takes for a header, whatever stands above it. What a reader makes
//! of such a part depends on no other part, but for sections of one name, which are merged: so of a name that stands in
//! a part which is not plain, every part is compared.

use std::collections::HashSet;
use std::ops::Range;

use super::go::CREDENTIALS_KEYS;
use super::lines::{NumberedLine, ReaderLines};
use crate::{Document, FileKind, SectionName};

/// A header and the lines below it, or what stands above the first header.
struct Part<'a> {
    /// Its lines.
    lines: Range<usize>,
    /// The profile it stands for, where all readers read it alike.
    plain: Option<&'a str>,
}

/// A file in its parts.
pub(super) struct Parts<'a> {
    whole: ReaderLines<'a>,
    parts: Vec<Part<'a>>,
}

impl<'a> Parts<'a> {
    /// Takes a document apart.
    pub(super) fn new(document: &Document, whole: ReaderLines<'a>) -> Self {
        let parts = parts(document, &whole);
        Self { whole, parts }
    }

    /// One part, whatever stands in it.
    #[cfg(test)]
    pub(super) fn undivided(whole: ReaderLines<'a>) -> Self {
        let parts = vec![Part { lines: 0..whole.lines.len(), plain: None }];
        Self { whole, parts }
    }

    /// The lines of the parts that readers may read differently, and of those that belong to one of these profiles.
    pub(super) fn odd_and(&self, names: &HashSet<String>) -> ReaderLines<'a> {
        let read = self.parts.iter().filter(|part| part.plain.is_none_or(|name| names.contains(name)));
        let lines = read.flat_map(|part| &self.whole.lines[part.lines.clone()]).copied().collect();
        ReaderLines { kind: self.whole.kind, is_utf8: self.whole.is_utf8, lines }
    }

    /// True if one of these profiles has a plain part here.
    pub(super) fn has_plain(&self, names: &HashSet<String>) -> bool {
        self.parts.iter().any(|part| part.plain.is_some_and(|name| names.contains(name)))
    }

    /// The profiles that the AWS CLI sees in the parts which are not plain.
    pub(super) fn odd_profiles(&self, document: &Document) -> HashSet<String> {
        let odd = self.parts.iter().filter(|part| part.plain.is_none() && !part.lines.is_empty());
        let spans: Vec<Range<usize>> = odd.map(|part| self.span(&part.lines)).collect();
        let stands_in_one = |number: usize| {
            let after = spans.partition_point(|span| span.start <= number);
            after.checked_sub(1).is_some_and(|last| spans[last].contains(&number))
        };
        let headers = document.parsed.sections.iter().filter(|section| stands_in_one(section.line + 1));
        headers
            .filter_map(|section| match SectionName::of_header(document.kind(), &section.header)? {
                SectionName::Profile(name) => Some(name),
                SectionName::SsoSession(_) | SectionName::Services(_) => None,
            })
            .collect()
    }

    /// From the number of its first line to that of the line behind it.
    fn span(&self, lines: &Range<usize>) -> Range<usize> {
        let number = |at: usize| self.whole.lines.get(at).map_or(usize::MAX, |line| line.number);
        number(lines.start)..number(lines.end)
    }
}

fn parts<'a>(document: &Document, whole: &ReaderLines<'a>) -> Vec<Part<'a>> {
    let lines = &whole.lines;
    // What reaches all sections: settings that they inherit, and a name at which a reader gives the whole file up.
    let is_whole = !whole.is_utf8
        || !document.parsed.defaults.is_empty()
        || lines.iter().any(|line| line.text.contains("__proto__"));
    if is_whole {
        return vec![Part { lines: 0..lines.len(), plain: None }];
    }
    let mut starts: Vec<usize> = vec![0];
    starts.extend((1..lines.len()).filter(|at| header(lines[*at].text).is_some()));
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let part = |(start, end): (usize, usize)| Part {
        lines: start..end,
        plain: plain_profile(whole.kind, &lines[start..end]),
    };
    starts.iter().copied().zip(ends).map(part).collect()
}

/// Returns what stands between the brackets of a line that nobody could take for anything but a header.
fn header(line: &str) -> Option<&str> {
    let inside = line.strip_prefix('[')?.strip_suffix(']')?;
    let is_clear = |c: char| (c == ' ' || c.is_alphanumeric() || c.is_ascii_graphic()) && !"[]#;".contains(c);
    inside.chars().all(is_clear).then_some(inside)
}

/// The profile of a part that every reader reads alike.
fn plain_profile<'a>(kind: FileKind, part: &[NumberedLine<'a>]) -> Option<&'a str> {
    let (first, settings) = part.split_first()?;
    let name = plain_name(kind, header(first.text)?)?;
    let (mut has_id, mut has_secret) = (false, false);
    for line in settings.iter().filter(|line| !says_nothing(line.text)) {
        let key = plain_key(line.text)?;
        if kind == FileKind::Credentials && !CREDENTIALS_KEYS.contains(&key) {
            return None;
        }
        has_id |= key == "aws_access_key_id";
        has_secret |= key == "aws_secret_access_key";
    }
    // Half a key pair is an error for one of them.
    (!has_id || has_secret).then_some(name)
}

fn plain_name(kind: FileKind, inside: &str) -> Option<&str> {
    let name = match kind {
        FileKind::Config if inside == "default" => return Some(inside),
        // `[profile default]` and `[default]` are one profile, of which readers prefer one.
        FileKind::Config => inside.strip_prefix("profile ").filter(|name| *name != "default")?,
        // To the AWS CLI its settings are those of every section.
        FileKind::Credentials => Some(inside).filter(|name| *name != "DEFAULT")?,
    };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-/.%@:+".contains(c);
    (!name.is_empty() && name.chars().all(is_plain)).then_some(name)
}

/// A blank line or a comment.
fn says_nothing(line: &str) -> bool {
    !line.contains('\r')
        && (line.starts_with(['#', ';']) || line.bytes().all(|byte| matches!(byte, b' ' | b'\t')))
}

/// The key of a line that is a setting for every reader, with one value.
fn plain_key(line: &str) -> Option<&str> {
    let (key, value) = line.split_once('=')?;
    let (key, value) = (key.trim_end_matches([' ', '\t']), value.trim_matches([' ', '\t']));
    let is_word = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
    let mut after_blank = false;
    let mut is_clear = |c: char| {
        let starts_comment = after_blank && matches!(c, '#' | ';');
        after_blank = c == ' ';
        !starts_comment && (c == ' ' || c.is_ascii_graphic() || c.is_alphanumeric())
    };
    let is_plain = !key.is_empty()
        && key.bytes().all(is_word)
        && !value.is_empty()
        && !value.starts_with(['"', '\'', '#', ';'])
        && value.chars().all(&mut is_clear);
    is_plain.then_some(key)
}
