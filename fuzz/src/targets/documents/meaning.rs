//! Reads the meaning of a file as botocore does.

use std::collections::BTreeMap;

use aws_files::{Document, FileKind, Profiles, Section, SectionName};

/// Every setting, what `[DEFAULT]` gives included.
pub(super) type Meaning = BTreeMap<(SectionName, String), String>;

pub(super) fn of(document: &Document) -> Meaning {
    let read = match document.kind() {
        FileKind::Config => Profiles::read(Some(document), None),
        FileKind::Credentials => Profiles::read(None, Some(document)),
    };
    let mut meaning = Meaning::new();
    let mut add = |name: SectionName, section: &Section| {
        for key in section.keys() {
            let value = section.get(key).map(|setting| setting.value().to_owned()).unwrap_or_default();
            meaning.insert((name.clone(), key.to_owned()), value);
        }
    };
    for profile in read.iter() {
        for section in profile.config.iter().chain(&profile.credentials) {
            add(SectionName::Profile(profile.name.clone()), section);
        }
    }
    read.sso_sessions().for_each(|(name, section)| add(SectionName::SsoSession(name.to_owned()), section));
    read.all_services().for_each(|(name, section)| add(SectionName::Services(name.to_owned()), section));
    meaning
}
