//! The first two minutes of the demo on a virtual desktop, told line by line, with pictures.

use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use crate::desktop::VirtualDesktop;
use crate::desktop::screen::Picture;
use crate::failure::{Failure, Result};
use crate::{say, workspace};

/// A wake-up of Sandglass may be half a minute late, and the machine may be slow.
const PATIENCE: Duration = Duration::from_mins(3);
/// Between two looks at what sends no event.
const LOOK_AGAIN: Duration = Duration::from_millis(500);
/// A panel needs a moment to draw, and says nothing when it has.
const DRAWN: Duration = Duration::from_secs(1);

/// The story, and where it is told.
struct Story<'a> {
    desktop: &'a VirtualDesktop,
    still_worth_it: &'a mut dyn FnMut() -> Result<()>,
    start: Instant,
    pictures: usize,
}

/// Follows the demo until everything was seen. `still_worth_it` ends it when the demo has died.
pub(crate) fn tell(desktop: &VirtualDesktop, still_worth_it: &mut dyn FnMut() -> Result<()>) -> Result<()> {
    say::line("\nWhat a newcomer sees (minutes:seconds; the pictures are in target/):");
    let mut story = Story { desktop, still_worth_it, start: Instant::now(), pictures: 0 };
    story.until("the profiles", |desktop| Ok(desktop.menu()?.contains("default · ")))?;
    let picture = story.picture_of_menu("menu")?;
    story.tell("six profiles, each with its countdown, and the note that it is the demo", Some(&picture));
    story.until("a notification", VirtualDesktop::shows_a_notification)?;
    thread::sleep(DRAWN);
    let picture = story.picture("notification")?;
    story.tell("a notification: prod-admin needs an MFA code soon", Some(&picture));
    story.until("a silent renewal", |desktop| Ok(desktop.menu()?.contains("project1 · 2 min")))?;
    story.tell("project1 was renewed automatically, without a notification", None);
    story.until("an expiry", |desktop| Ok(desktop.menu()?.contains("✕ prod-admin")))?;
    let picture = story.picture_of_menu("expiry")?;
    story.tell("prod-admin has expired: renewing it takes an MFA code", Some(&picture));
    // The first line that can be chosen is the most urgent one.
    story.open_menu()?;
    desktop.press(&["Down", "Return"])?;
    story.until("a click that renews", |desktop| Ok(desktop.menu()?.contains("● partner")))?;
    let picture = story.picture_of_menu("renewed")?;
    story.tell("a click on partner renewed it", Some(&picture));
    Ok(())
}

impl Story<'_> {
    fn until(&mut self, what: &str, is_so: impl Fn(&VirtualDesktop) -> Result<bool>) -> Result<()> {
        let start = Instant::now();
        while !is_so(self.desktop)? {
            (self.still_worth_it)()?;
            if start.elapsed() > PATIENCE {
                return Err(Failure::new(format!("The demo runs, but does not show {what}.")));
            }
            thread::sleep(LOOK_AGAIN);
        }
        Ok(())
    }

    fn tell(&self, what: &str, picture: Option<&PathBuf>) {
        let seconds = self.start.elapsed().as_secs();
        let picture = picture.and_then(|path| path.file_name()).map(|name| format!(" ({})", name.display()));
        say::line(&format!("  {}:{:02}  {what}{}", seconds / 60, seconds % 60, picture.unwrap_or_default()));
    }

    fn picture(&mut self, name: &str) -> Result<PathBuf> {
        self.pictures += 1;
        let path = workspace::root().join(format!("target/demo-{}-{name}.png", self.pictures));
        self.desktop.screenshot(&path)?;
        Ok(path)
    }

    fn picture_of_menu(&mut self, name: &str) -> Result<PathBuf> {
        self.open_menu()?;
        let picture = self.picture(name)?;
        self.desktop.press(&["Escape"])?;
        self.desktop.put_the_mouse_away()?;
        Ok(picture)
    }

    /// With the right button on the icon, wherever the panel has put it.
    fn open_menu(&self) -> Result<()> {
        let file = workspace::root().join("target/demo-screen.ppm");
        let icon = Picture::of(self.desktop, &file)?.icon();
        let _ = std::fs::remove_file(file);
        let (left, top, right, bottom) =
            icon.ok_or_else(|| Failure::new("The icon is not to be seen on the panel."))?;
        let pixel = |from, to| u32::try_from(usize::midpoint(from, to)).unwrap_or_default();
        self.desktop.click(pixel(left, right), pixel(top, bottom), 3)?;
        thread::sleep(DRAWN);
        Ok(())
    }
}
