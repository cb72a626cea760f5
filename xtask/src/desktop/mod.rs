//! A desktop nobody looks at: an X server, a session bus, a window manager and a panel with a tray.
//!
//! Linux only, and only from programs of the [table](crate::programs). All of it ends with the
//! [`VirtualDesktop`], or with the process that started it.

mod child;
pub mod screen;
mod tray_host;

use std::io::{BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

use crate::failure::{During as _, Failure, Result};
use crate::{process, programs};
pub(crate) use child::Child;

/// Width and height of the screen in pixels.
pub const SCREEN: (u32, u32) = (1280, 800);
/// How long a part of the desktop may take to come up on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);
/// Between two looks at something that sends no event.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// A desktop of its own: display, session bus, home and runtime directory.
#[derive(Debug)]
pub struct VirtualDesktop {
    display: String,
    bus_address: String,
    directory: PathBuf,
    // Ended in this order: what draws before what it draws on.
    notifications: Option<Child>,
    panel: Option<Child>,
    _window_manager: Child,
    _bus: Child,
    _server: Child,
}

impl VirtualDesktop {
    /// Starts a display, a session bus and a window manager; their files go into `directory`, which is created.
    /// There is no panel, and so no tray, before [`start_panel`](Self::start_panel).
    ///
    /// Fails when a program is missing or a part does not come up.
    pub fn start(directory: &Path) -> Result<Self> {
        make_directories(directory)?;
        let directory =
            fs::canonicalize(directory).during(|| format!("{} cannot be found", directory.display()))?;
        let (server, display) = start_server()?;
        let display = format!(":{display}");
        // The bus starts services (xfconfd) that need to know the display.
        let (bus, bus_address) = start_bus(&environment(&directory, &display, ""))?;
        let variables = environment(&directory, &display, &bus_address);
        let mut window_manager = with(program("xfwm4")?, &variables);
        window_manager.arg("--compositor=off").stdout(Stdio::null()).stderr(Stdio::null());
        let window_manager = Child::start(&mut window_manager)?;
        // A window that is older than its window manager never gets the keyboard.
        if !wait_until(|| has_window_manager(&variables))? {
            return Err(Failure::new("The window manager was started, but does not manage the display."));
        }
        Ok(Self {
            display,
            bus_address,
            directory,
            notifications: None,
            panel: None,
            _window_manager: window_manager,
            _bus: bus,
            _server: server,
        })
    }

    /// The display's name, as in `DISPLAY`.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// The session bus's address, as in `DBUS_SESSION_BUS_ADDRESS`.
    pub fn bus_address(&self) -> &str {
        &self.bus_address
    }

    /// The variables that put a program on this desktop. `HOME` is not among them: the caller says whose home it is.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let all = environment(&self.directory, &self.display, &self.bus_address);
        all.into_iter()
            .filter(|(name, _)| !matches!(*name, "HOME" | "XDG_CONFIG_HOME" | "XDG_CACHE_HOME"))
            .collect()
    }

    /// A command that runs on this desktop and dies with the thread that starts it. `HOME` is the caller's own.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = child::bound(program);
        command.envs(self.environment());
        command.env_remove("WAYLAND_DISPLAY");
        command
    }

    /// Starts the panel and waits until its tray is on the bus.
    pub fn start_panel(&mut self) -> Result<()> {
        self.stop_panel()?;
        let variables = environment(&self.directory, &self.display, &self.bus_address);
        let mut panel = with(program("xfce4-panel")?, &variables);
        panel.arg("--disable-wm-check").stdout(Stdio::null()).stderr(Stdio::null());
        self.panel = Some(Child::start(&mut panel)?);
        let came = wait_until(|| tray_host::is_there(self))?;
        if came {
            Ok(())
        } else {
            Err(Failure::new("The panel was started, but its tray does not appear on the bus."))
        }
    }

    /// Starts a notification daemon and waits until it is on the bus.
    pub fn start_notifications(&mut self) -> Result<()> {
        let variables = environment(&self.directory, &self.display, &self.bus_address);
        let mut dunst = with(program("dunst")?, &variables);
        self.notifications = Some(Child::start(dunst.stdout(Stdio::null()).stderr(Stdio::null()))?);
        if wait_until(|| tray_host::has_notifications(self))? {
            Ok(())
        } else {
            Err(Failure::new("The notification daemon was started, but does not appear on the bus."))
        }
    }

    /// Whether a notification is on the screen.
    pub fn shows_a_notification(&self) -> Result<bool> {
        let mut dunstctl = with(programs::command("dunstctl")?, &self.environment());
        Ok(process::output(dunstctl.args(["count", "displayed"]))?.trim() != "0")
    }

    /// The menu of the icon as the bus prints it, with every label.
    pub fn menu(&self) -> Result<String> {
        tray_host::menu(self)
    }

    /// Types a text.
    pub fn type_text(&self, text: &str) -> Result<()> {
        let mut xdotool = with(programs::command("xdotool")?, &self.environment());
        process::output(xdotool.args(["type", "--", text])).map(drop)
    }

    /// Gives the keyboard to the window with this title, and waits until it has it.
    pub fn activate(&self, title: &str) -> Result<()> {
        let mut xdotool = with(programs::command("xdotool")?, &self.environment());
        // The first --sync waits until there is one.
        let search = ["search", "--sync", "--onlyvisible", "--name", title];
        process::output(xdotool.args(search).args(["windowactivate", "--sync"])).map(drop)
    }

    /// Asks the window with this title to close, as its button does.
    pub fn close(&self, title: &str) -> Result<()> {
        self.activate(title)?;
        self.press(&["alt+F4"])
    }

    /// The title of the window that has the keyboard; nothing when none has.
    pub fn active(&self) -> Result<String> {
        let mut xdotool = with(programs::command("xdotool")?, &self.environment());
        let title = process::output(xdotool.args(["getactivewindow", "getwindowname"]));
        Ok(title.map(|title| title.trim().to_owned()).unwrap_or_default())
    }

    /// Moves the mouse to where nothing is, so that no tooltip covers what is to be seen.
    pub fn put_the_mouse_away(&self) -> Result<()> {
        let mut xdotool = with(programs::command("xdotool")?, &self.environment());
        process::output(xdotool.args(["mousemove", "40", &(SCREEN.1 - 40).to_string()])).map(drop)
    }

    /// Presses keys, one after the other, each with what is held meanwhile: `ctrl+r`, `Down`, `slash`.
    pub fn press(&self, keys: &[&str]) -> Result<()> {
        let mut xdotool = with(programs::command("xdotool")?, &self.environment());
        process::output(xdotool.args(["key", "--delay", "100"]).args(keys)).map(drop)
    }

    /// Ends the panel, if there is one, and waits until its tray is off the bus.
    pub fn stop_panel(&mut self) -> Result<()> {
        let Some(panel) = self.panel.take() else { return Ok(()) };
        drop(panel);
        let went = wait_until(|| tray_host::is_there(self).map(|there| !there))?;
        if went { Ok(()) } else { Err(Failure::new("The panel was ended, but a tray is still on the bus.")) }
    }

    /// Waits until the panel's tray knows of an icon; `false` when none came in a minute. `still_worth_it` is asked
    /// again and again and ends the wait with its error, when the program that should bring the icon has died.
    pub fn wait_for_icon(&self, still_worth_it: &mut dyn FnMut() -> Result<()>) -> Result<bool> {
        wait_until(|| {
            still_worth_it()?;
            tray_host::has_icon(self)
        })
    }

    /// Writes what the screen shows to a PNG file.
    pub fn screenshot(&self, file: &Path) -> Result<()> {
        let mut import = with(programs::command("import")?, &self.environment());
        process::output(import.args(["-window", "root"]).arg(file)).map(drop)
    }

    /// Whether a window with this title can be seen.
    pub fn shows(&self, title: &str) -> Result<bool> {
        let mut xdotool = with(programs::command("xdotool")?, &self.environment());
        xdotool
            .args(["search", "--onlyvisible", "--name", title])
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        xdotool.status().map(|status| status.success()).during(|| "xdotool cannot be started".to_owned())
    }

    /// Moves the mouse to (`x`, `y`), in pixels from the top left, and clicks a button: 1 left, 2 middle, 3 right.
    pub fn click(&self, x: u32, y: u32, button: u8) -> Result<()> {
        let mut xdotool = with(programs::command("xdotool")?, &self.environment());
        xdotool.args(["mousemove", &x.to_string(), &y.to_string(), "click", &button.to_string()]);
        process::output(&mut xdotool).map(drop)
    }
}

/// Everything the desktop's own parts are told.
fn environment(directory: &Path, display: &str, bus_address: &str) -> Vec<(&'static str, String)> {
    let inside = |name: &str| directory.join(name).to_string_lossy().into_owned();
    let mut variables = vec![
        ("HOME", inside("home")),
        ("XDG_CONFIG_HOME", inside("home/.config")),
        ("XDG_CACHE_HOME", inside("home/.cache")),
        ("XDG_RUNTIME_DIR", inside("runtime")),
        ("DISPLAY", display.to_owned()),
        ("XDG_SESSION_TYPE", "x11".to_owned()),
        ("XDG_CURRENT_DESKTOP", "XFCE".to_owned()),
        ("GDK_BACKEND", "x11".to_owned()),
        // Portals, accessibility and dconf are not there: waiting for them takes GTK 25 s each.
        ("GTK_USE_PORTAL", "0".to_owned()),
        ("NO_AT_BRIDGE", "1".to_owned()),
        ("GSETTINGS_BACKEND", "memory".to_owned()),
        ("LIBGL_ALWAYS_SOFTWARE", "1".to_owned()),
    ];
    if !bus_address.is_empty() {
        variables.push(("DBUS_SESSION_BUS_ADDRESS", bus_address.to_owned()));
    }
    variables
}

fn make_directories(directory: &Path) -> Result<()> {
    let panel = directory.join("home/.config/xfce4/xfconf/xfce-perchannel-xml");
    let toolkit = directory.join("home/.config/gtk-3.0");
    let runtime = directory.join("runtime");
    for directory in [&panel, &toolkit, &runtime, &directory.join("home/.cache")] {
        fs::create_dir_all(directory).during(|| format!("{} cannot be created", directory.display()))?;
    }
    for (file, text) in [
        (panel.join("xfce4-panel.xml"), include_str!("xfce4-panel.xml")),
        (toolkit.join("settings.ini"), "[Settings]\ngtk-font-name = Inter 10\n"),
    ] {
        fs::write(&file, text).during(|| format!("{} cannot be written", file.display()))?;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // XDG asks that nobody else can look into it, and programs check.
        let private = fs::Permissions::from_mode(0o700);
        fs::set_permissions(&runtime, private)
            .during(|| format!("{} cannot be made private", runtime.display()))?;
    }
    Ok(())
}

/// An X server on a display number that it finds free itself.
fn start_server() -> Result<(Child, String)> {
    let (width, height) = SCREEN;
    let mut command = program("Xvfb")?;
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        &format!("{width}x{height}x24"),
        "-nolisten",
        "tcp",
        "-noreset",
    ]);
    let mut server = Child::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let display = first_line(server.take_output(), "Xvfb")?;
    Ok((server, display))
}

fn start_bus(variables: &[(&'static str, String)]) -> Result<(Child, String)> {
    let mut command = with(program("dbus-daemon")?, variables);
    command.env_remove("DBUS_SESSION_BUS_ADDRESS").args([
        "--session",
        "--nofork",
        "--nopidfile",
        "--print-address=1",
    ]);
    // Abstract: nothing to clean up, and no limit on the length of the directory's name.
    command.arg(format!("--address=unix:abstract={}", abstract_name(variables)));
    let mut bus = Child::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let address = first_line(bus.take_output(), "dbus-daemon")?;
    Ok((bus, address))
}

/// A name for the bus that no other desktop on the machine has: displays are unique.
fn abstract_name(variables: &[(&'static str, String)]) -> String {
    let display = variables.iter().find(|(name, _)| *name == "DISPLAY").map_or("", |(_, value)| value);
    format!("/tmp/sandglass-bus-{}-{}", std::process::id(), display.trim_start_matches(':'))
}

/// What a program says on its first line once it is ready; nothing when it has died.
fn first_line(output: Option<impl Read>, name: &str) -> Result<String> {
    let mut line = String::new();
    if let Some(output) = output {
        BufReader::new(output).read_line(&mut line).during(|| format!("{name} cannot be read from"))?;
    }
    let line = line.trim();
    if line.is_empty() {
        Err(Failure::new(format!("{name} ended before it was ready.")))
    } else {
        Ok(line.to_owned())
    }
}

/// A program of the table that dies with us.
fn program(name: &str) -> Result<Command> {
    let known = programs::command(name)?;
    Ok(child::bound(Path::new(known.get_program())))
}

fn with(mut command: Command, variables: &[(&'static str, String)]) -> Command {
    command.envs(variables.iter().map(|(name, value)| (name, value)));
    command.env_remove("WAYLAND_DISPLAY");
    command
}

/// Whether a window manager says what it supports.
fn has_window_manager(variables: &[(&'static str, String)]) -> Result<bool> {
    let mut xdotool = with(programs::command("xdotool")?, variables);
    Ok(process::output(xdotool.arg("get_num_desktops")).is_ok())
}

/// Looks until it is so; `false` when [`PATIENCE`] runs out.
fn wait_until(mut is_so: impl FnMut() -> Result<bool>) -> Result<bool> {
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        if is_so()? {
            return Ok(true);
        }
        thread::sleep(LOOK_AGAIN);
    }
    Ok(false)
}
