//! Wraps sentences to the width of the terminal.

use sandglass_core::text::visible;
use unicode_width::UnicodeWidthStr;

/// Breaks a text between its words. The first line begins with one indent, the others with another.
pub(super) fn wrap(text: &str, width: usize, first: &str, others: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in visible(text).split_whitespace() {
        if !is_empty && line.width() + 1 + word.width() > width {
            lines.push(std::mem::replace(&mut line, others.to_owned()));
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole() {
        assert_eq!(wrap("one two three", 9, "→ ", "  "), ["→ one two", "  three"]);
        assert_eq!(wrap("incomprehensible", 5, "", ""), ["incomprehensible"]);
        assert_eq!(wrap("", 5, "  ", ""), ["  "]);
    }
}
