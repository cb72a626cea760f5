//! Differences between panels.

use sandglass_app::tray::TrayView;
use tray_icon::TrayIcon;

/// True if the item has a title that is not drawn: on macOS it would stand beside the icon.
pub(super) const HAS_TITLE: bool = cfg!(target_os = "linux");

/// True if a left click opens the menu: as every icon of the menu bar does on macOS.
pub(super) const LEFT_OPENS_MENU: bool = cfg!(target_os = "macos");

/// On Linux the tray host is a program that may start after us.
pub(super) const HOST_MAY_COME_LATER: bool = cfg!(target_os = "linux");

/// The tooltip. On Linux the title is shown above it by the host; elsewhere it is its first line,
/// and Windows cuts the whole at 127 UTF-16 units.
pub(super) fn tooltip(view: &TrayView) -> String {
    if HAS_TITLE {
        return view.tooltip.clone();
    }
    shortened(&format!("{}\n{}", view.title, view.tooltip), 127)
}

/// The longest beginning of at most `units` UTF-16 units, by whole lines where possible.
fn shortened(text: &str, units: usize) -> String {
    let mut used = 0;
    let end = text.char_indices().find_map(|(index, character)| {
        used += character.len_utf16();
        (used > units).then_some(index)
    });
    match end {
        None => text.to_owned(),
        Some(end) => text[..end].rfind('\n').map_or(&text[..end], |line| &text[..line]).to_owned(),
    }
}

/// Changes the picture. On macOS `set_icon` forgets that it is a template; elsewhere the call that
/// remembers does nothing at all.
pub(super) fn set_icon(icon: &TrayIcon, drawing: tray_icon::Icon) -> tray_icon::Result<()> {
    if cfg!(target_os = "macos") {
        icon.set_icon_with_as_template(Some(drawing), true)
    } else {
        icon.set_icon(Some(drawing))
    }
}

/// Takes the icon away as the program ends. On Linux the bus does so once we are gone: told to end, `ksni` leaves
/// its subscription on a thread outside the runtime it was made in, and `zbus` panics there.
pub(super) fn remove(icon: TrayIcon) {
    if cfg!(target_os = "linux") {
        std::mem::forget(icon);
    }
}

/// The colour of the panel under the icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Panel {
    /// A light ground.
    #[cfg_attr(not(any(windows, test)), expect(dead_code, reason = "only Windows tells of one"))]
    Light,
    /// A dark ground.
    Dark,
    /// Nobody tells.
    Unknown,
    /// macOS colours the icon itself.
    Template,
}

impl Panel {
    /// The panel of this desktop. GNOME's bar is black whatever the theme; the panels of others
    /// follow themes of their own, which no interface tells.
    pub(super) fn of_this_desktop() -> Self {
        if cfg!(target_os = "macos") {
            return Self::Template;
        }
        if cfg!(windows) {
            return windows_taskbar();
        }
        let desktop = std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default();
        let gnome = desktop.split(':').any(|name| name.eq_ignore_ascii_case("GNOME"));
        if gnome { Self::Dark } else { Self::Unknown }
    }
}

/// Windows keeps the taskbar's colour apart from the one of windows.
#[cfg(windows)]
fn windows_taskbar() -> Panel {
    let key =
        windows_registry::CURRENT_USER.open(r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize");
    match key.and_then(|key| key.get_u32("SystemUsesLightTheme")) {
        Ok(0) => Panel::Dark,
        Ok(_) => Panel::Light,
        Err(_) => Panel::Unknown,
    }
}

#[cfg(not(windows))]
fn windows_taskbar() -> Panel {
    Panel::Unknown
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_tooltip_ends_with_a_whole_line() {
        assert_eq!(shortened("Sandglass\nprod · 4 min", 127), "Sandglass\nprod · 4 min");
        assert_eq!(shortened("Sandglass\nprod · 4 min", 15), "Sandglass");
        assert_eq!(shortened("𝄞𝄞𝄞", 5), "𝄞𝄞");
    }
}
