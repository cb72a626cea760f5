//! Paths in the working copy.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The workspace's root.
pub(crate) fn root() -> &'static Path {
    // Compiled in: xtask is always run from the copy it was built in.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Where tools are kept that belong to the working copy and not to the system.
pub(crate) fn tools() -> PathBuf {
    root().join("target").join("tools")
}

/// cargo's target directory.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Where the development binaries are.
pub(crate) fn binaries() -> PathBuf {
    target().join("debug")
}

/// A binary of the workspace, as built by [`cargo`] in the development profile.
pub(crate) fn binary(name: &str) -> PathBuf {
    binaries().join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// The cargo that started us, in the workspace's root.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    // `cargo run` describes xtask in these: build scripts that look at them would run again, and much with them.
    for (name, _) in env::vars_os() {
        if ["CARGO_PKG_", "CARGO_MANIFEST_"].iter().any(|part| name.to_string_lossy().starts_with(part)) {
            command.env_remove(name);
        }
    }
    command
}
