//! Sandglass without I/O: nothing in this crate touches a file, the clock, the environment or the network.
//!
//! `resolve` answers where a profile's credentials come from, `session` how long they last, `attention` what a
//! person must do, `profiles` what a change would make of the files, `json` what programs see, `text` the words.

pub mod attention;
pub mod browser;
pub mod cache;
pub mod command_line;
pub mod denied;
pub mod editor;
pub mod export;
pub mod history;
pub mod host;
mod host_reason;
pub mod json;
pub mod known;
pub mod masked;
pub mod memory;
pub mod paths;
pub mod placement;
pub mod preferences;
pub mod problem;
pub mod process;
pub mod profiles;
pub mod refusal;
pub mod resolve;
pub mod session;
pub mod snapshot;
pub mod source;
pub mod sso;
pub mod syntax;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod text;
pub mod user_choices;
pub mod variables;

pub use aws_files::Secret;

/// An instant in UTC. The core never asks what time it is: every function that needs the time is
/// given it.
pub type Timestamp = chrono::DateTime<chrono::Utc>;
