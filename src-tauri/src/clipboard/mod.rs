//! The clipboard. A secret is marked as one where the system allows it, and removed after a while unless something
//! else was copied since.

mod sensitive;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sandglass_core::Secret;
use sandglass_engine::{Clock, SystemClock};
use zeroize::Zeroizing;

use crate::log;

/// The time a secret may stay on it.
const SECRET_STAYS: Duration = Duration::from_mins(1);

/// Made when first needed, and kept: on X11 and Wayland its owner answers for what is on it.
#[derive(Clone, Default)]
pub(crate) struct Clipboard {
    kept: Arc<Mutex<Option<arboard::Clipboard>>>,
    /// The last secret that was copied, while it may stand there.
    secret: Arc<Mutex<Option<Secret>>>,
}

impl Clipboard {
    /// Copies what anybody may see.
    pub(crate) fn copy(&self, text: String) {
        self.with(|clipboard| clipboard.set_text(text));
    }

    /// Copies a secret, and takes it away after its time.
    pub(crate) fn copy_secret(&self, secret: Secret) {
        if self.with(|clipboard| sensitive::copy(clipboard, secret.expose())).is_none() {
            return;
        }
        self.remember(Some(secret.clone()));
        let clipboard = self.clone();
        tauri::async_runtime::spawn(async move {
            SystemClock.sleep(SECRET_STAYS).await;
            clipboard.take_away(&secret);
            let mut last = clipboard.secret.lock().unwrap_or_else(PoisonError::into_inner);
            last.take_if(|last| *last == secret);
        });
    }

    /// The text on it; none where there is no text.
    pub(crate) fn text(&self) -> Option<Zeroizing<String>> {
        let text = self.with(|clipboard| match clipboard.get_text() {
            Err(arboard::Error::ContentNotAvailable) => Ok(None),
            text => text.map(Zeroizing::new).map(Some),
        });
        text.flatten()
    }

    /// Takes a secret away before its time: who quits leaves none behind.
    pub(crate) fn leave_no_secret(&self) {
        if let Some(secret) = self.remember(None) {
            self.take_away(&secret);
        }
    }

    /// Remembers a secret, and returns the one from before.
    fn remember(&self, secret: Option<Secret>) -> Option<Secret> {
        std::mem::replace(&mut *self.secret.lock().unwrap_or_else(PoisonError::into_inner), secret)
    }

    fn take_away(&self, secret: &Secret) {
        let unchanged = self.with(|clipboard| {
            // What is no text any more is not ours.
            Ok(clipboard.get_text().is_ok_and(|text| Zeroizing::new(text).as_str() == secret.expose()))
        });
        if unchanged == Some(true) {
            self.with(arboard::Clipboard::clear);
        }
    }

    /// None when it did not work, which is said.
    fn with<T>(&self, work: impl FnOnce(&mut arboard::Clipboard) -> Result<T, arboard::Error>) -> Option<T> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let clipboard = match &mut *kept {
            Some(clipboard) => Ok(clipboard),
            none => arboard::Clipboard::new().map(|clipboard| none.insert(clipboard)),
        };
        match clipboard.and_then(work) {
            Ok(done) => Some(done),
            Err(error) => {
                log::complain(&format!("the clipboard cannot be used: {error}"));
                None
            }
        }
    }
}
