//! Keys of an SSO role, as the portal gives them to whoever signed in. The token is never refreshed here:
//! a refresh token works once, and whoever uses it must store the next.

use aws_files::cache::{SsoPortal, sso_token_key};
use aws_files::{Profiles, Secret, expiry};
use sandglass_core::doctor::evidence::live::Refusal;
use sandglass_core::resolve::{ClientSettings, StaticKeys};
use sandglass_core::{Timestamp, variables::Variables};
use serde_json::Value;
use zeroize::Zeroizing;

use super::plain;
use crate::renew::{Borrowed, Unanswered, http};
use crate::{Clock, Environment};

/// What a call to the portal needs.
pub(super) struct Portal<'a> {
    url: String,
    account_id: &'a str,
    role_name: &'a str,
    token: Secret,
}

impl<'a> Portal<'a> {
    /// Reads the profile and its token. None when there is no token that is still good: that is found
    /// without asking.
    pub(super) fn of(
        environment: &Environment,
        profiles: &'a Profiles,
        profile: &str,
        clock: &dyn Clock,
    ) -> Option<Self> {
        let profile = profiles.get(profile)?;
        let value = |key| profile.get(key).map(aws_files::Setting::value);
        let (portal, region) = match value("sso_session") {
            Some(name) => {
                let region = profiles.sso_session(name).and_then(|session| session.get("sso_region"));
                (SsoPortal::Session(name), region.map(aws_files::Setting::value))
            }
            None => (SsoPortal::StartUrl(value("sso_start_url")?), value("sso_region")),
        };
        let file = environment.paths.home.join(".aws/sso/cache").join(sso_token_key(portal).file_name());
        let text = Zeroizing::new(std::fs::read(file).ok()?);
        Some(Self {
            url: address(&environment.variables, region?),
            account_id: value("sso_account_id")?,
            role_name: value("sso_role_name")?,
            token: good_token(&text, clock.now())?,
        })
    }

    /// `GetRoleCredentials`.
    pub(super) async fn role_credentials(&self, settings: &ClientSettings) -> Result<Borrowed, Unanswered> {
        let silent = |detail: &str| Unanswered::Silent(detail.to_owned());
        let connector = http::connector(settings).map_err(|problem| silent(problem.code.as_str()))?;
        let url = format!(
            "{}/federation/credentials?role_name={}&account_id={}",
            self.url.trim_end_matches('/'),
            escaped(self.role_name),
            escaped(self.account_id)
        );
        let headers = [("x-amz-sso_bearer_token", self.token.expose())];
        let request = plain::request("GET", &url, &headers, "").ok_or_else(|| silent("no such address"))?;
        let reply = plain::send(&connector, request).await.map_err(|error| silent(&error.to_string()))?;
        let body: Value = serde_json::from_slice(&Zeroizing::new(reply.body)).unwrap_or_default();
        if reply.status != 200 {
            let code = reply.error_type.ok_or_else(|| silent("the answer is not one of the portal"))?;
            // `UnauthorizedException:http://…` in some answers.
            let code = code.split(':').next().unwrap_or_default().to_owned();
            let message = body["message"].as_str().unwrap_or_default().to_owned();
            return Err(Unanswered::Refused(Refusal { code, message }));
        }
        keys(&body).ok_or_else(|| silent("the answer is not one of the portal"))
    }
}

fn good_token(text: &[u8], now: Timestamp) -> Option<Secret> {
    let token: Value = serde_json::from_slice(text).ok()?;
    let end = expiry::parse(token["expiresAt"].as_str()?)?;
    (end > now).then(|| token["accessToken"].as_str().map(|token| Secret::new(token.to_owned())))?
}

/// The portal of a region, or what stands in its place.
fn address(variables: &Variables, region: &str) -> String {
    let set = variables.first_non_empty(&["AWS_ENDPOINT_URL_SSO", "AWS_ENDPOINT_URL"]);
    let ignored = variables
        .non_empty("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
        .is_some_and(|value| value.eq_ignore_ascii_case("true"));
    match set {
        Some((_, url)) if !ignored => url.to_owned(),
        _ => {
            let domain = if region.starts_with("cn-") { "amazonaws.com.cn" } else { "amazonaws.com" };
            format!("https://portal.sso.{region}.{domain}")
        }
    }
}

fn keys(body: &Value) -> Option<Borrowed> {
    let found = &body["roleCredentials"];
    let text = |name: &str| found[name].as_str().map(str::to_owned);
    Some(Borrowed {
        expires_at: found["expiration"].as_i64().and_then(Timestamp::from_timestamp_millis),
        keys: StaticKeys {
            access_key_id: text("accessKeyId")?,
            secret_access_key: Secret::new(text("secretAccessKey")?),
            session_token: text("sessionToken").map(Secret::new),
        },
    })
}

/// For a query: letters, digits and the four marks that need no escape.
fn escaped(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |value: u8| char::from(DIGITS[usize::from(value & 15)]);
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.extend(['%', digit(byte >> 4), digit(byte)]);
        }
    }
    out
}
