//! Calls STS. The SDK is given everything explicitly: it reads no variable and no file of its own, and does not retry
//! (`backoff` does).

use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_config::timeout::TimeoutConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_files::cache::{RoleAnswer, WebIdentityAnswer};
use aws_files::regions::{GLOBAL, is_host_label};
use aws_files::{Secret, setting};
use aws_sdk_sts::config::{Credentials, SharedCredentialsProvider};
use aws_sdk_sts::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_sts::operation::RequestId;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextRef;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::RetryConfig;
use chrono::{SecondsFormat, TimeDelta};
use sandglass_core::Timestamp;
use sandglass_core::masked::shown_url;
use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_core::resolve::{ClientSettings, StaticKeys};
use sandglass_core::source::{Located, RoleSource, WebIdentitySource};
use sandglass_doctor::evidence::live::Identity;

use crate::cache::is_date_of_aws;
use crate::refused::Refused;
use crate::{MfaCode, http};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(30);

const NOT_STS: &str = "its answer is not one of STS; is the endpoint right?";

/// The client of STS for one profile.
pub(crate) struct Client {
    config: SdkConfig,
    /// The configured address, or "STS in REGION".
    endpoint: String,
    region: String,
    is_profiles_own: bool,
}

/// A session of a user, as AWS gave it.
pub(crate) struct UserSession {
    pub(crate) keys: StaticKeys,
    pub(crate) expires_at: Timestamp,
}

/// One AssumeRole call.
pub(super) struct AssumeRole<'a> {
    pub(super) role: &'a RoleSource,
    pub(super) signer: &'a StaticKeys,
    /// For a role that has none of its own.
    pub(super) session_name: &'a str,
    pub(super) code: Option<&'a MfaCode>,
    /// Tries before this one, as the answer's metadata tells.
    pub(super) tries: u32,
}

impl Client {
    /// Takes region, endpoint, proxy and CA bundle of the selected profile.
    pub(crate) fn new(settings: &ClientSettings, profile: &str) -> Result<Self, Problem> {
        let wrong = |region: &&Located<String>| !is_host_label(&http::signed_for(&region.value));
        if let Some(wrong) = settings.region.as_ref().filter(wrong) {
            return Err(Problem::new(Code::InvalidSetting)
                .at(wrong.at.clone())
                .with("key", setting::REGION)
                .with("expected", "region"));
        }
        let region = match (&settings.region, &settings.endpoint_url) {
            (Some(region), _) => region.value.clone(),
            // `https://sts.amazonaws.com`, as for the AWS CLI.
            (None, None) => GLOBAL.to_owned(),
            // As for the AWS CLI: an endpoint alone is not enough to sign for it.
            (None, Some(_)) => return Err(Problem::new(Code::NoRegion).with("profile", profile)),
        };
        let url = http::sts(settings, Some(&region));
        let config = SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(http::signed_for(&region)))
            .http_client(http::client(settings, &url)?)
            .endpoint_url(&url)
            .retry_config(RetryConfig::disabled())
            .timeout_config(
                TimeoutConfig::builder()
                    .connect_timeout(CONNECT_TIMEOUT)
                    .operation_attempt_timeout(ATTEMPT_TIMEOUT)
                    .build(),
            );
        let endpoint = match &settings.endpoint_url {
            Some(url) => shown_url(&url.value),
            None if region == GLOBAL => "sts.amazonaws.com".to_owned(),
            None => format!("STS in {region}"),
        };
        let written = settings.endpoint_url.as_ref().map(|url| &url.at);
        let is_profiles_own = matches!(written, Some(Origin::File(_)));
        Ok(Self { config: config.build(), endpoint, region, is_profiles_own })
    }

    /// Returns the address that is asked.
    pub(crate) fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The region it is asked in.
    pub(crate) fn region(&self) -> &str {
        &self.region
    }

    fn refused<E, R>(&self, error: &SdkError<E, R>) -> Refused
    where
        E: ProvideErrorMetadata + std::error::Error + 'static,
        R: std::fmt::Debug,
    {
        Refused::of_sdk(error, &self.endpoint, NOT_STS).of_own_address(self.is_profiles_own)
    }

    fn incomplete(&self) -> Refused {
        Refused::stranger(&self.endpoint, "the answer holds no usable credentials")
    }

    /// `AssumeRole`.
    pub(super) async fn assume_role(&self, call: &AssumeRole<'_>) -> Result<RoleAnswer, Refused> {
        let (role, seen) = (call.role, ResponseHead::default());
        // The device goes along with its code; a call that a session with MFA signs names none.
        let serial = call.code.and(role.mfa_serial.as_ref()).map(|serial| serial.value.clone());
        let own_name = role.role_session_name.as_ref().map(Located::as_str);
        let answer = self
            .client(call.signer)
            .assume_role()
            .role_arn(role.role_arn.as_str())
            .role_session_name(own_name.unwrap_or(call.session_name))
            .set_external_id(role.external_id.as_ref().map(|id| id.value.clone()))
            .set_duration_seconds(role.duration.as_ref().and_then(|d| i32::try_from(d.value).ok()))
            .set_serial_number(serial)
            .set_token_code(call.code.map(|code| code.digits().to_owned()))
            .customize()
            .interceptor(seen.clone())
            .send()
            .await
            .map_err(|error| self.refused(&error))?;
        let request_id = answer.request_id().unwrap_or_default().to_owned();
        #[expect(deprecated, reason = "the AWS CLI stores it, so we do")]
        let packed_policy_size = answer.packed_policy_size;
        let session = session(answer.credentials, answer.assumed_role_user);
        Ok(RoleAnswer {
            packed_policy_size,
            source_identity: answer.source_identity,
            ..self.received(session, request_id, &seen, call.tries)?
        })
    }

    /// The session of an answer, with what came around it.
    fn received(
        &self,
        session: Option<RoleAnswer>,
        request_id: String,
        seen: &ResponseHead,
        tries: u32,
    ) -> Result<RoleAnswer, Refused> {
        let (http_status, http_headers) = seen.take();
        let session = session.ok_or_else(|| self.incomplete())?;
        Ok(RoleAnswer { request_id, http_status, http_headers, retry_attempts: tries, ..session })
    }

    /// `AssumeRoleWithWebIdentity`. Nothing signs that.
    pub(super) async fn assume_role_with_web_identity(
        &self,
        source: &WebIdentitySource,
        token: &Secret,
        session_name: &str,
        tries: u32,
    ) -> Result<RoleAnswer, Refused> {
        let seen = ResponseHead::default();
        let nobody = StaticKeys::new(String::new(), Secret::new(String::new()), None)
            .map_err(|_| self.incomplete())?;
        let own_name = source.role_session_name.as_ref().map(Located::as_str);
        let answer = self
            .client(&nobody)
            .assume_role_with_web_identity()
            .role_arn(source.role_arn.as_str())
            .role_session_name(own_name.unwrap_or(session_name))
            .web_identity_token(token.expose())
            .customize()
            .interceptor(seen.clone())
            .send()
            .await
            .map_err(|error| self.refused(&error))?;
        let request_id = answer.request_id().unwrap_or_default().to_owned();
        #[expect(deprecated, reason = "the AWS CLI stores it, so we do")]
        let packed_policy_size = answer.packed_policy_size;
        let session = session(answer.credentials, answer.assumed_role_user);
        Ok(RoleAnswer {
            packed_policy_size,
            source_identity: answer.source_identity,
            identity: Some(WebIdentityAnswer {
                subject: answer.subject_from_web_identity_token,
                provider: answer.provider,
                audience: answer.audience,
            }),
            ..self.received(session, request_id, &seen, tries)?
        })
    }

    /// `GetSessionToken`: a session of the keys' own user, proven by a code.
    pub(crate) async fn session_token(
        &self,
        signer: &StaticKeys,
        serial: &str,
        code: &MfaCode,
        lasts: TimeDelta,
    ) -> Result<UserSession, Refused> {
        let seconds = i32::try_from(lasts.num_seconds()).ok();
        let request = self.client(signer).get_session_token().set_duration_seconds(seconds);
        let answer = request.serial_number(serial).token_code(code.digits()).send().await;
        let answer = answer.map_err(|error| self.refused(&error))?;
        let keys = answer.credentials.ok_or_else(|| self.incomplete())?;
        let (secret, token) = (Secret::new(keys.secret_access_key), Secret::new(keys.session_token));
        let expires_at = Timestamp::from_timestamp(keys.expiration.secs(), 0)
            .filter(|end| is_date_of_aws(*end))
            .ok_or_else(|| self.incomplete())?;
        let keys = StaticKeys::new(keys.access_key_id, secret, Some(token)).map_err(|_| self.incomplete())?;
        Ok(UserSession { keys, expires_at })
    }

    /// `GetCallerIdentity`: who the keys belong to.
    pub(crate) async fn get_caller_identity(&self, keys: &StaticKeys) -> Result<Identity, Refused> {
        let answer = self.client(keys).get_caller_identity().send().await;
        let answer = answer.map_err(|error| self.refused(&error))?;
        match (answer.arn, answer.account) {
            (Some(arn), Some(account)) => Ok(Identity { arn, account }),
            _ => Err(Refused::stranger(&self.endpoint, NOT_STS)),
        }
    }

    /// Checks that STS is there: it is asked with nobody's keys, and answers, if only to refuse them.
    pub(crate) async fn reach(&self) -> Result<(), Refused> {
        let secret = Secret::new("nobody".to_owned());
        let nobody = StaticKeys::new("AKIA0000000000000000".to_owned(), secret, None)
            .map_err(|_| self.incomplete())?;
        match self.client(&nobody).get_caller_identity().send().await {
            Ok(_) | Err(SdkError::ServiceError(_)) => Ok(()),
            Err(error) => Err(self.refused(&error)),
        }
    }

    fn client(&self, signer: &StaticKeys) -> aws_sdk_sts::Client {
        let credentials = Credentials::new(
            &signer.access_key_id,
            signer.secret_access_key.expose(),
            signer.session_token.as_ref().map(|token| token.expose().to_owned()),
            None,
            "sandglass",
        );
        let config =
            self.config.to_builder().credentials_provider(SharedCredentialsProvider::new(credentials));
        aws_sdk_sts::Client::new(&config.build())
    }
}

/// The session of an answer, without what is around it.
fn session(
    credentials: Option<aws_sdk_sts::types::Credentials>,
    user: Option<aws_sdk_sts::types::AssumedRoleUser>,
) -> Option<RoleAnswer> {
    let (credentials, user) = credentials.zip(user)?;
    let keys = [&credentials.access_key_id, &credentials.secret_access_key, &credentials.session_token];
    if keys.into_iter().any(|key| key.trim().is_empty()) {
        return None;
    }
    // The fractions moto sends are dropped: the AWS CLI writes whole seconds.
    let expires_at =
        Timestamp::from_timestamp(credentials.expiration.secs(), 0).filter(|end| is_date_of_aws(*end))?;
    Some(RoleAnswer {
        access_key_id: credentials.access_key_id,
        secret_access_key: Secret::new(credentials.secret_access_key),
        session_token: Secret::new(credentials.session_token),
        expiration: expires_at.to_rfc3339_opts(SecondsFormat::Secs, true),
        assumed_role_id: user.assumed_role_id,
        assumed_role_arn: user.arn,
        packed_policy_size: None,
        source_identity: None,
        identity: None,
        request_id: String::new(),
        http_status: 0,
        http_headers: Vec::new(),
        retry_attempts: 0,
    })
}

type Head = (u16, Vec<(String, String)>);

/// Keeps status and headers of the answer: the AWS CLI stores them with the session.
#[derive(Clone, Debug, Default)]
struct ResponseHead(Arc<Mutex<Head>>);

impl ResponseHead {
    fn take(&self) -> Head {
        self.0.lock().map(|mut head| std::mem::take(&mut *head)).unwrap_or_default()
    }
}

impl Intercept for ResponseHead {
    fn name(&self) -> &'static str {
        "ResponseHead"
    }

    fn read_before_deserialization(
        &self,
        context: &BeforeDeserializationInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        _config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let response = context.response();
        let headers =
            response.headers().iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        if let Ok(mut head) = self.0.lock() {
            *head = (response.status().as_u16(), headers);
        }
        Ok(())
    }
}
