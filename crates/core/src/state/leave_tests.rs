//! Leaving the window while it holds edits.

use super::*;
use crate::preferences::Theme;
use crate::testing::{now, surroundings};
use crate::view::window::LeaveAnswer;

const QUIT: Event = Event::Clicked(Action::Quit);
const CLOSE: Event = Event::Leaving(Leaving::CloseRequested);

fn answered(answer: LeaveAnswer) -> Event {
    Event::Leaving(Leaving::Answered(answer))
}

fn asked() -> [Effect; 2] {
    [Effect::OpenWindow { theme: Theme::System }, Effect::TellWindow(WindowMessage::Leave)]
}

/// A window with an edit that is not written.
fn edited() -> State {
    let mut state = State::new(surroundings(Language::English));
    state.apply(Event::WindowAsks, now());
    state.apply(Event::Leaving(Leaving::Unwritten(true)), now());
    state
}

#[test]
fn a_window_without_edits_closes_at_once() {
    let mut state = State::new(surroundings(Language::English));
    state.apply(Event::WindowAsks, now());
    assert_eq!(state.apply(CLOSE, now()), [Effect::CloseWindow]);
    assert_eq!(state.apply(QUIT, now()), [Effect::Quit]);
}

#[test]
fn edits_are_kept_until_their_user_lets_them_go() {
    for (event, left) in [(CLOSE, Effect::CloseWindow), (QUIT, Effect::Quit)] {
        let mut state = edited();
        assert_eq!(state.apply(event.clone(), now()), asked());
        assert_eq!(state.apply(answered(LeaveAnswer::Heard), now()), []);
        assert_eq!(state.apply(answered(LeaveAnswer::Keep), now()), []);
        assert_eq!(state.apply(event, now()), asked(), "asked again");
        assert_eq!(state.apply(answered(LeaveAnswer::Discard), now()), [left]);
    }
}

#[test]
fn what_was_written_meanwhile_needs_no_answer() {
    let mut state = edited();
    state.apply(CLOSE, now());
    assert_eq!(state.apply(Event::Leaving(Leaving::Unwritten(false)), now()), [Effect::CloseWindow]);
    assert_eq!(state.apply(answered(LeaveAnswer::Discard), now()), [], "it is gone already");
}

#[test]
fn a_page_that_hangs_holds_its_window_once() {
    let mut state = edited();
    assert_eq!(state.apply(CLOSE, now()), asked());
    assert_eq!(state.apply(CLOSE, now()), [Effect::CloseWindow]);
    // It hangs after it has shown the question.
    let mut state = edited();
    state.apply(CLOSE, now());
    state.apply(answered(LeaveAnswer::Heard), now());
    assert_eq!(state.apply(QUIT, now()), asked(), "it is there: closing twice by mistake drops nothing");
    assert_eq!(state.apply(QUIT, now()), [Effect::Quit]);
}

#[test]
fn a_window_that_went_or_came_anew_holds_nothing() {
    for event in [Event::WindowGone, Event::WindowAsks] {
        let mut state = edited();
        state.apply(event, now());
        assert_eq!(state.apply(QUIT, now()), [Effect::Quit]);
    }
}

#[test]
fn the_demo_ends_when_it_is_told_to() {
    let mut surroundings = surroundings(Language::English);
    surroundings.demo = true;
    let mut state = State::new(surroundings);
    state.apply(Event::WindowAsks, now());
    state.apply(Event::Leaving(Leaving::Unwritten(true)), now());
    assert_eq!(state.apply(QUIT, now()), [Effect::Quit], "its home is thrown away with it");
}
