//! Once as people do it: a real panel, the icon found by its looks, a real mouse.
#![cfg(target_os = "linux")]

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use aws_sim::{Sim, World};
use sandglass_tests::programs::built;
use sandglass_tests::{Home, aws_clis, fixtures};
use xtask::desktop::VirtualDesktop;

const LIMIT: Duration = Duration::from_mins(1);

/// What the screen showed.
#[derive(Clone, PartialEq)]
struct Picture {
    width: usize,
    pixels: Vec<[u8; 3]>,
}

/// Left, top, right, bottom.
type Area = (usize, usize, usize, usize);

impl Picture {
    fn of(desktop: &VirtualDesktop, directory: &Path) -> Self {
        let file = directory.join("screen.ppm");
        desktop.screenshot(&file).expect("a screenshot");
        let bytes = std::fs::read(file).expect("a picture");
        let mut fields = bytes.splitn(5, u8::is_ascii_whitespace);
        assert_eq!(fields.next(), Some(b"P6".as_slice()), "a picture of three bytes a pixel");
        let mut number = || -> usize {
            let field = fields.next().and_then(|field| std::str::from_utf8(field).ok());
            field.and_then(|field| field.parse().ok()).expect("a number")
        };
        let (width, height, depth) = (number(), number(), number());
        // Samples of one byte or two, the weightier first.
        let sample = if depth > 255 { 2 } else { 1 };
        let pixels: Vec<[u8; 3]> = bytes[bytes.len() - width * height * 3 * sample..]
            .chunks_exact(3 * sample)
            .map(|pixel| [pixel[0], pixel[sample], pixel[2 * sample]])
            .collect();
        Self { width, pixels }
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

    /// The sand of the sandglass: no other part of the panel has its colour.
    fn icon(&self) -> Option<Area> {
        self.area(8, |_, [red, green, blue]| {
            red.abs_diff(0xbc) < 24 && green.abs_diff(0x70) < 24 && blue < 40
        })
    }

    /// Where it differs from another picture.
    fn change(&self, other: &Self) -> Option<Area> {
        self.area(2000, |index, pixel| other.pixels[index] != pixel)
    }
}

/// Looks at the screen until it shows something: a screen tells nobody that it changed.
fn until<T>(
    desktop: &VirtualDesktop,
    directory: &Path,
    what: &str,
    found: impl Fn(&Picture) -> Option<T>,
) -> (Picture, T) {
    let start = Instant::now();
    loop {
        let picture = Picture::of(desktop, directory);
        if let Some(found) = found(&picture) {
            return (picture, found);
        }
        assert!(start.elapsed() < LIMIT, "waited for {what}");
    }
}

fn click(desktop: &VirtualDesktop, x: usize, y: usize, button: u8) {
    let pixel = |at: usize| u32::try_from(at).expect("on the screen");
    desktop.click(pixel(x), pixel(y), button).expect("a click");
}

#[test]
fn a_mouse_renews_a_profile() {
    let directory = tempfile::tempdir().expect("a directory");
    let sim = Sim::start(World::small()).expect("a free port");
    let home = Home::in_sim(&fixtures::project1(), &sim);
    let mut desktop = VirtualDesktop::start(&directory.path().join("desktop")).expect("a desktop");
    desktop.start_panel().expect("a panel");
    let mut command = home.command(built("sandglass-desktop"));
    command.envs(desktop.environment()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut running = command.spawn().expect("it starts");

    let look =
        |what: &str, found: &dyn Fn(&Picture) -> Option<Area>| until(&desktop, directory.path(), what, found);
    let (before, (left, top, right, bottom)) = look("the icon", &Picture::icon);
    click(&desktop, usize::midpoint(left, right), usize::midpoint(top, bottom), 3);
    let (_, menu) = look("the menu", &|picture| picture.change(&before).filter(|area| area.3 - area.1 > 60));
    // The first line of the menu, below its edge.
    click(&desktop, usize::midpoint(menu.0, menu.2), bottom.max(menu.1) + 24, 1);
    assert!(sim.wait_for("AssumeRole", 1, LIMIT), "the click renewed nothing");

    let start = Instant::now();
    while home.sandglass_json(&["status", "project1"])[0]["state"] != "fresh" {
        assert!(start.elapsed() < LIMIT, "no session was stored");
    }
    for aws in aws_clis("a_mouse_renews_a_profile") {
        let identity = aws.caller_identity(&home, "project1");
        assert!(identity["Arn"].to_string().contains("assumed-role/project1/"), "{identity}");
    }
    assert_eq!(sim.count("AssumeRole"), 1);
    running.kill().expect("it ends");
    running.wait().expect("it ended");
}
