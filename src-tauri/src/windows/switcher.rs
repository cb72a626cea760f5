//! The quick switcher's window: a small box without a frame that closes when it loses focus.

use sandglass_core::preferences::Theme;
use tauri::{AppHandle, Manager, WindowEvent};

use super::{SWITCHER, WindowTransitions, close, front, give_ground, page};

/// Width and height, in logical pixels: seven profiles, and room for long names.
const SIZE: (f64, f64) = (620.0, 440.0);

/// Opens it, or brings it to the front. On the main thread.
pub(crate) fn open_switcher(app: &AppHandle, title: &str, theme: Theme) -> tauri::Result<()> {
    if let Some(switcher) = app.get_webview_window(SWITCHER) {
        let title = title.to_owned();
        return app.state::<WindowTransitions>().or_after(
            SWITCHER,
            move |app| open_switcher(app, &title, theme),
            || front(&switcher),
        );
    }
    app.state::<WindowTransitions>().comes(SWITCHER);
    let builder = page(app, SWITCHER, "switcher.html", theme)
        .title(title)
        .inner_size(SIZE.0, SIZE.1)
        .decorations(false)
        .resizable(false)
        .maximizable(false)
        .minimizable(false)
        .skip_taskbar(true)
        .always_on_top(true)
        .visible(false)
        .center();
    let switcher = builder.build()?;
    give_ground(&switcher)?;
    switcher.show()?;
    switcher.set_focus()
}

/// Closes it when it loses the focus.
pub(super) fn happened(app: &AppHandle, event: &WindowEvent) {
    if matches!(event, WindowEvent::Focused(false)) {
        // Fails only while it goes.
        let _ = close(app, SWITCHER);
    }
}
