//! Constant data of the form: the kinds with their fields, and the values to choose from.

use aws_files::setting;

use serde::Serialize;

use super::FileName;
use super::regions::regions;
use sandglass_core::profiles::{CREDENTIAL_SOURCES, ProfileKind, is_secret_key};
use sandglass_core::text::Language;

/// The choices that the form offers. They never change while the program runs, so the page asks once.
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
    /// The values of `credential_source`.
    pub credential_sources: Vec<&'static str>,
    /// The values of `output`.
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
    /// True if the kind cannot do without it, or without one of `instead`.
    pub needed: bool,
    /// Keys of which one does instead; exactly one of them and this may be there.
    pub instead: Vec<&'static str>,
    /// True if its value is never shown.
    pub secret: bool,
}

/// A region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Region {
    /// Such as `eu-central-1`.
    pub code: &'static str,
    /// AWS's own name of it in the language in use, such as `Europe (Frankfurt)`.
    pub name: &'static str,
}

/// Everything there is to choose from.
pub fn choices(language: Language) -> ProfileChoices {
    let needed = |key| KindField { key, needed: true, instead: Vec::new(), secret: is_secret_key(key) };
    let optional = |key| KindField { needed: false, ..needed(key) };
    ProfileChoices {
        kinds: KINDS.iter().map(|(kind, optional)| kind_fields(*kind, optional)).collect(),
        sso_session_fields: vec![
            needed(setting::SSO_START_URL),
            needed(setting::SSO_REGION),
            optional(setting::SSO_REGISTRATION_SCOPES),
        ],
        regions: regions(language),
        credential_sources: CREDENTIAL_SOURCES.to_vec(),
        outputs: vec!["json", "yaml", "yaml-stream", "text", "table", "off"],
    }
}

/// The kinds in the order of the designs, with what each may have besides what it needs.
const KINDS: [(ProfileKind, &[&str]); 9] = [
    (ProfileKind::Keys, &[setting::REGION, setting::OUTPUT]),
    (
        ProfileKind::Role,
        &[
            setting::DURATION_SECONDS,
            setting::REGION,
            setting::MFA_SERIAL,
            setting::MFA_PROCESS,
            setting::EXTERNAL_ID,
            setting::ROLE_SESSION_NAME,
        ],
    ),
    (
        ProfileKind::RoleMfa,
        &[
            setting::DURATION_SECONDS,
            setting::REGION,
            setting::MFA_PROCESS,
            setting::EXTERNAL_ID,
            setting::ROLE_SESSION_NAME,
        ],
    ),
    (ProfileKind::Sso, &[setting::REGION, setting::OUTPUT]),
    (ProfileKind::SsoLegacy, &[setting::REGION, setting::OUTPUT]),
    (ProfileKind::WebIdentity, &[setting::ROLE_SESSION_NAME, setting::DURATION_SECONDS, setting::REGION]),
    (ProfileKind::Process, &[setting::REGION, setting::OUTPUT]),
    (ProfileKind::TemporaryKeys, &[setting::REGION, setting::OUTPUT]),
    (ProfileKind::Login, &[setting::REGION, setting::OUTPUT]),
];

fn kind_fields(kind: ProfileKind, optional: &[&'static str]) -> KindFields {
    let needed = kind.needed().iter().flat_map(|keys| keys.iter().map(move |key| (*key, *keys)));
    let needed = needed.map(|(key, keys)| KindField {
        key,
        needed: true,
        instead: keys.iter().copied().filter(|other| *other != key).collect(),
        secret: is_secret_key(key),
    });
    let optional = optional.iter().map(|key| KindField {
        key,
        needed: false,
        instead: Vec::new(),
        secret: is_secret_key(key),
    });
    KindFields { kind, fields: needed.chain(optional).collect(), files: files_of(kind) }
}

/// The AWS documentation names one file for sign-ins; keys and roles are read from either.
fn files_of(kind: ProfileKind) -> Vec<FileName> {
    match kind {
        ProfileKind::Keys | ProfileKind::TemporaryKeys => vec![FileName::Credentials, FileName::Config],
        ProfileKind::Role | ProfileKind::RoleMfa | ProfileKind::WebIdentity | ProfileKind::Process => {
            vec![FileName::Config, FileName::Credentials]
        }
        ProfileKind::Sso | ProfileKind::SsoLegacy | ProfileKind::Login => vec![FileName::Config],
    }
}
