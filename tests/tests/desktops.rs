//! The same day on every desktop: the icon, its menu, a notification, the window and the prompt, with a real
//! mouse, a real panel and a real window manager each. As people have it: the program is installed.
#![cfg(target_os = "linux")]

use std::path::Path;
use std::process::Stdio;

use aws_sim::{Sim, World};
use sandglass_tests::desktop_program::Running;
use sandglass_tests::sight::Eyes;
use sandglass_tests::{Home, built, fixtures};
use tempfile::TempDir;
use xtask::desktop::screen::{Area, Picture};
use xtask::desktop::{Kind, VirtualDesktop};
use xtask::install::for_a_desktop;

/// The name of the desktop entry.
const APPLICATION: &str = "app.sandglass.desktop";
const WINDOW: &str = "^Sandglass$";
const PROMPT: &str = "MFA code for admin";
/// The panels stand above this.
const PANEL: usize = 33;
/// The screen without the panel.
const DESK: Area = (0, PANEL + 1, 1279, 799);
/// A line of waybar near its foot.
const WAYBAR: usize = 28;
/// A part of the screen that the window covers wherever it is put, and that no tooltip reaches.
const PAGE: Area = (200, 200, 760, 600);
/// So many details has a page on which something is written there; an empty one has none.
const WRITTEN: usize = 300;
/// Half the height of a line in the menus of the panels here.
const HALF_A_LINE: usize = 14;

/// A desktop on which the program runs, with ten minutes left of the session of `project1`, which is renewed by
/// hand.
struct Scene {
    sim: Sim,
    home: Home,
    directory: TempDir,
    desktop: VirtualDesktop,
    running: Running,
    /// What was to be seen before it ran.
    empty: Picture,
}

impl Scene {
    /// `None`, said aloud, where a program of this desktop is not installed and need not be.
    fn start(kind: Kind) -> Option<Self> {
        let directory = tempfile::tempdir().expect("a directory");
        let mut desktop = desktop(kind, &directory.path().join("desktop"))?;
        let sim = Sim::start(World::small()).expect("a free port");
        let home = Home::in_sim(&fixtures::project1(), &sim);
        assert_eq!(home.sandglass(&["renew", "project1"]).code, Some(0));
        home.leave_seconds(600);
        home.write(".config/sandglass/preferences.toml", "[profiles.project1]\nsilent_renewal = false\n");
        desktop.give(home.path()).expect("given");
        let programs = for_a_desktop(&desktop, built("sandglass-desktop").parent().expect("a directory"));
        desktop.start_notifications().expect("notifications");
        desktop.start_panel().expect("a panel");
        desktop.put_the_mouse_away().expect("a mouse");
        let empty = Eyes::on(&desktop, directory.path()).at_rest();
        let mut command = desktop.command(&programs.expect("installed").join("sandglass-desktop"));
        home.dress(&mut command);
        command.envs(desktop.environment()).stdout(Stdio::null());
        let running = Running(command.spawn().expect("it starts"));
        Some(Self { sim, home, directory, desktop, running, empty })
    }

    fn eyes(&self) -> Eyes<'_> {
        Eyes::on(&self.desktop, self.directory.path())
    }

    /// The icon, once it is drawn.
    fn icon(&self) -> Area {
        self.eyes().until("the icon", Picture::icon).1
    }

    /// Does what the notification offers first, as this desktop has it.
    fn take_up_the_notification(&self) {
        let eyes = self.eyes();
        eyes.wait("the notification", || self.desktop.shows_a_notification().expect("it says"));
        let (left, top, right, bottom) =
            eyes.until("it to be drawn", |picture| picture.change_within(DESK, &self.empty)).1;
        eyes.at_rest();
        eyes.keep("notification");
        match self.desktop.kind() {
            // A click on it does what its first button does, for it draws none.
            Kind::Xfce => eyes.click((left, top, right, bottom), 2),
            Kind::Sway => eyes.click((left, top, right, bottom), 1),
            // Its buttons stand below the text, which is indented; the first at the left.
            Kind::Lxqt => eyes.click((left + 70, bottom - 64, left + 130, bottom), 1),
        }
    }

    /// Opens the menu with the right button, and says where it is.
    fn menu(&self) -> Area {
        let eyes = self.eyes();
        let icon = self.icon();
        self.desktop.put_the_mouse_away().expect("a mouse");
        let before = eyes.at_rest();
        // waybar's menu opens at the mouse, the others' below the panel: here always below its last line.
        let edge = if self.desktop.kind() == Kind::Sway { WAYBAR } else { PANEL };
        // The picture of the mouse, which is put away at the left, is no menu.
        let right_half = (DESK.2 / 2, edge + 1, DESK.2, DESK.3);
        eyes.click(if edge == WAYBAR { (icon.0, edge, icon.2, edge) } else { icon }, 3);
        let menu = |picture: &Picture| {
            picture.change_within(right_half, &before).filter(|area| area.3 - area.1 > 60)
        };
        eyes.until("the menu", menu);
        let area = menu(&eyes.at_rest()).expect("it stands");
        eyes.keep("menu");
        area
    }

    fn click_the_first_line(&self) {
        let (left, top, right, _) = self.menu();
        self.eyes().click((left, top, right, top + 2 * HALF_A_LINE), 1);
    }

    fn click_the_last_line(&self) {
        let (left, _, right, bottom) = self.menu();
        self.eyes().click((left, bottom - 2 * HALF_A_LINE, right, bottom), 1);
    }

    fn shows(&self, title: &str) -> bool {
        self.desktop.shows(title).expect("the desktop says")
    }

    /// Whose the one window with this title is.
    fn owner(&self, title: &str) -> String {
        let windows = self.desktop.windows().expect("the desktop says");
        let mut own = windows.iter().filter(|window| window.title == title);
        let (Some(window), None) = (own.next(), own.next()) else { panic!("{windows:?}") };
        window.application.clone()
    }

    fn renewals(&self) -> usize {
        self.sim.count("AssumeRole")
    }
}

/// A desktop of this kind, if it can be had.
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn desktop(kind: Kind, directory: &Path) -> Option<VirtualDesktop> {
    for program in kind.programs() {
        if let Err(missing) = xtask::programs::command(program) {
            assert!(std::env::var_os("SANDGLASS_TEST_REQUIRE_ALL").is_none(), "{missing}");
            eprintln!("skipped: the desktop {} ({missing})", kind.name());
            return None;
        }
    }
    Some(VirtualDesktop::of(kind, directory).expect("it comes up"))
}

/// What everybody does on a day.
fn a_day_on(kind: Kind) {
    let Some(mut scene) = Scene::start(kind) else { return };
    let eyes = scene.eyes();
    scene.icon();

    // Ten minutes are left: a notification says so, and its button renews.
    scene.take_up_the_notification();
    assert!(scene.sim.wait_for("AssumeRole", 2, std::time::Duration::from_mins(1)), "the button did nothing");
    eyes.wait("its end", || !scene.desktop.shows_a_notification().expect("it says"));

    // The window: a left click opens it again and again, and its page lives.
    for round in 0..3 {
        eyes.click(scene.icon(), 1);
        eyes.wait("the window", || scene.shows(WINDOW));
        assert_eq!(scene.owner("Sandglass"), APPLICATION);
        eyes.wait("the keyboard", || scene.desktop.active().expect("it says") == "Sandglass");
        eyes.until("the page", |picture| (picture.details(PAGE) > WRITTEN).then_some(()));
        if round == 0 {
            scene.desktop.put_the_mouse_away().expect("a mouse");
            eyes.at_rest();
            eyes.keep("window");
            twice_as_large(&scene);
        }
        let before = eyes.at_rest();
        scene.desktop.press(&["ctrl+5"]).expect("pressed");
        let changed = |picture: &Picture| picture.details(PAGE).abs_diff(before.details(PAGE)) > WRITTEN / 4;
        eyes.until("another view", |picture| changed(picture).then_some(()));
        scene.desktop.close(WINDOW).expect("closed");
        eyes.wait("its end", || !scene.shows(WINDOW));
    }

    // The menu: its first line renews.
    scene.click_the_first_line();
    assert!(scene.sim.wait_for("AssumeRole", 3, std::time::Duration::from_mins(1)), "the click did nothing");

    // What a tool is to be told is copied, though no window of ours has the keyboard.
    let line = "export AWS_PROFILE=project1";
    scene.desktop.choose(line).expect("it is in the menu");
    eyes.wait("the clipboard", || scene.desktop.clipboard().expect("it says").trim() == line);

    // A role behind a device: the line asks for a code.
    scene.home.write(".aws/config", &fixtures::admin());
    eyes.wait("the other profile", || scene.desktop.menu().expect("it says").contains("admin"));
    scene.click_the_first_line();
    eyes.wait("the prompt", || scene.shows(PROMPT));
    assert_eq!(scene.owner(PROMPT), APPLICATION);
    eyes.until("its page", |picture| {
        let place = scene.desktop.place_of(PROMPT).expect("it says")?;
        (picture.details(place) > WRITTEN).then_some(())
    });
    eyes.at_rest();
    eyes.keep("prompt");
    scene.desktop.activate(PROMPT).expect("it has the keyboard");
    scene.desktop.type_text("111111").expect("typed");
    scene.desktop.press(&["Return"]).expect("pressed");
    assert!(scene.sim.wait_for("AssumeRole", 4, std::time::Duration::from_mins(1)), "the code did nothing");
    eyes.wait("its end", || !scene.shows(PROMPT));
    assert_eq!(scene.renewals(), 4);

    // The last line ends it, and the icon goes.
    scene.click_the_last_line();
    let ended = scene.running.0.wait().expect("a process");
    assert_eq!(ended.code(), Some(0));
    scene.eyes().until("no icon", |picture| picture.icon().is_none().then_some(()));
}

/// On a screen of many pixels the icon is drawn larger, and the page is there still.
fn twice_as_large(scene: &Scene) {
    if scene.desktop.kind() != Kind::Sway {
        return;
    }
    let eyes = scene.eyes();
    let height = |area: Area| area.3 - area.1;
    let small = height(scene.icon());
    scene.desktop.set_scale(2).expect("scaled");
    eyes.until("a larger icon", |picture| picture.icon().filter(|icon| 2 * height(*icon) > 3 * small));
    eyes.until("the page", |picture| (picture.details(PAGE) > WRITTEN).then_some(()));
    eyes.at_rest();
    eyes.keep("window twice as large");
    scene.desktop.set_scale(1).expect("scaled");
    eyes.until("the icon as before", |picture| picture.icon().filter(|icon| height(*icon) == small));
}

#[test]
fn a_day_on_xfce() {
    a_day_on(Kind::Xfce);
}

#[test]
fn a_day_on_lxqt() {
    a_day_on(Kind::Lxqt);
}

#[test]
fn a_day_on_sway() {
    a_day_on(Kind::Sway);
}
