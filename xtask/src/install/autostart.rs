//! Removes the autostart entry together with the program; the desktop program wrote it when the user asked for it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io::ErrorKind};

use super::{APPLICATION_ID, Target};
use crate::failure::{During as _, Result};
use crate::{process, say};

/// Removes the entry that starts this program, and only that.
pub(super) fn remove(desktop: &Path, target: &Target) -> Result<()> {
    if cfg!(windows) {
        return remove_from_registry(desktop);
    }
    let home = env::home_dir().unwrap_or_default();
    let (file, program) = if cfg!(target_os = "macos") {
        let file = home.join(format!("Library/LaunchAgents/{APPLICATION_ID}.plist"));
        (file, target.data.join("Sandglass.app/Contents/MacOS/sandglass-desktop"))
    } else {
        let config = env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
        let config = config.unwrap_or_else(|| home.join(".config"));
        (config.join(format!("autostart/{APPLICATION_ID}.desktop")), desktop.to_owned())
    };
    if starts(&file, &program)? {
        fs::remove_file(&file).during(|| format!("{} cannot be removed", file.display()))?;
        say::line(&format!("removed   {}", file.display()));
    }
    Ok(())
}

/// Whether an entry that Sandglass wrote starts this program and not another copy.
fn starts(file: &Path, program: &Path) -> Result<bool> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(text.contains("andglass") && text.contains(&*program.to_string_lossy())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error).during(|| format!("{} cannot be read", file.display())),
    }
}

fn remove_from_registry(desktop: &Path) -> Result<()> {
    let run = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
    let found =
        process::output_whatever_the_code(Command::new("reg").args(["query", run, "/v", "Sandglass"]))?;
    if found.to_lowercase().contains(&desktop.to_string_lossy().to_lowercase()) {
        process::output(Command::new("reg").args(["delete", run, "/v", "Sandglass", "/f"]))?;
        say::line(&format!("removed   {run}, Sandglass"));
    }
    Ok(())
}
