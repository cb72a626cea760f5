//! Aligns columns, whatever the width of the names.

use std::borrow::Cow;

use anstyle::Style;
use sandglass_core::text::visible_line;
use unicode_width::UnicodeWidthStr;

use crate::line::Line;

const GAP: usize = 2;

/// A cell and how it looks.
pub(crate) struct Cell {
    text: String,
    style: Style,
    width: usize,
}

impl Cell {
    pub(crate) fn new(text: impl Into<String>, style: Style) -> Self {
        let text = text.into();
        let text = match visible_line(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(shown) => shown,
        };
        let width = if text.is_ascii() { text.len() } else { text.width() };
        Self { text, style, width }
    }
}

/// Lays rows out as lines.
pub(crate) fn lines(rows: Vec<Vec<Cell>>) -> Vec<Line> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width).max().unwrap_or(0))
        .collect();
    rows.into_iter().map(|row| line(row, &widths)).collect()
}

fn line(row: Vec<Cell>, widths: &[usize]) -> Line {
    let mut line = Line::of_parts(2 * row.len());
    // Nothing stands behind the last word, no blanks either.
    let shown = row.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |last| last + 1);
    for (index, (cell, width)) in row.into_iter().zip(widths).take(shown).enumerate() {
        line = line.styled(cell.style, cell.text);
        if index + 1 < shown {
            line = line.blanks(width.saturating_sub(cell.width) + GAP);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_names_and_control_characters_keep_the_columns() {
        let row = |name: &str| vec![Cell::new(name, Style::new()), Cell::new("x", Style::new())];
        let written = |rows: Vec<Vec<Cell>>| -> Vec<String> {
            lines(rows).iter().map(|line| line.written(false)).collect()
        };
        assert_eq!(
            written(vec![row("ab"), row("日本"), row("a\u{1b}[2J")]),
            ["ab     x", "日本   x", "a␛[2J  x"]
        );
        let short = vec![Cell::new("ab", Style::new()), Cell::new("", Style::new().bold())];
        assert_eq!(written(vec![row("日本"), short]), ["日本  x", "ab"], "no blanks at an end");
    }
}
