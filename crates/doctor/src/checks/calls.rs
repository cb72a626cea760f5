//! Calls that were made to AWS, each with the part of the chain it was about, and how an answer is shown.

use crate::evidence::live::{ApiCall, Identity, Operation, Outcome, Refusal};
use crate::{Cause, Evidence, Exhibit, Finding};
use sandglass_core::resolve::{KeysSource, RoleSource, Source};

/// One question and what it was about.
#[derive(Clone, Copy)]
pub(super) struct CallContext<'a> {
    pub(super) evidence: &'a Evidence,
    pub(super) call: &'a ApiCall,
    pub(super) source: &'a Source,
}

/// Every question, in the order they were asked.
pub(super) fn all(evidence: &Evidence) -> impl Iterator<Item = CallContext<'_>> {
    let chain = evidence.resolution.source.as_ref().map(Source::chain).unwrap_or_default();
    evidence.live.calls.iter().filter_map(move |call| {
        let source = chain.get(call.depth).copied()?;
        Some(CallContext { evidence, call, source })
    })
}

/// Every question of a kind.
pub(super) fn of(evidence: &Evidence, operation: Operation) -> impl Iterator<Item = CallContext<'_>> {
    all(evidence).filter(move |context| context.call.operation == operation)
}

/// Returns the identity that AWS reports for a command: the last word about the profile's own credentials.
pub(super) fn identity(evidence: &Evidence) -> Option<&Identity> {
    let own = evidence.live.calls.iter().rev().find(|call| call.depth == 0)?;
    match &own.outcome {
        Outcome::Identity(identity) => Some(identity),
        _ => None,
    }
}

impl<'a> CallContext<'a> {
    /// Returns AWS's refusal.
    pub(super) fn refusal(&self) -> Option<&'a Refusal> {
        match &self.call.outcome {
            Outcome::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// The role it was about.
    pub(super) fn role(&self) -> Option<&'a RoleSource> {
        match self.source {
            Source::Role(role) => Some(role),
            _ => None,
        }
    }

    /// The keys it was about.
    pub(super) fn keys(&self) -> Option<&'a KeysSource> {
        match self.source {
            Source::Keys(keys) => Some(keys),
            _ => None,
        }
    }

    /// A cause, with the place it is about and what AWS said.
    pub(super) fn finding(&self, cause: Cause) -> Finding {
        let named = self.source.profile().unwrap_or(&self.evidence.resolution.profile);
        let place = sandglass_core::text::place(self.source.at(), &self.evidence.paths);
        let mut finding = Finding::new(cause).with("profile", named).with("place", place);
        finding = finding.shown_by(self.place());
        match self.refusal() {
            Some(refusal) => {
                let code = refusal.code.clone();
                finding.with("code", code).shown_by(self.said(refusal))
            }
            None => finding,
        }
    }

    /// Shows the place of the part of the chain.
    pub(super) fn place(&self) -> Exhibit {
        let exhibit = Exhibit::new("exhibit-credentials_from").from(self.source.at(), &self.evidence.paths);
        match self.source {
            Source::Role(role) => exhibit.value(&role.role_arn.value),
            Source::WebIdentity(identity) => exhibit.value(identity.token_file.as_str()),
            _ => exhibit,
        }
    }

    /// AWS's own words.
    fn said(&self, refusal: &Refusal) -> Exhibit {
        Exhibit::new("exhibit-aws_said")
            .with("operation", self.call.operation.as_str())
            .words(&format!("{} ({})", refusal.message, refusal.code))
    }
}
