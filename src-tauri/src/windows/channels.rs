//! The channels to the pages. Each page hands over one when it starts.

use std::sync::{Arc, Mutex, PoisonError};

use sandglass_app::window::{PromptView, SwitcherMessage, WindowMessage};
use tauri::ipc::Channel;

/// The line of each page that is there.
#[derive(Clone, Default)]
pub(crate) struct Channels {
    window: PageChannel<WindowMessage>,
    prompt: PageChannel<PromptView>,
    switcher: PageChannel<SwitcherMessage>,
}

type PageChannel<T> = Arc<Mutex<Option<Channel<T>>>>;

impl Channels {
    /// The window's page is there.
    pub(crate) fn connect_window(&self, channel: Channel<WindowMessage>) {
        *lock(&self.window) = Some(channel);
    }

    /// The prompt's page is there.
    pub(crate) fn connect_prompt(&self, channel: Channel<PromptView>) {
        *lock(&self.prompt) = Some(channel);
    }

    /// The switcher's page is there.
    pub(crate) fn connect_switcher(&self, channel: Channel<SwitcherMessage>) {
        *lock(&self.switcher) = Some(channel);
    }

    /// Tells the window; a page that is gone hears nothing.
    pub(crate) fn tell_window(&self, message: WindowMessage) {
        tell(&self.window, message);
    }

    /// Tells the prompt.
    pub(crate) fn tell_prompt(&self, view: PromptView) {
        tell(&self.prompt, view);
    }

    /// Tells the switcher.
    pub(crate) fn tell_switcher(&self, message: SwitcherMessage) {
        tell(&self.switcher, message);
    }

    /// The page of this window is gone.
    pub(crate) fn disconnect(&self, label: &str) {
        match label {
            super::WINDOW => *lock(&self.window) = None,
            super::PROMPT => *lock(&self.prompt) = None,
            super::SWITCHER => *lock(&self.switcher) = None,
            _ => {}
        }
    }
}

fn tell<T: serde::Serialize>(line: &PageChannel<T>, message: T) {
    if let Some(channel) = &*lock(line) {
        let _ = channel.send(message);
    }
}

fn lock<T>(line: &PageChannel<T>) -> std::sync::MutexGuard<'_, Option<Channel<T>>> {
    line.lock().unwrap_or_else(PoisonError::into_inner)
}
