//! Windows: `%LOCALAPPDATA%\Programs\Sandglass`, and a shortcut in the Start menu that carries the
//! `AppUserModelID`. Without it the system drops notifications silently.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::{APPLICATION_ID, Built, Target, icon, place::File, program};
use crate::failure::{During as _, Result};
use crate::{process, say};

/// Takes its three values from variables, so that no path is ever part of a script.
const MAKE_SHORTCUT: &str = include_str!("shortcut.ps1");

pub(super) fn files(target: &Target, built: &Built) -> Vec<File> {
    vec![
        program(built, "sandglass", &target.bin),
        program(built, "sandglass-desktop", &target.bin),
        program(built, "sandglass-demo", &target.bin),
        icon("icon.ico", target.data.join("sandglass.ico")),
    ]
}

/// Makes the shortcut, or makes it anew.
pub(super) fn shortcut(target: &Target) -> Result<()> {
    let path = shortcut_path(target);
    let mut powershell = Command::new("powershell.exe");
    powershell
        .args(["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-Command", MAKE_SHORTCUT])
        .env("SANDGLASS_SHORTCUT", &path)
        .env("SANDGLASS_PROGRAM", target.program("sandglass-desktop"))
        .env("SANDGLASS_APPLICATION_ID", APPLICATION_ID);
    process::output(&mut powershell)?;
    say::line(&format!("written   {}", path.display()));
    Ok(())
}

/// Removes the shortcut, if there is one.
pub(super) fn remove_shortcut(target: &Target) -> Result<()> {
    let path = shortcut_path(target);
    if path.exists() {
        fs::remove_file(&path).during(|| format!("{} cannot be removed", path.display()))?;
        say::line(&format!("removed   {}", path.display()));
    }
    Ok(())
}

fn shortcut_path(target: &Target) -> PathBuf {
    target.menu.join("Sandglass.lnk")
}
