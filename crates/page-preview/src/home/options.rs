//! What the address of a page asks for, such as `?lang=pt-BR&state=paused&profiles=5000&fail`.

use std::collections::BTreeMap;

use sandglass_core::text::Language;

/// The parameters by their names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options(BTreeMap<String, String>);

impl Options {
    /// What is no JSON object of texts asks for nothing.
    pub(crate) fn parse(parameters: &str) -> Self {
        Self(serde_json::from_str(parameters).unwrap_or_default())
    }

    /// Whether something is asked for at all.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Whether it is asked for in this way.
    pub(crate) fn is(&self, name: &str, value: &str) -> bool {
        self.get(name) == Some(value)
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// So many profiles are asked for in all.
    pub(crate) fn profiles(&self) -> usize {
        self.get("profiles").and_then(|count| count.parse().ok()).unwrap_or_default()
    }

    /// The language of the system.
    pub(crate) fn language(&self) -> Language {
        Language::from_locale(self.get("lang").unwrap_or("en"))
    }
}
