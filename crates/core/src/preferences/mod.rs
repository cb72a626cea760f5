//! The user's choices, in a TOML file that keeps whatever it does not know.

mod settings;

use toml_edit::{Array, DocumentMut, Item, Table, value};

pub use settings::{ProfileSettings, Refresh, Settings, is_role_arn};

/// The text of a preferences file, and what it says.
#[derive(Clone, Debug, Default)]
pub struct Preferences {
    document: DocumentMut,
    settings: Settings,
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
        let settings = Settings::read(&document)?;
        Ok(Self { document, settings })
    }

    /// What it says.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Chooses the profiles to watch; comments and unknown keys stay.
    pub fn set_watched(&mut self, names: &[String]) {
        self.set_version();
        self.document.insert("watched", value(names.iter().collect::<Array>()));
        self.settings.watched = Some(names.to_vec());
    }

    /// Whether a profile is renewed without being asked.
    pub fn set_silent(&mut self, profile: &str, silent: bool) {
        self.profile(profile).insert("silent_renewal", value(silent));
        self.settings.profiles.entry(profile.to_owned()).or_default().silent_renewal = Some(silent);
    }

    /// Where a profile's keys are renewed from; none: nowhere.
    pub fn set_refresh(&mut self, profile: &str, refresh: Option<Refresh>) {
        let table = self.profile(profile);
        if let Some(refresh) = &refresh {
            table.insert("refresh_role", value(&refresh.role_arn));
            table.insert("refresh_source", value(&refresh.source_profile));
        } else {
            table.remove("refresh_role");
            table.remove("refresh_source");
        }
        self.settings.profiles.entry(profile.to_owned()).or_default().refresh = refresh;
    }

    /// The text to store.
    pub fn to_text(&self) -> String {
        self.document.to_string()
    }

    fn set_version(&mut self) {
        if !self.document.contains_key("version") {
            self.document.insert("version", value(1));
        }
    }

    /// The table `[profiles.NAME]`. `parse` has seen that both levels are tables.
    fn profile(&mut self, name: &str) -> &mut dyn toml_edit::TableLike {
        self.set_version();
        let mut parent = Table::new();
        parent.set_implicit(true);
        let profiles = self.document.entry("profiles").or_insert(Item::Table(parent));
        let new = if profiles.is_inline_table() {
            Item::Value(toml_edit::InlineTable::new().into())
        } else {
            Item::Table(Table::new())
        };
        let item = &mut profiles[name];
        if item.is_none() {
            *item = new;
        }
        item.as_table_like_mut().expect("parse has seen that it is a table")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_chosen_at_first() {
        assert_eq!(Preferences::parse("").unwrap().settings(), &Settings::default());
        assert_eq!(Preferences::parse("watched = []").unwrap().settings().watched, Some(vec![]));
    }

    #[test]
    fn unknown_keys_and_comments_stay() {
        let mut preferences = Preferences::parse("# mine\nversion = 1\nfuture = { a = 1 }\n").unwrap();
        preferences.set_watched(&["a b".to_owned(), "ção".to_owned()]);
        let text = preferences.to_text();
        assert!(text.starts_with("# mine\nversion = 1\nfuture = { a = 1 }\n"), "{text}");
        assert_eq!(
            Preferences::parse(&text).unwrap().settings().watched,
            Some(vec!["a b".to_owned(), "ção".to_owned()])
        );
    }

    #[test]
    fn what_is_set_is_read_again() {
        for before in ["", "[profiles.x]\nfuture = 1\n", "profiles = { x = { silent_renewal = true } }\n"] {
            let mut preferences = Preferences::parse(before).unwrap();
            let refresh = Refresh { role_arn: "arn:role".to_owned(), source_profile: "a.b \"c\"".to_owned() };
            preferences.set_silent("x", false);
            preferences.set_refresh("a.b \"c\"", Some(refresh.clone()));
            preferences.set_watched(&["x".to_owned()]);
            let text = preferences.to_text();
            let again = Preferences::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
            assert_eq!(again.settings(), preferences.settings(), "{text}");
            assert!(!again.settings().is_silent("x") && again.settings().is_silent("y"));
            assert_eq!(again.settings().refresh("a.b \"c\""), Some(&refresh));
            assert_eq!(text.contains("future"), before.contains("future"));
        }
    }

    #[test]
    fn minutes_are_sorted() {
        let settings = Preferences::parse("notify_minutes = [5, 30, 5]\nsnooze_minutes = 10").unwrap();
        let minutes: Vec<i64> =
            settings.settings().notify_before.iter().map(chrono::TimeDelta::num_minutes).collect();
        assert_eq!((minutes, settings.settings().snooze.num_minutes()), (vec![30, 5], 10));
    }

    #[test]
    fn a_broken_file_is_refused_with_its_line() {
        let error = Preferences::parse("watched = [\n\"a\"").unwrap_err();
        assert!(error.reason.contains("line"), "{}", error.reason);
        for wrong in [
            "watched = 3",
            "watched = [3]",
            "silent_renewal = 1",
            "notify_minutes = [0]",
            "notify_minutes = \"5\"",
            "snooze_minutes = -1",
            "profiles = 1",
            "[profiles]\nx = 1",
            "[profiles.x]\nsilent_renewal = \"no\"",
            "[profiles.x]\nrefresh_role = \"r\"",
        ] {
            assert!(Preferences::parse(wrong).is_err(), "{wrong}");
        }
    }
}
