//! One line a cache file.

use serde::Serialize;

use super::Words;
use crate::cache::Kind;

/// A file of a cache.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CacheRow {
    /// The file: what `cleanCaches` is told.
    pub file: String,
    /// The file as people read it: `cli/cache/5beab759a265….json`.
    pub shown: String,
    /// What it holds.
    pub kind: Kind,
    /// The profiles it is for.
    pub profiles: Vec<String>,
    /// When what it holds runs out.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub expires_at: Option<i64>,
    /// Whether that is over.
    pub expired: bool,
    /// Its size.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
    /// What its removal would cost now.
    pub consequence: Consequence,
}

/// What the removal of a cache file costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Consequence {
    /// Nothing: it has run out, or the AWS CLI fails on it.
    Nothing,
    /// The next command gets a new session by itself.
    RenewedAtNextUse,
    /// A person must sign in, or type a code.
    NeedsYou,
    /// It cannot be removed here: nobody knows what it is.
    NotOurs,
}

/// What became of one file that was to be cleaned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CleanResult {
    /// The file.
    pub file: String,
    /// Null: it is gone.
    pub failure: Option<Words>,
}
