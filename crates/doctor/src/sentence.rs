//! Messages of the locales with their arguments.

use sandglass_core::masked::shown_argument;

/// The values a sentence names. Never a secret.
pub type Args = Vec<(&'static str, String)>;

/// A message of the locales with its arguments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// The message.
    pub id: String,
    /// Its arguments.
    pub args: Args,
}

impl Sentence {
    /// A sentence without arguments yet.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), args: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, shown_argument(name, &value.into())));
        self
    }
}
