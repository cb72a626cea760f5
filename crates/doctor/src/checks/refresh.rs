//! Explains AWS's answer to refreshing a sign-in that is over.

use super::calls::{self, CallContext};
use super::refused;
use crate::evidence::live::{Operation, Outcome, Refusal};
use crate::{Cause, Evidence, Finding};
use sandglass_core::Timestamp;
use sandglass_core::refusal::Meaning;

/// Returns the expiry of the refreshed token, if there is one.
pub(super) fn granted(evidence: &Evidence, operation: Operation) -> Option<Timestamp> {
    calls::of(evidence, operation).find_map(|context| match context.call.outcome {
        Outcome::Granted(end) => end,
        _ => None,
    })
}

/// Finds what AWS has against a token of IAM Identity Center, or against the client it was made for.
pub(super) fn of_sso(evidence: &Evidence) -> Option<Finding> {
    finding(evidence, Operation::CreateToken, |refusal| match refusal.meaning() {
        Meaning::ClientOver => Cause::SsoRegistrationExpired,
        _ => Cause::SsoTokenExpired,
    })
}

/// Finds what AWS has against a session of `aws login`, or against its user.
pub(super) fn of_login(evidence: &Evidence) -> Option<Finding> {
    finding(evidence, Operation::CreateOAuth2Token, |refusal| match refusal.meaning() {
        Meaning::RefreshDenied => Cause::AccessDenied,
        _ => Cause::LoginSessionExpired,
    })
}

fn finding(evidence: &Evidence, operation: Operation, cause: fn(&Refusal) -> Cause) -> Option<Finding> {
    let context: CallContext<'_> = calls::of(evidence, operation).last()?;
    if let Some(finding) = refused::of_any_call(&context) {
        return Some(finding);
    }
    let refusal = context.refusal()?;
    Some(context.finding(cause(refusal)).with("refused", "yes").with("detail", &refusal.message))
}
