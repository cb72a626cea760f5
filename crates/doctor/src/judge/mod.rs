//! Judges findings: names the one root cause, or says that there is none or that it cannot tell.
//!
//! - `hint_match`: which causes a pasted error may come from
//! - `follows_from`: what is no fault of its own, but the consequence of another
//! - `after_fix`: what would break the call next, once the root is fixed
//! - `symptoms`: what people see because of the root
//! - `elsewhere`: why a pasted error cannot be this profile's

pub(crate) mod after_fix;
pub(crate) mod elsewhere;
mod follows_from;
mod hint_match;
mod symptoms;

use crate::error_text::ErrorText;
use crate::{Cause, Check, CheckCode, Finding, Sentence};
use follows_from::is_consequence_of;
use hint_match::{may_cause, not_found, symptom};

/// The verdict.
#[derive(Debug)]
pub enum Verdict {
    /// This makes the call fail.
    Cause(Box<Finding>),
    /// The call works.
    Healthy,
    /// The findings explain nothing, and not everything could be checked.
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
pub(crate) struct Judgement {
    /// The verdict.
    pub(crate) verdict: Verdict,
    /// Other causes that make the call fail, in the order of resolution.
    pub(crate) also_found: Vec<Cause>,
    /// Its symptoms.
    pub(crate) symptoms: Vec<Sentence>,
    /// The sentence that the error somebody saw came from something else.
    pub(crate) elsewhere: Option<Sentence>,
}

/// Inputs to the verdict other than the checks.
#[derive(Default)]
pub(crate) struct JudgeInputs {
    /// True if AWS took the credentials.
    pub(crate) is_accepted: bool,
    /// The reason why not everything could be seen.
    pub(crate) unseen: Option<Sentence>,
    /// The error somebody saw.
    pub(crate) error: Option<ErrorText>,
    /// The reason why that cannot be this profile's, if nothing that was found points to it.
    pub(crate) cannot_be: Option<&'static str>,
}

/// Takes the root out of the checks: the first breaking finding in the order of resolution that could have
/// brought the error about, or the first of all.
pub(crate) fn judge(checks: &mut [Check], inputs: &JudgeInputs) -> Judgement {
    if inputs.is_accepted {
        checks.iter_mut().for_each(clear_suspicions);
    }
    let mut breaking = causes(checks, |finding| finding.breaks);
    let seen = inputs.error.as_ref();
    let is_meant = |cause: &Cause| seen.is_some_and(|error| may_cause(error.hint, *cause));
    // An error of another call: what only is a warning for this one may have brought it about.
    let root = breaking
        .iter()
        .copied()
        .find(is_meant)
        .or_else(|| causes(checks, |_| true).into_iter().find(is_meant))
        .or_else(|| breaking.first().copied());
    let Some(finding) = root.and_then(|root| take(checks, root)) else {
        let unseen =
            seen.and_then(|error| not_found(error, inputs.cannot_be)).or_else(|| inputs.unseen.clone());
        let verdict = unseen.map_or(Verdict::Healthy, Verdict::CannotTell);
        return Judgement { verdict, also_found: Vec::new(), symptoms: Vec::new(), elsewhere: None };
    };
    let root = finding.cause;
    breaking.retain(|other| *other != root && !is_consequence_of(root, *other));
    // What the root did not bring about, it does not explain.
    let (explained, other) = match seen {
        Some(error) if may_cause(error.hint, root) => (Some(symptom(error)), None),
        Some(error) => (None, Some(elsewhere::sentence(error, inputs.cannot_be))),
        None => (None, None),
    };
    let symptoms = explained.into_iter().chain(symptoms::of(root)).collect();
    let verdict = Verdict::Cause(Box::new(finding));
    Judgement { verdict, also_found: breaking, symptoms, elsewhere: other }
}

/// AWS takes the credentials: what only looked wrong is a warning.
fn clear_suspicions(check: &mut Check) {
    for finding in check.findings.iter_mut().filter(|finding| finding.is_suspicion) {
        finding.breaks = false;
    }
    check.derive_state();
}

/// The causes of the findings that are wanted, in the order of resolution.
fn causes(checks: &[Check], wanted: fn(&Finding) -> bool) -> Vec<Cause> {
    let findings = checks.iter().flat_map(|check| &check.findings);
    let mut causes: Vec<Cause> =
        findings.filter(|finding| wanted(finding)).map(|finding| finding.cause).collect();
    causes.sort_unstable();
    causes.dedup();
    causes
}

/// Takes the finding of a cause out of its check, one that breaks before one that warns. What shows it goes with it:
/// the check keeps its state, and is not said a second time.
fn take(checks: &mut [Check], root: Cause) -> Option<Finding> {
    for breaks in [true, false] {
        for check in checks.iter_mut() {
            let is_root = |finding: &Finding| finding.breaks == breaks && finding.cause == root;
            if let Some(at) = check.findings.iter().position(is_root) {
                let finding = check.findings.remove(at);
                // What a call would use is a table of its own.
                if check.code != CheckCode::Credentials {
                    check.exhibits.retain(|shown| !finding.exhibits.contains(shown));
                }
                return Some(finding);
            }
        }
    }
    None
}
