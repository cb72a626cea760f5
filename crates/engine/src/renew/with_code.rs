//! Renews several profiles behind one MFA device with one code.
//!
//! AWS takes a code once. So for several profiles it makes a session of the keys' own user
//! (GetSessionToken), which carries the proof and signs the AssumeRole of each.

use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::{StaticKeys, static_keys};
use sandglass_core::source::{KeysSource, RoleSource, Source};

use super::{RenewOptions, Renewal, renew};
use crate::backoff::Backoff;
use crate::panics::guarded;
use crate::prompt::{MfaAnswer, MfaAnswerFuture, MfaCode, MfaRequest, Prompt};
use crate::sources::{self, Client};
use crate::{Clock, Environment, resolve_profile};

/// Renews profiles with a code; the answers are in their order.
///
/// A role that no session may sign for takes the code itself, the first such role before all others: for the rest
/// another code is needed then. Of roles that a session may sign for the first is the one the code was asked for:
/// where AWS makes no session, it alone is renewed.
pub async fn renew_with_code(
    environment: &Environment,
    profiles: &[String],
    code: MfaCode,
    options: RenewOptions,
    clock: &dyn Clock,
) -> Vec<Result<Renewal, Problem>> {
    let takes_code = |profile: &&String| takes_code_itself(environment, profile);
    let shared: Vec<&String> = profiles.iter().filter(|profile| !takes_code(profile)).collect();
    let (mut typed, first) = match (profiles.iter().find(takes_code), shared.as_slice()) {
        (Some(own), _) => (Typed::Code(Some(code)), Some(own)),
        (None, [first, _, ..]) => match guarded(session(environment, first, &code, clock)).await.flatten() {
            Ok(keys) => (Typed::Session(keys), None),
            Err(problem) if problem.code == Code::Refused => (Typed::Code(Some(code)), None),
            Err(problem) => return profiles.iter().map(|_| Err(problem.clone())).collect(),
        },
        (None, _) => (Typed::Code(Some(code)), None),
    };
    let mut renewed = match first {
        Some(own) => Some(renew(environment, own, options, &mut typed, clock).await),
        None => None,
    };
    let mut results = Vec::new();
    for profile in profiles {
        results.push(match renewed.take_if(|_| Some(profile) == first) {
            Some(result) => result,
            None => renew(environment, profile, options, &mut typed, clock).await,
        });
    }
    results
}

/// True if the role of a profile that asks for a code can only be assumed with the code itself.
fn takes_code_itself(environment: &Environment, profile: &str) -> bool {
    let (_, resolution) = resolve_profile(environment, profile);
    let asking = resolution.source.as_ref().and_then(Source::asking_role);
    asking.is_some_and(|role| !role.may_be_signed_by_session())
}

/// The typed code, for whoever asks.
enum Typed {
    /// Good for one call.
    Code(Option<MfaCode>),
    /// Good for all.
    Session(StaticKeys),
}

impl Prompt for Typed {
    fn mfa_code(&mut self, _request: MfaRequest) -> MfaAnswerFuture<'_> {
        let answer = match self {
            Self::Code(code) => code.take().map_or(MfaAnswer::Nobody, MfaAnswer::Code),
            Self::Session(keys) => MfaAnswer::Session(keys.clone()),
        };
        Box::pin(std::future::ready(answer))
    }
}

/// The session of the user whose keys a profile's chain starts from.
async fn session(
    environment: &Environment,
    profile: &str,
    code: &MfaCode,
    clock: &dyn Clock,
) -> Result<StaticKeys, Problem> {
    let (profiles, resolution) = resolve_profile(environment, profile);
    let no_credentials = || Problem::new(Code::NoCredentials).with("profile", profile);
    let (role, source) = resolution.source.as_ref().and_then(asked).ok_or_else(no_credentials)?;
    let serial = role.mfa_serial.as_ref().ok_or_else(no_credentials)?;
    let keys = static_keys(source, &profiles, &environment.variables).ok_or_else(no_credentials)?;
    let client = Client::new(&resolution.client, profile)?;
    let mut backoff = Backoff::default();
    loop {
        match client.session_token(&keys, serial.as_str(), code).await {
            Ok(session) => return Ok(session),
            Err(refused) => backoff.pause(clock, refused).await.map_err(|refused| {
                let of_role = Source::Role(role.clone());
                match sources::problem(refused, &of_role, profile, client.region()) {
                    // That the user may make no session says nothing of the role.
                    denied if denied.code == Code::AccessDenied => Problem { code: Code::Refused, ..denied },
                    problem => problem,
                }
            })?,
        }
    }
}

/// The role that asks for the code, and the keys that sign its call.
fn asked(source: &Source) -> Option<(&RoleSource, &KeysSource)> {
    source.links().find_map(|link| match link {
        Source::Role(role) if role.mfa_serial.is_some() => match role.source.as_ref() {
            Source::Keys(keys) => Some((role, keys)),
            _ => None,
        },
        _ => None,
    })
}
