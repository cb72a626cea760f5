//! `POST /token`: refreshes a sign-in's token.

use serde::Deserialize;
use serde_json::json;

use crate::clock;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::World;

const LASTS: i64 = 3600;

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
}

/// `CreateToken` with a refresh token, which is worth nothing afterwards.
pub(super) fn create_token(world: &mut World, request: &Request) -> Result<String, Refusal> {
    let asked: Asked = serde_json::from_slice(&request.body)
        .map_err(|_| Refusal::new(400, "InvalidRequestException", "Invalid request"))?;
    if asked.grant_type != "refresh_token" {
        return Err(Refusal::new(400, "UnsupportedGrantTypeException", "Unsupported grant type"));
    }
    let number = world.next();
    let expires_at = clock::now(world) + LASTS;
    let token = world
        .sso_tokens
        .iter_mut()
        .find(|token| token.refresh_token.as_ref() == Some(&asked.refresh_token))
        .ok_or_else(|| Refusal::new(400, "InvalidGrantException", "Invalid refresh token provided"))?;
    if (&token.client_id, &token.client_secret) != (&asked.client_id, &asked.client_secret) {
        return Err(Refusal::new(401, "InvalidClientException", "Invalid client provided"));
    }
    token.access_token = format!("sim-access-token-{number}");
    token.refresh_token = Some(format!("sim-refresh-token-{number}"));
    token.expires_at = expires_at;
    Ok(json!({
        "accessToken": token.access_token,
        "expiresIn": LASTS,
        "refreshToken": token.refresh_token,
        "tokenType": "Bearer",
    })
    .to_string())
}

/// The code of the body, as OAuth writes it.
pub(super) fn code(exception: &str) -> &'static str {
    match exception {
        "InvalidGrantException" => "invalid_grant",
        "InvalidClientException" => "invalid_client",
        "UnsupportedGrantTypeException" => "unsupported_grant_type",
        _ => "invalid_request",
    }
}
