//! The initial state.

use std::path::PathBuf;

use sandglass_core::Timestamp;
use sandglass_core::export::Shell;
use sandglass_core::memory::Memory;
use sandglass_core::paths::AwsPaths;
use sandglass_core::text::Text;

use crate::facts::WrittenFile;

/// The data that the state is given once, at the start.
pub struct StartupContext {
    /// The paths of the AWS files.
    pub paths: AwsPaths,
    /// The words, in the system's language.
    pub text: Text,
    /// The memory from the last run.
    pub memory: Memory,
    /// The user's shell, for what is copied.
    pub shell: Shell,
    /// The command line program, for `credential_process`.
    pub sandglass: PathBuf,
    /// The command that starts it in a terminal: `sandglass`, and in the demo a line that brings the demo's home.
    pub in_terminal: String,
    /// Six in the morning of the day after a moment, where this machine is.
    pub tomorrow: fn(Timestamp) -> Timestamp,
    /// The locale of the system's times; none where only the system knows.
    pub time_locale: Option<String>,
    /// True if this is the demo.
    pub demo: bool,
    /// True if the demo can be started from here.
    pub has_demo: bool,
    /// The files that will be written, for the first run's page.
    pub written: Vec<WrittenFile>,
}
