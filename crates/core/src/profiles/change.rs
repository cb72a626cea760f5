//! Changes of profiles that a person asks for.

use aws_files::{FileKind, LineFix, SectionName};

use super::{NewSetting, ProfileKind};

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

    /// The first.
    pub(super) fn first(&self) -> &Change {
        &self.first
    }

    /// Those that follow on it.
    pub(super) fn more(&self) -> &[Change] {
        &self.more
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

/// A profile, and what it is to become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The profile.
    pub profile: String,
    /// The role it assumes.
    pub role_arn: String,
    /// The profile that assumes it.
    pub source_profile: String,
    /// The region it is to have; an empty one takes its own away, none leaves it as it is.
    pub region: Option<String>,
}
