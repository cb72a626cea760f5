//! The global shortcut on Linux: grabbed on X11, and requested from the desktop's portal on Wayland.

use sandglass_app::state::Event;
use sandglass_app::window::KeyState;
use sandglass_core::preferences::GlobalKey;
use sandglass_core::variables::Variables;
use tauri::AppHandle;
use tauri::async_runtime::{JoinHandle, spawn, spawn_blocking};
use tokio::sync::mpsc::{Sender, UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::{came_of_it, portal, x11};

/// Listens for one key at a time.
pub(crate) struct Listener(UnboundedSender<KeyRequest>);

/// A key, and what it is for.
type KeyRequest = (Option<GlobalKey>, String);

/// A key that is held until this is dropped.
enum HeldKey {
    Nothing,
    Grab { _grab: x11::Grab },
    Portal(JoinHandle<()>),
}

impl Drop for HeldKey {
    fn drop(&mut self) {
        if let Self::Portal(session) = self {
            session.abort();
        }
    }
}

impl Listener {
    pub(crate) fn start(_: &AppHandle, variables: &Variables, events: Sender<Event>) -> Self {
        let (wishes, wanted) = unbounded_channel();
        spawn(follow(wanted, is_wayland(variables), events));
        Self(wishes)
    }

    /// Listens for this key from now on, and for no other.
    pub(crate) fn listen(&self, key: Option<GlobalKey>, purpose: String) {
        let _ = self.0.send((key, purpose));
    }
}

fn is_wayland(variables: &Variables) -> bool {
    match variables.non_empty("XDG_SESSION_TYPE") {
        Some("wayland") => true,
        Some("x11") => false,
        _ => variables.non_empty("WAYLAND_DISPLAY").is_some(),
    }
}

async fn follow(mut wished: UnboundedReceiver<KeyRequest>, wayland: bool, events: Sender<Event>) {
    let mut held = HeldKey::Nothing;
    while let Some((key, purpose)) = wished.recv().await {
        // The old key is free before the new one is asked for: they may be the same on another layout.
        drop(std::mem::replace(&mut held, HeldKey::Nothing));
        let Some(key) = key else { continue };
        if wayland {
            held = HeldKey::Portal(spawn(portal::listen(key, purpose, events.clone())));
            continue;
        }
        let presses = events.clone();
        let grabbed = spawn_blocking(move || x11::Grab::start(&key, presses)).await;
        let state = match grabbed {
            Ok(Ok(grab)) => {
                held = HeldKey::Grab { _grab: grab };
                KeyState::Works { shown: None }
            }
            Ok(Err(state)) => state,
            Err(_) => KeyState::Unsupported,
        };
        let _ = events.send(came_of_it(state)).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_says_which_way_it_is() {
        let is = |given: &[(&str, &str)]| is_wayland(&given.iter().copied().collect());
        assert!(is(&[("XDG_SESSION_TYPE", "wayland"), ("DISPLAY", ":0")]));
        assert!(is(&[("WAYLAND_DISPLAY", "wayland-0"), ("DISPLAY", ":0"), ("XDG_SESSION_TYPE", "tty")]));
        assert!(!is(&[("XDG_SESSION_TYPE", "x11"), ("WAYLAND_DISPLAY", "nested")]));
        assert!(!is(&[("DISPLAY", ":0")]));
    }
}
