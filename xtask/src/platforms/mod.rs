//! `cargo xtask check-platforms`: type-checks Sandglass for Windows and macOS, from Linux.
//!
//! Nothing is linked, so of a system's C side only what builds crates' C code is needed: mingw for Windows, zig
//! for macOS.

mod rust;
mod zig;

use std::process::Command;

use crate::failure::{Failure, Result};
use crate::programs::Group;
use crate::stages::{self, Outcome, Stage};
use crate::{process, setup, workspace};
use rust::Rust;
pub(crate) use rust::own_library_comes_for;

const WINDOWS: &str = "x86_64-pc-windows-gnu";
const MACOS: &str = "aarch64-apple-darwin";

/// What the stages hand on.
#[derive(Default)]
struct Check {
    rust: Option<Rust>,
    c_for_macos: Vec<(&'static str, String)>,
}

const FROM_LINUX: &[Stage<Check>] = &[
    Stage {
        name: "packages",
        does: "a C compiler for Windows",
        run: |_| setup::packages(&[Group::Python, Group::Platforms]),
    },
    Stage { name: "rust library", does: "Rust's own library for both systems", run: find_rust },
    Stage { name: "zig", does: "a C compiler for macOS", run: find_zig },
    Stage { name: "windows", does: "cargo check for Windows", run: |check| check.target(WINDOWS) },
    Stage { name: "macos", does: "cargo check for macOS", run: |check| check.target(MACOS) },
];

const HERE: &[Stage<Check>] = &[Stage { name: "this system", does: "cargo check", run: |_| check_here() }];

/// Type-checks for Windows and macOS; on either of them, for that one.
pub(crate) fn check() -> Result<()> {
    let stages = if cfg!(target_os = "linux") { FROM_LINUX } else { HERE };
    stages::run(stages, &mut Check::default())
}

fn find_rust(check: &mut Check) -> Result<Outcome> {
    let (rust, outcome) = Rust::find(&[WINDOWS, MACOS])?;
    check.rust = Some(rust);
    Ok(outcome)
}

fn find_zig(check: &mut Check) -> Result<Outcome> {
    let (variables, outcome) = zig::ensure()?;
    check.c_for_macos = variables;
    Ok(outcome)
}

impl Check {
    fn target(&mut self, target: &str) -> Result<Outcome> {
        let rust =
            self.rust.as_ref().ok_or_else(|| Failure::new("there is no Rust library to check with"))?;
        let mut cargo = rust.cargo();
        check_arguments(&mut cargo).args(["--target", target]);
        // Its own: the two compilers and the everyday build would throw out each other's work.
        cargo.env("CARGO_TARGET_DIR", workspace::target().join("platforms"));
        cargo.envs(self.c_for_macos.iter().map(|(name, value)| (name, value)));
        process::run(&mut cargo)?;
        Ok(Outcome::Done)
    }
}

fn check_here() -> Result<Outcome> {
    process::run(check_arguments(&mut workspace::cargo()))?;
    Ok(Outcome::Done)
}

/// What is shipped, and xtask, which has to start on every system. The end-to-end tests are left out: the real
/// tray they drive is Linux's.
fn check_arguments(cargo: &mut Command) -> &mut Command {
    cargo.args(["check", "--workspace", "--exclude", "sandglass-tests", "--bins", "--lib"])
}
