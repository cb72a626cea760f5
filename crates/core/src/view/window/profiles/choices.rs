//! What never changes: the kinds with their fields, and what there is to choose from.

use serde::Serialize;

use super::FileName;
use crate::profiles::ProfileKind;

/// What the form offers. It never changes while the program runs: asked for once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProfileChoices {
    /// Every kind of profile, in the order of the designs.
    pub kinds: Vec<KindFields>,
    /// The fields of an `[sso-session]`.
    pub sso_session_fields: Vec<KindField>,
    /// The regions AWS has, by code. Others may be typed.
    pub regions: Vec<Region>,
    /// What `credential_source` may be.
    pub credential_sources: Vec<&'static str>,
    /// What `output` may be.
    pub outputs: Vec<&'static str>,
}

/// One kind and its fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KindFields {
    /// The kind.
    pub kind: ProfileKind,
    /// Its fields in the order they are filled in. Any other key may be set too.
    pub fields: Vec<KindField>,
    /// The files AWS tools read such a profile from, the usual one first. The choice goes into
    /// `ProfileEdit.file`; null there: each key goes to its usual file.
    pub files: Vec<FileName>,
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KindField {
    /// The key.
    pub key: &'static str,
    /// Whether the kind cannot do without it, or without one of `instead`.
    pub needed: bool,
    /// Keys of which one does instead; exactly one of them and this may be there.
    pub instead: Vec<&'static str>,
    /// Whether its value is never shown.
    pub secret: bool,
}

/// A region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Region {
    /// Such as `eu-central-1`.
    pub code: &'static str,
    /// AWS's own name of it, such as `Europe (Frankfurt)`.
    pub name: &'static str,
}
