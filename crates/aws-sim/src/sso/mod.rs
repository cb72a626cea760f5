//! Two JSON services of SSO: the portal gives keys for a token, and the token endpoint gives a new token for a
//! refresh token.

mod oidc;
mod portal;

use serde_json::json;

use crate::answer::Answer;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::World;

/// True if a request is for one of them.
pub(crate) fn serves(request: &Request) -> bool {
    matches!(request.action(), "GetRoleCredentials" | "CreateToken")
}

/// The body of the answer.
pub(crate) fn answer(world: &mut World, request: &Request) -> Result<String, Refusal> {
    match request.method.as_str() {
        "GET" if request.action() == "GetRoleCredentials" => portal::role_credentials(world, request),
        "POST" if request.action() == "CreateToken" => oidc::create_token(world, request),
        _ => Err(Refusal::new(405, "UnsupportedOperationException", "No such operation")),
    }
}

/// A refusal in JSON: the code stands in a header, and for the token endpoint in the body as well.
pub(crate) fn refused(refusal: &Refusal) -> Answer {
    let body = json!({
        "__type": format!("com.amazonaws.switchboard.portal#{}", refusal.code),
        "error": oidc::code(refusal.code),
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
