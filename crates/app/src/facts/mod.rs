//! Facts: the data that the tray, notifications and the window show. Nothing here acts; `state` changes them.

mod attention;
mod hold;
mod outcome;
mod renew_all;
mod sign_in;
mod silent;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use aws_files::cache::CacheKey;
use sandglass_core::Timestamp;
use sandglass_core::cache::CachePlace;
use sandglass_core::export::Shell;
use sandglass_core::memory::Memory;
use sandglass_core::paths::AwsPaths;
use sandglass_core::snapshot::Snapshot;
use sandglass_core::text::{Language, Text};
use serde::Serialize;

pub use hold::{Hold, HoldReason};
pub use outcome::AttemptId;
pub(crate) use outcome::{Outcome, StartedBy};
pub use sign_in::SignInPage;
pub(crate) use sign_in::SigningIn;
pub(crate) use silent::{Failure, REST, SilentRenewals};

/// A place Sandglass writes to, for the first run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WrittenFile {
    /// Its path, with `~`.
    pub path: String,
    /// `config`, `credentials`, `cache`, `sign_ins`, `preferences`.
    pub what: &'static str,
    /// The mode it is made with, such as `0600`.
    pub mode: &'static str,
}

/// Every place Sandglass writes to; `own` is the directory of its preferences.
pub fn written_files(paths: &AwsPaths, own: &Path) -> Vec<WrittenFile> {
    let file = |path: &Path, what, mode| WrittenFile { path: paths.display(path), what, mode };
    vec![
        file(&paths.config, "config", "0600"),
        file(&paths.credentials, "credentials", "0600"),
        file(&paths.cli_cache, "cache", "0700"),
        file(&CachePlace::Sso.directory(paths), "sign_ins", "0700"),
        file(own, "preferences", "0700"),
    ]
}

/// The state of the key that opens the switcher.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum KeyState {
    /// None was chosen, or nobody has answered yet.
    #[default]
    Off,
    /// It works.
    Works {
        /// The key that the desktop chose, where it has a say: the user may have chosen another there.
        shown: Option<String>,
    },
    /// Another program has it.
    Taken,
    /// The keyboard has no such key.
    NoSuchKey,
    /// The desktop, or the user when asked by it, refused.
    Refused,
    /// This desktop lets no program have such a key.
    Unsupported,
}

/// Data that stays constant while the application runs.
pub(crate) struct StartupConfig {
    pub(crate) shell: Shell,
    pub(crate) sandglass: PathBuf,
    pub(crate) in_terminal: String,
    pub(crate) demo: bool,
    pub(crate) has_demo: bool,
    pub(crate) written: Vec<WrittenFile>,
    pub(crate) tomorrow: fn(Timestamp) -> Timestamp,
    pub(crate) time_locale: Option<String>,
    pub(crate) system_language: Language,
}

/// Everything a view may read.
pub struct Facts {
    pub(crate) config: StartupConfig,
    pub(crate) snapshot: Snapshot,
    pub(crate) outcomes: BTreeMap<String, Outcome>,
    /// The sign-ins on their way, by the key of their token.
    pub(crate) signing_in: BTreeMap<CacheKey, SigningIn>,
    pub(crate) text: Text,
    pub(crate) memory: Memory,
    pub(crate) hold: Option<Hold>,
    pub(crate) has_tray: bool,
    /// True if the system tells of changes to files.
    pub(crate) watches: bool,
    pub(crate) silent: SilentRenewals,
    /// Profiles whose credentials a program was refused, and when.
    pub(crate) wanted: BTreeMap<String, Timestamp>,
    /// The state of the key that opens the switcher.
    pub(crate) switcher_key: KeyState,
    /// True if what is watched is to be chosen another time.
    pub(crate) chooses_later: bool,
}
