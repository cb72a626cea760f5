//! Where the window stood, on the disk.

use std::path::Path;

use sandglass_core::placement::{Placement, Rectangle};
use sandglass_engine::{read_placement, store_placement};
use tauri::{PhysicalPosition, PhysicalSize, WebviewWindow};

/// Puts the window where it stood, if that is on a screen.
pub(super) fn restore(window: &WebviewWindow, state_dir: &Path) {
    let screens: Vec<Rectangle> = window
        .available_monitors()
        .unwrap_or_default()
        .iter()
        .map(|monitor| rectangle(*monitor.position(), *monitor.size()))
        .collect();
    let Some(placement) = read_placement(state_dir).and_then(|placement| placement.on(&screens)) else {
        return;
    };
    // Where the window system decides itself, as on Wayland, these do nothing.
    let _ = window.set_size(PhysicalSize::new(placement.frame.width, placement.frame.height));
    let _ = window.set_position(PhysicalPosition::new(placement.frame.x, placement.frame.y));
    if placement.maximized {
        let _ = window.maximize();
    }
}

/// Keeps where it stands now. Of a window that fills its screen, the frame it had before is kept.
pub(super) fn store(window: &WebviewWindow, state_dir: &Path) {
    let maximized = window.is_maximized().unwrap_or(false);
    let frame = match (window.outer_position(), window.inner_size()) {
        (Ok(position), Ok(size)) => rectangle(position, size),
        _ => return,
    };
    let before = read_placement(state_dir).filter(|_| maximized);
    let placement = Placement { frame: before.map_or(frame, |before| before.frame), maximized };
    // Nobody misses a window's place.
    let _ = store_placement(state_dir, &placement);
}

fn rectangle(position: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> Rectangle {
    Rectangle { x: position.x, y: position.y, width: size.width, height: size.height }
}
