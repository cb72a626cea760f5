//! The edits that the page asks for.

use aws_files::{Secret, SectionName};
use serde::Deserialize;

use super::{FileName, SectionRef};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::paste::Pasted;
use sandglass_core::profiles::{Change, Changes, Conversion, NewSetting, ProfileKind};

/// An edit. It may hold typed secrets, so it can be neither printed nor sent back.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum ProfileEdit {
    /// Make a profile or an sso-session.
    Create {
        /// Its type and name.
        section: SectionRef,
        /// The kind that was chosen, for a profile: then its needed keys must be there.
        kind: Option<ProfileKind>,
        /// Its settings. `sso_start_url` and `sso_region` beside an `sso_session` that does not exist
        /// make that section, too.
        set: Vec<NewValue>,
        /// The file for all of them; null: each key goes to its usual file.
        file: Option<FileName>,
    },
    /// Change a section: all of this is one plan.
    Change {
        /// The section, by its present name.
        section: SectionRef,
        /// The name it is to have, new or the same. References follow a new one.
        name: String,
        /// The new values. A secret that was not typed is left out.
        set: Vec<NewValue>,
        /// The keys to take away, from both files.
        unset: Vec<String>,
        /// The file for what is set; null: each key where it counts now, else in its usual file.
        file: Option<FileName>,
    },
    /// Make a section that holds what another one holds.
    Duplicate {
        /// The section.
        section: SectionRef,
        /// The new one's name.
        name: String,
    },
    /// Remove a section from both files. `ProfilePlan.warnings` say who depends on it.
    Remove {
        /// The section.
        section: SectionRef,
    },
    /// Applies a paste: keys replace those of the profile; a whole section's settings
    /// are set, and the profile is made where it does not exist.
    Paste {
        /// `PastedProfile.id`. The program keeps the last one only.
        paste: String,
        /// The profile it goes to.
        profile: String,
        /// More to set with it, such as a region.
        set: Vec<NewValue>,
    },
    /// Turn temporary keys, or a role without a source, into a role that renews itself.
    Convert {
        /// The profile.
        profile: String,
        /// The role.
        role_arn: String,
        /// The profile that assumes it.
        source_profile: String,
        /// The region it is to have; empty: none.
        region: String,
    },
}

/// A key and the value it is to have.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewValue {
    /// The key; `block.key` inside a nested block.
    pub key: String,
    /// The value.
    #[cfg_attr(test, ts(type = "string"))]
    pub value: Secret,
}

impl ProfileEdit {
    /// The changes it comes to. `pasted` is what was pasted by
    /// an id; `exists` tells whether there is a profile of a name.
    pub fn changes(
        self,
        pasted: impl FnOnce(&str) -> Option<Pasted>,
        exists: impl FnOnce(&str) -> bool,
    ) -> Result<Changes, Problem> {
        match self {
            Self::Create { section, kind, set, file } => Ok(create(section, kind, set, file).into()),
            Self::Change { section, name, set, unset, file } => Ok(change(section, name, set, &unset, file)),
            Self::Duplicate { section, name } => {
                Ok(Change::Duplicate { section: section.into(), to: name }.into())
            }
            Self::Remove { section } => Ok(Change::Remove(section.into()).into()),
            Self::Paste { paste, profile, set } => {
                let pasted = pasted(&paste).ok_or_else(|| Problem::new(Code::PasteUnknown))?;
                let exists = exists(&profile);
                Ok(put(pasted, profile, set, exists))
            }
            Self::Convert { profile, role_arn, source_profile, region } => {
                let region = Some(region);
                Ok(Change::Convert(Conversion { profile, role_arn, source_profile, region }).into())
            }
        }
    }
}

/// A field that was left empty was not given.
fn create(
    section: SectionRef,
    kind: Option<ProfileKind>,
    set: Vec<NewValue>,
    file: Option<FileName>,
) -> Change {
    let given = set.into_iter().filter(|setting| !setting.value.expose().is_empty());
    let settings = new_settings(given);
    match SectionName::from(section) {
        SectionName::SsoSession(name) => Change::AddSsoSession { name, settings },
        SectionName::Profile(name) | SectionName::Services(name) => {
            Change::Add { name, kind, settings, file: file.map(Into::into) }
        }
    }
}

/// The new name comes last: what is set and taken away is said of the name that is there.
fn change(
    section: SectionRef,
    name: String,
    set: Vec<NewValue>,
    unset: &[String],
    file: Option<FileName>,
) -> Changes {
    let is_renamed = section.name != name;
    let section = SectionName::from(section);
    let keys: Vec<String> = unset.iter().map(|key| lower(key)).collect();
    let first =
        Change::Set { section: section.clone(), settings: new_settings(set), file: file.map(Into::into) };
    let unset = (!keys.is_empty()).then(|| Change::Unset { section: section.clone(), keys, file: None });
    let rename = is_renamed.then(|| Change::Rename { section, to: name });
    Changes::new(first, unset.into_iter().chain(rename).collect())
}

/// Keys go in the place of those the profile has; a whole section is set, or made.
fn put(pasted: Pasted, name: String, set: Vec<NewValue>, exists: bool) -> Changes {
    let section = SectionName::Profile(name.clone());
    let is_keys = pasted.is_keys();
    let settings = pasted.settings;
    let first = if is_keys {
        Change::PutKeys { name, settings }
    } else if exists {
        Change::Set { section: section.clone(), settings, file: None }
    } else {
        Change::Add { name, kind: None, settings, file: None }
    };
    let more = (!set.is_empty()).then(|| Change::Set { section, settings: new_settings(set), file: None });
    Changes::new(first, more.into_iter().collect())
}

fn new_settings(set: impl IntoIterator<Item = NewValue>) -> Vec<NewSetting> {
    set.into_iter().map(|NewValue { key, value }| NewSetting { key: lower(&key), value }).collect()
}

/// A key as botocore reads it; what stands in a nested block keeps its case.
fn lower(key: &str) -> String {
    match key.split_once('.') {
        Some((block, inner)) => format!("{}.{inner}", block.to_lowercase()),
        None => key.to_lowercase(),
    }
}
