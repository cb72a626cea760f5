//! Marks a text as one that clipboard histories should not keep.

use arboard::{Clipboard, Error};

/// Klipper, GNOME's extensions and others leave out what bears their hint.
#[cfg(target_os = "linux")]
pub(super) fn copy(clipboard: &mut Clipboard, text: &str) -> Result<(), Error> {
    use arboard::SetExtLinux;
    clipboard.set().exclude_from_history().text(text)
}

/// Windows keeps it out of its history and off the cloud.
#[cfg(windows)]
pub(super) fn copy(clipboard: &mut Clipboard, text: &str) -> Result<(), Error> {
    use arboard::SetExtWindows;
    clipboard.set().exclude_from_history().exclude_from_cloud().exclude_from_monitoring().text(text)
}

/// macOS has a mark that clipboard programs agree on.
#[cfg(target_os = "macos")]
pub(super) fn copy(clipboard: &mut Clipboard, text: &str) -> Result<(), Error> {
    use arboard::SetExtApple;
    clipboard.set().exclude_from_history().text(text)
}
