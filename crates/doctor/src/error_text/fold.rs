//! Normalises a text: removes what copying, terminals and languages do to it.

use std::ops::Range;

/// Errors stand at the end of a log, sometimes at its start; of a longer text only these are looked at.
const HEAD: usize = 64 * 1024;
const TAIL: usize = 192 * 1024;

/// The folded text: lower case, without accents, white space, colours and frames of tables, so that neither a
/// hard line break nor its place matters; and where each byte of it came from.
pub(super) struct Folded<'t> {
    source: &'t str,
    text: String,
    at: Vec<usize>,
    /// The positions at which something was left out, in order.
    gaps: Vec<usize>,
}

impl<'t> Folded<'t> {
    pub(super) fn new(source: &'t str) -> Self {
        let mut folded = Self { source, text: String::new(), at: Vec::new(), gaps: Vec::new() };
        if source.len() <= HEAD + TAIL {
            folded.push(0..source.len());
        } else {
            folded.push(0..source.floor_char_boundary(HEAD));
            folded.push(source.ceil_char_boundary(source.len() - TAIL)..source.len());
        }
        folded
    }

    /// The folded text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the original of a range of the folded text, on one line.
    pub(super) fn original(&self, range: Range<usize>) -> String {
        let Some(source) = self.source_of(range) else { return String::new() };
        let spaced = |c: char| if c.is_control() { ' ' } else { c };
        let plain: String = source.chars().filter(|c| !is_frame(*c)).map(spaced).collect();
        plain.trim().to_owned()
    }

    /// Returns the original of a range of the folded text as one word, wherever a line was broken in it.
    pub(super) fn word(&self, range: Range<usize>) -> String {
        let Some(source) = self.source_of(range) else { return String::new() };
        source.lines().map(|line| line.trim_matches(|c: char| c.is_whitespace() || is_frame(c))).collect()
    }

    fn source_of(&self, range: Range<usize>) -> Option<&'t str> {
        let bytes = self.at.get(range)?;
        let (first, last) = (bytes.first()?, bytes.last()?);
        self.source.get(*first..self.source.ceil_char_boundary(last + 1))
    }

    /// True if nothing of a word touches a piece of the folded text: it was written by itself.
    pub(super) fn stands_alone(&self, piece: Range<usize>) -> bool {
        let left = self.text[..piece.start].chars().next_back().filter(|_| !self.is_after_gap(piece.start));
        let right = self.text[piece.end..].chars().next().filter(|_| !self.is_after_gap(piece.end));
        [left, right].into_iter().flatten().all(|neighbour| !neighbour.is_alphanumeric())
    }

    fn is_after_gap(&self, index: usize) -> bool {
        self.gaps.binary_search(&index).is_ok()
    }

    fn push(&mut self, range: Range<usize>) {
        let base = range.start;
        let mut rest = self.source[range].char_indices().peekable();
        while let Some((offset, c)) = rest.next() {
            match c {
                '\u{1b}' => {
                    skip_escape(&mut rest);
                    self.gap();
                }
                // A string of JSON: its quotes are quotes, its line breaks are line breaks.
                '\\' if rest.next_if(|(_, next)| matches!(next, 'n' | 'r' | 't')).is_some() => self.gap(),
                '\\' if rest.peek().is_some_and(|(_, next)| matches!(next, '"' | '\'')) => {}
                c if c.is_whitespace() || c.is_control() || is_frame(c) => self.gap(),
                c => self.push_char(base + offset, c),
            }
        }
    }

    fn gap(&mut self) {
        if self.gaps.last() != Some(&self.text.len()) {
            self.gaps.push(self.text.len());
        }
    }

    fn push_char(&mut self, at: usize, c: char) {
        for plain in fold(c) {
            self.text.push(plain);
            self.at.resize(self.text.len(), at);
        }
    }
}

/// A pattern, folded as the text is.
pub(super) fn folded(pattern: &str) -> String {
    pattern.chars().filter(|c| !c.is_whitespace()).flat_map(fold).collect()
}

fn skip_escape(rest: &mut std::iter::Peekable<std::str::CharIndices<'_>>) {
    if rest.next_if(|(_, c)| *c == '[').is_some() {
        while rest.next_if(|(_, c)| matches!(c, '0'..='9' | ';' | '?')).is_some() {}
        let _ = rest.next_if(|(_, c)| c.is_ascii_alphabetic());
    }
}

/// Lines of tables, marks without width, accents that stand alone.
fn is_frame(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{257f}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

fn fold(c: char) -> impl Iterator<Item = char> {
    let plain = match c {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' | '‚' | '`' | '´' => '\'',
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'Á' | 'À' | 'Â' | 'Ã' => 'a',
        'é' | 'è' | 'ê' | 'É' | 'Ê' => 'e',
        'í' | 'Í' => 'i',
        'ó' | 'ô' | 'õ' | 'Ó' | 'Ô' | 'Õ' => 'o',
        'ú' | 'ü' | 'Ú' => 'u',
        'ç' | 'Ç' => 'c',
        c => c.to_ascii_lowercase(),
    };
    std::iter::once(plain)
}
