//! `cargo xtask run`: starts Sandglass from a working copy.

use std::process::Command;

use crate::failure::{Failure, Result};
use crate::programs::Group;
use crate::{process, setup, workspace};

/// Builds and starts Sandglass.
pub(crate) fn run(headless: bool) -> Result<()> {
    if headless {
        return Err(Failure::new("run --headless is not built yet"));
    }
    setup::packages(&[Group::Build])?;
    process::run(workspace::cargo().args(["build", "-p", "sandglass", "-p", "sandglass-desktop"]))?;
    process::run(&mut Command::new(workspace::binary("sandglass-desktop")))
}
