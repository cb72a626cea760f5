//! What AWS's answer means (AWS error codes and texts: STS API reference, measured messages in
//! `tests/vectors/errors.json`).

use std::error::Error as _;

use aws_sdk_sts::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_sts::operation::assume_role::AssumeRoleError;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::{RoleSource, Source};

use super::backoff::{Failure, TRIES};
use super::check::duration_problem;
use super::request::{Place, Request};

/// Turns one failed try into what it means.
pub(super) fn classify<R>(
    error: &SdkError<AssumeRoleError, R>,
    request: &Request<'_>,
    place: &Place,
) -> Failure
where
    R: std::fmt::Debug,
{
    match error {
        SdkError::ServiceError(refused) => {
            let refused = refused.err();
            service(&Refusal {
                code: refused.code().unwrap_or_default(),
                message: refused.message().unwrap_or_default(),
                request,
                region: &place.region,
            })
        }
        SdkError::ConstructionFailure(_) => Failure::Final(network(place, innermost(error))),
        SdkError::DispatchFailure(failure) if failure.is_user() => {
            Failure::Final(network(place, innermost(error)))
        }
        SdkError::TimeoutError(_) => Failure::Passing(network(place, "no answer in time".to_owned())),
        SdkError::ResponseError(_) => {
            Failure::Passing(incomplete("its answer is not one of STS; is the endpoint right?"))
        }
        _ => Failure::Passing(network(place, innermost(error))),
    }
}

/// An answer that cannot be used.
pub(super) fn incomplete(detail: &str) -> Problem {
    Problem::new(Code::AwsFault).with("detail", detail)
}

struct Refusal<'a> {
    code: &'a str,
    message: &'a str,
    request: &'a Request<'a>,
    region: &'a str,
}

fn service(refusal: &Refusal<'_>) -> Failure {
    let Refusal { code, message, request, region } = refusal;
    let role = request.role;
    match *code {
        "Throttling"
        | "ThrottlingException"
        | "TooManyRequests"
        | "TooManyRequestsException"
        | "RequestLimitExceeded"
        | "RequestThrottled"
        | "SlowDown" => Failure::Passing(Problem::new(Code::Throttled).with("tries", TRIES.to_string())),
        "InternalFailure"
        | "InternalError"
        | "ServiceUnavailable"
        | "ServiceUnavailableException"
        | "IDPCommunicationError"
        | "" => {
            let detail = if message.is_empty() { "no reason given" } else { message };
            Failure::Passing(incomplete(detail))
        }
        "ExpiredToken" | "ExpiredTokenException" => Failure::Final(source_expired(role)),
        "RequestExpired" | "RequestTimeTooSkewed" => Failure::Final(clock(message)),
        "SignatureDoesNotMatch"
            if message.contains("Signature expired") || message.contains("not yet current") =>
        {
            Failure::Final(clock(message))
        }
        "SignatureDoesNotMatch" | "IncompleteSignature" => Failure::Final(
            Problem::new(Code::SignatureMismatch).at(base(role).at().clone()).with("profile", &role.profile),
        ),
        "InvalidClientTokenId" | "UnrecognizedClientException" | "InvalidAccessKeyId" | "AuthFailure" => {
            Failure::Final(
                Problem::new(Code::InvalidKey).at(base(role).at().clone()).with("profile", &role.profile),
            )
        }
        "RegionDisabledException" => {
            Failure::Final(Problem::new(Code::RegionDisabled).with("region", *region))
        }
        "ValidationError" if message.contains("role chaining") => {
            Failure::Final(duration_problem(Code::ChainedDuration, role))
        }
        "ValidationError" if message.contains("MaxSessionDuration") => {
            Failure::Final(duration_problem(Code::DurationAboveMaximum, role))
        }
        "AccessDenied" | "AccessDeniedException" => Failure::Final(denied(role, request, message)),
        _ => Failure::Final(
            Problem::new(Code::Refused)
                .at(role.role_arn.at.clone())
                .with("profile", &role.profile)
                .with("detail", format!("{message} ({code})")),
        ),
    }
}

fn denied(role: &RoleSource, request: &Request<'_>, message: &str) -> Problem {
    if let (Some(serial), Some(_)) = (&role.mfa_serial, request.mfa_code)
        && message.contains("MultiFactorAuthentication failed")
    {
        return Problem::new(Code::MfaRefused).at(serial.at.clone()).with("serial", &serial.value);
    }
    Problem::new(Code::AccessDenied)
        .at(role.role_arn.at.clone())
        .with("profile", &role.profile)
        .with("role", &role.role_arn.value)
        .with("detail", message)
}

fn clock(message: &str) -> Problem {
    Problem::new(Code::ClockSkew).with("detail", message)
}

fn source_expired(role: &RoleSource) -> Problem {
    let source = base(role);
    Problem::new(Code::SourceExpired)
        .at(source.at().clone())
        .with("source", source.profile().unwrap_or_else(|| source.method()))
}

/// What the chain starts from.
fn base(role: &RoleSource) -> &Source {
    let mut source = role.source.as_ref();
    while let Source::Role(role) = source {
        source = &role.source;
    }
    source
}

fn network(place: &Place, detail: String) -> Problem {
    Problem::new(Code::Network).with("endpoint", &place.endpoint).with("detail", detail)
}

/// The last cause: the outer ones say "dispatch failure".
fn innermost<R: std::fmt::Debug>(error: &SdkError<AssumeRoleError, R>) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = cause.to_string();
        source = cause.source();
    }
    text
}
