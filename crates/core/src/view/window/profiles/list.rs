//! Every profile and sso-session, for the list beside the form.

use serde::Serialize;

use super::{FileName, SectionRef};
use crate::profiles::ProfileKind;
use crate::view::window::FileProblem;

/// What can be edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProfileList {
    /// Of which content of the files: the value of `AppView.files` then.
    pub revision: String,
    /// Profiles in the order of the files, then sso-sessions, then services.
    pub rows: Vec<ProfileRow>,
    /// Both files.
    pub files: Vec<EditableFile>,
    /// Whether there is a last change that could be taken back.
    pub can_undo: bool,
}

/// One section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProfileRow {
    /// Which.
    pub section: SectionRef,
    /// The kind of a profile; null for one that gives no credentials of its own, and for other
    /// sections.
    pub kind: Option<ProfileKind>,
    /// Whether it asks for an MFA code.
    pub mfa: bool,
    /// What it leans on: of a role the source profile or credential source, of SSO the sso-session or
    /// the portal's address, of a process its program, of an sso-session its start URL.
    pub via: Option<String>,
    /// The account, as far as the settings tell.
    pub account: Option<String>,
    /// The role's or permission set's name.
    pub role: Option<String>,
    /// How many things keep it from working.
    #[cfg_attr(test, ts(type = "number"))]
    pub problems: usize,
    /// How many work, but not as written or not everywhere.
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
    /// Which.
    pub file: FileName,
    /// Where, with `~`.
    pub path: String,
    /// Whether it exists; else the first change makes it.
    pub exists: bool,
    /// Why it cannot be read, parsed or written, with the place where there is one. Profiles are still
    /// shown; a plan that touches an unparsable file is refused with the same words.
    pub problem: Option<FileProblem>,
}
