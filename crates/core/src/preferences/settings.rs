//! The preferences as typed values. Unknown keys belong to others and are left alone.

use std::collections::BTreeMap;

use aws_files::Arn;
use chrono::TimeDelta;
use toml_edit::{Item, Key, Table, TableLike};

use super::appearance::{Label, LabelColor, Sort, Theme, TimeFormat};
use super::error::{Expected, PreferencesError};
use super::key::GlobalKey;
use super::reader::{self, TableReader};
use crate::browser::BrowserChoice;
use crate::text::Language;

/// The version of the file that this program writes.
pub(super) const VERSION: i64 = 1;

/// The minutes before a human deadline at which a notification comes, unless the user chose others.
const NOTIFY_MINUTES: [i64; 2] = [15, 5];
/// The minutes for which snoozing silences a notification, unless the user chose otherwise.
const SNOOZE_MINUTES: i64 = 30;
/// The time for which a session that a code made lasts, unless the user chose otherwise: what AWS gives who asks for none.
const MFA_SESSION_MINUTES: i64 = 720;
/// The time for which backups and texts for undoing are kept, unless the user chose otherwise.
const BACKUP_DAYS: i64 = 30;

/// The user's choices.
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own, as in the file")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The version of the file.
    pub version: i64,
    /// The language to speak; none: the system's.
    pub language: Option<Language>,
    /// True if the desktop program starts when the user logs in.
    pub start_at_login: bool,
    /// The profiles the user chose to watch; none while nothing was chosen.
    pub watched: Option<Vec<String>>,
    /// True if what needs no human is renewed without being asked.
    pub silent_renewal: bool,
    /// True if notifications are shown.
    pub notifications: bool,
    /// The times before a human deadline at which to notify, the longest first.
    pub notify_before: Vec<TimeDelta>,
    /// The time for which snoozing silences a notification.
    pub snooze: TimeDelta,
    /// The time for which a session that a code of an MFA device made lasts.
    pub mfa_session: TimeDelta,
    /// The commands that print the codes of MFA devices, by their serial numbers.
    pub mfa_commands: BTreeMap<String, String>,
    /// The browsers of sign-ins, by the sso-session, or by the start URL without one.
    pub browsers: BTreeMap<String, BrowserChoice>,
    /// The time for which backups of the AWS files and texts for undoing are kept.
    pub backups_stay: TimeDelta,
    /// The window's colours.
    pub theme: Theme,
    /// The format of times of day.
    pub time_format: TimeFormat,
    /// The order of the window's sessions.
    pub sort: Sort,
    /// True if the window shows the day above the sessions.
    pub show_day: bool,
    /// The command that opens a file at a line; none: what is found.
    pub editor: Option<String>,
    /// The key that opens the quick switcher, wherever the user is; none: no key does.
    pub switcher_key: Option<GlobalKey>,
    /// Network settings and file locations, used where no variable sets them.
    pub machine: MachineSettings,
    /// Choices of single profiles.
    pub profiles: BTreeMap<String, ProfileSettings>,
}

/// Choices of one profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProfileSettings {
    /// Overrides `Settings::silent_renewal`.
    pub silent_renewal: Option<bool>,
    /// The refresh source of keys kept in a file.
    pub refresh: Option<Refresh>,
    /// A word and a colour, so that nobody takes it for another.
    pub label: Option<Label>,
}

/// Settings that a shell would make with variables: a desktop program does not see those of shells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MachineSettings {
    /// `HTTPS_PROXY` and `HTTP_PROXY`.
    pub proxy: Option<String>,
    /// `NO_PROXY`.
    pub no_proxy: Option<String>,
    /// `AWS_CA_BUNDLE`.
    pub ca_bundle: Option<String>,
    /// `AWS_CONFIG_FILE`.
    pub config_file: Option<String>,
    /// `AWS_SHARED_CREDENTIALS_FILE`.
    pub credentials_file: Option<String>,
}

/// A refresh source: the role whose session is written over keys kept in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refresh {
    /// The role.
    pub role_arn: String,
    /// The profile that assumes it.
    pub source_profile: String,
}

/// True if a text has the form of a role's ARN: `arn:aws:iam::123456789012:role/path/name`, in any
/// partition.
pub fn is_role_arn(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_+=,.@-/".contains(c);
    Arn::parse(text).filter(Arn::is_of_iam).is_some_and(|arn| {
        arn.role_name().is_some() && arn.role_path().is_some_and(|path| path.chars().all(allowed))
    })
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: VERSION,
            language: None,
            start_at_login: false,
            watched: None,
            silent_renewal: true,
            notifications: true,
            notify_before: NOTIFY_MINUTES.map(TimeDelta::minutes).to_vec(),
            snooze: TimeDelta::minutes(SNOOZE_MINUTES),
            mfa_session: TimeDelta::minutes(MFA_SESSION_MINUTES),
            mfa_commands: BTreeMap::new(),
            browsers: BTreeMap::new(),
            backups_stay: TimeDelta::days(BACKUP_DAYS),
            theme: Theme::default(),
            time_format: TimeFormat::default(),
            sort: Sort::default(),
            show_day: true,
            editor: None,
            switcher_key: None,
            machine: MachineSettings::default(),
            profiles: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// The shortest session that AWS gives to a user.
    pub const SHORTEST_MFA_SESSION: TimeDelta = TimeDelta::minutes(15);

    /// True if a profile may be renewed without being asked.
    pub fn is_silent(&self, profile: &str) -> bool {
        let own = self.profiles.get(profile).and_then(|profile| profile.silent_renewal);
        own.unwrap_or(self.silent_renewal)
    }

    /// A profile's refresh source.
    pub fn refresh(&self, profile: &str) -> Option<&Refresh> {
        self.profiles.get(profile)?.refresh.as_ref()
    }

    /// A profile's label.
    pub fn label(&self, profile: &str) -> Option<&Label> {
        self.profiles.get(profile)?.label.as_ref()
    }

    /// `text` is what `document` was read from.
    pub(super) fn read(document: &Table, text: &str) -> Result<Self, PreferencesError> {
        let reader = TableReader { text, is_newer: false };
        let version = reader.get(document, "version", Expected::Version, |item| {
            item.as_integer().filter(|version| *version >= 1)
        })?;
        let version = version.unwrap_or(VERSION);
        let reader = TableReader { is_newer: version > VERSION, ..reader };
        let flag = |key| reader.get(document, key, Expected::Flag, Item::as_bool);
        let default = Self::default();
        let minutes = reader.get(document, "notify_minutes", Expected::MinutesList, reader::minutes_list)?;
        let mut notify_before = minutes.unwrap_or(default.notify_before);
        notify_before.sort_unstable_by(|a, b| b.cmp(a));
        notify_before.dedup();
        let snooze = reader.get(document, "snooze_minutes", Expected::Minutes, reader::minutes)?;
        let backups_stay = reader.get(document, "backup_days", Expected::Days, reader::days)?;
        let mfa_session =
            reader.get(document, "mfa_session_minutes", Expected::MfaMinutes, reader::mfa_minutes)?;
        Ok(Self {
            version,
            language: reader.get(document, "language", Expected::Language, reader::language)?.flatten(),
            start_at_login: flag("start_at_login")?.unwrap_or(default.start_at_login),
            watched: reader.get(document, "watched", Expected::Names, reader::names)?,
            silent_renewal: flag("silent_renewal")?.unwrap_or(default.silent_renewal),
            notifications: flag("notifications")?.unwrap_or(default.notifications),
            notify_before,
            snooze: snooze.unwrap_or(default.snooze),
            mfa_session: mfa_session.unwrap_or(default.mfa_session),
            mfa_commands: of_owners(
                &reader,
                document,
                ("mfa_devices", "command"),
                Expected::CodeCommand,
                reader::code_command,
            )?,
            browsers: of_owners(
                &reader,
                document,
                ("sso_sessions", "browser"),
                Expected::Browser,
                reader::browser,
            )?,
            backups_stay: backups_stay.unwrap_or(default.backups_stay),
            theme: reader
                .get(document, "theme", Expected::Theme, |item| Theme::parse(item.as_str()?))?
                .unwrap_or_default(),
            time_format: reader
                .get(document, "time_format", Expected::TimeFormat, |item| TimeFormat::parse(item.as_str()?))?
                .unwrap_or_default(),
            show_day: flag("show_day")?.unwrap_or(default.show_day),
            sort: reader
                .get(document, "sort", Expected::Sort, |item| Sort::parse(item.as_str()?))?
                .unwrap_or_default(),
            editor: reader.get(document, "editor", Expected::Editor, reader::editor)?,
            switcher_key: reader.get(document, "switcher_key", Expected::Key, reader::key)?,
            machine: machine(&reader, document)?,
            profiles: profiles(&reader, document)?,
        })
    }
}

fn machine(reader: &TableReader<'_>, document: &Table) -> Result<MachineSettings, PreferencesError> {
    let path = |key| reader.get(document, key, Expected::Path, reader::path);
    Ok(MachineSettings {
        proxy: reader.get(document, "proxy", Expected::Proxy, reader::proxy)?,
        no_proxy: reader.get(document, "no_proxy", Expected::Text, reader::text)?,
        ca_bundle: path("ca_bundle")?,
        config_file: path("config_file")?,
        credentials_file: path("credentials_file")?,
    })
}

fn profiles(
    reader: &TableReader<'_>,
    document: &Table,
) -> Result<BTreeMap<String, ProfileSettings>, PreferencesError> {
    let mut found = BTreeMap::new();
    let Some(item) = document.get("profiles") else { return Ok(found) };
    let Some(table) = item.as_table_like() else {
        return reader.refuse("profiles", Expected::Table, item).map(|()| found);
    };
    for (name, item) in table.iter() {
        let key = format!("profiles.{}", Key::new(name));
        let Some(table) = item.as_table_like() else {
            reader.refuse(&key, Expected::Table, item)?;
            continue;
        };
        let silent = format!("{key}.silent_renewal");
        let silent_renewal = reader.get(table, &silent, Expected::Flag, Item::as_bool)?;
        let refresh = refresh(reader, &key, item, table)?;
        let label = label(reader, &key, table)?;
        found.insert(name.to_owned(), ProfileSettings { silent_renewal, refresh, label });
    }
    Ok(found)
}

/// Reads one key of each table below a table.
fn of_owners<T>(
    reader: &TableReader<'_>,
    document: &Table,
    (owners, key): (&str, &str),
    expected: Expected,
    read: fn(&Item) -> Option<T>,
) -> Result<BTreeMap<String, T>, PreferencesError> {
    let mut found = BTreeMap::new();
    let Some(item) = document.get(owners) else { return Ok(found) };
    let Some(table) = item.as_table_like() else {
        return reader.refuse(owners, Expected::Table, item).map(|()| found);
    };
    for (owner, item) in table.iter() {
        let place = format!("{owners}.{}", Key::new(owner));
        match item.as_table_like() {
            None => reader.refuse(&place, Expected::Table, item)?,
            Some(table) => {
                let chosen = reader.get(table, &format!("{place}.{key}"), expected, read)?;
                found.extend(chosen.map(|chosen| (owner.to_owned(), chosen)));
            }
        }
    }
    Ok(found)
}

/// A colour without a word is none: colour never speaks alone.
fn label(
    reader: &TableReader<'_>,
    key: &str,
    table: &dyn TableLike,
) -> Result<Option<Label>, PreferencesError> {
    let color = reader.get(table, &format!("{key}.label_color"), Expected::LabelColor, |item| {
        LabelColor::parse(item.as_str()?)
    })?;
    let text = reader.get(table, &format!("{key}.label"), Expected::Label, reader::label)?;
    Ok(text.map(|text| Label { text, color: color.unwrap_or_default() }))
}

fn refresh(
    reader: &TableReader<'_>,
    key: &str,
    item: &Item,
    table: &dyn TableLike,
) -> Result<Option<Refresh>, PreferencesError> {
    let text = |name: &str| reader.get(table, &format!("{key}.{name}"), Expected::Text, reader::text);
    match (text("refresh_role")?, text("refresh_source")?) {
        (None, None) => Ok(None),
        (Some(role_arn), Some(source_profile)) => Ok(Some(Refresh { role_arn, source_profile })),
        _ => reader.refuse(key, Expected::RefreshPair, item).map(|()| None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arns_of_roles_in_any_partition() {
        for good in [
            "arn:aws:iam::123456789012:role/dev",
            "arn:aws-cn:iam::123456789012:role/a/b/dev+1@x",
            "arn:aws-us-gov:iam::123456789012:role/dev",
        ] {
            assert!(is_role_arn(good), "{good}");
        }
        for bad in [
            "",
            "dev",
            "arn:aws:iam::123456789012:user/dev",
            "arn:aws:iam::12345678901:role/dev",
            "arn:aws:iam:eu-central-1:123456789012:role/dev",
            "arn:aws:sts::123456789012:assumed-role/dev/x",
            "arn:aws:iam::123456789012:role/",
            "arn:aws:iam::123456789012:role/dev ",
            "arn:aws:iam::123456789012:role/a\nb",
            "arn:aws:iam::123456789012:role/a:b",
        ] {
            assert!(!is_role_arn(bad), "{bad}");
        }
    }
}
