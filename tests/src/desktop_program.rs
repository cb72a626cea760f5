//! Starts `sandglass-desktop` for a test.

use std::process::{Child, Stdio};

use xtask::desktop::VirtualDesktop;

use crate::{Home, built};

/// The running desktop program; it ends with the test.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts it on a desktop, as at login: without a window.
pub fn start(home: &Home, desktop: &VirtualDesktop) -> Running {
    let mut command = home.command(built("sandglass-desktop"));
    command.arg("--tray").envs(desktop.environment()).stdout(Stdio::piped()).stderr(Stdio::piped());
    Running(command.spawn().expect("it starts"))
}

/// What it printed, once it has ended.
pub fn printed(mut running: Running) -> String {
    let _ = running.0.kill();
    let _ = running.0.wait();
    let mut text = String::new();
    for mut pipe in [
        running.0.stdout.take().map(|pipe| Box::new(pipe) as Box<dyn std::io::Read>),
        running.0.stderr.take().map(|pipe| Box::new(pipe) as Box<dyn std::io::Read>),
    ]
    .into_iter()
    .flatten()
    {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).expect("readable");
        text.push_str(&String::from_utf8_lossy(&bytes));
    }
    text
}

/// Whether a label has these words in it.
pub fn has(words: &'static str) -> impl Fn(&[String]) -> bool {
    move |labels| labels.iter().any(|label| label.contains(words))
}
