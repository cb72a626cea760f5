//! tauri-driver: what drives the real window by `WebDriver`, in `target/tools/tauri-driver`.

use std::path::PathBuf;

use super::{is_stamped, write};
use crate::failure::Result;
use crate::stages::Outcome;
use crate::{process, say, workspace};

const VERSION: &str = "2.1.0";

fn directory() -> PathBuf {
    workspace::tools().join("tauri-driver")
}

/// The program.
pub(crate) fn program() -> PathBuf {
    directory().join("bin").join(format!("tauri-driver{}", std::env::consts::EXE_SUFFIX))
}

/// Builds it unless this version is there.
pub(crate) fn ensure() -> Result<Outcome> {
    let stamp = directory().join("sandglass-stamp");
    if is_stamped(&stamp, VERSION) && program().exists() {
        say::line("Nothing to do: it is there in this version.");
        return Ok(Outcome::Noted("already there".to_owned()));
    }
    let root = directory();
    say::line(&format!("Into {}: tauri-driver {VERSION}", root.display()));
    let mut install = workspace::cargo();
    install
        .args(["install", "tauri-driver", "--version", VERSION, "--locked", "--force", "--root"])
        .arg(&root);
    // Where other workspaces of this user build must not change where this is built.
    process::run(install.env_remove("CARGO_TARGET_DIR"))?;
    write(&stamp, VERSION)?;
    Ok(Outcome::Done)
}
