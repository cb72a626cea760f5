//! A Rust compiler with a standard library for other systems: rustup's, or Debian's with its library built on the way.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::programs::Group;
use crate::setup::{self, System};
use crate::stages::Outcome;
use crate::{process, say, workspace};

/// The oldest Rust that builds Sandglass.
const NEEDED: &str = env!("CARGO_PKG_RUST_VERSION");

/// Debian's programs by path, as rustup's come first in PATH where both are installed.
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// The compiler to check with.
pub(super) enum Rust {
    /// The one in use, which has the library for the targets.
    Own,
    /// Debian's, with the library's sources.
    Debian,
}

impl Rust {
    /// Looks for the targets' library, then asks rustup for it, then installs Debian's compiler.
    pub(super) fn find(targets: &[&str]) -> Result<(Self, Outcome)> {
        if own_library_is_for(targets) {
            say::line("Nothing to do: the compiler in use has it.");
            return Ok((Self::Own, Outcome::Noted("already there".to_owned())));
        }
        if own_library_comes_for(targets) {
            return Ok((Self::Own, Outcome::Noted("from rustup".to_owned())));
        }
        Ok((Self::Debian, from_debian()?))
    }

    /// This compiler's cargo, in the workspace's root.
    pub(super) fn cargo(&self) -> Command {
        match self {
            Self::Own => workspace::cargo(),
            Self::Debian => {
                let mut cargo = Command::new(DEBIAN_CARGO);
                cargo.current_dir(workspace::root()).env("RUSTC", DEBIAN_RUSTC);
                // Only an unstable option builds the library; a Debian release has no nightly.
                cargo.env("RUSTC_BOOTSTRAP", "1").arg("-Zbuild-std=std,panic_abort,panic_unwind");
                // Those of the cargo that started us would mix the two.
                for name in ["RUSTUP_TOOLCHAIN", "RUSTC_WRAPPER", "RUSTDOC", "LD_LIBRARY_PATH"] {
                    cargo.env_remove(name);
                }
                cargo
            }
        }
    }
}

/// Whether the compiler in use has Rust's library for these targets.
fn own_library_is_for(targets: &[&str]) -> bool {
    let sysroot =
        process::output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(workspace::root()));
    let has = |sysroot: &str, target: &str| {
        Path::new(sysroot.trim()).join("lib/rustlib").join(target).join("lib").is_dir()
    };
    sysroot.is_ok_and(|sysroot| targets.iter().all(|target| has(&sysroot, target)))
}

/// The same, after rustup was asked for it where there is one.
pub(crate) fn own_library_comes_for(targets: &[&str]) -> bool {
    if own_library_is_for(targets) {
        return true;
    }
    let Some(rustup) = process::find("rustup") else { return false };
    say::line(&format!("rustup target add {}", targets.join(" ")));
    let mut add = Command::new(rustup);
    let added = process::run(add.args(["target", "add"]).args(targets).current_dir(workspace::root()));
    let comes = added.is_ok() && own_library_is_for(targets);
    if !comes {
        say::line("rustup did not give it to the compiler in use.");
    }
    comes
}

fn from_debian() -> Result<Outcome> {
    let advice = "With rustup (https://rustup.rs) it needs nothing else.";
    let system = System::current();
    if !system.has_apt() {
        return Err(Failure::new(format!(
            "{} has no Rust library for Windows and macOS. {advice}",
            system.name
        )));
    }
    let version = setup::candidate("rustc-web")?;
    if !version.as_deref().is_some_and(|version| is_at_least(version, NEEDED)) {
        let offered = version.map_or_else(|| "none".to_owned(), |version| format!("only {version}"));
        return Err(Failure::new(format!(
            "Sandglass needs Rust {NEEDED} for this, and apt offers {offered} (package rustc-web). On Debian 12 it comes in\n\
             bookworm-security: add\n  deb http://deb.debian.org/debian-security bookworm-security main\n\
             to apt's sources, run apt-get update and start again. {advice}"
        )));
    }
    let outcome = setup::packages(&[Group::PlatformsRust])?;
    let missing = [DEBIAN_CARGO, DEBIAN_RUSTC].map(PathBuf::from).into_iter().find(|path| !path.exists());
    missing.map_or(Ok(outcome), |path| {
        Err(Failure::new(format!("cargo-web and rustc-web are installed, but not {}", path.display())))
    })
}

/// Whether a Debian version ("1.96.0+dfsg1-1~deb12u2") is this Rust version ("1.94") or later.
fn is_at_least(version: &str, needed: &str) -> bool {
    let numbers = |text: &str| -> Vec<u32> {
        let plain = text.split(['+', '-', '~']).next().unwrap_or_default();
        plain.split('.').map_while(|part| part.parse().ok()).collect()
    };
    numbers(version) >= numbers(needed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_versions_compare_as_numbers() {
        assert!(is_at_least("1.96.0+dfsg1-1~deb12u2", "1.94"));
        assert!(is_at_least("1.94.0+dfsg1-1", "1.94"));
        assert!(is_at_least("1.100.0-1", "1.94"));
        assert!(!is_at_least("1.85.0+dfsg3-1~deb12u3", "1.94"));
        assert!(!is_at_least("", "1.94"));
    }
}
