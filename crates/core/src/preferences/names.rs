//! Gets and sets preferences by name, for the terminal and the window.

use serde_json::{Value, json};
use toml_edit::{Array, Item, Key};

use super::error::{Expected, PreferencesError};
use super::settings::Settings;
use super::{Preferences, put};

/// The preferences that are chosen once.
const GENERAL: &[(&str, Expected)] = &[
    ("language", Expected::Language),
    ("start_at_login", Expected::Flag),
    ("silent_renewal", Expected::Flag),
    ("notifications", Expected::Flag),
    ("notify_minutes", Expected::MinutesList),
    ("snooze_minutes", Expected::Minutes),
    ("backup_days", Expected::Days),
    ("watched", Expected::Names),
    ("theme", Expected::Theme),
    ("time_format", Expected::TimeFormat),
    ("sort", Expected::Sort),
    ("show_day", Expected::Flag),
    ("switcher_key", Expected::Key),
    ("proxy", Expected::Proxy),
    ("no_proxy", Expected::Text),
    ("ca_bundle", Expected::Path),
    ("config_file", Expected::Path),
    ("credentials_file", Expected::Path),
    ("editor", Expected::Editor),
];
/// The preferences that are chosen for one profile.
const OF_A_PROFILE: &[(&str, Expected)] = &[
    ("silent_renewal", Expected::Flag),
    ("refresh_role", Expected::Text),
    ("refresh_source", Expected::Text),
    ("label", Expected::Label),
    ("label_color", Expected::LabelColor),
];

/// The name of a preference that exists: `snooze_minutes`, `profiles.NAME.silent_renewal`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    profile: Option<String>,
    key: &'static str,
    expected: Expected,
}

/// A preference and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPreference {
    /// Its name.
    pub name: Name,
    /// Its value, chosen or not.
    pub value: Value,
    /// True if the user chose it.
    pub is_chosen: bool,
}

impl Name {
    /// Reads a dotted TOML key. A profile's name that holds dots or blanks is quoted.
    pub fn parse(text: &str) -> Result<Self, PreferencesError> {
        let keys = Key::parse(text).unwrap_or_default();
        let parts: Vec<&str> = keys.iter().map(Key::get).collect();
        let (known, profile, key) = match parts.as_slice() {
            [key] => (GENERAL, None, *key),
            ["profiles", profile, key] => (OF_A_PROFILE, Some((*profile).to_owned()), *key),
            _ => return Err(PreferencesError::Unknown { key: text.to_owned() }),
        };
        let found = known.iter().find(|(name, _)| *name == key);
        let (key, expected) = *found.ok_or_else(|| PreferencesError::Unknown { key: text.to_owned() })?;
        Ok(Self { profile, key, expected })
    }

    /// The name of a preference of one profile.
    pub(super) fn of_profile(profile: &str, key: &str) -> Result<Self, PreferencesError> {
        Self::parse(&format!("profiles.{}.{key}", Key::new(profile)))
    }

    /// Words into a value of the kind this preference has; whether it is allowed is up to the reader.
    fn value(&self, words: &[String]) -> Result<toml_edit::Value, PreferencesError> {
        let refused = || PreferencesError::Refused {
            key: self.to_string(),
            expected: self.expected,
            value: words.join(" "),
        };
        let minutes = |word: &String| word.parse::<i64>().map_err(|_| refused());
        match (self.expected, words) {
            (Expected::MinutesList, _) => Ok(words.iter().map(minutes).collect::<Result<Array, _>>()?.into()),
            (Expected::Names, _) => Ok(words.iter().collect::<Array>().into()),
            (Expected::Flag, [word]) => Ok(word.parse::<bool>().map_err(|_| refused())?.into()),
            (Expected::Minutes | Expected::Days, [word]) => Ok(minutes(word)?.into()),
            (_, [word]) => Ok(word.as_str().into()),
            _ => Err(refused()),
        }
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.profile {
            None => formatter.write_str(self.key),
            Some(profile) => write!(formatter, "profiles.{}.{}", Key::new(profile), self.key),
        }
    }
}

impl Preferences {
    /// Every general preference, and of single profiles those that were chosen.
    pub fn list(&self) -> Vec<NamedPreference> {
        let general = GENERAL.iter().map(|(key, expected)| (None, *key, *expected));
        let profiles = self.settings.profiles.keys().flat_map(|profile| {
            OF_A_PROFILE.iter().map(|(key, expected)| (Some(profile.clone()), *key, *expected))
        });
        general
            .chain(profiles)
            .map(|(profile, key, expected)| self.get(&Name { profile, key, expected }))
            .filter(|found| found.name.profile.is_none() || found.is_chosen)
            .collect()
    }

    /// One preference.
    pub fn get(&self, name: &Name) -> NamedPreference {
        let value = value(&self.settings, name);
        NamedPreference { name: name.clone(), value, is_chosen: self.item(name).is_some() }
    }

    /// Sets a preference; the words are those of a command line. Comments and unknown keys stay.
    pub fn set(&mut self, name: &Name, words: &[String]) -> Result<(), PreferencesError> {
        let value = name.value(words)?;
        let mut changed = self.clone();
        match &name.profile {
            None => {
                changed.set_version();
                put(changed.document.as_table_mut(), name.key, value);
            }
            Some(profile) => put(changed.profile(profile), name.key, value),
        }
        self.accept(&changed, name, &words.join(" "))
    }

    /// Takes a choice back.
    pub fn unset(&mut self, name: &Name) -> Result<(), PreferencesError> {
        if self.item(name).is_none() {
            return Ok(());
        }
        let mut changed = self.clone();
        match &name.profile {
            None => drop(changed.document.remove(name.key)),
            Some(profile) => drop(changed.profile(profile).remove(name.key)),
        }
        self.accept(&changed, name, "")
    }

    /// The reader judges what was changed.
    fn accept(&mut self, changed: &Self, name: &Name, value: &str) -> Result<(), PreferencesError> {
        *self = Self::parse(&changed.to_text()).map_err(|error| match error {
            PreferencesError::Invalid { expected, .. } => {
                PreferencesError::Refused { key: name.to_string(), expected, value: value.to_owned() }
            }
            other => other,
        })?;
        Ok(())
    }

    fn item(&self, name: &Name) -> Option<&Item> {
        match &name.profile {
            None => self.document.get(name.key),
            Some(profile) => self.document.get("profiles")?.get(profile)?.get(name.key),
        }
    }
}

fn value(settings: &Settings, name: &Name) -> Value {
    let of_profile = |profile: &String| match name.key {
        "silent_renewal" => json!(settings.is_silent(profile)),
        "refresh_role" => json!(settings.refresh(profile).map(|refresh| &refresh.role_arn)),
        "refresh_source" => json!(settings.refresh(profile).map(|refresh| &refresh.source_profile)),
        "label" => json!(settings.label(profile).map(|label| &label.text)),
        "label_color" => json!(settings.label(profile).map(|label| label.color)),
        _ => Value::Null,
    };
    let minutes =
        |list: &[chrono::TimeDelta]| list.iter().map(chrono::TimeDelta::num_minutes).collect::<Vec<_>>();
    match (&name.profile, name.key) {
        (Some(profile), _) => of_profile(profile),
        (None, "language") => json!(settings.language.map_or("system", crate::text::Language::as_str)),
        (None, "start_at_login") => json!(settings.start_at_login),
        (None, "silent_renewal") => json!(settings.silent_renewal),
        (None, "notifications") => json!(settings.notifications),
        (None, "notify_minutes") => json!(minutes(&settings.notify_before)),
        (None, "snooze_minutes") => json!(settings.snooze.num_minutes()),
        (None, "backup_days") => json!(settings.backups_stay.num_days()),
        (None, "watched") => json!(settings.watched),
        (None, "theme") => json!(settings.theme),
        (None, "time_format") => json!(settings.time_format),
        (None, "show_day") => json!(settings.show_day),
        (None, "sort") => json!(settings.sort),
        (None, "switcher_key") => json!(settings.switcher_key.as_ref().map(ToString::to_string)),
        (None, "proxy") => json!(settings.machine.proxy),
        (None, "no_proxy") => json!(settings.machine.no_proxy),
        (None, "ca_bundle") => json!(settings.machine.ca_bundle),
        (None, "config_file") => json!(settings.machine.config_file),
        (None, "credentials_file") => json!(settings.machine.credentials_file),
        (None, "editor") => json!(settings.editor),
        (None, _) => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str, name: &str, words: &[&str]) -> Result<String, PreferencesError> {
        let mut preferences = Preferences::parse(text).expect("it is read");
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        preferences.set(&Name::parse(name)?, &words).map(|()| preferences.to_text())
    }

    #[test]
    fn every_name_has_a_value_and_is_read_back() {
        let preferences = Preferences::default();
        let listed = preferences.list();
        assert_eq!(listed.len(), GENERAL.len());
        for found in listed {
            assert_eq!(Name::parse(&found.name.to_string()).as_ref(), Ok(&found.name));
            let may_be_none = matches!(
                found.name.expected,
                Expected::Names
                    | Expected::Text
                    | Expected::Proxy
                    | Expected::Path
                    | Expected::Editor
                    | Expected::Key
            );
            assert!(!found.is_chosen && (!found.value.is_null() || may_be_none), "{found:?}");
        }
        let name = Name::parse("profiles.\"a b.c\".silent_renewal").expect("a name");
        assert_eq!(
            (name.profile.as_deref(), name.to_string().as_str()),
            (Some("a b.c"), "profiles.\"a b.c\".silent_renewal")
        );
    }

    #[test]
    fn values_are_of_their_kind() {
        for (name, words, line) in [
            ("start_at_login", &["true"][..], "start_at_login = true"),
            ("language", &["pt-BR"], "language = \"pt-BR\""),
            ("notify_minutes", &["30", "5"], "notify_minutes = [30, 5]"),
            ("snooze_minutes", &["10"], "snooze_minutes = 10"),
            ("backup_days", &["7"], "backup_days = 7"),
            ("watched", &["a b", "c"], "watched = [\"a b\", \"c\"]"),
            ("theme", &["dark"], "theme = \"dark\""),
            ("time_format", &["24h"], "time_format = \"24h\""),
            ("sort", &["account"], "sort = \"account\""),
            ("show_day", &["false"], "show_day = false"),
            ("switcher_key", &["Ctrl+Alt+S"], "switcher_key = \"Ctrl+Alt+S\""),
            ("proxy", &["http://u:p@proxy.corp:3128"], "proxy = \"http://u:p@proxy.corp:3128\""),
            ("editor", &["code -g {file}:{line}"], "editor = \"code -g {file}:{line}\""),
            ("config_file", &["~/work/config"], "config_file = \"~/work/config\""),
        ] {
            let text = set("", name, words).expect(name);
            assert_eq!(text, format!("version = 1\n{line}\n"));
        }
        let text = set("", "profiles.\"a b\".silent_renewal", &["false"]).expect("set");
        assert_eq!(text, "version = 1\n\n[profiles.\"a b\"]\nsilent_renewal = false\n");
    }

    #[test]
    fn what_will_not_do_is_refused() {
        for (name, words, expected) in [
            ("start_at_login", &["yes"][..], Expected::Flag),
            ("start_at_login", &["true", "false"], Expected::Flag),
            ("language", &["fr"], Expected::Language),
            ("snooze_minutes", &["0"], Expected::Minutes),
            ("backup_days", &["0"], Expected::Days),
            ("backup_days", &["366"], Expected::Days),
            ("notify_minutes", &["5", "soon"], Expected::MinutesList),
            ("profiles.x.refresh_role", &["arn"], Expected::RefreshPair),
            ("theme", &["black"], Expected::Theme),
            ("time_format", &["24"], Expected::TimeFormat),
            ("sort", &["size"], Expected::Sort),
            ("switcher_key", &["S"], Expected::Key),
            ("proxy", &["proxy.corp:3128"], Expected::Proxy),
            ("proxy", &["http://"], Expected::Proxy),
            ("ca_bundle", &["corp.pem"], Expected::Path),
            ("profiles.x.label", &["much too long a word"], Expected::Label),
            ("profiles.x.label_color", &["pink"], Expected::LabelColor),
        ] {
            let (key, value) = (name.to_owned(), words.join(" "));
            assert_eq!(
                set("", name, words),
                Err(PreferencesError::Refused { key, expected, value }),
                "{name}"
            );
        }
        for unknown in ["", "profiles", "profiles.x", "profiles.x.watched", "sound", "a..b", "version"] {
            assert!(matches!(Name::parse(unknown), Err(PreferencesError::Unknown { .. })), "{unknown}");
        }
    }

    #[test]
    fn the_rest_of_the_file_stays() {
        let before = "# mine\nversion = 1 # one\nfuture = { a = 1 }\nsnooze_minutes = 5 # short\n\n[profiles.x] # its\nnew = 1\n";
        let text = set(before, "snooze_minutes", &["7"]).expect("set");
        assert_eq!(text, before.replace("= 5", "= 7"));
        let mut preferences = Preferences::parse(before).expect("it is read");
        preferences.unset(&Name::parse("snooze_minutes").expect("a name")).expect("taken back");
        assert_eq!(preferences.to_text(), before.replace("snooze_minutes = 5 # short\n", ""));
        assert_eq!(preferences.settings().snooze.num_minutes(), 30);
    }
}
