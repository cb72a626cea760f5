//! One section as it is in the files, for editing.

use aws_files::{Location, Profiles, Section, SectionName, Setting};
use serde::Serialize;

use super::field::{field_problem, sections};
use super::list::files_of;
use super::proposal::proposal;
use super::traits::ProfileTraits;
use super::{FieldProblem, FileName, SectionRef};
use crate::window::{Overridden, Place};
use sandglass_core::masked::shown_setting;
use sandglass_core::paths::AwsPaths;
use sandglass_core::preferences::Refresh;
use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_core::profiles::{Files, ProfileKind, is_secret_key, references};
use sandglass_core::resolve::Resolution;
use sandglass_core::session::{CacheReadings, Session};
use sandglass_core::text::Text;

/// Everything the editor shows of one section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProfileForm {
    /// The section.
    pub section: SectionRef,
    /// The revision of the AWS files: the value of `AppView.files` then.
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
    /// Profiles that name it: a rename changes them, a removal breaks them.
    pub dependents: Vec<Dependent>,
    /// For temporary keys and a role without a source: what would make it renew itself.
    pub convert: Option<ConvertProposal>,
    /// For keys in a file: when they run out, as far as is recorded.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub expires_at: Option<i64>,
    /// Its present problems.
    pub problems: Vec<FieldProblem>,
}

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FormSetting {
    /// Its key, in lower case.
    pub key: String,
    /// Its value as the AWS CLI reads it; of a secret nothing (`****************`), of an address or a command what may be
    /// shown; empty where there is a `block`.
    pub value: String,
    /// True if the value is a secret or holds one: it can be replaced, not read.
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
    /// True if it comes from `[DEFAULT]`, and so cannot be taken away here.
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
    /// True if it is a secret.
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

/// A conversion that would make a profile renew itself. The page sends it back, corrected, as
/// `ProfileEdit.convert`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ConvertProposal {
    /// The role, where something tells which.
    pub role_arn: Option<String>,
    /// The source of this knowledge.
    pub seen: RoleSeen,
    /// Its place: the key of this section for `seen: "setting"`, such as `x_principal_arn`.
    pub seen_in: Option<String>,
    /// True if the role was seen by its session, whose ARN lacks the role's path: the user adds it.
    pub may_lack_path: bool,
    /// The profile that would assume it: the one named already, or the only one with long-term keys.
    pub source_profile: Option<String>,
    /// The profiles that hold long-term keys: the likely ones. Any other may be chosen.
    pub sources: Vec<String>,
    /// The region it has, or that of the profile that would assume it.
    pub region: Option<String>,
}

/// The sources that tell which role keys belong to.
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

/// The inputs for a form.
pub struct FormInputs<'a> {
    /// The text of both files.
    pub files: &'a Files,
    /// The profiles in them.
    pub profiles: &'a Profiles,
    /// The resolution of a profile; none for another section.
    pub resolution: Option<&'a Resolution>,
    /// The refresh source the user chose for its keys.
    pub refresh: Option<&'a Refresh>,
    /// The revision of the files.
    pub revision: String,
    /// Their paths.
    pub paths: &'a AwsPaths,
}

/// A section to edit; fails for one that is not there.
pub fn form(inputs: FormInputs<'_>, section: &SectionName, text: &Text) -> Result<ProfileForm, Problem> {
    let found = sections(inputs.profiles, section);
    if found.is_empty() {
        return Err(unknown(section));
    }
    let profile = match section {
        SectionName::Profile(name) => inputs.profiles.get(name),
        _ => None,
    };
    let ProfileTraits { kind, account, role, .. } =
        profile.map(|profile| ProfileTraits::profile(inputs.profiles, profile)).unwrap_or_default();
    let dependents = references(inputs.profiles, section);
    let said = |problem| field_problem(problem, Some(section), inputs.profiles, text, inputs.paths);
    Ok(ProfileForm {
        section: section.into(),
        kind,
        account,
        role,
        files: profile.map_or_else(|| vec![FileName::Config], files_of),
        settings: settings(&inputs, section, &found),
        dependents: dependents.into_iter().map(|by| Dependent { profile: by.profile, key: by.key }).collect(),
        convert: profile.and_then(|profile| proposal(inputs.profiles, profile, inputs.refresh)),
        expires_at: inputs.resolution.and_then(end_of_keys),
        problems: inputs.resolution.map_or_else(Vec::new, problems).iter().map(said).collect(),
        revision: inputs.revision,
    })
}

fn unknown(section: &SectionName) -> Problem {
    match section {
        SectionName::Profile(name) => Problem::new(Code::UnknownProfile).with("profile", name),
        SectionName::SsoSession(name) | SectionName::Services(name) => {
            Problem::new(Code::UnknownSection).with("name", name)
        }
    }
}

/// A profile that only holds a region gives no credentials, and need not.
fn problems(resolution: &Resolution) -> Vec<Problem> {
    let found = resolution.errors.iter().chain(&resolution.warnings);
    found.filter(|problem| problem.code != Code::NoCredentials).cloned().collect()
}

/// The expiry of keys in a file; a role's session is not in the files.
fn end_of_keys(resolution: &Resolution) -> Option<i64> {
    let session = Session::assess(resolution, None, &CacheReadings::new());
    let end = session.expires_at().filter(|_| session.temporary_keys)?;
    Some(end.timestamp_millis())
}

/// Each key once: config first, but the value that counts, which is that of credentials.
fn settings(inputs: &FormInputs<'_>, section: &SectionName, found: &[&Section]) -> Vec<FormSetting> {
    let mut keys: Vec<&str> = Vec::new();
    for key in found.iter().flat_map(|section| section.keys()) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let shown = |key: &str| {
        let mut counting = found.iter().rev().filter_map(|section| Some((*section, section.get(key)?)));
        let (counts, setting) = counting.next()?;
        let overrides = counting.next().map(|(_, other)| Overridden {
            value: shown(key, other),
            from: Place::short(&Origin::File(other.at), inputs.paths),
        });
        Some(form_setting(inputs, section, (key, counts, setting), overrides))
    };
    keys.into_iter().filter_map(shown).collect()
}

fn form_setting(
    inputs: &FormInputs<'_>,
    name: &SectionName,
    (key, section, setting): (&str, &Section, &Setting),
    overrides: Option<Overridden>,
) -> FormSetting {
    let nested = |(inner, setting): (&str, &Setting)| NestedSetting {
        key: inner.to_owned(),
        value: shown(inner, setting),
        secret: is_hidden(inner, setting),
        line: setting.at.line,
    };
    let block: Vec<NestedSetting> = section.block(key).map(nested).collect();
    let Location { file, line } = setting.at;
    FormSetting {
        key: key.to_owned(),
        value: if block.is_empty() { shown(key, setting) } else { String::new() },
        secret: block.is_empty() && is_hidden(key, setting),
        block,
        file: file.into(),
        line,
        place: inputs.paths.display_location(setting.at),
        overrides,
        inherited: !inputs.files.document(file).has_own(name, key),
    }
}

/// The value as it may be shown. What shows it otherwise than it stands there is replaced whole, or kept.
fn shown(key: &str, setting: &Setting) -> String {
    shown_setting(key, setting.value())
}

fn is_hidden(key: &str, setting: &Setting) -> bool {
    is_secret_key(key) || shown(key, setting) != setting.value()
}
