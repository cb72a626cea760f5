//! Opens files in the user's editor.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use sandglass_core::editor;
use sandglass_core::problem::{Code, Problem};
use sandglass_engine::{Environment, editors};

use crate::log;

/// An editor that cannot do what it was asked says so at once; one that shows the file lives on, or has handed it to
/// one that does.
const AT_ONCE: Duration = Duration::from_secs(1);

/// Opens a file at a line: with the editor that was chosen, else with one that is found, else as the system does.
pub(crate) fn open(environment: &Environment, path: &Path, line: Option<usize>) -> Result<(), Problem> {
    let shown = environment.paths.display(path);
    let refused = |detail: String| Problem::new(Code::NotOpened).with("path", &shown).with("detail", detail);
    let there = std::fs::metadata(path).map_err(|error| refused(error.to_string()))?;
    if there.is_dir() {
        return open::that_detached(path).map_err(|error| refused(error.to_string()));
    }
    let found = editors(environment, path, line);
    for command in &found.commands {
        match start(command) {
            Ok(()) => {
                log::add("opened", &[("file", &shown), ("with", &command.program)]);
                return Ok(());
            }
            Err(detail) if found.chosen => {
                let failed = Problem::new(Code::EditorFailed).with("path", &shown);
                return Err(failed.with("editor", &command.program).with("detail", detail));
            }
            Err(_) => {}
        }
    }
    open::that_detached(path).map_err(|error| refused(error.to_string()))
}

/// Starts it, without waiting for its end.
fn start(command: &editor::EditorCommand) -> Result<(), String> {
    let mut child = Command::new(&command.program)
        .args(&command.arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| error.to_string())?;
    let (told, ended) = mpsc::channel();
    // Whoever starts a program has to hear of its end, or it stays as a zombie.
    std::thread::spawn(move || {
        if let Ok(status) = child.wait() {
            // Nobody listens any more to one that lived on.
            let _ = told.send(status);
        }
    });
    match ended.recv_timeout(AT_ONCE) {
        Ok(status) if !status.success() => Err(status.to_string()),
        _ => Ok(()),
    }
}
