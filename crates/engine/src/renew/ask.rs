//! Single questions to STS whose answers are looked at and not kept: what AWS said, word for word. Tried
//! once, because whoever asks also wants to know of what would pass by itself.

use aws_files::Secret;
use aws_sdk_sts::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_sts::types::Credentials;
use sandglass_core::Timestamp;
use sandglass_core::resolve::{RoleSource, StaticKeys};
use sandglass_doctor::evidence::live::{Identity, Refusal};

use super::refusal;
use super::sts::Client;

/// Why a question has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unanswered {
    /// The service refused.
    Refused(Refusal),
    /// Nothing that can be understood came back.
    Silent(String),
}

/// A session nobody stores.
pub(crate) struct Borrowed {
    pub(crate) keys: StaticKeys,
    pub(crate) expires_at: Option<Timestamp>,
}

impl Client {
    /// Who the keys belong to.
    pub(crate) async fn who(&self, keys: &StaticKeys) -> Result<Identity, Unanswered> {
        let answer =
            self.client(keys).get_caller_identity().send().await.map_err(|error| unanswered(&error))?;
        match (answer.arn, answer.account) {
            (Some(arn), Some(account)) => Ok(Identity { arn, account }),
            _ => Err(Unanswered::Silent(NOT_STS.to_owned())),
        }
    }

    /// Assumes a role without a code, for as long as its profile says.
    pub(crate) async fn borrow_role(
        &self,
        role: &RoleSource,
        signer: &StaticKeys,
        session_name: &str,
    ) -> Result<Borrowed, Unanswered> {
        let answer = self
            .client(signer)
            .assume_role()
            .role_arn(&role.role_arn.value)
            .role_session_name(role.role_session_name.as_ref().map_or(session_name, |name| name.as_str()))
            .set_external_id(role.external_id.as_ref().map(|id| id.value.clone()))
            .set_duration_seconds(role.duration.as_ref().and_then(|d| i32::try_from(d.value).ok()))
            .send()
            .await
            .map_err(|error| unanswered(&error))?;
        borrowed(answer.credentials)
    }

    /// Assumes a role with the token of an identity provider. Nothing signs that.
    pub(crate) async fn borrow_with_token(
        &self,
        role_arn: &str,
        session_name: &str,
        token: &Secret,
    ) -> Result<Borrowed, Unanswered> {
        let nobody = StaticKeys::new(String::new(), Secret::new(String::new()), None)
            .map_err(|_| Unanswered::Silent(NOT_STS.to_owned()))?;
        let answer = self
            .client(&nobody)
            .assume_role_with_web_identity()
            .role_arn(role_arn)
            .role_session_name(session_name)
            .web_identity_token(token.expose())
            .send()
            .await
            .map_err(|error| unanswered(&error))?;
        borrowed(answer.credentials)
    }
}

const NOT_STS: &str = "the answer is not one of STS";

fn borrowed(credentials: Option<Credentials>) -> Result<Borrowed, Unanswered> {
    let credentials = credentials.ok_or_else(|| Unanswered::Silent(NOT_STS.to_owned()))?;
    Ok(Borrowed {
        expires_at: Timestamp::from_timestamp(credentials.expiration.secs(), 0),
        keys: StaticKeys::new(
            credentials.access_key_id,
            Secret::new(credentials.secret_access_key),
            Some(Secret::new(credentials.session_token)),
        )
        .map_err(|_| Unanswered::Silent(NOT_STS.to_owned()))?,
    })
}

fn unanswered<E, R>(error: &SdkError<E, R>) -> Unanswered
where
    E: ProvideErrorMetadata + std::error::Error + 'static,
    R: std::fmt::Debug,
{
    let SdkError::ServiceError(refused) = error else {
        return Unanswered::Silent(match error {
            SdkError::TimeoutError(_) => "no answer in time".to_owned(),
            SdkError::ResponseError(_) => NOT_STS.to_owned(),
            _ => refusal::innermost(error),
        });
    };
    match refused.err().code() {
        Some(code) if !code.is_empty() => Unanswered::Refused(Refusal {
            code: refusal::shortened(code),
            message: refusal::shortened(refused.err().message().unwrap_or_default()),
        }),
        _ => Unanswered::Silent(NOT_STS.to_owned()),
    }
}
