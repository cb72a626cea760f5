//! Which profile is meant, and whether it is there.

use crate::doctor::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Sentence};
use crate::problem::{Code, Origin};

pub(super) fn check(evidence: &Evidence) -> Check {
    let findings = missing(evidence).into_iter().collect();
    let detail = Sentence::new("check-profile_choice-ok").with("profile", &evidence.resolution.profile);
    Check::of(CheckCode::ProfileChoice, findings, detail)
}

fn missing(evidence: &Evidence) -> Option<Finding> {
    let unknown = |problem: &&crate::problem::Problem| problem.code == Code::UnknownProfile;
    evidence.resolution.errors.iter().find(unknown)?;
    let name = &evidence.resolution.profile;
    let chosen = &evidence.resolution.chosen_by;
    if name.is_empty()
        && let Origin::Variable(variable) = chosen
    {
        let shown = Exhibit::new("exhibit-variable").of_variable(variable).value("");
        return Some(Finding::new(Cause::ProfileVariableEmpty).with("variable", *variable).shown_by(shown));
    }
    let shown = Exhibit::new("exhibit-profile_asked").from(chosen, &evidence.paths).value(name);
    Some(Finding::new(Cause::ProfileMissing).with("profile", name).shown_by(shown))
}
