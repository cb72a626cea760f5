//! Programs that cargo installs, each in a directory of its own below `target/tools`.

use std::path::PathBuf;

use super::{is_stamped, write};
use crate::failure::Result;
use crate::stages::Outcome;
use crate::{process, say, workspace};

/// A program of crates.io, in one version.
pub(crate) struct CargoTool {
    name: &'static str,
    version: &'static str,
}

/// Drives the real window by `WebDriver`.
pub(crate) const TAURI_DRIVER: CargoTool = CargoTool { name: "tauri-driver", version: "2.1.0" };
/// Looks at licences, sources and advisories of dependencies.
pub(crate) const CARGO_DENY: CargoTool = CargoTool { name: "cargo-deny", version: "0.20.2" };

impl CargoTool {
    fn directory(&self) -> PathBuf {
        workspace::tools().join(self.name)
    }

    /// The program.
    pub(crate) fn program(&self) -> PathBuf {
        self.directory().join("bin").join(format!("{}{}", self.name, std::env::consts::EXE_SUFFIX))
    }

    /// Builds it unless this version is there.
    pub(crate) fn ensure(&self) -> Result<Outcome> {
        let root = self.directory();
        let stamp = root.join("sandglass-stamp");
        if is_stamped(&stamp, self.version) && self.program().exists() {
            say::line("Nothing to do: it is there in this version.");
            return Ok(Outcome::Noted("already there".to_owned()));
        }
        say::line(&format!("Into {}: {} {}", root.display(), self.name, self.version));
        let mut install = workspace::cargo();
        install
            .args(["install", self.name, "--version", self.version, "--locked", "--force", "--root"])
            .arg(&root);
        // Where other workspaces of this user build must not change where this is built.
        process::run(install.env_remove("CARGO_TARGET_DIR"))?;
        write(&stamp, self.version)?;
        Ok(Outcome::Done)
    }
}
