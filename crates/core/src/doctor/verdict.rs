//! The one root cause, or that there is none, or that nobody can tell.

use super::consequences::explains;
use super::{Cause, Check, CheckState, Finding, Sentence};

/// What it comes to.
#[derive(Debug)]
pub enum Verdict {
    /// This makes the call fail.
    Cause(Box<Finding>),
    /// The call works.
    Healthy,
    /// What was seen explains nothing, and not everything could be seen.
    CannotTell(Sentence),
}

impl Verdict {
    /// The word of `--json`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Cause(finding) => finding.cause.as_str(),
            Self::Healthy => "healthy",
            Self::CannotTell(_) => "cannot_tell",
        }
    }
}

/// A verdict with what stands beside it.
#[derive(Debug)]
pub(super) struct Judged {
    /// The verdict.
    pub(super) verdict: Verdict,
    /// What else makes the call fail, in the order of resolution.
    pub(super) also_found: Vec<Cause>,
    /// What people see because of it.
    pub(super) symptoms: Vec<Sentence>,
}

/// Takes the root out of the checks: the first breaking finding in the order of resolution.
pub(super) fn judge(checks: &mut [Check], is_accepted: bool, unseen: Option<Sentence>) -> Judged {
    if is_accepted {
        checks.iter_mut().for_each(clear_suspicions);
    }
    let mut breaking: Vec<Cause> = causes(checks);
    breaking.sort_unstable();
    breaking.dedup();
    let Some(root) = breaking.first().copied() else {
        let verdict = unseen.map_or(Verdict::Healthy, Verdict::CannotTell);
        return Judged { verdict, also_found: Vec::new(), symptoms: Vec::new() };
    };
    let mut also_found = breaking.split_off(1);
    also_found.retain(|other| !explains(root, *other));
    let verdict = take(checks, root).map_or(Verdict::Healthy, |finding| Verdict::Cause(Box::new(finding)));
    Judged { verdict, also_found, symptoms: super::symptoms::of(root) }
}

/// AWS takes the credentials: what only looked wrong is a warning.
fn clear_suspicions(check: &mut Check) {
    for finding in check.findings.iter_mut().filter(|finding| finding.is_suspicion) {
        finding.breaks = false;
    }
    check.settle();
}

fn causes(checks: &[Check]) -> Vec<Cause> {
    let failed = checks.iter().filter(|check| check.state == CheckState::Fail);
    let findings = failed.flat_map(|check| &check.findings);
    findings.filter(|finding| finding.breaks).map(|finding| finding.cause).collect()
}

/// The finding of a cause; its check keeps what it looked at.
fn take(checks: &mut [Check], root: Cause) -> Option<Finding> {
    for check in checks {
        if let Some(at) = check.findings.iter().position(|finding| finding.breaks && finding.cause == root) {
            let finding = check.findings.remove(at);
            check.exhibits.extend(finding.exhibits.iter().cloned());
            return Some(finding);
        }
    }
    None
}
