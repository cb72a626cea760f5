//! `sandglass credentials` and `sandglass env`, used by the tools they are for.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use aws_sim::{Sim, World};
use sandglass_tests::{Home, Ran, aws_clis, built, fixtures, run, set_up, skipped};
use serde_json::Value;

/// A session of so many seconds runs out while a test looks on.
const SHORT: i64 = 6;

fn sim(session_seconds: Option<i64>) -> Sim {
    let mut world = World::small();
    world.roles[0].session_seconds = session_seconds;
    Sim::start(world).expect("a free port")
}

/// `tools` gets its credentials from `project1` through us.
fn home(sim: &Sim) -> Home {
    let sandglass = built("sandglass");
    let tools = format!(
        "[profile tools]\nregion = eu-central-1\ncredential_process = \"{}\" credentials project1\n\n",
        sandglass.display()
    );
    Home::in_sim(&(fixtures::project1() + &fixtures::admin() + &tools), sim)
}

fn credentials(home: &Home, profile: &str) -> Ran {
    run(home.command(built("sandglass")).args(["credentials", profile]))
}

fn client(home: &Home, program: PathBuf, script: &str) -> Ran {
    let script = format!("{}/clients/{script}", env!("CARGO_MANIFEST_DIR"));
    run(home.command(program).arg(script).env("TEST_PROFILE", "tools"))
}

/// Two sessions were used, each a role's, and AWS never met one that had run out.
fn survived(who: &str, ran: &Ran, sim: &Sim) {
    assert_eq!(ran.code, Some(0), "{who}: {ran:?}");
    let arns: Vec<&str> = ran.out.lines().collect();
    assert_eq!(arns.len(), 2, "{who}: {ran:?}");
    assert!(arns.iter().all(|arn| arn.contains(":assumed-role/project1/")), "{who}: {arns:?}");
    assert!(sim.log().iter().all(|entry| entry.status == 200), "{who}: {:?}", sim.log());
}

#[test]
fn a_program_that_runs_longer_than_its_session() {
    let test = "a_program_that_runs_longer_than_its_session";
    match set_up("SANDGLASS_TEST_PYTHON") {
        Some(python) => {
            let sim = sim(Some(SHORT));
            survived("boto3", &client(&home(&sim), python, "until_renewed.py"), &sim);
        }
        None => skipped(test, "SANDGLASS_TEST_PYTHON"),
    }
    match set_up("SANDGLASS_TEST_NODE_TOOLS") {
        Some(tools) => {
            let sim = sim(Some(SHORT));
            let mut home = home(&sim);
            home.set("TEST_NODE_TOOLS", tools.to_str().expect("text"));
            survived("JavaScript", &client(&home, "node".into(), "until_renewed.mjs"), &sim);
        }
        None => skipped(test, "SANDGLASS_TEST_NODE_TOOLS"),
    }
}

#[test]
fn the_aws_cli_before_and_after_an_expiry() {
    for aws in aws_clis("the_aws_cli_before_and_after_an_expiry") {
        let sim = sim(Some(SHORT));
        let home = home(&sim);
        let mut seen: Vec<String> = Vec::new();
        while seen.len() < 2 {
            let arn = aws.caller_identity(&home, "tools")["Arn"].to_string();
            if !seen.contains(&arn) {
                seen.push(arn);
            }
        }
        let ran = Ran { code: Some(0), out: seen.join("\n"), err: String::new() };
        survived(&format!("AWS CLI v{}", aws.version), &ran, &sim);
    }
}

#[test]
fn fifty_at_once_make_one_call() {
    let sim = sim(None);
    let home = home(&sim);
    let running: Vec<_> = (0..50)
        .map(|_| {
            let mut command = home.command(built("sandglass"));
            command.args(["credentials", "project1"]).stdout(Stdio::piped()).spawn().expect("it starts")
        })
        .collect();
    let answers: Vec<Value> = running
        .into_iter()
        .map(|child| child.wait_with_output().expect("it ends"))
        .map(|output| serde_json::from_slice(&output.stdout).expect("JSON"))
        .collect();
    assert_eq!(sim.count("AssumeRole"), 1);
    assert!(answers.iter().all(|answer| *answer == answers[0]), "all got the same session");
    assert_eq!(answers[0]["Version"], 1);
    assert!(answers[0]["Expiration"].as_str().is_some_and(|end| end.ends_with('Z')));
}

#[test]
fn it_never_asks() {
    let sim = sim(None);
    let home = home(&sim);
    let ran = credentials(&home, "admin");
    assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{ran:?}");
    assert_eq!(ran.err.lines().count(), 1, "{ran:?}");
    assert!(ran.err.contains("MFA") && ran.err.contains("sandglass renew admin"), "{ran:?}");
    assert_eq!(sim.count("AssumeRole"), 0);
    let ran = credentials(&home, "nobody");
    assert_eq!((ran.code, ran.err.lines().count()), (Some(1), 1), "{ran:?}");
    // What the AWS CLI shows of it.
    home.write(
        ".aws/config",
        "[profile tools]\nregion = eu-central-1\ncredential_process = sandglass-missing x\n",
    );
    let ran = credentials(&home, "tools");
    assert_eq!((ran.code, ran.err.lines().count()), (Some(1), 1), "{ran:?}");
    assert!(ran.err.contains("sandglass-missing"), "{ran:?}");
}

/// Status, renewals and helpers: one decision, one sentence, one exit code.
#[test]
fn what_a_person_must_bring_is_said_in_the_same_words() {
    let sim = sim(None);
    let home = home(&sim);
    let pasted = format!(
        "[base]\naws_access_key_id = {}\naws_secret_access_key = {}\n[pasted]\naws_access_key_id = ASIAPASTED\n\
         aws_secret_access_key = s\naws_session_token = t\nx_security_token_expires = 2020-01-01T00:00:00Z\n",
        sandglass_tests::home::ACCESS_KEY,
        home.secret
    );
    home.write(".aws/credentials", &pasted);
    let config = home.aws_file("config");
    let over = "[profile over]\nregion = eu-central-1\nrole_arn = arn:aws:iam::123456789012:role/project1\nsource_profile = pasted\n";
    home.write(".aws/config", &format!("{config}\n{over}"));
    for (profile, renewable, code) in
        [("pasted", "no", "not_renewable"), ("over", "no", "source_expired"), ("admin", "mfa", "needs_mfa")]
    {
        let status = home.sandglass_json(&["status", profile]);
        assert_eq!(status[0]["renewable"], renewable, "{status}");
        let renewed = home.sandglass_json(&["renew", profile]);
        assert_eq!(renewed[0]["error"]["code"], code, "{renewed}");
        let sentence = renewed[0]["error"]["message"].as_str().expect("a sentence");
        for arguments in [["renew", profile], ["credentials", profile], ["env", profile]] {
            let ran = home.sandglass(&arguments);
            assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{arguments:?}: {ran:?}");
            assert!(ran.err.contains(sentence), "{arguments:?}: {ran:?} lacks {sentence}");
        }
    }
    assert_eq!(sim.log(), []);
}

#[test]
fn a_session_that_cannot_be_renewed_is_handed_out_to_its_end() {
    let sim = sim(None);
    let home = home(&sim);
    assert_eq!(home.sandglass(&["renew", "admin", "--mfa", "111111"]).code, Some(0));
    let soon = home.leave_seconds(600);
    home.forget_codes();
    let ran = credentials(&home, "admin");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains(&soon), "{ran:?}");
}

#[test]
fn keys_in_a_file_are_handed_out_without_a_call() {
    let sim = sim(None);
    let home = home(&sim);
    let ran = credentials(&home, "base");
    let answer: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(answer["SecretAccessKey"], home.secret.as_str());
    assert!(answer.get("Expiration").is_none() && answer.get("SessionToken").is_none());
    assert_eq!(sim.log().len(), 0);
}

/// A shell's name for `--shell`, how it is started, how it takes our lines, what it calls a variable.
const SHELLS: [(&str, &str, &str); 3] = [
    ("bash", "eval \"$(SANDGLASS)\"", "echo \"[$AWS_ACCESS_KEY_ID$AWS_SESSION_TOKEN$AWS_REGION]\""),
    ("zsh", "eval \"$(SANDGLASS)\"", "echo \"[$AWS_ACCESS_KEY_ID$AWS_SESSION_TOKEN$AWS_REGION]\""),
    ("fish", "SANDGLASS | source", "echo \"[$AWS_ACCESS_KEY_ID$AWS_SESSION_TOKEN$AWS_REGION]\""),
];

#[test]
fn real_shells_take_the_lines_and_give_them_back() {
    let aws = aws_clis("real_shells_take_the_lines_and_give_them_back").pop();
    for (shell, takes, shows) in SHELLS {
        let found = Command::new(shell).arg("--version").stdout(Stdio::null()).status().is_ok();
        assert!(found || std::env::var_os("SANDGLASS_TEST_REQUIRE_ALL").is_none(), "{shell} is missing");
        if !found {
            skipped("real_shells_take_the_lines_and_give_them_back", shell);
            continue;
        }
        let sim = sim(None);
        let mut home = home(&sim);
        // A shell that was another profile's before, and the user's login shell is another one.
        home.set("AWS_PROFILE", "base");
        home.set("SHELL", "/bin/false");
        let sandglass = built("sandglass");
        let line = |arguments: &str| {
            takes.replace("SANDGLASS", &format!("\"{}\" env {arguments}", sandglass.display()))
        };
        let identity = aws.as_ref().map_or_else(
            || "true".to_owned(),
            |aws| {
                format!("\"{}\" sts get-caller-identity --query Arn --output text", aws.program().display())
            },
        );
        let script = [&line("project1"), &identity, &line("--unset"), shows].join("\n");
        let ran = run(home.command(shell).args(["-c", &script]));
        assert_eq!(ran.code, Some(0), "{shell}: {ran:?}");
        if aws.is_some() {
            assert!(ran.out.contains(":assumed-role/project1/"), "{shell}: {ran:?}");
        }
        assert!(ran.out.trim_end().ends_with("[]"), "{shell} still has something: {ran:?}");
        assert_eq!(sim.count("AssumeRole"), 1, "{shell}");
    }
}

#[test]
fn powershell_where_there_is_one() {
    if Command::new("pwsh").arg("--version").stdout(Stdio::null()).status().is_err() {
        return skipped("powershell_where_there_is_one", "pwsh");
    }
    let sim = sim(None);
    let home = home(&sim);
    let sandglass = built("sandglass");
    let script = format!(
        "& '{0}' env project1 | Out-String | Invoke-Expression; $Env:AWS_ACCESS_KEY_ID\n\
         & '{0}' env --unset | Out-String | Invoke-Expression; \"[$Env:AWS_ACCESS_KEY_ID]\"",
        sandglass.display()
    );
    let ran = run(home.command("pwsh").args(["-NoProfile", "-Command", &script]));
    assert!(ran.out.starts_with("ASIA") && ran.out.trim_end().ends_with("[]"), "{ran:?}");
}

/// Whoever only asks for credentials needs no place of ours: a container may have none.
#[cfg(unix)]
#[test]
fn credentials_need_no_store() {
    use std::os::unix::fs::PermissionsExt;
    type Place = (&'static str, fn(&mut Home));
    let sim = sim(None);
    let places: [Place; 4] = [
        ("a file in the place of the cache", |home| {
            home.write(".aws/cli", "");
        }),
        ("a file in the place of our own directory", |home| {
            home.write(".local/state", "");
        }),
        ("no home", |home| {
            let aws = home.path().join(".aws");
            for (variable, file) in
                [("AWS_CONFIG_FILE", "config"), ("AWS_SHARED_CREDENTIALS_FILE", "credentials")]
            {
                home.set(variable, aws.join(file).to_str().expect("text"));
            }
            home.set("HOME", "/proc/nonexistent/home");
        }),
        ("a directory that may not be written", |home| {
            let mode = |path: &str, mode| {
                let path = home.path().join(path);
                std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("set");
            };
            mode(".aws", 0o500);
        }),
    ];
    for (what, make) in places {
        let mut home = home(&sim);
        make(&mut home);
        // To root nothing is forbidden.
        let ignores_modes =
            what.contains("may not") && std::fs::write(home.path().join(".aws/probe"), "").is_ok();
        for arguments in [&["credentials", "project1"][..], &["env", "project1", "--shell", "json"]] {
            let asked = sim.count("AssumeRole");
            let ran = run(home.command(built("sandglass")).args(arguments));
            assert_eq!(ran.code, Some(0), "{what}: {ran:?}");
            let answer: Value = serde_json::from_str(&ran.out).expect("JSON");
            let key = answer.get("AccessKeyId").or(answer.get("AWS_ACCESS_KEY_ID")).and_then(Value::as_str);
            assert!(key.is_some_and(|key| key.starts_with("ASIA")), "{what}: {ran:?}");
            if !ignores_modes {
                assert_eq!(ran.err.lines().count(), 1, "{what}: said once: {ran:?}");
                assert!(ran.err.contains("not kept"), "{what}: {ran:?}");
                assert_eq!(sim.count("AssumeRole"), asked + 1, "{what}");
            }
        }
        if !ignores_modes {
            let ran = run(home.command(built("sandglass")).args(["credentials", "admin"]));
            assert_eq!(
                (ran.code, ran.err.contains("MFA")),
                (Some(3), true),
                "{what}: a person is still needed: {ran:?}"
            );
        }
    }
}
