//! Stores and restores the window's placement.

use std::path::Path;

use sandglass_core::placement::{Placement, Rectangle, ZoomStep, first};
use sandglass_engine::{read_placement, store_placement};
use tauri::{Monitor, PhysicalPosition, PhysicalRect, PhysicalSize, WebviewWindow};

/// Puts the window where it stood, if that is on a screen, else in the middle of one.
pub(super) fn restore(window: &WebviewWindow, state_dir: &Path) {
    let screens: Vec<Rectangle> = window
        .available_monitors()
        .unwrap_or_default()
        .iter()
        .map(|monitor| rectangle(*monitor.position(), *monitor.size()))
        .collect();
    let kept = read_placement(state_dir);
    let stood = kept.as_ref().and_then(|placement| placement.on(&screens));
    let frame = stood.as_ref().map(|placement| placement.frame).or_else(|| {
        let screen = screen_in_use(window)?;
        let PhysicalRect { position, size } = *screen.work_area();
        Some(first(rectangle(position, size), screen.scale_factor()))
    });
    // Where the window system decides itself, as on Wayland, it takes the size alone.
    if let Some(frame) = frame {
        let _ = window.set_size(PhysicalSize::new(frame.width, frame.height));
        let _ = window.set_position(PhysicalPosition::new(frame.x, frame.y));
    }
    if stood.is_some_and(|placement| placement.maximized) {
        let _ = window.maximize();
    }
    if let Some(kept) = kept {
        let _ = window.set_zoom(kept.zoom.factor());
    }
}

/// The screen where the mouse is, for there somebody looks.
fn screen_in_use(window: &WebviewWindow) -> Option<Monitor> {
    let pointed = window.cursor_position().ok().and_then(|at| window.monitor_from_point(at.x, at.y).ok()?);
    pointed
        .or_else(|| window.primary_monitor().ok()?)
        .or_else(|| window.available_monitors().ok()?.into_iter().next())
}

/// Keeps where it stands now. Of a window that fills its screen, the frame it had before is kept.
pub(super) fn store(window: &WebviewWindow, state_dir: &Path) {
    if let Some(placement) = current(window, state_dir) {
        // Nobody misses a window's place.
        let _ = store_placement(state_dir, &placement);
    }
}

/// Draws the page larger or smaller, now and when the window is opened again.
pub(super) fn zoom(window: &WebviewWindow, state_dir: &Path, step: ZoomStep) -> tauri::Result<()> {
    let Some(mut placement) = current(window, state_dir) else { return Ok(()) };
    placement.zoom = placement.zoom.step(step);
    let _ = store_placement(state_dir, &placement);
    window.set_zoom(placement.zoom.factor())
}

fn current(window: &WebviewWindow, state_dir: &Path) -> Option<Placement> {
    let maximized = window.is_maximized().unwrap_or(false);
    let frame = match (window.outer_position(), window.inner_size()) {
        (Ok(position), Ok(size)) => rectangle(position, size),
        _ => return None,
    };
    let before = read_placement(state_dir);
    let zoom = before.as_ref().map(|before| before.zoom).unwrap_or_default();
    let frame = before.filter(|_| maximized).map_or(frame, |before| before.frame);
    Some(Placement { frame, maximized, zoom })
}

fn rectangle(position: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> Rectangle {
    Rectangle { x: position.x, y: position.y, width: size.width, height: size.height }
}
