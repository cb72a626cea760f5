//! The whole tray, from the state.

use super::icon::icon;
use super::line::{self, WIDEST, cut};
use super::tooltip::tooltip;
use super::{Action, CopyWhat, MenuEntry, PauseFor, TrayView};
use crate::state::{HoldReason, State};
use sandglass_core::Timestamp;
use sandglass_core::export::profile_line;
use sandglass_core::memory::Pause;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::session::Session;
use sandglass_core::text::place;

/// More watched profiles than this go to a submenu.
const LINES: usize = 11;
/// And of these no more than this: a menu longer than 20 entries is no menu.
const MORE_LINES: usize = 19;
/// So many things wrong with the files are said: mending the first often mends the rest.
const NOTES: usize = 3;
/// A place in a file is cut to this, so that what is said of it is still read.
const LONGEST_PLACE: usize = 36;

pub(crate) fn view(state: &State, now: Timestamp) -> TrayView {
    let mut watched = state.snapshot.watched(now);
    watched.sort_by_cached_key(|session| line::urgency(state, session, now));
    let mut menu = menu(state, &watched, now);
    fit(&mut menu);
    TrayView {
        icon: icon(state, &watched, now),
        paused: state.memory.is_paused(now),
        title: state.text.say("tray-title"),
        tooltip: tooltip(state, &watched, now),
        menu,
    }
}

/// However long a name or a path is, the menu stays narrow.
fn fit(entries: &mut [MenuEntry]) {
    for entry in entries {
        match entry {
            MenuEntry::Item { label, .. } | MenuEntry::Note { label, .. } => *label = cut(label, WIDEST),
            MenuEntry::Submenu { label, entries, .. } => {
                *label = cut(label, WIDEST);
                fit(entries);
            }
            MenuEntry::Separator => {}
        }
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
    menu.push(renew_all(state, now));
    if !watched.is_empty() {
        menu.push(copy(state, watched));
    }
    menu.push(MenuEntry::Item {
        action: Action::OpenSwitcher,
        label: state.text.say("tray-find"),
        enabled: !state.snapshot.sessions.is_empty(),
    });
    menu.extend(clean(state, now));
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

/// What is renewed, and whether it will ask: by how many, or for a code.
fn renew_all(state: &State, now: Timestamp) -> MenuEntry {
    let all = state.renew_all_takes(now);
    let count = all.profiles.len();
    let label = match count {
        0 => state.text.say("tray-renew-all"),
        _ if all.is_many() || all.asks => state.text.count("tray-renew-some-ask", count),
        _ => state.text.count("tray-renew-some", count),
    };
    MenuEntry::Item { action: Action::RenewAll, label, enabled: count > 0 }
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

/// The watched profile that most needs a diagnosis.
pub(crate) fn most_urgent(state: &State, now: Timestamp) -> Option<String> {
    let watched = state.snapshot.watched(now).into_iter();
    Some(watched.min_by_key(|session| line::urgency(state, session, now))?.profile.clone())
}

/// The line that makes a shell use a profile, for each: what is read is what is copied.
fn copy(state: &State, watched: &[&Session]) -> MenuEntry {
    // By name: an order that time does not change.
    let mut names: Vec<&String> = watched.iter().map(|session| &session.profile).collect();
    names.sort_unstable();
    let item = |name: &&String| MenuEntry::Item {
        action: Action::Copy { profile: (*name).clone(), what: CopyWhat::Export },
        label: line::visible_name(&profile_line(state.fixed.shell, name)),
        enabled: true,
    };
    let mut entries: Vec<MenuEntry> = names.iter().take(MORE_LINES).map(item).collect();
    if names.len() > MORE_LINES {
        let label = state.text.count("tray-and-more", names.len() - MORE_LINES);
        entries.push(MenuEntry::Note { id: "rest-to-copy".to_owned(), label });
    }
    MenuEntry::Submenu { id: "copy".to_owned(), label: state.text.say("tray-copy"), entries }
}

/// Only where there is something to clean.
fn clean(state: &State, now: Timestamp) -> Option<MenuEntry> {
    let expired = state.snapshot.expired_caches(now);
    let label = state.text.count("tray-clean-expired", expired);
    (expired > 0).then_some(MenuEntry::Item { action: Action::CleanCaches, label, enabled: true })
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
pub(super) fn conditions(state: &State, now: Timestamp) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    if state.fixed.demo {
        found.push(("demo", state.text.say("tray-demo")));
    }
    match state.memory.paused {
        Some(Pause::Until(end)) if now < end => {
            let left = state.text.time_left(end - now);
            found.push(("paused", state.text.say_with("tray-paused", &[("duration", &left)])));
        }
        Some(Pause::UntilResumed) => found.push(("paused", state.text.say("tray-paused-until-resumed"))),
        _ => {}
    }
    match state.hold.as_ref().map(|hold| hold.reason) {
        Some(HoldReason::Offline) => found.push(("hold", offline(state, now))),
        Some(HoldReason::Clock) => found.push(("hold", state.text.say("tray-clock"))),
        None => {}
    }
    found
}

/// No network is nobody's fault: what matters is how long the sessions there are last.
fn offline(state: &State, now: Timestamp) -> String {
    let (valid, first) = state.still_valid(now);
    match first {
        Some(end) => {
            let duration = state.text.time_left(end - now);
            state.text.count_with("tray-offline-valid", valid, &[("duration", &duration)])
        }
        None => state.text.say("tray-offline"),
    }
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
    let problems = state.snapshot.problems.iter().take(NOTES).enumerate();
    let mut notes: Vec<MenuEntry> = problems
        .map(|(number, problem)| MenuEntry::Item {
            action: Action::ExplainProblem { number },
            label: problem_label(state, problem),
            enabled: true,
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

/// `✕ ~/.aws/config:73 is broken…`: where to look. The sentence stands in the window.
pub(super) fn problem_label(state: &State, problem: &Problem) -> String {
    let (text, paths) = (&state.text, &state.snapshot.paths);
    match &problem.at {
        Some(at) if problem.code == Code::FileUnparsable => {
            let at = place(at, paths);
            // The end of a path tells more than its beginning.
            let over = at.chars().count().saturating_sub(LONGEST_PLACE);
            let shown =
                if over == 0 { at } else { format!("…{}", at.chars().skip(over + 1).collect::<String>()) };
            text.say_with("tray-file-broken", &[("place", &shown)])
        }
        _ => text.say_with("tray-problem", &[("reason", &text.problem_brief(problem, paths))]),
    }
}
