//! `sandglass profile` beside the real AWS CLIs: what is made they read as intended, keys that ran out
//! become a role that renews itself, every paste is taken whole or not at all, and nothing is lost.

use std::io::Write;
use std::process::Stdio;

use aws_sim::{Sim, World};
use sandglass_tests::fault_point::Stopped;
use sandglass_tests::{Home, Ran, aws_clis, built, fixtures};
use serde_json::Value;

const ROLE: &str = "arn:aws:iam::123456789012:role/project1";

fn sim() -> Sim {
    Sim::start(World::small()).expect("a free port")
}

/// Runs `sandglass profile …` with a text on its standard input.
fn profile_with(home: &Home, arguments: &[&str], input: &str) -> Ran {
    let mut command = home.command(built("sandglass"));
    command.arg("profile").args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    // It may end without reading all of it.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// A profile of each kind: how it is made, the secrets it is given, and its other settings.
fn kinds() -> Vec<(&'static str, Vec<&'static str>, Vec<&'static str>)> {
    let role = "role_arn=arn:aws:iam::123456789012:role/project1";
    let account = "sso_account_id=123456789012";
    vec![
        ("keys", vec!["SECRETkeys"], vec!["aws_access_key_id=AKIAKEYS0000", "region=eu-west-1"]),
        (
            "temporary_keys",
            vec!["SECRETtemporary", "TOKENtemporary=="],
            vec!["aws_access_key_id=ASIATEMP0000"],
        ),
        ("role", vec![], vec![role, "source_profile=base", "region=eu-central-1", "duration_seconds=3600"]),
        (
            "role_mfa",
            vec![],
            vec![role, "source_profile=base", "mfa_serial=arn:aws:iam::123456789012:mfa/ana"],
        ),
        (
            "sso",
            vec![],
            vec![
                "sso_session=corp",
                "sso_start_url=https://corp.awsapps.com/start",
                "sso_region=eu-west-1",
                account,
                "sso_role_name=Dev",
            ],
        ),
        (
            "sso_legacy",
            vec![],
            vec![
                "sso_start_url=https://corp.awsapps.com/start",
                "sso_region=eu-west-1",
                account,
                "sso_role_name=Dev",
            ],
        ),
        (
            "web_identity",
            vec![],
            vec![role, "web_identity_token_file=/var/run/token", "role_session_name=pod"],
        ),
        (
            "process",
            vec![],
            vec![
                "credential_process=/bin/echo '{\"Version\": 1, \"AccessKeyId\": \"AKIAPROCESS0\", \"SecretAccessKey\": \"s\"}'",
            ],
        ),
        ("login", vec![], vec!["login_session=arn:aws:iam::123456789012:user/ana"]),
    ]
}

#[test]
fn the_aws_cli_reads_a_profile_of_each_kind_as_intended() {
    for aws in aws_clis("the_aws_cli_reads_a_profile_of_each_kind_as_intended") {
        let sim = sim();
        let home = Home::in_sim("# the team's\n", &sim);
        for (kind, secrets, settings) in kinds() {
            let name = format!("made-{kind}");
            let arguments = [&["add", &name, "--kind", kind, "--yes"][..], &settings].concat();
            profile_with(&home, &arguments, &(secrets.join("\n") + "\n")).done();
            let get = |key: &str| {
                let ran = aws.run(&home, &["configure", "get", key, "--profile", &name]);
                ran.out.trim_end().to_owned()
            };
            for setting in settings {
                let (key, value) = setting.split_once('=').expect("key=value");
                // Those of the sso-session are its own.
                let own = kind != "sso" || !["sso_start_url", "sso_region"].contains(&key);
                assert_eq!(get(key), if own { value } else { "" }, "AWS CLI v{}: {kind}: {key}", aws.version);
            }
            for (key, secret) in ["aws_secret_access_key", "aws_session_token"].iter().zip(secrets) {
                assert_eq!(get(key), secret, "AWS CLI v{}: {kind}", aws.version);
            }
        }
        for (kind, method) in [
            ("keys", "shared-credentials-file"),
            ("temporary_keys", "shared-credentials-file"),
            ("role", "assume-role"),
            ("process", "custom-process"),
        ] {
            let ran = aws.run(&home, &["configure", "list", "--profile", &format!("made-{kind}")]);
            ran.done();
            assert!(ran.out.contains(method), "AWS CLI v{}: {kind}: {ran:?}", aws.version);
        }
        // What has no session yet says what it looks for.
        for (kind, sought) in [
            ("sso", "Token for corp does not exist"),
            ("sso_legacy", "Token for https://corp.awsapps.com/start does not exist"),
            ("web_identity", "'/var/run/token'"),
        ] {
            let profile = format!("made-{kind}");
            let ran = aws.run(&home, &["sts", "get-caller-identity", "--profile", &profile]);
            assert!(ran.err.contains(sought), "AWS CLI v{}: {kind}: {ran:?}", aws.version);
        }
        let listed = home.sandglass_json(&["profile", "list"]);
        let kind_of = |name: &str| {
            let found = listed.as_array().expect("a list").iter().find(|one| one["name"] == name);
            found.map(|one| one["kind"].clone()).expect("it is listed")
        };
        for (kind, _, _) in kinds() {
            let word = match kind {
                "role_mfa" => "role",
                "sso_legacy" => "sso",
                kind => kind,
            };
            assert_eq!(kind_of(&format!("made-{kind}")), word);
        }
        assert!(home.aws_file("config").starts_with("# the team's\n"));
    }
}

/// What `aws sts assume-role` prints for the role, and its session's secret.
fn assumed(home: &Home, aws: &sandglass_tests::AwsCli) -> (String, Value) {
    let arguments = ["sts", "assume-role", "--role-arn", ROLE, "--role-session-name", "manual"];
    let ran = aws.run(
        home,
        &[&arguments[..], &["--profile", "base", "--region", "eu-central-1", "--output", "json"]].concat(),
    );
    ran.done();
    let answer: Value = serde_json::from_str(&ran.out).expect("JSON");
    (ran.out, answer["Credentials"].clone())
}

#[test]
fn a_manual_profile_whose_keys_ran_out_becomes_one_that_renews_itself() {
    for aws in aws_clis("a_manual_profile_whose_keys_ran_out_becomes_one_that_renews_itself") {
        let sim = sim();
        let home = Home::in_sim("[profile project1]\nregion = eu-central-1\n", &sim);
        let before = home.aws_files();
        let lasts = |seconds| {
            let mut world = sim.world();
            let role = world.roles.iter_mut().find(|role| role.arn == ROLE).expect("it exists");
            role.session_seconds = seconds;
        };
        lasts(Some(-60));
        let (answer, credentials) = assumed(&home, &aws);
        lasts(None);
        let ran = profile_with(&home, &["paste", "project1", "-", "--yes"], &answer);
        ran.done();
        for key in ["SecretAccessKey", "SessionToken"] {
            assert!(!ran.out.contains(credentials[key].as_str().expect("text")), "a secret was shown");
        }
        let expired = home.aws_file("credentials");
        let over = aws.run(&home, &["sts", "get-caller-identity", "--profile", "project1"]);
        assert!(over.code != Some(0) && over.err.contains("ExpiredToken"), "{over:?}");
        assert_eq!(home.sandglass_json(&["status", "project1"])[0]["state"], "expired");

        let looked = home.sandglass(&["profile", "convert", "project1", "--role", ROLE, "--dry-run"]);
        looked.done();
        assert_eq!(home.aws_file("credentials"), expired, "a dry run wrote");
        home.sandglass(&["profile", "convert", "project1", "--role", ROLE, "--try", "--yes"]).done();
        let after = home.aws_files();
        assert_eq!(after.0, format!("{}role_arn = {ROLE}\nsource_profile = base\n", before.0));
        assert_eq!(after.1.trim_end(), before.1.trim_end());
        let arn = aws.caller_identity(&home, "project1")["Arn"].as_str().map(str::to_owned);
        assert!(arn.is_some_and(|arn| arn.contains(":assumed-role/project1/")), "AWS CLI v{}", aws.version);
        home.sandglass(&["profile", "undo", "--yes"]).done();
        assert_eq!(home.aws_files(), (before.0, expired));
    }
}

#[test]
fn a_rename_takes_its_references_along_and_back() {
    for aws in aws_clis("a_rename_takes_its_references_along_and_back") {
        let sim = sim();
        let home = Home::in_sim(&fixtures::project1(), &sim);
        home.sandglass(&["watch", "add", "project1", "base"]).done();
        let before = home.aws_files();
        home.sandglass(&["profile", "rename", "base", "long-term", "--yes"]).done();
        assert_eq!(
            home.aws_files(),
            (before.0.replace("= base", "= long-term"), before.1.replace("[base]", "[long-term]"))
        );
        aws.caller_identity(&home, "project1");
        let watched = home.sandglass(&["preferences", "get", "watched"]);
        assert!(watched.out.contains("long-term") && !watched.out.contains("base"), "{watched:?}");
        home.sandglass(&["profile", "undo", "--yes"]).done();
        assert_eq!(home.aws_files(), before);
    }
}

#[test]
fn nothing_is_written_unless_somebody_wants_it() {
    let home = Home::with_config(&fixtures::project1());
    let before = home.aws_files();
    let set = ["profile", "set", "project1", "region=eu-west-1"];
    let asked = home.sandglass(&set);
    assert_eq!(asked.code, Some(3), "{asked:?}");
    assert!(asked.out.contains("-region = eu-central-1\n+region = eu-west-1\n"), "{asked:?}");
    home.sandglass(&[&set[..], &["--dry-run"]].concat()).done();
    let secret = home.sandglass(&["profile", "set", "base", "aws_secret_access_key=typed", "--yes"]);
    assert_eq!(secret.code, Some(2), "{secret:?}");
    let nothing = home.sandglass(&["profile", "undo", "--yes"]);
    assert_eq!(nothing.code, Some(1), "{nothing:?}");
    assert_eq!(home.aws_files(), before);
    let same = home.sandglass(&["profile", "set", "project1", "region=eu-central-1", "--yes"]);
    same.done();
    assert_eq!(home.aws_files(), before);
}

#[test]
fn another_program_that_writes_meanwhile_loses_nothing() {
    let home = Home::with_config(&fixtures::project1());
    let set = ["profile", "set", "project1", "region=eu-west-1", "--yes"];
    let stopped = Stopped::at(&home, "config", "rename", &set);
    let theirs = home.aws_file("config") + "\n[profile theirs]\nregion = us-east-1\n";
    home.write(".aws/config", &theirs);
    let ran = stopped.go_on();
    ran.done();
    assert_eq!(home.aws_file("config"), theirs.replacen("eu-central-1", "eu-west-1", 1));
    // Taking it back would take their change back too.
    let theirs = home.aws_file("config") + "# theirs\n";
    home.write(".aws/config", &theirs);
    let undo = home.sandglass(&["profile", "undo", "--yes"]);
    assert_eq!(undo.code, Some(1), "{undo:?}");
    assert!(undo.out.contains("-# theirs"), "{undo:?}");
    assert_eq!(home.aws_file("config"), theirs);
}

#[cfg(unix)]
#[test]
fn of_two_files_both_are_written_or_none() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::with_config(&fixtures::project1());
    let before = home.aws_files();
    let credentials = home.path().join(".aws/credentials");
    let mode =
        |mode| std::fs::set_permissions(&credentials, std::fs::Permissions::from_mode(mode)).expect("set");
    let rename = ["profile", "rename", "base", "other", "--yes"];
    mode(0o400);
    let refused = home.sandglass(&rename);
    assert_eq!(refused.code, Some(1), "{refused:?}");
    assert!(refused.err.contains("~/.aws/credentials"), "{refused:?}");
    assert_eq!(home.aws_files(), before);
    mode(0o600);
    // The second file changes when the first is written already: the first is put back.
    let stopped = Stopped::at(&home, "credentials", "rename", &rename);
    assert_ne!(home.aws_file("config"), before.0, "the first file is written by now");
    home.write(".aws/credentials", &(before.1.clone() + "[more]\nregion = x\n"));
    let ran = stopped.go_on();
    ran.done();
    assert_eq!(
        home.aws_file("config"),
        before.0.replace("= base", "= other"),
        "made anew on what stands there now"
    );
    assert!(home.aws_file("credentials").contains("[more]"));
    mode(0o640);
    home.sandglass(&["profile", "set", "other", "region=eu-west-1", "--file", "credentials", "--yes"]).done();
    let kept = std::fs::metadata(&credentials).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(kept, 0o640);
}

#[test]
fn bad_input_is_named_and_nothing_is_lost() {
    let home = Home::with_config(&fixtures::project1());
    let before = home.aws_files();
    let long = "x".repeat(300);
    let refused = |arguments: &[&str], input: &str, words: &str| {
        let ran = profile_with(&home, arguments, input);
        assert_eq!(ran.code, Some(1), "{arguments:?}: {ran:?}");
        assert!(ran.err.contains(words), "“{words}” is missing: {ran:?}");
        assert!(ran.err.contains("\n  → ") && !ran.err.contains("panicked"), "{ran:?}");
        assert_eq!(home.aws_files(), before, "{arguments:?}");
    };
    for name in ["a]b", "a\nb", "a\"b", "it's", &long, ""] {
        let add = [
            "add",
            name,
            "--kind",
            "role",
            "role_arn=arn:aws:iam::123456789012:role/r",
            "source_profile=base",
            "--yes",
        ];
        refused(&add, "", "cannot be a name");
        refused(&["rename", "base", name, "--yes"], "", "cannot be a name");
    }
    refused(
        &["add", "x", "--kind", "role", "role_arn=role/r", "source_profile=base", "--yes"],
        "",
        "role_arn must be",
    );
    refused(
        &["add", "x", "--kind", "role", "role_arn=arn:aws:iam::123456789012:role/r", "--yes"],
        "",
        "source_profile",
    );
    refused(&["set", "project1", "source_profile=project1", "--yes"], "", "project1");
    let (key, secret) = ("export AWS_ACCESS_KEY_ID=ASIA1\n", "export AWS_SECRET_ACCESS_KEY=s\n");
    refused(&["paste", "x", "--yes"], key, "has no aws_secret_access_key");
    refused(&["paste", "x", "--yes"], &format!("{key}{secret}"), "has no aws_session_token");
    let two = format!("{key}{secret}export AWS_SESSION_TOKEN=t\nexport AWS_ACCESS_KEY_ID=ASIA2\n");
    refused(&["paste", "x", "--yes"], &two, "more than one session");
    refused(&["paste", "x", "--yes"], r#"{"Credentials": {"AccessKeyId": "ASIA1","#, "JSON");
    refused(
        &["paste", "base", "--yes"],
        "[x]\naws_access_key_id=ASIA1\naws_secret_access_key=s\naws_session_token=t\n",
        "long-term",
    );
    refused(&["convert", "base", "--role", ROLE, "--source", "project1", "--yes"], "", "long-term");
    refused(&["convert", "nobody", "--role", ROLE, "--yes"], "", "nobody");
}

#[test]
fn a_file_nobody_can_parse_is_listed_with_its_line_and_left() {
    for (text, line) in [
        (b"[profile a]\nregion = r\n[profile a]\n".to_vec(), 3),
        (b"[profile a]\n# caf\xe9\nregion = r\n".to_vec(), 2),
    ] {
        let home = Home::empty();
        home.write(".aws/config", "");
        let path = home.path().join(".aws/config");
        std::fs::write(&path, &text).expect("written");
        let listed = home.sandglass_json(&["profile", "list"]);
        let broken = &listed[0];
        assert_eq!(broken["name"], Value::Null, "{listed}");
        let problem = &broken["problems"][0];
        assert_eq!(
            (problem["code"].as_str(), problem["line"].as_u64()),
            (Some("file_unparsable"), Some(line))
        );
        assert_eq!(problem["file"].as_str(), path.to_str());
        let ran = home.sandglass(&["profile", "set", "a", "region=x", "--yes"]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.err.contains(&format!("config:{line}")), "{ran:?}");
        assert_eq!(std::fs::read(&path).expect("it is there"), text);
    }
}

#[test]
fn carriage_returns_comments_and_order_stay() {
    let config = "; ours\r\n[profile b]\r\nregion : x\r\n\r\n# of a\r\n[profile a]\r\n  output=json\r\n";
    let home = Home::with_config(config);
    home.sandglass(&["profile", "set", "a", "region=eu-west-1", "--yes"]).done();
    home.sandglass(&["profile", "set", "b", "region=eu-west-2", "--yes"]).done();
    let expected = config.replace(": x", ": eu-west-2") + "  region = eu-west-1\r\n";
    assert_eq!(home.aws_file("config"), expected);
    let shown = home.sandglass_json(&["profile", "show", "a"]);
    assert_eq!(shown["settings"][1]["value"], "eu-west-1", "{shown}");
    assert_eq!(shown["settings"][1]["line"], 8, "{shown}");
}
