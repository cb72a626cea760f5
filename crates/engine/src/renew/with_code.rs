//! One MFA code for several profiles behind one device.
//!
//! AWS takes a code once. So for several profiles it makes a session of the keys' own user
//! (GetSessionToken), which carries the proof and signs the AssumeRole of each.

use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::{KeysSource, RoleSource, Source, StaticKeys, static_keys};

use super::backoff::Backoff;
use super::{Options, Renewal, renew, sts};
use crate::panics::guarded;
use crate::prompt::{Answer, Asking, MfaCode, MfaRequest, Prompt};
use crate::{Clock, Environment, resolve_profile};

/// Renews profiles with a code; the answers are in their order. The first one is the one it was asked
/// for: where AWS makes no such session, it alone is renewed.
pub async fn renew_with_code(
    environment: &Environment,
    profiles: &[String],
    code: MfaCode,
    clock: &dyn Clock,
) -> Vec<Result<Renewal, Problem>> {
    let mut prompt = match profiles {
        [first, _, ..] => match guarded(session(environment, first, &code, clock)).await.flatten() {
            Ok(keys) => Typed::Session(keys),
            Err(problem) if problem.code == Code::Refused => Typed::Code(Some(code)),
            Err(problem) => return profiles.iter().map(|_| Err(problem.clone())).collect(),
        },
        _ => Typed::Code(Some(code)),
    };
    let mut results = Vec::new();
    for profile in profiles {
        results.push(renew(environment, profile, Options::default(), &mut prompt, clock).await);
    }
    results
}

/// What was typed, for whoever asks.
enum Typed {
    /// Good for one call.
    Code(Option<MfaCode>),
    /// Good for all.
    Session(StaticKeys),
}

impl Prompt for Typed {
    fn mfa_code(&mut self, _request: MfaRequest) -> Asking<'_> {
        let answer = match self {
            Self::Code(code) => code.take().map_or(Answer::Nobody, Answer::Code),
            Self::Session(keys) => Answer::Session(keys.clone()),
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
    let client = sts::Client::new(&resolution.client, profile)?;
    let mut backoff = Backoff::default();
    loop {
        match client.session_token(&keys, source, &serial.value, code).await {
            Ok(session) => return Ok(session),
            Err(failure) => backoff.pause(clock, failure).await?,
        }
    }
}

/// The role that asks for the code, and the keys that sign its call.
fn asked(source: &Source) -> Option<(&RoleSource, &KeysSource)> {
    source.chain().into_iter().find_map(|link| match link {
        Source::Role(role) if role.mfa_serial.is_some() => match role.source.as_ref() {
            Source::Keys(keys) => Some((role, keys)),
            _ => None,
        },
        _ => None,
    })
}
