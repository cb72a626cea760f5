//! Everything about one session, for who looks at it closely.

use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::{Resolution, Source, StaticKeys, static_keys};
use sandglass_core::session::cache_keys;
use sandglass_core::text::Text;
use sandglass_core::view::window::{self, DetailInputs, Moment, SessionDetails};

use crate::cache::{CliCache, Found, signing_keys};
use crate::snapshot::{resolve_compared, session_of};
use crate::{Clock, Environment, history};

/// The details of a profile as they are now; fails for one that is in neither file.
pub fn details(
    environment: &Environment,
    profile: &str,
    text: &Text,
    clock: &dyn Clock,
) -> Result<SessionDetails, Problem> {
    let (profiles, resolution) = resolve_compared(environment, profile);
    if profiles.get(profile).is_none() {
        return Err(Problem::new(Code::UnknownProfile).with("profile", profile));
    }
    let session = session_of(environment, &profiles, &resolution);
    let keys = match &resolution.source {
        Some(Source::Keys(source)) => static_keys(source, &profiles, &environment.variables),
        _ => cached_keys(environment, &resolution),
    };
    let now = clock.now();
    let inputs = DetailInputs {
        profiles: &profiles,
        resolution: &resolution,
        session: &session,
        keys: keys.as_ref(),
        history: &history::read(environment, profile, now),
        paths: &environment.paths,
    };
    Ok(window::details(&inputs, text, now))
}

/// What happened to all profiles in the last 24 hours, oldest first.
pub fn day(environment: &Environment, text: &Text, clock: &dyn Clock) -> Vec<Moment> {
    window::day(&history::read_all(environment, clock.now()), text, &environment.paths)
}

/// What the AWS CLI would take from its cache.
fn cached_keys(environment: &Environment, resolution: &Resolution) -> Option<StaticKeys> {
    let key = cache_keys(resolution).into_iter().next()?;
    let Found::Entry(entry, _) = CliCache::new(&environment.paths.cli_cache).read(&key) else { return None };
    Some(signing_keys(entry.credentials))
}
