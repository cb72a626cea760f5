//! What differs between panels.

use sandglass_core::tray::TrayView;

/// Whether the item has a title that is not drawn: on macOS it would stand beside the icon.
pub(super) const HAS_TITLE: bool = cfg!(target_os = "linux");

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

/// Whether the panel is dark. GNOME's and XFCE's are unless a person changes it, KDE's follows the
/// theme, which there is light at first; macOS colours its template image itself.
pub(super) fn is_dark() -> bool {
    if cfg!(target_os = "linux") {
        let desktop = std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default();
        return !desktop.split(':').any(|name| name.eq_ignore_ascii_case("KDE"));
    }
    true
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
