//! Fixes of single lines, which also work in a file that the AWS CLI cannot parse.

use std::collections::HashMap;

use zeroize::Zeroizing;

use super::{Document, EditError};
use crate::python::strip;

/// A fix of one line. It holds nothing of the line's value, and so no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineFix {
    /// It goes.
    Remove,
    /// It becomes a comment.
    Comment,
    /// A word of its header or key is written otherwise.
    Replace {
        /// The word.
        was: String,
        /// The replacement.
        by: String,
    },
    /// Removes everything from a mark on, and the blanks before it.
    CutFrom(String),
    /// The quotes around its value go.
    Unquote,
    /// The byte order mark at its begin goes.
    DropMark,
}

impl Document {
    /// Fixes lines, counted from 1. The result is one the AWS CLI can parse, or an error.
    pub fn fix_lines(&self, lines: &[(usize, LineFix)]) -> Result<Self, EditError> {
        // Of two for one line the first is done.
        let by_line: HashMap<usize, &LineFix> = lines.iter().rev().map(|(line, fix)| (*line, fix)).collect();
        let mut bytes = Zeroizing::new(Vec::with_capacity(self.bytes().len() + lines.len() * 2));
        for (index, line) in self.parsed.lines.0.iter().enumerate() {
            let text = &self.bytes()[line.text.clone()];
            let ending = &self.bytes()[line.text.end..line.end];
            match by_line.get(&(index + 1)) {
                None => bytes.extend(&self.bytes()[line.text.start..line.end]),
                Some(LineFix::Remove) => {}
                Some(fix) => {
                    bytes.extend(fixed(text, fix).iter());
                    bytes.extend(ending);
                }
            }
        }
        let fixed = Self::parse(self.kind(), &bytes);
        match fixed.syntax_errors().first() {
            Some(error) => Err(EditError::Unparsable(error.clone())),
            None => Ok(fixed),
        }
    }

    /// The text of a line, counted from 1, without its ending.
    pub fn line(&self, number: usize) -> Option<&str> {
        let line = self.parsed.lines.0.get(number.checked_sub(1)?)?;
        std::str::from_utf8(&self.bytes()[line.text.clone()]).ok()
    }

    /// Every header as it is written, without its brackets, with its line counted from 1.
    pub fn headers_written(&self) -> impl Iterator<Item = (&str, usize)> {
        self.parsed.sections.iter().map(|section| (section.header.as_str(), section.line + 1))
    }
}

fn fixed(text: &[u8], fix: &LineFix) -> Zeroizing<Vec<u8>> {
    let whole = String::from_utf8_lossy(text);
    Zeroizing::new(match fix {
        LineFix::Remove => Vec::new(),
        LineFix::Comment => [b"# ", text].concat(),
        LineFix::Replace { was, by } => whole.replacen(was, by, 1).into_bytes(),
        LineFix::CutFrom(mark) => {
            let end = whole.find(mark.as_str()).unwrap_or(whole.len());
            whole[..end].trim_end().as_bytes().to_vec()
        }
        LineFix::Unquote => unquoted(&whole).into_bytes(),
        LineFix::DropMark => whole.trim_start_matches('\u{feff}').as_bytes().to_vec(),
    })
}

fn unquoted(line: &str) -> String {
    let Some(at) = line.find(['=', ':']) else { return line.to_owned() };
    let value = strip(&line[at + 1..]);
    format!("{} {}", &line[..=at], value.trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FileKind;

    fn fix(text: &str, lines: &[(usize, LineFix)]) -> String {
        let document = Document::parse(FileKind::Config, text.as_bytes());
        let fixed = document.fix_lines(lines).expect("it can be parsed");
        String::from_utf8(fixed.bytes().to_vec()).expect("text")
    }

    #[test]
    fn only_the_named_lines_change() {
        let replace = |was: &str, by: &str| LineFix::Replace { was: was.to_owned(), by: by.to_owned() };
        assert_eq!(fix("[x]\r\na = 1\r\n", &[(1, replace("[x", "[profile x"))]), "[profile x]\r\na = 1\r\n");
        assert_eq!(fix("[x]\nwords\n", &[(2, LineFix::Comment)]), "[x]\n# words\n");
        assert_eq!(fix("[x]\na = 1\na = 2\n", &[(2, LineFix::Remove)]), "[x]\na = 2\n");
        assert_eq!(fix("[x]\na = b # c\n", &[(2, LineFix::CutFrom("#".to_owned()))]), "[x]\na = b\n");
        assert_eq!(fix("[x]\na = \"b\"\n", &[(2, LineFix::Unquote)]), "[x]\na = b\n");
        assert_eq!(fix("\u{feff}[x]\na = 1\n", &[(1, LineFix::DropMark)]), "[x]\na = 1\n");
    }

    #[test]
    fn what_stays_unparsable_is_refused() {
        let document = Document::parse(FileKind::Config, b"[x]\nwords\nmore words\n");
        assert!(matches!(document.fix_lines(&[(2, LineFix::Comment)]), Err(EditError::Unparsable(_))));
    }
}
