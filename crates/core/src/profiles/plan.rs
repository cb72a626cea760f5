//! Plans a change of profiles: applies it to the files, and judges the result.

use aws_files::{FileKind, SectionName};

use super::change::{Change, Changes};
use super::check::{Checks, check};
use super::draft::Draft;
use super::name::warn_of_name;
use super::references::{Reference, name_of, references};
use super::{Files, PlanContext, Rewrite};
use crate::problem::{Code, Origin, Problem};

/// A planned change: the files before and after it, and its problems.
#[derive(Clone)]
pub struct Plan {
    /// The files to write.
    pub rewrite: Rewrite,
    /// The profile or section it is about, by its new name.
    pub section: SectionName,
    /// Errors and warnings about the result.
    pub checks: Checks,
    /// The profile whose credentials come from elsewhere afterwards: what is cached of it is of no use any more.
    pub converted: Option<String>,
}

impl Plan {
    /// Applies a change. An error says why the text cannot be changed so; that the result would not work
    /// is in `checks`.
    pub fn new(files: &Files, change: &Change, context: PlanContext<'_>) -> Result<Self, Problem> {
        Self::of_all(files, &change.clone().into(), context)
    }

    /// Applies several changes of one section, each on what the one before it made.
    pub fn of_all(files: &Files, changes: &Changes, context: PlanContext<'_>) -> Result<Self, Problem> {
        let mut draft = Draft::new(files, context);
        let mut section = draft.apply(changes.first())?;
        for change in changes.more() {
            section = draft.apply(change)?;
        }
        let (after, keys) = draft.finish()?;
        let was = changes.iter().find_map(Change::renamed).unwrap_or(&section);
        let mut checks = check(files, &after, (was, &section), &keys, context);
        checks.warnings.extend(changes.iter().flat_map(|change| about(files, &after, change)));
        let converted = changes.iter().find_map(|change| match change {
            Change::Convert(conversion) => Some(conversion.profile.clone()),
            _ => None,
        });
        Ok(Self { rewrite: Rewrite { before: files.clone(), after }, section, checks, converted })
    }
}

/// Returns the consequences of a change for others.
fn about(before: &Files, after: &Files, change: &Change) -> Vec<Problem> {
    match change {
        Change::Add { name, .. } | Change::Duplicate { to: name, .. } | Change::PutKeys { name, .. } => {
            let is_new = !Files::KINDS
                .iter()
                .any(|kind| before.document(*kind).has_section(&SectionName::Profile(name.clone())));
            warn_of_name(name).filter(|_| is_new).into_iter().collect()
        }
        Change::Rename { to, .. } => warn_of_name(to).into_iter().collect(),
        Change::Remove(section) => {
            still_referenced(section, &references(&after.profiles(), section)).into_iter().collect()
        }
        Change::Set { section: SectionName::Profile(name), settings, file: Some(FileKind::Config) } => {
            let profiles = after.profiles();
            let Some(credentials) = profiles.get(name).and_then(|profile| profile.credentials.as_ref())
            else {
                return Vec::new();
            };
            let hidden =
                settings.iter().filter_map(|setting| Some((&setting.key, credentials.get(&setting.key)?)));
            let hidden = hidden.map(|(key, other)| {
                Problem::new(Code::Overridden)
                    .at(Origin::File(other.at))
                    .with("key", key)
                    .with("profile", name)
            });
            hidden.collect()
        }
        _ => Vec::new(),
    }
}

/// The number of profiles named that still refer to a section.
const NAMED: usize = 5;

/// One warning for all that would miss a section, at the first of them.
fn still_referenced(section: &SectionName, orphans: &[Reference]) -> Option<Problem> {
    let first = orphans.first()?;
    let mut names: Vec<&str> = orphans.iter().take(NAMED).map(|orphan| orphan.profile.as_str()).collect();
    if orphans.len() > NAMED {
        names.push("…");
    }
    let problem = Problem::new(Code::StillReferenced)
        .at(Origin::File(first.at))
        .with("count", orphans.len().to_string())
        .with("profile", names.join(", "))
        .with("key", first.key)
        .with("name", name_of(section));
    Some(problem)
}
