//! Removes lines from a file that a shell reads when it starts.

use std::path::Path;

use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::{DiffLine, DiffMark};
use sandglass_doctor::shell_edit;

use super::syntax;
use crate::lock::{Lock, PATIENCE};
use crate::trouble::Because;
use crate::{Environment, evidence, files, os};

/// Removes lines, if they still are what was shown: the file keeps its mode, its owner and every other
/// byte, a link stays a link, and the version before is kept in our own directory.
pub(super) async fn without_lines(
    environment: &Environment,
    path: &Path,
    shown: &[DiffLine],
) -> Result<(), Problem> {
    let unwritable = |error: std::io::Error| {
        Problem::new(Code::FileUnwritable).with("path", environment.paths.display(path)).because(&error)
    };
    let changed = || Problem::new(Code::FileChanged).with("path", environment.paths.display(path));
    let _lock = Lock::acquire(&environment.state_dir, "shell-file", PATIENCE).await.map_err(unwritable)?;
    let found = files::FoundFile::read_at_rest(path).map_err(unwritable)?;
    let assignments = evidence::shell_assignments(path, &found.bytes);
    let gone = shown.iter().filter(|line| line.mark == DiffMark::Removed);
    let lines: Vec<usize> = gone.filter_map(|line| line.old).collect();
    let can_go = |line: &usize| {
        let mut here = assignments.iter().filter(|found| found.line == Some(*line)).peekable();
        here.peek().is_some() && here.all(|found| found.is_whole_line)
    };
    let around = shell_edit::shown_lines(&String::from_utf8_lossy(&found.bytes));
    if !lines.iter().all(can_go) || shell_edit::removed(&assignments, &lines, &around) != shown {
        return Err(changed());
    }
    let after = shell_edit::without_lines(&found.bytes, &lines);
    // The last word is the shell's: what it could read before, it can read after.
    if syntax::reads(environment, path, &after).await == Some(false)
        && syntax::reads(environment, path, &found.bytes).await != Some(false)
    {
        let shell = syntax::shell_of(path).map_or("the shell", |(shell, _)| shell);
        return Err(Problem::new(Code::FileNotEdited)
            .with("path", environment.paths.display(path))
            .with("detail", format!("{shell} could not read it any more")));
    }
    files::replaceable(environment, &[path])?;
    back_up(environment, path, &found.bytes).map_err(unwritable)?;
    if files::store(environment, path, &after, &found)? { Ok(()) } else { Err(changed()) }
}

fn back_up(environment: &Environment, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let backup = environment.state_dir.join("backup").join(format!("{}.last", name.trim_start_matches('.')));
    os::create_private_dir(backup.parent().unwrap_or(&backup))?;
    files::write_own(&backup, bytes)
}
