//! A desktop nobody looks at: a display, a session bus, a window manager, and a panel with a tray.
//!
//! There are [several](Kind). Linux only, and only from programs of the [table](crate::programs). All of it
//! ends with the [`VirtualDesktop`], or with the process that started it.

mod child;
mod kind;
mod mouse;
mod notifications;
mod parts;
pub mod screen;
mod sway;
mod tray_host;
mod user;
mod x11;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::failure::{Failure, Result};
use crate::{process, programs};
pub(crate) use child::Child;
pub use kind::Kind;
use parts::Parts;
pub(crate) use user::is_root;

/// Width and height of the screen in pixels.
pub const SCREEN: (u32, u32) = (1280, 800);

/// A desktop of its own: display, session bus, home and runtime directory.
#[derive(Debug)]
pub struct VirtualDesktop {
    parts: Parts,
    bus_address: String,
    // Ended in this order: what draws before what it draws on.
    notifications: Option<Child>,
    panel: Option<Child>,
    display: Display,
    _bus: Child,
}

/// What it draws on.
#[derive(Debug)]
enum Display {
    X11(x11::X11),
    Sway(sway::Sway),
}

/// A window on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// What stands in its frame.
    pub title: String,
    /// Whose it is: `app_id` on Wayland, the name in `WM_CLASS` on X11.
    pub application: String,
}

impl VirtualDesktop {
    /// Starts a desktop of XFCE; see [`of`](Self::of).
    pub fn start(directory: &Path) -> Result<Self> {
        Self::of(Kind::Xfce, directory)
    }

    /// Starts a display, a session bus and a window manager; their files go into `directory`, which is created.
    /// There is no panel, and so no tray, before [`start_panel`](Self::start_panel).
    ///
    /// Fails when a program is missing or a part does not come up.
    pub fn of(kind: Kind, directory: &Path) -> Result<Self> {
        for program in kind.programs() {
            programs::command(program)?;
        }
        let mut parts = Parts::prepare(kind, directory)?;
        // The bus starts services (xfconfd) that need to know the display; a compositor needs the bus.
        let server = if kind.is_wayland() { None } else { Some(x11::X11::start(&parts)?) };
        if let Some(server) = &server {
            parts.tell("DISPLAY", server.display());
        }
        let (bus, bus_address) = start_bus(&parts)?;
        parts.tell("DBUS_SESSION_BUS_ADDRESS", &bus_address);
        let display = match server {
            Some(mut server) => {
                server.manage(&parts)?;
                Display::X11(server)
            }
            None => Display::Sway(sway::Sway::start(&parts)?),
        };
        Ok(Self { parts, bus_address, notifications: None, panel: None, display, _bus: bus })
    }

    /// Which desktop it is.
    pub fn kind(&self) -> Kind {
        self.parts.kind()
    }

    /// The display's name, as in `DISPLAY` or `WAYLAND_DISPLAY`.
    pub fn display(&self) -> &str {
        match &self.display {
            Display::X11(server) => server.display(),
            Display::Sway(_) => "wayland-1",
        }
    }

    /// The session bus's address, as in `DBUS_SESSION_BUS_ADDRESS`.
    pub fn bus_address(&self) -> &str {
        &self.bus_address
    }

    /// The home of its own parts: what is installed below `.local` there, they find.
    pub fn home(&self) -> PathBuf {
        self.parts.home()
    }

    /// Has the desktop's user own a directory with all that is in it, so that programs started on the desktop can
    /// use it. Where that user is whoever runs us, they do already.
    pub fn give(&self, path: &Path) -> Result<()> {
        self.parts.user().give(path)
    }

    /// The variables that put a program on this desktop. `HOME` is not among them: the caller says whose home it is.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        self.parts.for_guests()
    }

    /// A command that runs on this desktop and dies with the thread that starts it. `HOME` is the caller's own.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = self.parts.user().bound(program);
        self.parts.only_here(&mut command);
        command.envs(self.environment());
        command
    }

    /// Starts the panel and waits until its tray is on the bus.
    pub fn start_panel(&mut self) -> Result<()> {
        self.stop_panel()?;
        let (name, arguments) = self.kind().panel();
        let mut panel = self.parts.bound(name)?;
        panel.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
        self.panel = Some(Child::start(&mut panel)?);
        let failure = "The panel was started, but its tray does not appear on the bus.";
        self.parts.wait_until(failure, || tray_host::is_there(&self.parts))
    }

    /// Ends the panel, if there is one, and waits until its tray is off the bus.
    pub fn stop_panel(&mut self) -> Result<()> {
        let Some(panel) = self.panel.take() else { return Ok(()) };
        drop(panel);
        let failure = "The panel was ended, but a tray is still on the bus.";
        self.parts.wait_until(failure, || tray_host::is_there(&self.parts).map(|there| !there))
    }

    /// Starts a notification daemon and waits until it is on the bus.
    pub fn start_notifications(&mut self) -> Result<()> {
        let mut daemon = self.parts.bound(self.kind().notifications())?;
        self.notifications = Some(Child::start(daemon.stdout(Stdio::null()).stderr(Stdio::null()))?);
        let failure = "The notification daemon was started, but does not appear on the bus.";
        self.parts.wait_until(failure, || tray_host::has_notifications(&self.parts))
    }

    /// Whether a notification is on the screen.
    pub fn shows_a_notification(&self) -> Result<bool> {
        notifications::is_shown(&self.parts)
    }

    /// The menu of the icon as the bus prints it, with every label.
    pub fn menu(&self) -> Result<String> {
        tray_host::menu(&self.parts)
    }

    /// Chooses an entry of the icon's menu, or of a menu in it, by its label, without a mouse.
    pub fn choose(&self, label: &str) -> Result<()> {
        tray_host::choose(&self.parts, label)
    }

    /// What is on the clipboard, as text; nothing when nothing is.
    pub fn clipboard(&self) -> Result<String> {
        let (program, arguments): (_, &[&str]) = match self.display {
            Display::X11(_) => ("xclip", &["-selection", "clipboard", "-o"]),
            Display::Sway(_) => ("wl-paste", &["--no-newline"]),
        };
        process::output_whatever_the_code(self.parts.tool(program)?.args(arguments))
    }

    /// Waits until the panel's tray knows of an icon; `false` when none came in a minute. `still_worth_it` is asked
    /// again and again and ends the wait with its error, when the program that should bring the icon has died.
    pub fn wait_for_icon(&self, still_worth_it: &mut dyn FnMut() -> Result<()>) -> Result<bool> {
        parts::wait_until(|| {
            still_worth_it()?;
            tray_host::has_icon(&self.parts)
        })
    }

    /// Types a text.
    pub fn type_text(&self, text: &str) -> Result<()> {
        match self.display {
            Display::X11(_) => x11::type_text(&self.parts, text),
            Display::Sway(_) => sway::type_text(&self.parts, text),
        }
    }

    /// Presses keys, one after the other, each with what is held meanwhile: `ctrl+r`, `Down`, `slash`.
    pub fn press(&self, keys: &[&str]) -> Result<()> {
        match self.display {
            Display::X11(_) => x11::press(&self.parts, keys),
            Display::Sway(_) => sway::press(&self.parts, keys),
        }
    }

    /// Gives the keyboard to the window with this title, and waits until it has it.
    pub fn activate(&self, title: &str) -> Result<()> {
        match self.display {
            Display::X11(_) => x11::activate(&self.parts, title),
            Display::Sway(_) => sway::activate(&self.parts, title),
        }
    }

    /// Asks the window with this title to close, as its button does.
    pub fn close(&self, title: &str) -> Result<()> {
        match self.display {
            Display::X11(_) => {
                self.activate(title)?;
                self.press(&["alt+F4"])
            }
            Display::Sway(_) => sway::close(&self.parts, title),
        }
    }

    /// The title of the window that has the keyboard; nothing when none has.
    pub fn active(&self) -> Result<String> {
        Ok(match self.display {
            Display::X11(_) => x11::active(&self.parts),
            Display::Sway(_) => sway::active(&self.parts),
        })
    }

    /// Whether a window with this title can be seen: a part of it, or between `^` and `$` all of it.
    pub fn shows(&self, title: &str) -> Result<bool> {
        match self.display {
            Display::X11(_) => x11::shows(&self.parts, title),
            Display::Sway(_) => sway::shows(&self.parts, title),
        }
    }

    /// Where the inside of the window with this title is, while it can be seen.
    pub fn place_of(&self, title: &str) -> Result<Option<screen::Area>> {
        match self.display {
            Display::X11(_) => x11::place_of(&self.parts, title),
            Display::Sway(_) => sway::place_of(&self.parts, title),
        }
    }

    /// Every window of a program, with whose it is.
    pub fn windows(&self) -> Result<Vec<Window>> {
        match self.display {
            Display::X11(_) => x11::windows(&self.parts),
            Display::Sway(_) => sway::windows(&self.parts),
        }
    }

    /// Moves the mouse to where nothing is, so that no tooltip covers what is to be seen.
    pub fn put_the_mouse_away(&self) -> Result<()> {
        self.move_to(40, SCREEN.1 - 40)
    }

    /// Moves the mouse to (`x`, `y`), in pixels from the top left, and clicks a button: 1 left, 2 middle, 3 right.
    pub fn click(&self, x: u32, y: u32, button: u8) -> Result<()> {
        self.move_to(x, y)?;
        match &self.display {
            Display::X11(_) => x11::click(&self.parts, button),
            Display::Sway(sway) => sway.click(button),
        }
    }

    fn move_to(&self, x: u32, y: u32) -> Result<()> {
        match &self.display {
            Display::X11(_) => x11::move_to(&self.parts, x, y),
            Display::Sway(sway) => sway.move_to(x, y),
        }
    }

    /// Writes what the screen shows to a file, PNG or PPM as its name says.
    pub fn screenshot(&self, file: &Path) -> Result<()> {
        match self.display {
            Display::X11(_) => x11::screenshot(&self.parts, file),
            Display::Sway(_) => sway::screenshot(&self.parts, file),
        }
    }

    /// Draws everything twice or thrice as large, as on a screen of many pixels. Only a compositor does it while
    /// programs run.
    pub fn set_scale(&self, scale: u8) -> Result<()> {
        match self.display {
            Display::Sway(_) => {
                sway::swaymsg(&self.parts, &["output", "*", "scale", &scale.to_string()]).map(drop)
            }
            Display::X11(_) => Err(Failure::new("X11 has one scale, told to programs when they start.")),
        }
    }

    /// A program of the table that does one thing on this desktop, as a part of it.
    pub fn tool(&self, name: &str) -> Result<Command> {
        self.parts.tool(name)
    }
}

fn start_bus(parts: &Parts) -> Result<(Child, String)> {
    let mut command = parts.bound("dbus-daemon")?;
    command.env_remove("DBUS_SESSION_BUS_ADDRESS");
    command.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
    // Abstract: nothing to clean up, and no limit on the length of the directory's name.
    command.arg(format!("--address=unix:abstract={}", abstract_name()));
    let mut bus = Child::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let address = parts::first_line(bus.take_output(), "dbus-daemon")?;
    Ok((bus, address))
}

/// A name for the bus that no other desktop on the machine has.
fn abstract_name() -> String {
    static BUSES: AtomicUsize = AtomicUsize::new(0);
    format!("/tmp/sandglass-bus-{}-{}", std::process::id(), BUSES.fetch_add(1, Ordering::Relaxed))
}
