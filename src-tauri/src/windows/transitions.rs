//! Windows in transition: requested and not drawn yet, or closing and not gone yet.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use sandglass_app::state::PromptId;
use tauri::AppHandle;

/// Opens a window once its predecessor is gone.
pub(crate) type Open = Box<dyn FnOnce(&AppHandle) -> tauri::Result<()> + Send>;

/// A window that goes still bears its label: who asks for it meanwhile gets a new one as soon as it is gone.
#[derive(Default)]
pub(crate) struct WindowTransitions(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    coming: BTreeMap<String, Instant>,
    going: BTreeMap<String, Option<Open>>,
    asked: PromptId,
}

impl WindowTransitions {
    /// A window is about to be made.
    pub(super) fn comes(&self, label: &str) {
        self.lock().coming.insert(label.to_owned(), Instant::now());
    }

    /// A window shows its page for the first time. The answer: how long that took.
    pub(crate) fn is_drawn(&self, label: &str) -> Option<Duration> {
        self.lock().coming.remove(label).map(|since| since.elapsed())
    }

    /// A window was asked to close.
    pub(super) fn goes(&self, label: &str) {
        self.lock().going.entry(label.to_owned()).or_default();
    }

    /// A window is gone. The answer opens it again, if that was asked for meanwhile.
    pub(super) fn is_gone(&self, label: &str) -> Option<Open> {
        self.lock().going.remove(label).flatten()
    }

    /// Does something with a window that stays, or keeps for later what opens it again.
    pub(super) fn or_after(
        &self,
        label: &str,
        open: impl FnOnce(&AppHandle) -> tauri::Result<()> + Send + 'static,
        stays: impl FnOnce() -> tauri::Result<()>,
    ) -> tauri::Result<()> {
        if let Some(again) = self.lock().going.get_mut(label) {
            *again = Some(Box::new(open));
            return Ok(());
        }
        stays()
    }

    /// The prompt that is open asks for this.
    pub(super) fn asks(&self, prompt: PromptId) {
        self.lock().asked = prompt;
    }

    /// Returns the last request of the prompt.
    pub(super) fn asked(&self) -> PromptId {
        self.lock().asked
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
