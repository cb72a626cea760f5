//! Gets and sets preferences by name, for the terminal and the window.

use serde_json::{Value, json};
use toml_edit::{Array, Item, Key};

use super::error::{Expected, PreferencesError};
use super::settings::Settings;
use super::{Preferences, put};
use crate::browser::BrowserChoice;

/// The preferences that are chosen once.
const GENERAL: &[(&str, Expected)] = &[
    ("language", Expected::Language),
    ("start_at_login", Expected::Flag),
    ("silent_renewal", Expected::Flag),
    ("notifications", Expected::Flag),
    ("notify_minutes", Expected::MinutesList),
    ("snooze_minutes", Expected::Minutes),
    ("mfa_session_minutes", Expected::MfaMinutes),
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

/// The preferences that are chosen for one MFA device.
const OF_A_DEVICE: &[(&str, Expected)] = &[("command", Expected::CodeCommand)];

/// The preferences that are chosen for one sso-session.
const OF_A_SESSION: &[(&str, Expected)] = &[("browser", Expected::Browser)];

/// Whose a preference is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Owner {
    /// It is chosen once.
    Everyone,
    /// A profile's.
    Profile(String),
    /// An MFA device's, by its serial number.
    Device(String),
    /// An sso-session's, or that of a start URL without one.
    Session(String),
}

impl Owner {
    /// The table of such owners, and its key in it.
    fn table(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::Everyone => None,
            Self::Profile(name) => Some(("profiles", name)),
            Self::Device(serial) => Some(("mfa_devices", serial)),
            Self::Session(name) => Some(("sso_sessions", name)),
        }
    }
}

/// The name of a preference that exists: `snooze_minutes`, `profiles.NAME.silent_renewal`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    owner: Owner,
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
        let (known, owner, key) = match parts.as_slice() {
            [key] => (GENERAL, Owner::Everyone, *key),
            ["profiles", profile, key] => (OF_A_PROFILE, Owner::Profile((*profile).to_owned()), *key),
            ["mfa_devices", serial, key] => (OF_A_DEVICE, Owner::Device((*serial).to_owned()), *key),
            ["sso_sessions", name, key] => (OF_A_SESSION, Owner::Session((*name).to_owned()), *key),
            _ => return Err(PreferencesError::Unknown { key: text.to_owned() }),
        };
        let found = known.iter().find(|(name, _)| *name == key);
        let (key, expected) = *found.ok_or_else(|| PreferencesError::Unknown { key: text.to_owned() })?;
        Ok(Self { owner, key, expected })
    }

    /// The name of a preference of one profile.
    pub(super) fn of_profile(profile: &str, key: &str) -> Result<Self, PreferencesError> {
        Self::parse(&format!("profiles.{}.{key}", Key::new(profile)))
    }

    /// The name of a preference of one MFA device.
    pub(super) fn of_device(serial: &str, key: &str) -> Result<Self, PreferencesError> {
        Self::parse(&format!("mfa_devices.{}.{key}", Key::new(serial)))
    }

    /// The name of a preference of one sso-session.
    pub(super) fn of_session(name: &str, key: &str) -> Result<Self, PreferencesError> {
        Self::parse(&format!("sso_sessions.{}.{key}", Key::new(name)))
    }

    /// True if it is a command line, whose arguments may hold secrets.
    pub(crate) fn is_command_line(&self) -> bool {
        matches!(self.expected, Expected::CodeCommand | Expected::Browser)
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
            (Expected::Minutes | Expected::MfaMinutes | Expected::Days, [word]) => Ok(minutes(word)?.into()),
            (_, [word]) => Ok(word.as_str().into()),
            _ => Err(refused()),
        }
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.owner.table() {
            None => formatter.write_str(self.key),
            Some((table, owner)) => write!(formatter, "{table}.{}.{}", Key::new(owner), self.key),
        }
    }
}

impl Preferences {
    /// Every general preference, and of single profiles those that were chosen.
    pub fn list(&self) -> Vec<NamedPreference> {
        let general = std::iter::once((Owner::Everyone, GENERAL));
        let profiles = self.settings.profiles.keys().map(|name| (Owner::Profile(name.clone()), OF_A_PROFILE));
        let devices = self.settings.mfa_commands.keys();
        let devices = devices.map(|serial| (Owner::Device(serial.clone()), OF_A_DEVICE));
        let sessions = self.settings.browsers.keys();
        let sessions = sessions.map(|name| (Owner::Session(name.clone()), OF_A_SESSION));
        let names = general.chain(profiles).chain(devices).chain(sessions).flat_map(|(owner, keys)| {
            keys.iter().map(move |&(key, expected)| Name { owner: owner.clone(), key, expected })
        });
        names
            .map(|name| self.get(&name))
            .filter(|found| found.name.owner == Owner::Everyone || found.is_chosen)
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
        match name.owner.table() {
            None => {
                changed.set_version();
                put(changed.document.as_table_mut(), name.key, value);
            }
            Some((table, owner)) => put(changed.table_of(table, owner), name.key, value),
        }
        self.accept(&changed, name, &words.join(" "))
    }

    /// Takes a choice back.
    pub fn unset(&mut self, name: &Name) -> Result<(), PreferencesError> {
        if self.item(name).is_none() {
            return Ok(());
        }
        let mut changed = self.clone();
        match name.owner.table() {
            None => drop(changed.document.remove(name.key)),
            Some((table, owner)) => drop(changed.table_of(table, owner).remove(name.key)),
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
        match name.owner.table() {
            None => self.document.get(name.key),
            Some((table, owner)) => self.document.get(table)?.get(owner)?.get(name.key),
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
    match (&name.owner, name.key) {
        (Owner::Profile(profile), _) => of_profile(profile),
        (Owner::Session(name), _) => json!(settings.browsers.get(name).map(BrowserChoice::as_str)),
        (Owner::Device(serial), _) => json!(settings.mfa_commands.get(serial)),
        (Owner::Everyone, "language") => {
            json!(settings.language.map_or("system", crate::text::Language::as_str))
        }
        (Owner::Everyone, "start_at_login") => json!(settings.start_at_login),
        (Owner::Everyone, "silent_renewal") => json!(settings.silent_renewal),
        (Owner::Everyone, "notifications") => json!(settings.notifications),
        (Owner::Everyone, "notify_minutes") => json!(minutes(&settings.notify_before)),
        (Owner::Everyone, "snooze_minutes") => json!(settings.snooze.num_minutes()),
        (Owner::Everyone, "mfa_session_minutes") => json!(settings.mfa_session.num_minutes()),
        (Owner::Everyone, "backup_days") => json!(settings.backups_stay.num_days()),
        (Owner::Everyone, "watched") => json!(settings.watched),
        (Owner::Everyone, "theme") => json!(settings.theme),
        (Owner::Everyone, "time_format") => json!(settings.time_format),
        (Owner::Everyone, "show_day") => json!(settings.show_day),
        (Owner::Everyone, "sort") => json!(settings.sort),
        (Owner::Everyone, "switcher_key") => json!(settings.switcher_key.as_ref().map(ToString::to_string)),
        (Owner::Everyone, "proxy") => json!(settings.machine.proxy),
        (Owner::Everyone, "no_proxy") => json!(settings.machine.no_proxy),
        (Owner::Everyone, "ca_bundle") => json!(settings.machine.ca_bundle),
        (Owner::Everyone, "config_file") => json!(settings.machine.config_file),
        (Owner::Everyone, "credentials_file") => json!(settings.machine.credentials_file),
        (Owner::Everyone, "editor") => json!(settings.editor),
        (Owner::Everyone, _) => Value::Null,
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
            (name.owner.table(), name.to_string().as_str()),
            (Some(("profiles", "a b.c")), "profiles.\"a b.c\".silent_renewal")
        );
    }

    #[test]
    fn values_are_of_their_kind() {
        for (name, words, line) in [
            ("start_at_login", &["true"][..], "start_at_login = true"),
            ("language", &["pt-BR"], "language = \"pt-BR\""),
            ("notify_minutes", &["30", "5"], "notify_minutes = [30, 5]"),
            ("snooze_minutes", &["10"], "snooze_minutes = 10"),
            ("mfa_session_minutes", &["15"], "mfa_session_minutes = 15"),
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
        for browser in ["firefox -P work %u", "copy"] {
            let text = set("", "sso_sessions.corp.browser", &[browser]).expect("set");
            assert_eq!(text, format!("version = 1\n\n[sso_sessions.corp]\nbrowser = \"{browser}\"\n"));
        }
        let name = "mfa_devices.\"arn:aws:iam::123456789012:mfa/ana\".command";
        let text = set("", name, &["op item get AWS --otp"]).expect("set");
        let section =
            "[mfa_devices.\"arn:aws:iam::123456789012:mfa/ana\"]\ncommand = \"op item get AWS --otp\"\n";
        assert_eq!(text, format!("version = 1\n\n{section}"));
        let listed = Preferences::parse(&text).expect("it is read").list();
        let found = listed.iter().find(|found| found.name.to_string() == name).expect("listed");
        assert_eq!((&found.value, found.is_chosen), (&json!("op item get AWS --otp"), true));
    }

    #[test]
    fn what_will_not_do_is_refused() {
        for (name, words, expected) in [
            ("start_at_login", &["yes"][..], Expected::Flag),
            ("start_at_login", &["true", "false"], Expected::Flag),
            ("language", &["fr"], Expected::Language),
            ("snooze_minutes", &["0"], Expected::Minutes),
            ("mfa_session_minutes", &["14"], Expected::MfaMinutes),
            ("mfa_session_minutes", &["2161"], Expected::MfaMinutes),
            ("mfa_devices.x.command", &["op 'item"], Expected::CodeCommand),
            ("mfa_devices.x.command", &["op ****"], Expected::CodeCommand),
            ("sso_sessions.x.browser", &["firefox"], Expected::Browser),
            ("sso_sessions.x.browser", &["%u"], Expected::Browser),
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
        for unknown in [
            "",
            "profiles",
            "profiles.x",
            "profiles.x.watched",
            "mfa_devices.x.serial",
            "sso_sessions.x.region",
            "sound",
            "a..b",
            "version",
        ] {
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
