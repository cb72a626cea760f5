//! One section as it stands in the files, to be edited.

use serde::Serialize;

use super::{FieldProblem, FileName, SectionRef};
use crate::profiles::ProfileKind;
use crate::view::window::Overridden;

/// Everything the editor shows of one section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProfileForm {
    /// Which.
    pub section: SectionRef,
    /// Of which content of the files: the value of `AppView.files` then.
    pub revision: String,
    /// The kind of a profile; null for one that gives no credentials of its own, and for other
    /// sections.
    pub kind: Option<ProfileKind>,
    /// The account, as far as the settings tell.
    pub account: Option<String>,
    /// The role's or permission set's name.
    pub role: Option<String>,
    /// The files it stands in.
    pub files: Vec<FileName>,
    /// Every setting, config first, each key once, in the order of the lines.
    pub settings: Vec<FormSetting>,
    /// Who names it: a rename changes them, a removal breaks them.
    pub dependents: Vec<Dependent>,
    /// For temporary keys and a role without a source: what would make it renew itself.
    pub convert: Option<ConvertProposal>,
    /// For keys in a file: when they run out, as far as is recorded.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub expires_at: Option<i64>,
    /// What is wrong with it as it stands.
    pub problems: Vec<FieldProblem>,
}

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FormSetting {
    /// Its key, in lower case.
    pub key: String,
    /// Its value as the AWS CLI reads it; of a secret only what may be shown (`****************EKEY`);
    /// empty where there is a `block`.
    pub value: String,
    /// Whether the value is a secret: it can be replaced, not read.
    pub secret: bool,
    /// The settings of a nested block, such as `addressing_style` under `s3 =`. An edit names one as
    /// `s3.addressing_style`.
    pub block: Vec<NestedSetting>,
    /// The file it counts from.
    pub file: FileName,
    /// Its line there.
    #[cfg_attr(test, ts(type = "number"))]
    pub line: usize,
    /// Both, such as `~/.aws/config:12`.
    pub place: String,
    /// The value of the other file that does not count because of it.
    pub overrides: Option<Overridden>,
    /// Whether it comes from `[DEFAULT]`, and so cannot be taken away here.
    pub inherited: bool,
}

/// One setting of a nested block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NestedSetting {
    /// Its key inside the block.
    pub key: String,
    /// Its value, masked as in `FormSetting`.
    pub value: String,
    /// Whether it is a secret.
    pub secret: bool,
    /// Its line.
    #[cfg_attr(test, ts(type = "number"))]
    pub line: usize,
}

/// A profile that names the section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Dependent {
    /// The profile.
    pub profile: String,
    /// By this key: `source_profile`, `sso_session` or `services`.
    pub key: &'static str,
}

/// What would make a profile renew itself. The page sends it back, corrected, as
/// `ProfileEdit.convert`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ConvertProposal {
    /// The role, where something tells which.
    pub role_arn: Option<String>,
    /// What tells.
    pub seen: RoleSeen,
    /// Where that stands: the key of this section for `seen: "setting"`, such as `x_principal_arn`.
    pub seen_in: Option<String>,
    /// Whether the role was seen by its session, whose ARN lacks the role's path: the user adds it.
    pub may_lack_path: bool,
    /// The profile that would assume it: the one named already, or the only one with long-term keys.
    pub source_profile: Option<String>,
    /// Every profile that could, with the likely ones (long-term keys) first.
    pub sources: Vec<String>,
}

/// What tells which role keys are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RoleSeen {
    /// A key of the section, left by the tool that wrote the keys.
    Setting,
    /// The refresh source in the preferences.
    Preferences,
    /// Nothing.
    Nowhere,
}
