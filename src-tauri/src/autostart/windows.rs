//! Autostart on Windows: a value of the user's `Run` key. The Task Manager's switch is kept elsewhere and is not
//! touched.

use std::path::Path;

use anyhow::Context;
use sandglass_engine::Environment;
use windows_registry::CURRENT_USER;

use super::LogWord;

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
const NAME: &str = "Sandglass";

pub(super) fn enter(_: &Environment, program: &Path) -> anyhow::Result<Option<LogWord>> {
    let command = format!("\"{}\" --tray", program.to_str().context("the program's path is not Unicode")?);
    let run = CURRENT_USER.create(RUN)?;
    let change = match run.get_string(NAME) {
        Ok(found) if found == command => return Ok(None),
        Ok(found) if !is_ours(&found) => return Ok(Some("left_as_found")),
        Ok(_) => "fixed",
        Err(_) => "entered",
    };
    run.set_string(NAME, &command)?;
    Ok(Some(change))
}

pub(super) fn remove(_: &Environment) -> anyhow::Result<Option<LogWord>> {
    let run = CURRENT_USER.create(RUN)?;
    match run.get_string(NAME) {
        Ok(found) if is_ours(&found) => {
            run.remove_value(NAME)?;
            Ok(Some("removed"))
        }
        _ => Ok(None),
    }
}

fn is_ours(command: &str) -> bool {
    // Until 0.1 nothing stood behind the program.
    let command = command.to_ascii_lowercase();
    command.trim_end_matches(" --tray").ends_with("\\sandglass-desktop.exe\"")
}
