//! Keys kept in a file, renewed from a role: the lines where they stand change, and nothing else.

use aws_files::FileKind;
use aws_sim::{FaultKind, Sim, World};
use sandglass_tests::botocore::Botocore;
use sandglass_tests::{Home, Ran, aws_clis, built, fixtures, run};
use serde_json::{Value, json};

const ROLE: &str = "arn:aws:iam::123456789012:role/project1";

/// A credentials file as people and tools leave it: comments, CRLF, blanks, an old token.
const PASTED: &str = "# mine\r\n[base]\r\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\r\n\
     aws_secret_access_key = SECRET\r\n\r\n; from the portal\r\n[pasted]\r\n  # until tonight\r\n\
     aws_access_key_id=ASIAOLD\r\nAWS_Secret_Access_Key : old\r\naws_session_token\t=\told-token\r\n\
     aws_security_token = older-token\r\nregion = eu-central-1\r\n\
     aws_session_expiration = 2020-01-01T00:00:00+0000\r\n\r\n[other]\r\nregion = us-east-1";

fn home(sim: &Sim) -> Home {
    let home = Home::in_sim(&fixtures::project1(), sim);
    home.write(".aws/credentials", &PASTED.replace("SECRET", &home.secret));
    home
}

fn enrolled(sim: &Sim) -> Home {
    let home = home(sim);
    let ran = enroll(&home, "pasted", "base");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    home
}

fn enroll(home: &Home, profile: &str, source: &str) -> Ran {
    home.sandglass(&["watch", "add", profile, "--refresh-role", ROLE, "--refresh-source", source])
}

fn sim() -> Sim {
    Sim::start(World::small()).expect("a free port")
}

fn credentials(home: &Home) -> String {
    std::fs::read_to_string(home.path().join(".aws/credentials")).expect("a file")
}

/// The lines that are not those of a renewal.
fn untouched(text: &str) -> Vec<&str> {
    let renewed = ["aws_access_key_id=", "AWS_Secret_Access_Key", "aws_session", "aws_security_token"];
    text.split_inclusive('\n').filter(|line| !renewed.iter().any(|key| line.starts_with(key))).collect()
}

#[test]
fn keys_in_a_file_are_renewed_where_they_stand() {
    let clis = aws_clis("keys_in_a_file_are_renewed_where_they_stand");
    let sim = sim();
    let home = enrolled(&sim);
    let mut botocore = Botocore::start("keys_in_a_file_are_renewed_where_they_stand");
    let before = credentials(&home);
    let status = home.sandglass_json(&["status", "pasted"]);
    assert_eq!((&status[0]["state"], &status[0]["renewable"]), (&json!("expired"), &json!("silent")));

    let renewed = home.sandglass_json(&["renew", "pasted"]);
    assert_eq!(renewed[0]["outcome"], "renewed", "{renewed}");
    let file = home.path().join(".aws/credentials");
    assert_eq!(renewed[0]["stored_in"], file.to_str().expect("text"));
    let after = credentials(&home);
    assert_eq!(untouched(&before), untouched(&after));
    assert_eq!(before.lines().count(), after.lines().count());
    for line in ["aws_access_key_id=ASIA", "AWS_Secret_Access_Key : ", "aws_session_token\t=\t"] {
        assert!(after.contains(&format!("\r\n{line}")), "{line} is missing");
    }
    let end = renewed[0]["expires_at"].as_str().expect("a date");
    assert!(after.contains(&format!("aws_session_expiration = {}\r\n", end.replace('Z', "+0000"))));
    assert!(!after.contains("old"), "an old key or token is left");
    assert!(home.cache_files().is_empty(), "the session stands in one place");
    assert_eq!(home.sandglass_json(&["status", "pasted"])[0]["expires_at"], end);

    if let Some(botocore) = &mut botocore {
        let read = |botocore: &mut Botocore, text: &str| {
            botocore.read(FileKind::Credentials, text.as_bytes())["profiles"].clone()
        };
        let (mut old, new) = (read(botocore, &before), read(botocore, &after));
        for key in [
            "aws_access_key_id",
            "aws_secret_access_key",
            "aws_session_token",
            "aws_security_token",
            "aws_session_expiration",
        ] {
            assert_ne!(old["pasted"][key], new["pasted"][key], "{key}");
            old["pasted"][key] = new["pasted"][key].clone();
        }
        assert_eq!(old, new);
    }
    // What was renewed in the file, every AWS CLI uses; when it runs out, it is renewed again.
    for aws in clis {
        for _ in 0..2 {
            let arn = aws.caller_identity(&home, "pasted")["Arn"].to_string();
            assert!(arn.contains(":assumed-role/project1/"), "{arn}");
            sim.world().expire_sessions();
            let refused = aws.run(&home, &["sts", "get-caller-identity", "--profile", "pasted"]);
            assert!(refused.err.contains("ExpiredToken"), "{refused:?}");
            assert_eq!(home.sandglass(&["renew", "pasted"]).code, Some(0));
            assert_eq!(untouched(&before), untouched(&credentials(&home)));
        }
    }
}

#[test]
fn keys_in_the_config_file_and_through_a_chain() {
    let sim = sim();
    let config = fixtures::project1()
        + "[profile inline]\naws_access_key_id = ASIAOLD\naws_secret_access_key = s\n# end\naws_session_token = t\n";
    let home = Home::in_sim(&config, &sim);
    let before = credentials(&home);
    assert_eq!(enroll(&home, "inline", "project1").code, Some(0));
    let renewed = home.sandglass_json(&["renew", "inline"]);
    assert_eq!(renewed[0]["outcome"], "renewed", "{renewed}");
    // The role in between is cached, as the AWS CLI would; that of the keys is not.
    assert_eq!((sim.count("AssumeRole"), home.cache_files().len()), (2, 1));
    let config = std::fs::read_to_string(home.path().join(".aws/config")).expect("a file");
    let end = renewed[0]["expires_at"].as_str().expect("a date");
    let last = format!("\nx_security_token_expires = {end}\n");
    assert!(config.ends_with(&last) && config.contains("\n# end\naws_session_token = "), "{end}");
    assert_eq!(credentials(&home), before);
}

#[test]
fn what_cannot_be_renewed_is_refused_when_it_is_set() {
    let sim = sim();
    let config = fixtures::project1() + "[profile loop]\nsource_profile = pasted\nrole_arn = " + ROLE + "\n";
    let home = Home::in_sim(&config, &sim);
    home.write(".aws/credentials", &PASTED.replace("SECRET", &home.secret));
    for (profile, source, word) in [
        ("base", "project1", "long-term keys"),
        ("project1", "base", "no temporary keys"),
        ("nobody", "base", "“nobody”"),
        ("pasted", "nobody", "“nobody”"),
        ("pasted", "pasted", "circle"),
        ("pasted", "loop", "circle"),
    ] {
        let ran = enroll(&home, profile, source);
        assert_eq!(ran.code, Some(1), "{profile} from {source}: {ran:?}");
        assert!(ran.err.contains(word) && ran.err.contains("→"), "{profile} from {source}: {ran:?}");
    }
    assert_eq!(sim.log(), []);
}

#[test]
fn long_term_keys_are_never_written_over() {
    let sim = sim();
    let home = enrolled(&sim);
    // Somebody puts long-term keys where the temporary ones were.
    for keys in [
        "aws_access_key_id = AKIANEW\naws_secret_access_key = s\naws_session_token = t\n",
        "aws_access_key_id = ANEW\naws_secret_access_key = s\naws_session_token =\n",
    ] {
        let text = format!(
            "[base]\naws_access_key_id = {}\naws_secret_access_key = {}\n[pasted]\n{keys}",
            sandglass_tests::home::ACCESS_KEY,
            home.secret
        );
        home.write(".aws/credentials", &text);
        let ran = home.sandglass(&["renew", "pasted"]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.err.contains("long-term keys") && ran.err.contains("~/.aws/credentials:5"), "{ran:?}");
        assert_eq!(credentials(&home), text);
    }
    assert_eq!(sim.log(), []);
}

#[test]
fn a_refresh_source_is_forgotten_on_request() {
    let sim = sim();
    for arguments in [&["watch", "add", "pasted", "--no-refresh"][..], &["watch", "remove", "pasted"]] {
        let home = enrolled(&sim);
        assert_eq!(home.sandglass(arguments).code, Some(0));
        let renewed = home.sandglass_json(&["renew", "pasted"]);
        assert_eq!(renewed[0]["error"]["code"], "not_renewable", "{renewed}");
    }
    assert_eq!(sim.log(), []);
}

#[test]
fn eight_at_once_make_one_call() {
    let sim = sim();
    sim.world().latency_ms = 300;
    let home = enrolled(&sim);
    let running: Vec<_> = (0..8)
        .map(|_| {
            let mut command = home.command(built("sandglass"));
            command.args(["credentials", "pasted"]).stdout(std::process::Stdio::piped());
            command.spawn().expect("it starts")
        })
        .collect();
    let answers: Vec<Value> = running
        .into_iter()
        .map(|child| {
            serde_json::from_slice(&child.wait_with_output().expect("it ends").stdout).expect("JSON")
        })
        .collect();
    assert!(answers.iter().all(|answer| *answer == answers[0] && answer["SessionToken"].is_string()));
    assert_eq!(sim.count("AssumeRole"), 1);
}

#[test]
fn silent_renewal_can_be_switched_for_one_profile() {
    let home = Home::with_config(&fixtures::project1());
    for (word, value) in [("off", "false"), ("on", "true")] {
        assert_eq!(home.sandglass(&["watch", "add", "project1", "--silent", word]).code, Some(0));
        let found = home.files_with(&[format!("silent_renewal = {value}")]);
        assert_eq!(found.len(), 1, "{found:?}");
    }
}

#[test]
fn whether_keys_still_live_is_asked_only_on_request() {
    let sim = sim();
    let home = home(&sim);
    assert_eq!(home.sandglass(&["renew", "project1"]).code, Some(0));
    let session: Value =
        serde_json::from_slice(&std::fs::read(&home.cache_files()[0]).expect("a file")).expect("JSON");
    let key = |name: &str| session["Credentials"][name].as_str().expect("text").to_owned();
    let write = |token: &str| {
        home.write(
            ".aws/credentials",
            &format!(
                "[pasted]\naws_access_key_id = {}\naws_secret_access_key = {}\naws_session_token = {token}\nregion = eu-central-1\n",
                key("AccessKeyId"),
                key("SecretAccessKey"),
            ),
        );
    };
    write(&key("SessionToken"));
    let asked = || sim.count("GetCallerIdentity");
    let state = |arguments: &[&str]| {
        let status = home.sandglass_json(arguments);
        let codes: Vec<String> = status[0]["problems"]
            .as_array()
            .expect("problems")
            .iter()
            .map(|problem| problem["code"].as_str().expect("a code").to_owned())
            .collect();
        (status[0]["state"].as_str().expect("a state").to_owned(), codes.join(" "))
    };
    let told = |state: &str, code: &str| (state.to_owned(), code.to_owned());
    assert_eq!(state(&["status", "pasted"]), told("unknown", ""));
    assert_eq!(asked(), 0);
    let verify = ["status", "pasted", "--verify"];
    assert_eq!(state(&verify), told("unknown", "expiry_unrecorded"));
    assert_eq!(asked(), 1);
    assert!(home.sandglass(&["status", "--verify"]).out.contains("AWS accepts the keys"));
    write("wrong");
    assert_eq!(state(&verify), told("unknown", "invalid_key"));
    write(&key("SessionToken"));
    sim.world().expire_sessions();
    assert_eq!(state(&verify), told("expired", "source_expired"));
    sim.world().faults.push(aws_sim::Fault { action: None, times: None, kind: FaultKind::Garbage });
    assert_eq!(state(&verify), told("unknown", "aws_fault"));
}

#[test]
fn whoever_watches_hears_of_it() {
    let sim = sim();
    let home = enrolled(&sim);
    let mut command = home.command(built("sandglass"));
    command.args(["status", "pasted", "--watch", "--json"]).stdout(std::process::Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let out = std::io::BufReader::new(child.stdout.take().expect("a pipe"));
    let mut lines = std::io::BufRead::lines(out).map_while(Result::ok);
    let mut until = |state: &str| {
        let found = lines.any(|line| {
            let status: Value = serde_json::from_str(&line).expect("an array a line");
            status[0]["state"] == state
        });
        assert!(found, "it ended before {state}");
    };
    until("expired");
    assert_eq!(home.sandglass(&["renew", "pasted"]).code, Some(0));
    until("fresh");
    child.kill().expect("it runs");
    child.wait().expect("it ends");
}

#[test]
fn programs_and_shells_are_given_the_new_keys() {
    let sim = sim();
    let home = enrolled(&sim);
    let ran = run(home.command(built("sandglass")).args(["credentials", "pasted"]));
    let answer: Value = serde_json::from_str(&ran.out).expect("JSON");
    let id = answer["AccessKeyId"].as_str().expect("text");
    assert!(id.starts_with("ASIA") && credentials(&home).contains(&format!("aws_access_key_id={id}\r\n")));
    // Good enough now: nobody asks AWS again.
    run(home.command(built("sandglass")).args(["env", "pasted"]));
    assert_eq!(sim.count("AssumeRole"), 1);
}
