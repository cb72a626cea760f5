//! A home, its AWS, and a desktop of their own to show a window on.

use std::io::Write as _;
use std::process::{Child, Stdio};
use std::time::Duration;

use aws_sim::{Sim, World};
use tempfile::TempDir;
use xtask::desktop::VirtualDesktop;

use crate::desktop_program::{Running, start};
use crate::tray_host::{Item, TrayHost};
use crate::window::Window;
use crate::{Home, skipped};

/// Longer than anything takes on a slow machine.
const LIMIT: Duration = Duration::from_mins(1);

/// All of it. It ends with the test.
pub struct Stage {
    /// The simulated AWS.
    pub sim: Sim,
    /// The home, whose programs call it.
    pub home: Home,
    /// The desktop.
    pub desktop: VirtualDesktop,
    /// Its panel.
    pub host: TrayHost,
    _directory: TempDir,
}

impl Stage {
    /// A stage whose home has the profile `base` and this config file.
    pub async fn start(config: &str) -> Self {
        let sim = Sim::start(World::small()).expect("a free port");
        let home = Home::in_sim(config, &sim);
        let directory = tempfile::tempdir().expect("a directory");
        let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
        let host = TrayHost::start(desktop.bus_address()).await;
        Self { sim, home, desktop, host, _directory: directory }
    }

    /// The program, started without a window, and its icon in the panel.
    pub async fn tray(&mut self) -> (Running, Item) {
        let running = start(&self.home, &self.desktop);
        (running, self.host.item().await)
    }

    /// The window of the program, unless this system has no driver for it.
    pub async fn window(&self, test: &str) -> Option<Window> {
        let window = Window::open(&self.home, &self.desktop).await;
        if window.is_none() {
            skipped(test, "SANDGLASS_TEST_WINDOW_DRIVER");
        }
        window
    }

    /// What is on the clipboard, in this form.
    pub fn clipboard(&self, form: &str) -> String {
        let mut command = xtask::programs::command("xclip").expect("it is in the table");
        command.args(["-selection", "clipboard", "-o", "-t", form]).envs(self.desktop.environment());
        String::from_utf8_lossy(&command.output().expect("it runs").stdout).into_owned()
    }

    /// Puts a text on the clipboard, as another program would.
    pub async fn copy(&self, text: &str) -> Copied {
        let mut command = xtask::programs::command("xclip").expect("it is in the table");
        command.args(["-selection", "clipboard", "-in", "-quiet"]).envs(self.desktop.environment());
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut program = command.spawn().expect("it runs");
        program.stdin.take().expect("it is piped").write_all(text.as_bytes()).expect("it reads");
        let copied = Copied(program);
        until("the clipboard", || self.clipboard("UTF8_STRING") == text).await;
        copied
    }
}

/// The program that holds the clipboard; it ends here.
pub struct Copied(Child);

impl Drop for Copied {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits for what no event tells a test of.
pub async fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let waited = tokio::time::timeout(LIMIT, async {
        while !is_so() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    waited.await.unwrap_or_else(|_| panic!("waited for {what}"));
}
