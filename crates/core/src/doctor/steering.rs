//! What a pasted error points to: of several faults, the one it comes from is the root.

use super::Sentence;
use super::cause::{Cause, Family};
use super::error_text::{ErrorCode, ErrorText, Hint};

/// Whether a cause could have brought an error about.
pub(super) fn points_to(hint: Hint, cause: Cause) -> bool {
    let family = cause.family();
    match hint {
        Hint::ExpiredToken | Hint::RefreshedExpired => is_of_old_keys(cause),
        Hint::InvalidToken => is_of_wrong_keys(cause),
        Hint::SignatureMismatch => matches!(
            cause,
            Cause::EnvironmentSecretWrong | Cause::SecretWrong | Cause::SecretMalformed | Cause::ClockSkewed
        ),
        Hint::ClockSkew => cause == Cause::ClockSkewed,
        Hint::AccessDenied | Hint::AccessDeniedAssumeRole | Hint::NotAboutCredentials => {
            is_of_identity(cause)
        }
        Hint::MfaRequired | Hint::MfaFailed => matches!(cause, Cause::MfaRequired | Cause::MfaRefused),
        Hint::Duration => matches!(
            cause,
            Cause::DurationOutOfRange | Cause::ChainedDurationTooLong | Cause::DurationAboveMaximum
        ),
        Hint::NoCredentials => {
            matches!(cause, Cause::NoCredentials | Cause::SettingMisspelt | Cause::SettingIndented)
                || family == Family::Choice
        }
        Hint::PartialCredentials => {
            matches!(cause, Cause::PartialEnvironmentKeys | Cause::PartialKeys | Cause::KeysSplitOverFiles)
        }
        Hint::ProfileMissing => family == Family::Choice || family == Family::Files,
        Hint::ProfileMisconfigured | Hint::SourceLoop => family == Family::Chain,
        Hint::FileUnparsable => matches!(cause, Cause::FileUnparsable | Cause::FileUnreadable),
        Hint::SsoExpired | Hint::SsoMisconfigured | Hint::SsoNotAssigned => {
            let settings =
                [Cause::SsoSessionMissing, Cause::SsoSettingMissing, Cause::SsoSettingsInconsistent];
            family == Family::Sso || settings.contains(&cause)
        }
        Hint::LoginExpired | Hint::LoginUnsupported => family == Family::Sso || cause == Cause::AwsCliTooOld,
        Hint::ProcessFailed | Hint::WebIdentity | Hint::Container => family == Family::Process,
        Hint::DateUnreadable | Hint::CacheDamaged => family == Family::Cache || family == Family::Sso,
        Hint::Network | Hint::Tls | Hint::Proxy => family == Family::Network,
        Hint::RegionMissing | Hint::RegionInvalid | Hint::RegionDisabled => matches!(
            cause,
            Cause::RegionMissing | Cause::RegionMalformed | Cause::RegionUnknown | Cause::RegionDisabled
        ),
        Hint::NeedsLongTermKeys => is_of_identity(cause) || is_of_old_keys(cause),
        Hint::Throttled => cause == Cause::Throttled,
        Hint::ServiceFault => cause == Cause::AwsFault,
        Hint::Unrecognised => false,
    }
}

fn is_of_old_keys(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::ExpiredEnvironmentKeys
            | Cause::ExpiredFileKeys
            | Cause::ExpiredKeysShadowProcess
            | Cause::ExpiredKeysShadowLogin
            | Cause::ExpiredPersistentKeys
            | Cause::ExpiringFileKeys
            | Cause::CachedSessionRefused
            | Cause::ProcessAnswerExpired
            | Cause::WebIdentityTokenExpired
            | Cause::SsoTokenExpired
            | Cause::LoginSessionExpired
    )
}

fn is_of_wrong_keys(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::EnvironmentTokenMissing
            | Cause::StaleSecurityTokenVariable
            | Cause::EnvironmentKeysMismatched
            | Cause::EnvironmentKeysRefused
            | Cause::SessionTokenMissing
            | Cause::TokenInOtherFile
            | Cause::StaleSecurityToken
            | Cause::KeyMalformed
            | Cause::KeysMismatched
            | Cause::AccessKeyRefused
            | Cause::CachedSessionRefused
            | Cause::RegionDisabled
    )
}

fn is_of_identity(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::EnvironmentShadowsProfile
            | Cause::WebIdentityVariablesShadowProfile
            | Cause::SourceRoleNotAssumed
            | Cause::CredentialsFileOverrides
            | Cause::SettingMisspelt
            | Cause::SettingIndented
            | Cause::ExternalIdRefused
            | Cause::MfaRequired
            | Cause::AssumeRoleDenied
            | Cause::WrongAccount
            | Cause::WrongIdentity
            | Cause::SessionPolicyDenies
            | Cause::AccessDenied
    )
}

/// The error as a symptom: what it is called, and of which call.
pub(super) fn symptom(error: &ErrorText) -> Sentence {
    let id = if error.code == ErrorCode::Unrecognised { "symptom-unrecognised" } else { "symptom-error" };
    let operation = error.operation.as_deref().unwrap_or("none");
    Sentence::new(id).with("code", error.code.as_str()).with("operation", operation)
}

/// Why nothing was found for an error that is understood.
pub(super) fn not_found(error: &ErrorText) -> Option<Sentence> {
    let understood = !matches!(error.hint, Hint::Unrecognised | Hint::NotAboutCredentials);
    understood.then(|| Sentence::new("doctor-unseen-error").with("code", error.code.as_str()))
}
