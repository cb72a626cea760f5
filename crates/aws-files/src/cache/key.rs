//! Cache keys: hashes of a call's arguments, computed as botocore does.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;
use sha1::{Digest, Sha1};
use sha2::Sha256;

use super::python_json::{Spacing, dumps};
use crate::hex;

/// The name of a cache file without its `.json`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CacheKey(String);

impl CacheKey {
    /// `KEY.json`.
    pub fn file_name(&self) -> String {
        format!("{}.json", self.0)
    }

    fn sha1(text: &[u8]) -> Self {
        Self(hex(Sha1::digest(text)))
    }
}

impl fmt::Display for CacheKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The arguments of an AssumeRole call that its key depends on: never the code, the source, the region.
#[derive(Clone, Copy, Debug, Default)]
pub struct AssumeRoleArgs<'a> {
    /// `role_arn`.
    pub role_arn: &'a str,
    /// `role_session_name`, when it is not empty.
    pub role_session_name: Option<&'a str>,
    /// `external_id`, even empty.
    pub external_id: Option<&'a str>,
    /// `mfa_serial`.
    pub serial_number: Option<&'a str>,
    /// `duration_seconds`, when it is a number.
    pub duration_seconds: Option<i64>,
}

/// The key of a role's session.
pub fn role_key(args: &AssumeRoleArgs<'_>) -> CacheKey {
    let mut map = Sorted::default();
    map.set("RoleArn", Some(args.role_arn));
    map.set("RoleSessionName", args.role_session_name);
    map.set("ExternalId", args.external_id);
    map.set("SerialNumber", args.serial_number);
    map.set("DurationSeconds", args.duration_seconds);
    map.key(Spacing::Default)
}

/// The key of a role assumed with a token file.
pub fn web_identity_key(role_arn: &str, role_session_name: Option<&str>) -> CacheKey {
    role_key(&AssumeRoleArgs { role_arn, role_session_name, ..AssumeRoleArgs::default() })
}

/// The key of a session made with a code of an MFA device by a user's keys. It is ours: no tool of AWS keeps such a one.
pub fn mfa_session_key(access_key_id: &str, serial_number: &str) -> CacheKey {
    let mut map = Sorted::default();
    map.set("AccessKeyId", Some(access_key_id));
    map.set("SerialNumber", Some(serial_number));
    map.key(Spacing::Compact)
}

/// The IAM Identity Center portal of a profile.
#[derive(Clone, Copy, Debug)]
pub enum SsoPortal<'a> {
    /// `sso_session`: its name.
    Session(&'a str),
    /// Legacy: `sso_start_url` as written.
    StartUrl(&'a str),
}

/// The key of SSO role credentials.
pub fn sso_role_key(account_id: &str, role_name: &str, portal: SsoPortal<'_>) -> CacheKey {
    let mut map = Sorted::default();
    map.set("accountId", Some(account_id));
    map.set("roleName", Some(role_name));
    match portal {
        SsoPortal::Session(name) => map.set("sessionName", Some(name)),
        SsoPortal::StartUrl(url) => map.set("startUrl", Some(url)),
    }
    map.key(Spacing::Compact)
}

/// The key of an SSO token.
pub fn sso_token_key(portal: SsoPortal<'_>) -> CacheKey {
    match portal {
        SsoPortal::Session(text) | SsoPortal::StartUrl(text) => CacheKey::sha1(text.as_bytes()),
    }
}

/// The key of an SSO client registration. `session` and `scopes` are null for legacy portals.
pub fn sso_registration_key(
    start_url: &str,
    region: &str,
    session: Option<&str>,
    scopes: Option<&[&str]>,
) -> CacheKey {
    let mut map = Sorted::default();
    map.set("region", Some(region));
    map.set("scopes", Some(scopes.map_or(Value::Null, Value::from)));
    map.set("session_name", Some(session.map_or(Value::Null, Value::from)));
    map.set("startUrl", Some(start_url));
    map.set("tool", Some("botocore"));
    map.key(Spacing::Default)
}

/// The key of an `aws login` session: SHA-256 of `login_session`.
pub fn login_key(login_session: &str) -> CacheKey {
    CacheKey(hex(Sha256::digest(login_session.as_bytes())))
}

/// `sort_keys=True`.
#[derive(Default)]
struct Sorted<'a>(BTreeMap<&'a str, Value>);

impl<'a> Sorted<'a> {
    fn set(&mut self, name: &'a str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.0.insert(name, value.into());
        }
    }

    fn key(&self, spacing: Spacing) -> CacheKey {
        CacheKey::sha1(&dumps(&self.0, spacing))
    }
}
