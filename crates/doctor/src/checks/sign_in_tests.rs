//! Tests of the causes that follow from sign-ins to IAM Identity Center and with `aws login`.

use chrono::TimeDelta;

use super::testing::{api_call, code, evidence, refused};
use crate::Evidence;
use crate::evidence::live::{Operation, Outcome};
use crate::evidence::{LoginFound, SsoFound, TokenState};
use sandglass_core::testing::now;
use sandglass_core::variables::Variables;

const URL: &str = "https://d-1.awsapps.com/start";

fn token(minutes: i64, is_refreshable: bool, registered: i64) -> TokenState {
    TokenState::Token {
        expires_at: now() + TimeDelta::minutes(minutes),
        is_refreshable,
        registration_expires_at: Some(now() + TimeDelta::minutes(registered)),
        start_url: Some("https://d-1.awsapps.com/start".to_owned()),
        region: None,
    }
}

fn sso(token: TokenState, start_url: &str) -> SsoFound {
    SsoFound {
        profile: "x".to_owned(),
        session: Some("s".to_owned()),
        start_url: Some(start_url.to_owned()),
        path: "/home/ana/.aws/sso/cache/a.json".into(),
        unwritable: None,
        token,
    }
}

/// `aws --profile x`, which needs this sign-in.
fn with(found: SsoFound) -> Evidence {
    let config = "[profile x]\nregion = r-1\nsso_session = s\nsso_account_id = 1\nsso_role_name = R\n\
                  [sso-session s]\nsso_start_url = https://d-1.awsapps.com/start\nsso_region = r-1\n";
    let mut gathered = evidence(config, "", &Variables::default(), Some("x"));
    gathered.caches.sso = Some(found);
    gathered
}

#[test]
fn what_a_token_file_tells() {
    let read_only =
        SsoFound { unwritable: Some("Permission denied".to_owned()), ..sso(token(-5, true, 60), URL) };
    for (found, expected) in [
        (sso(TokenState::Absent, URL), "sso_not_signed_in"),
        (sso(TokenState::Damaged("it is not JSON".to_owned()), URL), "sso_token_damaged"),
        (sso(TokenState::Unreadable("Permission denied".to_owned()), URL), "file_unreadable"),
        (sso(token(-5, false, 60), URL), "sso_token_expired"),
        (sso(token(-5, true, -5), URL), "sso_registration_expired"),
        (sso(token(5, true, 60), "https://d-2.awsapps.com/start"), "sso_token_of_other_url"),
        (sso(token(5, true, 60), URL), "healthy"),
        // Nobody asked whether AWS refreshes it.
        (sso(token(-5, true, 60), URL), "cannot_tell"),
        (read_only, "cache_directory_unwritable"),
    ] {
        assert_eq!(code(&with(found.clone())), expected, "{found:?}");
    }
}

#[test]
fn what_aws_says_of_a_refresh() {
    for (outcome, expected) in [
        (refused("InvalidGrantException", "Invalid refresh token provided"), "sso_token_expired"),
        (refused("ExpiredTokenException", "Token is expired"), "sso_token_expired"),
        (refused("InvalidClientException", "Invalid client provided"), "sso_registration_expired"),
        (refused("UnauthorizedClientException", "no"), "sso_registration_expired"),
        (refused("SlowDownException", "slow"), "throttled"),
        (refused("InternalServerException", "no"), "aws_fault"),
        (Outcome::NoAnswer("no answer in time".to_owned()), "aws_fault"),
    ] {
        let mut gathered = with(sso(token(-5, true, 60), URL));
        gathered.live.calls = vec![api_call(0, Operation::CreateToken, outcome.clone())];
        assert_eq!(code(&gathered), expected, "{outcome:?}");
    }
}

#[test]
fn what_the_portal_says() {
    for (outcome, expected) in [
        (refused("UnauthorizedException", "Session token not found or invalid"), "sso_token_refused"),
        (refused("ForbiddenException", "No access"), "sso_role_not_assigned"),
        (refused("TooManyRequestsException", "slow"), "throttled"),
    ] {
        let mut gathered = with(sso(token(60, false, 0), URL));
        gathered.live.calls = vec![api_call(0, Operation::GetRoleCredentials, outcome.clone())];
        assert_eq!(code(&gathered), expected, "{outcome:?}");
        // A token that was refreshed for this is not the one that was found in the file.
        let mut refreshed = with(sso(token(-5, true, 60), URL));
        let granted = Outcome::Granted(Some(now() + TimeDelta::hours(1)));
        refreshed.live.calls = vec![
            api_call(0, Operation::CreateToken, granted),
            api_call(0, Operation::GetRoleCredentials, outcome),
        ];
        assert_eq!(code(&refreshed), expected);
    }
}

/// `aws --profile x`, which needs this sign-in of `aws login`.
fn with_login(token: TokenState) -> Evidence {
    let config = "[profile x]\nregion = r-1\nlogin_session = arn:aws:iam::123456789012:user/ana\n";
    let mut gathered = evidence(config, "", &Variables::default(), Some("x"));
    gathered.caches.login = Some(LoginFound {
        profile: "x".to_owned(),
        session: "arn".to_owned(),
        path: "/home/ana/.aws/login/cache/a.json".into(),
        unwritable: None,
        token,
    });
    gathered
}

#[test]
fn what_a_file_of_aws_login_tells() {
    for (token, expected) in [
        (TokenState::Absent, "login_not_signed_in"),
        (TokenState::Damaged("no".to_owned()), "login_token_damaged"),
        (TokenState::Unreadable("Permission denied".to_owned()), "file_unreadable"),
        (token(-5, false, 0), "login_token_damaged"),
        (token(-5, true, 0), "cannot_tell"),
        (token(4, true, 0), "cannot_tell"),
        (token(6, true, 0), "healthy"),
        (token(6, false, 0), "healthy"),
    ] {
        assert_eq!(code(&with_login(token)), expected);
    }
    let mut read_only = with_login(token(-5, true, 0));
    if let Some(found) = &mut read_only.caches.login {
        found.unwritable = Some("Permission denied".to_owned());
    }
    assert_eq!(code(&read_only), "cache_directory_unwritable");
}

#[test]
fn what_aws_says_of_a_refresh_of_aws_login() {
    for (outcome, expected) in [
        (refused("TOKEN_EXPIRED", "The refresh token has expired"), "login_session_expired"),
        (refused("USER_CREDENTIALS_CHANGED", "changed"), "login_session_expired"),
        (refused("INSUFFICIENT_PERMISSIONS", "no signin:CreateOAuth2Token"), "access_denied"),
        (refused("ValidationException", "no"), "login_session_expired"),
        (refused("TooManyRequestsError", "slow"), "throttled"),
        (Outcome::NoAnswer("no answer in time".to_owned()), "aws_fault"),
    ] {
        let mut gathered = with_login(token(-5, true, 0));
        gathered.live.calls = vec![api_call(0, Operation::CreateOAuth2Token, outcome.clone())];
        assert_eq!(code(&gathered), expected, "{outcome:?}");
    }
}
