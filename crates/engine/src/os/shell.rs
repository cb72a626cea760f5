//! Which shell started us.

use sandglass_core::export::Shell;
use sandglass_core::variables::Variables;

/// The shell this program was started from: its parent, where the system tells; else the user's
/// login shell, or on Windows the one its prompt gives away.
pub fn running_shell(variables: &Variables) -> Shell {
    let parent = parent_program().as_deref().and_then(Shell::of_program);
    let login = || variables.non_empty("SHELL").and_then(Shell::of_program);
    parent.or_else(login).unwrap_or_else(|| match (cfg!(windows), variables.get("PROMPT")) {
        (false, _) => Shell::Bash,
        (true, Some(_)) => Shell::Cmd,
        (true, None) => Shell::PowerShell,
    })
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
