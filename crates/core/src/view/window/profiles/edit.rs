//! What the page wants done.

use aws_files::Secret;
use serde::Deserialize;

use super::{FileName, SectionRef};
use crate::profiles::ProfileKind;

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
        /// Which, by the name it has now.
        section: SectionRef,
        /// The name it is to have, new or the same. References follow a new one.
        name: String,
        /// What is to hold. A secret that was not typed is left out.
        set: Vec<NewValue>,
        /// The keys to take away, from both files.
        unset: Vec<String>,
        /// The file for what is set; null: each key where it counts now, else in its usual file.
        file: Option<FileName>,
    },
    /// Make a section that holds what another one holds.
    Duplicate {
        /// That one.
        section: SectionRef,
        /// The new one's name.
        name: String,
    },
    /// Remove a section from both files. `ProfilePlan.warnings` say who depends on it.
    Remove {
        /// Which.
        section: SectionRef,
    },
    /// What was pasted: keys go in the place of those the profile has; a whole section's settings
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
