//! Reads entries of the AWS CLI's session cache.

use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::{Secret, expiry};

/// Temporary credentials.
#[derive(Clone)]
pub struct SessionCredentials {
    /// No secret, but shown only masked.
    pub access_key_id: String,
    /// The secret.
    pub secret_access_key: Secret,
    /// The session token.
    pub session_token: Secret,
    /// Their expiry.
    pub expiration: DateTime<Utc>,
    /// The account they are for, when the writer knew it.
    pub account_id: Option<String>,
}

/// A cache entry the AWS CLI can use.
#[derive(Clone)]
pub struct CliCacheEntry {
    /// `sso` for IAM Identity Center, absent for roles.
    pub provider_type: Option<String>,
    /// The credentials.
    pub credentials: SessionCredentials,
    /// The session's ARN, for roles.
    pub assumed_role_arn: Option<String>,
}

/// The reason why the AWS CLI fails on an entry. The message holds nothing of the entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// Not JSON, or cut short.
    #[error("the file is not JSON")]
    NotJson,
    /// JSON, but without the fields of a session.
    #[error("the file lacks a field of a session")]
    MissingField,
    /// A date without zone, or no date.
    #[error("the file's expiration is no instant")]
    BadExpiration,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct RawEntry {
    provider_type: Option<String>,
    credentials: RawCredentials,
    assumed_role_user: Option<RawAssumedRole>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct RawCredentials {
    access_key_id: String,
    secret_access_key: String,
    session_token: String,
    expiration: String,
    account_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct RawAssumedRole {
    arn: Option<String>,
}

impl CliCacheEntry {
    /// Reads an entry; what the AWS CLI would die on is an error.
    pub fn parse(bytes: &[u8]) -> Result<Self, EntryError> {
        let raw: RawEntry = serde_json::from_slice(bytes).map_err(|error| match error.classify() {
            serde_json::error::Category::Data => EntryError::MissingField,
            _ => EntryError::NotJson,
        })?;
        let RawCredentials { access_key_id, secret_access_key, session_token, expiration, account_id } =
            raw.credentials;
        let secret_access_key = Secret::new(secret_access_key);
        let session_token = Secret::new(session_token);
        let expiration = expiry::parse(&expiration).ok_or(EntryError::BadExpiration)?;
        Ok(Self {
            provider_type: raw.provider_type,
            credentials: SessionCredentials {
                access_key_id,
                secret_access_key,
                session_token,
                expiration,
                account_id,
            },
            assumed_role_arn: raw.assumed_role_user.and_then(|user| user.arn),
        })
    }
}
