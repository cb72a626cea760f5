//! `cargo xtask audit`: checks dependencies against `deny.toml` with cargo-deny.

use std::process::Command;

use crate::failure::Result;
use crate::setup::cargo_tool::CARGO_DENY;
use crate::{process, say, workspace};

/// Licences, bans and sources must hold; advisories are looked at where their database can be had.
pub(crate) fn audit() -> Result<()> {
    CARGO_DENY.ensure()?;
    deny(&["check", "bans", "licenses", "sources"])?;
    if deny(&["fetch", "db"]).is_err() {
        say::line("The advisories were not looked at: their database could not be fetched.");
        return Ok(());
    }
    deny(&["check", "advisories"])
}

fn deny(arguments: &[&str]) -> Result<()> {
    process::run(Command::new(CARGO_DENY.program()).current_dir(workspace::root()).args(arguments))
}
