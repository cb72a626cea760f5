//! Finds the profiles that name a section.

use aws_files::{Location, Profile, Profiles, SectionName, setting};

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
