//! Lines as Python's text mode sees them, each with its range of bytes.

use std::ops::Range;

/// One line: where its text and its line ending stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The text without its ending.
    pub(crate) text: Range<usize>,
    /// End of the line ending.
    pub(crate) end: usize,
}

/// All lines of a text. `\n`, `\r\n` and a lone `\r` end a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lines(pub(crate) Vec<Line>);

impl Lines {
    pub(crate) fn new(text: &[u8]) -> Self {
        let ends = text.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
        let mut lines = Vec::with_capacity(ends + 1);
        let mut start = 0;
        while start < text.len() {
            let length = text[start..].iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let text_end = length.map_or(text.len(), |length| start + length);
            let ending = match text.get(text_end..) {
                Some([b'\r', b'\n', ..]) => 2,
                Some([_, ..]) => 1,
                _ => 0,
            };
            lines.push(Line { text: start..text_end, end: text_end + ending });
            start = text_end + ending;
        }
        Self(lines)
    }
}
