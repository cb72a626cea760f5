//! Making sure that what a task needs is there.

mod apt;
pub(crate) mod aws_cli_v2;
pub(crate) mod cargo_tool;
pub(crate) mod node;
mod other_systems;
pub(crate) mod pages;
pub(crate) mod python;
mod system;

use std::fs;
use std::path::Path;

use crate::failure::{During as _, Result};
use crate::programs::{self, Group};
use crate::stages::Outcome;
pub(crate) use system::System;

/// Installs the packages of these groups where we can (Debian, Ubuntu); elsewhere fails with the command to run
/// when something that the build needs is missing.
pub(crate) fn packages(groups: &[Group]) -> Result<Outcome> {
    let system = System::current();
    if system.has_apt() {
        apt::install(&programs::packages(groups))
    } else {
        other_systems::check(&system, groups)
    }
}

/// The version apt would install of a package (Debian, Ubuntu); `None` where it knows none.
pub(crate) fn candidate(package: &str) -> Result<Option<String>> {
    apt::candidate(package)
}

/// Whether `stamp` holds `content`: what it stands for was finished, and for the same versions.
pub(crate) fn is_stamped(stamp: &Path, content: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|found| found == content)
}

/// An empty directory, whatever was there before.
fn fresh_directory(directory: &Path) -> Result<()> {
    if directory.exists() {
        fs::remove_dir_all(directory).during(|| format!("{} cannot be removed", directory.display()))?;
    }
    fs::create_dir_all(directory).during(|| format!("{} cannot be created", directory.display()))
}

/// Writes a file, naming it where that fails.
pub(crate) fn write(path: &Path, content: &str) -> Result<()> {
    fs::write(path, content).during(|| format!("{} cannot be written", path.display()))
}

/// Writes a script that can be started (on Unix: the mode is 0755).
pub(crate) fn write_script(path: &Path, content: &str) -> Result<()> {
    write(path, content)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let executable = fs::Permissions::from_mode(0o755);
        fs::set_permissions(path, executable)
            .during(|| format!("{} cannot be made executable", path.display()))?;
    }
    Ok(())
}
