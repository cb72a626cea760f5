//! Places the window on the screen: first in the middle, later where it stood.

use serde::{Deserialize, Serialize};

/// The smallest window everything can be reached in, in logical pixels.
pub const SMALLEST: (f64, f64) = (400.0, 360.0);
/// The size of a first window on a screen that has room for it, in logical pixels.
pub const FIRST: (f64, f64) = (1180.0, 760.0);
/// The steps of the page's zoom, in per cent, as browsers have them.
const ZOOM: [u16; 13] = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 300, 400];

/// A rectangle in physical pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rectangle {
    /// The distance from the left of the desktop.
    pub x: i32,
    /// The distance from its top.
    pub y: i32,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// A window's position, size and zoom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// Its place and size when it fills no screen.
    pub frame: Rectangle,
    /// True if it filled its screen.
    pub maximized: bool,
    /// The page's zoom in per cent.
    #[serde(default)]
    pub zoom: Zoom,
}

/// The zoom of a page, in per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u16")]
pub struct Zoom(u16);

/// A change of the zoom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ZoomStep {
    /// One step larger.
    In,
    /// One step smaller.
    Out,
    /// As the page was drawn at first.
    Reset,
}

impl Default for Zoom {
    fn default() -> Self {
        Self(100)
    }
}

impl From<u16> for Zoom {
    /// The nearest that is not outside of the steps.
    fn from(percent: u16) -> Self {
        Self(percent.clamp(ZOOM[0], ZOOM[ZOOM.len() - 1]))
    }
}

impl Zoom {
    /// The zoom one step from here.
    #[must_use]
    pub fn step(self, step: ZoomStep) -> Self {
        let next = match step {
            ZoomStep::In => ZOOM.iter().find(|percent| **percent > self.0),
            ZoomStep::Out => ZOOM.iter().rfind(|percent| **percent < self.0),
            ZoomStep::Reset => return Self::default(),
        };
        next.map_or(self, |percent| Self(*percent))
    }

    /// As a factor: 1.0 is the page as it is.
    pub fn factor(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// Returns the placement of a first window on a screen whose free area is `work_area`: at its full size or
/// at 90 % of what is free, in the middle.
pub fn first(work_area: Rectangle, scale: f64) -> Rectangle {
    let side = |wanted: f64, free: u32| {
        let most = u64::from(free) * 9 / 10;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size in pixels")]
        let wanted = (wanted * scale).round() as u64;
        u32::try_from(wanted.min(most)).unwrap_or(free)
    };
    let (width, height) = (side(FIRST.0, work_area.width), side(FIRST.1, work_area.height));
    Rectangle {
        x: work_area.x.saturating_add_unsigned((work_area.width - width) / 2),
        y: work_area.y.saturating_add_unsigned((work_area.height - height) / 2),
        width,
        height,
    }
}

impl Placement {
    /// Returns the window's placement on these screens: as it stood where enough of it can be seen to take
    /// hold of it, else nowhere in particular.
    pub fn on(&self, screens: &[Rectangle]) -> Option<Self> {
        /// The part of the title bar that must be on a screen, in pixels.
        const GRIP: i32 = 100;
        let Rectangle { x, y, width, height } = self.frame;
        if width == 0 || height == 0 {
            return None;
        }
        let right = x.saturating_add_unsigned(width);
        let reachable = |screen: &&Rectangle| {
            let (end_x, end_y) = (
                screen.x.saturating_add_unsigned(screen.width),
                screen.y.saturating_add_unsigned(screen.height),
            );
            let wide = right.min(end_x).saturating_sub(x.max(screen.x)) >= GRIP;
            wide && (screen.y..end_y.saturating_sub(GRIP / 2)).contains(&y)
        };
        let screen = screens.iter().find(reachable)?;
        let frame =
            Rectangle { width: width.min(screen.width), height: height.min(screen.height), ..self.frame };
        Some(Self { frame, ..*self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Rectangle = Rectangle { x: 0, y: 0, width: 1280, height: 800 };

    fn at(x: i32, y: i32) -> Placement {
        let frame = Rectangle { x, y, width: 900, height: 700 };
        Placement { frame, maximized: false, zoom: Zoom::default() }
    }

    #[test]
    fn it_comes_back_where_it_stood_while_that_screen_is_there() {
        let second = Rectangle { x: 1280, ..SCREEN };
        assert_eq!(at(1400, 40).on(&[SCREEN, second]), Some(at(1400, 40)));
        assert_eq!(at(1400, 40).on(&[SCREEN]), None);
        assert_eq!(at(-100, 0).on(&[SCREEN]), Some(at(-100, 0)));
        assert_eq!(at(-850, 0).on(&[SCREEN]), None, "too little to take hold of");
        assert_eq!(at(0, 790).on(&[SCREEN]), None, "below the edge");
        assert_eq!(at(0, -10).on(&[SCREEN]), None, "its title bar cannot be reached");
        assert_eq!(at(i32::MAX, i32::MIN).on(&[SCREEN]), None);
    }

    #[test]
    fn a_first_window_leaves_a_margin_and_stands_in_the_middle() {
        let free = Rectangle { x: 0, y: 26, width: 1280, height: 774 };
        assert_eq!(first(free, 1.0), Rectangle { x: 64, y: 65, width: 1152, height: 696 });
        let large = Rectangle { x: 1280, y: 0, width: 1920, height: 1080 };
        assert_eq!(first(large, 1.0), Rectangle { x: 1650, y: 160, width: 1180, height: 760 });
        assert_eq!(first(large, 2.0).width, 1728);
        let none = Rectangle { width: 0, height: 0, ..large };
        assert_eq!(first(none, 1.0), none);
    }

    #[test]
    fn the_zoom_goes_by_steps_and_stays_within_them() {
        let zoom = Zoom::default();
        assert_eq!(zoom.step(ZoomStep::In), Zoom(110));
        assert_eq!(zoom.step(ZoomStep::Out).step(ZoomStep::Out), Zoom(80));
        assert_eq!(Zoom::from(400).step(ZoomStep::In), Zoom(400));
        assert_eq!(Zoom::from(50).step(ZoomStep::Out), Zoom(50));
        assert_eq!(Zoom::from(9).step(ZoomStep::Out), Zoom(50));
        assert_eq!(Zoom(150).step(ZoomStep::Reset), zoom);
    }

    #[test]
    fn a_place_that_an_older_version_kept_has_no_zoom() {
        let text = r#"{"frame":{"x":1,"y":2,"width":3,"height":4},"maximized":false}"#;
        let placement: Placement = serde_json::from_str(text).expect("it is read");
        assert_eq!(placement.zoom, Zoom::default());
    }

    #[test]
    fn it_is_no_larger_than_its_screen() {
        let small = Rectangle { width: 640, height: 480, ..SCREEN };
        let placed = at(0, 0).on(&[small]).expect("placed");
        assert_eq!((placed.frame.width, placed.frame.height), (640, 480));
    }
}
