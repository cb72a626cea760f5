//! Tests of the messages about a cleaning started in the tray.

use super::*;
use crate::notices::Notice;
use crate::testing::{now, snapshot, startup_context};
use sandglass_core::problem::Code;
use sandglass_core::text::Language;

fn state() -> State {
    let mut state = State::new(startup_context(Language::English));
    state.apply(Event::Read(Box::new(snapshot(Vec::new()))), now());
    state
}

fn notice(effects: &[Effect]) -> Option<&Notice> {
    effects.iter().find_map(|effect| match effect {
        Effect::Notify(notice) => Some(notice),
        _ => None,
    })
}

fn cleaned(count: usize) -> Event {
    Event::CachesCleaned { count, cleaning: Some(7), failure: None }
}

#[test]
fn who_cleans_in_the_tray_is_told_and_may_undo() {
    let mut state = state();
    let told = state.apply(cleaned(3), now());
    let shown = notice(&told).expect("a notification");
    assert_eq!(shown.title, "3 caches cleaned");
    let [undo] = &shown.buttons[..] else { panic!("{shown:?}") };
    assert_eq!(undo.label, "Undo");
    let asked = state.apply(Event::Clicked(undo.action.clone()), now());
    assert_eq!(asked, [Effect::PutBackCaches { cleaning: 7 }]);

    let done =
        state.apply(Event::CachesPutBack(Ok(PutBack { put_back: 2, newer: 1, failures: vec![] })), now());
    let again = notice(&done).expect("a notification");
    assert_eq!((again.slot, again.title.as_str()), (shown.slot, "2 caches restored"));
    assert_eq!(again.body, "1 has been replaced by a newer session, which stays.");
    assert!(again.buttons.is_empty() && done.contains(&Effect::Read));
}

#[test]
fn what_did_not_work_is_said() {
    let mut state = state();
    let stuck = || Problem::new(Code::CacheNotRemoved).with("path", "~/x.json").with("detail", "busy");
    let told = state.apply(Event::CachesCleaned { count: 0, cleaning: None, failure: Some(stuck()) }, now());
    let shown = notice(&told).expect("a notification");
    assert_eq!((shown.title.as_str(), shown.buttons.len()), ("No cache cleaned", 0));
    assert!(shown.body.starts_with("~/x.json cannot be removed."), "{shown:?}");

    let late = state.apply(Event::CachesPutBack(Err(Problem::new(Code::CacheNotKept))), now());
    let shown = notice(&late).expect("a notification");
    assert_eq!(shown.title, "It is too late to undo this.");
    let failures = vec![Problem::new(Code::CacheNotRestored).with("path", "~/x.json").with("detail", "full")];
    let failed = state.apply(Event::CachesPutBack(Ok(PutBack { put_back: 0, newer: 0, failures })), now());
    let shown = notice(&failed).expect("a notification");
    assert_eq!(shown.title, "No cache restored");
    assert!(shown.body.starts_with("~/x.json cannot be restored."), "{shown:?}");
}

#[test]
fn no_notification_where_none_is_wanted_or_nothing_happened() {
    let mut state = state();
    let nothing = Event::CachesCleaned { count: 0, cleaning: None, failure: None };
    assert_eq!(state.apply(nothing, now()), [Effect::Read]);
    state.facts.snapshot.settings.notifications = false;
    assert_eq!(state.apply(cleaned(1), now()), [Effect::Read]);
}
