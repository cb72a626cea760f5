//! Handles closing the window or quitting while a form holds unsaved edits.

use super::{Effect, State};
use crate::window::{LeaveAnswer, WindowMessage};

/// Events about leaving the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// The page says whether it holds edits that are not written.
    Unwritten(bool),
    /// The window's frame was asked to close.
    CloseRequested,
    /// The page answers the question whether edits may be dropped.
    Answered(LeaveAnswer),
}

/// The thing to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeaveTarget {
    Window,
    Application,
}

/// The page's unsaved edits, and the question it was asked.
#[derive(Debug, Default)]
pub(super) struct UnsavedEdits {
    edits: bool,
    asked: Option<LeaveQuestion>,
}

#[derive(Debug)]
struct LeaveQuestion {
    place: LeaveTarget,
    /// True if the page said that it shows the question. One that hangs says nothing.
    heard: bool,
}

impl State {
    pub(super) fn leaving(&mut self, leaving: Leaving) -> Vec<Effect> {
        match leaving {
            Leaving::CloseRequested => self.leave(LeaveTarget::Window),
            Leaving::Unwritten(edits) => {
                self.unwritten.edits = edits;
                if edits { Vec::new() } else { self.leave_after_all() }
            }
            Leaving::Answered(LeaveAnswer::Heard) => {
                if let Some(asked) = &mut self.unwritten.asked {
                    asked.heard = true;
                }
                Vec::new()
            }
            Leaving::Answered(LeaveAnswer::Keep) => {
                self.unwritten.asked = None;
                Vec::new()
            }
            Leaving::Answered(LeaveAnswer::Discard) => self.leave_after_all(),
        }
    }

    /// Leaves at once where nothing is lost, and where the page did not even show the question before:
    /// one that hangs must not hold its window.
    pub(super) fn leave(&mut self, place: LeaveTarget) -> Vec<Effect> {
        let hangs = self.unwritten.asked.as_ref().is_some_and(|asked| !asked.heard);
        if !self.unwritten.edits || hangs {
            return vec![place.left()];
        }
        self.unwritten.asked = Some(LeaveQuestion { place, heard: false });
        // The question is to be seen.
        let front = Effect::OpenWindow { theme: self.facts.snapshot.settings.theme };
        vec![front, Effect::TellWindow(WindowMessage::Leave)]
    }

    /// The user lets the edits go, or they were written meanwhile.
    fn leave_after_all(&mut self) -> Vec<Effect> {
        self.unwritten.asked.take().map(|asked| asked.place.left()).into_iter().collect()
    }

    /// A page that comes or goes holds nothing.
    pub(super) fn nothing_unwritten(&mut self) {
        self.unwritten = UnsavedEdits::default();
    }
}

impl LeaveTarget {
    fn left(self) -> Effect {
        match self {
            Self::Window => Effect::CloseWindow,
            Self::Application => Effect::Quit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Event;
    use super::*;
    use crate::testing::{now, startup_context};
    use crate::tray::Action;
    use sandglass_core::preferences::Theme;
    use sandglass_core::text::Language;

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
        let mut state = State::new(startup_context(Language::English));
        state.apply(Event::WindowAsks, now());
        state.apply(Event::Leaving(Leaving::Unwritten(true)), now());
        state
    }

    #[test]
    fn a_window_without_edits_closes_at_once() {
        let mut state = State::new(startup_context(Language::English));
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
        let mut startup_context = startup_context(Language::English);
        startup_context.demo = true;
        let mut state = State::new(startup_context);
        state.apply(Event::WindowAsks, now());
        state.apply(Event::Leaving(Leaving::Unwritten(true)), now());
        assert_eq!(state.apply(QUIT, now()), [Effect::Quit], "its home is thrown away with it");
    }
}
