//! X11: a server that draws into memory, a window manager, and what a person does there.

use std::path::Path;
use std::process::Stdio;

use super::child::Child;
use super::parts::{Parts, first_line};
use super::screen::Area;
use super::{SCREEN, Window};
use crate::failure::{During as _, Result};
use crate::process;

/// The server and its window manager. Ended in this order.
#[derive(Debug)]
pub(super) struct X11 {
    display: String,
    window_manager: Option<Child>,
    _server: Child,
}

impl X11 {
    /// Starts the server. Nothing manages its windows yet.
    pub(super) fn start(parts: &Parts) -> Result<Self> {
        let (width, height) = SCREEN;
        let mut command = parts.bound("Xvfb")?;
        command.args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24")]);
        command.args(["-nolisten", "tcp", "-noreset"]);
        let mut server = Child::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
        let display = format!(":{}", first_line(server.take_output(), "Xvfb")?);
        Ok(Self { display, window_manager: None, _server: server })
    }

    pub(super) fn display(&self) -> &str {
        &self.display
    }

    /// Starts the window manager: a window that is older than its window manager never gets the keyboard.
    pub(super) fn manage(&mut self, parts: &Parts) -> Result<()> {
        let mut xfwm4 = parts.bound("xfwm4")?;
        xfwm4.arg("--compositor=off").stdout(Stdio::null()).stderr(Stdio::null());
        self.window_manager = Some(Child::start(&mut xfwm4)?);
        let manages = || Ok(process::output(parts.tool("xdotool")?.arg("get_num_desktops")).is_ok());
        parts.wait_until("The window manager was started, but does not manage the display.", manages)
    }
}

/// Does something with the mouse, the keyboard or windows, and says what came of it.
fn xdotool(parts: &Parts, arguments: &[&str]) -> Result<String> {
    process::output(parts.tool("xdotool")?.args(arguments))
}

pub(super) fn type_text(parts: &Parts, text: &str) -> Result<()> {
    xdotool(parts, &["type", "--", text]).map(drop)
}

pub(super) fn press(parts: &Parts, keys: &[&str]) -> Result<()> {
    process::output(parts.tool("xdotool")?.args(["key", "--delay", "100"]).args(keys)).map(drop)
}

pub(super) fn move_to(parts: &Parts, x: u32, y: u32) -> Result<()> {
    xdotool(parts, &["mousemove", &x.to_string(), &y.to_string()]).map(drop)
}

pub(super) fn click(parts: &Parts, button: u8) -> Result<()> {
    xdotool(parts, &["click", &button.to_string()]).map(drop)
}

/// Gives the keyboard to the window with this title, and waits until it has it.
pub(super) fn activate(parts: &Parts, title: &str) -> Result<()> {
    // The search fails while there is none, and when another window goes in the middle of it.
    let search = ["search", "--onlyvisible", "--name", title, "windowactivate", "--sync"];
    parts.wait_until(&format!("No window {title} gets the keyboard."), || Ok(xdotool(parts, &search).is_ok()))
}

/// Whether a window with this title, which is a pattern, can be seen.
pub(super) fn shows(parts: &Parts, title: &str) -> Result<bool> {
    let mut xdotool = parts.tool("xdotool")?;
    xdotool.args(["search", "--onlyvisible", "--name", title]).stdout(Stdio::null()).stderr(Stdio::null());
    xdotool.status().map(|status| status.success()).during(|| "xdotool cannot be started".to_owned())
}

/// Whether a program of this class shows a window.
pub(super) fn has_window_of(parts: &Parts, class: &str) -> Result<bool> {
    let mut xdotool = parts.tool("xdotool")?;
    xdotool.args(["search", "--onlyvisible", "--class", class]).stdout(Stdio::null()).stderr(Stdio::null());
    xdotool.status().map(|status| status.success()).during(|| "xdotool cannot be started".to_owned())
}

/// The title of the window that has the keyboard; nothing when none has.
pub(super) fn active(parts: &Parts) -> String {
    let title = xdotool(parts, &["getactivewindow", "getwindowname"]);
    title.map(|title| title.trim().to_owned()).unwrap_or_default()
}

/// Where the inside of the window with this title is, while it can be seen.
pub(super) fn place_of(parts: &Parts, title: &str) -> Result<Option<Area>> {
    let mut xdotool = parts.tool("xdotool")?;
    xdotool.args(["search", "--onlyvisible", "--name", title]);
    let found = process::output_whatever_the_code(&mut xdotool)?;
    let Some(id) = found.lines().next() else { return Ok(None) };
    // xdotool's own geometry counts the frame twice.
    let text = process::output_whatever_the_code(parts.tool("xwininfo")?.args(["-id", id]))?;
    let number = |name: &str| -> Option<usize> {
        text.lines().find_map(|line| line.trim().strip_prefix(name))?.trim().parse().ok()
    };
    let corner = number("Absolute upper-left X:").zip(number("Absolute upper-left Y:"));
    let corner = corner.zip(number("Width:").zip(number("Height:")));
    Ok(corner.map(|((left, top), (width, height))| {
        (left, top, (left + width).saturating_sub(1), (top + height).saturating_sub(1))
    }))
}

/// Every window that the window manager knows.
pub(super) fn windows(parts: &Parts) -> Result<Vec<Window>> {
    let clients = xprop(parts, &["-root", "-notype", "_NET_CLIENT_LIST"])?;
    let ids = clients.split_once('#').map_or("", |(_, ids)| ids);
    let mut windows = Vec::new();
    for id in ids.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        // It may be gone by now.
        let Ok(said) = xprop(parts, &["-id", id, "-notype", "WM_CLASS", "_NET_WM_NAME"]) else { continue };
        let value = |name: &str| said.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "));
        let quoted = |text: &str| text.split('"').nth(1).unwrap_or_default().to_owned();
        windows.push(Window {
            title: value("_NET_WM_NAME").map(quoted).unwrap_or_default(),
            application: value("WM_CLASS").map(quoted).unwrap_or_default(),
        });
    }
    Ok(windows)
}

fn xprop(parts: &Parts, arguments: &[&str]) -> Result<String> {
    process::output(parts.tool("xprop")?.env("LC_ALL", "C.UTF-8").args(arguments))
}

/// Writes what the screen shows to a file, of the kind that its name ends with.
pub(super) fn screenshot(parts: &Parts, file: &Path) -> Result<()> {
    process::output(parts.tool("import")?.args(["-window", "root"]).arg(file)).map(drop)
}
