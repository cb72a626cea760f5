//! `GET /federation/credentials`: gives the keys of a permission set to a signed-in user.

use serde_json::json;

use crate::refusal::Refusal;
use crate::request::Request;
use crate::sts;
use crate::world::{SsoRole, World};

const LASTS: i64 = 3600;

/// `GetRoleCredentials`.
pub(super) fn role_credentials(world: &mut World, request: &Request) -> Result<String, Refusal> {
    let token = super::bearer(world, request)?;
    let asked = |field| request.field(field).filter(|value| !value.is_empty()).map(str::to_owned);
    let (Some(name), Some(account_id)) = (asked("role_name"), asked("account_id")) else {
        return Err(Refusal::new(400, "InvalidRequestException", "Invalid request"));
    };
    let role = SsoRole { account_id, name };
    if !token.roles.contains(&role) {
        return Err(Refusal::new(403, "ForbiddenException", "No access"));
    }
    let arn = format!(
        "arn:aws:iam::{}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_{}_0123456789abcdef",
        role.account_id, role.name
    );
    let (id, session) = sts::make(world, sts::identity(&arn, "ana@example.com", false), LASTS);
    let keys = json!({
        "accessKeyId": id,
        "secretAccessKey": session.secret,
        "sessionToken": session.token,
        "expiration": session.expires_at * 1000,
    });
    Ok(json!({ "roleCredentials": keys }).to_string())
}
