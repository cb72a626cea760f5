//! The pages of the window, in `ui/`: made by npm before the desktop program embeds them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, time};

use super::{is_stamped, write};
use crate::failure::{Failure, Result};
use crate::stages::Outcome;
use crate::{process, say, workspace};

/// What the pages are made of, besides `ui/src`.
const SOURCES: &[&str] = &["ui", "locales"];
/// Vite 8 needs it; the Node.js of Debian 12 is older.
const NODE: u32 = 20;

fn directory() -> PathBuf {
    workspace::root().join("ui")
}

/// npm in `ui/`, with the Node.js that it needs.
pub(crate) fn npm() -> Result<Command> {
    let advice = "Install Node.js 20 or newer (nodejs.org, or your system's packages).";
    let npm =
        process::find("npm").ok_or_else(|| Failure::new(format!("npm was not found in PATH. {advice}")))?;
    let version = process::output(Command::new("node").arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|text| text.parse().ok());
    if major.is_none_or(|major: u32| major < NODE) {
        return Err(Failure::new(format!("Node.js {} is too old for the pages. {advice}", version.trim())));
    }
    let mut command = Command::new(npm);
    command.current_dir(directory());
    Ok(command)
}

/// Installs what the pages are made with, unless it is there.
pub(crate) fn packages() -> Result<Outcome> {
    let lock = fs::read_to_string(directory().join("package-lock.json"))
        .map_err(|error| Failure::new(format!("ui/package-lock.json cannot be read: {error}")))?;
    let stamp = directory().join("node_modules").join("sandglass-stamp");
    if is_stamped(&stamp, &lock) {
        say::line("Nothing to do: what ui/package-lock.json names is there.");
        return Ok(Outcome::Noted("already there".to_owned()));
    }
    process::run(npm()?.args(["ci", "--no-audit", "--no-fund"]))?;
    write(&stamp, &lock)?;
    Ok(Outcome::Done)
}

/// Makes the pages, unless they are newer than all they are made of.
pub(crate) fn build() -> Result<Outcome> {
    let made = modified(&directory().join("dist").join("index.html"));
    let newest = SOURCES.iter().filter_map(|source| newest(&workspace::root().join(source))).max();
    if made.is_some() && made > newest && is_real() {
        say::line("Nothing to do: the pages are newer than what they are made of.");
        return Ok(Outcome::Noted("already there".to_owned()));
    }
    process::run(npm()?.args(["run", "build"]))?;
    Ok(Outcome::Done)
}

/// The build of the desktop program puts empty pages there when it finds none.
fn is_real() -> bool {
    fs::read_to_string(directory().join("dist").join("index.html")).is_ok_and(|page| page.contains("<script"))
}

fn modified(path: &Path) -> Option<time::SystemTime> {
    fs::metadata(path).and_then(|found| found.modified()).ok()
}

/// When the youngest file in a directory was changed, without what is made or installed there.
fn newest(directory: &Path) -> Option<time::SystemTime> {
    let made = ["node_modules", "dist", "screenshots", "coverage", "test-results"];
    let entries = fs::read_dir(directory).ok()?.flatten();
    entries
        .filter(|entry| !made.iter().any(|name| entry.file_name() == *name))
        .filter_map(|entry| {
            let path = entry.path();
            if path.is_dir() { newest(&path) } else { modified(&path) }
        })
        .max()
}
