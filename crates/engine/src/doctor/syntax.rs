//! Asks a shell whether it can read its own file, without running it.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use crate::Environment;

/// No shell needs longer to read a file.
const TIME: Duration = Duration::from_secs(5);

/// True if the shell that reads a file could read this text in its place; none if that shell is not here, or does not
/// say.
pub(super) async fn reads(environment: &Environment, path: &Path, text: &[u8]) -> Option<bool> {
    let (shell, arguments) = shell_of(path)?;
    let mut command = Command::new(shell);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    // Nothing that this process was given makes the shell read other files first.
    command.env_clear().env("HOME", &environment.paths.home).kill_on_drop(true);
    if let Some((name, path)) = environment.process.first_non_empty(&["PATH", "Path"]) {
        command.env(name, path);
    }
    let mut child = command.spawn().ok()?;
    let mut input = child.stdin.take()?;
    let asked = async {
        // A shell that has seen enough closes its end.
        let _ = input.write_all(text).await;
        drop(input);
        child.wait().await
    };
    let ended = tokio::time::timeout(TIME, asked).await.ok()?.ok()?;
    ended.code().map(|code| code == 0)
}

/// The shell, and how it only looks.
pub(super) fn shell_of(path: &Path) -> Option<(&'static str, &'static [&'static str])> {
    let name = path.file_name()?.to_str()?;
    match name {
        ".zshenv" | ".zprofile" | ".zshrc" | ".zlogin" => Some(("zsh", &["-f", "-n"])),
        ".bash_profile" | ".bash_login" | ".bashrc" | ".bash_aliases" => Some(("bash", &["-n"])),
        ".profile" => Some(("sh", &["-n"])),
        _ if path.extension().is_some_and(|ending| ending == "fish") => {
            Some(("fish", &["--no-config", "-n"]))
        }
        _ => None,
    }
}
