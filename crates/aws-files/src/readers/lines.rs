//! The lines of a file as readers see them that break at `\n` alone.

use std::borrow::Cow;

use crate::{Document, FileKind, Location};

/// A line without its `\n` and a `\r` before it, and the number Python gives it.
#[derive(Clone, Copy)]
pub(super) struct NumberedLine<'a> {
    pub(super) number: usize,
    pub(super) text: &'a str,
}

/// The lines of a file that a reader is to read: all, or those of some sections.
pub(super) struct ReaderLines<'a> {
    pub(super) kind: FileKind,
    /// True if the whole file is UTF-8.
    pub(super) is_utf8: bool,
    pub(super) lines: Vec<NumberedLine<'a>>,
}

impl<'a> ReaderLines<'a> {
    /// Every line of a document, whose text is this.
    pub(super) fn new(document: &Document, text: &'a str) -> Self {
        let mut number = 1;
        let lines = text.split_terminator('\n').map(|line| {
            let own = number;
            number += lines_for_python(line);
            NumberedLine { number: own, text: line.strip_suffix('\r').unwrap_or(line) }
        });
        let lines = lines.collect();
        Self { kind: document.kind(), is_utf8: std::str::from_utf8(document.bytes()).is_ok(), lines }
    }

    pub(super) fn is_config(&self) -> bool {
        self.kind == FileKind::Config
    }

    /// The place of a line.
    pub(super) fn at(&self, line: usize) -> Location {
        Location { file: self.kind, line }
    }
}

/// The text of a document, whatever its bytes are.
pub(super) fn text(document: &Document) -> Cow<'_, str> {
    String::from_utf8_lossy(document.bytes())
}

/// Returns the number of lines Python makes of one: a lone `\r` ends one too.
fn lines_for_python(line: &str) -> usize {
    let ends = line.bytes().filter(|byte| *byte == b'\r').count();
    (ends + usize::from(!line.ends_with('\r'))).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Lines;

    #[test]
    fn lines_are_counted_as_python_counts_them() {
        for line in ["", "a", "a\r", "\r", "a\rb", "a\rb\r", "\r\r", "\ra"] {
            assert_eq!(lines_for_python(line), Lines::new(line.as_bytes()).0.len().max(1), "{line:?}");
        }
    }
}
