//! Eyes and a mouse on a virtual desktop.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use xtask::desktop::VirtualDesktop;
use xtask::desktop::screen::{Area, Picture};

/// Longer than anything takes on a slow machine.
const LIMIT: Duration = Duration::from_mins(1);
/// Between two looks: a screen tells nobody that it changed.
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// Somebody who sits before a desktop.
pub struct Eyes<'a> {
    desktop: &'a VirtualDesktop,
    directory: PathBuf,
}

impl<'a> Eyes<'a> {
    /// Before this desktop; what is seen passes through a file in `directory`.
    pub fn on(desktop: &'a VirtualDesktop, directory: &Path) -> Self {
        Self { desktop, directory: directory.to_owned() }
    }

    /// What is to be seen now.
    pub fn look(&self) -> Picture {
        Picture::of(self.desktop, &self.directory.join("screen.ppm")).expect("a picture")
    }

    /// Looks until something is to be seen.
    pub fn until<T>(&self, what: &str, found: impl Fn(&Picture) -> Option<T>) -> (Picture, T) {
        let start = Instant::now();
        loop {
            let picture = self.look();
            if let Some(found) = found(&picture) {
                return (picture, found);
            }
            self.patiently(start, what);
        }
    }

    /// Waits for what only a program can tell.
    pub fn wait(&self, what: &str, mut is_so: impl FnMut() -> bool) {
        let start = Instant::now();
        while !is_so() {
            self.patiently(start, what);
        }
    }

    /// What is seen when nothing moves any more.
    pub fn at_rest(&self) -> Picture {
        let start = Instant::now();
        let mut last = self.look();
        loop {
            std::thread::sleep(2 * LOOK_AGAIN);
            let now = self.look();
            if now == last {
                return now;
            }
            last = now;
            self.patiently(start, "the screen to come to rest");
        }
    }

    /// Clicks into the middle of an area: 1 left, 3 right.
    pub fn click(&self, (left, top, right, bottom): Area, button: u8) {
        let pixel = |from, to| u32::try_from(usize::midpoint(from, to)).expect("on the screen");
        self.desktop.click(pixel(left, right), pixel(top, bottom), button).expect("a click");
    }

    /// Keeps a picture for people, in `target/desktops`.
    pub fn keep(&self, what: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/desktops");
        std::fs::create_dir_all(&folder).expect("it is made");
        let file = folder.join(format!("{}-{}.png", self.desktop.kind().name(), what.replace(' ', "-")));
        self.desktop.screenshot(&file).expect("a picture");
        file
    }

    fn patiently(&self, start: Instant, what: &str) {
        if start.elapsed() > LIMIT {
            let kept = self.keep("last");
            panic!("waited for {what}; what was to be seen is in {}", kept.display());
        }
        std::thread::sleep(LOOK_AGAIN);
    }
}
