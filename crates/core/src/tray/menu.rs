//! The whole tray, from the state.

use chrono::TimeDelta;

use super::{Action, CopyWhat, Icon, MenuEntry, PauseFor, TrayView, line};
use crate::Timestamp;
use crate::export::profile_line;
use crate::memory::Pause;
use crate::session::{Renewable, Session, SessionState};
use crate::state::{HoldReason, Outcome, State};
use crate::view::shell_word;

/// More watched profiles than this go to a submenu.
const LINES: usize = 12;
/// And of these no more than this: a menu longer than 20 entries is no menu.
const MORE_LINES: usize = 19;
/// So many things wrong with the files are said: mending the first often mends the rest.
const NOTES: usize = 3;
/// So many lines of the tooltip name a profile.
const TOOLTIP_LINES: usize = 6;

pub(crate) fn view(state: &State, now: Timestamp) -> TrayView {
    let mut watched = state.snapshot.watched(now);
    watched.sort_by_cached_key(|session| line::urgency(session, now));
    TrayView {
        icon: icon(state, &watched, now),
        title: state.text.say("tray-title"),
        tooltip: tooltip(state, &watched, now),
        menu: menu(state, &watched, now),
    }
}

fn menu(state: &State, watched: &[&Session], now: Timestamp) -> Vec<MenuEntry> {
    let mut menu = notes(state, watched, now);
    let shown = watched.len().min(LINES);
    menu.extend(watched[..shown].iter().map(|session| line::entry(state, session, now)));
    if watched.len() > LINES {
        menu.push(more(state, &watched[shown..], now));
    }
    menu.push(MenuEntry::Separator);
    let silent = |session: &&Session| {
        session.renewable(now) == Renewable::Silent && !state.is_renewing(&session.profile)
    };
    menu.push(MenuEntry::Item {
        action: Action::RenewAll,
        label: state.text.say("tray-renew-all"),
        enabled: watched.iter().any(silent),
    });
    if !watched.is_empty() {
        menu.push(copy(state, watched));
    }
    menu.push(clean(state, now));
    // Its meaning stays the same while profiles change places: an open menu stays open.
    let action = Action::Diagnose { profile: None };
    menu.push(MenuEntry::Item { action, label: state.text.say("tray-diagnose"), enabled: true });
    menu.push(MenuEntry::Separator);
    menu.push(MenuEntry::Item {
        action: Action::OpenWindow,
        label: state.text.say("tray-settings"),
        enabled: true,
    });
    menu.push(pause(state, now));
    menu.push(MenuEntry::Item { action: Action::Quit, label: state.text.say("tray-quit"), enabled: true });
    menu
}

/// The less urgent profiles, and how many there are beyond these.
fn more(state: &State, rest: &[&Session], now: Timestamp) -> MenuEntry {
    let lines = rest.iter().take(MORE_LINES).map(|session| line::entry(state, session, now));
    let mut entries: Vec<MenuEntry> = lines.collect();
    if rest.len() > MORE_LINES {
        let label = state.text.count("tray-and-more", rest.len() - MORE_LINES);
        entries.push(MenuEntry::Note { id: "rest".to_owned(), label });
    }
    MenuEntry::Submenu { id: "more".to_owned(), label: state.text.say("tray-more"), entries }
}

/// The watched profile that most needs a diagnosis: one that could not be renewed, then the most urgent.
pub(crate) fn most_urgent(state: &State, now: Timestamp) -> Option<String> {
    let failed = |session: &Session| matches!(state.outcomes.get(&session.profile), Some(Outcome::Failed(_)));
    let watched = state.snapshot.watched(now).into_iter();
    let first = watched.min_by_key(|session| (!failed(session), line::urgency(session, now)))?;
    Some(first.profile.clone())
}

/// What makes a tool use a profile, for each.
fn copy(state: &State, watched: &[&Session]) -> MenuEntry {
    // By name: an order that time does not change.
    let mut names: Vec<&String> = watched.iter().map(|session| &session.profile).collect();
    names.sort_unstable();
    let entries = names.into_iter().take(MORE_LINES).map(|name| {
        let item = |what, label: &str| MenuEntry::Item {
            action: Action::Copy { profile: name.clone(), what },
            label: line::visible_name(label),
            enabled: true,
        };
        MenuEntry::Submenu {
            id: format!("copy-{name}"),
            label: line::visible_name(name),
            entries: vec![
                item(CopyWhat::Export, &profile_line(state.fixed.shell, name)),
                item(CopyWhat::Argument, &format!("--profile {}", shell_word(name))),
                item(CopyWhat::CredentialProcess, &state.text.say("tray-copy-credential-process")),
            ],
        }
    });
    MenuEntry::Submenu {
        id: "copy".to_owned(),
        label: state.text.say("tray-copy"),
        entries: entries.collect(),
    }
}

fn clean(state: &State, now: Timestamp) -> MenuEntry {
    let expired = state.snapshot.expired_caches(now);
    let label = match expired {
        0 => state.text.say("tray-clean"),
        count => state.text.count("tray-clean-expired", count),
    };
    MenuEntry::Item { action: Action::CleanCaches, label, enabled: expired > 0 }
}

fn pause(state: &State, now: Timestamp) -> MenuEntry {
    if state.memory.is_paused(now) {
        let label = state.text.say("tray-resume");
        return MenuEntry::Item { action: Action::Resume, label, enabled: true };
    }
    let item = |until, id: &str| MenuEntry::Item {
        action: Action::Pause { until },
        label: state.text.say(id),
        enabled: true,
    };
    MenuEntry::Submenu {
        id: "pause".to_owned(),
        label: state.text.say("tray-pause"),
        entries: vec![
            item(PauseFor::Hour, "tray-pause-hour"),
            item(PauseFor::Tomorrow, "tray-pause-tomorrow"),
            item(PauseFor::Resumed, "tray-pause-until-resumed"),
        ],
    }
}

/// What holds for everything: the demo, a pause, no network, a wrong clock.
fn conditions(state: &State, now: Timestamp) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    if state.fixed.demo {
        found.push(("demo", state.text.say("tray-demo")));
    }
    match state.memory.paused {
        Some(Pause::Until(end)) if now < end => {
            let left = state.text.duration(end - now + TimeDelta::seconds(59));
            found.push(("paused", state.text.say_with("tray-paused", &[("duration", &left)])));
        }
        Some(Pause::UntilResumed) => found.push(("paused", state.text.say("tray-paused-until-resumed"))),
        _ => {}
    }
    match state.hold.as_ref().map(|hold| hold.reason) {
        Some(HoldReason::Offline) => found.push(("hold", state.text.say("tray-offline"))),
        Some(HoldReason::Clock) => found.push(("hold", state.text.say("tray-clock"))),
        None => {}
    }
    found
}

/// What stands above the profiles: conditions, broken files, or that there is nothing to show.
fn notes(state: &State, watched: &[&Session], now: Timestamp) -> Vec<MenuEntry> {
    let mut notes: Vec<MenuEntry> = conditions(state, now)
        .into_iter()
        .map(|(id, label)| MenuEntry::Note { id: id.to_owned(), label })
        .collect();
    if state.fixed.demo {
        let label = state.text.say("tray-demo-codes");
        notes.push(MenuEntry::Note { id: "demo-codes".to_owned(), label });
        notes.push(MenuEntry::Separator);
    }
    notes.extend(problems(state, watched));
    notes
}

fn problems(state: &State, watched: &[&Session]) -> Vec<MenuEntry> {
    let paths = &state.snapshot.paths;
    let mut notes: Vec<MenuEntry> = state
        .snapshot
        .problems
        .iter()
        .take(NOTES)
        .enumerate()
        .map(|(index, problem)| MenuEntry::Note {
            id: format!("problem-{index}"),
            label: format!("✕ {}", state.text.problem(problem, paths)),
        })
        .collect();
    if notes.is_empty() && state.snapshot.sessions.is_empty() {
        let path = paths.display(paths.config.parent().unwrap_or(&paths.config));
        let label = state.text.say_with("tray-no-profiles", &[("path", &path)]);
        notes.push(MenuEntry::Note { id: "no-profiles".to_owned(), label });
    } else if notes.is_empty() && watched.is_empty() {
        let (action, label) = (Action::ChooseProfiles, state.text.say("tray-choose-profiles"));
        notes.push(MenuEntry::Item { action, label, enabled: true });
    }
    notes
}

fn tooltip(state: &State, watched: &[&Session], now: Timestamp) -> String {
    let mut lines: Vec<String> = conditions(state, now).into_iter().map(|(_, label)| label).collect();
    let shown = watched.iter().take(TOOLTIP_LINES).map(|session| tooltip_line(state, session, now));
    lines.extend(shown);
    if watched.len() > TOOLTIP_LINES {
        lines.push(state.text.count("tray-and-more", watched.len() - TOOLTIP_LINES));
    }
    lines.extend(
        state
            .snapshot
            .problems
            .iter()
            .take(NOTES)
            .map(|problem| state.text.problem(problem, &state.snapshot.paths)),
    );
    lines.join("\n")
}

/// `● project1 · 42 min · 123456789012 · eu-west-1`, and under a failure its whole sentence.
fn tooltip_line(state: &State, session: &Session, now: Timestamp) -> String {
    let mut parts = vec![line::label(state, session, now)];
    parts.extend(session.account_id.clone());
    parts.extend(session.region.clone());
    let mut line = parts.join(" · ");
    let paths = &state.snapshot.paths;
    let said = match state.outcomes.get(&session.profile) {
        Some(Outcome::Failed(problem)) => Some(problem),
        _ => session.errors.first().filter(|_| state.snapshot.problems.is_empty()),
    };
    if let Some(problem) = said {
        for sentence in [state.text.problem(problem, paths), state.text.problem_next(problem, paths)] {
            line.push_str("\n   ");
            line.push_str(&sentence);
        }
    }
    line
}

/// The sand left is that of the most urgent session; a badge says what only a human can mend.
fn icon(state: &State, watched: &[&Session], now: Timestamp) -> Icon {
    let is = |wanted: SessionState| watched.iter().any(|session| session.state(now) == wanted);
    let failed = watched.iter().any(|s| matches!(state.outcomes.get(&s.profile), Some(Outcome::Failed(_))));
    if !state.snapshot.problems.is_empty() || is(SessionState::Broken) || is(SessionState::Expired) || failed
    {
        return Icon::Trouble;
    }
    let waits_for_human = |session: &&Session| {
        session.state(now) == SessionState::Expiring && session.renewable(now) != Renewable::Silent
    };
    if watched.iter().any(waits_for_human) {
        return Icon::NeedsYou;
    }
    watched.iter().map(|session| sand(session, now)).min().map_or(Icon::Plenty, |(_, icon)| icon)
}

/// The drawing for one session; the number sorts the emptier first.
fn sand(session: &Session, now: Timestamp) -> (u8, Icon) {
    if session.state(now) == SessionState::Expiring {
        return (0, Icon::Little);
    }
    let (Some(end), Some(life)) = (session.expires_at(), session.life()) else { return (2, Icon::Plenty) };
    let left = (end - now).num_seconds();
    match left * 100 / life.num_seconds().max(1) {
        ..25 => (0, Icon::Little),
        25..50 => (1, Icon::Half),
        _ => (2, Icon::Plenty),
    }
}
