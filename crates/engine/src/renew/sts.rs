//! AssumeRole and GetCallerIdentity, one call at a time. The SDK gets everything explicitly: it reads no variable and no
//! file of its own, and does not retry (`backoff` does).

use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_config::timeout::TimeoutConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_files::Secret;
use aws_files::cache::AssumeRoleAnswer;
use aws_sdk_sts::config::{Credentials, SharedCredentialsProvider};
use aws_sdk_sts::operation::RequestId;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextRef;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::retry::RetryConfig;
use sandglass_core::Timestamp;
use sandglass_core::masked::shown_url;
use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_core::resolve::{ClientSettings, KeysSource, StaticKeys};

use super::backoff::Failure;
use super::refusal;
use super::request::{Place, Request};
use crate::cache::is_date_of_aws;
use crate::{MfaCode, http};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(30);

/// The shortest session STS makes (GetSessionToken, `DurationSeconds`): it only signs what follows at
/// once.
const SHORTEST_SESSION: i32 = 900;

/// How to reach STS for one profile.
pub(crate) struct Client {
    config: SdkConfig,
    place: Place,
}

impl Client {
    /// Takes region, endpoint, proxy and CA bundle of the selected profile.
    pub(crate) fn new(settings: &ClientSettings, profile: &str) -> Result<Self, Problem> {
        let region = settings
            .region
            .as_ref()
            .map(|region| region.value.clone())
            .ok_or_else(|| Problem::new(Code::NoRegion).with("profile", profile))?;
        if let Some(wrong) = settings.region.as_ref().filter(|region| !is_host_label(&region.value)) {
            return Err(Problem::new(Code::InvalidSetting)
                .at(wrong.at.clone())
                .with("key", "region")
                .with("expected", "region"));
        }
        // Where an endpoint is set the AWS CLI takes it as it is; the SDK refuses both at once.
        let is_own = settings.endpoint_url.is_none();
        let mut config = SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(region.clone()))
            .http_client(http::client(settings)?)
            .retry_config(RetryConfig::disabled())
            .timeout_config(
                TimeoutConfig::builder()
                    .connect_timeout(CONNECT_TIMEOUT)
                    .operation_attempt_timeout(ATTEMPT_TIMEOUT)
                    .build(),
            )
            .use_fips(settings.use_fips && is_own)
            .use_dual_stack(settings.use_dual_stack && is_own);
        let endpoint = match &settings.endpoint_url {
            Some(url) => shown_url(&url.value),
            None => format!("STS in {region}"),
        };
        if let Some(url) = &settings.endpoint_url {
            config = config.endpoint_url(&url.value);
        }
        let written = settings.endpoint_url.as_ref().map(|url| &url.at);
        let is_profiles_own = matches!(written, Some(Origin::File(_)));
        Ok(Self { config: config.build(), place: Place { endpoint, region, is_profiles_own } })
    }

    /// Assumes a role once.
    pub(super) async fn assume_role(&self, request: &Request<'_>) -> Result<NewSession, Failure> {
        let seen = ResponseHead::default();
        let answer = self
            .client(request.signer)
            .assume_role()
            .role_arn(&request.role.role_arn.value)
            .role_session_name(request.session_name)
            .set_external_id(request.role.external_id.as_ref().map(|id| id.value.clone()))
            .set_duration_seconds(request.role.duration.as_ref().and_then(|d| i32::try_from(d.value).ok()))
            .set_serial_number(request.serial().map(str::to_owned))
            .set_token_code(request.mfa_code.map(|code| code.digits().to_owned()))
            .customize()
            .interceptor(seen.clone())
            .send()
            .await
            .map_err(|error| refusal::classify(&error, request, &self.place))?;
        new_session(answer, &seen, request.tries)
            .ok_or_else(|| Failure::Final(refusal::incomplete("the answer holds no credentials")))
    }

    /// Makes a session of the keys' own user, proven by a code.
    pub(super) async fn session_token(
        &self,
        signer: &StaticKeys,
        source: &KeysSource,
        serial: &str,
        code: &MfaCode,
    ) -> Result<StaticKeys, Failure> {
        let request = self.client(signer).get_session_token().duration_seconds(SHORTEST_SESSION);
        let answer = request.serial_number(serial).token_code(code.digits()).send().await;
        let answer =
            answer.map_err(|error| refusal::classify_session(&error, source, serial, &self.place))?;
        let keys = answer
            .credentials
            .ok_or_else(|| Failure::Final(refusal::incomplete("the answer holds no credentials")))?;
        let (secret, token) = (Secret::new(keys.secret_access_key), Secret::new(keys.session_token));
        StaticKeys::new(keys.access_key_id, secret, Some(token))
            .map_err(|_| Failure::Final(refusal::unusable_keys()))
    }

    /// Whether STS is there: it is asked with keys of nobody, and answers, if only to refuse them.
    pub(super) async fn reach(&self) -> Result<(), Problem> {
        let secret = Secret::new("nobody".to_owned());
        let nobody = StaticKeys::new("AKIA0000000000000000".to_owned(), secret, None)
            .map_err(|_| refusal::unusable_keys())?;
        match self.client(&nobody).get_caller_identity().send().await {
            Ok(_) => Ok(()),
            Err(error) => refusal::unreachable(&error, &self.place).map_or(Ok(()), Err),
        }
    }

    /// Who is asked.
    pub(super) fn endpoint(&self) -> &str {
        &self.place.endpoint
    }

    /// Asks once who the keys belong to: whether AWS takes them.
    pub(super) async fn caller_identity(
        &self,
        keys: &StaticKeys,
        source: &KeysSource,
    ) -> Result<(), Failure> {
        let answer = self.client(keys).get_caller_identity().send().await;
        answer.map(drop).map_err(|error| refusal::classify_identity(&error, source, &self.place))
    }

    pub(super) fn client(&self, signer: &StaticKeys) -> aws_sdk_sts::Client {
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

/// Whether it can be a part of a host's name, as botocore asks it of a region. It is signed, too.
fn is_host_label(region: &str) -> bool {
    !region.is_empty() && region.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// A session just made: what to store, and what the next hop signs with.
pub(super) struct NewSession {
    pub(super) answer: AssumeRoleAnswer,
    pub(super) expires_at: Timestamp,
}

fn new_session(
    answer: aws_sdk_sts::operation::assume_role::AssumeRoleOutput,
    seen: &ResponseHead,
    tries: u32,
) -> Option<NewSession> {
    let request_id = answer.request_id().unwrap_or_default().to_owned();
    let credentials = answer.credentials?;
    let user = answer.assumed_role_user?;
    let keys = [&credentials.access_key_id, &credentials.secret_access_key, &credentials.session_token];
    if keys.into_iter().any(|key| key.trim().is_empty()) {
        return None;
    }
    let (http_status, http_headers) = seen.take();
    #[expect(deprecated, reason = "the AWS CLI stores it, so we do")]
    let packed_policy_size = answer.packed_policy_size;
    // The fractions moto sends are dropped: the AWS CLI writes whole seconds.
    let expires_at =
        Timestamp::from_timestamp(credentials.expiration.secs(), 0).filter(|end| is_date_of_aws(*end))?;
    let expiration = aws_smithy_types::DateTime::from_secs(credentials.expiration.secs());
    Some(NewSession {
        answer: AssumeRoleAnswer {
            access_key_id: credentials.access_key_id,
            secret_access_key: Secret::new(credentials.secret_access_key),
            session_token: Secret::new(credentials.session_token),
            expiration: expiration.fmt(Format::DateTime).ok()?,
            assumed_role_id: user.assumed_role_id,
            assumed_role_arn: user.arn,
            packed_policy_size,
            source_identity: answer.source_identity,
            request_id,
            http_status,
            http_headers,
            retry_attempts: tries,
        },
        expires_at,
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
