//! A reference to a section by type and name, used by undo steps and pages.

use aws_files::SectionName;
use serde::{Deserialize, Serialize};

/// The types of sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SectionType {
    /// A profile: its sections of both files together.
    Profile,
    /// `[sso-session NAME]`
    SsoSession,
    /// `[services NAME]`
    Services,
}

/// A section, by what it is for and its name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SectionRef {
    /// Its type.
    pub is: SectionType,
    /// Its name.
    pub name: String,
}

impl From<&SectionName> for SectionRef {
    fn from(section: &SectionName) -> Self {
        let (is, name) = match section {
            SectionName::Profile(name) => (SectionType::Profile, name),
            SectionName::SsoSession(name) => (SectionType::SsoSession, name),
            SectionName::Services(name) => (SectionType::Services, name),
        };
        Self { is, name: name.clone() }
    }
}

impl From<SectionRef> for SectionName {
    fn from(section: SectionRef) -> Self {
        match section.is {
            SectionType::Profile => Self::Profile(section.name),
            SectionType::SsoSession => Self::SsoSession(section.name),
            SectionType::Services => Self::Services(section.name),
        }
    }
}
