//! What a new session takes is asked of the session alone: tray, window, notifications and terminal say the same.

use chrono::TimeDelta;

use super::*;
use crate::facts::StartedBy;
use crate::testing::{LONG_TERM, now, resolved, snapshot, startup_context};
use crate::tray::MenuEntry;
use crate::window::{NeedKind, RenewalNeed, view};
use sandglass_core::json;
use sandglass_core::session::{CacheReading, CacheReadings, Needs, Session, SignIn, SignInTool, cache_keys};
use sandglass_core::source::Source;
use sandglass_core::text::Language;

const CONFIG: &str = "[profile role]
role_arn = arn:aws:iam::123456789012:role/R
source_profile = base
[profile mfa]
role_arn = arn:aws:iam::123456789012:role/M
source_profile = base
mfa_serial = arn:aws:iam::123456789012:mfa/ana
[profile over-pasted]
role_arn = arn:aws:iam::123456789012:role/P
source_profile = pasted
[profile sso]
sso_start_url = https://x.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 123456789012
sso_role_name = R
[profile over-sso]
role_arn = arn:aws:iam::123456789012:role/S
source_profile = sso
[profile login]
login_session = arn:aws:iam::123456789012:user/ana
[profile process]
credential_process = /opt/broker
[profile web]
role_arn = arn:aws:iam::123456789012:role/W
web_identity_token_file = /run/token
[profile lost]
role_arn = arn:aws:iam::123456789012:role/L
source_profile = nowhere
[profile settings]
region = eu-west-1
";

const PROFILES: [&str; 12] = [
    "base",
    "pasted",
    "role",
    "mfa",
    "over-pasted",
    "sso",
    "over-sso",
    "login",
    "process",
    "web",
    "lost",
    "settings",
];

/// A session whose own entry, and whose sign-in, ends so many minutes from now.
fn lasting(profile: &str, minutes: Option<i64>) -> Session {
    let at = now() + TimeDelta::minutes(minutes.unwrap_or(-10));
    let end = sandglass_core::text::instant(at);
    let credentials = format!(
        "{LONG_TERM}[pasted]\naws_access_key_id = ASIA\naws_secret_access_key = canary\naws_session_token = t\n\
         x_security_token_expires = {end}\n"
    );
    let resolution = resolved(CONFIG, &credentials, profile);
    let mut readings = CacheReadings::new();
    if minutes.is_some() {
        let entry = CacheReading::Entry { expires_at: at, stored_at: None, account_id: None };
        readings.extend(cache_keys(&resolution).into_iter().take(1).map(|key| (key, entry.clone())));
        let sign_in = CacheReading::SignIn(SignIn { expires_at: at, refreshable_until: None });
        let chain = resolution.source.iter().flat_map(Source::links);
        readings.extend(chain.filter_map(Source::sign_in_key).map(|key| (key, sign_in.clone())));
    }
    Session::assess(&resolution, None, &readings)
}

/// What a click on the profile's line of the menu does.
fn click(menu: &[MenuEntry], profile: &str) -> Option<(Action, bool)> {
    menu.iter().find_map(|entry| match entry {
        MenuEntry::Submenu { entries, .. } => click(entries, profile),
        MenuEntry::Item { action, enabled, .. } => {
            let (Action::Renew { profile: found }
            | Action::PasteKeys { profile: found }
            | Action::SignIn { profile: found }
            | Action::CopySignInCommand { profile: found }
            | Action::Diagnose { profile: Some(found) }) = action
            else {
                return None;
            };
            (found == profile).then(|| (action.clone(), *enabled))
        }
        _ => None,
    })
}

#[test]
fn the_same_session_takes_the_same_in_tray_window_and_terminal() {
    for (minutes, silent) in
        [(None, true), (Some(-5), true), (Some(10), true), (Some(10), false), (Some(90), false)]
    {
        let mut read = snapshot(PROFILES.map(|profile| lasting(profile, minutes)).into());
        read.settings.silent_renewal = silent;
        let mut state = State::new(startup_context(Language::English));
        state.apply(Event::Read(Box::new(read)), now());
        let (tray, window) = (state.tray(now()), view(&state.facts, now()));
        let all = state.facts.renew_all_takes(now()).profiles;
        for session in &state.facts.snapshot.sessions {
            let about = format!("{} with {minutes:?} minutes", session.profile);
            let needs = session.needs(now());
            let row = window.sessions.iter().find(|row| row.profile == session.profile).expect("a row");
            assert_eq!(row.renewable, RenewalNeed::of(session, now()), "{about}");
            let attention = state.facts.attention(session, now());
            let paths = &state.facts.snapshot.paths;
            let status = json::status(session, attention.as_ref(), now(), &state.facts.text, paths);
            assert_eq!(status.renewable, needs.as_str(), "{about}");
            if let Some(word) = status.needs_you.filter(|word| !["fix", "over"].contains(word)) {
                let need = row.need.map(|need| match need {
                    NeedKind::Click => "click",
                    NeedKind::Mfa => "mfa",
                    NeedKind::SignIn => "sign_in",
                    NeedKind::Keys => "keys",
                });
                assert_eq!(need, Some(word), "{about}");
            }
            // Only the end of a sign-in is unknown.
            if matches!(row.need, Some(NeedKind::Click | NeedKind::Keys | NeedKind::Mfa))
                && session.expires_at().is_some_and(|end| end > now())
            {
                assert!(row.human_deadline.is_some_and(|by| by > now().timestamp_millis()), "{about}");
            }
            if let Some(next) = window.app.next_need.as_ref().filter(|next| next.profile == session.profile) {
                assert_eq!(row.need, Some(next.need), "{about}");
                assert_eq!(row.human_deadline.or(row.expires_at), Some(next.at), "{about}");
            }
            let profile = session.profile.clone();
            let expected = match &needs {
                Needs::Nothing | Needs::Code { .. } => (Action::Renew { profile }, true),
                Needs::SignIn { tool: SignInTool::Sso, .. } => (Action::SignIn { profile }, true),
                Needs::SignIn { .. } => (Action::CopySignInCommand { profile }, true),
                Needs::NewKeys { .. } => (Action::PasteKeys { profile }, true),
                Needs::Fix => (Action::Diagnose { profile: Some(profile) }, true),
                Needs::OtherTool | Needs::NoRenewal => (Action::Renew { profile }, false),
            };
            // What is being renewed by itself is not renewed by a click.
            let expected = (expected.0, expected.1 && !state.facts.is_renewing(&session.profile));
            assert_eq!(click(&tray.menu, &session.profile), Some(expected), "{about}");
            assert!(needs.can_begin() || !all.contains(&session.profile), "{about}");
        }
    }
}

#[test]
fn who_signs_in_is_the_profile_that_has_the_sign_in() {
    let mut state = State::new(startup_context(Language::English));
    state
        .apply(Event::Read(Box::new(snapshot(PROFILES.map(|profile| lasting(profile, None)).into()))), now());
    for (profile, command) in [
        ("sso", "aws sso login --profile sso"),
        ("over-sso", "aws sso login --profile sso"),
        ("login", "aws login --profile login"),
    ] {
        let action = Action::CopySignInCommand { profile: profile.to_owned() };
        let done = state.clicked(action, StartedBy::Menu, now());
        assert_eq!(done, [Effect::Copy(command.to_owned())], "{profile}");
    }
    let new = state.clicked(Action::PasteKeys { profile: "over-pasted".to_owned() }, StartedBy::Menu, now());
    assert!(!new.is_empty());
}
