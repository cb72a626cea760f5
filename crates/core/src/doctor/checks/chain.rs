//! The profile, its sources and its settings, as the one resolution walked them.

use crate::doctor::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Sentence};
use crate::problem::{Code, Problem};

pub(super) fn check(evidence: &Evidence) -> Check {
    let findings: Vec<Finding> =
        evidence.resolution.errors.iter().filter_map(|problem| of_problem(evidence, problem)).collect();
    let detail = Sentence::new("check-chain-ok").with("profile", &evidence.resolution.profile);
    Check::of(CheckCode::Chain, findings, detail)
}

/// What the resolution says is wrong, as a cause.
fn of_problem(evidence: &Evidence, problem: &Problem) -> Option<Finding> {
    let cause = match problem.code {
        Code::MissingSource => Cause::SourceProfileMissing,
        Code::SourceLoop => Cause::SourceProfileLoop,
        Code::SourceWithoutCredentials => Cause::SourceProfileWithoutCredentials,
        Code::RoleWithoutSource => Cause::RoleWithoutSource,
        Code::TwoSources => Cause::TwoSources,
        Code::InvalidCredentialSource => Cause::CredentialSourceInvalid,
        Code::NoEnvironmentKeys => Cause::CredentialSourceEmpty,
        Code::MissingServices => Cause::ServicesSectionMissing,
        Code::NoCredentials => Cause::NoCredentials,
        _ => return None,
    };
    let mut finding = Finding::new(cause);
    finding.args.clone_from(&problem.args);
    let mut shown = Exhibit::new("exhibit-setting");
    if let Some(at) = &problem.at {
        shown = shown.from(at, &evidence.paths);
        finding = finding.with("place", crate::text::place(at, &evidence.paths));
    }
    Some(finding.shown_by(shown))
}
