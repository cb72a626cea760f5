//! What holds for the whole application.

use serde::Serialize;

use super::{NeedKind, Words};

/// What holds for everything.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AppView {
    /// Sandglass's own version.
    pub version: &'static str,
    /// The language in use: `en` or `pt-BR`.
    pub language: &'static str,
    /// What holds for everything, in the order of weight.
    pub conditions: Vec<Condition>,
    /// What is wrong with the AWS files or the preferences as a whole.
    pub problems: Vec<FileProblem>,
    /// When a human is next needed, of the watched profiles.
    pub next_need: Option<NextNeed>,
    /// How many cache files could be cleaned because what they hold has run out.
    #[cfg_attr(test, ts(type = "number"))]
    pub expired_caches: usize,
    /// Where there is no AWS profile at all: what Sandglass will write and where. Else empty.
    pub first_run: Vec<WrittenFile>,
    /// Whether anything shows the tray icon.
    pub has_tray: bool,
    /// Whether the demo can be started from here.
    pub has_demo: bool,
    /// How many profiles there are, for texts such as "Search 214 profiles".
    #[cfg_attr(test, ts(type = "number"))]
    pub profile_count: usize,
}

/// Something that holds for everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Condition {
    /// This is the demo.
    Demo,
    /// No silent renewal, no notification.
    Paused {
        /// Until when; null: until the user ends it.
        #[cfg_attr(test, ts(type = "number | null"))]
        until: Option<i64>,
    },
    /// AWS cannot be reached.
    Offline,
    /// This machine's clock is off.
    Clock,
}

/// What is wrong with a file as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FileProblem {
    /// The file with its line, as people write it; null for what is no place in a file.
    pub place: Option<String>,
    /// What.
    pub words: Words,
}

/// When a human is next needed, and for what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NextNeed {
    /// When.
    #[cfg_attr(test, ts(type = "number"))]
    pub at: i64,
    /// For what.
    pub need: NeedKind,
}

/// A place Sandglass writes to, for the first run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WrittenFile {
    /// Where, with `~`.
    pub path: String,
    /// `config`, `credentials`, `cache`, `preferences`.
    pub what: &'static str,
    /// The mode it is made with, such as `0600`.
    pub mode: &'static str,
}

/// What came of trying the network settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NetworkAnswer {
    /// Who was asked: the address of STS.
    pub endpoint: String,
    /// Null: AWS answered.
    pub failure: Option<Words>,
}
