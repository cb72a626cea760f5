//! Reads the notifications on the screen from each notification daemon.

use super::parts::Parts;
use super::{Kind, x11};
use crate::failure::Result;
use crate::process;

/// Whether a notification is on the screen.
pub(super) fn is_shown(parts: &Parts) -> Result<bool> {
    match parts.kind() {
        Kind::Xfce => {
            let shown = process::output(parts.tool("dunstctl")?.args(["count", "displayed"]))?;
            Ok(shown.trim() != "0")
        }
        // Its windows are known to no window manager.
        Kind::Lxqt => x11::has_window_of(parts, "lxqt-notificationd"),
        Kind::Sway => Ok(process::output(parts.tool("makoctl")?.arg("list"))?.contains("\"summary\"")),
    }
}
