//! sway: a compositor of Wayland that draws into memory, and what a person does there.

use std::path::Path;
use std::process::Stdio;
use std::sync::{Mutex, PoisonError};

use super::child::Child;
use super::mouse::Mouse;
use super::parts::Parts;
use super::screen::Area;
use super::{SCREEN, Window};
use crate::failure::{During as _, Failure, Result};
use crate::process;

/// Every window of the tree, a line each: title, application, whether it has the keyboard, and left, top, width
/// and height of its inside.
const WINDOWS: &str = r#"$tree | .. | objects | select(.pid? != null and .shell? != null)
    | [.name // "", .app_id // "", (.focused | tostring),
       .rect.x + .window_rect.x, .rect.y + .window_rect.y, .window_rect.width, .window_rect.height] | @tsv"#;

/// How long the keyboard stays, in milliseconds: wtype counts to little more.
const STAYS: &str = "4000000";

/// The compositor, with a mouse and a keyboard.
#[derive(Debug)]
pub(super) struct Sway {
    mouse: Mutex<Mouse>,
    _keyboard: Child,
    _compositor: Child,
}

/// What a line of [`WINDOWS`] says.
struct Found {
    window: Window,
    has_keyboard: bool,
    place: Option<Area>,
}

impl Sway {
    pub(super) fn start(parts: &Parts) -> Result<Self> {
        let mut sway = parts.bound("sway")?;
        sway.env("WLR_BACKENDS", "headless")
            .env("WLR_RENDERER", "pixman")
            .env("WLR_LIBINPUT_NO_DEVICES", "1")
            .env("LIBSEAT_BACKEND", "noop")
            .env_remove("WAYLAND_DISPLAY");
        let compositor = Child::start(sway.stdout(Stdio::null()).stderr(Stdio::null()))?;
        let socket = parts.runtime().join("wayland-1");
        parts.wait_until("The compositor was started, but does not answer.", || {
            Ok(socket.exists() && swaymsg(parts, &["-t", "get_version"]).is_ok())
        })?;
        let mouse = Mutex::new(Mouse::plug_in(&socket, SCREEN)?);
        // Each key is typed on a keyboard of its own, which is gone too soon for a program that knew of none.
        let mut keyboard = parts.bound("wtype")?;
        let keyboard = Child::start(keyboard.args(["-s", STAYS]).stderr(Stdio::null()))?;
        Ok(Self { mouse, _keyboard: keyboard, _compositor: compositor })
    }

    pub(super) fn move_to(&self, x: u32, y: u32) -> Result<()> {
        self.mouse.lock().unwrap_or_else(PoisonError::into_inner).move_to(x, y)
    }

    pub(super) fn click(&self, button: u8) -> Result<()> {
        self.mouse.lock().unwrap_or_else(PoisonError::into_inner).click(button)
    }
}

/// Tells the compositor something, or asks it.
pub(super) fn swaymsg(parts: &Parts, arguments: &[&str]) -> Result<String> {
    process::output(parts.tool("swaymsg")?.args(arguments))
}

pub(super) fn type_text(parts: &Parts, text: &str) -> Result<()> {
    process::output(parts.tool("wtype")?.args(["-d", "10", "--", text])).map(drop)
}

pub(super) fn press(parts: &Parts, keys: &[&str]) -> Result<()> {
    for key in keys {
        process::output(parts.tool("wtype")?.args(strokes(key)))?;
    }
    Ok(())
}

/// `ctrl+shift+r` as wtype has it: what is held, the key, and what is let go.
fn strokes(key: &str) -> Vec<&str> {
    // A plus sign is the last part of itself.
    let (held, key) = key.rsplit_once('+').filter(|(_, key)| !key.is_empty()).unwrap_or(("", key));
    let held: Vec<&str> = held.split('+').filter(|held| !held.is_empty()).collect();
    let down = held.iter().flat_map(|held| ["-M", *held]);
    let up = held.iter().rev().flat_map(|held| ["-m", *held]);
    down.chain(["-k", key]).chain(up).collect()
}

/// Gives the keyboard to the window with this title, once it is there.
pub(super) fn activate(parts: &Parts, title: &str) -> Result<()> {
    parts.wait_until(&format!("There is no window “{title}”."), || shows(parts, title))?;
    swaymsg(parts, &["--", &format!("[title=\"{title}\"] focus")]).map(drop)
}

/// Asks a window to close, as its button does.
pub(super) fn close(parts: &Parts, title: &str) -> Result<()> {
    swaymsg(parts, &["--", &format!("[title=\"{title}\"] kill")]).map(drop)
}

/// The title of the window that has the keyboard; nothing when none has.
pub(super) fn active(parts: &Parts) -> String {
    let found = found(parts).unwrap_or_default();
    found.into_iter().find(|found| found.has_keyboard).map(|found| found.window.title).unwrap_or_default()
}

/// Whether a window with this title is there: a part of it, or with `^` and `$` all of it.
pub(super) fn shows(parts: &Parts, title: &str) -> Result<bool> {
    Ok(windows(parts)?.iter().any(|window| fits(&window.title, title)))
}

fn fits(title: &str, pattern: &str) -> bool {
    match pattern.strip_prefix('^').and_then(|pattern| pattern.strip_suffix('$')) {
        Some(whole) => title == whole,
        None => title.contains(pattern),
    }
}

/// Where the inside of the window with this title is, while it can be seen.
pub(super) fn place_of(parts: &Parts, title: &str) -> Result<Option<Area>> {
    let mut found = found(parts)?.into_iter().filter(|found| fits(&found.window.title, title));
    Ok(found.find_map(|found| found.place))
}

pub(super) fn windows(parts: &Parts) -> Result<Vec<Window>> {
    Ok(found(parts)?.into_iter().map(|found| found.window).collect())
}

fn found(parts: &Parts) -> Result<Vec<Found>> {
    let tree = swaymsg(parts, &["-r", "-t", "get_tree"])?;
    let lines = process::output(parts.tool("jq")?.args(["-n", "-r", "--argjson", "tree", &tree, WINDOWS]))?;
    Ok(lines.lines().filter_map(read).collect())
}

fn read(line: &str) -> Option<Found> {
    let mut fields = line.split('\t');
    let (title, application) = (fields.next()?.to_owned(), fields.next()?.to_owned());
    let has_keyboard = fields.next()? == "true";
    let numbers: Vec<usize> = fields.filter_map(|field| field.parse().ok()).collect();
    let place = match numbers[..] {
        [left, top, width, height] if width * height > 0 => {
            Some((left, top, left + width - 1, top + height - 1))
        }
        _ => None,
    };
    Some(Found { window: Window { title, application }, has_keyboard, place })
}

/// Writes what the screen shows to a file, of the kind that its name ends with.
pub(super) fn screenshot(parts: &Parts, file: &Path) -> Result<()> {
    let kind = file.extension().and_then(|end| end.to_str()).unwrap_or("png");
    // The file is ours, and grim is somebody else's.
    let taken = parts.tool("grim")?.args(["-t", kind, "-"]).stdin(Stdio::null()).output();
    let taken = taken.during(|| "grim cannot be started".to_owned())?;
    if !taken.status.success() {
        let said = String::from_utf8_lossy(&taken.stderr);
        return Err(Failure::new(format!("grim failed ({})\n{}", taken.status, said.trim_end())));
    }
    std::fs::write(file, taken.stdout).during(|| format!("{} cannot be written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_held_and_let_go_in_turn() {
        assert_eq!(strokes("Down"), ["-k", "Down"]);
        assert_eq!(strokes("ctrl+r"), ["-M", "ctrl", "-k", "r", "-m", "ctrl"]);
        assert_eq!(strokes("ctrl+shift+z")[4..], ["-k", "z", "-m", "shift", "-m", "ctrl"]);
        assert_eq!(strokes("+"), ["-k", "+"]);
    }

    #[test]
    fn a_title_is_a_part_or_the_whole() {
        assert!(fits("MFA code for admin", "MFA code") && fits("Sandglass", "^Sandglass$"));
        assert!(!fits("Sandglass Demo", "^Sandglass$"));
    }

    #[test]
    fn a_line_is_a_window() {
        let found = read("MFA code for a\tapp.sandglass.desktop\ttrue\t2\t55\t100\t50").expect("a window");
        assert!(found.has_keyboard && found.window.application == "app.sandglass.desktop");
        assert_eq!(found.place, Some((2, 55, 101, 104)));
        assert!(read("").is_none());
    }
}
