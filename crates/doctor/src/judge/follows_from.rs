//! Recognises findings that merely follow from another one, such as AWS's refusal of an expired token.

use crate::cause::{Cause, Family};

/// True if one cause brings another one with it.
pub(super) fn is_consequence_of(root: Cause, other: Cause) -> bool {
    match root {
        // That they stand before a profile goes with them.
        root if is_of_exported_keys(root) && other == Cause::EnvironmentShadowsProfile => true,
        Cause::EnvironmentTokenMissing
        | Cause::StaleSecurityTokenVariable
        | Cause::PartialEnvironmentKeys
        | Cause::EnvironmentKeysMismatched
        | Cause::ExpiredEnvironmentKeys => matches!(
            other,
            Cause::EnvironmentKeysMismatched | Cause::EnvironmentKeysRefused | Cause::EnvironmentSecretWrong
        ),
        Cause::KeyMalformed
        | Cause::SecretMalformed
        | Cause::TokenMalformed
        | Cause::SessionTokenMissing
        | Cause::TokenInOtherFile
        | Cause::StaleSecurityToken
        | Cause::KeysMismatched => is_refusal_of_keys(other),
        Cause::SettingMisspelt | Cause::SettingIndented => {
            is_refusal_of_role(other) || is_refusal_of_keys(other)
        }
        Cause::SourceRoleNotAssumed | Cause::CredentialsFileOverrides => is_refusal_of_role(other),
        // What stands below such a header is read by nobody.
        Cause::ProfileHeaderWithoutPrefix
        | Cause::ProfileHeaderWithPrefix
        | Cause::ProfileHeaderMalformed
        | Cause::DefaultDefinedTwice => {
            is_refusal_of_role(other) || matches!(other, Cause::RegionMissing | Cause::NoCredentials)
        }
        Cause::RoleArnMalformed | Cause::DurationOutOfRange | Cause::ChainedDurationTooLong => {
            is_refusal_of_role(other) || matches!(other, Cause::SettingRefused | Cause::DurationAboveMaximum)
        }
        Cause::ConfigFileVariableWrong | Cause::FileUnreadable | Cause::HomeMissing => matches!(
            other,
            Cause::ProfileMissing
                | Cause::ProfileNameMisspelt
                | Cause::NoCredentials
                | Cause::RegionMissing
                | Cause::SourceProfileMissing
        ),
        Cause::ClockSkewed => matches!(other, Cause::SecretWrong | Cause::EnvironmentSecretWrong),
        Cause::RegionMissing | Cause::RegionMalformed => {
            other.family() == Family::Network || other == Cause::AwsFault
        }
        Cause::RegionVariableIgnored => other == Cause::RegionMissing,
        Cause::SsoTokenOfOtherUrl => other == Cause::SsoTokenRefused,
        root if root.family() == Family::Network => {
            other.family() == Family::Network || matches!(other, Cause::AwsFault | Cause::AccessDenied)
        }
        _ => false,
    }
}

fn is_of_exported_keys(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::ExpiredEnvironmentKeys
            | Cause::PartialEnvironmentKeys
            | Cause::EnvironmentTokenMissing
            | Cause::StaleSecurityTokenVariable
            | Cause::EnvironmentKeysMismatched
            | Cause::EnvironmentKeysRefused
            | Cause::EnvironmentSecretWrong
    )
}

fn is_refusal_of_role(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::AssumeRoleDenied
            | Cause::ExternalIdRefused
            | Cause::MfaRequired
            | Cause::MfaProcessFailed
            | Cause::AccessDenied
            | Cause::WrongIdentity
            | Cause::WrongAccount
    )
}

fn is_refusal_of_keys(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::KeysMismatched | Cause::AccessKeyRefused | Cause::SecretWrong | Cause::AccessDenied
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_follows_and_another_fault_does_not() {
        assert!(is_consequence_of(Cause::SecretMalformed, Cause::SecretWrong));
        assert!(is_consequence_of(Cause::RegionMalformed, Cause::AwsFault));
        assert!(!is_consequence_of(Cause::SecretMalformed, Cause::ClockSkewed));
        assert!(!is_consequence_of(Cause::SecretWrong, Cause::SecretWrong));
    }
}
