//! A text that is never printed and is wiped when dropped.

use serde::Deserialize;
use zeroize::Zeroizing;

/// A secret: no `Debug`, no `Display`, no `Serialize`; its memory is wiped when it is dropped. It can be
/// read in, as a person types it, and not sent out.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes the text in.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text, for the one place that needs it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}
