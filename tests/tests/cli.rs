//! `sandglass` as people and programs use it.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use aws_sim::{Sim, World};
use sandglass_tests::programs::built;
use sandglass_tests::{Home, fixtures};
use serde_json::{Value, json};

fn config() -> String {
    let through_admin = fixtures::role("through-admin", "short", &[]).replace("= base", "= admin");
    [fixtures::project1(), fixtures::admin(), through_admin].concat()
}

fn world() -> (Sim, Home) {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = Home::in_sim(&config(), &sim);
    (sim, home)
}

#[test]
fn status_tells_programs_everything() {
    let (_sim, home) = world();
    let status = home.sandglass_json(&["status"]);
    let project1 = &status[0];
    assert_eq!(
        project1.as_object().map(|fields| fields.keys().map(String::as_str).collect::<Vec<_>>()),
        Some(vec![
            "profile",
            "kind",
            "state",
            "expires_at",
            "seconds_left",
            "human_deadline",
            "renewable",
            "needs_you",
            "source",
            "chain",
            "problems"
        ])
    );
    assert_eq!((&project1["state"], &project1["renewable"]), (&json!("signed_out"), &json!("silent")));
    assert_eq!((&status[1]["renewable"], &status[2]["renewable"]), (&json!("mfa"), &json!("mfa")));
    assert_eq!(status[3]["state"], "no_expiry");
    assert_eq!(status[2]["chain"].as_array().map(Vec::len), Some(3));

    let renewed = home.sandglass_json(&["renew", "project1"]);
    let status = home.sandglass_json(&["status", "project1"]);
    assert_eq!(status[0]["state"], "fresh");
    assert_eq!(status[0]["expires_at"], renewed[0]["expires_at"]);
    assert!(status[0]["seconds_left"].as_i64().is_some_and(|left| (3500..=3600).contains(&left)), "{status}");
    let stored = renewed[0]["stored_in"].as_str().expect("a file");
    assert!(std::path::Path::new(stored).is_file(), "{stored}");
}

#[test]
fn tables_are_words_and_json_is_codes() {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = fixtures::pasted(&sim);
    home.write(".aws/config", &(home.aws_file("config") + "[default]\nregion = r-1\n"));
    for (language, words) in [
        ("en", ["automatic", "no session yet", "credentials file", "temporary keys", "settings only"]),
        (
            "pt-BR",
            ["automática", "sem sessão", "arquivo de credenciais", "chaves temporárias", "só configurações"],
        ),
    ] {
        assert_eq!(home.sandglass(&["preferences", "set", "language", language]).code, Some(0));
        let shown = home.sandglass(&["status"]).out + &home.sandglass(&["profile", "list"]).out;
        for word in words {
            assert!(shown.contains(word), "{word}:\n{shown}");
        }
        for code in ["temporary_keys", "signed_out", "shared-credentials-file", "assume-role"] {
            assert!(!shown.contains(code), "{code}:\n{shown}");
        }
        for table in [home.sandglass(&["status"]).out, home.sandglass(&["profile", "list"]).out] {
            let starts: Vec<Option<usize>> = table.lines().map(second_column).collect();
            assert!(starts.iter().all(|start| *start == starts[0]), "{table}");
        }
    }
    let status = home.sandglass_json(&["status", "pasted"]);
    assert_eq!(
        (&status[0]["kind"], &status[0]["source"]),
        (&json!("temporary_keys"), &json!("shared-credentials-file"))
    );
}

/// Where the second column of a line begins, in letters.
fn second_column(line: &str) -> Option<usize> {
    let gap = line.find("  ")?;
    let rest = line[gap..].trim_start();
    Some(line[..line.len() - rest.len()].chars().count())
}

#[test]
fn renewing_many_tells_of_each_and_ends_with_the_worst() {
    let (sim, home) = world();
    let ran = home.sandglass(&["renew", "project1", "admin", "base", "nowhere", "--json"]);
    assert_eq!(ran.code, Some(1));
    let views: Value = serde_json::from_str(&ran.out).expect("JSON");
    let outcomes: Vec<_> = views.as_array().expect("an array").iter().map(|view| &view["outcome"]).collect();
    assert_eq!(outcomes, ["renewed", "needs_human", "still_fresh", "failed"]);
    assert_eq!(views[1]["error"]["code"], "needs_mfa");
    for key in ["code", "message", "next"] {
        assert!(views[3]["error"][key].is_string(), "{views}");
    }
    assert_eq!(sim.count("AssumeRole"), 1);
    assert_eq!(home.sandglass(&["renew", "project1", "admin"]).code, Some(3));
}

#[test]
fn a_code_can_come_from_standard_input() {
    let (sim, home) = world();
    let mut command = home.command(built("sandglass"));
    command.args(["renew", "admin", "--mfa", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    child.stdin.take().expect("a pipe").write_all(b"222 222\n").expect("written");
    assert_eq!(child.wait_with_output().expect("it ends").status.code(), Some(0));
    assert_eq!(sim.count("AssumeRole"), 1);
    // What stands behind the MFA device now needs no code while its session lasts.
    assert_eq!(home.sandglass_json(&["status", "through-admin"])[0]["renewable"], "silent");
    assert_eq!(home.sandglass(&["renew", "through-admin"]).code, Some(0));
    assert_eq!(sim.count("AssumeRole"), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn a_code_is_asked_for_in_the_terminal() {
    let (sim, home) = world();
    let script = xtask::programs::command("script").expect("it is in the table");
    let mut command = home.command(script.get_program());
    // A terminal of its own, fed by a pipe.
    let line = format!("{} renew admin", built("sandglass").display());
    command.args(["--quiet", "--return", "--command", &line, "/dev/null"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(b"555 555\n").expect("written");
    let output = child.wait_with_output().expect("it ends");
    drop(input);
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{shown}");
    assert!(shown.contains("MFA code for arn:aws:iam::123456789012:mfa/ana: "), "{shown}");
    assert!(shown.contains("admin: renewed, 1 h left"), "{shown}");
    assert_eq!(sim.count("AssumeRole"), 1);
}

#[cfg(unix)]
#[test]
fn an_interrupted_renewal_leaves_nothing_behind() {
    let (sim, home) = world();
    sim.world().latency_ms = 20_000;
    let mut child = home.command(built("sandglass")).args(["renew", "project1"]).spawn().expect("it starts");
    let cache = home.path().join(".aws/cli/cache");
    let files = || std::fs::read_dir(&cache).map_or(0, Iterator::count);
    // A place is made before AWS is asked.
    while files() == 0 {
        assert!(child.try_wait().expect("a process").is_none(), "it ended by itself");
        std::thread::yield_now();
    }
    let id = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(id, rustix::process::Signal::INT).expect("it runs");
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
    assert_eq!(files(), 0);
}

#[test]
fn status_can_stay_and_follow() {
    let (_sim, home) = world();
    let mut command = home.command(built("sandglass"));
    command.args(["status", "project1", "--watch", "--json"]).stdout(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    let mut until = |state: &str| {
        let found = lines.any(|line| {
            let status: Value = serde_json::from_str(&line).expect("an array a line");
            status[0]["state"] == state
        });
        assert!(found, "it ended before {state}");
    };
    until("signed_out");
    assert_eq!(home.sandglass(&["renew", "project1"]).code, Some(0));
    until("fresh");
    child.kill().expect("it ends");
    child.wait().expect("it ended");
}

#[test]
fn one_code_is_used_once() {
    let (sim, home) = world();
    assert_eq!(home.sandglass(&["renew", "admin", "--mfa", "333333"]).code, Some(0));
    // The session it made signs as long as it lives.
    home.sandglass(&["renew", "admin", "--mfa", "333333"]).done();
    assert_eq!((sim.count("GetSessionToken"), sim.count("AssumeRole")), (1, 2));
    home.forget_codes();
    let again = home.sandglass(&["renew", "admin", "--mfa", "333333"]);
    assert_eq!(again.code, Some(1), "{again:?}");
    assert!(again.err.contains("refused the MFA code"), "{again:?}");
    assert_eq!((sim.count("GetSessionToken"), sim.count("AssumeRole")), (2, 2));
}

#[test]
fn all_means_what_can_be_renewed_until_someone_chose() {
    let (sim, home) = world();
    let renewed = home.sandglass_json(&["renew", "--all"]);
    let names: Vec<_> = renewed.as_array().expect("an array").iter().map(|view| &view["profile"]).collect();
    assert_eq!(names, ["project1", "admin", "through-admin"]);
    let watching = home.sandglass(&["watch", "add", "project1"]);
    assert!(watching.out.contains("project1"), "{watching:?}");
    assert_eq!(home.sandglass(&["watch", "remove", "admin", "through-admin"]).code, Some(0));
    let renewed = home.sandglass_json(&["renew", "--all"]);
    assert_eq!(renewed.as_array().map(Vec::len), Some(1), "{renewed}");
    assert_eq!(renewed[0]["outcome"], "renewed");
    let fresh = home.sandglass_json(&["renew", "--all", "--min-remaining", "30m"]);
    assert_eq!(fresh[0]["outcome"], "still_fresh");
    assert_eq!(sim.log().iter().filter(|entry| entry.error.is_none()).count(), 2);
}

#[test]
fn two_at_once_ask_aws_once() {
    let (sim, home) = world();
    sim.world().latency_ms = 2500;
    let start = || {
        let mut command = home.command(built("sandglass"));
        command.args(["renew", "project1"]).stdout(Stdio::null()).spawn().expect("it starts")
    };
    let children: Vec<_> = (0..4).map(|_| start()).collect();
    for mut child in children {
        assert!(child.wait().expect("it ends").success());
    }
    assert_eq!(sim.count("AssumeRole"), 1);
}

#[test]
fn files_moved_by_variables_are_read_and_caches_stay() {
    let (_sim, mut home) = world();
    home.write("elsewhere/config", &config().replace("project1]", "moved]"));
    home.write("elsewhere/credentials", "[other]\naws_access_key_id = a\naws_secret_access_key = b\n");
    home.set("AWS_CONFIG_FILE", "~/elsewhere/config");
    let names = |status: &Value| {
        let profiles = status.as_array().expect("an array").iter().map(|view| view["profile"].to_string());
        profiles.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(names(&home.sandglass_json(&["status"])), r#""moved" "admin" "through-admin" "base""#);
    assert_eq!(home.sandglass(&["renew", "moved"]).code, Some(0));
    assert_eq!(home.cache_files().len(), 1);
    home.set("AWS_SHARED_CREDENTIALS_FILE", "$HOME/elsewhere/credentials");
    assert!(names(&home.sandglass_json(&["status"])).ends_with(r#""other""#));
}

#[test]
fn output_is_plain_unless_it_is_a_terminal() {
    let (_sim, home) = world();
    let ran = home.sandglass(&["status"]);
    assert!(!ran.out.contains('\u{1b}') && ran.out.starts_with("PROFILE"), "{ran:?}");
    assert!(ran.err.is_empty(), "{ran:?}");
}

#[test]
fn portuguese_where_the_locale_says_so() {
    let (_sim, mut home) = world();
    home.set("LC_ALL", "pt_BR.UTF-8");
    assert!(home.sandglass(&["status"]).out.contains("sem sessão"));
}

#[test]
fn completions_and_version() {
    let home = Home::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = home.sandglass(&["completions", shell]);
        assert!(ran.code == Some(0) && ran.out.contains("sandglass"), "{shell}");
    }
    assert_eq!(home.sandglass(&["--version"]).out, format!("sandglass {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(home.sandglass(&["renew"]).code, Some(2));
}

#[cfg(unix)]
#[test]
fn what_is_stored_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (_sim, home) = world();
    assert_eq!(home.sandglass(&["renew", "project1"]).code, Some(0));
    assert_eq!(home.sandglass(&["watch", "add", "project1"]).code, Some(0));
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).expect("it exists").permissions().mode() & 0o777;
    for file in home.cache_files() {
        assert_eq!(mode(&file), 0o600);
        assert_eq!(mode(file.parent().expect("a directory")), 0o700);
    }
}

#[test]
fn settings_alone_are_no_trouble() {
    let home = Home::empty();
    home.write(".aws/config", "[default]\nregion = eu-central-1\n");
    let status = home.sandglass_json(&["status"]);
    let told = (&status[0]["kind"], &status[0]["state"], &status[0]["problems"], &status[0]["needs_you"]);
    assert_eq!(told, (&json!("settings"), &json!("none"), &json!([]), &json!(null)));
    for command in [&["status"][..], &["status", "default"], &["profile", "list"]] {
        let ran = home.sandglass(command);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert_eq!(ran.out.lines().count(), 2, "a header and a row: {ran:?}");
    }
    // Who wants a session of it hears why there is none.
    assert_ne!(home.sandglass(&["renew", "default"]).code, Some(0));
}

#[test]
fn status_names_who_needs_you_as_the_tray_does() {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = Home::in_sim(&(fixtures::project1() + &fixtures::admin()), &sim);
    assert_eq!(home.sandglass(&["renew", "admin", "--mfa", "222222"]).code, Some(0));
    assert!(!home.sandglass(&["status"]).out.contains("Needs you"));
    home.leave_seconds(240);
    assert!(!home.sandglass(&["status"]).out.contains("Needs you"), "its code made a session for hours");
    home.forget_codes();
    let ran = home.sandglass(&["status"]);
    assert!(ran.out.contains("Needs you: admin\n"), "{ran:?}");
    let status = home.sandglass_json(&["status"]);
    let admin = status.as_array().and_then(|all| all.iter().find(|one| one["profile"] == "admin"));
    assert_eq!(admin.map(|admin| &admin["needs_you"]), Some(&json!("mfa")));
}
