//! `AssumeRole`: checks who may assume a role, and for how long.

use sha2::{Digest, Sha256};

use super::{session, xml};
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::{Identity, Kind, Role, World, account, last_name};

pub(super) const LONGEST: i64 = 43_200;
pub(super) const DEFAULT: i64 = 3600;
const LONGEST_CHAINED: i64 = 3600;

/// Gives a session of the role, or says why not.
pub(super) fn answer(world: &mut World, request: &Request, caller: &Identity) -> Result<String, Refusal> {
    let arn = required(request, "RoleArn")?;
    let name = required(request, "RoleSessionName")?;
    check_name(name)?;
    let duration = session::duration(request, DEFAULT, LONGEST)?;
    let with_mfa = session::check_mfa(world, request, caller)?;
    let denied = || not_authorized(world, caller, arn);
    // A role that is not there is refused in the same words as one that does not trust.
    let role = world.roles.iter().find(|role| role.arn == arn).cloned().ok_or_else(denied)?;
    let external_id = request.field("ExternalId");
    let trusted = !world.denials.iter().any(|denial| denial.role_arn == arn)
        && trusts(&role, caller)
        && role.external_id.as_deref().is_none_or(|wanted| external_id == Some(wanted))
        && (with_mfa || !role.requires_mfa);
    if !trusted {
        return Err(denied());
    }
    check_duration(&role, caller, duration)?;
    Ok(give(world, &role, name, with_mfa, duration))
}

/// Makes a session of the role, and writes it.
pub(super) fn give(world: &mut World, role: &Role, name: &str, with_mfa: bool, duration: i64) -> String {
    let identity = identity(&role.arn, name, with_mfa);
    let user = format!(
        "<AssumedRoleUser><AssumedRoleId>{}</AssumedRoleId><Arn>{}</Arn></AssumedRoleUser>",
        xml::escaped(&identity.user_id),
        xml::escaped(&identity.arn)
    );
    let lasts = role.session_seconds.unwrap_or(duration);
    user + &session::give(world, identity, lasts)
}

/// In the words of STS, which names the kind of policy that stands in the way only sometimes.
fn not_authorized(world: &World, caller: &Identity, arn: &str) -> Refusal {
    let policy = world
        .denials
        .iter()
        .find(|denial| denial.role_arn == arn)
        .map_or_else(String::new, |denial| format!(" {}", denial.because));
    Refusal::denied(format!(
        "User: {} is not authorized to perform: sts:AssumeRole on resource: {arn}{policy}",
        caller.arn
    ))
}

pub(super) fn required<'a>(request: &'a Request, field: &str) -> Result<&'a str, Refusal> {
    let mut name = field.to_owned();
    name[..1].make_ascii_lowercase();
    request.field(field).filter(|value| !value.is_empty()).ok_or_else(|| {
        Refusal::validation(format!(
            "1 validation error detected: Value null at '{name}' failed to satisfy constraint: Member must not be null"
        ))
    })
}

/// 2 to 64 characters of `[\w+=,.@-]`.
pub(super) fn check_name(name: &str) -> Result<(), Refusal> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_+=,.@-".contains(c);
    if (2..=64).contains(&name.len()) && name.chars().all(allowed) {
        return Ok(());
    }
    Err(Refusal::validation(format!(
        "1 validation error detected: Value '{name}' at 'roleSessionName' failed to satisfy constraint: Member must \
         satisfy regular expression pattern: [\\w+=,.@-]*"
    )))
}

fn trusts(role: &Role, caller: &Identity) -> bool {
    role.trusts.iter().any(|trusted| {
        trusted == "*"
            || trusted == caller.account()
            || *trusted == caller.arn
            || is_session_of(caller, trusted)
    })
}

/// A trust policy names the role, the caller is its session.
fn is_session_of(caller: &Identity, role_arn: &str) -> bool {
    caller.kind == Kind::RoleSession
        && account(role_arn) == caller.account()
        && caller.arn.split('/').nth(1) == Some(last_name(role_arn))
}

fn check_duration(role: &Role, caller: &Identity, duration: i64) -> Result<(), Refusal> {
    if caller.kind == Kind::RoleSession && duration > LONGEST_CHAINED {
        return Err(Refusal::validation(
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
        ));
    }
    if duration > role.max_session_duration {
        return Err(above_maximum());
    }
    Ok(())
}

pub(super) fn above_maximum() -> Refusal {
    Refusal::validation("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
}

/// Returns the identity of a role's session.
pub(crate) fn identity(role_arn: &str, session_name: &str, with_mfa: bool) -> Identity {
    let name = last_name(role_arn);
    Identity {
        arn: format!("arn:aws:sts::{}:assumed-role/{name}/{session_name}", account(role_arn)),
        user_id: format!("AROA{}:{session_name}", unique_id(role_arn)),
        kind: Kind::RoleSession,
        with_mfa,
    }
}

/// Seventeen characters that are the same for the same role.
fn unique_id(arn: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    Sha256::digest(arn)
        .iter()
        .take(17)
        .map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]))
        .collect()
}
