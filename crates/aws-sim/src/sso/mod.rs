//! IAM Identity Center: `oidc` signs in and gives tokens, the portal gives keys and lists for a token. What the pages of a
//! sign-in show to a person is here, too.

mod authorize;
mod device;
mod directory;
mod page;
mod portal;
mod register;
mod token;

use serde::de::DeserializeOwned;
use serde_json::json;

use crate::answer::Answer;
use crate::clock;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::{IdentityCenter, SsoClient, SsoToken, World};

/// True if a request is for one of the services.
pub(crate) fn serves(request: &Request) -> bool {
    matches!(
        request.action(),
        "GetRoleCredentials"
            | "ListAccounts"
            | "ListAccountRoles"
            | "Logout"
            | "CreateToken"
            | "RegisterClient"
            | "StartDeviceAuthorization"
    )
}

/// The body of the answer.
pub(crate) fn answer(world: &mut World, request: &Request) -> Result<String, Refusal> {
    match (request.method.as_str(), request.action()) {
        ("GET", "GetRoleCredentials") => portal::role_credentials(world, request),
        ("GET", "ListAccounts") => directory::accounts(world, request),
        ("GET", "ListAccountRoles") => directory::roles(world, request),
        ("POST", "Logout") => directory::logout(world, request),
        ("POST", "CreateToken") => token::create(world, request),
        ("POST", "RegisterClient") => register::register(world, request),
        ("POST", "StartDeviceAuthorization") => device::start(world, request),
        _ => Err(Refusal::new(405, "UnsupportedOperationException", "No such operation")),
    }
}

/// The page that a browser asks for, if it is one of these.
pub(crate) fn page(world: &mut World, request: &Request) -> Option<Answer> {
    match request.path.as_str() {
        "/authorize" => Some(authorize::answer(world, request)),
        "/device" => Some(device::answer(world, request)),
        _ => None,
    }
}

/// A refusal in JSON: the code stands in a header, and for the token endpoint in the body as well.
pub(crate) fn refused(refusal: &Refusal) -> Answer {
    let body = json!({
        "__type": format!("com.amazonaws.switchboard.portal#{}", refusal.code),
        "error": code(refusal.code),
        "error_description": refusal.message,
        "message": refusal.message,
    });
    Answer {
        status: refusal.status,
        content_type: "application/json",
        headers: vec![("x-amzn-errortype", refusal.code.to_owned())],
        body: body.to_string(),
        error: Some(refusal.code),
        caller: None,
    }
}

/// The code of the body, as OAuth writes it.
fn code(exception: &str) -> &'static str {
    match exception {
        "AccessDeniedException" => "access_denied",
        "AuthorizationPendingException" => "authorization_pending",
        "ExpiredTokenException" => "expired_token",
        "InvalidClientException" => "invalid_client",
        "InvalidClientMetadataException" => "invalid_client_metadata",
        "InvalidGrantException" => "invalid_grant",
        "InvalidRedirectUriException" => "invalid_redirect_uri",
        "SlowDownException" => "slow_down",
        "UnsupportedGrantTypeException" => "unsupported_grant_type",
        _ => "invalid_request",
    }
}

fn body<T: DeserializeOwned>(request: &Request) -> Result<T, Refusal> {
    serde_json::from_slice(&request.body).map_err(|_| invalid_request())
}

/// The sign-in whose token a request bears.
fn bearer<'a>(world: &'a World, request: &Request) -> Result<&'a SsoToken, Refusal> {
    let shown = request.header("x-amz-sso_bearer_token").unwrap_or_default();
    let now = clock::now(world);
    let found = world.sso_tokens.iter().find(|token| token.access_token == shown && token.expires_at > now);
    found.ok_or_else(|| Refusal::new(401, "UnauthorizedException", "Session token not found or invalid"))
}

fn client<'a>(world: &'a World, id: &str) -> Result<&'a SsoClient, Refusal> {
    let now = clock::now(world);
    let found = world.sso_clients.iter().find(|client| client.id == id && client.expires_at > now);
    found.ok_or_else(invalid_client)
}

fn authenticated(world: &World, id: &str, secret: &str) -> Result<(), Refusal> {
    if client(world, id)?.secret == secret { Ok(()) } else { Err(invalid_client()) }
}

/// The portal of a start URL, in whichever form it is written.
fn portal<'a>(world: &'a World, start_url: &str) -> Result<&'a IdentityCenter, Refusal> {
    let plain = |url: &str| url.trim_end_matches(['#', '/']).to_ascii_lowercase();
    let found = world.portals.iter().find(|portal| plain(&portal.start_url) == plain(start_url));
    found.ok_or_else(invalid_request)
}

fn invalid_client() -> Refusal {
    Refusal::new(401, "InvalidClientException", "Invalid client provided")
}

fn invalid_request() -> Refusal {
    Refusal::new(400, "InvalidRequestException", "Invalid request")
}
