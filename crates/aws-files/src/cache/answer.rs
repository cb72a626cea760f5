//! Session entries as the AWS CLI writes them: the answers of `AssumeRole`, `AssumeRoleWithWebIdentity` and the SSO
//! portal.

use serde::Serialize;
use zeroize::Zeroizing;

use super::python_json::{Spacing, dumps};
use crate::{Arn, Secret};

/// Everything that the AWS CLI keeps of an answer of AssumeRole or `AssumeRoleWithWebIdentity`.
pub struct RoleAnswer {
    /// Belongs to the new session.
    pub access_key_id: String,
    /// Belongs to the new session.
    pub secret_access_key: Secret,
    /// Belongs to the new session.
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
    /// Further fields of an answer of `AssumeRoleWithWebIdentity`.
    pub identity: Option<WebIdentityAnswer>,
    /// Belongs to the HTTP answer.
    pub request_id: String,
    /// Belongs to the HTTP answer.
    pub http_status: u16,
    /// Belongs to the HTTP answer; names in lower case.
    pub http_headers: Vec<(String, String)>,
    /// The number of retries.
    pub retry_attempts: u32,
}

/// The fields of an `AssumeRoleWithWebIdentity` answer that describe the token.
#[derive(Default)]
pub struct WebIdentityAnswer {
    /// The token's subject.
    pub subject: Option<String>,
    /// The token's issuer.
    pub provider: Option<String>,
    /// The token's audience.
    pub audience: Option<String>,
}

/// The credentials of a role of IAM Identity Center.
pub struct SsoRoleAnswer<'a> {
    /// Belongs to the new session.
    pub access_key_id: &'a str,
    /// Belongs to the new session.
    pub secret_access_key: &'a Secret,
    /// Belongs to the new session.
    pub session_token: &'a Secret,
    /// RFC 3339 with `Z`.
    pub expiration: &'a str,
    /// The account that was asked for.
    pub account_id: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Stored<'a> {
    credentials: StoredCredentials<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject_from_web_identity_token: Option<&'a str>,
    assumed_role_user: StoredUser<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    packed_policy_size: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<&'a str>,
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
#[serde(rename_all = "PascalCase")]
struct StoredSso<'a> {
    provider_type: &'a str,
    credentials: StoredCredentials<'a>,
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

impl RoleAnswer {
    /// The account of the session's ARN.
    pub fn account_id(&self) -> Option<&str> {
        Some(Arn::parse(&self.assumed_role_arn)?.account).filter(|account| !account.is_empty())
    }

    /// The file's content: the CLI's key order and Python's spacing, one line.
    pub fn to_cli_json(&self) -> Zeroizing<Vec<u8>> {
        let identity = self.identity.as_ref();
        let stored = Stored {
            subject_from_web_identity_token: identity.and_then(|identity| identity.subject.as_deref()),
            provider: identity.and_then(|identity| identity.provider.as_deref()),
            audience: identity.and_then(|identity| identity.audience.as_deref()),
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

impl SsoRoleAnswer<'_> {
    /// The file's content, as the AWS CLI v2 writes it.
    pub fn to_cli_json(&self) -> Zeroizing<Vec<u8>> {
        let stored = StoredSso {
            provider_type: "sso",
            credentials: StoredCredentials {
                access_key_id: self.access_key_id,
                secret_access_key: self.secret_access_key.expose(),
                session_token: self.session_token.expose(),
                expiration: self.expiration,
                account_id: Some(self.account_id),
            },
        };
        Zeroizing::new(dumps(&stored, Spacing::Default))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_credentials_of_an_sso_role_are_stored_as_the_aws_cli_stores_them() {
        let answer = SsoRoleAnswer {
            access_key_id: "ASIAEXAMPLE000000001",
            secret_access_key: &Secret::new("secret".to_owned()),
            session_token: &Secret::new("token".to_owned()),
            expiration: "2026-11-23T22:51:19Z",
            account_id: "111122223333",
        };
        let expected = r#"{"ProviderType": "sso", "Credentials": {"AccessKeyId": "ASIAEXAMPLE000000001", "SecretAccessKey": "secret", "SessionToken": "token", "Expiration": "2026-11-23T22:51:19Z", "AccountId": "111122223333"}}"#;
        assert_eq!(String::from_utf8_lossy(&answer.to_cli_json()), expected);
    }
}
