//! The program as people start it: no driver, no variable of one, a real panel, a real mouse, real keys; again
//! and again, for one day with it means many windows.
#![cfg(target_os = "linux")]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use aws_sim::{Sim, World};
use sandglass_tests::desktop_program::Running;
use sandglass_tests::{Home, built, fixtures};
use tempfile::TempDir;
use xtask::desktop::VirtualDesktop;
use xtask::desktop::screen::{Area, Picture};

const LIMIT: Duration = Duration::from_mins(1);
/// Between two looks at what tells nobody that it changed.
const LOOK_AGAIN: Duration = Duration::from_millis(30);
/// So often everything is opened and closed.
const ROUNDS: usize = 20;
/// The ground of the prompt and of the window's side (`bg` and `side` in `ui/src/styles/tokens.css`).
const GROUND: [u8; 3] = [0xfb, 0xfa, 0xf7];
const SIDE: [u8; 3] = [0xf5, 0xf3, 0xee];

const WINDOW: &str = "^Sandglass$";
const PROMPT: &str = "^MFA code for admin$";

/// The desktop, and where on it things are.
struct Screen {
    desktop: VirtualDesktop,
    home: Home,
    icon: (usize, usize),
    directory: TempDir,
}

/// Looks until something is so.
fn until<T>(what: &str, mut found: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = found() {
            return found;
        }
        assert!(start.elapsed() < LIMIT, "waited for {what}");
        std::thread::sleep(LOOK_AGAIN);
    }
}

impl Screen {
    fn picture(&self) -> Picture {
        let file: PathBuf = self.directory.path().join("screen.ppm");
        Picture::of(&self.desktop, &file).expect("a picture")
    }

    fn place(&self, title: &str) -> Option<Area> {
        self.desktop.place_of(title).expect("xdotool runs")
    }

    fn drawn(&self, page: &str) -> usize {
        self.home.log().matches(&format!(" page_drawn page={page} after_ms=")).count()
    }

    /// Waits until a window shows its page: it says so, and there is its ground and more than that.
    fn shows(&self, title: &str, page: &str, times: usize, ground: [u8; 3]) -> Area {
        until(&format!("page {times} of the {page}"), || (self.drawn(page) == times).then_some(()));
        until(&format!("the picture of the {page}"), || {
            let area = self.place(title)?;
            let picture = self.picture();
            let pixels = (area.2 - area.0) * (area.3 - area.1);
            let (plain, ink) = (picture.count(area, ground), picture.count(area, [0x1c, 0x1a, 0x16]));
            (plain > pixels / 20 && ink > 20).then_some(area)
        })
    }

    fn is_gone(&self, title: &str) {
        until(&format!("the end of {title}"), || self.place(title).is_none().then_some(()));
    }

    fn click_icon(&self, button: u8) {
        self.click(self.icon, button);
    }

    fn click(&self, (x, y): (usize, usize), button: u8) {
        let pixel = |at: usize| u32::try_from(at).expect("on the screen");
        self.desktop.click(pixel(x), pixel(y), button).expect("a click");
    }

    fn press(&self, title: &str, key: &str) {
        self.desktop.activate(title).expect("it has the keyboard");
        self.desktop.press(&[key]).expect("a key");
    }

    /// Opens the prompt from the tray's menu: the first line is the profile that needs a code.
    fn open_prompt(&self, times: usize) -> Area {
        self.desktop.put_the_mouse_away().expect("it moves");
        let before = self.picture();
        self.click_icon(3);
        let menu = until("the menu", || {
            self.picture().change(&before).filter(|area| area.3 - area.1 > 100 && area.0 > 300)
        });
        self.click((usize::midpoint(menu.0, menu.2), menu.1.max(self.icon.1 + 12) + 24), 1);
        self.shows(PROMPT, "prompt", times, GROUND)
    }

    fn open_window(&self, times: usize) {
        self.click_icon(1);
        self.shows(WINDOW, "window", times, SIDE);
    }

    fn close_window(&self, round: usize) {
        self.press(WINDOW, ["ctrl+w", "alt+F4"][round % 2]);
        self.is_gone(WINDOW);
    }

    fn close_prompt(&self, round: usize, area: Area) {
        match round % 3 {
            0 => self.press(PROMPT, "Escape"),
            // Cancel stands left of Renew, at the foot.
            1 => self.click((area.2 - 131, area.3 - 32), 1),
            _ => self.press(PROMPT, "alt+F4"),
        }
        self.is_gone(PROMPT);
    }
}

#[test]
fn window_and_prompt_open_as_often_as_they_are_wanted() {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = Home::in_sim(&(fixtures::project1() + &fixtures::admin()), &sim);
    let directory = tempfile::tempdir().expect("a directory");
    let mut desktop = VirtualDesktop::start(&directory.path().join("desktop")).expect("a desktop");
    desktop.start_panel().expect("a panel");
    let mut command = home.command(built("sandglass-desktop"));
    command.envs(desktop.environment());
    for (name, _) in command.get_envs() {
        let name = name.to_string_lossy();
        let drives = ["TAURI_", "WEBKIT_", "WEBDRIVER", "AUTOMATION"].iter().any(|word| name.contains(word));
        assert!(!drives, "{name} is none of a user's variables");
    }
    let _running = Running(command.spawn().expect("it starts"));
    let mut screen = Screen { desktop, home, icon: (0, 0), directory };

    // The first start by hand shows the window by itself.
    screen.shows(WINDOW, "window", 1, SIDE);
    screen.close_window(0);
    let icon = until("the icon", || screen.picture().icon());
    screen.icon = (usize::midpoint(icon.0, icon.2), usize::midpoint(icon.1, icon.3));

    let mut prompts = 0;
    for round in 0..ROUNDS {
        let windows = 2 + round;
        prompts += 1;
        if round % 2 == 0 {
            screen.open_window(windows);
            if round % 4 == 0 {
                screen.close_window(round / 2);
            }
            let prompt = screen.open_prompt(prompts);
            screen.close_prompt(round, prompt);
            if round % 4 != 0 {
                screen.close_window(round / 2);
            }
        } else {
            let prompt = screen.open_prompt(prompts);
            screen.open_window(windows);
            screen.close_prompt(round, prompt);
            screen.close_window(round / 2);
        }
    }
    assert_eq!(sim.count("AssumeRole"), 0, "nobody typed a code");

    // After all that a code is still taken.
    screen.open_prompt(prompts + 1);
    screen.desktop.activate(PROMPT).expect("it has the keyboard");
    screen.desktop.type_text("111111").expect("typed");
    screen.desktop.press(&["Return"]).expect("a key");
    screen.is_gone(PROMPT);
    assert_eq!(sim.count("AssumeRole"), 1);
    assert_eq!(screen.home.sandglass_json(&["status", "admin"])[0]["state"], "fresh");
}
