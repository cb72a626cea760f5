//! Every profile and sso-session, for the list beside the form.

use aws_files::{Profile, Profiles, SectionName, setting};
use serde::Serialize;

use super::traits::ProfileTraits;
use super::{FileName, PastChange, SectionRef};
use crate::window::FileProblem;
use sandglass_core::masked::shown_value;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::{ProfileKind, nearest_region};
use sandglass_core::resolve::{Call, resolve};
use sandglass_core::variables::Variables;

/// The list of profiles and sections to edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProfileList {
    /// The revision of the AWS files: the value of `AppView.files` then.
    pub revision: String,
    /// Profiles in the order of the files, then sso-sessions, then services.
    pub rows: Vec<ProfileRow>,
    /// Both files.
    pub files: Vec<EditableFile>,
    /// The change that would be taken back next.
    pub undo: Option<PastChange>,
    /// The change that was taken back last, and can be made again.
    pub redo: Option<PastChange>,
}

/// One section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProfileRow {
    /// The section.
    pub section: SectionRef,
    /// The kind of a profile; null for one that gives no credentials of its own, and for other
    /// sections.
    pub kind: Option<ProfileKind>,
    /// True if it asks for an MFA code.
    pub mfa: bool,
    /// The thing it depends on: of a role the source profile or credential source, of SSO the sso-session or
    /// the portal's address, of a process its program, of an sso-session its start URL.
    pub via: Option<String>,
    /// The account, as far as the settings tell.
    pub account: Option<String>,
    /// The role's or permission set's name.
    pub role: Option<String>,
    /// The region of a profile, or the nearest one of its sources.
    pub region: Option<String>,
    /// The number of problems that keep it from working.
    #[cfg_attr(test, ts(type = "number"))]
    pub problems: usize,
    /// The number of warnings.
    #[cfg_attr(test, ts(type = "number"))]
    pub warnings: usize,
    /// The files it stands in.
    pub files: Vec<FileName>,
}

/// One of the two files, as a thing to write to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EditableFile {
    /// The section.
    pub file: FileName,
    /// Its path, with `~`.
    pub path: String,
    /// True if it exists; else the first change makes it.
    pub exists: bool,
    /// The reason why it cannot be read, parsed or written, with its place if there is one. Profiles are still
    /// shown; a plan that touches an unparsable file is refused with the same words.
    pub problem: Option<FileProblem>,
}

/// The inputs for a list.
pub struct ListInputs<'a> {
    /// Both files.
    pub profiles: &'a Profiles,
    /// The variables.
    pub variables: &'a Variables,
    /// The revision of the files.
    pub revision: String,
    /// The files to write to.
    pub files: Vec<EditableFile>,
    /// The change that would be taken back next.
    pub undo: Option<PastChange>,
    /// The change that would be made again.
    pub redo: Option<PastChange>,
}

/// Every section that can be edited.
pub fn list(inputs: ListInputs<'_>) -> ProfileList {
    let profiles = inputs.profiles;
    let of_profiles = profiles.iter().map(|profile| profile_row(&inputs, profile));
    let sso_sessions = profiles.sso_sessions().map(|(name, section)| {
        let url = section.get(setting::SSO_START_URL).map(|setting| setting.value().to_owned());
        section_row(&SectionName::SsoSession(name.to_owned()), url)
    });
    let services =
        profiles.all_services().map(|(name, _)| section_row(&SectionName::Services(name.to_owned()), None));
    ProfileList {
        rows: of_profiles.chain(sso_sessions).chain(services).collect(),
        revision: inputs.revision,
        files: inputs.files,
        undo: inputs.undo,
        redo: inputs.redo,
    }
}

fn profile_row(inputs: &ListInputs<'_>, profile: &Profile) -> ProfileRow {
    let resolution = resolve(inputs.profiles, inputs.variables, &Call::Profile(profile.name.clone()));
    // A profile that only holds a region gives no credentials, and need not.
    let counts = |problem: &&Problem| !matches!(problem.code, Code::NoCredentials | Code::FileUnparsable);
    let ProfileTraits { kind, mfa, via, account, role } = ProfileTraits::profile(inputs.profiles, profile);
    ProfileRow {
        section: (&SectionName::Profile(profile.name.clone())).into(),
        kind,
        mfa,
        via,
        account,
        role,
        region: nearest_region(inputs.profiles, &profile.name).map(|region| shown_value(&region)),
        problems: resolution.errors.iter().filter(counts).count(),
        warnings: resolution.warnings.len(),
        files: files_of(profile),
    }
}

fn section_row(section: &SectionName, via: Option<String>) -> ProfileRow {
    let ProfileTraits { kind, mfa, account, role, .. } = ProfileTraits::default();
    let files = vec![FileName::Config];
    ProfileRow {
        section: section.into(),
        kind,
        mfa,
        via,
        account,
        role,
        region: None,
        problems: 0,
        warnings: 0,
        files,
    }
}

pub(super) fn files_of(profile: &Profile) -> Vec<FileName> {
    let config = profile.config.iter().map(|_| FileName::Config);
    config.chain(profile.credentials.iter().map(|_| FileName::Credentials)).collect()
}
