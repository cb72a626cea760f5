//! Sentences with gaps: `The config profile ({profile}) could not be found`.

use std::ops::Range;

use super::fold::{Folded, folded};

/// Named gaps, as ranges of the folded text.
pub(super) type Captures = Vec<(&'static str, Range<usize>)>;

/// How far the next piece of a sentence may be.
const GAP: usize = 300;
/// How many places of a sentence are tried, from the end.
const PLACES: usize = 32;

/// The last place of a sentence, and its gaps.
pub(super) fn last(text: &Folded<'_>, pattern: &'static str) -> Option<(Range<usize>, Captures)> {
    let mut pieces = pattern.split(['{', '}']);
    let first = folded(pieces.next()?);
    let rest: Vec<&'static str> = pieces.collect();
    let haystack = text.text();
    haystack.rmatch_indices(&first).take(PLACES).find_map(|(start, _)| {
        let (end, captures) = follow(haystack, start + first.len(), &rest)?;
        Some((start..end, captures))
    })
}

/// The gaps and pieces after the first: name, piece, name, piece.
fn follow(haystack: &str, mut end: usize, rest: &[&'static str]) -> Option<(usize, Captures)> {
    let mut captures = Captures::new();
    for pair in rest.chunks(2) {
        let [name, piece] = pair else { return None };
        let limit = haystack.floor_char_boundary(haystack.len().min(end + GAP));
        let window = &haystack[end..limit];
        // A gap at the end of a sentence is what a mark of punctuation or quotes ends.
        let length = match folded(piece) {
            piece if piece.is_empty() => {
                (window.find(['"', '\'', ',', ';', ')', ']'])).unwrap_or(window.len())
            }
            piece => window.find(&piece)?,
        };
        captures.push((*name, end..end + length));
        end += length + folded(piece).len();
    }
    Some((end, captures))
}
