//! What AWS's answer means (AWS error codes and texts: STS API reference, measured messages in
//! `tests/vectors/errors.json`).

use aws_sdk_sts::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_sts::operation::assume_role::AssumeRoleError;
use aws_sdk_sts::operation::get_caller_identity::GetCallerIdentityError;
use aws_sdk_sts::operation::get_session_token::GetSessionTokenError;
use sandglass_core::denied::role_denied;
use sandglass_core::error_codes::is_throttling;
use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_core::resolve::{KeysSource, RoleSource, Source, duration_problem};

use super::backoff::{Failure, TRIES};
use super::request::{Place, Request};

const NOT_STS: &str = "its answer is not one of STS; is the endpoint right?";

/// Turns one failed AssumeRole into what it means.
pub(super) fn classify<R: std::fmt::Debug>(
    error: &SdkError<AssumeRoleError, R>,
    request: &Request<'_>,
    place: &Place,
) -> Failure {
    let source = base(request.role);
    let signer = Signer { at: source.at(), source: source.name(), profile: &request.role.profile };
    failure(error, &signer, place, |code, message| role_refused(code, message, request))
}

/// The same of GetCallerIdentity, signed with a profile's own keys.
pub(super) fn classify_identity<R: std::fmt::Debug>(
    error: &SdkError<GetCallerIdentityError, R>,
    keys: &KeysSource,
    place: &Place,
) -> Failure {
    let signer = Signer { at: &keys.at, source: &keys.profile, profile: &keys.profile };
    failure(error, &signer, place, |code, message| refused(code, message, &signer))
}

/// The same of GetSessionToken, proven by a code.
pub(super) fn classify_session<R: std::fmt::Debug>(
    error: &SdkError<GetSessionTokenError, R>,
    keys: &KeysSource,
    serial: &str,
    place: &Place,
) -> Failure {
    let signer = Signer { at: &keys.at, source: &keys.profile, profile: &keys.profile };
    failure(error, &signer, place, |code, message| {
        if message.contains("MultiFactorAuthentication failed") {
            return Problem::new(Code::MfaRefused).at(signer.at.clone()).with("serial", serial);
        }
        refused(code, message, &signer)
    })
}

/// Why STS could not be asked at all; none when it answered, whatever it said.
pub(super) fn unreachable<R: std::fmt::Debug>(
    error: &SdkError<GetCallerIdentityError, R>,
    place: &Place,
) -> Option<Problem> {
    match error {
        SdkError::ServiceError(_) => None,
        SdkError::ResponseError(_) => {
            Some(incomplete("its answer is not one of STS; is the endpoint right?"))
        }
        SdkError::TimeoutError(_) => Some(network(place, "no answer in time".to_owned())),
        _ => Some(network(place, innermost(error))),
    }
}

/// Who signed a call.
struct Signer<'a> {
    at: &'a Origin,
    /// The profile the keys stand in, or their method.
    source: &'a str,
    /// The profile it was for.
    profile: &'a str,
}

fn failure<E, R>(
    error: &SdkError<E, R>,
    signer: &Signer<'_>,
    place: &Place,
    other: impl FnOnce(&str, &str) -> Problem,
) -> Failure
where
    E: ProvideErrorMetadata + std::error::Error + 'static,
    R: std::fmt::Debug,
{
    match error {
        SdkError::ServiceError(refused) => {
            let refused = refused.err();
            let code = shortened(refused.code().unwrap_or_default());
            let message = shortened(refused.message().unwrap_or_default());
            let (code, message) = (code.as_str(), message.as_str());
            if let Some(problem) = passing(code, message) {
                return Failure::Passing(problem);
            }
            let known = call_refused(code, message, &place.region).or_else(|| keys_refused(code, signer));
            Failure::Final(known.unwrap_or_else(|| other(code, message)))
        }
        SdkError::ConstructionFailure(_) => Failure::Final(network(place, innermost(error))),
        SdkError::DispatchFailure(failure) if failure.is_user() => {
            Failure::Final(network(place, innermost(error)))
        }
        SdkError::TimeoutError(_) => Failure::Passing(network(place, "no answer in time".to_owned())),
        SdkError::ResponseError(_) => Failure::Passing(incomplete(NOT_STS)),
        _ => Failure::Passing(network(place, innermost(error))),
    }
}

/// What AWS says fits in so many letters; what pretends to be AWS may say more.
const MOST_LETTERS: usize = 1000;

/// Words of others, as far as they are kept.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// An answer whose keys nobody can sign with.
pub(super) fn unusable_keys() -> Problem {
    incomplete("the answer holds no usable credentials")
}

/// An answer that cannot be used.
pub(super) fn incomplete(detail: &str) -> Problem {
    Problem::new(Code::AwsFault).with("detail", detail)
}

/// What may be another answer in a moment.
fn passing(code: &str, message: &str) -> Option<Problem> {
    match code {
        code if is_throttling(code) => Some(Problem::new(Code::Throttled).with("tries", TRIES.to_string())),
        "InternalFailure"
        | "InternalError"
        | "ServiceUnavailable"
        | "ServiceUnavailableException"
        | "IDPCommunicationError" => {
            Some(incomplete(if message.is_empty() { "no reason given" } else { message }))
        }
        // A page of a proxy or a portal, say.
        "" => Some(incomplete(if message.is_empty() { NOT_STS } else { message })),
        _ => None,
    }
}

/// What is wrong with the call, whoever signs it.
fn call_refused(code: &str, message: &str, region: &str) -> Option<Problem> {
    match code {
        "RequestExpired" | "RequestTimeTooSkewed" => Some(clock(message)),
        "SignatureDoesNotMatch"
            if message.contains("Signature expired") || message.contains("not yet current") =>
        {
            Some(clock(message))
        }
        "RegionDisabledException" => Some(Problem::new(Code::RegionDisabled).with("region", region)),
        _ => None,
    }
}

/// What is wrong with the keys that sign.
fn keys_refused(code: &str, signer: &Signer<'_>) -> Option<Problem> {
    let problem = match code {
        "ExpiredToken" | "ExpiredTokenException" => {
            Problem::new(Code::SourceExpired).with("source", signer.source)
        }
        "SignatureDoesNotMatch" | "IncompleteSignature" => {
            Problem::new(Code::SignatureMismatch).with("profile", signer.profile)
        }
        "InvalidClientTokenId" | "UnrecognizedClientException" | "InvalidAccessKeyId" | "AuthFailure" => {
            Problem::new(Code::InvalidKey).with("profile", signer.profile)
        }
        _ => return None,
    };
    Some(problem.at(signer.at.clone()))
}

fn role_refused(code: &str, message: &str, request: &Request<'_>) -> Problem {
    let role = request.role;
    match code {
        "ValidationError" if message.contains("role chaining") => {
            duration_problem(Code::ChainedDuration, role)
        }
        "ValidationError" if message.contains("MaxSessionDuration") => {
            duration_problem(Code::DurationAboveMaximum, role)
        }
        "AccessDenied" | "AccessDeniedException" => denied(role, request, message),
        _ => {
            let signer = Signer { at: &role.role_arn.at, source: &role.profile, profile: &role.profile };
            refused(code, message, &signer)
        }
    }
}

fn refused(code: &str, message: &str, signer: &Signer<'_>) -> Problem {
    Problem::new(Code::Refused)
        .at(signer.at.clone())
        .with("profile", signer.profile)
        .with("error", code)
        .with("detail", format!("{message} ({code})"))
}

fn denied(role: &RoleSource, request: &Request<'_>, message: &str) -> Problem {
    if let (Some(serial), Some(_)) = (&role.mfa_serial, request.mfa_code)
        && message.contains("MultiFactorAuthentication failed")
    {
        return Problem::new(Code::MfaRefused).at(serial.at.clone()).with("serial", &serial.value);
    }
    let source = base(role);
    let signer = source.name();
    role_denied(role, signer, message)
}

fn clock(message: &str) -> Problem {
    Problem::new(Code::ClockSkew).with("detail", message)
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
    let problem = Problem::new(Code::Network).with("endpoint", &place.endpoint).with("detail", detail);
    if place.is_profiles_own { problem.with("own", "yes") } else { problem }
}

/// The last cause: the outer ones say "dispatch failure".
pub(super) fn innermost(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = cause.to_string();
        source = cause.source();
    }
    text
}
