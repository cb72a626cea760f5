//! A line for people: its text and, apart from it, its style.

use std::borrow::Cow;
use std::fmt::Write;

use anstyle::Style;
use sandglass_core::text::visible;

/// A text of parts that each look in their own way. What a part says may come from a file or a server: nothing in it
/// steers a terminal, for only this module writes styles.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line(Vec<(Style, Cow<'static, str>)>);

/// As many as a gap between columns takes, mostly.
const BLANKS: &str = "                                                                ";

impl Line {
    /// An empty line with room for so many parts.
    pub(crate) fn of_parts(count: usize) -> Self {
        Self(Vec::with_capacity(count))
    }

    /// Adds a gap.
    #[must_use]
    pub(crate) fn blanks(mut self, count: usize) -> Self {
        let blanks = BLANKS.get(..count).map_or_else(|| " ".repeat(count).into(), Cow::Borrowed);
        self.0.push((Style::new(), blanks));
        self
    }

    /// Adds what looks as usual.
    #[must_use]
    pub(crate) fn plain(self, text: impl Into<String>) -> Self {
        self.styled(Style::new(), text)
    }

    /// Adds what looks otherwise.
    #[must_use]
    pub(crate) fn styled(mut self, style: Style, text: impl Into<String>) -> Self {
        self.0.push((style, Cow::Owned(text.into())));
        self
    }

    /// The same further to the right.
    #[must_use]
    pub(crate) fn indented(mut self, by: &str) -> Self {
        self.0.insert(0, (Style::new(), Cow::Owned(by.to_owned())));
        self
    }

    /// As it is written, with styles or without.
    pub(crate) fn written(&self, with_styles: bool) -> String {
        let mut written = String::new();
        self.write(&mut written, with_styles);
        written
    }

    /// Writes it behind what is there.
    pub(crate) fn write(&self, written: &mut String, with_styles: bool) {
        for (style, text) in &self.0 {
            let shown = visible(text);
            if with_styles && !style.is_plain() {
                let _ = write!(written, "{style}{shown}{style:#}");
            } else {
                written.push_str(&shown);
            }
        }
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::default().plain(text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::default().plain(text)
    }
}

impl From<&String> for Line {
    fn from(text: &String) -> Self {
        Self::default().plain(text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_ours_alone() {
        let line = Line::from("a\u{1b}[8mb ").styled(Style::new().bold(), "c\u{9b}0m");
        assert_eq!(line.written(false), "a␛[8mb c<U+009B>0m");
        assert_eq!(line.written(true), "a␛[8mb \u{1b}[1mc<U+009B>0m\u{1b}[0m");
    }
}
