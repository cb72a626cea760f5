//! Worlds for tests: files as text, caches as dates.

use std::path::Path;

use aws_files::{Document, FileKind, Profiles};
use chrono::TimeDelta;

use crate::Timestamp;
use crate::export::Shell;
use crate::memory::Memory;
use crate::paths::AwsPaths;
use crate::preferences::Settings;
use crate::resolve::{Call, Resolution, resolve};
use crate::session::{CacheReading, CacheReadings, Session, cache_keys};
use crate::snapshot::Snapshot;
use crate::state::Surroundings;
use crate::text::{Language, Text};
use crate::variables::Variables;

pub(crate) const LONG_TERM: &str =
    "[base]\naws_access_key_id = AKIAEXAMPLE000000000\naws_secret_access_key = canary-secret\n";

pub(crate) fn now() -> Timestamp {
    "2026-11-23T13:23:00Z".parse().unwrap()
}

pub(crate) fn profiles(config: &str, credentials: &str) -> Profiles {
    let config = Document::parse(FileKind::Config, config.as_bytes());
    let credentials = Document::parse(FileKind::Credentials, credentials.as_bytes());
    Profiles::compare(Some(&config), Some(&credentials))
}

pub(crate) fn resolved(config: &str, credentials: &str, profile: &str) -> Resolution {
    let call = Call::Profile(profile.to_owned());
    resolve(&profiles(config, credentials), &Variables::default(), &call)
}

/// A session whose own cache entry ends `minutes` from now; none where that is `None`.
pub(crate) fn session(config: &str, profile: &str, minutes: Option<i64>) -> Session {
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

pub(crate) fn paths() -> AwsPaths {
    AwsPaths::new(Path::new("/home/ana"), &Variables::default())
}

/// Watches every session.
pub(crate) fn snapshot(sessions: Vec<Session>) -> Snapshot {
    let watched = Some(sessions.iter().map(|session| session.profile.clone()).collect());
    let settings = Settings { watched, ..Settings::default() };
    Snapshot { sessions, settings, ..Snapshot::empty(paths()) }
}

/// Surroundings in which time is all that passes.
pub(crate) fn surroundings(language: Language) -> Surroundings {
    Surroundings {
        paths: paths(),
        text: Text::new(language),
        memory: Memory::default(),
        shell: Shell::Bash,
        sandglass: "/usr/bin/sandglass".into(),
        in_terminal: "sandglass".to_owned(),
        tomorrow: |now| now + TimeDelta::hours(16),
        time_locale: None,
        demo: false,
        has_demo: false,
        written: Vec::new(),
    }
}
