//! Tests that "Needs you" is one fact: whatever happened, list, footer, badge, icon, tray, tooltip and notifications
//! agree.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::facts::HoldReason;
use crate::notices::Topic;
use crate::testing::{LONG_TERM, now, resolved, session, snapshot, startup_context};
use crate::tray::{Icon, MenuEntry, PauseFor};
use crate::window::{Group, view};
use sandglass_core::preferences::{Label, LabelColor};
use sandglass_core::problem::{Code, Origin};
use sandglass_core::session::{CacheReadings, Session, SessionState};
use sandglass_core::text::Language;

/// Longer than any menu is wide.
const LONG: &str = "a-profile-whose-name-is-longer-than-anybody-would-like-to-read-in-a-menu";

fn config() -> String {
    let role = |name: &str, more: &str| {
        format!("[profile {name}]\nrole_arn = arn:aws:iam::123456789012:role/R\nregion = eu-west-1\n{more}\n")
    };
    [
        role("dev", "source_profile = base"),
        role("ops", "source_profile = base"),
        role(LONG, "source_profile = base"),
        role("admin", "source_profile = base\nmfa_serial = arn:aws:iam::123456789012:mfa/ana"),
        role("lost", "source_profile = nowhere"),
        "[default]\nregion = eu-west-1\n".to_owned(),
        "[profile sso]\nsso_start_url = https://x.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 123456789012\nsso_role_name = R\nregion = eu-west-1\n".to_owned(),
    ]
    .concat()
}

const ROLES: [&str; 5] = ["dev", "ops", LONG, "admin", "sso"];

fn pasted(minutes: i64) -> Session {
    let end = sandglass_core::text::instant(now() + TimeDelta::minutes(minutes));
    let credentials = format!(
        "{LONG_TERM}[sandbox]\naws_access_key_id = ASIA\naws_secret_access_key = canary\naws_session_token = t\nx_security_token_expires = {end}\n"
    );
    Session::assess(&resolved("", &credentials, "sandbox"), None, &CacheReadings::new())
}

/// What may happen to a home.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is drawn by itself")]
struct World {
    left: Vec<Option<i64>>,
    sandbox: i64,
    silent: bool,
    labels: bool,
    broken_file: bool,
    notify_before: i64,
    /// Of a profile by its number: how its renewal ends, and who asked for it.
    ends: Vec<(usize, Option<Code>, bool)>,
    paused: bool,
    wanted: bool,
    later: i64,
}

fn any_world() -> impl Strategy<Value = World> {
    let left = prop::option::weighted(0.8, -90..90i64);
    let code = prop::sample::select(vec![
        None,
        Some(Code::AccessDenied),
        Some(Code::Network),
        Some(Code::Throttled),
        Some(Code::ClockSkew),
    ]);
    let ends = prop::collection::vec((0..ROLES.len(), code, any::<bool>()), 0..4);
    let flags = (any::<bool>(), any::<bool>(), prop::bool::weighted(0.1), any::<bool>(), any::<bool>());
    (prop::collection::vec(left, ROLES.len()), -30..60i64, flags, 1..120i64, ends, 0..100i64).prop_map(
        |(left, sandbox, (silent, labels, broken_file, paused, wanted), notify_before, ends, later)| World {
            left,
            sandbox,
            silent,
            labels,
            broken_file,
            notify_before,
            ends,
            paused,
            wanted,
            later,
        },
    )
}

fn reading(world: &World) -> Event {
    let config = config();
    let mut sessions: Vec<Session> =
        ROLES.iter().zip(&world.left).map(|(name, left)| session(&config, name, *left)).collect();
    for name in ["lost", "default", "base"] {
        sessions.push(session(&config, name, None));
    }
    sessions.push(pasted(world.sandbox));
    let mut read = snapshot(sessions);
    read.settings.silent_renewal = world.silent;
    read.settings.notify_before = vec![TimeDelta::minutes(world.notify_before)];
    if world.labels {
        for name in ["admin", LONG] {
            let label = Label { text: "production".to_owned(), color: LabelColor::Red };
            read.settings.profiles.entry(name.to_owned()).or_default().label = Some(label);
        }
    }
    if world.broken_file {
        let at = sandglass_core::resolve::file_errors(&crate::testing::profiles("[profile a]\nregion\n", ""));
        for session in &mut read.sessions {
            session.errors.clone_from(&at);
        }
        read.problems = at;
    }
    Event::Read(Box::new(read))
}

/// A state after all that, and the time it is looked at.
fn lived(world: &World, language: Language) -> (State, Timestamp) {
    let mut state = State::new(startup_context(language));
    state.apply(Event::TrayHost { there: true }, now());
    let begun = state.apply(reading(world), now());
    let mut running: Vec<(AttemptId, String)> = renewals(&begun);
    if world.paused {
        state.apply(Event::Clicked(Action::Pause { until: PauseFor::Resumed }), now());
    }
    for (number, code, in_window) in &world.ends {
        let action = Action::Renew { profile: ROLES[*number].to_owned() };
        let event = if *in_window { Event::ClickedInWindow(action) } else { Event::Clicked(action) };
        running.extend(renewals(&state.apply(event, now())));
        if let Some((attempt, profile)) = running.pop() {
            let problem = code.map(|code| Problem::new(code).at(Origin::Call).with("profile", &profile));
            let result = problem.map_or(Ok(None), Err);
            let next = state.apply(Event::RenewalFinished { attempt, profile, result }, now());
            running.extend(renewals(&next));
        }
    }
    if world.wanted {
        state.apply(Event::Wanted(vec!["admin".to_owned(), "dev".to_owned()]), now());
    }
    let later = now() + TimeDelta::minutes(world.later);
    state.apply(Event::WokeUp, later);
    (state, later)
}

fn renewals(effects: &[Effect]) -> Vec<(AttemptId, String)> {
    let found = effects.iter().filter_map(|effect| match effect {
        Effect::Renew { attempt, profile, .. } => Some((*attempt, profile.clone())),
        _ => None,
    });
    found.collect()
}

/// The profiles' lines of a menu, by what a click on them is about.
fn lines(menu: &[MenuEntry]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in menu {
        match entry {
            MenuEntry::Item { action, label, .. } => {
                let profile = match action {
                    Action::Renew { profile }
                    | Action::PasteKeys { profile }
                    | Action::SignIn { profile }
                    | Action::CopySignInCommand { profile }
                    | Action::Diagnose { profile: Some(profile) } => profile.clone(),
                    _ => continue,
                };
                found.push((profile, label.clone()));
            }
            MenuEntry::Submenu { entries, .. } => found.extend(lines(entries)),
            _ => {}
        }
    }
    found
}

fn labels(menu: &[MenuEntry]) -> Vec<&str> {
    let mut found = Vec::new();
    for entry in menu {
        match entry {
            MenuEntry::Item { label, .. } | MenuEntry::Note { label, .. } => found.push(label.as_str()),
            MenuEntry::Submenu { label, entries, .. } => {
                found.push(label);
                found.extend(labels(entries));
            }
            MenuEntry::Separator => {}
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn who_needs_you_is_the_same_everywhere(world in any_world()) {
        let (state, at) = lived(&world, Language::English);
        let window = view(&state.facts, at);
        let tray = state.tray(at);
        let lines = lines(&tray.menu);
        let watched = state.facts.snapshot.watched(at);
        let known = Known::parse(&state.known.to_text());
        let needing: Vec<&str> = watched
            .iter()
            .filter(|session| state.facts.attention(session, at).is_some())
            .map(|session| session.profile.as_str())
            .collect();
        for session in &watched {
            let name = session.profile.as_str();
            let needs = needing.contains(&name);
            let row = window.sessions.iter().find(|row| row.profile == name).unwrap();
            prop_assert_eq!(row.attention.is_some(), needs, "details of {}", name);
            prop_assert_eq!(row.group == Group::NeedsYou, needs, "group of {}", name);
            let in_terminal = state.facts.snapshot.attention(session, &known, at);
            let here = state.facts.attention(session, at);
            prop_assert_eq!(in_terminal.map(|it| it.as_str()), here.map(|it| it.as_str()), "{} in a terminal", name);
            let (_, line) = lines.iter().find(|(profile, _)| profile == name).unwrap();
            let marked = line.starts_with(['▲', '✕']);
            // A file that stops all is said once; what renews itself in this moment needs nobody.
            let excused = world.broken_file || session.state(at) == SessionState::Expired;
            if !(line.starts_with('↻') || marked && excused) {
                prop_assert_eq!(marked, needs, "{}", line);
            }
        }
        // In the tray they come first.
        let calm = lines.iter().position(|(profile, _)| !needing.contains(&profile.as_str()));
        let last = lines.iter().rposition(|(profile, _)| needing.contains(&profile.as_str()));
        if let (Some(calm), Some(last)) = (calm, last) {
            prop_assert!(last < calm, "{lines:?}");
        }
        let clock = state.facts.hold.as_ref().is_some_and(|hold| hold.reason == HoldReason::Clock);
        let all = needing.len() + usize::from(clock) + usize::from(world.broken_file);
        prop_assert_eq!(window.app.needs_you, all);
        prop_assert_eq!(matches!(tray.icon, Icon::NeedsYou | Icon::Trouble), all > 0, "{:?}", tray.icon);
        prop_assert_eq!(tray.paused, world.paused);
        let said = match needing.len() {
            0 => None,
            1 => Some("1 needs you".to_owned()),
            count => Some(format!("{count} need you")),
        };
        let found = tray.tooltip.lines().find_map(|line| {
            line.split(" · ").next().filter(|part| part.ends_with("need you") || part.ends_with("needs you"))
        });
        prop_assert_eq!(found.map(str::to_owned), said, "{}", tray.tooltip);
        for need in state.needs(at) {
            let told = matches!(need.topic, Topic::Deadline(_) | Topic::Refused(_));
            prop_assert!(!told || needing.contains(&need.profile.as_str()), "told of {need:?}");
        }
    }

    #[test]
    fn no_menu_and_no_tooltip_is_wide(world in any_world(), portuguese in any::<bool>()) {
        let language = if portuguese { Language::Portuguese } else { Language::English };
        let (state, at) = lived(&world, language);
        let tray = state.tray(at);
        for label in labels(&tray.menu).into_iter().chain(tray.tooltip.lines()) {
            prop_assert!(label.chars().count() <= 60 && !label.is_empty(), "{label}");
        }
    }

    #[test]
    fn a_lost_network_is_nobodys_fault(world in any_world()) {
        let mut world = world;
        world.broken_file = false;
        world.wanted = false;
        world.later = 0;
        for (_, code, _) in &mut world.ends {
            *code = Some(Code::Network);
        }
        let (state, at) = lived(&world, Language::English);
        let (mut calm, _) = lived(&World { ends: Vec::new(), ..world }, Language::English);
        calm.facts.outcomes.clear();
        for session in state.facts.snapshot.watched(at) {
            let live = session.expires_at().is_some_and(|end| end > at);
            if live {
                prop_assert_eq!(state.facts.attention(session, at), calm.facts.attention(session, at), "{}", session.profile);
            }
        }
    }
}
