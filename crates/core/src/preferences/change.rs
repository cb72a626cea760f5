//! Preference changes that the window asks for, made with the names that the terminal uses.

use std::collections::HashSet;

use serde::Deserialize;

use crate::masked::{shown_command, shown_in_form};

use super::{Label, LanguageChoice, Name, Preferences, PreferencesError, Sort, Theme, TimeFormat};

/// A change of one choice; null takes the choice back.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
#[serde(tag = "key", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PreferenceChange {
    /// True if notifications are shown.
    Notifications {
        /// The choice.
        value: Option<bool>,
    },
    /// Minutes before a human is needed.
    NotifyMinutes {
        /// The choice.
        value: Option<Vec<u32>>,
    },
    /// The time for which snoozing silences a notification.
    SnoozeMinutes {
        /// The choice.
        value: Option<u32>,
    },
    /// The time for which backups of the AWS files are kept.
    BackupDays {
        /// The choice.
        value: Option<u32>,
    },
    /// The time for which a session that a code of an MFA device made lasts.
    MfaSessionMinutes {
        /// The choice.
        value: Option<u32>,
    },
    /// The browser of one sign-in.
    Browser {
        /// The sso-session, or the start URL without one.
        session: String,
        /// The choice.
        value: Option<String>,
    },
    /// The command that prints the codes of one MFA device.
    MfaCommand {
        /// The device.
        serial: String,
        /// The choice.
        value: Option<String>,
    },
    /// Renew silently what needs no person.
    KeepFresh {
        /// The choice.
        value: Option<bool>,
    },
    /// Start at login.
    StartAtLogin {
        /// The choice.
        value: Option<bool>,
    },
    /// The language.
    Language {
        /// The choice.
        value: Option<LanguageChoice>,
    },
    /// The colours.
    Theme {
        /// The choice.
        value: Option<Theme>,
    },
    /// The format of times of day.
    TimeFormat {
        /// The choice.
        value: Option<TimeFormat>,
    },
    /// The order of the sessions.
    Sort {
        /// The choice.
        value: Option<Sort>,
    },
    /// True if the day is shown above the sessions.
    ShowDay {
        /// The choice.
        value: Option<bool>,
    },
    /// The key that opens the quick switcher.
    SwitcherKey {
        /// The choice, such as `Ctrl+Alt+S`.
        value: Option<String>,
    },
    /// The proxy.
    Proxy {
        /// The choice.
        value: Option<String>,
    },
    /// Hosts without proxy.
    NoProxy {
        /// The choice.
        value: Option<String>,
    },
    /// A PEM file.
    CaBundle {
        /// The choice.
        value: Option<String>,
    },
    /// Another config file.
    ConfigFile {
        /// The choice.
        value: Option<String>,
    },
    /// Another credentials file.
    CredentialsFile {
        /// The choice.
        value: Option<String>,
    },
    /// The command that opens a file at a line.
    Editor {
        /// The choice.
        value: Option<String>,
    },
    /// True if the tray shows and guards a profile.
    Watched {
        /// The profile.
        profile: String,
        /// The choice.
        value: bool,
    },
    /// The same of several profiles, in one step.
    WatchedThese {
        /// The profiles.
        profiles: Vec<String>,
        /// The choice.
        value: bool,
    },
    /// The tray shows and guards these profiles, and no others.
    WatchedOnly {
        /// The profiles.
        profiles: Vec<String>,
    },
    /// True if one profile is renewed silently; null: as the others.
    ProfileKeepFresh {
        /// The profile.
        profile: String,
        /// The choice.
        value: Option<bool>,
    },
    /// A profile's label.
    Label {
        /// The profile.
        profile: String,
        /// The choice.
        value: Option<Label>,
    },
}

impl Preferences {
    /// Does what the window asks for. `watched` are the profiles watched now, chosen or not: the first
    /// choice begins with them.
    pub fn change(&mut self, change: &PreferenceChange, watched: &[String]) -> Result<(), PreferencesError> {
        use PreferenceChange as Change;
        let one = |value: Option<String>| value.map(|value| vec![value]);
        let (name, words) = match change {
            Change::Notifications { value } => ("notifications", one(value.map(|on| on.to_string()))),
            Change::NotifyMinutes { value } => {
                let minutes = |list: &Vec<u32>| list.iter().map(u32::to_string).collect();
                ("notify_minutes", value.as_ref().map(minutes))
            }
            Change::SnoozeMinutes { value } => {
                ("snooze_minutes", one(value.map(|minutes| minutes.to_string())))
            }
            Change::BackupDays { value } => ("backup_days", one(value.map(|days| days.to_string()))),
            Change::MfaSessionMinutes { value } => {
                ("mfa_session_minutes", one(value.map(|minutes| minutes.to_string())))
            }
            Change::Browser { session, value } => {
                let now =
                    self.settings().browsers.get(session).map(|browser| shown_command(browser.as_str()));
                if value.is_some() && *value == now {
                    return Ok(());
                }
                return self.put(&Name::of_session(session, "browser")?, one(value.clone()));
            }
            Change::MfaCommand { serial, value } => {
                // The page was not told its arguments: what it was shown means that they stay.
                let now = self.settings().mfa_commands.get(serial).map(|command| shown_command(command));
                if value.is_some() && *value == now {
                    return Ok(());
                }
                return self.put(&Name::of_device(serial, "command")?, one(value.clone()));
            }
            Change::KeepFresh { value } => ("silent_renewal", one(value.map(|on| on.to_string()))),
            Change::StartAtLogin { value } => ("start_at_login", one(value.map(|on| on.to_string()))),
            Change::Language { value } => {
                ("language", one(value.map(LanguageChoice::as_str).map(str::to_owned)))
            }
            Change::Theme { value } => ("theme", one(value.map(|theme| theme.as_str().to_owned()))),
            Change::TimeFormat { value } => ("time_format", one(value.map(|form| form.as_str().to_owned()))),
            Change::ShowDay { value } => ("show_day", one(value.map(|on| on.to_string()))),
            Change::Sort { value } => ("sort", one(value.map(|sort| sort.as_str().to_owned()))),
            Change::SwitcherKey { value } => ("switcher_key", one(value.clone())),
            // The page was not told the password: what it was shown means that it stays.
            Change::Proxy { value: Some(shown) } if self.is_shown_proxy(shown) => return Ok(()),
            Change::Proxy { value } => ("proxy", one(value.clone())),
            Change::NoProxy { value } => ("no_proxy", one(value.clone())),
            Change::CaBundle { value } => ("ca_bundle", one(value.clone())),
            Change::ConfigFile { value } => ("config_file", one(value.clone())),
            Change::CredentialsFile { value } => ("credentials_file", one(value.clone())),
            Change::Editor { value } => ("editor", one(value.clone())),
            Change::Watched { profile, value } => {
                self.watch(watched, std::slice::from_ref(profile), *value);
                return Ok(());
            }
            Change::WatchedThese { profiles, value } => {
                self.watch(watched, profiles, *value);
                return Ok(());
            }
            Change::WatchedOnly { profiles } => {
                self.set_watched(profiles);
                return Ok(());
            }
            Change::ProfileKeepFresh { profile, value } => {
                return self
                    .put(&Name::of_profile(profile, "silent_renewal")?, one(value.map(|on| on.to_string())));
            }
            Change::Label { profile, value } => return self.change_label(profile, value.as_ref()),
        };
        self.put(&Name::parse(name)?, words)
    }

    fn is_shown_proxy(&self, text: &str) -> bool {
        self.settings().machine.proxy.as_deref().is_some_and(|proxy| shown_in_form(proxy) == text)
    }

    /// Those watched before stay where they stand; new ones come last, in their order.
    fn watch(&mut self, before: &[String], profiles: &[String], value: bool) {
        let asked: HashSet<&String> = profiles.iter().collect();
        let stays = |name: &&String| value || !asked.contains(name);
        let mut names: Vec<String> = before.iter().filter(stays).cloned().collect();
        if value {
            let mut known: HashSet<String> = names.iter().cloned().collect();
            names.extend(profiles.iter().filter(|name| known.insert((*name).clone())).cloned());
        }
        self.set_watched(&names);
    }

    fn change_label(&mut self, profile: &str, label: Option<&Label>) -> Result<(), PreferencesError> {
        let color = label.map(|label| vec![label.color.as_str().to_owned()]);
        let mut changed = self.clone();
        changed.put(&Name::of_profile(profile, "label")?, label.map(|label| vec![label.text.clone()]))?;
        changed.put(&Name::of_profile(profile, "label_color")?, color)?;
        *self = changed;
        Ok(())
    }

    /// Sets a preference, or takes its choice back.
    fn put(&mut self, name: &Name, words: Option<Vec<String>>) -> Result<(), PreferencesError> {
        match words {
            Some(words) => self.set(name, &words),
            None => self.unset(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preferences::{Expected, LabelColor, Theme};

    fn changed(text: &str, change: &PreferenceChange) -> Result<String, PreferencesError> {
        let mut preferences = Preferences::parse(text).expect("it is read");
        preferences.change(change, &["dev".to_owned()]).map(|()| preferences.to_text())
    }

    #[test]
    fn a_choice_is_written_and_taken_back() {
        let text = changed("", &PreferenceChange::Theme { value: Some(Theme::Dark) }).expect("changed");
        assert_eq!(text, "version = 1\ntheme = \"dark\"\n");
        assert_eq!(
            changed(&text, &PreferenceChange::Theme { value: None }).expect("changed"),
            "version = 1\n"
        );
        let minutes = PreferenceChange::NotifyMinutes { value: Some(vec![30, 10]) };
        assert_eq!(changed("", &minutes).expect("changed"), "version = 1\nnotify_minutes = [30, 10]\n");
    }

    #[test]
    fn a_proxy_keeps_its_password_unless_another_is_typed() {
        let text = "version = 1\nproxy = \"http://ana:CANARY@corp:3128\"\n";
        let proxy = |value: &str| changed(text, &PreferenceChange::Proxy { value: Some(value.to_owned()) });
        assert_eq!(proxy("http://****@corp:3128").expect("as it was shown"), text);
        assert!(
            proxy("http://****@elsewhere:3128").is_err(),
            "stars are no password, and nobody else is sent one"
        );
        assert_eq!(
            proxy("http://corp:3128").expect("without"),
            "version = 1\nproxy = \"http://corp:3128\"\n"
        );
    }

    #[test]
    fn the_first_choice_of_what_is_watched_begins_with_what_is() {
        let add = PreferenceChange::Watched { profile: "ops".to_owned(), value: true };
        assert_eq!(changed("", &add).expect("changed"), "version = 1\nwatched = [\"dev\", \"ops\"]\n");
        let remove = PreferenceChange::Watched { profile: "dev".to_owned(), value: false };
        assert_eq!(changed("", &remove).expect("changed"), "version = 1\nwatched = []\n");
    }

    #[test]
    fn several_are_watched_in_one_step_and_the_others_stay() {
        let these = |profiles: &[&str], value| PreferenceChange::WatchedThese {
            profiles: profiles.iter().map(|name| (*name).to_owned()).collect(),
            value,
        };
        let text =
            changed("# mine\nversion = 1\n", &these(&["ops", "dev", "base", "ops"], true)).expect("changed");
        assert_eq!(text, "# mine\nversion = 1\nwatched = [\"dev\", \"ops\", \"base\"]\n");
        let mut preferences = Preferences::parse(&text).expect("it is read");
        let watched = preferences.settings().watched.clone().expect("chosen");
        preferences.change(&these(&["dev", "base", "nobody"], false), &watched).expect("changed");
        assert_eq!(preferences.settings().watched, Some(vec!["ops".to_owned()]));
        let only = PreferenceChange::WatchedOnly { profiles: vec!["base".to_owned()] };
        preferences.change(&only, &watched).expect("changed");
        assert_eq!(preferences.settings().watched, Some(vec!["base".to_owned()]));
    }

    #[test]
    fn a_label_is_written_whole_or_not_at_all() {
        let label = |text: &str| PreferenceChange::Label {
            profile: "a.b".to_owned(),
            value: Some(Label { text: text.to_owned(), color: LabelColor::Red }),
        };
        let text = changed("", &label("prod")).expect("changed");
        assert_eq!(text, "version = 1\n\n[profiles.\"a.b\"]\nlabel = \"prod\"\nlabel_color = \"red\"\n");
        let refused = changed(&text, &label("a very long word")).unwrap_err();
        assert!(
            matches!(refused, PreferencesError::Refused { expected: Expected::Label, .. }),
            "{refused:?}"
        );
    }
}
