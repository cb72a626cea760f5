//! Sessions that a code of an MFA device makes: how long they serve, where they are kept, and codes of programs.
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt;

use aws_sim::{Sim, World};
use sandglass_tests::desktop_program::{has, start};
use sandglass_tests::notification_daemon::NotificationDaemon;
use sandglass_tests::tray_host::TrayHost;
use sandglass_tests::{Home, built, fixtures, run};
use serde_json::{Value, json};
use xtask::desktop::VirtualDesktop;

const SERIAL: &str = "arn:aws:iam::123456789012:mfa/ana";
const DEVICE: &str = "mfa_serial = arn:aws:iam::123456789012:mfa/ana";

fn sim() -> Sim {
    Sim::start(World::small()).expect("a free port")
}

/// `admin`, `other` and `long` are roles behind one device; `long` lasts two hours, so it takes codes itself.
fn config(more: &[&str]) -> String {
    fn with<'a>(extra: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
        [&[DEVICE], extra, more].concat()
    }
    fixtures::role("admin", "prod-admin", &with(&[], more))
        + &fixtures::role("other", "short", &with(&[], more))
        + &fixtures::role("long", "project1", &with(&["duration_seconds = 7200"], more))
}

/// A program that prints the codes of the device, one after the other, and counts how often it was asked.
fn program(home: &Home, script: &str) -> String {
    let path = home.write("bin/code", &format!("#!/bin/sh\necho asked >> \"$HOME/asked\"\n{script}\n"));
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).expect("it may run");
    path.display().to_string()
}

const NEXT_CODE: &str =
    "number=$(wc -l < \"$HOME/asked\" | tr -d ' '); echo \" $number$number$number$number$number$number\"";

fn asked(home: &Home) -> usize {
    std::fs::read_to_string(home.path().join("asked")).map_or(0, |text| text.lines().count())
}

fn with_program(sim: &Sim, script: &str) -> Home {
    let home = Home::in_sim(&config(&[]), sim);
    let command = format!("mfa_process = \"{}\" --for 'AWS prod'", program(&home, script));
    home.write(".aws/config", &config(&[&command]));
    home
}

/// A helper, which prints what nothing else may print, but no code.
fn hands_out(home: &Home, arguments: &[&str]) {
    let ran = run(home.command(built("sandglass")).args(arguments));
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(!ran.out.contains("111111") && !ran.err.contains("111111"));
}

fn codes_used(sim: &Sim) -> usize {
    sim.log().iter().filter(|call| call.parameters.contains_key("TokenCode")).count()
}

fn of_kind(files: &Value) -> Vec<Value> {
    let files = files.as_array().expect("a list");
    files.iter().filter(|file| file["kind"] == "mfa_session").cloned().collect()
}

#[test]
fn one_code_serves_every_role_of_an_hour_for_as_long_as_was_chosen() {
    let sim = sim();
    let home = Home::in_sim(&config(&[]), &sim);
    home.sandglass(&["preferences", "set", "mfa_session_minutes", "90"]).done();
    home.sandglass(&["renew", "admin", "--mfa", "111111"]).done();
    let made = sim.log().into_iter().find(|call| call.action == "GetSessionToken").expect("a session");
    assert_eq!(made.parameters.get("DurationSeconds").map(String::as_str), Some("5400"));
    let [file] = home.mfa_sessions().try_into().expect("one session");
    let permissions = std::fs::metadata(&file).expect("a file").permissions();
    assert_eq!(permissions.mode() & 0o777, 0o600);
    // Helpers and terminals go on without a code, and say so before; a role of two hours asks for one.
    let status = home.sandglass_json(&["status", "admin", "other", "long"]);
    let renewable: Vec<&Value> =
        status.as_array().expect("a list").iter().map(|one| &one["renewable"]).collect();
    assert_eq!(renewable, ["silent", "silent", "mfa"]);
    hands_out(&home, &["credentials", "other"]);
    home.sandglass(&["renew", "admin", "other"]).done();
    assert_eq!(home.sandglass(&["renew", "long"]).code, Some(3));
    assert_eq!(codes_used(&sim), 1);
    // It is over before long: then a code is asked for, and named as needed by then.
    let deadline = home.sandglass_json(&["status", "other"])[0]["human_deadline"].clone();
    let ends: Value = serde_json::from_slice(&std::fs::read(&file).expect("a file")).expect("JSON");
    let end = ends["Credentials"]["Expiration"].as_str().expect("a date");
    let needed = chrono::DateTime::parse_from_rfc3339(deadline.as_str().expect("a date")).expect("a date");
    let end = chrono::DateTime::parse_from_rfc3339(end).expect("a date");
    assert!((end - needed).num_seconds() <= 60, "{needed} and {end}");
}

#[test]
fn what_a_code_made_is_listed_with_its_device_and_cleaned_only_by_name() {
    let sim = sim();
    let home = Home::in_sim(&config(&[]), &sim);
    home.sandglass(&["renew", "admin", "other", "--mfa", "111111"]).done();
    let listed = of_kind(&home.sandglass_json(&["cache", "list"]));
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0]["profiles"], json!(["admin", "other"]), "{listed:?}");
    assert_eq!(listed[0]["mfa_serial"], SERIAL);
    assert!(listed[0]["user_access_key_id"].as_str().is_some_and(|id| id.starts_with("AKIA")), "{listed:?}");
    let shown = home.sandglass(&["cache", "list"]);
    assert!(shown.out.contains(&format!("MFA session of {SERIAL}")), "{shown:?}");
    // All without a name: the sessions of roles go, what only a person brings back stays.
    home.sandglass(&["cache", "clean", "--all"]).done();
    assert_eq!((home.cache_files().len(), home.mfa_sessions().len()), (0, 1));
    home.sandglass(&["cache", "clean", "admin"]).done();
    assert_eq!(home.mfa_sessions().len(), 1, "it lives");
    home.sandglass(&["cache", "clean", "admin", "--all"]).done();
    assert_eq!(home.mfa_sessions().len(), 0);
    assert_eq!(home.sandglass(&["renew", "other"]).code, Some(3));
    // One that is over goes with the others.
    home.sandglass(&["renew", "admin", "--mfa", "222222"]).done();
    let [file] = home.mfa_sessions().try_into().expect("one session");
    let text = std::fs::read_to_string(&file).expect("a file");
    let mut entry: Value = serde_json::from_str(&text).expect("JSON");
    entry["Credentials"]["Expiration"] = "2026-01-01T00:00:00Z".into();
    std::fs::write(&file, entry.to_string()).expect("written");
    assert_eq!(home.sandglass(&["renew", "other"]).code, Some(3), "nobody signs with it");
    home.sandglass(&["cache", "clean"]).done();
    assert_eq!(home.mfa_sessions().len(), 0);
}

#[test]
fn a_session_that_aws_takes_no_longer_is_forgotten_and_a_damaged_one_is_none() {
    let sim = sim();
    let home = Home::in_sim(&config(&[]), &sim);
    home.sandglass(&["renew", "admin", "--mfa", "111111"]).done();
    sim.world().forget_sessions();
    assert_eq!(home.sandglass(&["renew", "admin"]).code, Some(3), "it asks for a code");
    assert_eq!(home.mfa_sessions().len(), 0);
    home.sandglass(&["renew", "admin", "--mfa", "222222"]).done();
    let [file] = home.mfa_sessions().try_into().expect("one session");
    for damage in ["", "{", "[]", "{\"Credentials\": {}}"] {
        std::fs::write(&file, damage).expect("written");
        assert_eq!(home.sandglass(&["renew", "other"]).code, Some(3), "{damage:?}");
        home.sandglass(&["cache", "list"]).done();
    }
}

#[test]
fn a_program_prints_the_code_and_nobody_is_asked() {
    let sim = sim();
    let mut home = with_program(&sim, NEXT_CODE);
    home.keep_secret("111111");
    let status = home.sandglass_json(&["status", "admin"]);
    assert_eq!((&status[0]["renewable"], &status[0]["needs_you"]), (&json!("silent"), &Value::Null));
    hands_out(&home, &["credentials", "admin"]);
    hands_out(&home, &["env", "other"]);
    home.sandglass(&["renew", "admin", "other"]).done();
    assert_eq!((asked(&home), codes_used(&sim)), (1, 1), "the session of the first serves them");
    // Neither the code nor a key is anywhere but where the sessions are kept.
    let mut secrets = home.secrets();
    secrets.retain(|secret| *secret != home.secret && secret != "111111");
    assert_eq!(home.files_with(&secrets), [".aws/cli/cache", ".local/state/sandglass/mfa"]);
    assert_eq!(home.files_with(&["111111".to_owned()]), Vec::<String>::new());
}

#[test]
fn a_command_of_the_preferences_serves_a_device_and_the_profile_comes_first() {
    let sim = sim();
    let home = Home::in_sim(&config(&[]), &sim);
    let command = program(&home, NEXT_CODE);
    let name = format!("mfa_devices.\"{SERIAL}\".command");
    home.sandglass(&["preferences", "set", &name, &command]).done();
    home.sandglass(&["renew", "admin"]).done();
    assert_eq!(asked(&home), 1);
    home.forget_codes();
    let other = home.write("bin/broken", "#!/bin/sh\nexit 7\n");
    home.write(".aws/config", &config(&[&format!("mfa_process = {}", other.display())]));
    assert_eq!(home.sandglass(&["renew", "admin"]).code, Some(1));
    assert_eq!(asked(&home), 1);
    // A code that is given needs no program.
    home.sandglass(&["renew", "admin", "--mfa", "555555"]).done();
}

#[test]
fn two_that_take_codes_themselves_wait_for_the_next_one() {
    let sim = sim();
    let home = with_program(&sim, NEXT_CODE);
    let begun = std::time::Instant::now();
    home.sandglass(&["renew", "long", "admin"]).done();
    assert_eq!((asked(&home), codes_used(&sim)), (2, 2));
    assert!(begun.elapsed() < std::time::Duration::from_secs(40));
}

#[test]
fn what_a_program_did_wrong_is_said_without_what_it_printed() {
    let sim = sim();
    for (script, said) in [
        ("echo 'AWS:ana  908172'", "--single"),
        ("echo 90817263", "six digits"),
        ("true", "printed nothing"),
        ("echo 908172; echo 654321", "several lines"),
        ("echo no-key-here", "not a code"),
        ("echo 'token 908172 is locked' >&2; exit 3", "Run the command yourself"),
        ("exec /nowhere/ykman 908172", "Run the command yourself"),
    ] {
        let mut home = with_program(&sim, script);
        for secret in ["908172", "654321", "90817263", "no-key-here"] {
            home.keep_secret(secret);
        }
        let ran = home.sandglass(&["renew", "admin"]);
        assert_eq!(ran.code, Some(1), "{script}: {ran:?}");
        assert!(ran.err.contains(said) && ran.err.contains(SERIAL), "{script}: {ran:?}");
        assert_eq!(home.sandglass(&["credentials", "admin"]).code, Some(1), "{script}");
    }
    assert_eq!(sim.log(), []);
    let home = Home::in_sim(&config(&["mfa_process = /nowhere/ykman oath accounts code --single AWS"]), &sim);
    let ran = home.sandglass(&["renew", "admin"]);
    assert!(ran.err.contains("Install /nowhere/ykman") && ran.err.contains(".aws/config:"), "{ran:?}");
}

#[tokio::test]
async fn the_tray_renews_with_a_program_and_says_once_that_it_fails() {
    for (script, works) in [(NEXT_CODE, true), ("echo 'no reader' >&2; exit 1", false)] {
        let (sim, directory) = (sim(), tempfile::tempdir().expect("a directory"));
        let home = with_program(&sim, NEXT_CODE);
        home.sandglass(&["renew", "admin"]).done();
        home.leave_seconds(600);
        home.forget_codes();
        home.sandglass(&["watch", "remove", "other", "long"]).done();
        program(&home, script);
        let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
        let mut daemon = NotificationDaemon::start(desktop.bus_address()).await;
        let mut host = TrayHost::start(desktop.bus_address()).await;
        let running = start(&home, &desktop);
        let mut item = host.item().await;
        if works {
            item.until("the new session", has("● admin · 1 h")).await;
            assert!(!desktop.shows("MFA code for admin").expect("xdotool runs"));
            assert_eq!(daemon.more(), []);
        } else {
            let shown = daemon.shown().await;
            assert!(format!("{shown:?}").contains("admin"), "{shown:?}");
            item.until("the failure", has("admin")).await;
            let tries = asked(&home);
            // Whatever changes, it is not asked again and again.
            home.write(".aws/cli/cache/x.json", "{}");
            home.sandglass(&["watch", "add", "other"]).done();
            item.until("another line", has("other")).await;
            assert_eq!(asked(&home), tries);
            assert_eq!(daemon.more(), []);
        }
        drop(running);
    }
}
