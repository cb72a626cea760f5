//! Prepares the toolkit: the name by which a desktop knows our windows, how pages are drawn, and whether there is a display.

/// True if the desktop that variables name can be reached. Where nobody asks first, the toolkit ends the program.
#[cfg(target_os = "linux")]
pub(crate) fn reaches_the_desktop() -> bool {
    gtk::init().is_ok()
}

/// True if the desktop can be reached: elsewhere who is logged in has one.
#[cfg(not(target_os = "linux"))]
pub(crate) fn reaches_the_desktop() -> bool {
    true
}

/// Prepares the toolkit. To be called first in `main`, before anything starts a thread.
///
/// Every window belongs to the desktop entry that xtask installs: its `app_id` on Wayland and its `WM_CLASS` on X11 are
/// the program's name as the toolkit has it. Windows and macOS know a program's windows by its shortcut and its bundle.
pub(crate) fn prepare() {
    #[cfg(target_os = "linux")]
    {
        glib::set_prgname(Some(crate::APPLICATION_ID));
        glib::set_application_name("Sandglass");
        draw_by_processor();
    }
}

/// Has pages drawn without the graphics card, unless the user's environment says otherwise. Pages of text need none, its
/// set-up takes about a third of a second of each opening, and with some drivers the page stays white
/// (<https://bugs.webkit.org/show_bug.cgi?id=261874>).
#[cfg(target_os = "linux")]
fn draw_by_processor() {
    // Fails only for a name that is none.
    let _ = glib::setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1", false);
}
