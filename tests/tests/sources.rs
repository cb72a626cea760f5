//! Credentials of every kind of source, served to other tools: the AWS CLIs use what `renew` stored without a call of
//! their own, and whoever asks `credentials` gets keys that AWS takes.

use std::process::Stdio;
use std::time::Duration;

use aws_sim::{IdentityToken, Sim, SsoRole, SsoToken, World};
use sandglass_tests::doctor::{Draw, SetUp};
use sandglass_tests::{Home, Ran, aws_clis, built, fixtures, run, set_up, skipped};
use serde_json::Value;

const ROLE: &str = "arn:aws:iam::123456789012:role/project1";
const POD: &str = "arn:aws:iam::123456789012:role/short";
const TOKEN: &str = ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json";

/// Where every source stands that a role can have, and a role over each.
fn home(sim: &Sim) -> Home {
    let mut home = Home::in_sim(&fixtures::project1(), sim);
    home.set("AWS_ENDPOINT_URL", &sim.url());
    let token = home.write("token", "example-token");
    let credentials = std::fs::read_to_string(home.path().join(".aws/credentials")).expect("a file");
    let key = |name: &str| {
        let line = credentials.lines().find_map(|line| line.strip_prefix(name)).expect("base has it");
        line.trim_start_matches([' ', '=']).to_owned()
    };
    let program = home.write(
        "program",
        &format!(
            "#!/bin/sh\necho run >> \"$HOME/runs\"\necho '{{\"Version\": 1, \"AccessKeyId\": \"{}\", \
             \"SecretAccessKey\": \"{}\"}}'\n",
            key("aws_access_key_id"),
            key("aws_secret_access_key")
        ),
    );
    make_executable(&program);
    let role = |name: &str, source: &str| {
        format!(
            "[profile {name}]\nrole_arn = {ROLE}\nrole_session_name = {name}\nsource_profile = {source}\nregion = eu-central-1\n\n"
        )
    };
    let config = format!(
        "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n\
         sso_account_id = 123456789012\n\n\
         [profile sso]\nsso_session = corp\nsso_role_name = Dev\nregion = eu-central-1\n\n\
         [profile pod]\nrole_arn = {POD}\nrole_session_name = pod\nweb_identity_token_file = {}\nregion = eu-central-1\n\n\
         [profile program]\ncredential_process = {}\nregion = eu-central-1\n\n",
        token.display(),
        program.display(),
    );
    let roles = role("over-sso", "sso") + &role("over-pod", "pod") + &role("over-program", "program");
    let known = std::fs::read_to_string(home.path().join(".aws/config")).expect("a file");
    home.write(".aws/config", &(known + &config + &roles));
    home.write(TOKEN, r#"{"accessToken":"example","expiresAt":"2090-01-01T00:00:00Z"}"#);
    home
}

#[cfg(unix)]
fn make_executable(path: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).expect("our own file");
}

fn sim() -> Sim {
    let mut world = World::small();
    let roles = vec![POD.to_owned()];
    world.identity_tokens.push(IdentityToken {
        token: "example-token".to_owned(),
        expires_at: 4_000_000_000,
        roles,
    });
    world.sso_tokens.push(SsoToken {
        access_token: "example".to_owned(),
        expires_at: 4_000_000_000,
        refresh_token: None,
        signed_in_until: None,
        client_id: String::new(),
        client_secret: String::new(),
        roles: vec![SsoRole { account_id: "123456789012".to_owned(), name: "Dev".to_owned() }],
    });
    Sim::start(world).expect("a free port")
}

/// How often something was asked of AWS.
fn asked(sim: &Sim, action: &str) -> usize {
    sim.log().iter().filter(|entry| entry.action == action).count()
}

/// Calls that give credentials.
fn grants(sim: &Sim) -> usize {
    ["AssumeRole", "AssumeRoleWithWebIdentity", "GetRoleCredentials"]
        .iter()
        .map(|action| asked(sim, action))
        .sum()
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"))
}

#[test]
fn what_renew_stored_the_aws_clis_use_without_a_call_of_their_own() {
    let test = "what_renew_stored_the_aws_clis_use_without_a_call_of_their_own";
    let clis = aws_clis(test);
    for (profile, arn) in [
        ("over-sso", "assumed-role/project1/over-sso"),
        ("over-pod", "assumed-role/project1/over-pod"),
        ("over-program", "assumed-role/project1/over-program"),
        ("pod", "assumed-role/short/pod"),
        ("sso", "assumed-role/AWSReservedSSO_Dev_0123456789abcdef/ana@example.com"),
    ] {
        let sim = sim();
        let home = home(&sim);
        let ran = home.sandglass(&["renew", profile, "--json"]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert_eq!(json(&ran)[0]["outcome"], "renewed", "{ran:?}");
        let made = grants(&sim);
        for aws in &clis {
            // The AWS CLI v1 stores no entry for SSO, and asks the portal each time.
            if profile == "sso" && aws.version == 1 {
                continue;
            }
            let identity = aws.caller_identity(&home, profile);
            let found = identity["Arn"].as_str().unwrap_or_default();
            assert!(found.ends_with(arn), "AWS CLI v{}: {found}", aws.version);
            assert_eq!(grants(&sim), made, "AWS CLI v{} asked for a session of {profile}", aws.version);
        }
        let status = home.sandglass(&["status", profile, "--json"]);
        assert_eq!(json(&status)[0]["state"], "fresh", "{status:?}");
    }
}

#[test]
fn credentials_of_every_kind_are_good() {
    let sim = sim();
    let home = home(&sim);
    for (profile, arn) in [
        ("sso", "assumed-role/AWSReservedSSO_Dev_0123456789abcdef/ana@example.com"),
        ("pod", "assumed-role/short/pod"),
        ("program", "user/ana"),
        ("over-sso", "assumed-role/project1/over-sso"),
        ("over-pod", "assumed-role/project1/over-pod"),
        ("over-program", "assumed-role/project1/over-program"),
    ] {
        let ran = run(home.command(built("sandglass")).args(["credentials", profile]));
        assert_eq!(ran.code, Some(0), "{profile}: {ran:?}");
        let given = json(&ran);
        assert_eq!(given["Expiration"].is_string(), profile != "program", "{profile}");
        let environment = run(home.command(built("sandglass")).args(["env", profile, "--shell", "bash"]));
        assert!(environment.out.contains("AWS_ACCESS_KEY_ID"), "{profile}: {environment:?}");
        let Some(python) = set_up("SANDGLASS_TEST_PYTHON") else {
            skipped("credentials_of_every_kind_are_good", "SANDGLASS_TEST_PYTHON");
            continue;
        };
        // boto3 through `credential_process`, as the README recommends it.
        let tools = format!(
            "[profile tools]\nregion = eu-central-1\ncredential_process = \"{}\" credentials {profile}\n",
            built("sandglass").display()
        );
        let known = std::fs::read_to_string(home.path().join(".aws/config")).expect("a file");
        let with_tools = home.write("config-with-tools", &(known + &tools));
        let script = "import boto3; print(boto3.Session(profile_name='tools').client('sts').get_caller_identity()['Arn'])";
        let boto3 = run(home.command(python).args(["-c", script]).env("AWS_CONFIG_FILE", with_tools));
        assert!(boto3.out.trim().ends_with(arn), "{profile}: {boto3:?}");
    }
}

#[test]
fn forty_at_once_are_one_call() {
    let sim = sim();
    let home = home(&sim);
    for (profile, calls) in [("over-sso", 2), ("over-program", 1), ("over-pod", 2), ("pod", 1), ("sso", 1)] {
        let before = grants(&sim);
        let started: Vec<_> = (0..40)
            .map(|_| {
                let mut command = home.command(built("sandglass"));
                command.args(["credentials", profile]).stdout(Stdio::piped()).spawn().expect("it starts")
            })
            .collect();
        let mut given: Vec<String> = started
            .into_iter()
            .map(|child| {
                let output = child.wait_with_output().expect("it ends");
                assert!(output.status.success(), "{profile}");
                String::from_utf8(output.stdout).expect("text")
            })
            .collect();
        given.dedup();
        assert_eq!(given.len(), 1, "{profile}: not all were given the same");
        assert_eq!(grants(&sim) - before, calls, "{profile}");
    }
    let runs = std::fs::read_to_string(home.path().join("runs")).expect("it ran");
    assert_eq!(runs.lines().count(), 1, "the program was run by more than one");
}

#[test]
fn where_a_person_is_needed_the_next_step_is_said() {
    let sim = sim();
    let home = home(&sim);
    std::fs::remove_file(home.path().join(TOKEN)).expect("it is there");
    for profile in ["sso", "over-sso"] {
        for command in ["renew", "credentials", "env"] {
            let ran = home.sandglass(&[command, profile]);
            assert_eq!(ran.code, Some(3), "{command} {profile}: {ran:?}");
            assert!(ran.err.contains("aws sso login --profile sso"), "{command} {profile}: {ran:?}");
        }
        let status = json(&home.sandglass(&["status", profile, "--json"]));
        assert_eq!(status[0]["renewable"], "sign_in", "{status}");
    }
    home.write(TOKEN, r#"{"accessToken":"forgotten","expiresAt":"2090-01-01T00:00:00Z"}"#);
    let ran = home.sandglass(&["renew", "sso"]);
    assert_eq!(ran.code, Some(3), "a token the portal does not take: {ran:?}");
    assert_eq!(grants(&sim), sim.log().iter().filter(|entry| entry.status != 200).count());
}

#[test]
fn a_program_that_fails_or_asks_us_in_turn_is_said_to() {
    let sim = sim();
    let home = home(&sim);
    let failing = home.write("failing", "#!/bin/sh\necho 'not signed in' >&2\nexit 7\n");
    make_executable(&failing);
    let config = format!(
        "[profile failing]\ncredential_process = {}\nregion = eu-central-1\n\n[profile missing]\n\
         credential_process = /nowhere/program\nregion = eu-central-1\n\n[profile itself]\nregion = eu-central-1\n\
         credential_process = \"{}\" credentials itself\n",
        failing.display(),
        built("sandglass").display()
    );
    home.write(".aws/config", &config);
    for profile in ["failing", "missing", "itself"] {
        let began = std::time::Instant::now();
        let ran = home.sandglass(&["credentials", profile]);
        assert_eq!(ran.code, Some(1), "{profile}: {ran:?}");
        assert!(ran.out.is_empty() && ran.err.contains(profile), "{profile}: {ran:?}");
        assert!(began.elapsed() < Duration::from_secs(20), "{profile}: it went round and round");
    }
}

#[test]
fn a_sign_in_that_is_over_is_refreshed_by_a_renewal() {
    let mut set_up = SetUp::new(Draw::of_case(0, "renewed by us"));
    let profile = set_up.name();
    let mut sign_in = set_up.sso_profile(&profile);
    set_up.end_refreshable(&mut sign_in, 3600);
    set_up.store(&sign_in);
    set_up.finish();
    let status = json(&set_up.home.sandglass(&["status", &profile, "--json"]));
    assert_eq!(status[0]["renewable"], "silent", "{status}");
    let ran = set_up.home.sandglass(&["renew", &profile]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let given = run(set_up.home.command(built("sandglass")).args(["credentials", &profile]));
    assert_eq!(given.code, Some(0), "{given:?}");
    for aws in aws_clis("a_sign_in_that_is_over_is_refreshed_by_a_renewal") {
        aws.caller_identity(&set_up.home, &profile);
    }
    let refreshes = set_up.sim.log().iter().filter(|entry| entry.action == "CreateToken").count();
    assert_eq!(refreshes, 1, "the new token was not used");
}
