//! Finds the problems that a change adds to a profile.

use std::collections::HashSet;

use aws_files::regions::partition_of;
use aws_files::{Arn, DivergenceKind, FileKind, Profile, Profiles, Reader, SectionName, setting};

use super::field::{check_field, warn_of_field};
use super::{Files, PlanContext};
use crate::problem::{Code, Origin, Problem};
use crate::resolve::{Call, Resolution, Source, check_durations, missing_sso_session, resolve};

/// The result of checking a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks {
    /// Problems that prevent the change.
    pub errors: Vec<Problem>,
    /// Warnings that a person should know beforehand.
    pub warnings: Vec<Problem>,
}

/// Judges a section of the changed files, by its old name and its new one. Only what the change brings counts:
/// whoever fixes one line of a broken profile is not asked to fix all of it.
pub(super) fn check(
    before: &Files,
    after: &Files,
    (was, section): (&SectionName, &SectionName),
    changed: &[(FileKind, String)],
    context: PlanContext<'_>,
) -> Checks {
    let (old, new) = (before.compared(), after.compared());
    let harm = harm_to_others(&old, &new, section);
    let mut checks = Checks { errors: harm.into_iter().collect(), warnings: Vec::new() };
    for (file, key) in changed {
        let found = match (section, file) {
            (SectionName::Profile(name), FileKind::Config) => {
                new.get(name).and_then(|found| found.config.as_ref())
            }
            (SectionName::Profile(name), FileKind::Credentials) => {
                new.get(name).and_then(|found| found.credentials.as_ref())
            }
            (SectionName::SsoSession(name), _) => new.sso_session(name),
            (SectionName::Services(name), _) => new.services(name),
        };
        let Some(setting) = found.and_then(|found| found.get(key)) else { continue };
        let at = |problem: Problem| problem.at(Origin::File(setting.at));
        checks.errors.extend(check_field(key, setting.value()).map(at));
        checks.warnings.extend(warn_of_field(key, setting.value(), context.is_program).map(at));
    }
    if let (SectionName::Profile(old_name), SectionName::Profile(name)) = (was, section) {
        let was = judged(&old, old_name, context);
        let is = judged(&new, name, context);
        let is_new = |known: &[Problem], problem: &Problem| {
            !known.iter().any(|old| same(old, problem, (old_name, name)))
        };
        let (errors, warnings) = (is.errors, is.warnings);
        checks.errors.extend(errors.into_iter().filter(|problem| is_new(&was.errors, problem)));
        checks.warnings.extend(warnings.into_iter().filter(|problem| is_new(&was.warnings, problem)));
    }
    // What a field says about itself need not be said twice.
    let mut places = Vec::new();
    checks.errors.retain(|problem| {
        let said = problem.at.is_some() && places.contains(&problem.at);
        places.push(problem.at.clone());
        !said
    });
    checks
}

/// An SDK that read other profiles as the AWS CLI does, and would not any more: it would refuse the file,
/// or take a line for one of theirs.
fn harm_to_others(old: &Profiles, new: &Profiles, section: &SectionName) -> Option<Problem> {
    let lost = |profiles: &Profiles| {
        let found = profiles.divergences().iter();
        let found = found.filter(|found| found.kind != DivergenceKind::ExtraProfile);
        found.map(|found| (found.reader, found.profile.clone(), found.at)).collect::<Vec<_>>()
    };
    let old_lost: HashSet<(Reader, Option<String>)> =
        lost(old).into_iter().map(|(reader, profile, _)| (reader, profile)).collect();
    let own = match section {
        SectionName::Profile(name) => Some(name),
        _ => None,
    };
    // Who refused a file before had nothing to lose.
    let is_new = |(reader, profile, _): &(Reader, Option<String>, _)| {
        (profile.is_none() || profile.as_ref() != own)
            && !old_lost.contains(&(*reader, profile.clone()))
            && !old_lost.contains(&(*reader, None))
            && profile.as_ref().is_none_or(|name| old.get(name).is_some())
    };
    let (reader, _, at) = lost(new).into_iter().find(is_new)?;
    Some(Problem::new(Code::HarmToOthers).at(Origin::File(at)).with("reader", reader.to_string()))
}

/// The same problem, wherever its line went and whatever the profile is called now.
fn same(old: &Problem, new: &Problem, (old_name, new_name): (&str, &str)) -> bool {
    let same_value = |old: &str, new: &str| old == new || (old == old_name && new == new_name);
    let mut args = old.args.iter().zip(&new.args);
    old.code == new.code
        && old.args.len() == new.args.len()
        && args.all(|((name, value), (other, new))| name == other && same_value(value, new))
}

/// Checks a profile with the one resolution and by its own settings.
fn judged(profiles: &Profiles, name: &str, context: PlanContext<'_>) -> Checks {
    let Some(profile) = profiles.get(name) else { return Checks::default() };
    let resolution = resolve(profiles, context.variables, &Call::Profile(name.to_owned()));
    let mut checks = Checks { errors: errors_of(&resolution), warnings: resolution.warnings };
    checks.errors.extend(partitions(profile));
    checks.errors.extend(missing_sso_session(profiles, profile));
    if let Some(Source::Role(role)) = &resolution.source {
        checks.errors.extend(check_durations(role).err());
    }
    checks
}

/// A profile that only holds a region gives no credentials, and need not.
fn errors_of(resolution: &Resolution) -> Vec<Problem> {
    let may_be = |problem: &&Problem| problem.code != Code::NoCredentials;
    resolution.errors.iter().filter(may_be).cloned().collect()
}

/// ARNs and the region of one profile belong to one partition.
fn partitions(profile: &Profile) -> Option<Problem> {
    let role = profile.get(setting::ROLE_ARN)?;
    let partition = Arn::parse(role.value())?.partition;
    let region =
        profile.get(setting::REGION).map(|region| (region, setting::REGION, partition_of(region.value())));
    let device = profile
        .get(setting::MFA_SERIAL)
        .and_then(|device| Some((device, setting::MFA_SERIAL, Arn::parse(device.value())?.partition)));
    let (setting, key, other) =
        [region, device].into_iter().flatten().find(|(.., other)| *other != partition)?;
    Some(
        Problem::new(Code::PartitionMismatch)
            .at(Origin::File(setting.at))
            .with("key", key)
            .with("other", other)
            .with("partition", partition)
            .with("profile", &profile.name),
    )
}
