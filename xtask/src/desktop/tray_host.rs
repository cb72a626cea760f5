//! What the tray's host says of itself on the bus (the `StatusNotifierWatcher` interface).

use super::{VirtualDesktop, with};
use crate::failure::Result;
use crate::{process, programs};

const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// Whether a tray is on the bus.
pub(super) fn is_there(desktop: &VirtualDesktop) -> Result<bool> {
    has_owner(desktop, WATCHER)
}

/// Whether a notification daemon is on the bus.
pub(super) fn has_notifications(desktop: &VirtualDesktop) -> Result<bool> {
    has_owner(desktop, "org.freedesktop.Notifications")
}

fn has_owner(desktop: &VirtualDesktop, name: &str) -> Result<bool> {
    let answer = call(desktop, "org.freedesktop.DBus", "/", &["org.freedesktop.DBus.NameHasOwner", name])?;
    Ok(answer.contains("true"))
}

/// Whether the tray knows of an icon.
pub(super) fn has_icon(desktop: &VirtualDesktop) -> Result<bool> {
    Ok(is_there(desktop)? && item(desktop)?.is_some())
}

/// The menu of the icon as the bus prints it, with every label.
pub(super) fn menu(desktop: &VirtualDesktop) -> Result<String> {
    let Some((name, path)) = item(desktop)? else { return Ok(String::new()) };
    let property = ["org.freedesktop.DBus.Properties.Get", "org.kde.StatusNotifierItem", "Menu"];
    let answer = call(desktop, &name, &path, &property)?;
    let Some(menu) = quoted(&answer) else { return Ok(String::new()) };
    call(desktop, &name, menu, &["com.canonical.dbusmenu.GetLayout", "0", "@i -1", "['label']"])
}

/// Bus name and path of the first icon.
fn item(desktop: &VirtualDesktop) -> Result<Option<(String, String)>> {
    let property = ["org.freedesktop.DBus.Properties.Get", WATCHER, "RegisteredStatusNotifierItems"];
    let answer = call(desktop, WATCHER, "/StatusNotifierWatcher", &property)?;
    Ok(quoted(&answer).and_then(name_and_path))
}

/// Panels write `:1.7/path` or `:1.7@/path`.
fn name_and_path(item: &str) -> Option<(String, String)> {
    let start = item.find('/')?;
    Some((item[..start].trim_end_matches('@').to_owned(), item[start..].to_owned()))
}

fn call(desktop: &VirtualDesktop, to: &str, path: &str, method: &[&str]) -> Result<String> {
    let mut gdbus = with(programs::command("gdbus")?, &desktop.environment());
    gdbus.args(["call", "--session", "--dest", to, "--object-path", path, "--method"]).args(method);
    process::output(&mut gdbus)
}

/// The first text in what gdbus prints.
fn quoted(answer: &str) -> Option<&str> {
    let mark = answer.find(['\'', '"'])?;
    let rest = &answer[mark + 1..];
    Some(&rest[..rest.find(answer[mark..].chars().next()?)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_list_names_no_item() {
        assert_eq!(quoted("(<@as []>,)\n"), None);
        let item = quoted("(<[':1.7/StatusNotifierItem']>,)\n").and_then(name_and_path);
        assert_eq!(item, Some((":1.7".to_owned(), "/StatusNotifierItem".to_owned())));
        let item = name_and_path(":1.7@/StatusNotifierItem");
        assert_eq!(item, Some((":1.7".to_owned(), "/StatusNotifierItem".to_owned())));
    }
}
