//! After `sandglass renew`, the real AWS CLI uses the session and asks for none of its own; what the
//! AWS CLI cached itself, `sandglass status` reports.

use aws_sim::{Sim, World};
use sandglass_tests::moto::Moto;
use sandglass_tests::{Home, aws_clis, fixtures};
use serde_json::Value;

fn config() -> String {
    let named = ["external_id = partner-7", "role_session_name = ana@example.com", "duration_seconds = 7200"];
    let from_environment =
        fixtures::role("from-environment", "project1", &["role_session_name = from-environment"]);
    [
        fixtures::project1(),
        fixtures::role("named", "partner", &named),
        fixtures::role("chained", "short", &[]).replace("= base", "= project1"),
        from_environment.replace("source_profile = base", "credential_source = Environment"),
        fixtures::admin(),
    ]
    .concat()
}

fn sim() -> Sim {
    Sim::start(World::small()).expect("a free port")
}

fn arn(role: &str) -> String {
    format!("arn:aws:sts::123456789012:assumed-role/{role}/")
}

fn seconds_between(left: &Value, right: &Value) -> i64 {
    let seconds = |value: &Value| {
        let text = value.as_str().expect("a date").replace("+00:00", "Z");
        let date = aws_files::expiry::parse(&text).expect("an instant");
        date.timestamp()
    };
    (seconds(left) - seconds(right)).abs()
}

#[test]
fn what_we_renew_the_aws_cli_uses() {
    for aws in aws_clis("what_we_renew_the_aws_cli_uses") {
        let sim = sim();
        let mut home = Home::in_sim(&config(), &sim);
        let secret = home.secret.clone();
        home.set("AWS_ACCESS_KEY_ID", sandglass_tests::home::ACCESS_KEY);
        home.set("AWS_SECRET_ACCESS_KEY", &secret);
        for (profile, role) in [
            ("project1", "project1"),
            ("named", "partner"),
            ("chained", "short"),
            ("from-environment", "project1"),
        ] {
            let renewed = home.sandglass(&["renew", profile]);
            assert_eq!(renewed.code, Some(0), "{renewed:?}");
            let assumed = sim.count("AssumeRole");
            let identity = aws.caller_identity(&home, profile);
            assert!(
                identity["Arn"].as_str().is_some_and(|found| found.starts_with(&arn(role))),
                "{identity}"
            );
            assert_eq!(sim.count("AssumeRole"), assumed, "AWS CLI v{} assumed {profile} itself", aws.version);
        }
        // Five sessions, but `chained` found that of `project1` in the cache.
        assert_eq!(sim.count("AssumeRole"), 4);
    }
}

#[test]
fn a_session_behind_mfa_is_used_without_a_second_code() {
    for aws in aws_clis("a_session_behind_mfa_is_used_without_a_second_code") {
        let sim = sim();
        let home = Home::in_sim(&config(), &sim);
        let renewed = home.sandglass(&["renew", "admin", "--mfa", "111111"]);
        assert_eq!(renewed.code, Some(0), "{renewed:?}");
        let identity = aws.caller_identity(&home, "admin");
        assert!(
            identity["Arn"].as_str().is_some_and(|found| found.starts_with(&arn("prod-admin"))),
            "{identity}"
        );
        assert_eq!(sim.count("AssumeRole"), 1);
    }
}

#[test]
fn what_the_aws_cli_cached_status_reports() {
    for aws in aws_clis("what_the_aws_cli_cached_status_reports") {
        let sim = sim();
        let home = Home::in_sim(&config(), &sim);
        for profile in ["project1", "named", "chained"] {
            aws.caller_identity(&home, profile);
            let status = home.sandglass_json(&["status", profile]);
            assert_eq!(status[0]["state"], "fresh", "AWS CLI v{}: {status}", aws.version);
            let cached = home.cache_files().iter().any(|file| {
                let text = std::fs::read_to_string(file).expect("text");
                let entry: Value = serde_json::from_str(&text).expect("JSON");
                seconds_between(&entry["Credentials"]["Expiration"], &status[0]["expires_at"]) == 0
            });
            assert!(cached, "no cache entry of AWS CLI v{} ends as status says: {status}", aws.version);
        }
        let assumed = sim.count("AssumeRole");
        let again = home.sandglass_json(&["renew", "project1", "--min-remaining", "30m"]);
        assert_eq!(again[0]["outcome"], "still_fresh", "{again}");
        assert_eq!(sim.count("AssumeRole"), assumed);
    }
}

#[test]
fn both_write_the_same_file() {
    for aws in aws_clis("both_write_the_same_file") {
        let sim = sim();
        for profile in ["project1", "named", "chained"] {
            let (ours, theirs) = (Home::in_sim(&config(), &sim), Home::in_sim(&config(), &sim));
            sim.world().users[0].access_keys[0].secret.clone_from(&ours.secret);
            assert_eq!(ours.sandglass(&["renew", profile]).code, Some(0));
            sim.world().users[0].access_keys[0].secret.clone_from(&theirs.secret);
            aws.caller_identity(&theirs, profile);
            let names = |home: &Home| {
                let mut names: Vec<_> =
                    home.cache_files().iter().map(|file| file.file_name().map(ToOwned::to_owned)).collect();
                names.sort();
                names
            };
            assert_eq!(names(&ours), names(&theirs), "AWS CLI v{}: {profile}", aws.version);
            for file in ours.cache_files() {
                let name = file.file_name().expect("a name");
                let read = |path| -> Value {
                    serde_json::from_str(&std::fs::read_to_string(path).expect("text")).expect("JSON")
                };
                let (mine, other) =
                    (read(file.clone()), read(theirs.path().join(".aws/cli/cache").join(name)));
                assert_eq!(shape(&mine), shape(&other), "AWS CLI v{}: {profile}", aws.version);
            }
        }
    }
}

/// The keys of an entry, whatever their values; of the HTTP headers only that there are some. AWS CLI
/// v2 before 2.18 stores no account.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| *name != "AccountId")
            .map(|(name, value)| {
                let inner = if name == "HTTPHeaders" { Value::Null } else { shape(value) };
                (name.clone(), inner)
            })
            .collect(),
        _ => Value::Null,
    }
}

#[test]
fn an_aws_written_by_others_agrees() {
    for aws in aws_clis("an_aws_written_by_others_agrees") {
        let Some(moto) = Moto::start("an_aws_written_by_others_agrees") else { return };
        let mut home = Home::with_config(&config());
        home.set("AWS_ENDPOINT_URL_STS", moto.url());
        let renewed = home.sandglass_json(&["renew", "project1"]);
        assert_eq!(renewed[0]["outcome"], "renewed", "{renewed}");
        assert_eq!(moto.requests(), 1);
        let identity = aws.caller_identity(&home, "project1");
        assert!(
            identity["Arn"].as_str().is_some_and(|found| found.starts_with(&arn("project1"))),
            "{identity}"
        );
        assert_eq!(moto.requests(), 2, "AWS CLI v{} asked for more than its identity", aws.version);
        let status = home.sandglass_json(&["status", "project1"]);
        assert_eq!(status[0]["expires_at"], renewed[0]["expires_at"]);
    }
}
