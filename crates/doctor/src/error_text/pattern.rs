//! Sentence patterns with gaps, such as `The config profile ({profile}) could not be found`.

use std::ops::Range;

use super::fold::{Folded, folded};

/// Named gaps, as ranges of the folded text.
pub(super) type Captures = Vec<(&'static str, Range<usize>)>;

/// The distance within which the next piece of a sentence may be.
const GAP: usize = 300;
/// The number of places of a sentence that are tried, from the end.
const PLACES: usize = 32;

/// A sentence, folded once.
pub(super) struct Sentence {
    first: String,
    /// Each gap, and the piece that ends it.
    rest: Vec<(&'static str, String)>,
}

impl Sentence {
    pub(super) fn new(text: &'static str) -> Self {
        let mut pieces = text.split(['{', '}']);
        let first = folded(pieces.next().unwrap_or_default());
        let mut rest = Vec::new();
        while let (Some(name), Some(piece)) = (pieces.next(), pieces.next()) {
            rest.push((name, folded(piece)));
        }
        Self { first, rest }
    }

    /// Its last place, and its gaps.
    pub(super) fn last(&self, text: &Folded<'_>) -> Option<(Range<usize>, Captures)> {
        let haystack = text.text();
        haystack.rmatch_indices(&self.first).take(PLACES).find_map(|(start, _)| {
            let (end, captures) = self.follow(haystack, start + self.first.len())?;
            Some((start..end, captures))
        })
    }

    fn follow(&self, haystack: &str, mut end: usize) -> Option<(usize, Captures)> {
        let mut captures = Captures::new();
        for (name, piece) in &self.rest {
            let limit = haystack.floor_char_boundary(haystack.len().min(end + GAP));
            let window = &haystack[end..limit];
            let length = if piece.is_empty() {
                // A gap at the end of a sentence is what a mark of punctuation or quotes ends.
                window.find(['"', '\'', ',', ';', ')', ']']).unwrap_or(window.len())
            } else {
                window.find(piece.as_str())?
            };
            captures.push((*name, end..end + length));
            end += length + piece.len();
        }
        Some((end, captures))
    }
}
