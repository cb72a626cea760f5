//! Closing the window or ending the application while something is typed that is written nowhere.

use super::{Effect, State};
use crate::view::window::{LeaveAnswer, WindowMessage};

/// What leaving the window is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// The page says whether it holds edits that are not written.
    Unwritten(bool),
    /// The window's frame was asked to close.
    CloseRequested,
    /// The page answers the question whether edits may be dropped.
    Answered(LeaveAnswer),
}

/// What is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Window,
    Application,
}

/// What the page holds, and what it was asked.
#[derive(Debug, Default)]
pub(super) struct Unwritten {
    edits: bool,
    asked: Option<Question>,
}

#[derive(Debug)]
struct Question {
    place: Place,
    /// Whether the page said that it shows the question. One that hangs says nothing.
    heard: bool,
}

impl State {
    pub(super) fn leaving(&mut self, leaving: Leaving) -> Vec<Effect> {
        match leaving {
            Leaving::CloseRequested => self.leave(Place::Window),
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
    pub(super) fn leave(&mut self, place: Place) -> Vec<Effect> {
        let hangs = self.unwritten.asked.as_ref().is_some_and(|asked| !asked.heard);
        if !self.unwritten.edits || hangs {
            return vec![place.left()];
        }
        self.unwritten.asked = Some(Question { place, heard: false });
        // The question is to be seen.
        let front = Effect::OpenWindow { theme: self.snapshot.settings.theme };
        vec![front, Effect::TellWindow(WindowMessage::Leave)]
    }

    /// The user lets the edits go, or they were written meanwhile.
    fn leave_after_all(&mut self) -> Vec<Effect> {
        self.unwritten.asked.take().map(|asked| asked.place.left()).into_iter().collect()
    }

    /// A page that comes or goes holds nothing.
    pub(super) fn nothing_unwritten(&mut self) {
        self.unwritten = Unwritten::default();
    }
}

impl Place {
    fn left(self) -> Effect {
        match self {
            Self::Window => Effect::CloseWindow,
            Self::Application => Effect::Quit,
        }
    }
}
