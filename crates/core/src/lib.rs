//! Sandglass without I/O: no file, clock, environment or network is touched here.
//!
//! `resolve` answers where a profile's credentials come from, `session` how long they last,
//! `state` what happens next, `tray` and `view` what people and programs see, `text` the words.

pub mod attention;
pub mod cache;
pub mod denied;
pub mod doctor;
pub mod editor;
pub mod error_codes;
pub mod export;
pub mod history;
pub mod memory;
pub mod notices;
pub mod paths;
pub mod placement;
pub mod preferences;
pub mod problem;
pub mod process;
pub mod profiles;
pub mod resolve;
pub mod session;
pub mod snapshot;
pub mod state;
pub mod syntax;
#[cfg(test)]
mod testing;
pub mod text;
pub mod tray;
pub mod variables;
pub mod view;

pub use aws_files::Secret;

/// An instant in UTC. The core never asks what time it is: every function that needs the time is
/// given it.
pub type Timestamp = chrono::DateTime<chrono::Utc>;
