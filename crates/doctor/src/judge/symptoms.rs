//! The symptoms that people see because of a cause.

use crate::Sentence;
use crate::cause::{Cause, Family};

/// The symptoms of a cause: messages `symptom-…` of the locales.
pub(crate) fn of(cause: Cause) -> Vec<Sentence> {
    ids(cause).iter().map(|id| Sentence::new(*id)).collect()
}

fn ids(cause: Cause) -> &'static [&'static str] {
    match cause {
        Cause::ExpiredEnvironmentKeys => &["symptom-expired_token", "symptom-refreshed_expired"],
        Cause::ExpiredFileKeys
        | Cause::ExpiredKeysShadowProcess
        | Cause::ExpiredKeysShadowLogin
        | Cause::CachedSessionRefused => &["symptom-expired_token"],
        Cause::FileUnparsable => &["symptom-unable_to_parse"],
        Cause::ProfileMissing | Cause::ProfileNameMisspelt | Cause::ProfileVariableEmpty => {
            &["symptom-profile_not_found"]
        }
        Cause::PartialKeys | Cause::PartialEnvironmentKeys | Cause::KeysSplitOverFiles => {
            &["symptom-partial"]
        }
        Cause::NoCredentials => &["symptom-unable_to_locate"],
        Cause::HomeMissing | Cause::ConfigFileVariableWrong => {
            &["symptom-unable_to_locate", "symptom-profile_not_found"]
        }
        Cause::EnvironmentTokenMissing
        | Cause::StaleSecurityTokenVariable
        | Cause::EnvironmentKeysMismatched
        | Cause::EnvironmentKeysRefused
        | Cause::TokenInOtherFile
        | Cause::SessionTokenMissing
        | Cause::StaleSecurityToken
        | Cause::KeysMismatched
        | Cause::AccessKeyRefused
        | Cause::KeyMalformed
        | Cause::TokenMalformed => &["symptom-invalid_token"],
        Cause::EnvironmentSecretWrong | Cause::SecretWrong | Cause::SecretMalformed => &["symptom-signature"],
        Cause::RegionMissing => &["symptom-no_region"],
        Cause::EnvironmentShadowsProfile
        | Cause::WebIdentityVariablesShadowProfile
        | Cause::SourceRoleNotAssumed
        | Cause::CredentialsFileOverrides
        | Cause::WrongAccount
        | Cause::WrongIdentity => &["symptom-wrong_identity", "symptom-access_denied"],
        Cause::SettingValueInvalid => &["symptom-setting_value"],
        Cause::SourceProfileLoop => &["symptom-infinite_loop"],
        Cause::HostCredentialsMissing => &["symptom-container", "symptom-instance"],
        Cause::CacheEntryDamaged => &["symptom-file_name"],
        Cause::RoleArnMalformed
        | Cause::DurationOutOfRange
        | Cause::ChainedDurationTooLong
        | Cause::DurationAboveMaximum => &["symptom-validation"],
        Cause::ClockSkewed => &["symptom-clock"],
        Cause::AssumeRoleDenied | Cause::ExternalIdRefused | Cause::MfaRequired | Cause::MfaProcessFailed => {
            &["symptom-access_denied"]
        }
        _ => match cause.family() {
            Family::Sso => &["symptom-sso_token"],
            Family::Process => &["symptom-process"],
            Family::Network => &["symptom-network"],
            _ => &[],
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_without_credentials_is_no_program() {
        assert_eq!(ids(Cause::HostCredentialsMissing), ["symptom-container", "symptom-instance"]);
        assert_eq!(ids(Cause::ProcessFailed), ["symptom-process"]);
    }
}
