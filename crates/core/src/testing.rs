//! Test worlds for this crate and those above it: files as text, caches as dates.

use std::path::Path;

use aws_files::{Document, FileKind, Profiles};
use chrono::TimeDelta;

use crate::Timestamp;
use crate::paths::AwsPaths;
use crate::preferences::Settings;
use crate::resolve::{Call, Resolution, resolve};
use crate::session::{CacheReading, CacheReadings, Session, cache_keys};
use crate::snapshot::Snapshot;
use crate::variables::Variables;

/// A profile `base` with long-term keys.
pub const LONG_TERM: &str =
    "[base]\naws_access_key_id = AKIAEXAMPLE000000000\naws_secret_access_key = canary-secret\n";

/// The moment at which every test begins.
pub fn now() -> Timestamp {
    Timestamp::UNIX_EPOCH + TimeDelta::seconds(1_795_440_180)
}

/// Both files, parsed.
pub fn profiles(config: &str, credentials: &str) -> Profiles {
    let config = Document::parse(FileKind::Config, config.as_bytes());
    let credentials = Document::parse(FileKind::Credentials, credentials.as_bytes());
    Profiles::compare(Some(&config), Some(&credentials))
}

/// Resolves a profile of these files.
pub fn resolved(config: &str, credentials: &str, profile: &str) -> Resolution {
    let call = Call::Profile(profile.to_owned());
    resolve(&profiles(config, credentials), &Variables::default(), &call)
}

/// A session whose own cache entry ends `minutes` from now; none where that is `None`.
pub fn session(config: &str, profile: &str, minutes: Option<i64>) -> Session {
    let resolution = resolved(config, LONG_TERM, profile);
    let mut readings = CacheReadings::new();
    if let (Some(minutes), Some(key)) = (minutes, cache_keys(&resolution).first()) {
        let expires_at = now() + TimeDelta::minutes(minutes);
        let stored_at = Some(expires_at - TimeDelta::hours(1));
        let account_id = Some("123456789012".to_owned());
        readings.insert(key.clone(), CacheReading::Entry { expires_at, stored_at, account_id });
    }
    Session::assess(&resolution, None, &readings)
}

/// The paths of a home of nobody.
pub fn paths() -> AwsPaths {
    AwsPaths::new(Path::new("/home/ana"), &Variables::default())
}

/// Watches every session.
pub fn snapshot(sessions: Vec<Session>) -> Snapshot {
    let watched = Some(sessions.iter().map(|session| session.profile.clone()).collect());
    let settings = Settings { watched, ..Settings::default() };
    Snapshot { sessions, settings, ..Snapshot::empty(paths()) }
}
