//! What a person wants done, and what it would make of the files.

use aws_files::{FileKind, Location, Mend, Profile, Profiles, SectionName};

use super::check::{Checks, check};
use super::convert::Conversion;
use super::draft::Draft;
use super::name::warn_of_name;
use super::{Files, NewSetting, ProfileKind, Rewrite, Surroundings};
use crate::problem::{Code, Origin, Problem};

/// What a person wants done.
#[derive(Debug)]
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
        /// What is to hold.
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
    /// Make a profile that holds what another one holds.
    Duplicate {
        /// That one.
        from: String,
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
    /// Mend lines as they stand, also of a file that the AWS CLI cannot parse.
    Mend {
        /// The section they are about.
        section: SectionName,
        /// The file.
        file: FileKind,
        /// The lines, from 1, and what becomes of each.
        lines: Vec<(usize, Mend)>,
    },
    /// Turn temporary keys, or a role without a source, into a role that renews itself.
    Convert(Conversion),
}

/// What a change makes of the files, and what there is to say about it.
#[derive(Clone)]
pub struct Plan {
    /// What to write.
    pub rewrite: Rewrite,
    /// The profile or section it is about, by its new name.
    pub section: SectionName,
    /// What is wrong with the result, and what to know about it.
    pub checks: Checks,
}

impl Plan {
    /// Applies a change. An error says why the text cannot be changed so; that the result would not work
    /// is in `checks`.
    pub fn new(files: &Files, change: &Change, surroundings: Surroundings<'_>) -> Result<Self, Problem> {
        let mut draft = Draft::new(files, surroundings);
        let section = draft.apply(change)?;
        let (after, changed) = draft.finish()?;
        let mut checks = check(files, &after, &section, &changed, surroundings);
        checks.warnings.extend(about(files, &after, change));
        Ok(Self { rewrite: Rewrite { before: files.clone(), after }, section, checks })
    }
}

/// What a change means for others.
fn about(before: &Files, after: &Files, change: &Change) -> Vec<Problem> {
    match change {
        Change::Add { name, .. } | Change::Duplicate { to: name, .. } | Change::PutKeys { name, .. } => {
            let is_new = before.profiles().get(name).is_none();
            warn_of_name(name).filter(|_| is_new).into_iter().collect()
        }
        Change::Rename { to, .. } => warn_of_name(to).into_iter().collect(),
        Change::Remove(section) => {
            let orphans = references(&after.profiles(), section);
            let orphan = |(profile, key, at)| {
                Problem::new(Code::StillReferenced)
                    .at(Origin::File(at))
                    .with("profile", profile)
                    .with("key", key)
                    .with("name", name_of(section))
            };
            orphans.into_iter().map(orphan).collect()
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

/// Who names a section, by which key, and where.
pub(super) fn references(
    profiles: &Profiles,
    section: &SectionName,
) -> Vec<(String, &'static str, Location)> {
    let (key, name) = match section {
        SectionName::Profile(name) => ("source_profile", name),
        SectionName::SsoSession(name) => ("sso_session", name),
        SectionName::Services(name) => ("services", name),
    };
    let naming = |profile: &Profile| -> Option<(String, &'static str, Location)> {
        let setting = profile.get(key).filter(|setting| setting.value() == name)?;
        Some((profile.name.clone(), key, setting.at))
    };
    profiles.iter().filter_map(naming).collect()
}

pub(super) fn name_of(section: &SectionName) -> &str {
    match section {
        SectionName::Profile(name) | SectionName::SsoSession(name) | SectionName::Services(name) => name,
    }
}
