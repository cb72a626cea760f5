//! A text that is never printed and is wiped when dropped.

use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;
use zeroize::Zeroizing;

/// A secret: no `Debug`, no `Display`, no `Serialize`; its memory is wiped when the last copy of it is dropped. It can be
/// read in, as a person types it, and not sent out.
#[derive(Clone, Deserialize)]
#[serde(from = "String")]
pub struct Secret {
    text: Arc<Zeroizing<String>>,
    part: Range<usize>,
}

impl Secret {
    /// Takes the text in.
    pub fn new(text: String) -> Self {
        let part = 0..text.len();
        Self { text: Arc::new(Zeroizing::new(text)), part }
    }

    /// A part of a text that is kept anyway: thousands of values of one file need no memory of their own, and are wiped
    /// with it. What is no part of the text is copied.
    pub(crate) fn within(text: &Arc<Zeroizing<String>>, part: &str) -> Self {
        let start = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
        match start.checked_add(part.len()) {
            Some(end) if text.get(start..end) == Some(part) => {
                Self { text: Arc::clone(text), part: start..end }
            }
            _ => Self::new(part.to_owned()),
        }
    }

    /// The text, for the one place that needs it.
    pub fn expose(&self) -> &str {
        &self.text[self.part.clone()]
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Eq for Secret {}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_that_part_wherever_it_stands() {
        let text = Arc::new(Zeroizing::new("key = välue and more".to_owned()));
        for part in ["", &text[..], &text[6..12], &text[text.len()..], "välue", "elsewhere"] {
            assert_eq!(Secret::within(&text, part).expose(), part);
        }
        let secret = Secret::within(&text, &text[6..12]);
        assert_eq!(Arc::strong_count(&text), 2, "it is no copy");
        drop(text);
        assert_eq!(secret.expose(), "välue");
        assert!(secret == Secret::new("välue".to_owned()) && secret != Secret::new("other".to_owned()));
    }
}
