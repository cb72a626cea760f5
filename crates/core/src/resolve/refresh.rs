//! Resolves the refresh source of keys kept in a file: the role that renews them.

use aws_files::Profiles;

use super::{Call, Resolution, resolve};
use crate::preferences::Refresh;
use crate::problem::{Code, Origin, Problem};
use crate::source::{KeysSource, Located, RoleSource, Source};
use crate::variables::Variables;

/// The role whose session is written over a profile's keys, signed by its source profile.
pub fn refresh_source(
    profiles: &Profiles,
    variables: &Variables,
    profile: &str,
    refresh: &Refresh,
) -> Result<Source, Problem> {
    if refresh.source_profile == profile {
        let chain = format!("{profile} → {profile}");
        return Err(Problem::new(Code::SourceLoop).at(Origin::Preferences).with("chain", chain));
    }
    let named = resolve(profiles, variables, &Call::Profile(refresh.source_profile.clone()));
    if let Some(problem) = named.errors.into_iter().next() {
        return Err(match problem.code {
            Code::UnknownProfile => Problem::new(Code::MissingSource)
                .at(Origin::Preferences)
                .with("profile", profile)
                .with("source", &refresh.source_profile),
            _ => problem,
        });
    }
    let source = named.source.ok_or_else(|| {
        Problem::new(Code::SourceWithoutCredentials)
            .at(Origin::Preferences)
            .with("profile", profile)
            .with("source", &refresh.source_profile)
    })?;
    if leads_to(&source, profile) {
        let chain = format!("{profile} → {} → {profile}", refresh.source_profile);
        return Err(Problem::new(Code::SourceLoop).at(Origin::Preferences).with("chain", chain));
    }
    Ok(Source::Role(RoleSource {
        profile: profile.to_owned(),
        role_arn: Located { value: refresh.role_arn.clone(), at: Origin::Preferences },
        role_session_name: None,
        external_id: None,
        mfa_serial: None,
        mfa_process: None,
        duration: None,
        source: Box::new(source),
    }))
}

/// The keys of a profile that a session may be written over, or why there are none.
pub fn replaceable_keys(resolution: &Resolution) -> Result<&KeysSource, Problem> {
    if let Some(problem) = resolution.errors.first() {
        return Err(problem.clone());
    }
    let profile = &resolution.profile;
    match &resolution.source {
        Some(Source::Keys(keys)) if keys.are_replaceable() => Ok(keys),
        Some(Source::Keys(keys)) => {
            Err(Problem::new(Code::LongTermKeys).at(keys.at.clone()).with("profile", profile))
        }
        other => Err(Problem::new(Code::NoKeysInFile)
            .at(other.as_ref().map_or(Origin::Call, |source| source.at().clone()))
            .with("profile", profile)),
    }
}

/// Keys that would be renewed from themselves.
fn leads_to(source: &Source, profile: &str) -> bool {
    source.links().any(|link| link.profile() == Some(profile))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{LONG_TERM, profiles};

    fn resolved(source: &str) -> Result<Source, Problem> {
        let config = "[profile via]\nrole_arn = arn:aws:iam::123456789012:role/v\nsource_profile = x\n";
        let keys = format!("{LONG_TERM}[x]\naws_access_key_id = A\naws_secret_access_key = s\n");
        let refresh =
            Refresh { role_arn: "arn:aws:iam::123456789012:role/r".into(), source_profile: source.into() };
        refresh_source(&profiles(config, &keys), &Variables::default(), "x", &refresh)
    }

    #[test]
    fn only_temporary_keys_in_a_file_are_written_over() {
        let keys = |more: &str| format!("[x]\naws_access_key_id = ASIA\naws_secret_access_key = s\n{more}");
        let code = |config: &str, credentials: &str| {
            let call = Call::Profile("x".to_owned());
            let resolution = resolve(&profiles(config, credentials), &Variables::default(), &call);
            replaceable_keys(&resolution).map(|_| ()).map_err(|problem| problem.code)
        };
        assert_eq!(code("", &keys("aws_session_token = t\n")), Ok(()));
        assert_eq!(code("", &keys("aws_security_token = t\n")), Ok(()));
        assert_eq!(code("", &keys("")), Err(Code::LongTermKeys));
        // An empty token is none, and the old name is read first.
        assert_eq!(code("", &keys("aws_session_token =\n")), Err(Code::LongTermKeys));
        assert_eq!(code("", &keys("aws_session_token = t\naws_security_token =\n")), Err(Code::LongTermKeys));
        let long_term = keys("aws_session_token = t\n").replace("ASIA", "AKIA");
        assert_eq!(code("", &long_term), Err(Code::LongTermKeys));
        assert_eq!(code("[profile x]\nregion = r\n", ""), Err(Code::NoCredentials));
        assert_eq!(code("[profile x]\ncredential_process = p\n", ""), Err(Code::NoKeysInFile));
        assert_eq!(code("", ""), Err(Code::UnknownProfile));
    }

    #[test]
    fn a_source_is_another_profile_with_credentials() {
        let source = resolved("base").expect("resolved");
        assert_eq!(source.chain().len(), 2);
        assert_eq!(resolved("nobody").map(|_| ()).unwrap_err().code, Code::MissingSource);
        assert_eq!(resolved("x").map(|_| ()).unwrap_err().code, Code::SourceLoop);
        assert_eq!(resolved("via").map(|_| ()).unwrap_err().code, Code::SourceLoop);
    }
}
