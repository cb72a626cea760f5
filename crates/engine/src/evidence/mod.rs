//! Gathers the evidence for doctor: this machine first, then the network.

mod caches;
mod files;
pub(crate) mod live;
mod tools;
mod variables;

use std::collections::{BTreeMap, BTreeSet};

use aws_files::Profiles;
use sandglass_core::problem::Origin;
use sandglass_core::resolve::{Call, Resolution, Source, resolve};
use sandglass_core::session::Needs;
use sandglass_doctor::evidence::{Evidence, LiveEvidence, SeenFrom};

pub(crate) use live::Subject;
pub use live::gather as live;
pub(crate) use tools::aws_clis;
pub(crate) use variables::shell_assignments;

use crate::snapshot::session_of;
use crate::{Clock, Environment, os};

/// Gathers the evidence on this machine.
pub(crate) fn local(
    environment: &Environment,
    call: Call,
    seen_from: SeenFrom,
    is_version_1: bool,
    clock: &dyn Clock,
) -> Evidence {
    let (files, problems) = files::gather(&environment.paths);
    let profiles = files.text.profiles();
    let read =
        if is_version_1 { environment.variables.as_version_1() } else { environment.variables.clone() };
    let mut resolution = resolve(&profiles, &read, &call);
    if is_version_1 && matches!(resolution.chosen_by, Origin::Variable(_)) {
        let name = environment.variables.first(&["AWS_DEFAULT_PROFILE", "AWS_PROFILE"]);
        resolution.chosen_by = Origin::Variable(name.map_or("AWS_PROFILE", |(name, _)| name));
    }
    resolution.settle_local_times(&os::local_to_utc);
    // With one file unreadable the AWS CLI fails for every profile, whatever the other one says.
    resolution.errors.splice(0..0, problems);
    let mut own = resolve(&profiles, &read, &Call::Profile(resolution.profile.clone()));
    own.settle_local_times(&os::local_to_utc);
    let shell = match seen_from {
        SeenFrom::Terminal => os::running_shell(&environment.variables),
        SeenFrom::Desktop => os::login_shell(&environment.variables),
    };
    Evidence {
        now: clock.now(),
        call,
        seen_from,
        shell,
        paths: environment.paths.clone(),
        files,
        variables: variables::gather(environment),
        caches: caches::gather(environment, &resolution, &own, clock),
        tools: tools::gather(environment, &resolution),
        renewals: renewals(environment, &profiles, [&resolution, &own], clock),
        profiles,
        resolution,
        own,
        live: LiveEvidence::default(),
    }
}

/// Returns the requirements of a renewal for the profiles whose keys in a file the call, or the profile alone, starts
/// from.
fn renewals(
    environment: &Environment,
    profiles: &Profiles,
    resolutions: [&Resolution; 2],
    clock: &dyn Clock,
) -> BTreeMap<String, Needs> {
    let kept = |resolution: &Resolution| match resolution.source.as_ref()?.base() {
        Source::Keys(keys) => Some(keys.profile.clone()),
        _ => None,
    };
    let needs = |profile: String| {
        let resolution = resolve(profiles, &environment.variables, &Call::Profile(profile.clone()));
        let session = session_of(environment, profiles, &resolution);
        (profile, session.needs(clock.now()))
    };
    // Mostly one and the same.
    let names: BTreeSet<String> = resolutions.into_iter().filter_map(kept).collect();
    names.into_iter().map(needs).collect()
}
