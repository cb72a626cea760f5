//! The initial state.

use std::path::PathBuf;

use sandglass_core::Timestamp;
use sandglass_core::export::Shell;
use sandglass_core::memory::Memory;
use sandglass_core::paths::AwsPaths;
use sandglass_core::text::Text;

use crate::facts::WrittenFile;

/// What the state is told once, at the start.
pub struct StartupContext {
    /// Where the AWS files are.
    pub paths: AwsPaths,
    /// The words, in the system's language.
    pub text: Text,
    /// What was remembered from the last run.
    pub memory: Memory,
    /// The user's shell, for what is copied.
    pub shell: Shell,
    /// The command line program, for `credential_process`.
    pub sandglass: PathBuf,
    /// How a terminal starts it: `sandglass`, and in the demo a line that brings the demo's home.
    pub in_terminal: String,
    /// Six in the morning of the day after a moment, where this machine is.
    pub tomorrow: fn(Timestamp) -> Timestamp,
    /// The locale of the system's times; none where only the system knows.
    pub time_locale: Option<String>,
    /// Whether this is the demo.
    pub demo: bool,
    /// Whether the demo can be started from here.
    pub has_demo: bool,
    /// Where is written to, for a first run.
    pub written: Vec<WrittenFile>,
}
