//! The application id by which a desktop recognises our windows.

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

/// Has every window belong to the desktop entry that xtask installs: its `app_id` on Wayland and its
/// `WM_CLASS` on X11 are the program's name as the toolkit has it. To be called before the toolkit starts.
/// Windows and macOS know a program's windows by its shortcut and its bundle.
pub(crate) fn take() {
    #[cfg(target_os = "linux")]
    {
        glib::set_prgname(Some(crate::APPLICATION_ID));
        glib::set_application_name("Sandglass");
    }
}
