//! The home, read as the engine reads a real one.

use std::path::{Path, PathBuf};

use aws_files::cache::{CacheKey, CliCacheEntry};
use aws_files::{Profiles, expiry};
use sandglass_core::Timestamp;
use sandglass_core::cache::{CacheFile, CachePlace, Owners, describe, mfa_device};
use sandglass_core::preferences::{PreferencesError, Settings};
use sandglass_core::problem::Problem;
use sandglass_core::resolve::{Call, Resolution, Source, StaticKeys, file_errors, resolve, static_keys};
use sandglass_core::session::{CacheReading, CacheReadings, Session, SignIn, cache_keys, own_keys};
use sandglass_core::snapshot::Snapshot;
use sandglass_core::user_choices::{OwnFiles, in_use};
use sandglass_core::variables::Variables;
use serde_json::Value;

use crate::home::{CachedFile, Home};

impl Home {
    /// Everything at once.
    pub(crate) fn snapshot(&self) -> Snapshot {
        let (profiles, variables) = (self.files().compared(), self.variables());
        let resolutions: Vec<Resolution> =
            profiles.names().map(|name| resolved(&profiles, &variables, name)).collect();
        let (settings, unusable) = match self.preferences() {
            Ok(preferences) => (preferences.settings().clone(), None),
            Err(error) => (Settings::default(), Some(self.preferences_problem(&error))),
        };
        let (preferences, log) = (Self::preferences_path(), Self::log_path());
        let own = OwnFiles { preferences: &preferences, log: &log };
        Snapshot {
            sessions: resolutions.iter().map(|resolution| self.session(resolution)).collect(),
            caches: self.cache_files(&profiles, &resolutions),
            problems: file_errors(&profiles).into_iter().chain(unusable).collect(),
            in_use: in_use(&self.paths(), own, self.process(), &settings.machine, &|path| self.has(path)),
            settings,
            revision: self.revision(),
            paths: self.paths(),
        }
    }

    /// Why the preferences cannot be used.
    pub(crate) fn preferences_problem(&self, error: &PreferencesError) -> Problem {
        error.to_problem(&self.paths().display(&Self::preferences_path()))
    }

    /// What is known of one profile's session.
    pub(crate) fn session(&self, resolution: &Resolution) -> Session {
        let mut readings = CacheReadings::new();
        for key in cache_keys(resolution) {
            readings.extend(self.entry(&key).map(|reading| (key, reading)));
        }
        for source in resolution.source.iter().flat_map(Source::links) {
            let found = source.sign_in_key().and_then(|key| Some((key.clone(), self.sign_in(&key)?)));
            readings.extend(found.map(|(key, found)| (key, CacheReading::SignIn(found))));
        }
        Session::assess(resolution, None, &readings)
    }

    /// An entry of the AWS CLI's cache, and its file.
    pub(crate) fn cached(&self, key: &CacheKey) -> Option<(PathBuf, &CachedFile)> {
        let path = self.paths().cli_cache.join(key.file_name());
        let file = self.caches.get(&path)?;
        Some((path, file))
    }

    fn entry(&self, key: &CacheKey) -> Option<CacheReading> {
        let (path, file) = self.cached(key)?;
        Some(match CliCacheEntry::parse(&file.bytes) {
            Ok(entry) => CacheReading::Entry {
                expires_at: entry.credentials.expiration,
                stored_at: Some(file.stored_at),
                account_id: entry.credentials.account_id,
            },
            Err(_) => CacheReading::Damaged { file: path.display().to_string() },
        })
    }

    fn sign_in(&self, key: &CacheKey) -> Option<SignIn> {
        let file = self.caches.get(&CachePlace::Sso.directory(&self.paths()).join(key.file_name()))?;
        let token: Value = serde_json::from_slice(&file.bytes).ok()?;
        let instant = |name: &str| expiry::parse(token.get(name)?.as_str()?);
        let refreshable_until = token.get("refreshToken").and_then(|_| instant("registrationExpiresAt"));
        Some(SignIn { expires_at: instant("expiresAt")?, refreshable_until })
    }

    /// Every file of the caches, by directory and name, with whose they are.
    fn cache_files(&self, profiles: &Profiles, resolutions: &[Resolution]) -> Vec<CacheFile> {
        let paths = self.paths();
        let mut found = Vec::new();
        for place in CachePlace::ALL {
            let directory = place.directory(&paths);
            let here = self.caches.iter().filter(|(path, _)| path.parent() == Some(directory.as_path()));
            found.extend(here.filter_map(|(path, file)| listed(place, path, file)));
        }
        let mut owners = Owners::of_files(&found);
        for resolution in resolutions {
            owners.add(profiles, &resolution.profile, || own_keys(resolution));
        }
        owners.tell(&mut found);
        found
    }

    /// The same of the files as they are now.
    pub(crate) fn inventory(&self) -> Vec<CacheFile> {
        let (profiles, variables) = (self.files().profiles(), self.variables());
        let resolutions: Vec<Resolution> =
            profiles.names().map(|name| resolved(&profiles, &variables, name)).collect();
        self.cache_files(&profiles, &resolutions)
    }

    /// The keys a command would use, where they are at hand.
    pub(crate) fn keys(&self, profiles: &Profiles, resolution: &Resolution) -> Option<StaticKeys> {
        if let Some(Source::Keys(source)) = &resolution.source {
            return static_keys(source, profiles, &self.variables());
        }
        let key = cache_keys(resolution).into_iter().next()?;
        let session = CliCacheEntry::parse(&self.cached(&key)?.1.bytes).ok()?.credentials;
        StaticKeys::new(session.access_key_id, session.secret_access_key, Some(session.session_token)).ok()
    }
}

fn listed(place: CachePlace, path: &Path, file: &CachedFile) -> Option<CacheFile> {
    let name = path.file_name()?.to_str()?;
    let (kind, expires_at) = describe(place, name, Some(&file.bytes));
    Some(CacheFile {
        path: path.to_owned(),
        place,
        kind,
        profiles: Vec::new(),
        expires_at,
        bytes: file.bytes.len() as u64,
        device: mfa_device(place, Some(&file.bytes)),
    })
}

/// Where a profile of these files gets its credentials.
pub(crate) fn resolved(profiles: &Profiles, variables: &Variables, profile: &str) -> Resolution {
    settled(resolve(profiles, variables, &Call::Profile(profile.to_owned())))
}

/// The invented machine lives by UTC.
pub(crate) fn settled(mut resolution: Resolution) -> Resolution {
    resolution.settle_local_times(&|local| Some(local.and_utc()));
    resolution
}

/// The end of a session a cache holds, where the AWS CLI can use it.
pub(crate) fn end_of(file: &CachedFile) -> Option<Timestamp> {
    CliCacheEntry::parse(&file.bytes).ok().map(|entry| entry.credentials.expiration)
}
