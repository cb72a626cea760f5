//! Tests of the errand that the window is opened for by a click outside of it.

use chrono::TimeDelta;
use std::fmt::Write;

use super::*;
use crate::testing::{now, paths, resolved, session, startup_context};
use crate::tray::MenuEntry;
use crate::window::Group;
use crate::window::WindowMessage;
use sandglass_core::preferences::Settings;
use sandglass_core::session::{CacheReadings, Session, SessionKind, SessionState};
use sandglass_core::text::Language;

fn state(sessions: Vec<Session>) -> State {
    let mut state = State::new(startup_context(Language::English));
    let read = Snapshot { sessions, settings: Settings::default(), ..Snapshot::empty(paths()) };
    state.apply(Event::Read(Box::new(read)), now());
    state
}

fn roles(count: usize) -> Vec<Session> {
    let mut config = String::new();
    for number in 0..count {
        write!(
            config,
            "[profile p{number}]\nrole_arn = arn:aws:iam::123456789012:role/R\nsource_profile = base\n"
        )
        .unwrap();
    }
    (0..count).map(|number| session(&config, &format!("p{number}"), None)).collect()
}

/// Temporary keys in the credentials file, and a role that leans on them.
fn pasted(minutes: i64) -> Vec<Session> {
    let end = sandglass_core::text::instant(now() + TimeDelta::minutes(minutes));
    let credentials = format!(
        "[sandbox]\naws_access_key_id = ASIAEXAMPLE\naws_secret_access_key = canary\n\
         aws_session_token = canary\nx_security_token_expires = {end}\n"
    );
    let config = "[profile via]\nrole_arn = arn:aws:iam::123456789012:role/R\nsource_profile = sandbox\n";
    let assess =
        |profile| Session::assess(&resolved(config, &credentials, profile), None, &CacheReadings::new());
    vec![assess("sandbox"), assess("via")]
}

fn errands(effects: Vec<Effect>) -> Vec<WindowMessage> {
    let is_errand = |message: &WindowMessage| {
        matches!(
            message,
            WindowMessage::Choose | WindowMessage::PasteKeys { .. } | WindowMessage::Diagnose { .. }
        )
    };
    let message = |effect| match effect {
        Effect::TellWindow(message) => Some(message).filter(is_errand),
        _ => None,
    };
    effects.into_iter().filter_map(message).collect()
}

fn first_line(state: &State) -> (Action, String) {
    match &state.tray(now()).menu[0] {
        MenuEntry::Item { action, label, enabled: true } => (action.clone(), label.clone()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_empty_tray_leads_to_the_choice_of_profiles() {
    let mut state = state(roles(9));
    let (action, label) = first_line(&state);
    assert_eq!((&action, label.as_str()), (&Action::ChooseProfiles, "Choose profiles to show here…"));
    let clicked = state.apply(Event::Clicked(action), now());
    assert!(clicked.iter().any(|effect| matches!(effect, Effect::OpenWindow { .. })), "{clicked:?}");
    assert_eq!(errands(clicked), [], "nothing shows it yet");
    assert_eq!(errands(state.apply(Event::WindowAsks, now())), [WindowMessage::Choose]);
    assert_eq!(errands(state.apply(Event::WokeUp, now())), [], "once");
}

#[test]
fn with_nine_profiles_nothing_is_decided_until_somebody_chooses() {
    let undecided = |sessions| {
        let state = state(sessions);
        crate::window::view(&state.facts, now()).app.undecided
    };
    assert!(!undecided(roles(8)));
    assert!(undecided(roles(9)));
    let mut chosen = state(roles(9));
    let settings = Settings { watched: Some(Vec::new()), ..Settings::default() };
    let read = Snapshot { sessions: roles(9), settings, ..Snapshot::empty(paths()) };
    chosen.apply(Event::Read(Box::new(read)), now());
    assert!(!crate::window::view(&chosen.facts, now()).app.undecided, "to watch nothing is a choice");
}

#[test]
fn the_last_errand_counts() {
    let mut state = state(roles(2));
    state.apply(Event::Clicked(Action::ChooseProfiles), now());
    state.apply(Event::Clicked(Action::Diagnose { profile: Some("p1".to_owned()) }), now());
    let diagnose = WindowMessage::Diagnose { profile: Some("p1".to_owned()) };
    assert_eq!(errands(state.apply(Event::WindowAsks, now())), [diagnose]);
}

#[test]
fn keys_put_in_by_hand_are_pasted_anew_where_they_stand() {
    for minutes in [30, -30] {
        let mut sessions = pasted(minutes);
        sessions.truncate(1);
        let mut watching = state(Vec::new());
        watching.apply(Event::Read(Box::new(crate::testing::snapshot(sessions))), now());
        let (action, _) = first_line(&watching);
        assert_eq!(action, Action::PasteKeys { profile: "sandbox".to_owned() });
    }
    // A role that leans on them has the same remedy, and a line of its own.
    let mut state = state(Vec::new());
    state.apply(Event::Read(Box::new(crate::testing::snapshot(pasted(-30)))), now());
    let lines = state.tray(now()).menu;
    let of_via = Action::PasteKeys { profile: "via".to_owned() };
    let is_of_via = |entry: &MenuEntry| matches!(entry, MenuEntry::Item { action, enabled: true, .. } if *action == of_via);
    assert!(lines.iter().any(is_of_via), "{lines:?}");
    state.apply(Event::WindowAsks, now());
    let sent = errands(state.apply(Event::Clicked(of_via), now()));
    assert_eq!(sent, [WindowMessage::PasteKeys { profile: "sandbox".to_owned() }]);
}

#[test]
fn their_notification_offers_it() {
    let mut state = state(Vec::new());
    let mut sessions = pasted(4);
    sessions.truncate(1);
    let effects = state.apply(Event::Read(Box::new(crate::testing::snapshot(sessions))), now());
    let notice = effects.iter().find_map(|effect| match effect {
        Effect::Notify(notice) => Some(notice),
        _ => None,
    });
    let buttons: Vec<(&Action, &str)> =
        notice.expect("one").buttons.iter().map(|button| (&button.action, button.label.as_str())).collect();
    let paste = Action::PasteKeys { profile: "sandbox".to_owned() };
    assert_eq!(buttons[0], (&paste, "Paste new keys…"));
}

#[test]
fn settings_only_are_nothing_to_look_after() {
    let config = "[default]\nregion = eu-west-1\n[profile half]\nregion = eu-west-1\nsource_profile = x\n";
    let default = session(config, "default", None);
    assert_eq!(
        (SessionKind::from_session(&default), default.state(now()), default.errors.len()),
        (SessionKind::Settings, SessionState::None, 0)
    );
    let half = session(config, "half", None);
    assert_eq!(
        (SessionKind::from_session(&half), half.state(now())),
        (SessionKind::None, SessionState::Broken),
        "it means to have some"
    );
    let state = state(vec![default.clone(), roles(1).remove(0)]);
    let watched: Vec<&str> =
        state.facts.snapshot.watched(now()).iter().map(|session| session.profile.as_str()).collect();
    assert_eq!(watched, ["p0"]);
    let rows = crate::window::view(&state.facts, now()).sessions;
    assert_eq!((rows[0].group, &rows[0].failure), (Group::Others, &None));
    // Whoever watches one all the same sees no trouble, and it comes last.
    let mut state = state;
    let all = vec![default, roles(1).remove(0), session("", "base", None)];
    state.apply(Event::Read(Box::new(crate::testing::snapshot(all))), now());
    let menu = format!("{:?}", state.tray(now()).menu);
    assert!(menu.find("○ default · settings only") > menu.find("● base"), "{menu}");
    assert_eq!(state.tray(now()).icon, crate::tray::Icon::Plenty);
}
