//! Asks the tray's host about itself on the bus (the `StatusNotifierWatcher` interface).

use super::parts::Parts;
use crate::failure::{Failure, Result};
use crate::process;

const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// Whether a tray is on the bus.
pub(super) fn is_there(parts: &Parts) -> Result<bool> {
    has_owner(parts, WATCHER)
}

/// Whether a notification daemon is on the bus.
pub(super) fn has_notifications(parts: &Parts) -> Result<bool> {
    has_owner(parts, "org.freedesktop.Notifications")
}

fn has_owner(parts: &Parts, name: &str) -> Result<bool> {
    let answer = call(parts, "org.freedesktop.DBus", "/", &["org.freedesktop.DBus.NameHasOwner", name])?;
    Ok(answer.contains("true"))
}

/// Whether the tray knows of an icon.
pub(super) fn has_icon(parts: &Parts) -> Result<bool> {
    Ok(is_there(parts)? && item(parts)?.is_some())
}

/// The menu of the icon as the bus prints it, with every label.
pub(super) fn menu(parts: &Parts) -> Result<String> {
    let Some((name, path)) = item(parts)? else { return Ok(String::new()) };
    let property = ["org.freedesktop.DBus.Properties.Get", "org.kde.StatusNotifierItem", "Menu"];
    let answer = call(parts, &name, &path, &property)?;
    let Some(menu) = quoted(&answer) else { return Ok(String::new()) };
    call(parts, &name, menu, &["com.canonical.dbusmenu.GetLayout", "0", "@i -1", "['label']"])
}

/// Chooses the first entry with this label, as a click does.
pub(super) fn choose(parts: &Parts, label: &str) -> Result<()> {
    let menu = menu(parts)?;
    let Some(id) = id_of(&menu, label) else {
        return Err(Failure::new(format!("There is no “{label}” in the menu: {menu}")));
    };
    let Some((name, path)) = item(parts)? else { return Err(Failure::new("There is no icon.")) };
    let property = ["org.freedesktop.DBus.Properties.Get", "org.kde.StatusNotifierItem", "Menu"];
    let answer = call(parts, &name, &path, &property)?;
    let menu = quoted(&answer).unwrap_or_default();
    call(parts, &name, menu, &["com.canonical.dbusmenu.Event", &id, "clicked", "<0>", "0"]).map(drop)
}

/// In what gdbus prints an entry is `<(7, {'label': <'Quit'>}, @av [])>`.
fn id_of(menu: &str, label: &str) -> Option<String> {
    // One underscore marks an access key, two are one.
    let label = label.replace('_', "__");
    let before = &menu[..menu.find(&format!("'label': <'{label}'>"))?];
    let id = &before[before.rfind("<(")? + 2..];
    id.split(',').next().map(str::to_owned)
}

/// Bus name and path of the first icon.
fn item(parts: &Parts) -> Result<Option<(String, String)>> {
    let property = ["org.freedesktop.DBus.Properties.Get", WATCHER, "RegisteredStatusNotifierItems"];
    let answer = call(parts, WATCHER, "/StatusNotifierWatcher", &property)?;
    Ok(quoted(&answer).and_then(name_and_path))
}

/// Panels write `:1.7/path` or `:1.7@/path`.
fn name_and_path(item: &str) -> Option<(String, String)> {
    let start = item.find('/')?;
    Some((item[..start].trim_end_matches('@').to_owned(), item[start..].to_owned()))
}

fn call(parts: &Parts, to: &str, path: &str, method: &[&str]) -> Result<String> {
    let mut gdbus = parts.tool("gdbus")?;
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
    fn an_entry_has_its_own_id() {
        let menu =
            "(uint32 2, (0, {}, [<(4, {'label': <'a'>}, @av [])>, <(17, {'label': <'Quit'>}, @av [])>]))";
        assert_eq!(id_of(menu, "Quit").as_deref(), Some("17"));
        assert_eq!(id_of(menu, "Qui"), None);
        assert_eq!(id_of("[<(9, {'label': <'a__b'>}, @av [])>]", "a_b").as_deref(), Some("9"));
    }

    #[test]
    fn an_empty_list_names_no_item() {
        assert_eq!(quoted("(<@as []>,)\n"), None);
        let item = quoted("(<[':1.7/StatusNotifierItem']>,)\n").and_then(name_and_path);
        assert_eq!(item, Some((":1.7".to_owned(), "/StatusNotifierItem".to_owned())));
        let item = name_and_path(":1.7@/StatusNotifierItem");
        assert_eq!(item, Some((":1.7".to_owned(), "/StatusNotifierItem".to_owned())));
    }
}
