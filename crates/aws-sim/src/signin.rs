//! AWS Sign-In, `POST /v1/token`: gives the next keys of `aws login` to whoever holds the sign-in's key.

mod proof;

use serde::Deserialize;
use serde_json::json;

use crate::answer::Answer;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::sts;
use crate::world::{LoginRefusal, World};

const LASTS: i64 = 900;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    client_id: String,
    grant_type: String,
    #[serde(default)]
    refresh_token: String,
}

/// True if a request is for it.
pub(crate) fn serves(request: &Request) -> bool {
    request.action() == "CreateOAuth2Token"
}

/// `CreateOAuth2Token` with a refresh token, which is worth nothing afterwards.
pub(crate) fn answer(world: &mut World, request: &Request) -> Result<String, Refusal> {
    let asked: Asked = serde_json::from_slice(&request.body).map_err(|_| invalid("Invalid request"))?;
    if request.method != "POST" || asked.grant_type != "refresh_token" {
        return Err(invalid("Unsupported grant type"));
    }
    let signer = proof::key(world, request)?;
    let is_meant = |token: &str| token == asked.refresh_token;
    let found = world.logins.iter().position(|login| is_meant(&login.refresh_token));
    let found = found.ok_or_else(|| expired("The refresh token is invalid or has expired"))?;
    let login = world.logins[found].clone();
    if login.client_id != asked.client_id || !proof::is_same_key(&login.key, &signer) {
        return Err(invalid("The proof is not of the key the sign-in was made with"));
    }
    match login.refused {
        Some(LoginRefusal::TokenExpired) => return Err(expired("The session has expired")),
        Some(LoginRefusal::UserCredentialsChanged) => {
            return Err(Refusal::new(403, "USER_CREDENTIALS_CHANGED", "The user's credentials changed"));
        }
        Some(LoginRefusal::InsufficientPermissions) => {
            return Err(Refusal::new(403, "INSUFFICIENT_PERMISSIONS", "Not authorized to refresh"));
        }
        None => {}
    }
    let refresh_token = format!("sim-login-refresh-token-{}", world.next());
    world.logins[found].refresh_token.clone_from(&refresh_token);
    let (id, session) = sts::make(world, sts::identity(&login.role_arn, "ana", false), LASTS);
    Ok(json!({
        "accessToken": {
            "accessKeyId": id, "secretAccessKey": session.secret, "sessionToken": session.token,
        },
        "tokenType": "aws_sigv4",
        "expiresIn": LASTS,
        "refreshToken": refresh_token,
    })
    .to_string())
}

/// Writes a refusal: only the body says why access is denied.
pub(crate) fn refused(refusal: &Refusal) -> Answer {
    let denied =
        matches!(refusal.code, "TOKEN_EXPIRED" | "USER_CREDENTIALS_CHANGED" | "INSUFFICIENT_PERMISSIONS");
    let (kind, error) =
        if denied { ("AccessDeniedException", refusal.code) } else { (refusal.code, "INVALID_REQUEST") };
    Answer {
        status: refusal.status,
        content_type: "application/json",
        headers: vec![("x-amzn-errortype", kind.to_owned())],
        body: json!({ "error": error, "message": refusal.message }).to_string(),
        error: Some(refusal.code),
        caller: None,
    }
}

fn invalid(message: &str) -> Refusal {
    Refusal::new(400, "ValidationException", message)
}

fn expired(message: &str) -> Refusal {
    Refusal::new(401, "TOKEN_EXPIRED", message)
}
