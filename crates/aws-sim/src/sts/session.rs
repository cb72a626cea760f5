//! Creates sessions from a role or from a user's keys.

use sha2::{Digest, Sha256};

use super::xml;
use crate::clock;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::{Identity, Kind, Session, World};

const SHORTEST: i64 = 900;
const LONGEST: i64 = 129_600;
const DEFAULT: i64 = 43_200;

/// `GetSessionToken`.
pub(super) fn answer(world: &mut World, request: &Request, caller: &Identity) -> Result<String, Refusal> {
    if caller.kind != Kind::User {
        return Err(Refusal::denied("Cannot call GetSessionToken with session credentials"));
    }
    let duration = duration(request, DEFAULT, LONGEST)?;
    let with_mfa = check_mfa(world, request, caller)?;
    let identity = Identity { kind: Kind::UserSession, with_mfa, ..caller.clone() };
    Ok(give(world, identity, duration))
}

/// Makes a session and writes its credentials.
pub(super) fn give(world: &mut World, identity: Identity, duration: i64) -> String {
    let (id, session) = make(world, identity, duration);
    xml::credentials(&id, &session.secret, &session.token, &clock::rfc3339(session.expires_at))
}

/// Makes a session; its access key comes first.
pub(crate) fn make(world: &mut World, identity: Identity, duration: i64) -> (String, Session) {
    let number = world.next();
    let id = format!("ASIASIM{number:013}");
    let session = Session {
        secret: opaque("secret", number, 40),
        token: opaque("token", number, 160),
        expires_at: clock::now(world) + duration,
        identity,
    };
    world.sessions.insert(id.clone(), session.clone());
    (id, session)
}

/// `DurationSeconds`, checked as the API's model does.
pub(super) fn duration(request: &Request, default: i64, longest: i64) -> Result<i64, Refusal> {
    let Some(text) = request.field("DurationSeconds") else { return Ok(default) };
    let seconds: i64 = text.parse().map_err(|_| {
        Refusal::new(400, "MalformedInput", "The input contains a value that is no number: DurationSeconds")
    })?;
    let refused = |bound: &str| {
        Err(Refusal::validation(format!(
            "1 validation error detected: Value '{seconds}' at 'durationSeconds' failed to satisfy constraint: \
             Member must have value {bound}"
        )))
    };
    match seconds {
        ..SHORTEST => refused(&format!("greater than or equal to {SHORTEST}")),
        seconds if seconds > longest => refused(&format!("less than or equal to {longest}")),
        seconds => Ok(seconds),
    }
}

/// Checks the code of a request, and returns true if a valid one came; a code that is wrong, late or used is refused.
pub(super) fn check_mfa(world: &mut World, request: &Request, caller: &Identity) -> Result<bool, Refusal> {
    let (serial, code) = match (request.field("SerialNumber"), request.field("TokenCode")) {
        (None, None) => return Ok(caller.with_mfa),
        (Some(serial), Some(code)) => (serial.to_owned(), code.to_owned()),
        _ => return Err(Refusal::validation("SerialNumber and TokenCode must be given together.")),
    };
    let device = world
        .users
        .iter()
        .filter(|user| user.arn == caller.arn)
        .flat_map(|user| &user.mfa_devices)
        .find(|device| device.serial == serial)
        .ok_or_else(|| {
            Refusal::denied(
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial \
                 number is valid and associated with this user.",
            )
        })?;
    let used = (serial, code);
    if !device.codes.contains(&used.1) || world.used_codes.contains(&used) {
        return Err(Refusal::denied(
            "MultiFactorAuthentication failed with invalid MFA one time pass code. ",
        ));
    }
    world.used_codes.push(used);
    Ok(true)
}

/// Letters that look random and are the same in each run.
fn opaque(kind: &str, number: u64, length: usize) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    (0..)
        .flat_map(|block: u64| Sha256::digest(format!("{kind} {number} {block}")))
        .map(|byte| char::from(LETTERS[usize::from(byte) % LETTERS.len()]))
        .take(length)
        .collect()
}
