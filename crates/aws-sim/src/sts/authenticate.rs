//! Authenticates the signer of a request.

use crate::clock;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::sigv4::Authorization;
use crate::world::{Identity, Kind, World, account};

/// AWS takes signatures up to five minutes old or early.
const SKEW: i64 = 300;

/// The caller, or why the request is refused.
pub(super) fn caller(world: &World, request: &Request) -> Result<Identity, Refusal> {
    let header = request.header("authorization").ok_or_else(|| {
        Refusal::new(403, "MissingAuthenticationToken", "Request is missing Authentication Token")
    })?;
    let authorization = Authorization::parse(&header).map_err(|part| {
        let message = format!(
            "'{part}' not a valid key=value pair (missing equal-sign) in Authorization header: '{header}'."
        );
        Refusal::new(400, "IncompleteSignature", message)
    })?;
    let time = request.header("x-amz-date").unwrap_or_default();
    check_time(world, &time)?;
    let (identity, secret) = credentials(world, request, &authorization.access_key_id)?;
    if authorization.service != "sts" {
        return Err(Refusal::signature("Credential should be scoped to correct service: 'sts'. "));
    }
    if !time.starts_with(&authorization.date) || !authorization.is_signed_with(&secret, request, &time) {
        return Err(Refusal::wrong_secret());
    }
    if world.disabled_regions.contains(&authorization.region) {
        let message = format!(
            "STS is not activated in this region for account:{}. Your account administrator can activate STS in \
             this region using the IAM Console.",
            identity.account()
        );
        return Err(Refusal::new(403, "RegionDisabledException", message));
    }
    Ok(identity)
}

fn check_time(world: &World, time: &str) -> Result<(), Refusal> {
    let now = clock::now(world);
    let signed = clock::parse_compact(time).ok_or_else(|| {
        Refusal::new(400, "IncompleteSignature", "Date must be in ISO-8601 'basic format'.")
    })?;
    if signed < now - SKEW {
        return Err(Refusal::signature(format!(
            "Signature expired: {time} is now earlier than {} ({} - 5 min.)",
            clock::compact(now - SKEW),
            clock::compact(now)
        )));
    }
    if signed > now + SKEW {
        return Err(Refusal::signature(format!(
            "Signature not yet current: {time} is still later than {} ({} + 5 min.)",
            clock::compact(now + SKEW),
            clock::compact(now)
        )));
    }
    Ok(())
}

/// Whose key it is, with its secret.
fn credentials(world: &World, request: &Request, id: &str) -> Result<(Identity, String), Refusal> {
    let token = request.header("x-amz-security-token");
    if let Some(session) = world.sessions.get(id) {
        if token.as_deref() != Some(session.token.as_str()) {
            return Err(Refusal::invalid_token());
        }
        if session.expires_at <= clock::now(world) {
            return Err(Refusal::expired_token());
        }
        return Ok((session.identity.clone(), session.secret.clone()));
    }
    let (user, key) = world
        .users
        .iter()
        .find_map(|user| {
            user.access_keys.iter().find(|key| key.id == id && !key.inactive).map(|key| (user, key))
        })
        .ok_or_else(Refusal::invalid_token)?;
    // A token beside a long-term key belongs to another key.
    if token.is_some() {
        return Err(Refusal::invalid_token());
    }
    let identity = Identity {
        arn: user.arn.clone(),
        user_id: format!("AIDA{}", account(&user.arn)),
        kind: Kind::User,
        with_mfa: false,
    };
    Ok((identity, key.secret.clone()))
}
