//! The user's choices, in a TOML file that keeps whatever it does not know.

use toml_edit::{Array, DocumentMut, Item, value};

/// The text of a preferences file, and what it says.
#[derive(Clone, Debug, Default)]
pub struct Preferences {
    document: DocumentMut,
}

/// Why a preferences file was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct PreferencesError {
    /// The TOML reader's words, with the line.
    pub reason: String,
}

impl Preferences {
    /// Reads the file's text; an absent file is the empty text.
    pub fn parse(text: &str) -> Result<Self, PreferencesError> {
        let document: DocumentMut = text
            .parse()
            .map_err(|error: toml_edit::TomlError| PreferencesError { reason: error.to_string() })?;
        let preferences = Self { document };
        preferences.check_watched()?;
        Ok(preferences)
    }

    /// The profiles the user chose to watch, unless nothing was chosen yet.
    pub fn watched(&self) -> Option<Vec<String>> {
        let names = self.document.get("watched")?.as_array()?;
        Some(names.iter().filter_map(|name| name.as_str()).map(str::to_owned).collect())
    }

    /// Chooses the profiles to watch; comments and unknown keys stay.
    pub fn set_watched(&mut self, names: &[String]) {
        if !self.document.contains_key("version") {
            self.document.insert("version", value(1));
        }
        self.document.insert("watched", value(names.iter().collect::<Array>()));
    }

    /// The text to store.
    pub fn to_text(&self) -> String {
        self.document.to_string()
    }

    fn check_watched(&self) -> Result<(), PreferencesError> {
        match self.document.get("watched").map(Item::as_array) {
            None => Ok(()),
            Some(Some(names)) if names.iter().all(|name| name.as_str().is_some()) => Ok(()),
            Some(_) => {
                Err(PreferencesError { reason: "`watched` must be a list of profile names".to_owned() })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_chosen_at_first() {
        assert_eq!(Preferences::parse("").unwrap().watched(), None);
        assert_eq!(Preferences::parse("watched = []").unwrap().watched(), Some(vec![]));
    }

    #[test]
    fn unknown_keys_and_comments_stay() {
        let mut preferences = Preferences::parse("# mine\nversion = 1\nfuture = { a = 1 }\n").unwrap();
        preferences.set_watched(&["a b".to_owned(), "ção".to_owned()]);
        let text = preferences.to_text();
        assert!(text.starts_with("# mine\nversion = 1\nfuture = { a = 1 }\n"), "{text}");
        assert_eq!(
            Preferences::parse(&text).unwrap().watched(),
            Some(vec!["a b".to_owned(), "ção".to_owned()])
        );
    }

    #[test]
    fn a_broken_file_is_refused_with_its_line() {
        let error = Preferences::parse("watched = [\n\"a\"").unwrap_err();
        assert!(error.reason.contains("line"), "{}", error.reason);
        assert!(Preferences::parse("watched = 3").is_err());
        assert!(Preferences::parse("watched = [3]").is_err());
    }
}
