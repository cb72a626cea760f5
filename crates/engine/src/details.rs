//! Reads the details of one session.

use aws_files::Profiles;
use sandglass_core::history::HistoryEntry;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::{Resolution, Source, StaticKeys, static_keys};
use sandglass_core::session::{Session, cache_keys};

use crate::cache::{CacheLookup, CliCache, signing_keys};
use crate::resolution::resolve_compared;
use crate::snapshot::session_of;
use crate::{Clock, Environment, history};

/// A profile as it is now.
pub struct Details {
    /// Both files, compared.
    pub profiles: Profiles,
    /// The resolution of the credentials.
    pub resolution: Resolution,
    /// The session.
    pub session: Session,
    /// The keys a command would use, where they stand in a file.
    pub keys: Option<StaticKeys>,
    /// Its history of the last 24 hours, oldest first.
    pub history: Vec<HistoryEntry>,
}

/// The details of a profile as they are now; fails for one that is in neither file.
pub fn details(environment: &Environment, profile: &str, clock: &dyn Clock) -> Result<Details, Problem> {
    let (profiles, resolution) = resolve_compared(environment, profile);
    if profiles.get(profile).is_none() {
        return Err(Problem::new(Code::UnknownProfile).with("profile", profile));
    }
    let session = session_of(environment, &profiles, &resolution);
    let keys = match &resolution.source {
        Some(Source::Keys(source)) => static_keys(source, &profiles, &environment.variables),
        _ => cached_keys(environment, &resolution),
    };
    let history = history::read(environment, profile, clock.now());
    Ok(Details { profiles, resolution, session, keys, history })
}

/// Returns the history of all profiles in the last 24 hours, oldest first.
pub fn day(environment: &Environment, clock: &dyn Clock) -> Vec<HistoryEntry> {
    history::read_all(environment, clock.now())
}

/// Returns the keys that the AWS CLI would take from its cache.
fn cached_keys(environment: &Environment, resolution: &Resolution) -> Option<StaticKeys> {
    let key = cache_keys(resolution).into_iter().next()?;
    let CacheLookup::Entry(entry, _) = CliCache::new(&environment.paths.cli_cache).read(&key) else {
        return None;
    };
    signing_keys(entry.credentials)
}
