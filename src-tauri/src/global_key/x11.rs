//! Grabs a key from the X server. The thread sleeps until the server sends an event.

use std::collections::BTreeSet;
use std::sync::Arc;

use sandglass_app::state::Event;
use sandglass_app::window::KeyState;
use sandglass_core::preferences::{GlobalKey, Key};
use tokio::sync::mpsc::Sender;
use x11rb::COPY_DEPTH_FROM_PARENT;
use x11rb::connection::Connection;
use x11rb::errors::ReplyError;
use x11rb::protocol::ErrorKind;
use x11rb::protocol::Event as XEvent;
use x11rb::protocol::xproto::{
    ConnectionExt, CreateWindowAux, EventMask, Grab as AnyKey, GrabMode, ModMask, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;

use super::{came_of_it, pressed};

const NUM_LOCK: u32 = 0xff7f;

/// Holds the key until it is dropped.
pub(super) struct Grab {
    connection: Arc<RustConnection>,
    /// A window of ours that nobody sees: when it goes, the thread ends, and with the connection the grab.
    window: Window,
}

impl Drop for Grab {
    fn drop(&mut self) {
        let _ = self.connection.destroy_window(self.window);
        let _ = self.connection.flush();
    }
}

impl Grab {
    /// Grabs a key, and sends an event at each press. Waits for the server.
    pub(super) fn start(key: &GlobalKey, events: Sender<Event>) -> Result<Self, KeyState> {
        let (connection, screen) = x11rb::connect(None).map_err(|_| KeyState::Unsupported)?;
        let root = connection.setup().roots.get(screen).ok_or(KeyState::Unsupported)?.root;
        let window = own_window(&connection, root).map_err(|_| KeyState::Unsupported)?;
        let keyboard = Keyboard { connection: Arc::new(connection), root, key: key.clone() };
        keyboard.grab()?;
        let connection = Arc::clone(&keyboard.connection);
        std::thread::spawn(move || keyboard.listen(&events));
        Ok(Self { connection, window })
    }
}

fn own_window(connection: &RustConnection, root: Window) -> Result<Window, ReplyError> {
    let window = connection.generate_id().map_err(|_| x11rb::errors::ConnectionError::UnknownError)?;
    let hears = CreateWindowAux::new().event_mask(EventMask::STRUCTURE_NOTIFY);
    let (depth, class) = (COPY_DEPTH_FROM_PARENT, WindowClass::INPUT_ONLY);
    connection.create_window(depth, window, root, 0, 0, 1, 1, 0, class, 0, &hears)?.check()?;
    Ok(window)
}

struct Keyboard {
    connection: Arc<RustConnection>,
    root: Window,
    key: GlobalKey,
}

impl Keyboard {
    /// With each lock, too: Num Lock is no other key.
    fn grab(&self) -> Result<(), KeyState> {
        let (codes, num_lock) = self.codes().map_err(|_| KeyState::Unsupported)?;
        if codes.is_empty() {
            return Err(KeyState::NoSuchKey);
        }
        let locks = [ModMask::from(0u16), ModMask::LOCK, num_lock, ModMask::LOCK | num_lock];
        for code in codes {
            for lock in locks {
                let asked = self.connection.grab_key(
                    false,
                    self.root,
                    held(&self.key) | lock,
                    code,
                    GrabMode::ASYNC,
                    GrabMode::ASYNC,
                );
                asked
                    .map_err(ReplyError::from)
                    .and_then(x11rb::cookie::VoidCookie::check)
                    .map_err(refusal)?;
            }
        }
        Ok(())
    }

    /// Finds the codes of the key on this keyboard, and the modifier that Num Lock is.
    fn codes(&self) -> Result<(BTreeSet<u8>, ModMask), ReplyError> {
        let setup = self.connection.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let mapping = self.connection.get_keyboard_mapping(first, last - first + 1)?.reply()?;
        let columns = usize::from(mapping.keysyms_per_keycode.max(1));
        let of = |wanted: u32, column: usize| -> BTreeSet<u8> {
            let rows = mapping.keysyms.chunks(columns).zip(first..=last);
            rows.filter(|(row, _)| row.get(column) == Some(&wanted)).map(|(_, code)| code).collect()
        };
        let symbol = keysym(self.key.key);
        // As it is without Shift; on another layout; with Shift, as digits in France.
        let codes = [0, 2, 1].into_iter().map(|column| of(symbol, column)).find(|codes| !codes.is_empty());
        let locks = of(NUM_LOCK, 0);
        let modifiers = self.connection.get_modifier_mapping()?.reply()?;
        let width = usize::from(modifiers.keycodes_per_modifier()).max(1);
        let rows = modifiers.keycodes.chunks(width);
        let place = rows.into_iter().position(|row| row.iter().any(|code| locks.contains(code)));
        let num_lock = place.map_or(ModMask::from(0u16), |place| ModMask::from(1u16 << place));
        Ok((codes.unwrap_or_default(), num_lock))
    }

    fn listen(&self, events: &Sender<Event>) {
        let mut released = None;
        // Ends with the connection, too: then there is no screen any more.
        while let Ok(event) = self.connection.wait_for_event() {
            match event {
                // A key that is held is released and pressed again in the same moment.
                XEvent::KeyPress(press) if released != Some(press.time) => {
                    let Ok(()) = events.blocking_send(pressed()) else { return };
                }
                XEvent::KeyRelease(release) => released = Some(release.time),
                XEvent::MappingNotify(_) => self.grab_anew(events),
                XEvent::DestroyNotify(_) => return,
                _ => {}
            }
        }
    }

    /// The layout of the keyboard is another one.
    fn grab_anew(&self, events: &Sender<Event>) {
        let _ = self.connection.ungrab_key(AnyKey::ANY, self.root, ModMask::ANY);
        if let Err(state) = self.grab() {
            let _ = events.blocking_send(came_of_it(state));
        }
    }
}

fn refusal(error: ReplyError) -> KeyState {
    match error {
        ReplyError::X11Error(error) if error.error_kind == ErrorKind::Access => KeyState::Taken,
        _ => KeyState::Unsupported,
    }
}

fn held(key: &GlobalKey) -> ModMask {
    let all = [
        (key.control, ModMask::CONTROL),
        (key.alt, ModMask::M1),
        (key.shift, ModMask::SHIFT),
        (key.logo, ModMask::M4),
    ];
    all.into_iter().filter(|(is_held, _)| *is_held).fold(ModMask::from(0u16), |mask, (_, one)| mask | one)
}

/// As X11 numbers what stands on a key.
fn keysym(key: Key) -> u32 {
    match key {
        Key::Character(one) => u32::from(one.to_ascii_lowercase()),
        Key::Function(number) => 0xffbe + u32::from(number) - 1,
        Key::Named(name) => match name {
            "Space" => 0x20,
            "Insert" => 0xff63,
            "Home" => 0xff50,
            "Left" => 0xff51,
            "Up" => 0xff52,
            "Right" => 0xff53,
            "Down" => 0xff54,
            "PageUp" => 0xff55,
            "PageDown" => 0xff56,
            "End" => 0xff57,
            _ => 0xff13,
        },
    }
}
