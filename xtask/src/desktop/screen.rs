//! Pictures of the screen, pixel by pixel.

use std::path::Path;

use super::VirtualDesktop;
use crate::failure::{During as _, Failure, Result};

/// What the screen showed at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    pixels: Vec<[u8; 3]>,
}

/// Left, top, right, bottom.
pub type Area = (usize, usize, usize, usize);

impl Picture {
    /// Takes one, by way of a file whose name ends with `.ppm`.
    pub fn of(desktop: &VirtualDesktop, file: &Path) -> Result<Self> {
        desktop.screenshot(file)?;
        let bytes = std::fs::read(file).during(|| format!("{} cannot be read", file.display()))?;
        Self::parse(&bytes)
            .ok_or_else(|| Failure::new(format!("{} is no picture of three bytes a pixel", file.display())))
    }

    /// Reads a binary portable pixmap.
    fn parse(bytes: &[u8]) -> Option<Self> {
        let mut fields = bytes.splitn(5, u8::is_ascii_whitespace);
        if fields.next() != Some(b"P6") {
            return None;
        }
        let mut number = || std::str::from_utf8(fields.next()?).ok()?.parse::<usize>().ok();
        let (width, height, depth) = (number()?, number()?, number()?);
        // Samples of one byte or two, the weightier first.
        let sample = if depth > 255 { 2 } else { 1 };
        let start = bytes.len().checked_sub(width * height * 3 * sample)?;
        let pixels = bytes[start..].chunks_exact(3 * sample);
        Some(Self {
            width,
            pixels: pixels.map(|pixel| [pixel[0], pixel[sample], pixel[2 * sample]]).collect(),
        })
    }

    /// The smallest area that holds every pixel of this kind; none when there are fewer than `few`.
    fn area(&self, few: usize, is: impl Fn(usize, [u8; 3]) -> bool) -> Option<Area> {
        let found: Vec<(usize, usize)> = (0..self.pixels.len())
            .filter(|index| is(*index, self.pixels[*index]))
            .map(|index| (index % self.width, index / self.width))
            .collect();
        let (left, right) = (found.iter().map(|at| at.0).min()?, found.iter().map(|at| at.0).max()?);
        let (top, bottom) = (found.iter().map(|at| at.1).min()?, found.iter().map(|at| at.1).max()?);
        (found.len() >= few).then_some((left, top, right, bottom))
    }

    /// The sand of the sandglass in the panel: no other part of it has its colour.
    pub fn icon(&self) -> Option<Area> {
        self.area(8, |_, [red, green, blue]| {
            red.abs_diff(0xbc) < 24 && green.abs_diff(0x70) < 24 && blue < 40
        })
    }

    /// How many pixels of an area have just this colour.
    pub fn count(&self, (left, top, right, bottom): Area, colour: [u8; 3]) -> usize {
        let rows = self.pixels.chunks_exact(self.width).skip(top).take((bottom + 1).saturating_sub(top));
        let cells = rows.flat_map(|row| row.iter().skip(left).take((right + 1).saturating_sub(left)));
        cells.filter(|pixel| **pixel == colour).count()
    }

    /// How many pixels of an area differ from the one at their left: few where nothing is written or drawn.
    pub fn details(&self, (left, top, right, bottom): Area) -> usize {
        let rows = self.pixels.chunks_exact(self.width).skip(top).take((bottom + 1).saturating_sub(top));
        let lines = rows.map(|row| &row[left.min(row.len())..(right + 1).min(row.len())]);
        lines.map(|line| line.windows(2).filter(|pair| pair[0] != pair[1]).count()).sum()
    }

    /// Where, within an area, it differs from another picture.
    pub fn change_within(&self, (left, top, right, bottom): Area, other: &Self) -> Option<Area> {
        let (across, down) = (left..=right, top..=bottom);
        self.area(2000, |index, pixel| {
            across.contains(&(index % self.width))
                && down.contains(&(index / self.width))
                && other.pixels[index] != pixel
        })
    }

    /// Where it differs from another picture.
    pub fn change(&self, other: &Self) -> Option<Area> {
        self.area(2000, |index, pixel| other.pixels[index] != pixel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_two_bytes_a_sample_is_read_like_one_of_one() {
        let one = Picture::parse(b"P6\n2 1\n255\nabcdef").expect("a picture");
        let two = Picture::parse(b"P6\n2 1\n65535\na.b.c.d.e.f.").expect("a picture");
        assert_eq!(one, two);
        assert_eq!(one.area(1, |_, pixel| pixel == *b"def"), Some((1, 0, 1, 0)));
        assert_eq!(Picture::parse(b"P5\n2 1\n255\nab"), None);
    }

    #[test]
    fn pixels_of_a_colour_are_counted_within_an_area() {
        let picture = Picture::parse(b"P6\n2 2\n255\naaabbbaaaaaa").expect("a picture");
        assert_eq!(picture.count((0, 0, 1, 1), *b"aaa"), 3);
        assert_eq!(picture.count((1, 0, 1, 1), *b"aaa"), 1);
        assert_eq!(picture.count((0, 0, 9, 9), *b"bbb"), 1);
        assert_eq!(picture.details((0, 0, 1, 1)), 1);
    }
}
