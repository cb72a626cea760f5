//! What AWS says when a sign-in that is over is refreshed.

use super::asked;
use super::refused;
use crate::Timestamp;
use crate::doctor::evidence::live::{Operation, Outcome};
use crate::doctor::{Cause, Evidence, Finding};

/// When the refreshed token ends, if there is one.
pub(super) fn granted(evidence: &Evidence) -> Option<Timestamp> {
    asked::of(evidence, Operation::CreateToken).find_map(|about| match about.asked.outcome {
        Outcome::Granted(end) => end,
        _ => None,
    })
}

/// What it has against the refresh token, or against the client the token was made for.
pub(super) fn finding(evidence: &Evidence) -> Option<Finding> {
    let about = asked::of(evidence, Operation::CreateToken).last()?;
    if let Some(finding) = refused::whatever_was_asked(&about) {
        return Some(finding);
    }
    let refusal = about.refusal()?;
    let cause = match refusal.code.as_str() {
        "InvalidClientException" | "UnauthorizedClientException" => Cause::SsoRegistrationExpired,
        _ => Cause::SsoTokenExpired,
    };
    Some(about.finding(cause).with("refused", "yes").with("detail", &refusal.message))
}
