//! Where the window stood, and where it may stand again.

use serde::{Deserialize, Serialize};

/// The smallest window everything can be reached in, in logical pixels.
pub const SMALLEST: (f64, f64) = (400.0, 360.0);
/// The size of a first window, in logical pixels.
pub const FIRST: (f64, f64) = (1180.0, 760.0);

/// A rectangle in physical pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rectangle {
    /// From the left of the desktop.
    pub x: i32,
    /// From its top.
    pub y: i32,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// Where a window stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// Its place and size when it fills no screen.
    pub frame: Rectangle,
    /// Whether it filled its screen.
    pub maximized: bool,
}

impl Placement {
    /// Where the window may stand on these screens: as it stood where enough of it can be seen to take
    /// hold of it, else nowhere in particular.
    pub fn on(&self, screens: &[Rectangle]) -> Option<Self> {
        /// So much of the title bar must be on a screen.
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
        Some(Self { frame, maximized: self.maximized })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Rectangle = Rectangle { x: 0, y: 0, width: 1280, height: 800 };

    fn at(x: i32, y: i32) -> Placement {
        Placement { frame: Rectangle { x, y, width: 900, height: 700 }, maximized: false }
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
    fn it_is_no_larger_than_its_screen() {
        let small = Rectangle { width: 640, height: 480, ..SCREEN };
        let placed = at(0, 0).on(&[small]).expect("placed");
        assert_eq!((placed.frame.width, placed.frame.height), (640, 480));
    }
}
