//! Rows of the Caches view, one per cache file.

use serde::Serialize;

use super::ProblemText;
use crate::facts::Facts;
use sandglass_core::Timestamp;
use sandglass_core::cache::{CacheFile, CacheFileKind, MfaSessionOwner, Selection};
use sandglass_core::session::{EXPIRING, Needs, Session};

/// A file of a cache.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CacheRow {
    /// The file: what `cleanCaches` is told.
    pub file: String,
    /// The file as people read it: `cli/cache/5beab759a265….json`.
    pub shown: String,
    /// Its kind.
    pub kind: CacheFileKind,
    /// The profiles it is for.
    pub profiles: Vec<String>,
    /// Of an MFA session: the device, and whose it is.
    pub device: Option<MfaSessionOwner>,
    /// The expiry of its content.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub expires_at: Option<i64>,
    /// True if that is over.
    pub expired: bool,
    /// True if "Clean caches" takes it, in the tray as in the window: it is over, or damaged.
    pub stale: bool,
    /// True if that is soon: by the measure of the session it holds.
    pub expiring: bool,
    /// Its size.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
    /// The consequence of removing it now.
    pub consequence: Consequence,
}

/// The consequence of removing a cache file.
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

/// The result of cleaning one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CleanResult {
    /// The file.
    pub file: String,
    /// Null: it is gone.
    pub failure: Option<ProblemText>,
}

/// The result of cleaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CleanAnswer {
    /// Each of the files that were to go.
    pub results: Vec<CleanResult>,
    /// The number for `putBackCaches` to undo it; null if it cannot be undone.
    pub cleaning: Option<u32>,
}

/// The result of putting cleaned files back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PutBackAnswer {
    /// The number of files that were put back.
    pub put_back: usize,
    /// At so many places something newer stands, which stays.
    pub newer: usize,
    /// The reason why the first of the others could not be put back.
    pub failure: Option<ProblemText>,
}

/// Every file of the caches the state knows of.
pub(crate) fn rows(facts: &Facts, now: Timestamp) -> Vec<CacheRow> {
    let home = facts.snapshot.paths.home.join(".aws");
    let row = |file: &CacheFile| CacheRow {
        file: file.path.display().to_string(),
        shown: file.path.strip_prefix(&home).unwrap_or(&file.path).display().to_string(),
        kind: file.kind,
        profiles: file.profiles.clone(),
        device: file.device.clone(),
        expires_at: file.expires_at.map(|end| end.timestamp_millis()),
        expired: file.is_expired(now),
        stale: Selection::default().takes(file, now),
        expiring: is_expiring(facts, file, now),
        bytes: file.bytes,
        consequence: consequence(facts, file, now),
    };
    facts.snapshot.caches.iter().map(row).collect()
}

fn is_expiring(facts: &Facts, file: &CacheFile, now: Timestamp) -> bool {
    let Some(end) = file.expires_at else { return false };
    let owners = file.profiles.iter().filter_map(|profile| facts.snapshot.session(profile));
    let own = owners.filter(|session| session.expires_at() == Some(end));
    let threshold = own.map(Session::expiring_threshold).min().unwrap_or(EXPIRING);
    now < end && end - now < threshold
}

fn consequence(facts: &Facts, file: &CacheFile, now: Timestamp) -> Consequence {
    let renewed_silently = || {
        let mut sessions = file.profiles.iter().filter_map(|profile| facts.snapshot.session(profile));
        sessions.all(|session| session.needs(now) == Needs::Nothing)
    };
    let codes_come_from_programs = || {
        let mut sessions = file.profiles.iter().filter_map(|profile| facts.snapshot.session(profile));
        sessions.all(Session::has_code_program)
    };
    match file.kind {
        CacheFileKind::Other => Consequence::NotOurs,
        CacheFileKind::Damaged => Consequence::Nothing,
        _ if file.is_expired(now) => Consequence::Nothing,
        CacheFileKind::Role if !renewed_silently() => Consequence::NeedsYou,
        CacheFileKind::SsoToken => Consequence::NeedsYou,
        CacheFileKind::MfaSession if !codes_come_from_programs() => Consequence::NeedsYou,
        // While the sign-in lives, the AWS CLI asks the portal again; a registration is made again at the
        // next sign-in, without a word.
        CacheFileKind::Role
        | CacheFileKind::Sso
        | CacheFileKind::WebIdentity
        | CacheFileKind::SsoRegistration
        | CacheFileKind::MfaSession => Consequence::RenewedAtNextUse,
    }
}
