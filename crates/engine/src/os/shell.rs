//! Recognises the shell that started this program.

use sandglass_core::export::Shell;
use sandglass_core::variables::Variables;

/// The shell this program was started from: its parent, where the system tells; else the user's
/// login shell, or on Windows the one its prompt gives away.
pub fn running_shell(variables: &Variables) -> Shell {
    let parent = parent_program().as_deref().and_then(Shell::of_program);
    let prompt = || (cfg!(windows) && variables.get("PROMPT").is_some()).then_some(Shell::Cmd);
    parent.or_else(prompt).unwrap_or_else(|| login_shell(variables))
}

/// The shell a user of this system opens a terminal with.
pub fn login_shell(variables: &Variables) -> Shell {
    let named = variables.non_empty("SHELL").and_then(Shell::of_program);
    named.unwrap_or(if cfg!(windows) { Shell::PowerShell } else { Shell::Bash })
}

#[cfg(target_os = "linux")]
fn parent_program() -> Option<String> {
    let parent = rustix::process::getppid()?;
    let name = std::fs::read_to_string(format!("/proc/{parent}/comm")).ok()?;
    Some(name.trim().to_owned())
}

#[cfg(target_os = "macos")]
fn parent_program() -> Option<String> {
    let parent = rustix::process::getppid()?.to_string();
    let output = std::process::Command::new("/bin/ps").args(["-o", "comm=", "-p", &parent]).output().ok()?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned())
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn parent_program() -> Option<String> {
    None
}
