//! The global shortcut on Windows and macOS, registered on the main thread, which also hears of presses.

use std::cell::RefCell;

use global_hotkey::hotkey::HotKey;
use global_hotkey::{Error, GlobalHotKeyEvent, GlobalHotKeyManager, HotKeyState};
use sandglass_app::state::Event;
use sandglass_app::window::KeyState;
use sandglass_core::preferences::GlobalKey;
use sandglass_core::variables::Variables;
use tauri::AppHandle;
use tokio::sync::mpsc::Sender;

use super::{came_of_it, pressed};

thread_local! {
    /// Made on the main thread, when a key is first chosen.
    static HELD: RefCell<Option<HeldKey>> = const { RefCell::new(None) };
}

struct HeldKey {
    manager: GlobalHotKeyManager,
    key: Option<HotKey>,
}

/// Listens for one key at a time.
pub(crate) struct Listener {
    app: AppHandle,
    events: Sender<Event>,
}

impl Listener {
    pub(crate) fn start(app: &AppHandle, _: &Variables, events: Sender<Event>) -> Self {
        let presses = events.clone();
        GlobalHotKeyEvent::set_event_handler(Some(move |event: GlobalHotKeyEvent| {
            if event.state == HotKeyState::Pressed {
                // A full queue holds as many presses already.
                let _ = presses.try_send(pressed());
            }
        }));
        Self { app: app.clone(), events }
    }

    /// Listens for this key from now on, and for no other.
    pub(crate) fn listen(&self, key: Option<GlobalKey>, _: String) {
        let events = self.events.clone();
        // Fails only while the application ends.
        let _ = self.app.run_on_main_thread(move || {
            let Some(state) = HELD.with_borrow_mut(|held| hold(held, key.as_ref())) else { return };
            let event = came_of_it(state);
            tauri::async_runtime::spawn(async move { events.send(event).await });
        });
    }
}

/// Gives the old key back and takes the new one. None: there is no new one.
fn hold(held: &mut Option<HeldKey>, key: Option<&GlobalKey>) -> Option<KeyState> {
    if let Some(held) = held.as_mut()
        && let Some(old) = held.key.take()
    {
        let _ = held.manager.unregister(old);
    }
    // It reads the same names.
    let Ok(key) = key?.to_string().parse::<HotKey>() else { return Some(KeyState::NoSuchKey) };
    if held.is_none() {
        match GlobalHotKeyManager::new() {
            Ok(manager) => *held = Some(HeldKey { manager, key: None }),
            Err(_) => return Some(KeyState::Unsupported),
        }
    }
    let held = held.as_mut()?;
    match held.manager.register(key) {
        Ok(()) => {
            held.key = Some(key);
            Some(KeyState::Works { shown: None })
        }
        Err(Error::AlreadyRegistered(_) | Error::FailedToRegister(_)) => Some(KeyState::Taken),
        Err(_) => Some(KeyState::Unsupported),
    }
}
