//! Reads everything that a snapshot holds.

use std::collections::HashMap;
use std::path::Path;

use aws_files::Profiles;
use aws_files::cache::CacheKey;
use sandglass_core::cache::{CacheFile, CachePlace, Owners};
use sandglass_core::preferences::{Refresh, Settings};
use sandglass_core::problem::Problem;
use sandglass_core::resolve::{Resolution, Source, replaceable_keys};
use sandglass_core::session::{
    CacheReading, CacheReadings, Session, SignIn, cache_keys, chain_keys, mfa_session_keys, own_keys,
};
use sandglass_core::snapshot::Snapshot;
use sandglass_core::user_choices::{OwnFiles, in_use};

use crate::Environment;
use crate::cache::CliCache;
use crate::resolution::{resolve_compared, resolve_named, resolve_profile, resolve_refresh};
use crate::{Clock, SystemClock, files, helper, mfa, sign_in};

/// Reads files, caches and the watch list.
pub fn snapshot(environment: &Environment) -> Snapshot {
    let mut read = files::compare(&environment.paths);
    let mut unusable = None;
    let settings = match crate::read_preferences(environment) {
        Ok(preferences) => preferences.settings().clone(),
        Err(error) => {
            unusable = Some(error.to_problem(environment));
            Settings::default()
        }
    };
    let cache = CliCache::listed(&environment.paths.cli_cache);
    let mut assessing = Sessions::new(environment, &read.profiles, &settings, cache);
    // A cache directory that cannot be read shows in the profiles that need it.
    let list = |place| crate::cache::list(environment, place).unwrap_or_default();
    let mut caches: Vec<CacheFile> = CachePlace::ALL.into_iter().flat_map(list).collect();
    let mut owners = Owners::of_files(&caches);
    // One at a time: what thousands of them hold together is not needed.
    let sessions = read.profiles.names().map(|name| {
        let resolution = resolve_named(&read.profiles, environment, name, &read.problems);
        let session = assessing.assess(&resolution);
        owners.add(&read.profiles, name, || assessing.own_key(&resolution));
        session
    });
    let sessions = sessions.collect();
    owners.tell(&mut caches);
    let mut problems = std::mem::take(&mut read.problems);
    problems.extend(sandglass_core::resolve::file_errors(&read.profiles));
    problems.extend(unusable);
    let revision = read.revision();
    let log = environment.log();
    let own = OwnFiles { preferences: &environment.preferences, log: &log };
    let in_use = in_use(&environment.paths, own, &environment.process, &settings.machine, &Path::exists);
    Snapshot { paths: environment.paths.clone(), sessions, caches, problems, settings, in_use, revision }
}

/// The sessions of one reading. Profiles share roles and sign-ins: each of their files is read once.
struct Sessions<'a> {
    environment: &'a Environment,
    profiles: &'a Profiles,
    settings: &'a Settings,
    cache: CliCache,
    /// The key of each profile's own session, as far as it was worked out: it is a digest.
    own_keys: HashMap<String, CacheKey>,
    entries: HashMap<CacheKey, Option<CacheReading>>,
    sign_ins: HashMap<CacheKey, Option<SignIn>>,
    /// False where no session of an MFA device is kept, so that no key of one is worked out.
    has_kept_codes: bool,
}

impl<'a> Sessions<'a> {
    fn new(
        environment: &'a Environment,
        profiles: &'a Profiles,
        settings: &'a Settings,
        cache: CliCache,
    ) -> Self {
        Self {
            environment,
            profiles,
            settings,
            cache,
            own_keys: HashMap::new(),
            entries: HashMap::new(),
            sign_ins: HashMap::new(),
            has_kept_codes: environment.paths.mfa_sessions.is_dir(),
        }
    }

    fn assess(&mut self, resolution: &Resolution) -> Session {
        let (environment, profiles) = (self.environment, self.profiles);
        let refresh = self
            .settings
            .refresh(&resolution.profile)
            .map(|refresh| resolve_refresh(environment, profiles, &resolution.profile, refresh));
        let source = refresh.as_ref().and_then(|refresh| refresh.as_ref().ok());
        let readings = self.readings(resolution, source);
        let mut session = Session::assess(resolution, source, &readings);
        match helper::behind(environment, profiles, resolution) {
            Ok(None) => {}
            Ok(Some(behind)) => session.takes_from(self.assess(&behind)),
            Err(problem) => session.errors.push(problem),
        }
        if let Some(refresh) = &refresh
            && session.errors.is_empty()
        {
            session.warnings.extend(refresh.as_ref().err().cloned());
            session.warnings.extend(replaceable_keys(resolution).err());
        }
        session
    }

    /// Reads the cache entries of a profile, and of what its keys are renewed from.
    fn readings(&mut self, resolution: &Resolution, source: Option<&Source>) -> CacheReadings {
        let mut readings = CacheReadings::new();
        if !self.cache.is_empty() {
            let own = cache_keys(resolution);
            self.own_keys.extend(own.first().map(|key| (resolution.profile.clone(), key.clone())));
            let keys = own.into_iter().chain(source.into_iter().flat_map(chain_keys));
            readings.extend(keys.filter_map(|key| self.entry(&key).map(|reading| (key, reading))));
        }
        let links = resolution.source.iter().chain(source).flat_map(Source::links);
        readings.extend(links.filter_map(|link| {
            let (key, found) = self.sign_in(link)?;
            Some((key, CacheReading::SignIn(found)))
        }));
        if self.has_kept_codes {
            let sources = resolution.source.iter().chain(source);
            readings.extend(sources.flat_map(mfa_session_keys).filter_map(|key| self.mfa_session(key)));
        }
        readings
    }

    fn own_key(&mut self, resolution: &Resolution) -> Vec<CacheKey> {
        match self.own_keys.remove(&resolution.profile) {
            Some(known) => {
                let of_codes = resolution.source.iter().flat_map(mfa_session_keys);
                std::iter::once(known).chain(of_codes).collect()
            }
            None => own_keys(resolution),
        }
    }

    fn entry(&mut self, key: &CacheKey) -> Option<CacheReading> {
        let cache = &self.cache;
        self.entries.entry(key.clone()).or_insert_with(|| cache.reading(key)).clone()
    }

    fn mfa_session(&mut self, key: CacheKey) -> Option<(CacheKey, CacheReading)> {
        let directory = &self.environment.paths.mfa_sessions;
        let read = || mfa::reading(directory, &key).map(CacheReading::MfaSession);
        let found = self.entries.entry(key.clone()).or_insert_with(read).clone()?;
        Some((key, found))
    }

    fn sign_in(&mut self, source: &Source) -> Option<(CacheKey, SignIn)> {
        let (environment, key) = (self.environment, source.sign_in_key()?);
        let read = || sign_in::read(environment, source, SystemClock.now());
        let found = *self.sign_ins.entry(key.clone()).or_insert_with(read);
        Some((key, sign_in::of_source(source, found?)?))
    }
}

/// The session of a profile that was resolved from these files.
pub(crate) fn session_of(environment: &Environment, profiles: &Profiles, resolution: &Resolution) -> Session {
    let settings = crate::read_preferences(environment).map(|found| found.settings().clone());
    let cache = CliCache::new(&environment.paths.cli_cache);
    Sessions::new(environment, profiles, &settings.unwrap_or_default(), cache).assess(resolution)
}

/// Checks that a profile's keys can be renewed from a refresh source: they are temporary keys in a file, and the
/// source leads to credentials other than these.
pub fn check_refresh(environment: &Environment, profile: &str, refresh: &Refresh) -> Result<(), Problem> {
    let (profiles, resolution) = resolve_profile(environment, profile);
    replaceable_keys(&resolution)?;
    resolve_refresh(environment, &profiles, profile, refresh).map(drop)
}

/// One profile's session, even of a name that is in neither file.
pub fn profile_session(environment: &Environment, name: &str) -> Session {
    let (profiles, resolution) = resolve_compared(environment, name);
    let cache = CliCache::new(&environment.paths.cli_cache);
    Sessions::new(environment, &profiles, &Settings::default(), cache).assess(&resolution)
}
