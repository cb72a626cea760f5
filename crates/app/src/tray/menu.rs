//! Builds the whole tray view from the facts.

use super::conditions::{conditions, problem_label};
use super::icon::icon;
use super::line::{self, visible_name};
use super::tooltip::tooltip;
use super::{Action, CopyWhat, MenuEntry, PauseFor, TrayView};
use crate::facts::Facts;
use sandglass_core::Timestamp;
use sandglass_core::export::profile_line;
use sandglass_core::session::Session;

/// More watched profiles than this go to a submenu.
const LINES: usize = 11;
/// And of these no more than this: a menu longer than 20 entries is no menu.
const MORE_LINES: usize = 19;
/// The number of file problems that are shown: fixing the first often fixes the rest.
const NOTES: usize = 3;

pub(crate) fn view(facts: &Facts, now: Timestamp) -> TrayView {
    let mut watched = facts.snapshot.watched(now);
    watched.sort_by_cached_key(|session| line::urgency(facts, session, now));
    let mut menu = menu(facts, &watched, now);
    fit(&mut menu);
    TrayView {
        icon: icon(facts, &watched, now),
        paused: facts.memory.is_paused(now),
        title: facts.text.say("tray-title"),
        tooltip: tooltip(facts, &watched, now),
        menu,
    }
}

/// However long a name or a path is and whatever it holds, the menu stays narrow and each entry a line.
fn fit(entries: &mut [MenuEntry]) {
    for entry in entries {
        match entry {
            MenuEntry::Item { label, .. } | MenuEntry::Note { label, .. } => *label = visible_name(label),
            MenuEntry::Submenu { label, entries, .. } => {
                *label = visible_name(label);
                fit(entries);
            }
            MenuEntry::Separator => {}
        }
    }
}

fn menu(facts: &Facts, watched: &[&Session], now: Timestamp) -> Vec<MenuEntry> {
    let mut menu = notes(facts, watched, now);
    let shown = watched.len().min(LINES);
    menu.extend(watched[..shown].iter().map(|session| line::entry(facts, session, now)));
    if watched.len() > LINES {
        menu.push(more(facts, &watched[shown..], now));
    }
    menu.push(MenuEntry::Separator);
    menu.push(renew_all(facts, now));
    if !watched.is_empty() {
        menu.push(copy(facts, watched));
    }
    menu.push(MenuEntry::Item {
        action: Action::OpenSwitcher,
        label: facts.text.say("tray-find"),
        enabled: !facts.snapshot.sessions.is_empty(),
    });
    menu.extend(clean(facts, now));
    // Its meaning stays the same while profiles change places: an open menu stays open.
    let action = Action::Diagnose { profile: None };
    menu.push(MenuEntry::Item { action, label: facts.text.say("tray-diagnose"), enabled: true });
    menu.push(MenuEntry::Separator);
    menu.push(MenuEntry::Item {
        action: Action::OpenWindow,
        label: facts.text.say("tray-settings"),
        enabled: true,
    });
    menu.push(pause(facts, now));
    menu.push(MenuEntry::Item { action: Action::Quit, label: facts.text.say("tray-quit"), enabled: true });
    menu
}

/// The entry that renews all, with how many those are and whether it will ask for a code.
fn renew_all(facts: &Facts, now: Timestamp) -> MenuEntry {
    let all = facts.renew_all_takes(now);
    let count = all.profiles.len();
    let label = match count {
        0 => facts.text.say("tray-renew-all"),
        1 => {
            let id = if all.asks { "tray-renew-one-ask" } else { "tray-renew-one" };
            facts.text.say_with(id, &[("profile", &line::visible_name(&all.profiles[0]))])
        }
        _ if all.is_many() || all.asks => facts.text.count("tray-renew-some-ask", count),
        _ => facts.text.count("tray-renew-some", count),
    };
    MenuEntry::Item { action: Action::RenewAll, label, enabled: count > 0 }
}

/// The less urgent profiles, and how many there are beyond these.
fn more(facts: &Facts, rest: &[&Session], now: Timestamp) -> MenuEntry {
    let lines = rest.iter().take(MORE_LINES).map(|session| line::entry(facts, session, now));
    let mut entries: Vec<MenuEntry> = lines.collect();
    if rest.len() > MORE_LINES {
        let label = facts.text.count("tray-and-more", rest.len() - MORE_LINES);
        entries.push(MenuEntry::Note { id: "rest".to_owned(), label });
    }
    MenuEntry::Submenu { id: "more".to_owned(), label: facts.text.say("tray-more"), entries }
}

/// The watched profile that most needs a diagnosis.
pub(crate) fn most_urgent(facts: &Facts, now: Timestamp) -> Option<String> {
    let watched = facts.snapshot.watched(now).into_iter();
    Some(watched.min_by_key(|session| line::urgency(facts, session, now))?.profile.clone())
}

/// The line that makes a shell use a profile, for each: what is read is what is copied.
fn copy(facts: &Facts, watched: &[&Session]) -> MenuEntry {
    // By name: an order that time does not change.
    let mut names: Vec<&String> = watched.iter().map(|session| &session.profile).collect();
    names.sort_unstable();
    let item = |name: &&String| MenuEntry::Item {
        action: Action::Copy { profile: (*name).clone(), what: CopyWhat::Export },
        label: visible_name(&profile_line(facts.config.shell, name)),
        enabled: true,
    };
    let mut entries: Vec<MenuEntry> = names.iter().take(MORE_LINES).map(item).collect();
    if names.len() > MORE_LINES {
        let label = facts.text.count("tray-and-more", names.len() - MORE_LINES);
        entries.push(MenuEntry::Note { id: "rest-to-copy".to_owned(), label });
    }
    MenuEntry::Submenu { id: "copy".to_owned(), label: facts.text.say("tray-copy"), entries }
}

/// Only where there is something to clean.
fn clean(facts: &Facts, now: Timestamp) -> Option<MenuEntry> {
    let expired = facts.snapshot.expired_caches(now);
    let label = facts.text.count("tray-clean-expired", expired);
    (expired > 0).then_some(MenuEntry::Item { action: Action::CleanCaches, label, enabled: true })
}

fn pause(facts: &Facts, now: Timestamp) -> MenuEntry {
    if facts.memory.is_paused(now) {
        let label = facts.text.say("tray-resume");
        return MenuEntry::Item { action: Action::Resume, label, enabled: true };
    }
    let item = |until, id: &str| MenuEntry::Item {
        action: Action::Pause { until },
        label: facts.text.say(id),
        enabled: true,
    };
    MenuEntry::Submenu {
        id: "pause".to_owned(),
        label: facts.text.say("tray-pause"),
        entries: vec![
            item(PauseFor::Hour, "tray-pause-hour"),
            item(PauseFor::Tomorrow, "tray-pause-tomorrow"),
            item(PauseFor::Resumed, "tray-pause-until-resumed"),
        ],
    }
}

/// The notes above the profiles: conditions, broken files, or that there is nothing to show.
fn notes(facts: &Facts, watched: &[&Session], now: Timestamp) -> Vec<MenuEntry> {
    let mut notes: Vec<MenuEntry> = conditions(facts, now)
        .into_iter()
        .map(|(id, label)| MenuEntry::Note { id: id.to_owned(), label })
        .collect();
    if facts.config.demo {
        let label = facts.text.say("tray-demo-codes");
        notes.push(MenuEntry::Note { id: "demo-codes".to_owned(), label });
        notes.push(MenuEntry::Separator);
    }
    notes.extend(sign_ins(facts));
    notes.extend(problems(facts, watched));
    notes
}

/// The entries about a sign-in while the browser is waited for.
fn sign_ins(facts: &Facts) -> Vec<MenuEntry> {
    let mut entries = Vec::new();
    for begun in facts.signing_in.values() {
        let (text, profile) = (&facts.text, begun.profile.clone());
        let name = ("session", begun.name.as_str());
        let item = |action, label| MenuEntry::Item { action, label, enabled: true };
        if let Some(page) = &begun.page {
            if let Some(code) = &page.code {
                let label = text.say_with("tray-sign-in-code", &[("code", code)]);
                entries.push(MenuEntry::Note { id: format!("sign-in-code-{code}"), label });
            }
            let label = text.say_with("tray-sign-in-link", &[name]);
            entries.push(item(Action::CopySignInLink { profile: profile.clone() }, label));
        }
        entries.push(item(Action::CancelSignIn { profile }, text.say_with("tray-sign-in-cancel", &[name])));
    }
    if !entries.is_empty() {
        entries.push(MenuEntry::Separator);
    }
    entries
}

fn problems(facts: &Facts, watched: &[&Session]) -> Vec<MenuEntry> {
    let paths = &facts.snapshot.paths;
    let problems = facts.snapshot.problems.iter().take(NOTES).enumerate();
    let mut notes: Vec<MenuEntry> = problems
        .map(|(number, problem)| MenuEntry::Item {
            action: Action::ExplainProblem { number },
            label: problem_label(facts, problem),
            enabled: true,
        })
        .collect();
    if notes.is_empty() && facts.snapshot.sessions.is_empty() {
        let path = paths.display(paths.config.parent().unwrap_or(&paths.config));
        let label = facts.text.say_with("tray-no-profiles", &[("path", &path)]);
        notes.push(MenuEntry::Note { id: "no-profiles".to_owned(), label });
    } else if notes.is_empty() && watched.is_empty() {
        let (action, label) = (Action::ChooseProfiles, facts.text.say("tray-choose-profiles"));
        notes.push(MenuEntry::Item { action, label, enabled: true });
    }
    notes
}
