//! Several roles behind one MFA device, and one code: who takes it, and what is said to those it is not enough for.

use std::io::Write;
use std::process::Stdio;

use aws_sim::{Sim, World};
use sandglass_tests::{Home, Ran, aws_clis, built, fixtures};
use serde_json::Value;

const DEVICE: &str = "mfa_serial = arn:aws:iam::123456789012:mfa/ana";
const TWELVE_HOURS: &str = "duration_seconds = 43200";

/// `long` may last twelve hours, and asks for them; `short` and `other` ask for nothing.
fn home(sim: &Sim) -> Home {
    let config = fixtures::role("short", "prod-admin", &[DEVICE])
        + &fixtures::role("long", "project1", &[DEVICE, TWELVE_HOURS])
        + &fixtures::role("other", "short", &[DEVICE]);
    Home::in_sim(&config, sim)
}

fn sim() -> Sim {
    Sim::start(World::small()).expect("a free port")
}

/// What AWS was asked: the action, for how long, and whether with a code.
fn asked(sim: &Sim) -> Vec<(String, String, bool)> {
    let one = |call: aws_sim::LogEntry| {
        let parameter = |name: &str| call.parameters.get(name).cloned();
        (
            call.action.clone(),
            parameter("DurationSeconds").unwrap_or_default(),
            parameter("TokenCode").is_some(),
        )
    };
    sim.log().into_iter().map(one).collect()
}

fn outcomes(home: &Home, arguments: &[&str]) -> Vec<(String, String)> {
    let views = home.sandglass_json(arguments);
    let text = |view: &Value, key: &str| view[key].as_str().expect("text").to_owned();
    let views = views.as_array().expect("a list").clone();
    views.iter().map(|view| (text(view, "profile"), text(view, "outcome"))).collect()
}

/// No word of a chain or of shortening what is right.
fn says_nothing_false(ran: &Ran) {
    for word in ["hour", "duration", "3600", "another role", "chain"] {
        assert!(!ran.err.contains(word), "“{word}”: {ran:?}");
    }
}

#[test]
fn roles_of_an_hour_share_a_code_and_the_aws_cli_uses_both_sessions() {
    let sim = sim();
    let home = home(&sim);
    home.sandglass(&["renew", "short", "other", "--mfa", "111111"]).done();
    let call = |action: &str, duration: &str, code| (action.to_owned(), duration.to_owned(), code);
    let expected = [
        call("GetSessionToken", "43200", true),
        call("AssumeRole", "", false),
        call("AssumeRole", "", false),
    ];
    assert_eq!(asked(&sim), expected);
    for aws in aws_clis("roles_of_an_hour_share_a_code_and_the_aws_cli_uses_both_sessions") {
        for (profile, role) in [("short", "prod-admin"), ("other", "short")] {
            let identity = aws.caller_identity(&home, profile);
            assert!(identity["Arn"].to_string().contains(role), "AWS CLI v{}: {identity}", aws.version);
        }
    }
    assert_eq!(sim.count("AssumeRole"), 2, "the AWS CLI asked for a code of its own");
}

#[test]
fn a_role_of_twelve_hours_takes_the_code_itself_whatever_the_order() {
    for order in [["long", "short"], ["short", "long"]] {
        let sim = sim();
        let home = home(&sim);
        let ran = home.sandglass(&["renew", order[0], order[1], "--mfa", "111111"]);
        assert_eq!(ran.code, Some(3), "{order:?}: {ran:?}");
        says_nothing_false(&ran);
        assert!(ran.out.contains("long") && ran.err.contains("short"), "{ran:?}");
        assert_eq!(asked(&sim), [("AssumeRole".to_owned(), "43200".to_owned(), true)], "{order:?}");
        let left = home.sandglass_json(&["status", "long"]);
        assert_eq!(left[0]["state"], "fresh", "{left}");
        // The next code is for the other one, and nothing is asked for the first again.
        let renewed =
            outcomes(&home, &["renew", "long", "short", "--min-remaining", "1h", "--mfa", "222222"]);
        let expected = [("long", "still_fresh"), ("short", "renewed")];
        assert_eq!(renewed, expected.map(|(profile, outcome)| (profile.to_owned(), outcome.to_owned())));
    }
}

#[test]
fn two_of_twelve_hours_need_a_code_each() {
    let sim = sim();
    let config = fixtures::role("long", "project1", &[DEVICE, TWELVE_HOURS])
        + &fixtures::role("longer", "prod-admin", &[DEVICE, TWELVE_HOURS]);
    let home = Home::in_sim(&config, &sim);
    let ran = home.sandglass(&["renew", "long", "longer", "--mfa", "111111"]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    says_nothing_false(&ran);
    let renewed = outcomes(&home, &["renew", "longer", "--mfa", "222222"]);
    assert_eq!(renewed, [("longer".to_owned(), "renewed".to_owned())]);
}

#[test]
fn codes_on_standard_input_are_taken_one_after_the_other() {
    let sim = sim();
    let home = home(&sim);
    let mut command = home.command(built("sandglass"));
    command.args(["renew", "short", "long", "--mfa", "-"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    child.stdin.take().expect("a pipe").write_all(b"333333\n444444\n").expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{output:?}");
    assert_eq!(asked(&sim).iter().filter(|(_, _, code)| *code).count(), 2);
}
