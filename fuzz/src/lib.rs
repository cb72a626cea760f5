//! Targets for fuzzing: each takes any bytes for one kind of text that others write, and asserts what must hold of it.
//!
//! `cargo xtask fuzz` runs them under libFuzzer, guided by coverage; the tests of this crate run them over their seeds
//! and over every input that once broke one (`fuzz/crashers`).

mod growth;
mod seeds;
mod targets;

pub use growth::assert_linear;

/// One kind of text.
pub struct Target {
    /// How it is asked for.
    pub name: &'static str,
    /// Panics where something does not hold.
    pub check: fn(&[u8]),
    /// Reads it and no more, for measuring how the time grows.
    pub read: fn(&[u8]),
    /// What mutation begins with.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// Every target, in the order they are run in.
pub const TARGETS: [Target; 9] = [
    targets::documents::TARGET,
    targets::caches::TARGET,
    targets::expiry::TARGET,
    targets::pastes::TARGET,
    targets::error_texts::TARGET,
    targets::shell_files::TARGET,
    targets::quoting::TARGET,
    targets::preferences::TARGET,
    targets::masks::TARGET,
];

/// The target of that name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}
