//! Recognises profiles that hold settings but ask for no credentials.

use aws_files::{Profile, Section};

/// A key with one of these in it is about credentials, or meant to be: a misspelt one is a mistake to find,
/// and no sign of a profile that wants none.
const OF_CREDENTIALS: &[&str] = &[
    "account_id_",
    "aws_",
    "credential",
    "external",
    "identity",
    "key",
    "login",
    "mfa",
    "process",
    "profile",
    "role",
    "secret",
    "serial",
    "sso",
    "token",
];
/// Keys of settings that have one of these in them all the same.
const OF_SETTINGS: &[&str] = &["account_id_endpoint_mode"];

/// True if a profile holds nothing but settings.
pub(super) fn holds_settings_only(profile: &Profile) -> bool {
    let sections = [profile.config.as_ref(), profile.credentials.as_ref()];
    let mut keys = sections.into_iter().flatten().flat_map(Section::keys);
    keys.all(|key| OF_SETTINGS.contains(&key) || !OF_CREDENTIALS.iter().any(|word| key.contains(word)))
}

#[cfg(test)]
mod tests {
    use crate::resolve::{Call, resolve};
    use crate::testing::profiles;
    use crate::variables::Variables;

    fn is_settings_only(config: &str, credentials: &str) -> bool {
        let call = Call::Profile("default".to_owned());
        resolve(&profiles(config, credentials), &Variables::default(), &call).settings_only
    }

    #[test]
    fn a_region_and_the_like_ask_for_nothing() {
        for config in [
            "[default]\nregion = eu-west-1\n",
            "[default]\n",
            "[default]\nregion = eu-west-1\noutput = json\ncli_pager =\nretry_mode = standard\ns3 =\n  max_concurrent_requests = 20\n",
            "[default]\naccount_id_endpoint_mode = preferred\n",
        ] {
            assert!(is_settings_only(config, ""), "{config}");
        }
    }

    #[test]
    fn what_tries_to_give_credentials_does_not_count_however_wrong_it_is() {
        for config in [
            "[default]\nregion = eu-west-1\naws_acess_key_id = AKIA\n",
            "[default]\nsource_profile = base\n",
            "[default]\nsoruce_profile = base\n",
            "[default]\nrolearn = arn:aws:iam::123456789012:role/x\n",
            "[default]\nsso_account_id = 123456789012\n",
            "[default]\naws_secret_access_key = canary\n",
        ] {
            assert!(!is_settings_only(config, ""), "{config}");
        }
        assert!(!is_settings_only(
            "[default]\nregion = eu-west-1\n",
            "[default]\naws_access_key_id = A\naws_secret_access_key = s\n"
        ));
        assert!(
            !is_settings_only("[default\nregion = eu-west-1\n", ""),
            "a file that cannot be read tells nothing"
        );
        assert!(!is_settings_only("", ""), "a profile that is not there holds nothing");
    }
}
