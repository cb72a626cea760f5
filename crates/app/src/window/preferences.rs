//! The user's preferences, each with its default.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::facts::Facts;
use crate::facts::KeyState;
use sandglass_core::masked::{shown_command, shown_in_form, shown_value};
use sandglass_core::preferences::{LanguageChoice, Settings, Sort, Theme, TimeFormat};
use sandglass_core::session::Session;
use sandglass_core::snapshot::FileInUse;

/// Every choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PreferencesView {
    /// True if notifications are shown.
    pub notifications: Preference<bool>,
    /// Minutes before a human is needed, the longest first: one or two.
    pub notify_minutes: Preference<Vec<u32>>,
    /// The time for which snoozing silences a notification, in minutes.
    pub snooze_minutes: Preference<u32>,
    /// The time for which a session that a code of an MFA device made lasts, in minutes.
    pub mfa_session_minutes: Preference<u32>,
    /// The MFA devices of all profiles, each with the command that prints its codes.
    pub mfa_devices: Vec<MfaDeviceChoice>,
    /// The browsers of sign-ins to IAM Identity Center.
    pub sign_ins: Vec<SignInChoice>,
    /// The number of days for which backups of the AWS files are kept.
    pub backup_days: Preference<u32>,
    /// Renew silently what needs no person, unless a profile says otherwise.
    pub keep_fresh: Preference<bool>,
    /// Start at login.
    pub start_at_login: Preference<bool>,
    /// The language.
    pub language: Preference<LanguageChoice>,
    /// The colours.
    pub theme: Preference<Theme>,
    /// The format of times of day.
    pub time_format: Preference<TimeFormat>,
    /// The order of the sessions.
    pub sort: Preference<Sort>,
    /// True if the day is shown above the sessions.
    pub show_day: Preference<bool>,
    /// The key that opens the quick switcher, such as `Ctrl+Alt+S`; empty: none.
    pub switcher_key: Preference<String>,
    /// The state of that key.
    pub switcher_key_state: KeyState,
    /// The proxy for every call to AWS; empty: none. Stars stand for a name and a password in it.
    pub proxy: Preference<String>,
    /// Hosts without proxy, with commas.
    pub no_proxy: Preference<String>,
    /// A PEM file of certificates to trust.
    pub ca_bundle: Preference<String>,
    /// Another config file.
    pub config_file: Preference<String>,
    /// Another credentials file.
    pub credentials_file: Preference<String>,
    /// The command that opens a file at a line; empty: what is found.
    pub editor: Preference<String>,
    /// Every file in use, and why that one.
    pub files: Vec<FileInUse>,
}

/// An MFA device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MfaDeviceChoice {
    /// The device: an ARN, or a hardware serial number.
    pub serial: String,
    /// The command that prints its codes, without what may be a secret of its arguments; empty: a person is asked.
    pub command: Preference<String>,
}

/// A sign-in to IAM Identity Center.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignInChoice {
    /// The sso-session, or the start URL of profiles without one.
    pub session: String,
    /// The command of its browser, or `copy`; empty: the usual one.
    pub browser: Preference<String>,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Preference<T> {
    /// The value in effect.
    pub value: T,
    /// The default.
    pub default: T,
    /// True if the user chose: then it can be reset.
    pub is_set: bool,
    /// A variable that Sandglass was started with and that wins over the choice.
    pub overruled_by: Option<&'static str>,
}

/// Every choice of a facts.
pub(crate) fn preferences(facts: &Facts) -> PreferencesView {
    let (settings, default) = (&facts.snapshot.settings, Settings::default());
    let in_use = &facts.snapshot.in_use;
    let minutes =
        |settings: &Settings| settings.notify_before.iter().map(|before| minutes(*before)).collect();
    let text = |choice: &Option<String>, key: &str| Preference {
        value: choice.clone().unwrap_or_default(),
        default: standard(key),
        is_set: choice.is_some(),
        overruled_by: in_use.overruled.get(key).copied(),
    };
    let key =
        |settings: &Settings| settings.switcher_key.as_ref().map(ToString::to_string).unwrap_or_default();
    let machine = &settings.machine;
    PreferencesView {
        notifications: plain(settings.notifications, default.notifications),
        notify_minutes: plain(minutes(settings), minutes(&default)),
        snooze_minutes: plain(self::minutes(settings.snooze), self::minutes(default.snooze)),
        mfa_session_minutes: plain(self::minutes(settings.mfa_session), self::minutes(default.mfa_session)),
        mfa_devices: mfa_devices(facts),
        sign_ins: sign_ins(facts),
        backup_days: plain(days(settings.backups_stay), days(default.backups_stay)),
        keep_fresh: plain(settings.silent_renewal, default.silent_renewal),
        start_at_login: plain(settings.start_at_login, default.start_at_login),
        language: plain(settings.language.into(), LanguageChoice::System),
        theme: plain(settings.theme, default.theme),
        time_format: plain(settings.time_format, default.time_format),
        show_day: plain(settings.show_day, default.show_day),
        sort: plain(settings.sort, default.sort),
        switcher_key: plain(key(settings), key(&default)),
        switcher_key_state: facts.switcher_key.clone(),
        proxy: text(&machine.proxy.as_deref().map(shown_in_form), "proxy"),
        no_proxy: text(&machine.no_proxy, "no_proxy"),
        ca_bundle: text(&machine.ca_bundle, "ca_bundle"),
        config_file: text(&machine.config_file, "config_file"),
        credentials_file: text(&machine.credentials_file, "credentials_file"),
        editor: text(&settings.editor, "editor"),
        files: in_use.files.clone(),
    }
}

/// The devices that profiles name, and those a command was chosen for.
fn mfa_devices(facts: &Facts) -> Vec<MfaDeviceChoice> {
    let commands = &facts.snapshot.settings.mfa_commands;
    let links = facts.snapshot.sessions.iter().flat_map(Session::renewal_chain);
    let named = links.filter_map(|link| link.mfa_serial.clone());
    let all: BTreeSet<String> = named.chain(commands.keys().cloned()).collect();
    let choice = |serial: String| {
        let command = commands.get(&serial).map(|command| shown_command(command)).unwrap_or_default();
        MfaDeviceChoice { serial, command: plain(command, String::new()) }
    };
    all.into_iter().map(choice).collect()
}

/// The sign-ins that profiles take, and those a browser was chosen for. One whose name holds a secret is left out.
fn sign_ins(facts: &Facts) -> Vec<SignInChoice> {
    let browsers = &facts.snapshot.settings.browsers;
    let taken = facts.snapshot.sessions.iter().filter_map(Session::sso_sign_in);
    let taken = taken.map(|sign_in| sign_in.key().to_owned());
    let all: BTreeSet<String> = taken.chain(browsers.keys().cloned()).collect();
    let choice = |session: String| {
        let browser = browsers.get(&session).map(|browser| shown_command(browser.as_str()));
        SignInChoice { session, browser: plain(browser.unwrap_or_default(), String::new()) }
    };
    all.into_iter().filter(|session| shown_value(session) == *session).map(choice).collect()
}

/// The value in force without a choice: none, or the AWS CLI's own file.
fn standard(key: &str) -> String {
    match key {
        "config_file" => "~/.aws/config".to_owned(),
        "credentials_file" => "~/.aws/credentials".to_owned(),
        _ => String::new(),
    }
}

/// A choice that equals what would be without one needs no reset.
fn plain<T: PartialEq>(value: T, default: T) -> Preference<T> {
    Preference { is_set: value != default, value, default, overruled_by: None }
}

fn minutes(span: chrono::TimeDelta) -> u32 {
    u32::try_from(span.num_minutes()).unwrap_or_default()
}

fn days(span: chrono::TimeDelta) -> u32 {
    u32::try_from(span.num_days()).unwrap_or_default()
}
