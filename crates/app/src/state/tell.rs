//! Updates the window and the prompt: everything once, then the changes.

use super::{Effect, State};
use crate::window::{PromptView, WindowMessage, WindowView, view};
use sandglass_core::Timestamp;

/// The content that the pages show already.
#[derive(Default)]
pub(super) struct LastSent {
    window: Window,
    /// The errand that the window was opened for: sent as soon as it shows anything.
    errand: Option<WindowMessage>,
    prompt: Option<PromptView>,
}

#[derive(Default)]
enum Window {
    /// There is none.
    #[default]
    None,
    /// It shows nothing yet.
    Asks,
    /// It shows this.
    Shows(Box<WindowView>),
}

impl LastSent {
    pub(super) fn window_asks(&mut self) {
        self.window = Window::Asks;
    }

    pub(super) fn prompt_asks(&mut self) {
        self.prompt = None;
    }

    /// The last errand counts: whoever asked for another one meanwhile does not want the first any more.
    pub(super) fn send(&mut self, errand: WindowMessage) {
        self.errand = Some(errand);
    }

    pub(super) fn window_gone(&mut self) {
        self.window = Window::None;
    }
}

impl State {
    /// Brings the window and the prompt to what holds now. Nothing is worked out while neither is there.
    pub(super) fn tell(&mut self, now: Timestamp) -> Vec<Effect> {
        let window = self.tell_window(now).map(Effect::TellWindow);
        let prompt = self.prompt(now);
        // Its profile is gone, or asks for no code any more.
        let over = if prompt.is_none() && self.asks_for_a_code() { self.cancel_prompt() } else { Vec::new() };
        let news = prompt.clone().filter(|prompt| self.last_sent.prompt.as_ref() != Some(prompt));
        self.last_sent.prompt = prompt;
        let errand = match self.last_sent.window {
            Window::Shows(_) => self.last_sent.errand.take().map(Effect::TellWindow),
            Window::None | Window::Asks => None,
        };
        window
            .into_iter()
            .chain(errand)
            .chain(over)
            .chain(news.map(|prompt| Effect::TellPrompt(Box::new(prompt))))
            .chain(self.tell_switcher(now))
            .collect()
    }

    /// Tells other processes what they cannot read, where it changed.
    pub(super) fn tell_others(&mut self, now: Timestamp) -> Option<Effect> {
        let known = self.facts.known(now);
        (self.known != known).then(|| {
            self.known = known;
            Effect::TellOthers(self.known.clone())
        })
    }

    fn tell_window(&mut self, now: Timestamp) -> Option<WindowMessage> {
        if matches!(self.last_sent.window, Window::None) || !self.has_read {
            return None;
        }
        let new = view(&self.facts, now);
        let message = match &self.last_sent.window {
            Window::Shows(old) => WindowMessage::Patch(Box::new(new.patch_from(old)?)),
            _ => WindowMessage::View(Box::new(new.clone())),
        };
        self.last_sent.window = Window::Shows(Box::new(new));
        Some(message)
    }
}
