use std::path::Path;

use super::*;
use crate::testing::environment_with;
use crate::{SystemClock, profile_session, snapshot};

const CONFIG: &str = "[profile over-pasted]
role_arn = arn:aws:iam::123456789012:role/P
source_profile = pasted
[profile mfa]
role_arn = arn:aws:iam::123456789012:role/M
source_profile = base
mfa_serial = arn:aws:iam::123456789012:mfa/ana
[profile mfa-over-pasted]
role_arn = arn:aws:iam::123456789012:role/N
source_profile = pasted
mfa_serial = arn:aws:iam::123456789012:mfa/ana
[profile in-config]
aws_access_key_id = ASIACONFIG
aws_secret_access_key = canary
aws_session_token = canary
x_security_token_expires = 2020-01-01T00:00:00Z
[profile sso]
sso_start_url = https://x.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 123456789012
sso_role_name = R
[profile over-sso]
role_arn = arn:aws:iam::123456789012:role/S
source_profile = sso
region = eu-west-1
[profile login]
login_session = arn:aws:iam::123456789012:user/ana
region = eu-west-1
[profile over-login]
role_arn = arn:aws:iam::123456789012:role/L
source_profile = login
region = eu-west-1
";

const CREDENTIALS: &str = "[base]
aws_access_key_id = AKIAEXAMPLE000000000
aws_secret_access_key = canary
[pasted]
aws_access_key_id = ASIAPASTED
aws_secret_access_key = canary
aws_session_token = canary
x_security_token_expires = 2020-01-01T00:00:00Z
[dated]
aws_access_key_id = AKIADATED00000000000
aws_secret_access_key = canary
x_security_token_expires = 2020-01-01T00:00:00Z
[enrolled]
aws_access_key_id = ASIAENROLLED
aws_secret_access_key = canary
aws_session_token = canary
x_security_token_expires = 2020-01-01T00:00:00Z
[enrolled-over-pasted]
aws_access_key_id = ASIAENROLLED
aws_secret_access_key = canary
aws_session_token = canary
x_security_token_expires = 2020-01-01T00:00:00Z
";

const PREFERENCES: &str = "version = 1
[profiles.enrolled]
refresh_role = \"arn:aws:iam::123456789012:role/M\"
refresh_source = \"mfa\"
[profiles.enrolled-over-pasted]
refresh_role = \"arn:aws:iam::123456789012:role/P\"
refresh_source = \"pasted\"
";

fn home(directory: &Path) -> Environment {
    let environment = environment_with(directory, &[("AWS_REGION", "eu-west-1")]);
    write(&environment.paths.config, CONFIG);
    write(&environment.paths.credentials, CREDENTIALS);
    environment
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().expect("a directory")).expect("made");
    std::fs::write(path, text).expect("written");
}

async fn refused(environment: &Environment, profile: &str) -> [Problem; 2] {
    let handed_out = credentials(environment, profile, &SystemClock).await;
    let renewed = renew(environment, profile, RenewOptions::default(), &mut NoPrompt, &SystemClock).await;
    [handed_out.err(), renewed.err()].map(|problem| problem.expect(profile))
}

#[tokio::test]
async fn what_a_person_must_bring_is_asked_of_the_session_by_renewals_and_by_helpers() {
    let directory = tempfile::tempdir().expect("a directory");
    let environment = home(directory.path());
    write(&environment.preferences, PREFERENCES);
    let now = SystemClock.now();
    let mut codes = Vec::new();
    for session in &snapshot(&environment).sessions {
        let profile = &session.profile;
        let Some(expected) = session.needs(now).problem(profile) else {
            assert_eq!(profile, "base");
            continue;
        };
        for problem in refused(&environment, profile).await {
            assert_eq!(problem, expected, "{profile}");
            assert!(problem.needs_human(), "{profile}");
        }
        codes.push((profile.clone(), expected.code));
    }
    codes.sort();
    let codes: Vec<_> = codes.iter().map(|(profile, code)| (profile.as_str(), *code)).collect();
    let expected = [
        ("dated", Code::NotRenewable),
        ("enrolled", Code::NeedsMfa),
        ("enrolled-over-pasted", Code::SourceExpired),
        ("in-config", Code::NotRenewable),
        ("login", Code::NeedsSignIn),
        ("mfa", Code::NeedsMfa),
        ("mfa-over-pasted", Code::SourceExpired),
        ("over-login", Code::NeedsSignIn),
        ("over-pasted", Code::SourceExpired),
        ("over-sso", Code::NeedsSignIn),
        ("pasted", Code::NotRenewable),
        ("sso", Code::NeedsSignIn),
    ];
    assert_eq!(codes, expected);
}

/// Nobody knows then whether a role was named that would renew them.
#[tokio::test]
async fn keys_that_are_over_beside_unreadable_preferences_are_refused_for_these() {
    let directory = tempfile::tempdir().expect("a directory");
    let environment = home(directory.path());
    write(&environment.preferences, "version = ");
    for problem in refused(&environment, "pasted").await {
        assert!(problem.is_of_preferences(), "{problem:?}");
    }
    let keys = profile_session(&environment, "base");
    assert_eq!(keys.needs(SystemClock.now()), Needs::NoRenewal);
    assert!(credentials(&environment, "base", &SystemClock).await.is_ok());
}
