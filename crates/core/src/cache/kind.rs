//! Recognises the kind of a cache file from its content.

use aws_files::cache::CliCacheEntry;
use aws_files::expiry;
use serde::{Deserialize, Serialize};

use super::CachePlace;
use crate::Timestamp;
use crate::masked::shown_value;

/// The kinds of cache files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS), ts(rename = "CacheKind"))]
#[serde(rename_all = "snake_case")]
pub enum CacheFileKind {
    /// A role's session.
    Role,
    /// The session of a role assumed with a token file.
    WebIdentity,
    /// A session from IAM Identity Center.
    Sso,
    /// A sign-in to IAM Identity Center.
    SsoToken,
    /// A client registered with IAM Identity Center.
    SsoRegistration,
    /// A session that a code of an MFA device made.
    MfaSession,
    /// It has the name of a session, and the AWS CLI dies on it.
    Damaged,
    /// Nothing we know.
    Other,
}

impl CacheFileKind {
    /// The word of `--json`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::WebIdentity => "web_identity",
            Self::Sso => "sso",
            Self::SsoToken => "sso_token",
            Self::SsoRegistration => "sso_registration",
            Self::MfaSession => "mfa_session",
            Self::Damaged => "damaged",
            Self::Other => "other",
        }
    }
}

#[derive(Deserialize)]
struct WebIdentityMark {
    #[serde(rename = "SubjectFromWebIdentityToken")]
    _subject: String,
}

/// Of these files only dates and the presence of secrets are read, never the secrets.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SsoFileDates {
    #[serde(default)]
    access_token: Present,
    #[serde(default)]
    client_secret: Present,
    expires_at: Option<String>,
}

#[derive(Default, PartialEq)]
enum Present {
    #[default]
    No,
    Yes,
}

impl<'de> Deserialize<'de> for Present {
    fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        serde::de::IgnoredAny::deserialize(source).map(|_| Self::Yes)
    }
}

/// The device behind a session, and the user whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MfaSessionOwner {
    /// The device: an ARN, or a hardware serial number.
    pub serial_number: String,
    /// The access key of the user.
    pub user_access_key_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct StoredOwner {
    serial_number: String,
    user_access_key_id: String,
}

/// The device of a session in our own cache.
pub fn mfa_device(place: CachePlace, content: Option<&[u8]>) -> Option<MfaSessionOwner> {
    let content = content.filter(|_| place == CachePlace::Mfa)?;
    let found: StoredOwner = serde_json::from_slice(content).ok()?;
    Some(MfaSessionOwner {
        serial_number: shown_value(&found.serial_number),
        user_access_key_id: shown_value(&found.user_access_key_id),
    })
}

/// Returns the kind of a file by its name and content, and its expiry. No content means that it was too large to be
/// read, or could not be.
pub fn describe(
    place: CachePlace,
    file_name: &str,
    content: Option<&[u8]>,
) -> (CacheFileKind, Option<Timestamp>) {
    let unknown = || {
        if place != CachePlace::Sso && is_key(file_name) {
            CacheFileKind::Damaged
        } else {
            CacheFileKind::Other
        }
    };
    // Damaged is what was read, and is.
    let Some(content) = content else { return (CacheFileKind::Other, None) };
    if place == CachePlace::Sso {
        return sign_in(content).unwrap_or((CacheFileKind::Other, None));
    }
    let Ok(entry) = CliCacheEntry::parse(content) else { return (unknown(), None) };
    let kind = if place == CachePlace::Mfa {
        CacheFileKind::MfaSession
    } else if entry.provider_type.as_deref() == Some("sso") {
        CacheFileKind::Sso
    } else if serde_json::from_slice::<WebIdentityMark>(content).is_ok() {
        CacheFileKind::WebIdentity
    } else {
        CacheFileKind::Role
    };
    (kind, Some(entry.credentials.expiration))
}

fn sign_in(content: &[u8]) -> Option<(CacheFileKind, Option<Timestamp>)> {
    let file: SsoFileDates = serde_json::from_slice(content).ok()?;
    let kind = match (file.access_token, file.client_secret) {
        (Present::Yes, _) => CacheFileKind::SsoToken,
        (Present::No, Present::Yes) => CacheFileKind::SsoRegistration,
        _ => return None,
    };
    Some((kind, file.expires_at.as_deref().and_then(expiry::parse)))
}

/// `SHA-1.json`.
fn is_key(file_name: &str) -> bool {
    file_name.strip_suffix(".json").is_some_and(|key| {
        key.len() == 40 && key.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}
