//! The global shortcut that opens the quick switcher. Each system has its own way, and some allow none; the result
//! goes to the state, which the preferences view shows.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod other;
#[cfg(target_os = "linux")]
mod portal;
#[cfg(target_os = "linux")]
mod x11;

use sandglass_app::state::{Event, SwitcherEvent};
use sandglass_app::tray::Action;
use sandglass_app::window::KeyState;

#[cfg(target_os = "linux")]
pub(crate) use linux::Listener;
#[cfg(not(target_os = "linux"))]
pub(crate) use other::Listener;

/// The key was pressed.
fn pressed() -> Event {
    Event::Clicked(Action::OpenSwitcher)
}

/// Returns the event that says what came of a key.
fn came_of_it(state: KeyState) -> Event {
    crate::log::add("switcher_key", &[("state", name(&state))]);
    Event::Switcher(SwitcherEvent::Key(state))
}

fn name(state: &KeyState) -> &'static str {
    match state {
        KeyState::Off => "off",
        KeyState::Works { .. } => "works",
        KeyState::Taken => "taken",
        KeyState::NoSuchKey => "no_such_key",
        KeyState::Refused => "refused",
        KeyState::Unsupported => "unsupported",
    }
}
