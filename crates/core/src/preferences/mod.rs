//! The user's preferences: a TOML file that keeps everything it does not know.

mod appearance;
mod change;
mod clock;
mod error;
mod follow;
mod key;
mod names;
mod reader;
mod settings;

use toml_edit::{Array, Document, DocumentMut, Item, Table, TableLike, Value};

pub use appearance::{Label, LabelColor, LanguageChoice, Sort, Theme, TimeFormat};
pub use change::PreferenceChange;
pub use error::{Expected, PreferencesError};
pub use key::{GlobalKey, Key};
pub use names::{Name, NamedPreference};
pub use settings::{MachineSettings, ProfileSettings, Refresh, Settings, is_role_arn};

/// The text of a preferences file, and what it says.
#[derive(Clone, Debug, Default)]
pub struct Preferences {
    document: DocumentMut,
    settings: Settings,
}

impl Preferences {
    /// Reads the file's text; an absent file is the empty text.
    pub fn parse(text: &str) -> Result<Self, PreferencesError> {
        let document = Document::parse(text).map_err(|error| PreferencesError::Syntax {
            line: reader::line_of(text, error.span().map_or(0, |span| span.start)),
            reason: error.message().to_owned(),
        })?;
        let settings = Settings::read(&document, text)?;
        Ok(Self { document: document.into_mut(), settings })
    }

    /// Fails for a file of a newer version: what a change would mean there is not known here.
    pub fn may_be_changed(&self) -> Result<(), PreferencesError> {
        let version = self.settings.version;
        if version > settings::VERSION { Err(PreferencesError::Newer { version }) } else { Ok(()) }
    }

    /// Returns the typed settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Chooses the profiles to watch; comments and unknown keys stay.
    pub fn set_watched(&mut self, names: &[String]) {
        self.set_version();
        put(self.document.as_table_mut(), "watched", names.iter().collect::<Array>());
        self.settings.watched = Some(names.to_vec());
    }

    /// Sets whether a profile is renewed without asking.
    pub fn set_silent(&mut self, profile: &str, silent: bool) {
        put(self.profile(profile), "silent_renewal", silent);
        self.settings.profiles.entry(profile.to_owned()).or_default().silent_renewal = Some(silent);
    }

    /// Sets the refresh source of a profile's keys; none removes it.
    pub fn set_refresh(&mut self, profile: &str, refresh: Option<Refresh>) {
        let table = self.profile(profile);
        if let Some(refresh) = &refresh {
            put(table, "refresh_role", &refresh.role_arn);
            put(table, "refresh_source", &refresh.source_profile);
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
            self.document.insert("version", toml_edit::value(settings::VERSION));
        }
    }

    /// The table `[profiles.NAME]`.
    fn profile(&mut self, name: &str) -> &mut dyn TableLike {
        self.table_of("profiles", name)
    }

    /// The table `[KIND.NAME]`. `parse` has seen that both levels are tables.
    fn table_of(&mut self, kind: &str, name: &str) -> &mut dyn TableLike {
        self.set_version();
        let mut parent = Table::new();
        parent.set_implicit(true);
        let profiles = self.document.entry(kind).or_insert(Item::Table(parent));
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

/// Sets a key; a comment behind the old value stays behind the new one.
fn put(table: &mut dyn TableLike, key: &str, value: impl Into<Value>) {
    let mut value = value.into();
    match table.get_mut(key) {
        Some(Item::Value(old)) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        _ => drop(table.insert(key, Item::Value(value))),
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
        assert!(matches!(error, PreferencesError::Syntax { line: 2, .. }), "{error:?}");
        for (wrong, key, at) in [
            ("watched = 3", "watched", 1),
            ("\nwatched = [3]", "watched", 2),
            ("silent_renewal = 1", "silent_renewal", 1),
            ("start_at_login = \"yes\"", "start_at_login", 1),
            ("language = \"fr\"", "language", 1),
            ("version = \"1\"", "version", 1),
            ("version = 0", "version", 1),
            ("# a\n\nnotify_minutes = [0]", "notify_minutes", 3),
            ("notify_minutes = \"5\"", "notify_minutes", 1),
            ("snooze_minutes = -1", "snooze_minutes", 1),
            ("profiles = 1", "profiles", 1),
            ("[profiles]\nx = 1", "profiles.x", 2),
            ("[profiles.x]\nsilent_renewal = \"no\"", "profiles.x.silent_renewal", 2),
            ("[profiles.\"a b\"]\nrefresh_role = \"r\"", "profiles.\"a b\"", 1),
        ] {
            match Preferences::parse(wrong) {
                Err(PreferencesError::Invalid { key: found, line, .. }) => {
                    assert_eq!((found.as_str(), line), (key, Some(at)), "{wrong}");
                }
                other => panic!("{wrong}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_newer_file_is_read_as_far_as_possible_and_not_changed() {
        let text = "version = 2\nsnooze_minutes = \"a while\"\nnotifications = false\nprofiles = [1]\n";
        let newer = Preferences::parse(text).unwrap();
        assert_eq!(newer.settings().snooze.num_minutes(), 30);
        assert!(!newer.settings().notifications);
        assert_eq!(newer.may_be_changed(), Err(PreferencesError::Newer { version: 2 }));
        assert_eq!(Preferences::parse("version = 1").unwrap().may_be_changed(), Ok(()));
    }
}
