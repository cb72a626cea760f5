//! Explains refusals that AWS may give to any call.

use super::calls::CallContext;
use crate::evidence::live::{Outcome, Refusal};
use crate::{Cause, Exhibit, Finding};
use sandglass_core::refusal::Meaning;

/// The cause, where the answer says nothing of the credentials or the role.
pub(super) fn of_any_call(context: &CallContext<'_>) -> Option<Finding> {
    let finding = match &context.call.outcome {
        Outcome::NoAnswer(detail) => context.finding(Cause::AwsFault).with("detail", detail).with("code", ""),
        Outcome::Refused(refusal) => context.finding(cause(refusal)?).with("detail", &refusal.message),
        _ => return None,
    };
    let Some(region) = &context.evidence.resolution.client.region else {
        return Some(finding.with("region", ""));
    };
    let finding = finding.with("region", &region.value);
    if finding.cause != Cause::RegionDisabled {
        return Some(finding);
    }
    let shown = Exhibit::new("exhibit-region").from(&region.at, &context.evidence.paths);
    Some(finding.shown_by(shown.value(&region.value)))
}

fn cause(refusal: &Refusal) -> Option<Cause> {
    match refusal.meaning() {
        Meaning::RegionDisabled => Some(Cause::RegionDisabled),
        Meaning::Throttled => Some(Cause::Throttled),
        Meaning::Fault => Some(Cause::AwsFault),
        _ => None,
    }
}

/// Returns true if AWS says that the clock is ahead, false if it is behind; none if AWS says nothing of it.
pub(super) fn clock(refusal: &Refusal) -> Option<bool> {
    match refusal.meaning() {
        Meaning::ClockAhead => Some(true),
        Meaning::ClockBehind => Some(false),
        _ => None,
    }
}

/// True if a session has run out.
pub(super) fn is_over(refusal: &Refusal) -> bool {
    refusal.meaning() == Meaning::SessionOver
}

/// True if AWS does not know an access key, or not with this token.
pub(super) fn is_unknown(refusal: &Refusal) -> bool {
    refusal.meaning() == Meaning::UnknownKey
}

/// True if the secret is not the one of the access key.
pub(super) fn is_wrong_secret(refusal: &Refusal) -> bool {
    refusal.meaning() == Meaning::WrongSecret
}
