//! A real panel and a real mouse: the icon is found by its looks and clicked.
#![cfg(target_os = "linux")]

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use aws_sim::{Sim, World};
use sandglass_tests::programs::built;
use sandglass_tests::{Home, aws_clis, fixtures};
use xtask::desktop::VirtualDesktop;
use xtask::desktop::screen::{Area, Picture};

const LIMIT: Duration = Duration::from_mins(1);

/// Looks at the screen until it shows something: a screen tells nobody that it changed.
fn until<T>(
    desktop: &VirtualDesktop,
    directory: &Path,
    what: &str,
    found: impl Fn(&Picture) -> Option<T>,
) -> (Picture, T) {
    let start = Instant::now();
    loop {
        let picture = Picture::of(desktop, &directory.join("screen.ppm")).expect("a picture");
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
    command.arg("--tray").envs(desktop.environment()).stdout(Stdio::null()).stderr(Stdio::null());
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
