//! A change that a person asks for, and the plan that applies it to the files.

use aws_files::{FileKind, LineFix, Location, Profile, Profiles, SectionName, setting};

use super::check::{Checks, check};
use super::convert::Conversion;
use super::draft::Draft;
use super::name::warn_of_name;
use super::{Files, NewSetting, PlanContext, ProfileKind, Rewrite};
use crate::problem::{Code, Origin, Problem};

/// A change of profiles that a person asks for.
#[derive(Clone, Debug)]
pub enum Change {
    /// Make a profile of a kind.
    Add {
        /// Its name.
        name: String,
        /// Its kind, when one was chosen: then its keys must be there.
        kind: Option<ProfileKind>,
        /// Its settings. Those of an sso-session that does not exist yet make that section.
        settings: Vec<NewSetting>,
        /// The file for all of them; without it, keys go to credentials and the rest to config.
        file: Option<FileKind>,
    },
    /// Set keys of a profile or an sso-session.
    Set {
        /// The section.
        section: SectionName,
        /// The settings.
        settings: Vec<NewSetting>,
        /// The file; without it, the one where the value counts.
        file: Option<FileKind>,
    },
    /// Take keys away.
    Unset {
        /// The section.
        section: SectionName,
        /// The keys.
        keys: Vec<String>,
        /// The file; without it, both.
        file: Option<FileKind>,
    },
    /// Remove a section from both files.
    Remove(SectionName),
    /// Give a section another name, and follow it in whoever refers to it.
    Rename {
        /// The section.
        section: SectionName,
        /// Its new name.
        to: String,
    },
    /// Make an sso-session.
    AddSsoSession {
        /// Its name.
        name: String,
        /// Its settings.
        settings: Vec<NewSetting>,
    },
    /// Make a section that holds what another one holds.
    Duplicate {
        /// The section.
        section: SectionName,
        /// The new one.
        to: String,
    },
    /// Put a session's keys into a profile, in the place of those it has.
    PutKeys {
        /// The profile; made when it does not exist.
        name: String,
        /// The keys.
        settings: Vec<NewSetting>,
    },
    /// Fix lines as they stand, also of a file that the AWS CLI cannot parse.
    FixLines {
        /// The section they are about.
        section: SectionName,
        /// The file.
        file: FileKind,
        /// The lines, from 1, and what becomes of each.
        lines: Vec<(usize, LineFix)>,
    },
    /// Turn temporary keys, or a role without a source, into a role that renews itself.
    Convert(Conversion),
}

impl Change {
    /// The section that gets another name, by its old one.
    pub fn renamed(&self) -> Option<&SectionName> {
        match self {
            Self::Rename { section, .. } => Some(section),
            _ => None,
        }
    }
}

/// Changes of one section that belong together.
#[derive(Clone, Debug)]
pub struct Changes {
    first: Change,
    more: Vec<Change>,
}

impl Changes {
    /// One, and those that follow on it.
    pub fn new(first: Change, more: Vec<Change>) -> Self {
        Self { first, more }
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Change> {
        std::iter::once(&self.first).chain(&self.more)
    }
}

impl From<Change> for Changes {
    fn from(change: Change) -> Self {
        Self::new(change, Vec::new())
    }
}

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
        let mut section = draft.apply(&changes.first)?;
        for change in &changes.more {
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

/// A profile that names a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The profile.
    pub profile: String,
    /// By this key.
    pub key: &'static str,
    /// Its place.
    pub at: Location,
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

/// Returns the profiles that refer to a section.
pub fn references(profiles: &Profiles, section: &SectionName) -> Vec<Reference> {
    let (key, name) = match section {
        SectionName::Profile(name) => (setting::SOURCE_PROFILE, name),
        SectionName::SsoSession(name) => (setting::SSO_SESSION, name),
        SectionName::Services(name) => (setting::SERVICES, name),
    };
    let naming = |profile: &Profile| -> Option<Reference> {
        let setting = profile.get(key).filter(|setting| setting.value() == name)?;
        Some(Reference { profile: profile.name.clone(), key, at: setting.at })
    };
    profiles.iter().filter_map(naming).collect()
}

pub(super) fn name_of(section: &SectionName) -> &str {
    match section {
        SectionName::Profile(name) | SectionName::SsoSession(name) | SectionName::Services(name) => name,
    }
}
