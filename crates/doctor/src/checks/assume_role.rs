//! Checks whether AWS lets the chain's roles be assumed, and explains a refusal.

use aws_files::setting;

use super::calls::{self, CallContext};
use super::{refused, settings};
use crate::evidence::live::{Operation, Outcome, Refusal};
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Fix, Sentence};
use sandglass_core::problem::{Origin, Problem};
use sandglass_core::refusal::Meaning;
use sandglass_core::resolve::{RoleSource, Source};

pub(super) fn check(evidence: &Evidence) -> Check {
    let mut findings: Vec<Finding> = Vec::new();
    for context in calls::of(evidence, Operation::AssumeRole) {
        findings.extend(finding(&context));
    }
    let mut roles = calls::all(evidence).filter(|context| context.role().is_some()).peekable();
    if findings.is_empty() && roles.peek().is_none() {
        return Check::skipped(CheckCode::AssumeRole, Sentence::new("check-assume_role-skipped"));
    }
    let cached = roles.all(|context| context.call.cached_in.is_some());
    let detail = if cached { "check-assume_role-cached" } else { "check-assume_role-ok" };
    Check::new(CheckCode::AssumeRole, findings, Sentence::new(detail))
}

fn finding(context: &CallContext<'_>) -> Option<Finding> {
    let role = context.role()?;
    if let Outcome::CodeWanted(serial) = &context.call.outcome {
        return Some(code_wanted(context, role, serial));
    }
    if let Outcome::NoCode(problem) = &context.call.outcome {
        return Some(no_code(context, role, problem));
    }
    if let Some(finding) = refused::of_any_call(context) {
        return Some(finding);
    }
    let refusal = context.refusal()?;
    if refused::clock(refusal).is_some() {
        return None;
    }
    let cause = cause(context.evidence, role, refusal);
    let fix = match role.duration.as_ref().map(|duration| &duration.at) {
        Some(Origin::File(at)) if cause == Cause::ChainedDurationTooLong => {
            settings::one_hour(context.evidence, &role.profile, at.file)
        }
        _ => None,
    };
    let finding = context
        .finding(cause)
        .fixed_by(fix)
        .with("role", &role.role_arn.value)
        .with("signer", signer(role))
        .with("seconds", role.duration.as_ref().map_or(3600, |duration| duration.value).to_string())
        .with("detail", &refusal.message);
    let sent = sent(context.evidence, role);
    Some(sent.into_iter().fold(finding, Finding::shown_by))
}

/// There is no session, and the next one takes a code: a terminal asks for it, other programs fail.
fn code_wanted(context: &CallContext<'_>, role: &RoleSource, serial: &str) -> Finding {
    let mut finding = context
        .finding(Cause::MfaRequired)
        .with("role", &role.role_arn.value)
        .with("serial", serial)
        .with("detail", "");
    if let Some(serial) = &role.mfa_serial {
        let shown = Exhibit::new("exhibit-mfa_device").from(&serial.at, &context.evidence.paths);
        finding = finding.shown_by(shown.value(&serial.value));
    }
    finding.fixed_by(Fix::renew(&context.evidence.resolution.profile, role.mfa_process.is_none()))
}

/// There is no session, and the program that prints codes printed none: nobody renews the role without a person.
fn no_code(context: &CallContext<'_>, role: &RoleSource, problem: &Problem) -> Finding {
    let argument = |wanted: &str| {
        let found = problem.args.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let place = problem.at.as_ref().map(|at| sandglass_core::text::place(at, &context.evidence.paths));
    let finding = context
        .finding(Cause::MfaProcessFailed)
        .with("role", &role.role_arn.value)
        .with("serial", argument("serial"))
        .with("place", place.unwrap_or_default())
        .with("reason", argument("reason"))
        .with("detail", argument("detail"));
    match &role.mfa_process {
        Some(command) => {
            let shown = Exhibit::new("exhibit-mfa_process").from(&command.at, &context.evidence.paths);
            finding.shown_by(shown.words(&argument("detail")))
        }
        None => finding,
    }
}

fn cause(evidence: &Evidence, role: &RoleSource, refusal: &Refusal) -> Cause {
    match refusal.meaning() {
        Meaning::LongerThanSigner => Cause::ChainedDurationTooLong,
        Meaning::LongerThanRole => Cause::DurationAboveMaximum,
        Meaning::DurationInvalid => Cause::DurationOutOfRange,
        Meaning::RoleArnInvalid => Cause::RoleArnMalformed,
        Meaning::SettingInvalid => Cause::SettingRefused,
        Meaning::CodeRefused | Meaning::Denied => denied(evidence, role, refusal),
        _ => Cause::AccessDenied,
    }
}

/// AWS says the same whichever condition of a trust policy is not met. What the profile sends, and what
/// another profile sends for the same role, tells what is most likely missing.
fn denied(evidence: &Evidence, role: &RoleSource, refusal: &Refusal) -> Cause {
    if refusal.message.contains("session policy") {
        return Cause::SessionPolicyDenies;
    }
    if refusal.message.contains("MultiFactorAuthentication")
        || sent_elsewhere(evidence, role, setting::MFA_SERIAL)
    {
        return Cause::MfaRequired;
    }
    if role.external_id.is_some() || sent_elsewhere(evidence, role, setting::EXTERNAL_ID) {
        return Cause::ExternalIdRefused;
    }
    Cause::AssumeRoleDenied
}

/// True if another profile assumes the same role with a setting this one lacks.
fn sent_elsewhere(evidence: &Evidence, role: &RoleSource, key: &str) -> bool {
    let own = evidence.profiles.get(&role.profile).is_some_and(|profile| profile.get(key).is_some());
    !own && evidence.profiles.names().filter_map(|name| evidence.profiles.get(name)).any(|profile| {
        profile.get(setting::ROLE_ARN).is_some_and(|arn| arn.value() == role.role_arn.value)
            && profile.get(key).is_some()
    })
}

/// Names the caller as people know it.
fn signer(role: &RoleSource) -> String {
    match role.source.as_ref() {
        Source::Role(signer) => signer.role_arn.value.clone(),
        source => source.name().to_owned(),
    }
}

/// Shows the parameters of the call.
fn sent(evidence: &Evidence, role: &RoleSource) -> Vec<Exhibit> {
    let Some(profile) = evidence.profiles.get(&role.profile) else { return Vec::new() };
    let keys = [
        setting::EXTERNAL_ID,
        setting::DURATION_SECONDS,
        setting::ROLE_SESSION_NAME,
        setting::SOURCE_PROFILE,
    ];
    let setting = |key: &&str| {
        let setting = profile.get(key)?;
        let shown = Exhibit::new("exhibit-setting_sent").with("key", *key);
        Some(shown.at(setting.at, &evidence.paths).value(setting.value()))
    };
    keys.iter().filter_map(setting).collect()
}
