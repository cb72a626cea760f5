//! An AssumeRole answer, as the AWS CLI stores it.

use serde::Serialize;
use zeroize::Zeroizing;

use super::python_json::{Spacing, dumps};
use crate::Secret;

/// Everything of the answer that the AWS CLI keeps.
pub struct AssumeRoleAnswer {
    /// Of the new session.
    pub access_key_id: String,
    /// Of the new session.
    pub secret_access_key: Secret,
    /// Of the new session.
    pub session_token: Secret,
    /// RFC 3339 with `Z`.
    pub expiration: String,
    /// `AROA…:SESSION`.
    pub assumed_role_id: String,
    /// The session's ARN.
    pub assumed_role_arn: String,
    /// Percentage of the policy size limit in use.
    pub packed_policy_size: Option<i32>,
    /// Passed on from the caller's session.
    pub source_identity: Option<String>,
    /// Of the HTTP answer.
    pub request_id: String,
    /// Of the HTTP answer.
    pub http_status: u16,
    /// Of the HTTP answer, names in lower case.
    pub http_headers: Vec<(String, String)>,
    /// How often the call was tried again.
    pub retry_attempts: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Stored<'a> {
    credentials: StoredCredentials<'a>,
    assumed_role_user: StoredUser<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    packed_policy_size: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_identity: Option<&'a str>,
    response_metadata: StoredMetadata<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct StoredCredentials<'a> {
    access_key_id: &'a str,
    secret_access_key: &'a str,
    session_token: &'a str,
    expiration: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_id: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct StoredUser<'a> {
    assumed_role_id: &'a str,
    arn: &'a str,
}

#[derive(Serialize)]
struct StoredMetadata<'a> {
    #[serde(rename = "RequestId")]
    request_id: &'a str,
    #[serde(rename = "HTTPStatusCode")]
    http_status: u16,
    #[serde(rename = "HTTPHeaders")]
    http_headers: serde_json::Map<String, serde_json::Value>,
    #[serde(rename = "RetryAttempts")]
    retry_attempts: u32,
}

impl AssumeRoleAnswer {
    /// The account of the session's ARN.
    pub fn account_id(&self) -> Option<&str> {
        self.assumed_role_arn.split(':').nth(4).filter(|account| !account.is_empty())
    }

    /// The file's content: the CLI's key order and Python's spacing, one line.
    pub fn to_cli_json(&self) -> Zeroizing<Vec<u8>> {
        let stored = Stored {
            credentials: StoredCredentials {
                access_key_id: &self.access_key_id,
                secret_access_key: self.secret_access_key.expose(),
                session_token: self.session_token.expose(),
                expiration: &self.expiration,
                account_id: self.account_id(),
            },
            assumed_role_user: StoredUser {
                assumed_role_id: &self.assumed_role_id,
                arn: &self.assumed_role_arn,
            },
            packed_policy_size: self.packed_policy_size,
            source_identity: self.source_identity.as_deref(),
            response_metadata: StoredMetadata {
                request_id: &self.request_id,
                http_status: self.http_status,
                http_headers: self
                    .http_headers
                    .iter()
                    .map(|(name, value)| (name.clone(), value.clone().into()))
                    .collect(),
                retry_attempts: self.retry_attempts,
            },
        };
        Zeroizing::new(dumps(&stored, Spacing::Default))
    }
}
