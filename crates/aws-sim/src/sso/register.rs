//! `POST /client/register`.

use serde::Deserialize;
use serde_json::json;

use crate::clock;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::{SsoClient, World};

/// Ninety days.
const LASTS: i64 = 90 * 24 * 3600;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    client_name: String,
    client_type: String,
    #[serde(default)]
    scopes: Vec<String>,
    #[serde(default)]
    redirect_uris: Vec<String>,
    #[serde(default)]
    grant_types: Vec<String>,
    #[serde(default)]
    issuer_url: Option<String>,
}

/// `RegisterClient`.
pub(super) fn register(world: &mut World, request: &Request) -> Result<String, Refusal> {
    let asked: Asked = super::body(request)?;
    if asked.client_type != "public" || asked.client_name.is_empty() {
        return Err(metadata("The client must be public and have a name"));
    }
    let is_browsers = asked.grant_types.iter().any(|grant| grant == "authorization_code");
    if is_browsers && (asked.redirect_uris.is_empty() || asked.issuer_url.is_none()) {
        return Err(metadata("A client with redirects names them, and its issuer"));
    }
    if let Some(wrong) = asked.redirect_uris.iter().find(|uri| !is_loopback(uri)) {
        return Err(Refusal::new(
            400,
            "InvalidRedirectUriException",
            format!("{wrong} is no redirect of a client"),
        ));
    }
    let now = clock::now(world);
    let client = SsoClient {
        id: format!("sim-client-{}", world.next()),
        secret: format!("sim-client-secret-{}", world.next()),
        expires_at: now + LASTS,
        redirects: asked.redirect_uris,
        issuer: asked.issuer_url,
        scopes: asked.scopes,
    };
    let answer = json!({
        "clientId": client.id,
        "clientSecret": client.secret,
        "clientIdIssuedAt": now,
        "clientSecretExpiresAt": client.expires_at,
    });
    world.sso_clients.push(client);
    Ok(answer.to_string())
}

/// True for where a program on the same machine listens.
fn is_loopback(uri: &str) -> bool {
    let host = uri.strip_prefix("http://").and_then(|rest| rest.split(['/', ':']).next());
    matches!(host, Some("127.0.0.1" | "localhost"))
}

fn metadata(message: &str) -> Refusal {
    Refusal::new(400, "InvalidClientMetadataException", message)
}
