//! AWS's error codes, and their meaning together with its sentences.

use super::words::Hint;

/// The form of a code, which decides how far it is believed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Nobody but AWS writes it.
    Own,
    /// Others have it too: only the frame of an SDK makes it AWS's.
    Common,
}

use Form::{Common, Own};

/// Codes that tell of credentials, clock, region or traffic. Every other code of AWS is an error of the call.
pub(super) const CODES: &[(&str, Form, Hint)] = &[
    ("ExpiredToken", Own, Hint::ExpiredToken),
    ("ExpiredTokenException", Own, Hint::ExpiredToken),
    ("TokenRefreshRequired", Own, Hint::ExpiredToken),
    ("InvalidClientTokenId", Own, Hint::InvalidToken),
    ("UnrecognizedClientException", Own, Hint::InvalidToken),
    ("InvalidAccessKeyId", Own, Hint::InvalidToken),
    ("InvalidToken", Common, Hint::InvalidToken),
    ("AuthFailure", Common, Hint::InvalidToken),
    ("InvalidSignatureException", Own, Hint::SignatureMismatch),
    ("SignatureDoesNotMatch", Own, Hint::SignatureMismatch),
    ("IncompleteSignature", Own, Hint::SignatureMismatch),
    ("IncompleteSignatureException", Own, Hint::SignatureMismatch),
    ("MissingAuthenticationToken", Own, Hint::NoCredentials),
    ("MissingAuthenticationTokenException", Own, Hint::NoCredentials),
    ("RequestExpired", Common, Hint::ClockSkew),
    ("RequestTimeTooSkewed", Own, Hint::ClockSkew),
    ("AccessDenied", Common, Hint::AccessDenied),
    ("AccessDeniedException", Common, Hint::AccessDenied),
    ("UnauthorizedOperation", Common, Hint::AccessDenied),
    ("UnauthorizedAccess", Common, Hint::AccessDenied),
    ("RegionDisabledException", Own, Hint::RegionDisabled),
    ("OptInRequired", Own, Hint::RegionDisabled),
    ("InvalidIdentityToken", Common, Hint::WebIdentity),
    ("InvalidIdentityTokenException", Common, Hint::WebIdentity),
    ("IDPCommunicationError", Own, Hint::WebIdentity),
    ("UnauthorizedException", Common, Hint::SsoExpired),
    ("InvalidGrantException", Common, Hint::SsoExpired),
    ("InvalidClientException", Common, Hint::SsoExpired),
    ("ForbiddenException", Common, Hint::SsoNotAssigned),
    ("Throttling", Common, Hint::Throttled),
    ("ThrottlingException", Common, Hint::Throttled),
    ("TooManyRequestsException", Common, Hint::Throttled),
    ("RequestLimitExceeded", Common, Hint::Throttled),
    ("SlowDown", Common, Hint::Throttled),
    ("InternalFailure", Common, Hint::ServiceFault),
    ("InternalError", Common, Hint::ServiceFault),
    ("InternalServerError", Common, Hint::ServiceFault),
    ("ServiceUnavailable", Common, Hint::ServiceFault),
    ("ServiceUnavailableException", Common, Hint::ServiceFault),
    ("ValidationError", Common, Hint::NotAboutCredentials),
];

/// The words of AWS beside a code that tell more than the code. Folded: no blanks, lower case.
const SAYS: &[(&str, Hint)] = &[
    ("securitytokenincludedintherequestisexpired", Hint::ExpiredToken),
    ("securitytokenincludedintherequestisinvalid", Hint::InvalidToken),
    ("signatureexpired:", Hint::ClockSkew),
    ("signaturenotyetcurrent:", Hint::ClockSkew),
    ("differencebetweentherequesttimeandthecurrenttime", Hint::ClockSkew),
    ("multifactorauthenticationfailed", Hint::MfaFailed),
    ("durationseconds", Hint::Duration),
    ("withsessioncredentials", Hint::NeedsLongTermKeys),
    ("tokenexpired:currentdate/time", Hint::WebIdentity),
    ("webidentitytoken", Hint::WebIdentity),
    ("stsisnotactivated", Hint::RegionDisabled),
    ("sessiontokennotfoundorinvalid", Hint::SsoExpired),
    ("notauthorizedtoperform:sts:assumerole", Hint::AccessDeniedAssumeRole),
    ("naoestaautorizadoaexecutar:sts:assumerole", Hint::AccessDeniedAssumeRole),
    ("naoestaautorizadoarealizar:sts:assumerole", Hint::AccessDeniedAssumeRole),
    ("rolesmaynotbeassumedbyrootaccounts", Hint::AccessDeniedAssumeRole),
    ("notauthorizedtoperformsts:assumerole", Hint::AccessDeniedAssumeRole),
];

/// Calls of IAM Identity Center, whose codes mean something of their own.
const SSO_CALLS: &[&str] = &["GetRoleCredentials", "CreateToken", "ListAccounts", "ListAccountRoles"];

/// Returns the hint of a code, its operation and the folded message after it.
pub(super) fn hint(code: &str, operation: Option<&str>, message: &str) -> Hint {
    let known = CODES.iter().find(|(known, ..)| *known == code).map(|(.., hint)| *hint);
    let of_sso = operation.is_some_and(|operation| SSO_CALLS.contains(&operation));
    let said = SAYS.iter().find(|(words, _)| message.contains(words)).map(|(_, hint)| *hint);
    match (said, known) {
        (Some(said), _) => said,
        (None, Some(Hint::AccessDenied)) if operation.is_some_and(|name| name.starts_with("AssumeRole")) => {
            Hint::AccessDeniedAssumeRole
        }
        (None, Some(Hint::ExpiredToken | Hint::InvalidToken)) if of_sso => Hint::SsoExpired,
        // A portal's codes, from another service, are about its own users.
        (None, Some(Hint::SsoExpired | Hint::SsoNotAssigned)) if operation.is_some() && !of_sso => {
            Hint::AccessDenied
        }
        (None, Some(known)) => known,
        (None, None) => Hint::NotAboutCredentials,
    }
}
