//! An AWS service's refusal of a call, and its meaning. Renewals turn the meaning into a problem and a diagnosis into
//! a finding; neither interprets error codes itself.

/// A service's refusal of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// `AccessDenied`, …
    pub code: String,
    /// Its sentence.
    pub message: String,
}

/// The meaning of a refusal, whoever made the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Too many requests: the same call may work in a moment.
    Throttled,
    /// A fault at AWS: the same call may work in a moment.
    Fault,
    /// The clock of this machine is behind the one of AWS.
    ClockBehind,
    /// The clock of this machine is ahead.
    ClockAhead,
    /// STS is not active in the region.
    RegionDisabled,
    /// The session that signed is over.
    SessionOver,
    /// AWS does not know the access key, or not with this token.
    UnknownKey,
    /// The secret is not the one of the access key.
    WrongSecret,
    /// The code of the MFA device was not taken.
    CodeRefused,
    /// Longer than one hour for a call that a session signs.
    LongerThanSigner,
    /// Longer than the role allows.
    LongerThanRole,
    /// A duration that no session has.
    DurationInvalid,
    /// No ARN of a role.
    RoleArnInvalid,
    /// Another setting that goes along with a call.
    SettingInvalid,
    /// The sign-in is over, or was taken back.
    SignInOver,
    /// The client that somebody signed in with is registered no longer.
    ClientOver,
    /// Whoever was asked to allow a sign-in has not answered yet.
    SignInPending,
    /// No portal is known by what a sign-in says, in the region that was asked.
    PortalUnknown,
    /// Whoever is signed in may not go on without signing in again.
    RefreshDenied,
    /// The portal has no such role for whoever is signed in.
    RoleNotAssigned,
    /// The token of a web identity is not taken.
    IdentityTokenRefused,
    /// Not allowed.
    Denied,
    /// Anything else.
    Other,
}

impl Refusal {
    /// Its meaning.
    pub fn meaning(&self) -> Meaning {
        let says = |words: &str| self.message.contains(words);
        match self.code.as_str() {
            code if is_throttling(code) => Meaning::Throttled,
            "InternalFailure"
            | "InternalError"
            | "InternalServerException"
            | "ServiceUnavailable"
            | "ServiceUnavailableException"
            | "IDPCommunicationError" => Meaning::Fault,
            "RequestExpired" | "RequestTimeTooSkewed" => Meaning::ClockBehind,
            "SignatureDoesNotMatch" | "InvalidSignatureException" if says("not yet current") => {
                Meaning::ClockAhead
            }
            "SignatureDoesNotMatch" | "InvalidSignatureException" if says("Signature expired") => {
                Meaning::ClockBehind
            }
            "SignatureDoesNotMatch" | "InvalidSignatureException" | "IncompleteSignature" => {
                Meaning::WrongSecret
            }
            "RegionDisabledException" => Meaning::RegionDisabled,
            "ExpiredToken" | "ExpiredTokenException" | "expired_token" => Meaning::SessionOver,
            "InvalidClientTokenId" | "UnrecognizedClientException" | "InvalidAccessKeyId" | "AuthFailure" => {
                Meaning::UnknownKey
            }
            "UnauthorizedException" => Meaning::SignInOver,
            "InvalidClientException"
            | "UnauthorizedClientException"
            | "invalid_client"
            | "unauthorized_client" => Meaning::ClientOver,
            "AuthorizationPendingException" | "authorization_pending" => Meaning::SignInPending,
            "InvalidRequestException" | "invalid_request" => Meaning::PortalUnknown,
            "INSUFFICIENT_PERMISSIONS" => Meaning::RefreshDenied,
            "ForbiddenException" | "ResourceNotFoundException" => Meaning::RoleNotAssigned,
            "InvalidIdentityToken" | "IDPRejectedClaim" => Meaning::IdentityTokenRefused,
            "ValidationError" if says("role chaining") => Meaning::LongerThanSigner,
            "ValidationError" if says("MaxSessionDuration") => Meaning::LongerThanRole,
            "ValidationError" if says("durationSeconds") => Meaning::DurationInvalid,
            "ValidationError" if says("roleArn") => Meaning::RoleArnInvalid,
            "ValidationError" => Meaning::SettingInvalid,
            "AccessDenied" | "AccessDeniedException" if says("MultiFactorAuthentication failed") => {
                Meaning::CodeRefused
            }
            "AccessDenied" | "AccessDeniedException" => Meaning::Denied,
            _ => Meaning::Other,
        }
    }

    /// True if the same call may work a little later with nothing changed.
    pub fn may_pass(&self) -> bool {
        matches!(self.meaning(), Meaning::Throttled | Meaning::Fault)
    }
}

/// True if a code says "too many requests": the same call may work in a moment (AWS SDKs, throttling errors of the
/// standard retry mode).
fn is_throttling(code: &str) -> bool {
    matches!(
        code,
        "Throttling"
            | "ThrottlingException"
            | "TooManyRequests"
            | "TooManyRequestsError"
            | "TooManyRequestsException"
            | "RequestLimitExceeded"
            | "RequestThrottled"
            | "SlowDown"
            | "slow_down"
            | "SlowDownException"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_says_what_it_means_and_where_it_does_not_the_sentence() {
        let meaning = |code: &str, message: &str| {
            Refusal { code: code.to_owned(), message: message.to_owned() }.meaning()
        };
        let cases = [
            ("Throttling", "Rate exceeded", Meaning::Throttled),
            ("InternalFailure", "", Meaning::Fault),
            ("SignatureDoesNotMatch", "Signature expired: 1 is now earlier than 2", Meaning::ClockBehind),
            ("SignatureDoesNotMatch", "Signature not yet current: 2 is still later", Meaning::ClockAhead),
            ("SignatureDoesNotMatch", "does not match the signature you provided", Meaning::WrongSecret),
            ("ExpiredToken", "", Meaning::SessionOver),
            ("InvalidClientTokenId", "", Meaning::UnknownKey),
            ("UnauthorizedException", "Session token not found or invalid", Meaning::SignInOver),
            (
                "ValidationError",
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
                Meaning::LongerThanSigner,
            ),
            ("ValidationError", "exceeds the MaxSessionDuration set for this role.", Meaning::LongerThanRole),
            (
                "AccessDenied",
                "MultiFactorAuthentication failed with invalid MFA one time pass code. ",
                Meaning::CodeRefused,
            ),
            ("InvalidIdentityToken", "", Meaning::IdentityTokenRefused),
            ("AccessDenied", "is not authorized to perform: sts:AssumeRole", Meaning::Denied),
            ("ValidationError", "Value '1' at 'durationSeconds' failed to satisfy", Meaning::DurationInvalid),
            ("ValidationError", "Value 'r' at 'roleArn' failed to satisfy", Meaning::RoleArnInvalid),
            ("ValidationError", "1 validation error detected", Meaning::SettingInvalid),
            ("invalid_client", "", Meaning::ClientOver),
            ("slow_down", "", Meaning::Throttled),
            ("INSUFFICIENT_PERMISSIONS", "", Meaning::RefreshDenied),
            ("ForbiddenException", "No access", Meaning::RoleNotAssigned),
            ("authorization_pending", "", Meaning::SignInPending),
            ("InvalidRequestException", "", Meaning::PortalUnknown),
            ("TOKEN_EXPIRED", "", Meaning::Other),
            ("", "", Meaning::Other),
        ];
        for (code, message, expected) in cases {
            assert_eq!(meaning(code, message), expected, "{code}: {message}");
        }
    }
}
