//! What the tray's host says of itself on the bus (the `StatusNotifierWatcher` interface).

use super::{VirtualDesktop, with};
use crate::failure::Result;
use crate::{process, programs};

const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// Whether a tray is on the bus.
pub(super) fn is_there(desktop: &VirtualDesktop) -> Result<bool> {
    let answer = call(desktop, "org.freedesktop.DBus", "/", &["org.freedesktop.DBus.NameHasOwner", WATCHER])?;
    Ok(answer.contains("true"))
}

/// Whether the tray knows of an icon.
pub(super) fn has_icon(desktop: &VirtualDesktop) -> Result<bool> {
    if !is_there(desktop)? {
        return Ok(false);
    }
    let property = ["org.freedesktop.DBus.Properties.Get", WATCHER, "RegisteredStatusNotifierItems"];
    let answer = call(desktop, WATCHER, "/StatusNotifierWatcher", &property)?;
    Ok(names_an_item(&answer))
}

fn call(desktop: &VirtualDesktop, to: &str, path: &str, method: &[&str]) -> Result<String> {
    let mut gdbus = with(programs::command("gdbus")?, &desktop.environment());
    gdbus.args(["call", "--session", "--dest", to, "--object-path", path, "--method"]).args(method);
    process::output(&mut gdbus)
}

/// Whether a printed list of strings has one.
fn names_an_item(answer: &str) -> bool {
    answer.contains('\'') || answer.contains('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_list_names_no_item() {
        assert!(!names_an_item("(<@as []>,)\n"));
        assert!(names_an_item("(<[':1.7/StatusNotifierItem']>,)\n"));
    }
}
