//! The simulated AWS, believed by the real AWS CLI v1 and v2.

use aws_sim::{Fault, FaultKind, Sim, World};
use sandglass_tests::{AwsCli, Home, Ran, aws_clis, fixtures};
use serde_json::Value;

const MFA: &str = "arn:aws:iam::123456789012:mfa/ana";

fn home(sim: &Sim) -> Home {
    let home = Home::in_sim(&fixtures::project1(), sim);
    home.write(".aws/config", &format!("[profile base]\nregion = eu-central-1\n\n{}", fixtures::project1()));
    home
}

fn sts(aws: &AwsCli, home: &Home, arguments: &[&str]) -> Ran {
    aws.run(home, &[&["sts"], arguments, &["--profile", "base", "--output", "json"]].concat())
}

fn assume<'a>(role: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["assume-role", "--role-session-name", "test", "--role-arn", role], more].concat()
}

fn arn(role: &str) -> String {
    format!("arn:aws:iam::123456789012:role/{role}")
}

#[test]
fn roles_and_sessions_are_given_out() {
    for aws in aws_clis("roles_and_sessions_are_given_out") {
        let sim = Sim::start(World::small()).expect("a free port");
        let home = home(&sim);
        let ran = sts(&aws, &home, &assume(&arn("project1"), &["--duration-seconds", "1800"]));
        let answer: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"));
        assert_eq!(answer["AssumedRoleUser"]["Arn"], "arn:aws:sts::123456789012:assumed-role/project1/test");
        assert!(answer["Credentials"]["AccessKeyId"].as_str().is_some_and(|id| id.starts_with("ASIA")));
        let with_code = ["--serial-number", MFA, "--token-code", "555555"];
        assert_eq!(sts(&aws, &home, &assume(&arn("prod-admin"), &with_code)).code, Some(0));
        assert_eq!(sts(&aws, &home, &assume(&arn("partner"), &["--external-id", "partner-7"])).code, Some(0));
        let ran = sts(&aws, &home, &["get-session-token", "--duration-seconds", "900"]);
        assert!(ran.out.contains("SessionToken"), "AWS CLI v{}: {ran:?}", aws.version);
        let ran = sts(&aws, &home, &["get-caller-identity"]);
        assert!(ran.out.contains("arn:aws:iam::123456789012:user/ana"), "AWS CLI v{}: {ran:?}", aws.version);
    }
}

#[test]
fn refusals_are_understood() {
    for aws in aws_clis("refusals_are_understood") {
        let sim = Sim::start(World::small()).expect("a free port");
        let home = home(&sim);
        let refused = |arguments: &[&str], code: &str, words: &str| {
            let ran = sts(&aws, &home, arguments);
            assert!(!matches!(ran.code, Some(0) | None), "AWS CLI v{}: {ran:?}", aws.version);
            let named = format!("An error occurred ({code})");
            assert!(ran.err.contains(&named) && ran.err.contains(words), "AWS CLI v{}: {ran:?}", aws.version);
        };
        refused(&assume(&arn("partner"), &[]), "AccessDenied", "not authorized to perform: sts:AssumeRole");
        refused(
            &assume(&arn("short"), &["--duration-seconds", "7200"]),
            "ValidationError",
            "MaxSessionDuration",
        );
        let wrong = ["--serial-number", MFA, "--token-code", "000000"];
        refused(&assume(&arn("prod-admin"), &wrong), "AccessDenied", "MultiFactorAuthentication failed");
        sim.world().disabled_regions.push("eu-central-1".to_owned());
        refused(&["get-caller-identity"], "RegionDisabledException", "not activated");
        sim.world().disabled_regions.clear();
        let secret = std::mem::replace(&mut sim.world().users[0].access_keys[0].secret, "another".to_owned());
        refused(&["get-caller-identity"], "SignatureDoesNotMatch", "does not match");
        sim.world().users[0].access_keys[0].secret = secret;
        sim.world().users[0].access_keys[0].inactive = true;
        refused(&["get-caller-identity"], "InvalidClientTokenId", "invalid");
    }
}

#[test]
fn a_session_runs_out_and_a_clock_is_off() {
    for aws in aws_clis("a_session_runs_out_and_a_clock_is_off") {
        let sim = Sim::start(World::small()).expect("a free port");
        let home = home(&sim);
        let identity = aws.caller_identity(&home, "project1");
        assert!(identity["Arn"].to_string().contains("project1"), "{identity}");
        sim.world().expire_sessions();
        let ran = aws.run(&home, &["sts", "get-caller-identity", "--profile", "project1"]);
        assert!(ran.err.contains("(ExpiredToken)"), "AWS CLI v{}: {ran:?}", aws.version);
        assert!(ran.err.contains("The security token included in the request is expired"), "{ran:?}");
        sim.world().clock_offset = 1200;
        let ran = sts(&aws, &home, &["get-caller-identity"]);
        assert!(ran.err.contains("Signature expired"), "AWS CLI v{}: {ran:?}", aws.version);
    }
}

#[test]
fn what_passes_is_tried_again() {
    for aws in aws_clis("what_passes_is_tried_again") {
        let sim = Sim::start(World::small()).expect("a free port");
        let home = home(&sim);
        for kind in [FaultKind::Throttle, FaultKind::Internal, FaultKind::Drop] {
            sim.world().faults.push(Fault { action: None, times: Some(1), kind });
            let ran = sts(&aws, &home, &["get-caller-identity"]);
            assert_eq!(ran.code, Some(0), "AWS CLI v{}, {kind:?}: {ran:?}", aws.version);
        }
        assert_eq!(sim.log().iter().filter(|entry| entry.status != 200).count(), 3);
    }
}
