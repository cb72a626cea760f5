use chrono::TimeDelta;
use std::fmt::Write;

use super::*;
use crate::testing::{now, session, snapshot, startup_context};
use crate::tray::{CopyWhat, EntryKey, MenuEntry, keys};
use sandglass_core::preferences::{Label, LabelColor};
use sandglass_core::problem::{Code, Origin};
use sandglass_core::session::Session;
use sandglass_core::text::Language;

const CONFIG: &str = "\
[profile project1]\nrole_arn = arn:aws:iam::123456789012:role/Dev\nsource_profile = base\nregion = eu-west-1
[profile data-eng]\nrole_arn = arn:aws:iam::123456789012:role/Data\nsource_profile = base\nregion = eu-west-1
[profile staging]\nrole_arn = arn:aws:iam::123456789012:role/Staging\nsource_profile = base\nregion = eu-west-1
[profile prod-admin]\nrole_arn = arn:aws:iam::123456789012:role/Admin\nsource_profile = base
mfa_serial = arn:aws:iam::123456789012:mfa/ana\nregion = eu-west-1
[profile fresh-start]\nrole_arn = arn:aws:iam::123456789012:role/New\nsource_profile = base
[profile lost]\nrole_arn = arn:aws:iam::123456789012:role/Lost\nsource_profile = nowhere
";

fn state(language: Language, sessions: Vec<Session>) -> State {
    let mut state = State::new(startup_context(language));
    assert_eq!(state.apply(read(sessions), now()), [Effect::StartAtLogin(false)]);
    state
}

/// A reading in a home whose owner renews by hand and wants no notifications.
fn read(sessions: Vec<Session>) -> Event {
    let mut read = snapshot(sessions);
    read.settings.silent_renewal = false;
    read.settings.notifications = false;
    Event::Read(Box::new(read))
}

fn all() -> Vec<Session> {
    vec![
        session(CONFIG, "project1", Some(42)),
        session(CONFIG, "data-eng", Some(50)),
        session(CONFIG, "staging", Some(-5)),
        session(CONFIG, "prod-admin", Some(4)),
        session(CONFIG, "fresh-start", None),
        session(CONFIG, "lost", None),
        session(CONFIG, "base", None),
    ]
}

fn drawn(state: &State, now: Timestamp) -> String {
    let view = state.tray(now);
    let mut out =
        format!("icon: {:?}\ntooltip:\n  {}\nmenu:\n", view.icon, view.tooltip.replace('\n', "\n  "));
    entries(&mut out, &view.menu, 1);
    out
}

fn entries(out: &mut String, menu: &[MenuEntry], depth: usize) {
    let pad = "  ".repeat(depth);
    let keys = keys(menu);
    let is_alone = |key: &EntryKey| keys.iter().filter(|other| *other == key).count() == 1;
    assert!(keys.iter().all(is_alone), "two entries that are the same: {keys:?}");
    for entry in menu {
        match entry {
            MenuEntry::Item { action, label, enabled } => {
                let id = serde_json::to_string(action).unwrap();
                writeln!(out, "{pad}{label}{}   <{id}>", if *enabled { "" } else { " (grey)" }).unwrap();
            }
            MenuEntry::Note { label, .. } => writeln!(out, "{pad}{label} (note)").unwrap(),
            MenuEntry::Submenu { label, entries: inner, .. } => {
                writeln!(out, "{pad}{label} >").unwrap();
                entries(out, inner, depth + 1);
            }
            MenuEntry::Separator => writeln!(out, "{pad}---").unwrap(),
        }
    }
}

fn renew(profile: &str) -> Event {
    Event::Clicked(Action::Renew { profile: profile.to_owned() })
}

fn attempt(effects: &[Effect]) -> AttemptId {
    match effects {
        [Effect::Renew { attempt, .. }] => *attempt,
        other => panic!("one renewal expected, not {other:?}"),
    }
}

#[test]
fn a_menu_of_every_state() {
    let mut state = state(Language::English, all());
    state.apply(renew("data-eng"), now());
    insta::assert_snapshot!("every_state_en", drawn(&state, now()));
}

#[test]
fn a_menu_of_every_state_in_portuguese() {
    let mut state = state(Language::Portuguese, all());
    state.apply(renew("data-eng"), now());
    insta::assert_snapshot!("every_state_pt", drawn(&state, now()));
}

#[test]
fn an_empty_home() {
    insta::assert_snapshot!("empty_home", drawn(&state(Language::English, Vec::new()), now()));
}

#[test]
fn a_broken_file_is_one_line_above() {
    let mut state = state(Language::English, Vec::new());
    let mut broken = snapshot(vec![session("[profile a]\nregion\n", "a", None)]);
    broken
        .problems
        .extend(sandglass_core::resolve::file_errors(&crate::testing::profiles("[profile a]\nregion\n", "")));
    state.apply(Event::Read(Box::new(broken)), now());
    insta::assert_snapshot!("broken_file", drawn(&state, now()));
}

#[test]
fn many_profiles_go_to_a_submenu() {
    let mut config = String::new();
    for number in 0..40 {
        write!(config, "[profile p{number:02}]\nrole_arn = arn:aws:iam::123456789012:role/R{number}\n")
            .unwrap();
        config.push_str("source_profile = base\n");
    }
    let sessions =
        (0..40).map(|number| session(&config, &format!("p{number:02}"), Some(20 + number))).collect();
    let state = state(Language::English, sessions);
    let menu = state.tray(now()).menu;
    let entries = menu.iter().filter(|entry| **entry != MenuEntry::Separator).count();
    assert!(entries <= 20, "{entries}");
    let more = menu.iter().find_map(|entry| match entry {
        MenuEntry::Submenu { entries, .. } => Some(entries.len()),
        _ => None,
    });
    assert_eq!(more, Some(20));
    insta::assert_snapshot!("many_profiles", drawn(&state, now()));
}

#[test]
fn renewing_then_renewed_then_plain() {
    let mut state = state(Language::English, vec![session(CONFIG, "project1", Some(42))]);
    let line = |state: &State, at| match &state.tray(at).menu[0] {
        MenuEntry::Item { label, enabled, .. } => (label.clone(), *enabled),
        other => panic!("{other:?}"),
    };
    let effects = state.apply(renew("project1"), now());
    assert_eq!(line(&state, now()), ("↻ project1 · renewing…".to_owned(), false));
    assert_eq!(state.apply(renew("project1"), now()), [], "one renewal in flight at most");
    let result = Ok(Some(now() + TimeDelta::minutes(60)));
    let finished = Event::RenewalFinished { attempt: attempt(&effects), profile: "project1".into(), result };
    assert_eq!(state.apply(finished, now()), [Effect::Read]);
    // Right at once; the reading only confirms it.
    assert_eq!(line(&state, now()), ("● project1 · 1 h · renewed".to_owned(), true));
    state.apply(read(vec![session(CONFIG, "project1", Some(60))]), now());
    assert_eq!(line(&state, now()), ("● project1 · 1 h · renewed".to_owned(), true));
    let later = now() + TimeDelta::seconds(60);
    state.apply(Event::WokeUp, later);
    assert_eq!(line(&state, later), ("● project1 · 59 min".to_owned(), true));
}

#[test]
fn an_old_answer_is_dropped() {
    let mut state = state(Language::English, vec![session(CONFIG, "project1", Some(42))]);
    let first = attempt(&state.apply(renew("project1"), now()));
    let finished = |result| Event::RenewalFinished { attempt: first, profile: "project1".into(), result };
    state.apply(finished(Ok(None)), now());
    state.apply(renew("project1"), now());
    assert_eq!(state.apply(finished(Ok(None)), now()), []);
    assert!(state.facts.is_renewing("project1"));
}

#[test]
fn a_failure_is_said_in_the_line_and_in_the_tooltip() {
    let mut state = state(Language::English, vec![session(CONFIG, "project1", Some(42))]);
    let attempt = attempt(&state.apply(renew("project1"), now()));
    let problem = Problem::new(Code::AccessDenied)
        .at(Origin::Call)
        .with("profile", "project1")
        .with("role", "arn:aws:iam::123456789012:role/Dev")
        .with("role_name", "Dev")
        .with("who", "user/ana")
        .with("detail", "not authorized");
    let finished = Event::RenewalFinished { attempt, profile: "project1".into(), result: Err(problem) };
    state.apply(finished, now());
    insta::assert_snapshot!("failure", drawn(&state, now()));
    state.apply(read(vec![session(CONFIG, "project1", Some(60))]), now());
    assert!(!drawn(&state, now()).contains("failed"), "a new session ends the failure");
}

#[test]
fn renew_all_takes_what_ends_soon_or_has_no_session_then_asks_for_a_code() {
    let mut state = state(Language::English, all());
    let entry = state.tray(now()).menu.into_iter().find(|entry| match entry {
        MenuEntry::Item { action, .. } => *action == Action::RenewAll,
        _ => false,
    });
    let label = match entry {
        Some(MenuEntry::Item { label, enabled: true, .. }) => label,
        other => panic!("{other:?}"),
    };
    assert_eq!(label, "Renew 3 sessions…");
    let effects = state.apply(Event::Clicked(Action::RenewAll), now());
    let said: Vec<&str> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Renew { profile, .. } => Some(profile.as_str()),
            Effect::OpenPrompt { title, .. } => Some(title.as_str()),
            _ => None,
        })
        .collect();
    // Not those that have 42 and 50 minutes left.
    assert_eq!(said, ["staging", "fresh-start", "MFA code for prod-admin"]);
}

#[test]
fn more_than_ten_are_asked_about_in_the_window_wherever_it_was_clicked() {
    let mut config = String::new();
    for number in 0..11 {
        write!(
            config,
            "[profile p{number:02}]\nrole_arn = arn:aws:iam::123456789012:role/R\nsource_profile = base\n"
        )
        .unwrap();
    }
    let sessions = |count: usize| {
        (0..count).map(|number| session(&config, &format!("p{number:02}"), None)).collect::<Vec<_>>()
    };
    let mut ten = state(Language::English, sessions(10));
    assert_eq!(ten.apply(Event::Clicked(Action::RenewAll), now()).len(), 10);
    for click in [Event::Clicked(Action::RenewAll), Event::ClickedInWindow(Action::RenewAll)] {
        let mut eleven = state(Language::English, sessions(11));
        let effects = eleven.apply(click, now());
        assert!(matches!(&effects[..], [Effect::OpenWindow { .. }]), "{effects:?}");
        let told = eleven.apply(Event::WindowAsks, now());
        let asked = Effect::TellWindow(crate::window::WindowMessage::RenewAll);
        assert!(told.contains(&asked), "{told:?}");
    }
}

#[test]
fn a_label_warns_wherever_the_name_is_clicked() {
    let mut read = snapshot(vec![session(CONFIG, "prod-admin", Some(4))]);
    let label = Label { text: "prod".to_owned(), color: LabelColor::Red };
    read.settings.profiles.entry("prod-admin".to_owned()).or_default().label = Some(label);
    let mut state = State::new(startup_context(Language::English));
    let effects = state.apply(Event::Read(Box::new(read)), now());
    let titles: Vec<&str> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Notify(notice) => Some(notice.title.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(titles, ["prod-admin [prod] expires in 4 min"]);
    let tray = state.tray(now());
    let line = "▲ prod-admin [prod] · 4 min · needs MFA";
    assert!(matches!(&tray.menu[0], MenuEntry::Item { label, .. } if label == line), "{:?}", tray.menu[0]);
    assert_eq!(tray.tooltip, format!("1 needs you · 1 valid, expires in 4 min\n{line}"));
}

#[test]
fn a_refused_line_comes_first_and_leads_to_its_diagnosis() {
    let mut state = state(Language::English, all());
    let begun = state.apply(renew("data-eng"), now());
    let result = Err(Problem::new(Code::AccessDenied).at(Origin::Call).with("profile", "data-eng"));
    let finished = Event::RenewalFinished { attempt: attempt(&begun), profile: "data-eng".into(), result };
    state.apply(finished, now());
    let menu = state.tray(now()).menu;
    let wanted = Action::Diagnose { profile: Some("data-eng".to_owned()) };
    let is_it = |entry: &MenuEntry| {
        matches!(entry, MenuEntry::Item { action, label, enabled: true }
            if *action == wanted && label == "✕ data-eng · 50 min · renewal failed: access denied")
    };
    assert!(menu[..2].iter().any(is_it), "{menu:?}");
}

#[test]
fn the_command_that_renews_a_profile_can_be_copied() {
    let mut state = state(Language::English, all());
    let click = |profile: &str| {
        Event::Clicked(Action::Copy { profile: profile.to_owned(), what: CopyWhat::RenewCommand })
    };
    assert_eq!(state.apply(click("prod-admin"), now()), [Effect::Copy("sandglass renew prod-admin".into())]);
    assert_eq!(state.apply(click("a b'c"), now()), [Effect::Copy(r"sandglass renew 'a b'\''c'".into())]);
}

#[test]
fn wake_ups_fall_on_half_minutes() {
    let sessions = vec![
        session(CONFIG, "project1", Some(42)),
        session(CONFIG, "data-eng", Some(50)),
        session(CONFIG, "prod-admin", Some(4)),
    ];
    let state = state(Language::English, sessions);
    let mut at = now() + TimeDelta::milliseconds(12_345);
    let end = at + TimeDelta::minutes(10);
    let mut count = 0;
    while let Some((next, _)) = state.next_wakeup(at).filter(|(next, _)| *next < end) {
        assert!(next > at && next.timestamp() % 30 == 0 && next.timestamp_subsec_nanos() == 0);
        assert!(next - at <= TimeDelta::seconds(60));
        at = next;
        count += 1;
    }
    assert!((10..=20).contains(&count), "{count} wake-ups in ten minutes");
}

#[test]
fn nothing_to_wait_for_needs_no_wake_up() {
    assert_eq!(state(Language::English, vec![session(CONFIG, "base", None)]).next_wakeup(now()), None);
}

#[test]
fn names_cannot_break_the_menu() {
    let config =
        "[profile \"a\tb\u{202e}c\"]\nrole_arn = arn:aws:iam::123456789012:role/X\nsource_profile = base\n";
    let name = "a\tb\u{202e}c";
    let long = "x".repeat(300);
    let config = format!(
        "{config}[profile {long}]\nrole_arn = arn:aws:iam::123456789012:role/Y\nsource_profile = base\n"
    );
    let state =
        state(Language::English, vec![session(&config, name, Some(40)), session(&config, &long, Some(50))]);
    for entry in &state.tray(now()).menu[..2] {
        let MenuEntry::Item { label, .. } = entry else { panic!("{entry:?}") };
        assert!(label.chars().count() < 100 && !label.contains(['\t', '\u{202e}']), "{label}");
    }
}

#[test]
fn the_demo_says_so_and_its_commands_lead_to_its_home() {
    let demo = crate::state::StartupContext {
        demo: true,
        in_terminal: "env -i HOME=/demo sandglass".to_owned(),
        ..startup_context(Language::English)
    };
    let mut state = State::new(demo);
    state.apply(read(all()), now());
    let menu = state.tray(now()).menu;
    let note = |entry: &MenuEntry| matches!(entry, MenuEntry::Note { .. });
    assert!(note(&menu[0]) && note(&menu[1]) && menu[2] == MenuEntry::Separator, "{menu:?}");
    let click =
        Event::Clicked(Action::Copy { profile: "prod-admin".to_owned(), what: CopyWhat::RenewCommand });
    let copied = Effect::Copy("env -i HOME=/demo sandglass renew prod-admin".to_owned());
    assert_eq!(state.apply(click, now()), [copied]);
}

#[test]
fn keys_put_in_by_hand_say_what_they_need_when_they_run_out() {
    let pasted = |end: &str| {
        let credentials = format!(
            "[sandbox]\naws_access_key_id = ASIAEXAMPLE\naws_secret_access_key = canary\n\
             aws_session_token = canary\nx_security_token_expires = {end}\n"
        );
        let resolution = crate::testing::resolved("", &credentials, "sandbox");
        let session = Session::assess(&resolution, None, &sandglass_core::session::CacheReadings::new());
        drawn(&state(Language::English, vec![session]), now())
    };
    assert!(pasted("2026-11-23T13:27:00Z").contains("▲ sandbox · 4 min · needs new keys"));
    assert!(pasted("2026-11-23T12:23:00Z").contains("✕ sandbox · expired 1 h ago · needs new keys"));
    assert!(!pasted("2026-11-23T15:23:00Z").contains("needs new keys"));
}
