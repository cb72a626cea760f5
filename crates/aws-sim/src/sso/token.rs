//! `POST /token`: a code, a device's code or a refresh token is exchanged for an access token.

use base64ct::{Base64UrlUnpadded, Encoding};
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::device::INTERVAL;
use crate::clock;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::{IdentityCenter, SsoGrant, SsoRole, SsoToken, SsoWay, World};

/// Of a token that stands in the world without a portal.
const LASTS: i64 = 3600;
/// Without it there is no refresh token.
const ACCESS: &str = "sso:account:access";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    grant_type: String,
    #[serde(default)]
    client_id: String,
    #[serde(default)]
    client_secret: String,
    #[serde(default)]
    refresh_token: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    code_verifier: String,
    #[serde(default)]
    redirect_uri: String,
    #[serde(default)]
    device_code: String,
}

/// `CreateToken`.
pub(super) fn create(world: &mut World, request: &Request) -> Result<String, Refusal> {
    let asked: Asked = super::body(request)?;
    match asked.grant_type.as_str() {
        "refresh_token" => refreshed(world, &asked),
        "authorization_code" => {
            super::authenticated(world, &asked.client_id, &asked.client_secret)?;
            let grant = of_browser(world, &asked)?;
            Ok(signed_in(world, &grant, &asked)?)
        }
        "urn:ietf:params:oauth:grant-type:device_code" => {
            super::authenticated(world, &asked.client_id, &asked.client_secret)?;
            let grant = of_device(world, &asked)?;
            Ok(signed_in(world, &grant, &asked)?)
        }
        _ => Err(Refusal::new(400, "UnsupportedGrantTypeException", "Unsupported grant type")),
    }
}

/// A refresh token is worth nothing afterwards.
fn refreshed(world: &mut World, asked: &Asked) -> Result<String, Refusal> {
    let (number, now) = (world.next(), clock::now(world));
    let token = world
        .sso_tokens
        .iter_mut()
        .find(|token| token.refresh_token.as_ref() == Some(&asked.refresh_token))
        .ok_or_else(invalid_grant)?;
    if (&token.client_id, &token.client_secret) != (&asked.client_id, &asked.client_secret) {
        return Err(super::invalid_client());
    }
    if token.signed_in_until.is_some_and(|end| end <= now) {
        return Err(invalid_grant());
    }
    token.access_token = format!("sim-access-token-{number}");
    token.refresh_token = Some(format!("sim-refresh-token-{number}"));
    let lasts = token.signed_in_until.map_or(LASTS, |end| LASTS.min(end - now));
    token.expires_at = now + lasts;
    Ok(answer(token, lasts))
}

/// A code counts once, for who asked for it, with what its challenge was made of.
fn of_browser(world: &mut World, asked: &Asked) -> Result<SsoGrant, Refusal> {
    let grant = taken(world, &asked.code).ok_or_else(invalid_grant)?;
    let SsoWay::Browser { challenge, redirect } = &grant.way else { return Err(invalid_grant()) };
    let shown = Base64UrlUnpadded::encode_string(&Sha256::digest(asked.code_verifier.as_bytes()));
    let is_good = grant.client_id == asked.client_id
        && *challenge == shown
        && *redirect == asked.redirect_uri
        && grant.expires_at > clock::now(world);
    if is_good { Ok(grant) } else { Err(invalid_grant()) }
}

fn of_device(world: &mut World, asked: &Asked) -> Result<SsoGrant, Refusal> {
    let now = clock::now(world);
    let grant = world.sso_grants.iter_mut().find(|grant| grant.code == asked.device_code);
    let grant = grant.filter(|grant| grant.client_id == asked.client_id).ok_or_else(invalid_grant)?;
    if grant.expires_at <= now {
        return Err(Refusal::new(400, "ExpiredTokenException", "The device code has expired"));
    }
    let SsoWay::Device { allowed, asked_at, .. } = &mut grant.way else { return Err(invalid_grant()) };
    let last = asked_at.replace(now);
    match *allowed {
        Some(true) => taken(world, &asked.device_code).ok_or_else(invalid_grant),
        Some(false) => Err(Refusal::new(400, "AccessDeniedException", "Access was denied")),
        None if last.is_some_and(|last| now - last < INTERVAL) => {
            Err(Refusal::new(400, "SlowDownException", "Too many requests"))
        }
        None => Err(Refusal::new(400, "AuthorizationPendingException", "The user has not answered yet")),
    }
}

fn taken(world: &mut World, code: &str) -> Option<SsoGrant> {
    let place = world.sso_grants.iter().position(|grant| grant.code == code)?;
    Some(world.sso_grants.remove(place))
}

fn signed_in(world: &mut World, grant: &SsoGrant, asked: &Asked) -> Result<String, Refusal> {
    let portal = super::portal(world, &grant.start_url)?.clone();
    let client = super::client(world, &asked.client_id)?;
    let is_refreshed = client.scopes.iter().any(|scope| scope == ACCESS);
    let (number, now) = (world.next(), clock::now(world));
    let lasts =
        if is_refreshed { portal.token_seconds.min(portal.sign_in_seconds) } else { portal.sign_in_seconds };
    let token = SsoToken {
        access_token: format!("sim-access-token-{number}"),
        expires_at: now + lasts,
        refresh_token: is_refreshed.then(|| format!("sim-refresh-token-{number}")),
        signed_in_until: Some(now + portal.sign_in_seconds),
        client_id: asked.client_id.clone(),
        client_secret: asked.client_secret.clone(),
        roles: roles(&portal),
    };
    let answer = answer(&token, lasts);
    world.sso_tokens.push(token);
    Ok(answer)
}

fn roles(portal: &IdentityCenter) -> Vec<SsoRole> {
    let of = |account: &crate::world::SsoAccount| {
        let id = account.id.clone();
        account.roles.clone().into_iter().map(move |name| SsoRole { account_id: id.clone(), name })
    };
    portal.accounts.iter().flat_map(of).collect()
}

fn answer(token: &SsoToken, lasts: i64) -> String {
    let mut answer = json!({
        "accessToken": token.access_token,
        "expiresIn": lasts,
        "tokenType": "Bearer",
    });
    if let Some(refresh) = &token.refresh_token {
        answer["refreshToken"] = json!(refresh);
    }
    answer.to_string()
}

fn invalid_grant() -> Refusal {
    Refusal::new(400, "InvalidGrantException", "Invalid grant provided")
}
