//! `cargo xtask page-preview`: the core as WebAssembly, for the window's pages in a browser.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, time};

use crate::failure::{During as _, Failure, Result};
use crate::platforms::own_library_comes_for;
use crate::setup::{is_stamped, write};
use crate::stages::Outcome;
use crate::{process, say, workspace};

const TARGET: &str = "wasm32-unknown-unknown";
/// Both the crate's profile in `Cargo.toml` and the directory that its module goes to.
const PROFILE: &str = "page-preview";

/// Builds the module, and beside it the JavaScript that loads it, in `target/page-preview-module`.
pub(crate) fn build() -> Result<Outcome> {
    library()?;
    let package = ["--package", "sandglass-page-preview", "--lib"];
    process::run(workspace::cargo().args(["build", "--target", TARGET, "--profile", PROFILE]).args(package))?;
    let module = workspace::target().join(TARGET).join(PROFILE).join("sandglass_page_preview.wasm");
    let directory = workspace::root().join("target").join("page-preview-module");
    let stamp = directory.join("sandglass-stamp");
    let bindgen = bindgen()?;
    if modified(&stamp) > modified(&module) && modified(&stamp) > modified(&bindgen) {
        say::line("Nothing to do: it is newer than what it is made of.");
        return Ok(Outcome::Noted("already there".to_owned()));
    }
    process::run(Command::new(bindgen).arg(&module).arg(&directory))?;
    write(&stamp, "")?;
    Ok(Outcome::Done)
}

/// Rust's library for WebAssembly, from rustup where the compiler in use has none.
fn library() -> Result<()> {
    if own_library_comes_for(&[TARGET]) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "The compiler in use has no library for {TARGET}. With rustup (https://rustup.rs): rustup target add {TARGET}"
    )))
}

/// The tool that makes JavaScript of the module, in the version of the crate that the module is made with.
fn bindgen() -> Result<PathBuf> {
    let source = workspace::root().join("crates/page-preview/bindgen");
    let lock = source.join("Cargo.lock");
    let versions = fs::read_to_string(&lock).during(|| format!("{} cannot be read", lock.display()))?;
    let directory = workspace::tools().join("page-preview-bindgen");
    let program =
        directory.join("release").join(format!("page-preview-bindgen{}", std::env::consts::EXE_SUFFIX));
    let stamp = directory.join("sandglass-stamp");
    if is_stamped(&stamp, &versions) && program.exists() {
        return Ok(program);
    }
    say::line(&format!("Into {}: page-preview-bindgen", directory.display()));
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--release", "--locked", "--target-dir"]).arg(&directory);
    process::run(cargo.arg("--manifest-path").arg(source.join("Cargo.toml")))?;
    write(&stamp, &versions)?;
    Ok(program)
}

fn modified(path: &Path) -> Option<time::SystemTime> {
    fs::metadata(path).and_then(|found| found.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The version that a lock file has of what the two share: the form of the module.
    fn version(lock: &Path) -> String {
        let text = fs::read_to_string(lock).expect("a lock file");
        let after = text.split("name = \"wasm-bindgen-shared\"\nversion = \"").nth(1).expect("it is there");
        after.split('"').next().expect("a version").to_owned()
    }

    #[test]
    fn the_tool_has_the_version_of_the_module() {
        let root = workspace::root();
        let tool = version(&root.join("crates/page-preview/bindgen/Cargo.lock"));
        assert_eq!(version(&root.join("Cargo.lock")), tool);
    }
}
