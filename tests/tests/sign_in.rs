//! A sign-in that is over is refreshed by the doctor as the AWS CLI would, and the AWS CLI goes on with what it
//! stored.

use std::time::{Duration, Instant};

use aws_sim::{Fault, FaultKind};
use sandglass_tests::doctor::aws::{SignIn, moment};
use sandglass_tests::doctor::{Draw, SetUp};
use sandglass_tests::{Home, Ran, aws_clis};
use serde_json::Value;

/// A profile whose sign-in ended an hour ago and can be refreshed, and the token's file.
fn over(case: &str, change: impl FnOnce(&mut SetUp, &mut SignIn)) -> (SetUp, String, String) {
    let mut set_up = SetUp::new(Draw::of_case(0, case));
    let name = set_up.name();
    let mut sign_in = set_up.sso_profile(&name);
    set_up.end_refreshable(&mut sign_in, 3600);
    change(&mut set_up, &mut sign_in);
    set_up.store(&sign_in);
    set_up.finish();
    (set_up, name, sign_in.file())
}

fn doctor(home: &Home, profile: &str) -> (Ran, String) {
    let ran = home.sandglass(&["doctor", profile, "--json"]);
    let said: Value = serde_json::from_str(&ran.out).expect("JSON");
    let code = said["verdict"]["code"].as_str().expect("a code").to_owned();
    (ran, code)
}

fn read(set_up: &SetUp, file: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(set_up.path(file)).expect("a file")).expect("JSON")
}

/// So many times a new token was asked for.
fn refreshes(set_up: &SetUp) -> usize {
    set_up.sim.log().iter().filter(|entry| entry.action == "CreateToken").count()
}

#[test]
fn the_aws_cli_goes_on_with_what_was_stored() {
    let (set_up, profile, file) = over("goes on", |_, sign_in| sign_in.token["later"] = "kept".into());
    let before = read(&set_up, &file);
    let (ran, verdict) = doctor(&set_up.home, &profile);
    assert_eq!(verdict, "healthy", "{}", ran.out);
    let stored = read(&set_up, &file);
    let now = set_up.sim.world().sso_tokens[0].clone();
    assert_eq!(stored["accessToken"], now.access_token);
    assert_eq!(stored["refreshToken"].as_str(), now.refresh_token.as_deref());
    assert_ne!(stored["refreshToken"], before["refreshToken"]);
    assert_eq!(stored["later"], "kept", "a field nobody here knows was dropped");
    let end = chrono::DateTime::parse_from_rfc3339(stored["expiresAt"].as_str().expect("a date"));
    let left = end.expect("an instant").to_utc() - chrono::Utc::now();
    assert!((3500..=3600).contains(&left.num_seconds()), "{left}");
    for aws in aws_clis("the_aws_cli_goes_on_with_what_was_stored") {
        aws.caller_identity(&set_up.home, &profile);
    }
    assert_eq!(refreshes(&set_up), 1, "the new token was not used");
}

#[test]
fn a_refused_refresh_is_the_cause_and_changes_nothing() {
    for (case, cause) in
        [("unknown token", "sso_token_expired"), ("unknown client", "sso_registration_expired")]
    {
        let (set_up, profile, file) = over(case, |set_up, _| {
            let token = &mut set_up.sim.world().sso_tokens[0];
            match case {
                "unknown token" => token.refresh_token = None,
                _ => token.client_id = "another".to_owned(),
            }
        });
        let before = std::fs::read(set_up.path(&file)).expect("a file");
        let (ran, verdict) = doctor(&set_up.home, &profile);
        assert_eq!(verdict, cause, "{}", ran.out);
        assert!(ran.out.contains("aws sso login --sso-session"), "{}", ran.out);
        assert_eq!(std::fs::read(set_up.path(&file)).expect("a file"), before);
    }
}

#[test]
fn of_many_at_once_one_spends_the_refresh_token() {
    let (set_up, profile, _) = over("many", |_, _| {});
    let home = &set_up.home;
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..6).map(|_| scope.spawn(|| doctor(home, &profile))).collect();
        for one in all {
            let (ran, verdict) = one.join().expect("no panic");
            assert_eq!(verdict, "healthy", "{}", ran.out);
        }
    });
    assert_eq!(refreshes(&set_up), 1);
}

#[test]
fn a_token_that_still_lives_is_left_alone() {
    let (set_up, profile, file) = over("lives", |set_up, sign_in| set_up.end(sign_in, -1000));
    let before = std::fs::read(set_up.path(&file)).expect("a file");
    assert_eq!(doctor(&set_up.home, &profile).1, "healthy");
    assert_eq!(std::fs::read(set_up.path(&file)).expect("a file"), before);
    assert_eq!(refreshes(&set_up), 0);
}

#[test]
fn a_token_that_ends_soon_is_refreshed_where_that_works_and_goes_on_where_not() {
    let ends_soon = |case: &str| over(case, |set_up, sign_in| set_up.end(sign_in, -600));
    let (set_up, profile, file) = ends_soon("ends soon");
    let before = std::fs::read(set_up.path(&file)).expect("a file");
    assert_eq!(doctor(&set_up.home, &profile).1, "healthy");
    assert_eq!(refreshes(&set_up), 1);
    assert_ne!(std::fs::read(set_up.path(&file)).expect("a file"), before);
    for kind in [FaultKind::Drop, FaultKind::Html] {
        let (set_up, profile, file) = ends_soon("ends soon and is not refreshed");
        let fault = Fault { action: Some("CreateToken".to_owned()), kind, times: None };
        set_up.sim.world().faults.push(fault);
        let before = std::fs::read(set_up.path(&file)).expect("a file");
        assert_eq!(doctor(&set_up.home, &profile).1, "healthy");
        assert_eq!(std::fs::read(set_up.path(&file)).expect("a file"), before);
    }
}

#[test]
fn a_token_service_that_is_silent_is_waited_for_in_vain_and_not_for_long() {
    let (set_up, profile, file) = over("silent", |set_up, _| {
        let fault = Fault { action: Some("CreateToken".to_owned()), kind: FaultKind::Hang, times: None };
        set_up.sim.world().faults.push(fault);
    });
    let before = std::fs::read(set_up.path(&file)).expect("a file");
    let began = Instant::now();
    let (ran, verdict) = doctor(&set_up.home, &profile);
    assert_eq!(verdict, "aws_fault", "{}", ran.out);
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
    assert_eq!(std::fs::read(set_up.path(&file)).expect("a file"), before);
}

#[test]
fn offline_nothing_is_refreshed_and_nobody_claims_to_know() {
    let (set_up, profile, _) = over("offline", |_, _| {});
    let ran = set_up.home.sandglass(&["doctor", &profile, "--json", "--offline"]);
    assert!(ran.out.contains("cannot_tell"), "{}", ran.out);
    assert_eq!(refreshes(&set_up), 0);
}

#[test]
fn keys_of_aws_login_are_refreshed_with_a_proof_the_aws_cli_would_make_as_well() {
    let test = "keys_of_aws_login_are_refreshed_with_a_proof_the_aws_cli_would_make_as_well";
    let mut set_up = SetUp::new(Draw::of_case(0, test));
    let profile = set_up.name();
    let file = set_up.login_profile(&profile, -1000, |_, token| token["later"] = "kept".into());
    set_up.finish();
    let before: Value = read(&set_up, &file);
    let ran = set_up.home.sandglass(&["doctor", &profile, "--json"]);
    // The AWS CLI on its PATH is older than `aws login`.
    assert!(ran.out.contains("assumed-role"), "{}", ran.out);
    let after = read(&set_up, &file);
    assert_ne!(after["accessToken"]["secretAccessKey"], before["accessToken"]["secretAccessKey"]);
    assert_eq!(after["refreshToken"], set_up.sim.world().logins[0].refresh_token);
    for kept in ["later", "idToken", "dpopKey", "clientId", "tokenType"] {
        assert_eq!(after[kept], before[kept], "{kept}");
    }
    assert_eq!(after["accessToken"]["accountId"], before["accessToken"]["accountId"]);
    let asked = || set_up.sim.log().iter().filter(|entry| entry.action == "CreateOAuth2Token").count();
    assert_eq!(asked(), 1);
    // The other way about: the AWS CLI takes our keys, and refreshes with its own proof once they are over.
    let Some(aws) = aws_clis(test).into_iter().find(|aws| aws.version == 1) else { return };
    aws.caller_identity(&set_up.home, &profile);
    assert_eq!(asked(), 1);
    let mut over = after;
    over["accessToken"]["expiresAt"] = moment(-10).into();
    set_up.home.write(&file, &over.to_string());
    aws.caller_identity(&set_up.home, &profile);
    assert_eq!(asked(), 2);
}
