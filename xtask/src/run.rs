//! `cargo xtask run`: Sandglass from a working copy, in the tray of this desktop or of a virtual one.

use std::io::{BufRead as _, IsTerminal as _, stdin};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;
use std::{env, fs, process, thread};

use crate::desktop::VirtualDesktop;
use crate::failure::{During as _, Failure, Result};
use crate::programs::Group;
use crate::setup::pages;
use crate::stages::{self, Outcome, Stage};
use crate::{process as programs, say, setup, workspace};

/// What the stages before the start know.
struct Preparation {
    headless: bool,
}

const STAGES: &[Stage<Preparation>] = &[
    Stage { name: "packages", does: "what the build needs from the system", run: packages },
    Stage {
        name: "page packages",
        does: "what the window's pages are made with",
        run: |_| pages::packages(),
    },
    Stage { name: "pages", does: "what the window shows", run: |_| pages::build() },
    Stage { name: "build", does: "sandglass and sandglass-desktop", run: build },
];

/// Builds Sandglass and starts it; returns when it ends.
pub(crate) fn run(headless: bool) -> Result<()> {
    let why = if headless { Some("As asked (--headless)") } else { without_display() };
    if let Some(why) = why {
        say::line(&format!("{why}: Sandglass will run on a virtual desktop."));
        if !cfg!(target_os = "linux") {
            return Err(Failure::new(
                "The virtual desktop needs Linux. Without --headless, Sandglass runs on this desktop.",
            ));
        }
    }
    stages::run(STAGES, &mut Preparation { headless: why.is_some() })?;
    say_which_profiles();
    if why.is_some() { on_virtual_desktop() } else { on_this_desktop() }
}

fn without_display() -> Option<&'static str> {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let none = cfg!(target_os = "linux") && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY");
    none.then_some("There is no display here (DISPLAY and WAYLAND_DISPLAY are not set)")
}

fn packages(preparation: &mut Preparation) -> Result<Outcome> {
    let groups: &[Group] =
        if preparation.headless { &[Group::Build, Group::Desktop] } else { &[Group::Build] };
    setup::packages(groups)
}

fn build(_: &mut Preparation) -> Result<Outcome> {
    programs::run(workspace::cargo().args([
        "build",
        "--package",
        "sandglass",
        "--package",
        "sandglass-desktop",
    ]))?;
    Ok(Outcome::Done)
}

fn on_this_desktop() -> Result<()> {
    let sandglass = workspace::binary("sandglass-desktop");
    say::line(&format!(
        "\nSandglass starts now: look for the sandglass in the tray (top or bottom of the screen). A right click opens\n\
         its menu, Quit in it or Ctrl-C here ends it. In another terminal:\n  {} status",
        workspace::binary("sandglass").display()
    ));
    programs::run(&mut Command::new(sandglass))
}

/// The virtual desktop's files are in `target/`, under this and the process id.
const DESKTOP: &str = "virtual-desktop-";

fn on_virtual_desktop() -> Result<()> {
    let target = workspace::root().join("target");
    remove_what_ctrl_c_left(&target);
    let directory = target.join(format!("{DESKTOP}{}", process::id()));
    let shown = show(&directory);
    // Nothing of value is in it.
    let _ = fs::remove_dir_all(&directory);
    shown
}

/// Ctrl-C ends everything at once, and leaves the directory.
fn remove_what_ctrl_c_left(target: &Path) {
    for entry in fs::read_dir(target).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let owner = name.strip_prefix(DESKTOP).filter(|id| id.parse::<u32>().is_ok());
        if owner.is_some_and(|id| !Path::new("/proc").join(id).exists()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn show(directory: &Path) -> Result<()> {
    say::line("\nStarting a virtual display with a panel …");
    let mut desktop = VirtualDesktop::start(directory)?;
    desktop.start_panel()?;
    say::line("Starting Sandglass on it …");
    let mut command = desktop.command(&workspace::binary("sandglass-desktop"));
    let mut sandglass =
        command.stdin(Stdio::null()).spawn().during(|| "Sandglass cannot be started".to_owned())?;
    let result = introduce(&desktop, &mut sandglass);
    // It may have ended by itself, which is what was wanted.
    let _ = sandglass.kill();
    let _ = sandglass.wait();
    result
}

/// From the start of Sandglass to its end.
fn introduce(desktop: &VirtualDesktop, sandglass: &mut Child) -> Result<()> {
    let came = desktop.wait_for_icon(&mut || still_runs(sandglass))?;
    // The panel draws the icon after it has heard of it, and says nothing when it has.
    thread::sleep(Duration::from_secs(1));
    let screenshot = workspace::root().join("target/sandglass-screenshot.png");
    desktop.screenshot(&screenshot)?;
    if !came {
        let picture = screenshot.display();
        return Err(Failure::new(format!(
            "Sandglass runs, but its icon did not reach the panel. Screenshot: {picture}"
        )));
    }
    say::line(&how_to_go_on(desktop, &screenshot));
    if stdin().is_terminal() {
        say::line("\nIt keeps running until you press Enter or Ctrl-C.");
        wait_for_enter(sandglass)
    } else {
        say::line("\nThere is no terminal to wait on: Sandglass and the virtual desktop end here.");
        Ok(())
    }
}

fn how_to_go_on(desktop: &VirtualDesktop, screenshot: &Path) -> String {
    let variables = desktop.environment().into_iter();
    let wanted = variables
        .filter(|(name, _)| matches!(*name, "DISPLAY" | "DBUS_SESSION_BUS_ADDRESS" | "XDG_RUNTIME_DIR"));
    let exports: Vec<String> = wanted.map(|(name, value)| format!("{name}='{value}'")).collect();
    format!(
        "\nSandglass is in the tray of the virtual desktop.\n\
         Screenshot: {}\n\
         To go on, in another terminal:\n  {} status\n\
         and for programs on that desktop (xdotool, import, …):\n  export {}",
        screenshot.display(),
        workspace::binary("sandglass").display(),
        exports.join(" ")
    )
}

fn wait_for_enter(sandglass: &mut Child) -> Result<()> {
    let (pressed, enter) = mpsc::channel();
    thread::spawn(move || {
        let _ = stdin().lock().read_line(&mut String::new());
        let _ = pressed.send(());
    });
    loop {
        match enter.recv_timeout(Duration::from_millis(500)) {
            Err(RecvTimeoutError::Timeout) => {}
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        if let Some(status) = sandglass.try_wait().during(|| "Sandglass cannot be waited for".to_owned())? {
            say::line(&format!("Sandglass ended ({status})."));
            return if status.success() {
                Ok(())
            } else {
                Err(Failure::new("Sandglass failed; it says why above."))
            };
        }
    }
}

fn still_runs(sandglass: &mut Child) -> Result<()> {
    match sandglass.try_wait().during(|| "Sandglass cannot be waited for".to_owned())? {
        None => Ok(()),
        Some(status) => {
            Err(Failure::new(format!("Sandglass ended before its icon was in the tray ({status}).")))
        }
    }
}

/// Sandglass uses the AWS files of whoever starts it; says so, or how to make some.
fn say_which_profiles() {
    let files = aws_files();
    let has_profile = |path: &PathBuf| fs::read_to_string(path).is_ok_and(|text| names_a_section(&text));
    let found: Vec<String> =
        files.iter().filter(|p| has_profile(p)).map(|path| path.display().to_string()).collect();
    if found.is_empty() {
        say::line(
            "\nNo AWS profile was found, so Sandglass has nothing to show yet. `aws configure` makes one; Sandglass sees\n\
             it as soon as it is there.",
        );
    } else {
        say::line(&format!("\nSandglass uses your own AWS files: {}", found.join(", ")));
    }
}

/// The files as the AWS CLI looks for them.
fn aws_files() -> Vec<PathBuf> {
    let home = env::home_dir().unwrap_or_default();
    let file = |variable: &str, name: &str| {
        let set = env::var_os(variable).filter(|value| !value.is_empty());
        set.map_or_else(|| home.join(".aws").join(name), PathBuf::from)
    };
    vec![file("AWS_CONFIG_FILE", "config"), file("AWS_SHARED_CREDENTIALS_FILE", "credentials")]
}

fn names_a_section(text: &str) -> bool {
    text.lines().any(|line| line.starts_with('[') && line.contains(']'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_only_comments_has_no_profile() {
        assert!(names_a_section("# mine\n[default]\nregion = eu-west-1\n"));
        assert!(!names_a_section("# [default]\n\n"));
    }
}
