//! Obtains the keys of a role of IAM Identity Center from the portal.

use aws_files::Secret;
use aws_files::cache::SsoRoleAnswer;
use chrono::SecondsFormat;
use percent_encoding::utf8_percent_encode;
use sandglass_core::Timestamp;
use sandglass_core::refusal::Refusal;
use sandglass_core::resolve::{Service, StaticKeys};
use sandglass_core::session::Needs;
use sandglass_core::source::SsoSource;
use sandglass_doctor::evidence::live::{Operation, Outcome};
use serde_json::Value;

use super::{CallLog, Obtained, SourceContext};
use crate::http::{self, QUERY, beside_sts, plain};
use crate::refused::Refused;
use crate::sign_in;

/// The token of the sign-in, refreshed if it is over.
pub(super) async fn token(
    source: &SsoSource,
    context: &SourceContext<'_>,
    calls: &mut CallLog,
) -> Result<Secret, Refused> {
    // botocore would find no token: that is found without asking.
    if source.session_lacks.is_some() {
        return Err(Refused::Needs(Needs::sso(source)));
    }
    let settings = context.settings_of(Service::SsoOidc);
    let place = sign_in::TokenPlace {
        path: sign_in::sso_file(context.environment, source),
        state_dir: context.environment.state_dir.clone(),
        url: beside_sts("oidc", &settings, source.region.as_str()),
        settings,
        sign_in: Needs::sso(source),
    };
    let fresh = sign_in::fresh::<sign_in::Sso>(place, context.clock.now(), context.deadline).await;
    let fresh = fresh.inspect_err(|refused| {
        calls.extend(refused.outcome().map(|outcome| (Operation::CreateToken, outcome)));
    });
    let fresh = fresh.map_err(|refused| refused.of_refresh(|| Needs::sso(source)))?;
    if fresh.is_new {
        calls.push((Operation::CreateToken, Outcome::Granted(Some(fresh.expires_at))));
    }
    Ok(fresh.held)
}

/// `GetRoleCredentials`.
pub(super) async fn obtain(
    source: &SsoSource,
    token: &Secret,
    context: &SourceContext<'_>,
) -> Result<Obtained, Refused> {
    let settings = context.settings_of(Service::Sso);
    let portal = beside_sts("portal.sso", &settings, source.region.as_str());
    let connector = http::connector(&settings, &portal)?;
    let url = format!(
        "{}/federation/credentials?role_name={}&account_id={}",
        portal.trim_end_matches('/'),
        utf8_percent_encode(source.role_name.as_str(), QUERY),
        utf8_percent_encode(source.account_id.as_str(), QUERY)
    );
    let headers = [("x-amz-sso_bearer_token", token.expose())];
    let request = plain::request("GET", &url, &headers, "")
        .ok_or_else(|| Refused::silent(&portal, "no such address"))?;
    let reply = tokio::time::timeout_at(context.deadline, plain::send(&connector, request)).await;
    let reply = reply.map_err(|_| Refused::silent(&portal, crate::refused::IN_TIME))?;
    let reply = reply.map_err(|error| Refused::silent(&portal, error.to_string()))?;
    let body: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
    let stranger = || Refused::stranger(&portal, NOT_THE_PORTAL);
    if reply.status != 200 {
        let code = reply.error_code().ok_or_else(stranger)?;
        let message = body["message"].as_str().unwrap_or_default().to_owned();
        return Err(Refused::ByAws(Refusal { code, message }));
    }
    obtained(&body, source).ok_or_else(stranger)
}

const NOT_THE_PORTAL: &str = "the answer is not one of the portal";

fn obtained(body: &Value, source: &SsoSource) -> Option<Obtained> {
    let found = &body["roleCredentials"];
    let text = |name: &str| found[name].as_str().map(str::to_owned);
    let expires_at = found["expiration"].as_i64().and_then(Timestamp::from_timestamp_millis);
    let access_key_id = text("accessKeyId")?;
    let secret_access_key = Secret::new(text("secretAccessKey")?);
    let session_token = text("sessionToken").map(Secret::new);
    let entry = expires_at.zip(session_token.as_ref()).map(|(end, token)| {
        SsoRoleAnswer {
            access_key_id: &access_key_id,
            secret_access_key: &secret_access_key,
            session_token: token,
            expiration: &end.to_rfc3339_opts(SecondsFormat::Secs, true),
            account_id: source.account_id.as_str(),
        }
        .to_cli_json()
    });
    let keys = StaticKeys::new(access_key_id, secret_access_key, session_token).ok()?;
    Some(Obtained { keys, expires_at, entry, refreshed: None })
}
