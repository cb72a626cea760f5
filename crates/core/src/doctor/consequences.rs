//! What follows from a cause and is none of its own: AWS refuses a key because a comment is glued to it, say.

use super::Cause;

/// Takes out of the causes found, in the order of resolution, what an earlier one explains.
pub(super) fn without(causes: &mut Vec<Cause>) {
    let all = causes.clone();
    causes
        .retain(|cause| !all.iter().any(|earlier| earlier < cause && explained_by(*earlier).contains(cause)));
}

/// Which causes are only seen because of this one.
fn explained_by(cause: Cause) -> &'static [Cause] {
    match cause {
        Cause::EnvironmentTokenMissing
        | Cause::StaleSecurityTokenVariable
        | Cause::ExpiredEnvironmentKeys => {
            &[Cause::EnvironmentKeysMismatched, Cause::EnvironmentKeysRefused, Cause::EnvironmentSecretWrong]
        }
        Cause::SessionTokenMissing | Cause::TokenInOtherFile | Cause::StaleSecurityToken => {
            &[Cause::KeysMismatched, Cause::AccessKeyRefused, Cause::SecretWrong]
        }
        Cause::KeyMalformed | Cause::SecretMalformed | Cause::KeysSplitOverFiles => {
            &[Cause::KeysMismatched, Cause::AccessKeyRefused, Cause::SecretWrong, Cause::AccessDenied]
        }
        Cause::SettingMisspelt | Cause::SourceRoleNotAssumed | Cause::CredentialsFileOverrides => {
            ROLE_REFUSED
        }
        Cause::RoleArnMalformed => {
            &[Cause::SettingRefused, Cause::AssumeRoleDenied, Cause::ExternalIdRefused]
        }
        Cause::DurationOutOfRange | Cause::ChainedDurationTooLong => {
            &[Cause::ChainedDurationTooLong, Cause::DurationAboveMaximum, Cause::SettingRefused]
        }
        Cause::RegionMissing | Cause::RegionMalformed => &[Cause::RegionUnknown, Cause::HostUnknown],
        Cause::SsoTokenOfOtherUrl => &[Cause::SsoTokenRefused, Cause::SsoRoleNotAssigned],
        _ => &[],
    }
}

/// What AWS says against a role that is asked for in another way than was meant.
const ROLE_REFUSED: &[Cause] = &[
    Cause::MfaRequired,
    Cause::ExternalIdRefused,
    Cause::DurationAboveMaximum,
    Cause::AssumeRoleDenied,
    Cause::WrongAccount,
    Cause::WrongIdentity,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_earlier_cause_explains_goes_and_the_rest_stays() {
        let left = |mut causes: Vec<Cause>| {
            without(&mut causes);
            causes
        };
        assert_eq!(left(vec![Cause::SecretMalformed, Cause::SecretWrong]), [Cause::SecretMalformed]);
        let two = vec![Cause::SecretMalformed, Cause::ClockSkewed];
        assert_eq!(left(two.clone()), two);
        assert_eq!(left(vec![Cause::SecretWrong]), [Cause::SecretWrong]);
    }

    #[test]
    fn a_consequence_comes_after_its_cause() {
        for cause in Cause::ALL {
            let later = explained_by(*cause).iter().all(|consequence| consequence >= cause);
            assert!(later, "{}", cause.as_str());
        }
    }
}
