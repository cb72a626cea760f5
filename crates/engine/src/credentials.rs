//! Hands a profile's credentials to other tools, from the shared cache or their file, renewed once for all who ask.

use aws_files::Profiles;
use sandglass_core::export::Exported;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::{KeysSource, Resolution, Source, StaticKeys, static_keys};
use sandglass_core::session::{Needs, Reuse, cache_keys};
use sandglass_core::source::Stored;

use crate::cache::{CacheLookup, CliCache, signing_keys};
use crate::renew::{RenewOptions, Renewal, at_each_use, last_resort, refresh_source_of, renew, unkept};
use crate::{Clock, Environment, NoPrompt, helper, resolve_profile};

const HAND_OUT: RenewOptions = RenewOptions { reuse: Reuse::HandOut };

/// The credentials `aws --profile NAME` would use, renewed first when less is left than other tools
/// ask for. Asks nobody: while the session lives it is handed out, after that a problem that
/// `needs_human`.
pub async fn credentials(
    environment: &Environment,
    profile: &str,
    clock: &dyn Clock,
) -> Result<Exported, Problem> {
    let (profiles, mut resolution) = resolve_profile(environment, profile);
    if let Some(asked) = last_resort::ask(environment, &profiles, &resolution, clock).await {
        return asked.map(|(obtained, found)| exported(obtained.keys, obtained.expires_at, &found));
    }
    if !resolution.errors.is_empty() {
        return Err(resolution.errors.swap_remove(0));
    }
    if let Some(behind) = helper::behind(environment, &profiles, &resolution)? {
        let own = resolution.client.region;
        let found = Box::pin(credentials(environment, &behind.profile, clock)).await?;
        return Ok(Exported { region: own.map(|region| region.value).or(found.region), ..found });
    }
    match &resolution.source {
        None => Err(Problem::new(Code::NoCredentials).with("profile", profile)),
        Some(Source::Keys(source)) if is_due(environment, source, clock) => {
            let renewed = renew(environment, profile, HAND_OUT, &mut NoPrompt, clock).await;
            let renewed = match without_a_place(environment, profile, &resolution, &renewed, clock).await {
                Some(Ok(found)) => return Ok(found),
                Some(Err(problem)) => Err(problem),
                None => renewed,
            };
            let (profiles, resolution) = resolve_profile(environment, profile);
            // What is left of the old keys is better than nothing.
            match (kept_keys(environment, &profiles, &resolution, clock), renewed) {
                (Ok(found), _) => Ok(found),
                (Err(_), Err(problem)) | (Err(problem), Ok(_)) => Err(problem),
            }
        }
        Some(Source::Keys(_)) => kept_keys(environment, &profiles, &resolution, clock),
        Some(kept) if matches!(kept.stored(0), Some(Stored::CliCache(_))) => {
            session(environment, profile, &resolution, clock).await
        }
        Some(_) => {
            let obtained = at_each_use(environment, &profiles, &resolution, clock).await?;
            Ok(exported(obtained.keys, obtained.expires_at, &resolution))
        }
    }
}

/// True if keys kept in a file are to be renewed before they are handed out.
fn is_due(environment: &Environment, source: &KeysSource, clock: &dyn Clock) -> bool {
    let good = |end| Reuse::HandOut.holds(end, None, clock.now());
    source.are_replaceable()
        && !source.expires_at().is_some_and(good)
        && refresh_source_of(environment, &source.profile, source).is_ok_and(|refresh| refresh.is_some())
}

/// Keys as they stand in a file.
fn kept_keys(
    environment: &Environment,
    profiles: &Profiles,
    resolution: &Resolution,
    clock: &dyn Clock,
) -> Result<Exported, Problem> {
    let no_credentials = || Problem::new(Code::NoCredentials).with("profile", &resolution.profile);
    let Some(Source::Keys(source)) = &resolution.source else { return Err(no_credentials()) };
    if source.are_over(clock.now()) {
        return Err(over(environment, source, &resolution.profile).unwrap_or_else(no_credentials));
    }
    let keys = static_keys(source, profiles, &environment.variables).ok_or_else(no_credentials)?;
    Ok(exported(keys, source.expires_at(), resolution))
}

/// Returns the reason why expired keys are not handed out: the requirement of new ones, as a renewal says it.
fn over(environment: &Environment, source: &KeysSource, profile: &str) -> Option<Problem> {
    let unknown = refresh_source_of(environment, profile, source).err();
    unknown.or_else(|| Needs::of_own_keys(source).problem(profile))
}

async fn session(
    environment: &Environment,
    profile: &str,
    resolution: &Resolution,
    clock: &dyn Clock,
) -> Result<Exported, Problem> {
    if let Some(found) = cached(environment, resolution, Reuse::HandOut, clock) {
        return Ok(found);
    }
    let renewed = renew(environment, profile, HAND_OUT, &mut NoPrompt, clock).await;
    let renewed = match without_a_place(environment, profile, resolution, &renewed, clock).await {
        Some(Ok(found)) => return Ok(found),
        Some(Err(problem)) => Err(problem),
        None => renewed,
    };
    // What is left of an old session is better than nothing.
    let living = Reuse::AtLeast(chrono::TimeDelta::seconds(1));
    match (cached(environment, resolution, living, clock), renewed) {
        (Some(found), _) => Ok(found),
        (None, Err(problem)) => Err(problem),
        (None, Ok(_)) => Err(Problem::new(Code::NoCredentials).with("profile", profile)),
    }
}

/// A session that cannot be kept is still one: a home may be read-only, or not there at all.
async fn without_a_place(
    environment: &Environment,
    profile: &str,
    resolution: &Resolution,
    renewed: &Result<Renewal, Problem>,
    clock: &dyn Clock,
) -> Option<Result<Exported, Problem>> {
    let problem = renewed.as_ref().err().filter(|problem| problem.is_of_keeping())?;
    Some(unkept(environment, profile, clock).await.map(|(keys, expires_at)| {
        let not_kept = Some(problem.clone());
        Exported { not_kept, ..exported(keys, Some(expires_at), resolution) }
    }))
}

fn cached(
    environment: &Environment,
    resolution: &Resolution,
    reuse: Reuse,
    clock: &dyn Clock,
) -> Option<Exported> {
    let key = cache_keys(resolution).into_iter().next()?;
    let CacheLookup::Entry(entry, stored_at) = CliCache::new(&environment.paths.cli_cache).read(&key) else {
        return None;
    };
    let found = entry.credentials;
    if !reuse.holds(found.expiration, stored_at, clock.now()) {
        return None;
    }
    let end = found.expiration;
    Some(exported(signing_keys(found)?, Some(end), resolution))
}

fn exported(
    keys: StaticKeys,
    expires_at: Option<sandglass_core::Timestamp>,
    resolution: &Resolution,
) -> Exported {
    let region = resolution.client.region.as_ref().map(|region| region.value.clone());
    Exported { keys, expires_at, region, not_kept: None }
}

#[cfg(test)]
mod tests;
