//! Matches a pasted error with the findings: of several faults, the one that it may come from is the root.

use super::elsewhere;
use crate::Sentence;
use crate::cause::{Cause, Family};
use crate::error_text::{ErrorText, Hint};

/// True if a cause could have brought an error about.
pub(super) fn may_cause(hint: Hint, cause: Cause) -> bool {
    let family = cause.family();
    match hint {
        Hint::ExpiredToken | Hint::RefreshedExpired => is_of_old_keys(cause),
        Hint::InvalidToken => is_of_wrong_keys(cause) || cause == Cause::TokenMalformed,
        Hint::SignatureMismatch => matches!(
            cause,
            Cause::EnvironmentSecretWrong | Cause::SecretWrong | Cause::SecretMalformed | Cause::ClockSkewed
        ),
        Hint::ClockSkew => cause == Cause::ClockSkewed,
        Hint::AccessDenied | Hint::AccessDeniedAssumeRole | Hint::NotAboutCredentials => {
            is_of_identity(cause)
        }
        Hint::MfaRequired | Hint::MfaFailed => {
            matches!(cause, Cause::MfaRequired | Cause::MfaProcessFailed | Cause::MfaRefused)
        }
        Hint::Duration => matches!(
            cause,
            Cause::DurationOutOfRange | Cause::ChainedDurationTooLong | Cause::DurationAboveMaximum
        ),
        Hint::NoCredentials => {
            matches!(cause, Cause::NoCredentials | Cause::SettingMisspelt | Cause::SettingIndented)
                || matches!(family, Family::Choice | Family::Files)
        }
        Hint::PartialCredentials => {
            matches!(cause, Cause::PartialEnvironmentKeys | Cause::PartialKeys | Cause::KeysSplitOverFiles)
        }
        Hint::ProfileMissing => family == Family::Choice || family == Family::Files,
        Hint::ProfileMisconfigured => family == Family::Chain,
        Hint::SourceLoop => cause == Cause::SourceProfileLoop,
        Hint::FileUnparsable => matches!(cause, Cause::FileUnparsable | Cause::FileUnreadable),
        Hint::SsoExpired | Hint::SsoMisconfigured | Hint::SsoNotAssigned => {
            let settings =
                [Cause::SsoSessionMissing, Cause::SsoSettingMissing, Cause::SsoSettingsInconsistent];
            family == Family::Sso || settings.contains(&cause)
        }
        Hint::LoginExpired | Hint::LoginUnsupported => family == Family::Sso || cause == Cause::AwsCliTooOld,
        Hint::ProcessFailed | Hint::WebIdentity | Hint::Container => family == Family::Process,
        Hint::DateUnreadable | Hint::CacheDamaged => {
            family == Family::Cache || family == Family::Sso || cause == Cause::FileUnreadable
        }
        // A host that has no address may be that of a region that is none.
        Hint::Network => family == Family::Network || cause == Cause::RegionMalformed,
        Hint::Tls | Hint::Proxy => family == Family::Network,
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
            | Cause::MfaProcessFailed
            | Cause::AssumeRoleDenied
            | Cause::WrongAccount
            | Cause::WrongIdentity
            | Cause::SessionPolicyDenies
            | Cause::AccessDenied
    )
}

/// The error as a symptom: what it is called, and of which call.
pub(super) fn symptom(error: &ErrorText) -> Sentence {
    let operation = error.operation.as_deref().unwrap_or("none");
    Sentence::new("symptom-error").with("code", error.code.as_str()).with("operation", operation)
}

/// Says why nothing was found for an error that is understood.
pub(super) fn not_found(error: &ErrorText, why: Option<&'static str>) -> Option<Sentence> {
    let understood = !matches!(error.hint, Hint::Unrecognised | Hint::NotAboutCredentials);
    understood.then(|| match why {
        Some(_) => elsewhere::sentence(error, why),
        None => Sentence::new("doctor-unseen-error").with("code", error.code.as_str()),
    })
}

#[cfg(test)]
mod tests {
    use super::super::symptoms;
    use super::*;

    /// What people see, and the reading of it.
    const SEEN: &[(&str, Hint)] = &[
        ("symptom-expired_token", Hint::ExpiredToken),
        ("symptom-refreshed_expired", Hint::RefreshedExpired),
        ("symptom-unable_to_parse", Hint::FileUnparsable),
        ("symptom-profile_not_found", Hint::ProfileMissing),
        ("symptom-partial", Hint::PartialCredentials),
        ("symptom-unable_to_locate", Hint::NoCredentials),
        ("symptom-invalid_token", Hint::InvalidToken),
        ("symptom-signature", Hint::SignatureMismatch),
        ("symptom-no_region", Hint::RegionMissing),
        ("symptom-access_denied", Hint::AccessDenied),
        ("symptom-setting_value", Hint::ProfileMisconfigured),
        ("symptom-infinite_loop", Hint::SourceLoop),
        ("symptom-file_name", Hint::CacheDamaged),
        ("symptom-clock", Hint::ClockSkew),
        ("symptom-sso_token", Hint::SsoExpired),
        ("symptom-process", Hint::ProcessFailed),
        ("symptom-network", Hint::Network),
    ];

    #[test]
    fn what_a_cause_shows_leads_back_to_it() {
        let mut wrong = Vec::new();
        for cause in Cause::ALL {
            for symptom in symptoms::of(*cause) {
                let hint = SEEN.iter().find(|(id, _)| *id == symptom.id).map(|(_, hint)| *hint);
                if hint.is_some_and(|hint| !may_cause(hint, *cause)) {
                    wrong.push(format!("{} of {}", symptom.id, cause.as_str()));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn what_never_ends_is_no_cause_of_an_expired_session() {
        for cause in [Cause::AssumeRoleDenied, Cause::AccessDenied, Cause::NoCredentials, Cause::SecretWrong]
        {
            assert!(!may_cause(Hint::ExpiredToken, cause), "{}", cause.as_str());
        }
        assert!(Cause::ALL.iter().all(|cause| !may_cause(Hint::Unrecognised, *cause)));
    }
}
