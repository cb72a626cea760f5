//! Resolves profiles of this machine's files.

use aws_files::Profiles;
use sandglass_core::preferences::Refresh;
use sandglass_core::problem::Problem;
use sandglass_core::resolve::{Call, Resolution, Source, refresh_source, resolve};

use crate::{Environment, files, os};

/// Resolves one profile as a call with `--profile` would, with the files it was read from.
pub fn resolve_profile(environment: &Environment, profile: &str) -> (Profiles, Resolution) {
    let read = files::read(&environment.paths);
    let resolution = resolve_named(&read.profiles, environment, profile, &read.problems);
    (read.profiles, resolution)
}

/// The same, with what the other SDKs read differently among its warnings.
pub(crate) fn resolve_compared(environment: &Environment, profile: &str) -> (Profiles, Resolution) {
    let read = files::compare(&environment.paths);
    let resolution = resolve_named(&read.profiles, environment, profile, &read.problems);
    (read.profiles, resolution)
}

pub(crate) fn resolve_named(
    profiles: &Profiles,
    environment: &Environment,
    name: &str,
    unreadable: &[Problem],
) -> Resolution {
    let mut resolution = resolve(profiles, &environment.variables, &Call::Profile(name.to_owned()));
    resolution.settle_local_times(&os::local_to_utc);
    if let Some(source) = &mut resolution.source {
        source.take_code_commands(&environment.mfa_commands);
    }
    // With one file unreadable the AWS CLI fails for every profile, whatever the other one says.
    resolution.errors.splice(0..0, unreadable.iter().cloned());
    resolution
}

/// The role a profile's keys are renewed from.
pub(crate) fn resolve_refresh(
    environment: &Environment,
    profiles: &Profiles,
    profile: &str,
    refresh: &Refresh,
) -> Result<Source, Problem> {
    let mut source = refresh_source(profiles, &environment.variables, profile, refresh)?;
    source.settle_local_time(&os::local_to_utc);
    source.take_code_commands(&environment.mfa_commands);
    Ok(source)
}
