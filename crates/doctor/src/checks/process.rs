//! Checks programs, token files and hosts that credentials come from.

use super::calls::{self, CallContext};
use super::refused;
use crate::evidence::live::{Operation, Outcome, ProcessFault, Refusal};
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Sentence};
use sandglass_core::host::{HostFault, HostReason};
use sandglass_core::process::AnswerFault;
use sandglass_core::refusal::Meaning;
use sandglass_core::resolve::Source;

pub(super) fn check(evidence: &Evidence) -> Check {
    let chain = evidence.resolution.source.as_ref().map(Source::chain).unwrap_or_default();
    let base = chain.last().copied();
    if !matches!(
        base,
        Some(Source::Process(_) | Source::WebIdentity(_) | Source::Container(_) | Source::Instance(_))
    ) {
        return Check::skipped(CheckCode::Process, Sentence::new("check-process-skipped"));
    }
    let mut findings: Vec<Finding> = calls::all(evidence).filter_map(|context| finding(&context)).collect();
    if findings.is_empty() {
        findings.extend(base.and_then(|source| unasked(evidence, source)));
    }
    if findings.is_empty() && evidence.live.calls.is_empty() {
        return Check::skipped(CheckCode::Process, Sentence::new("check-process-not_asked"));
    }
    Check::new(CheckCode::Process, findings, Sentence::new("check-process-ok"))
}

/// Finds what shows without running or asking anything.
fn unasked(evidence: &Evidence, source: &Source) -> Option<Finding> {
    let tools = &evidence.tools;
    let place = sandglass_core::text::place(source.at(), &evidence.paths);
    let finding = |cause, exhibit: Exhibit| {
        Finding::new(cause).with("place", &place).shown_by(exhibit.from(source.at(), &evidence.paths))
    };
    if let Some(process) = tools.process.as_ref().filter(|process| !process.is_there) {
        let shown = Exhibit::new("exhibit-credentials_from");
        return Some(finding(Cause::ProcessNotFound, shown).with("program", &process.program));
    }
    let file = tools.web_identity.as_ref()?;
    let path = file.path.display().to_string();
    let cause = match file.expires_at {
        _ if file.unreadable.is_some() => Cause::WebIdentityFileMissing,
        Some(end) if end <= evidence.now => Cause::WebIdentityTokenExpired,
        _ => return None,
    };
    let found = finding(cause, Exhibit::new("exhibit-credentials_from").value(&path));
    Some(found.with("path", path).shown_by(Exhibit::new("exhibit-token_file").in_file(&file.path, None)))
}

fn finding(context: &CallContext<'_>) -> Option<Finding> {
    match &context.call.outcome {
        Outcome::Process(fault) => Some(of_process(context, fault)),
        // What a variable forbids shows without asking.
        Outcome::Host(fault) if fault.reason == HostReason::Disabled => None,
        Outcome::Host(fault) => Some(of_host(context, fault)),
        _ if context.call.operation == Operation::AssumeRoleWithWebIdentity => {
            refused::of_any_call(context).or_else(|| Some(of_token(context, context.refusal()?)))
        }
        _ => None,
    }
}

fn of_process(context: &CallContext<'_>, fault: &ProcessFault) -> Finding {
    match fault {
        ProcessFault::NotFound(program) => context.finding(Cause::ProcessNotFound).with("program", program),
        ProcessFault::Failed { status, detail } => {
            let status = status.map_or_else(|| "none".to_owned(), |status| status.to_string());
            let shown = Exhibit::new("exhibit-process_said").words(detail);
            context
                .finding(Cause::ProcessFailed)
                .with("status", status)
                .with("detail", detail)
                .shown_by(shown)
        }
        ProcessFault::Invalid(fault) => {
            let (reason, field) = match fault {
                AnswerFault::NotJson => ("not_json", ""),
                AnswerFault::Version => ("version", ""),
                AnswerFault::Missing(field) => ("missing", *field),
                AnswerFault::Malformed(field) => ("malformed", *field),
                AnswerFault::Expiration => ("expiration", ""),
            };
            context.finding(Cause::ProcessAnswerInvalid).with("reason", reason).with("field", field)
        }
        ProcessFault::Expired(at) => {
            context.finding(Cause::ProcessAnswerExpired).with("at", sandglass_core::text::instant(*at))
        }
    }
}

fn of_host(context: &CallContext<'_>, fault: &HostFault) -> Finding {
    let finding = context.finding(Cause::HostCredentialsMissing);
    let is_container = matches!(context.source, Source::Container(_));
    finding
        .with("host", if is_container { "container" } else { "instance" })
        .with("reason", fault.reason.as_str())
        .with("detail", &fault.detail)
        .shown_by(Exhibit::new("exhibit-host_said").words(&fault.detail))
}

fn of_token(context: &CallContext<'_>, refusal: &Refusal) -> Finding {
    let cause = match refusal.meaning() {
        Meaning::SessionOver => Cause::WebIdentityTokenExpired,
        Meaning::LongerThanRole => Cause::DurationAboveMaximum,
        Meaning::RoleArnInvalid => Cause::RoleArnMalformed,
        _ => Cause::WebIdentityTokenRefused,
    };
    let path = match context.source {
        Source::WebIdentity(identity) => identity.token_file.as_str(),
        _ => "",
    };
    context
        .finding(cause)
        .with("path", path)
        .with("role", "")
        .with("seconds", "")
        .with("detail", &refusal.message)
        .shown_by(Exhibit::new("exhibit-token_file").in_file(path, None))
}
