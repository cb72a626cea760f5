//! `AssumeRoleWithWebIdentity`: unsigned; an identity provider's token identifies the caller.

use super::{assume_role, session};
use crate::clock;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::World;

/// Its name.
pub(super) const ACTION: &str = "AssumeRoleWithWebIdentity";

/// Gives a session of the role, or says why not.
pub(super) fn answer(world: &mut World, request: &Request) -> Result<String, Refusal> {
    let arn = assume_role::required(request, "RoleArn")?;
    let name = assume_role::required(request, "RoleSessionName")?;
    let text = assume_role::required(request, "WebIdentityToken")?;
    assume_role::check_name(name)?;
    let duration = session::duration(request, assume_role::DEFAULT, assume_role::LONGEST)?;
    let now = clock::now(world);
    let token = world.identity_tokens.iter().find(|token| token.token == text).ok_or_else(|| {
        Refusal::new(
            400,
            "InvalidIdentityToken",
            "Couldn't retrieve verification key from your identity provider,  please reference \
             AssumeRoleWithWebIdentity documentation for requirements",
        )
    })?;
    if token.expires_at <= now {
        let message = format!(
            "Token expired: current date/time {now} must be before the expiration date/time {}",
            token.expires_at
        );
        return Err(Refusal::new(400, "ExpiredTokenException", message));
    }
    let role = world.roles.iter().find(|role| role.arn == arn && token.roles.contains(&role.arn)).cloned();
    let role = role.ok_or_else(|| Refusal::denied(format!("Not authorized to perform sts:{ACTION}")))?;
    if duration > role.max_session_duration {
        return Err(assume_role::above_maximum());
    }
    let subject = "<SubjectFromWebIdentityToken>ana</SubjectFromWebIdentityToken>".to_owned();
    Ok(subject + &assume_role::give(world, &role, name, false, duration))
}
