//! Renews several profiles behind one MFA device with one code.
//!
//! AWS takes a code once. So for several profiles it makes a session of the keys' own user
//! (GetSessionToken), which carries the proof and signs the AssumeRole of each.

use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::StaticKeys;
use sandglass_core::source::Source;

use super::{RenewOptions, Renewal, renew};
use crate::prompt::{MfaAnswer, MfaAnswerFuture, MfaCode, MfaRequest, Prompt};
use crate::{Clock, Environment, resolve_profile};

/// Renews profiles with a code; the answers are in their order.
///
/// A role that no session may sign for takes the code itself, the first such role before all others: for the rest
/// another code is needed then, or a session that is kept. Of roles that a session may sign for the first is the one
/// the code makes it for: where AWS makes no session, it alone is renewed.
pub async fn renew_with_code(
    environment: &Environment,
    profiles: &[String],
    code: MfaCode,
    options: RenewOptions,
    clock: &dyn Clock,
) -> Vec<Result<Renewal, Problem>> {
    let first = profiles.iter().find(|profile| takes_code_itself(environment, profile));
    let mut typed = Typed { code: Some(code), session: None };
    let mut renewed = match first {
        Some(own) => Some(renew(environment, own, options, &mut typed, clock).await),
        None => None,
    };
    let mut results = Vec::new();
    let mut of_code = None;
    for profile in profiles {
        let result = match (renewed.take_if(|_| Some(profile) == first), &of_code) {
            (Some(result), _) => result,
            // What became of the code is the answer for all of them.
            (None, Some(problem)) => Err(Problem::clone(problem)),
            (None, None) => renew(environment, profile, options, &mut typed, clock).await,
        };
        if first.is_none() && typed.is_lost() {
            of_code = result.as_ref().err().filter(|problem| is_of_code(problem)).cloned();
        }
        results.push(result);
    }
    results
}

/// True if a problem came of a call that no role has to do with.
fn is_of_code(problem: &Problem) -> bool {
    matches!(
        problem.code,
        Code::MfaRefused
            | Code::InvalidKey
            | Code::SignatureMismatch
            | Code::ClockSkew
            | Code::RegionDisabled
            | Code::Throttled
            | Code::Network
            | Code::AwsFault
    )
}

/// True if the role of a profile that asks for a code can only be assumed with the code itself.
fn takes_code_itself(environment: &Environment, profile: &str) -> bool {
    let (_, resolution) = resolve_profile(environment, profile);
    let asking = resolution.source.as_ref().and_then(Source::asking_role);
    asking.is_some_and(|role| !role.may_be_signed_by_session())
}

/// The typed code, for whoever asks.
struct Typed {
    /// Good for one call.
    code: Option<MfaCode>,
    /// Made with it, and good for all: also where none can be kept.
    session: Option<StaticKeys>,
}

impl Typed {
    /// True if the code was used, and made nothing that others could use.
    fn is_lost(&self) -> bool {
        self.code.is_none() && self.session.is_none()
    }
}

impl Prompt for Typed {
    fn mfa_code(&mut self, _request: MfaRequest) -> MfaAnswerFuture<'_> {
        let session = self.session.clone().map(MfaAnswer::Session);
        Box::pin(std::future::ready(session.unwrap_or(MfaAnswer::Nobody)))
    }

    fn given_code(&mut self) -> Option<MfaCode> {
        self.code.take()
    }

    fn made_session(&mut self, keys: &StaticKeys) {
        self.session = Some(keys.clone());
    }
}
