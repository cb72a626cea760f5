//! The way without a redirect: `POST /device_authorization` gives a code that a person confirms on the page `/device`.

use serde::Deserialize;
use serde_json::json;

use super::page;
use crate::answer::Answer;
use crate::clock;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::{SsoGrant, SsoWay, World};

const LASTS: i64 = 600;
/// The seconds between two questions of a client.
pub(super) const INTERVAL: i64 = 1;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    client_id: String,
    client_secret: String,
    start_url: String,
}

/// `StartDeviceAuthorization`.
pub(super) fn start(world: &mut World, request: &Request) -> Result<String, Refusal> {
    let asked: Asked = super::body(request)?;
    super::authenticated(world, &asked.client_id, &asked.client_secret)?;
    super::portal(world, &asked.start_url)?;
    let number = world.next();
    let (code, user_code) = (format!("sim-device-{number}"), format!("SIMU-{:04}", number % 10_000));
    let host = request.header("host").unwrap_or_default();
    let page = format!("http://{host}/device");
    world.sso_grants.push(SsoGrant {
        code: code.clone(),
        client_id: asked.client_id,
        start_url: asked.start_url,
        expires_at: clock::now(world) + LASTS,
        way: SsoWay::Device { user_code: user_code.clone(), allowed: None, asked_at: None },
    });
    Ok(json!({
        "deviceCode": code,
        "userCode": user_code,
        "verificationUri": page,
        "verificationUriComplete": format!("{page}?user_code={user_code}"),
        "expiresIn": LASTS,
        "interval": INTERVAL,
    })
    .to_string())
}

/// The page on which the code is confirmed.
pub(super) fn answer(world: &mut World, request: &Request) -> Answer {
    let shown = request.field("user_code").unwrap_or_default();
    let waiting = world.sso_grants.iter_mut().find_map(|grant| match &mut grant.way {
        SsoWay::Device { user_code, allowed, .. } if user_code == shown => Some(allowed),
        _ => None,
    });
    match (request.method.as_str(), waiting) {
        (_, None) => page::refused(&super::invalid_request()),
        ("POST", Some(allowed)) => {
            *allowed = Some(request.field("decision") == Some("allow"));
            page::done()
        }
        (_, Some(_)) => page::question("/device", [("user_code", shown)].into_iter()),
    }
}
