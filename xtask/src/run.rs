//! `cargo xtask run` and `demo`: Sandglass from a working copy, in the tray of this desktop or of a virtual one.

use std::io::{BufRead as _, IsTerminal as _, stdin};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;
use std::{env, fs, process, thread};

use crate::desktop::{Child, Kind, VirtualDesktop, is_root};
use crate::failure::{During as _, Failure, Result};
use crate::programs::Group;
use crate::setup::pages;
use crate::stages::{self, Outcome, Stage};
use crate::{install, process as programs, profiles, say, setup, story, workspace};

/// What is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Program {
    /// Sandglass, with the AWS files of whoever starts it.
    Sandglass,
    /// The demo, with none.
    Demo,
}

impl Program {
    fn name(self) -> &'static str {
        match self {
            Self::Sandglass => "sandglass-desktop",
            Self::Demo => "sandglass-demo",
        }
    }
}

/// What the stages before the start know.
struct Preparation {
    program: Program,
    on: Option<Kind>,
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

/// Builds Sandglass and starts it; returns when it ends. Where there is no AWS profile, the demo may take its place.
pub(crate) fn run(asked: Option<Kind>) -> Result<()> {
    let on = virtual_desktop(asked)?;
    if on.is_some_and(is_of_another) {
        say::line(
            "sway refuses to run as root, so another user runs it, who cannot read your files. Starting the demo.",
        );
        return start(Program::Demo, on);
    }
    let found = profiles::files_with_profiles();
    if found.is_empty() {
        let program = instead_of_an_empty_menu(on.is_some())?;
        return start(program, on);
    }
    let names: Vec<String> = found.iter().map(|path| path.display().to_string()).collect();
    say::line(&format!("Sandglass will use your own AWS files: {}", names.join(", ")));
    start(Program::Sandglass, on)
}

/// Builds the demo and starts it; returns when it ends.
pub(crate) fn demo(asked: Option<Kind>) -> Result<()> {
    start(Program::Demo, virtual_desktop(asked)?)
}

fn start(program: Program, on: Option<Kind>) -> Result<()> {
    stages::run(STAGES, &mut Preparation { program, on })?;
    match on {
        Some(kind) => on_virtual_desktop(program, kind),
        None => on_this_desktop(program),
    }
}

/// Whether the programs on it run as somebody else than we.
fn is_of_another(kind: Kind) -> bool {
    kind == Kind::Sway && is_root()
}

/// The virtual desktop that is needed, or asked for.
fn virtual_desktop(asked: Option<Kind>) -> Result<Option<Kind>> {
    let (why, kind) = match (asked, without_display()) {
        (Some(kind), _) => ("As asked", kind),
        (None, Some(why)) => (why, Kind::Xfce),
        (None, None) => return Ok(None),
    };
    say::line(&format!("{why}: Sandglass will run on a virtual desktop ({}).", kind.name()));
    if cfg!(target_os = "linux") {
        return Ok(Some(kind));
    }
    Err(Failure::new("The virtual desktop needs Linux. With no option, Sandglass runs on this desktop."))
}

/// What to start where there is no AWS profile: whoever can be asked is asked. On a virtual desktop nobody would
/// make a profile while Sandglass runs, so without an answer the demo is shown.
fn instead_of_an_empty_menu(virtually: bool) -> Result<Program> {
    say::line("\nNo AWS profile was found, so Sandglass would be empty. The demo has a simulated AWS.");
    if !stdin().is_terminal() {
        if virtually {
            say::line("Starting the demo, as cargo xtask demo does.");
            return Ok(Program::Demo);
        }
        say::line(
            "To see it: cargo xtask demo. Sandglass starts now. Create a profile with `aws configure`: it appears at once.",
        );
        return Ok(Program::Sandglass);
    }
    say::question("Start the demo instead? [Y/n] ");
    let mut answer = String::new();
    stdin().lock().read_line(&mut answer).during(|| "the terminal cannot be read from".to_owned())?;
    Ok(if is_yes(&answer) { Program::Demo } else { Program::Sandglass })
}

/// Enter alone is a yes; the end of the input is none.
fn is_yes(answer: &str) -> bool {
    let word = answer.trim().to_lowercase();
    answer.ends_with('\n') && (word.is_empty() || word == "y" || word == "yes")
}

fn without_display() -> Option<&'static str> {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let none = cfg!(target_os = "linux") && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY");
    none.then_some("There is no display here (DISPLAY and WAYLAND_DISPLAY are not set)")
}

fn packages(preparation: &mut Preparation) -> Result<Outcome> {
    let groups: &[Group] = match preparation.on {
        None => &[Group::Build],
        Some(Kind::Xfce) => &[Group::Build, Group::Desktop],
        Some(_) => &[Group::Build, Group::Desktop, Group::OtherDesktops],
    };
    setup::packages(groups)
}

fn build(preparation: &mut Preparation) -> Result<Outcome> {
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--package", "sandglass", "--package", "sandglass-desktop"]);
    // What is installed on a virtual desktop is whole.
    if preparation.program == Program::Demo || preparation.on.is_some() {
        cargo.args(["--features", "sandglass-desktop/demo"]);
    }
    programs::run(&mut cargo)?;
    Ok(Outcome::Done)
}

fn on_this_desktop(program: Program) -> Result<()> {
    say::line("");
    if program == Program::Sandglass {
        say::line(&format!(
            "Sandglass starts now: look for the sandglass in the tray (top or bottom of the screen) and right-click it\n\
             to open its menu. Quit there or Ctrl-C here ends it. In another terminal:\n  {} status",
            workspace::binary("sandglass").display()
        ));
    }
    programs::run(&mut Command::new(workspace::binary(program.name())))
}

/// The virtual desktop's files are in `target/`, under this and the process id.
const DESKTOP: &str = "virtual-desktop-";

fn on_virtual_desktop(program: Program, kind: Kind) -> Result<()> {
    // Another user may see nothing of the working copy; and a socket's name must be short.
    let target = if is_of_another(kind) { env::temp_dir() } else { workspace::root().join("target") };
    remove_what_ctrl_c_left(&target);
    let directory = target.join(format!("{DESKTOP}{}", process::id()));
    let shown = show(program, kind, &directory);
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

fn show(program: Program, kind: Kind, directory: &Path) -> Result<()> {
    say::line("\nStarting a virtual display with a panel and a notification daemon …");
    let mut desktop = VirtualDesktop::of(kind, directory)?;
    let installed = install::for_a_desktop(&desktop, &workspace::binaries())?;
    desktop.start_panel()?;
    desktop.start_notifications()?;
    say::line("Starting Sandglass on it …\n");
    let mut command = desktop.command(&installed.join(program.name()));
    if is_of_another(kind) {
        command.env("HOME", desktop.home()).current_dir(desktop.home());
    }
    // Asked to end when this function does, so that the demo can remove its home.
    let mut sandglass = Child::start(&mut command)?;
    introduce(program, &desktop, &mut sandglass)
}

/// From the start of Sandglass to its end.
fn introduce(program: Program, desktop: &VirtualDesktop, sandglass: &mut Child) -> Result<()> {
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
    if program == Program::Demo {
        story::tell(desktop, &mut || still_runs(sandglass))?;
    }
    if stdin().is_terminal() || program == Program::Sandglass {
        say::line(&how_to_go_on(program, desktop, &screenshot));
    }
    if stdin().is_terminal() {
        say::line("\nIt keeps running until you press Enter or Ctrl-C.");
        wait_for_enter(sandglass)
    } else {
        say::line("\nNo terminal to wait on, so Sandglass and the virtual desktop end here.");
        Ok(())
    }
}

fn how_to_go_on(program: Program, desktop: &VirtualDesktop, screenshot: &Path) -> String {
    let variables = desktop.environment().into_iter();
    let wanted = variables.filter(|(name, _)| {
        matches!(
            *name,
            "DISPLAY" | "WAYLAND_DISPLAY" | "SWAYSOCK" | "DBUS_SESSION_BUS_ADDRESS" | "XDG_RUNTIME_DIR"
        )
    });
    let exports: Vec<String> = wanted.map(|(name, value)| format!("{name}='{value}'")).collect();
    let status = match program {
        Program::Sandglass => format!(
            "Screenshot: {}\nTo go on, in another terminal:\n  {} status\n",
            screenshot.display(),
            workspace::binary("sandglass").display()
        ),
        Program::Demo => String::new(),
    };
    format!(
        "\nSandglass is in the tray of the virtual desktop.\n{status}For programs on that desktop (xdotool, import, …):\n  \
         export {}",
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
        if let Some(status) = sandglass.try_wait()? {
            say::line(&format!("Sandglass ended ({status})."));
            return if status.success() {
                Ok(())
            } else {
                Err(Failure::new("Sandglass failed; the reason is above."))
            };
        }
    }
}

fn still_runs(sandglass: &mut Child) -> Result<()> {
    match sandglass.try_wait()? {
        None => Ok(()),
        Some(status) => {
            Err(Failure::new(format!("Sandglass ended before its icon was in the tray ({status}).")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enter_is_a_yes_and_the_end_of_the_input_is_none() {
        assert!(is_yes("\n") && is_yes("Y\n") && is_yes("yes\r\n"));
        assert!(!is_yes("") && !is_yes("n\n") && !is_yes("what\n"));
    }
}
