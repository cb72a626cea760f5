//! `cargo xtask install` and `uninstall`: Sandglass at home under the user's own directories.
//!
//! What goes where is data, made for each system ([`linux`], [`macos`], [`windows`]); [`place`] puts it there and
//! takes it away, and never touches a file that it did not write.

mod autostart;
mod linux;
mod macos;
pub mod place;
mod windows;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::desktop::VirtualDesktop;
use crate::failure::{Failure, Result};
use crate::programs::Group;
use crate::setup::pages;
use crate::stages::{self, Outcome, Stage};
use crate::{process, say, setup, workspace};
use place::{Content, File, Placed};

/// By which the system knows Sandglass: `APPLICATION_ID` of the desktop program.
const APPLICATION_ID: &str = "app.sandglass.desktop";

/// The programs that were built, and what they print of themselves.
#[derive(Debug)]
pub struct Built {
    /// Where `sandglass`, `sandglass-desktop` and `sandglass-demo` are.
    pub binaries: PathBuf,
    /// Completion scripts by shell.
    pub completions: Vec<(&'static str, String)>,
}

/// Where it is to stand.
#[derive(Debug)]
pub struct Target {
    /// Programs in a terminal are started from here.
    pub bin: PathBuf,
    /// What is not started: `share` on Linux; on other systems the application's own directory.
    pub data: PathBuf,
    /// The Start menu (Windows).
    pub menu: PathBuf,
}

impl Target {
    /// Under `prefix`, or where this system keeps a user's own programs.
    pub fn new(prefix: Option<&Path>) -> Result<Self> {
        let home = env::home_dir().ok_or_else(|| Failure::new("The home directory is unknown."))?;
        let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let prefix = prefix.map(std::path::absolute).transpose();
        let prefix = prefix.map_err(|error| Failure::new(format!("The prefix cannot be used: {error}")))?;
        if cfg!(windows) {
            let local = absolute("LOCALAPPDATA").unwrap_or_else(|| home.join("AppData/Local"));
            let roaming = absolute("APPDATA").unwrap_or_else(|| home.join("AppData/Roaming"));
            let data = prefix.unwrap_or_else(|| local.join("Programs/Sandglass"));
            let menu = roaming.join("Microsoft/Windows/Start Menu/Programs");
            return Ok(Self { bin: data.clone(), data, menu });
        }
        let bin = prefix.clone().unwrap_or_else(|| home.join(".local")).join("bin");
        let data = if cfg!(target_os = "macos") {
            prefix.map_or_else(|| home.join("Applications"), |prefix| prefix.join("Applications"))
        } else if let Some(prefix) = prefix {
            prefix.join("share")
        } else {
            absolute("XDG_DATA_HOME").unwrap_or_else(|| home.join(".local/share"))
        };
        Ok(Self { bin, data, menu: PathBuf::new() })
    }

    /// The list of what was installed, by which it is taken away again.
    pub fn manifest(&self) -> PathBuf {
        match env::consts::OS {
            "macos" => self.data.join("Sandglass.app/Contents/installed"),
            "windows" => self.data.join("installed"),
            _ => self.data.join("sandglass/installed"),
        }
    }

    /// Everything that is put there.
    pub fn files(&self, built: &Built) -> Result<Vec<File>> {
        match env::consts::OS {
            "macos" => Ok(macos::files(self, built)),
            "windows" => Ok(windows::files(self, built)),
            _ => linux::files(self, built),
        }
    }

    /// The demo, where it stands.
    fn demo(&self) -> PathBuf {
        if cfg!(target_os = "macos") {
            return self.data.join("Sandglass.app/Contents/MacOS/sandglass-demo");
        }
        self.program("sandglass-demo")
    }

    fn program(&self, name: &str) -> PathBuf {
        self.bin.join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }
}

/// Builds a release and installs it.
pub(crate) fn install(prefix: Option<&Path>) -> Result<()> {
    let target = Target::new(prefix)?;
    stages::run(RELEASE, &mut ())?;
    let placed = place::install(&target.files(&built()?)?, &target.manifest())?;
    let mut written = 0;
    for (path, change) in &placed {
        if *change != Placed::Unchanged {
            written += 1;
            say::line(&format!("{:9} {}", change.word(), path.display()));
        }
    }
    say::line(&format!("{written} files written, {} were there already.", placed.len() - written));
    if cfg!(windows) {
        windows::shortcut(&target)?;
    }
    if !is_on_path(&target.bin) {
        say::line(&format!(
            "\nNote: {} is not in PATH. To start `sandglass` by its name in a terminal, add it.",
            target.bin.display()
        ));
    }
    say::line(&format!(
        "\nSandglass is in your applications menu. To try it with a simulated AWS first:\n  {}\nTo start it at \
         every login:",
        target.demo().display()
    ));
    say::line(&format!("  {} preferences set start_at_login true", target.program("sandglass").display()));
    Ok(())
}

/// Installs programs that were built, with their desktop entry and icons, into the home of a virtual desktop: its
/// parts find them there, and its user can start them. Returns where the programs are.
pub fn for_a_desktop(desktop: &VirtualDesktop, binaries: &Path) -> Result<PathBuf> {
    let target = Target::new(Some(&desktop.home().join(".local")))?;
    let built = Built { binaries: binaries.to_owned(), completions: Vec::new() };
    place::install(&target.files(&built)?, &target.manifest())?;
    desktop.give(&desktop.home())?;
    Ok(target.bin)
}

/// Takes away what [`install`] wrote.
pub(crate) fn uninstall(prefix: Option<&Path>) -> Result<()> {
    let target = Target::new(prefix)?;
    autostart::remove(&target.program("sandglass-desktop"), &target)?;
    if cfg!(windows) {
        windows::remove_shortcut(&target)?;
    }
    let removed = place::uninstall(&target.manifest())?;
    for path in &removed {
        say::line(&format!("removed   {}", path.display()));
    }
    if removed.is_empty() {
        say::line(&format!("Nothing to remove: {} is not there.", target.manifest().display()));
        return Ok(());
    }
    say::line(
        "\nKept: your AWS files and their sessions, and Sandglass's own preferences and log:\n  \
         Linux    ~/.config/sandglass, ~/.local/state/sandglass\n  \
         macOS    ~/Library/Application Support/Sandglass\n  \
         Windows  %APPDATA%\\Sandglass, %LOCALAPPDATA%\\Sandglass\n\
         A running Sandglass continues until you choose Quit in its menu.",
    );
    Ok(())
}

/// The stages of a release build.
pub(crate) const RELEASE: &[Stage<()>] = &[
    Stage {
        name: "packages",
        does: "what the build needs from the system",
        run: |()| setup::packages(&[Group::Build]),
    },
    Stage {
        name: "page packages",
        does: "what the window's pages are made with",
        run: |()| pages::packages(),
    },
    Stage { name: "pages", does: "what the window shows", run: |()| pages::build() },
    Stage { name: "build", does: "a release of Sandglass and its demo (minutes)", run: build },
];

fn build(_: &mut ()) -> Result<Outcome> {
    let packages = ["--package", "sandglass", "--package", "sandglass-desktop"];
    let demo = ["--features", "sandglass-desktop/demo"];
    process::run(workspace::cargo().args(["build", "--release"]).args(packages).args(demo))?;
    Ok(Outcome::Done)
}

fn built() -> Result<Built> {
    let binaries = workspace::target().join("release");
    let sandglass = binaries.join(format!("sandglass{}", env::consts::EXE_SUFFIX));
    let completions = ["bash", "zsh", "fish"]
        .into_iter()
        .map(|shell| Ok((shell, process::output(Command::new(&sandglass).args(["completions", shell]))?)));
    Ok(Built { completions: completions.collect::<Result<_>>()?, binaries })
}

fn is_on_path(directory: &Path) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|found| found == directory))
}

/// A program among the files.
fn program(built: &Built, name: &str, to: &Path) -> File {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    File { path: to.join(&file), content: Content::Copy(built.binaries.join(file)), is_program: true }
}

/// Artwork among the files.
fn icon(name: &str, to: PathBuf) -> File {
    File { path: to, content: Content::Copy(workspace::root().join("icons").join(name)), is_program: false }
}

fn text(to: PathBuf, text: impl Into<String>) -> File {
    File { path: to, content: Content::Text(text.into()), is_program: false }
}
