//! Keys of an SSO role, as the portal gives them to whoever signed in.

use aws_files::Secret;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sandglass_core::Timestamp;
use sandglass_core::cache::Place;
use sandglass_core::resolve::{Service, StaticKeys};
use sandglass_doctor::evidence::live::Refusal;
use serde_json::Value;

use super::Subject;
use super::endpoint::beside_sts;
use crate::http::{self, plain};
use crate::renew::{Borrowed, Unanswered};
use crate::sign_in;
use sandglass_core::source::SsoSource;

/// What a call to the portal needs.
pub(super) struct Portal<'a> {
    subject: Subject<'a>,
    source: &'a SsoSource,
}

impl<'a> Portal<'a> {
    /// None where botocore would find no token: that is found without asking.
    pub(super) fn of(subject: Subject<'a>, source: &'a SsoSource) -> Option<Self> {
        source.session_lacks.is_none().then_some(Self { subject, source })
    }

    /// The token's file, and where it is refreshed.
    pub(super) async fn token(&self) -> sign_in::Place {
        let environment = self.subject.environment;
        let settings = self.subject.settings_of(Service::SsoOidc);
        sign_in::Place {
            path: Place::Sso.directory(&environment.paths).join(self.source.token_key().file_name()),
            state_dir: environment.state_dir.clone(),
            url: beside_sts("oidc", &settings, self.source.region.as_str()).await,
            settings,
        }
    }

    /// `GetRoleCredentials`.
    pub(super) async fn role_credentials(&self, token: &Secret) -> Result<Borrowed, Unanswered> {
        let silent = |detail: &str| Unanswered::Silent(detail.to_owned());
        let settings = self.subject.settings_of(Service::Sso);
        let connector = http::connector(&settings).map_err(|problem| silent(problem.code.as_str()))?;
        let url = format!(
            "{}/federation/credentials?role_name={}&account_id={}",
            beside_sts("portal.sso", &settings, self.source.region.as_str()).await.trim_end_matches('/'),
            utf8_percent_encode(self.source.role_name.as_str(), QUERY),
            utf8_percent_encode(self.source.account_id.as_str(), QUERY)
        );
        let headers = [("x-amz-sso_bearer_token", token.expose())];
        let request = plain::request("GET", &url, &headers, "").ok_or_else(|| silent("no such address"))?;
        let reply = plain::send(&connector, request).await.map_err(|error| silent(&error.to_string()))?;
        let body: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
        if reply.status != 200 {
            let code = reply.error_code().ok_or_else(|| silent(NOT_THE_PORTAL))?;
            let message = body["message"].as_str().unwrap_or_default().to_owned();
            return Err(Unanswered::Refused(Refusal { code, message }));
        }
        keys(&body).ok_or_else(|| silent(NOT_THE_PORTAL))
    }
}

/// In a query letters, digits and four marks need no escape (RFC 3986).
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

const NOT_THE_PORTAL: &str = "the answer is not one of the portal";

fn keys(body: &Value) -> Option<Borrowed> {
    let found = &body["roleCredentials"];
    let text = |name: &str| found[name].as_str().map(str::to_owned);
    Some(Borrowed {
        expires_at: found["expiration"].as_i64().and_then(Timestamp::from_timestamp_millis),
        keys: StaticKeys::new(
            text("accessKeyId")?,
            Secret::new(text("secretAccessKey")?),
            text("sessionToken").map(Secret::new),
        )
        .ok()?,
    })
}
