//! Turns a source's refusal into a problem that is worded for people.

use sandglass_core::denied::role_denied;
use sandglass_core::host::HostFault;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::process::AnswerFault;
use sandglass_core::refusal::{Meaning, Refusal};
use sandglass_core::resolve::duration_problem;
use sandglass_core::session::Needs;
use sandglass_core::source::{RoleSource, Source, SourceKind};
use sandglass_doctor::evidence::live::ProcessFault;

use crate::backoff::TRIES;
use crate::refused::Refused;

/// Turns a refusal of `source` into a problem. `region` is where STS was asked, `profile` who wanted the credentials.
pub(crate) fn problem(refused: Refused, source: &Source, profile: &str, region: &str) -> Problem {
    match refused {
        Refused::Local(problem) => problem,
        Refused::ByAws(refusal) => of_aws(&refusal, source, region),
        Refused::NoAnswer(none) => none.problem(),
        Refused::Process(fault) => of_process(&fault, source),
        Refused::Host(fault) => of_host(&fault, source, profile),
        Refused::Needs(needs) => needs.problem(profile).unwrap_or_else(|| no_credentials(source)),
        Refused::Untaken => no_credentials(source),
    }
}

fn of_host(fault: &HostFault, source: &Source, profile: &str) -> Problem {
    Problem::new(Code::HostFailed)
        .at(source.at().clone())
        .with("profile", profile)
        .with("host", if source.kind() == SourceKind::Container { "container" } else { "instance" })
        .with("reason", fault.reason.as_str())
        .with("detail", &fault.detail)
}

fn no_credentials(source: &Source) -> Problem {
    Problem::new(Code::NoCredentials).with("profile", source.name())
}

/// The problem that a person is needed, as AWS only just said.
fn needed(needs: &Needs, source: &Source) -> Problem {
    needs.problem(source.name()).unwrap_or_else(|| no_credentials(source))
}

fn of_process(fault: &ProcessFault, source: &Source) -> Problem {
    let (reason, detail) = match fault {
        ProcessFault::NotFound(program) => ("not_found", program.clone()),
        ProcessFault::Failed { detail, .. } => ("failed", detail.clone()),
        ProcessFault::Invalid(fault) => ("invalid", of_answer(*fault)),
        ProcessFault::Expired(end) => ("expired", sandglass_core::text::instant(*end)),
    };
    Problem::new(Code::ProcessFailed)
        .at(source.at().clone())
        .with("profile", source.name())
        .with("reason", reason)
        .with("detail", detail)
}

/// Says what is wrong with a program's answer.
fn of_answer(fault: AnswerFault) -> String {
    match fault {
        AnswerFault::NotJson => "its output is not a JSON object".to_owned(),
        AnswerFault::Version => "Version is not 1".to_owned(),
        AnswerFault::Missing(field) => format!("{field} is missing"),
        AnswerFault::Malformed(_) => "its credentials hold a character that no request may hold".to_owned(),
        AnswerFault::Expiration => "Expiration is not a date".to_owned(),
    }
}

fn of_aws(refusal: &Refusal, source: &Source, region: &str) -> Problem {
    // What signed, or proved, the call: for a role the keys its chain starts from.
    let base = source.base();
    let owner = source.name();
    let detail = if refusal.message.is_empty() { "no reason given" } else { &refusal.message };
    let about_keys = |code: Code| Problem::new(code).at(base.at().clone()).with("profile", owner);
    match (refusal.meaning(), source) {
        (Meaning::Throttled, _) => Problem::new(Code::Throttled).with("tries", TRIES.to_string()),
        (Meaning::Fault, _) => Problem::new(Code::AwsFault).with("detail", detail),
        (Meaning::ClockBehind | Meaning::ClockAhead, _) => {
            Problem::new(Code::ClockSkew).with("detail", &refusal.message)
        }
        (Meaning::RegionDisabled, _) => Problem::new(Code::RegionDisabled).with("region", region),
        (Meaning::SessionOver | Meaning::SignInOver, Source::Sso(sso)) => needed(&Needs::sso(sso), source),
        (Meaning::SessionOver | Meaning::SignInOver, Source::Login(login)) => {
            needed(&Needs::login(login), source)
        }
        (Meaning::SessionOver | Meaning::IdentityTokenRefused, Source::WebIdentity(identity)) => {
            Problem::new(Code::IdentityTokenUnusable)
                .at(identity.token_file.at.clone())
                .with("profile", owner)
                .with("path", identity.token_file.as_str())
                .with("detail", detail)
        }
        (Meaning::SessionOver, _) => {
            Problem::new(Code::SourceExpired).at(base.at().clone()).with("source", base.name())
        }
        (Meaning::WrongSecret, _) => about_keys(Code::SignatureMismatch),
        (Meaning::UnknownKey, _) => about_keys(Code::InvalidKey),
        (Meaning::LongerThanSigner, Source::Role(role)) if role.is_chained() => {
            duration_problem(Code::ChainedDuration, role)
        }
        (Meaning::LongerThanRole, Source::Role(role)) => duration_problem(Code::DurationAboveMaximum, role),
        (Meaning::CodeRefused, Source::Role(RoleSource { mfa_serial: Some(serial), .. })) => {
            Problem::new(Code::MfaRefused).at(serial.at.clone()).with("serial", serial.as_str())
        }
        (Meaning::Denied | Meaning::CodeRefused, Source::Role(role)) => {
            role_denied(role, base.name(), &refusal.message)
        }
        _ => other(refusal, source),
    }
}

fn other(refusal: &Refusal, source: &Source) -> Problem {
    Problem::new(Code::Refused)
        .at(source.at().clone())
        .with("profile", source.name())
        .with("error", &refusal.code)
        .with("detail", format!("{} ({})", refusal.message, refusal.code))
}
