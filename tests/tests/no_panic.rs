//! Values that no request may hold lead to a sentence and never end the program.

use sandglass_tests::home::ACCESS_KEY;
use sandglass_tests::{Home, Ran, fixtures};

/// What a value may hold by accident: a line break above all, from a variable or a program.
const ODD: [&str; 4] = ["\n", "\r", "\u{1}", "é"];

/// An answer, not an accident: a sentence with its next step, and nothing of the value.
#[track_caller]
fn answers(ran: &Ran, what: &str) {
    assert!(matches!(ran.code, Some(0 | 1 | 3)), "{what}: {ran:?}");
    for word in ["panicked", "internal error", "RUST_BACKTRACE", "canary"] {
        assert!(!ran.err.contains(word) && !ran.out.contains(word), "{what}: {word}: {ran:?}");
    }
}

/// What is asked for secrets, and prints some.
fn hands_out(home: &Home, profile: &str) -> Ran {
    let mut command = home.command(sandglass_tests::programs::built("sandglass"));
    sandglass_tests::home::run(command.args(["credentials", profile]))
}

/// Whatever asks for a profile's keys, with the code of the problem it must say.
#[track_caller]
fn is_said(home: &Home, profile: &str, what: &str) {
    for command in [&["renew", profile][..], &["credentials", profile], &["env", profile]] {
        let ran = home.sandglass(command);
        answers(&ran, what);
        assert!(ran.code != Some(0) && ran.err.contains("line break"), "{what}, {command:?}: {ran:?}");
    }
    let ran = home.sandglass(&["doctor", profile]);
    answers(&ran, what);
    assert!(ran.out.contains("malformed") || ran.out.contains("invalid"), "{what}: {ran:?}");
    let status = home.sandglass_json(&["status", profile]);
    assert_eq!(status[0]["problems"][0]["code"], "malformed_keys", "{what}: {status}");
}

#[test]
fn keys_of_variables_that_no_request_may_hold() {
    let config = "[profile a]\nrole_arn = arn:aws:iam::123456789012:role/project1\n\
                  credential_source = Environment\nregion = eu-central-1\n";
    for odd in ODD {
        for broken in ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"] {
            if (odd, broken) == ("é", "AWS_SECRET_ACCESS_KEY") {
                // It goes into no header, so it can be signed with, and AWS refuses it.
                continue;
            }
            let mut home = Home::with_config(config);
            home.set("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1");
            for name in ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"] {
                let value =
                    if name == broken { format!("ASIACANARY{odd}REST") } else { "ASIAEXAMPLE".to_owned() };
                home.set(name, &value);
            }
            is_said(&home, "a", &format!("{broken} with {odd:?}"));
        }
    }
}

#[test]
fn keys_of_a_file_that_go_on_in_the_next_line() {
    for broken in ["aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_security_token"] {
        let mut home = Home::with_config(&fixtures::role("a", "project1", &[]));
        home.set("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1");
        let mut lines = vec!["[base]".to_owned()];
        for name in ["aws_access_key_id", "aws_secret_access_key", broken] {
            let value = if name == broken { "ASIACANARY\n  REST" } else { ACCESS_KEY };
            lines.retain(|line| !line.starts_with(name));
            lines.push(format!("{name} = {value}"));
        }
        home.write(".aws/credentials", &(lines.join("\n") + "\n"));
        is_said(&home, "a", broken);
    }
}

#[test]
fn a_region_that_no_request_may_hold() {
    for region in ["eu-central-1\n  b", "eu\tb", "eu-céntral-1", "eu central"] {
        let mut home = Home::with_config(&format!(
            "[profile a]\nrole_arn = arn:aws:iam::123456789012:role/project1\nsource_profile = base\nregion = {region}\n"
        ));
        home.set("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1");
        for command in [&["renew", "a"][..], &["credentials", "a"], &["doctor", "a"], &["status", "--verify"]]
        {
            let ran = home.sandglass(command);
            answers(&ran, region);
        }
        let ran = home.sandglass(&["renew", "a"]);
        assert!(ran.err.contains("region must be"), "{ran:?}");
    }
}

#[test]
fn a_cached_session_that_no_request_may_hold_is_a_damaged_one() {
    use aws_sim::{Sim, World};
    let sim = Sim::start(World::small()).expect("a free port");
    let home = Home::in_sim(&fixtures::project1(), &sim);
    home.sandglass(&["renew", "project1"]).done();
    let cache = home.path().join(".aws/cli/cache");
    let entry =
        std::fs::read_dir(&cache).expect("a cache").next().expect("an entry").expect("readable").path();
    let text = std::fs::read_to_string(&entry).expect("readable");
    let broken = text.replace("\"SessionToken\": \"", "\"SessionToken\": \"a\\nb");
    assert_ne!(broken, text, "{text}");
    std::fs::write(&entry, broken).expect("written");
    let status = home.sandglass_json(&["status", "project1"]);
    assert_eq!(status[0]["problems"][0]["code"], "damaged_cache", "{status}");
    hands_out(&home, "project1").done();
    assert_eq!(sim.count("AssumeRole"), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn a_display_that_is_not_there_is_said() {
    let none: [&[(&str, &str)]; 5] = [
        &[],
        &[("DISPLAY", ":7777")],
        &[("WAYLAND_DISPLAY", "wayland-9")],
        &[("WAYLAND_DISPLAY", "wayland-9"), ("DISPLAY", ":7777")],
        &[("DISPLAY", "no display at all")],
    ];
    for variables in none {
        let home = Home::with_config(&fixtures::project1());
        let mut command = home.command(sandglass_tests::programs::built("sandglass-desktop"));
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env("XDG_RUNTIME_DIR", home.path());
        let ran = sandglass_tests::home::run(command.arg("--tray").envs(variables.iter().copied()));
        assert_eq!(ran.code, Some(1), "{variables:?}: {ran:?}");
        let said: Vec<&str> =
            ran.err.lines().filter(|line| line.starts_with("sandglass-desktop: ")).collect();
        assert!(said.len() == 1 && said[0].contains("display"), "{variables:?}: {ran:?}");
        assert!(ran.err.contains("sandglass status") && !ran.err.contains("internal error"), "{ran:?}");
    }
}

#[test]
fn preferences_of_any_bytes_are_refused_in_a_sentence() {
    for text in ["=={\n.", "profiles = = 1\nprofiles.prod = 2\n", "\u{0}", "[[", "a.b.c.=", "{}=="] {
        let home = Home::with_config(&fixtures::project1());
        home.write(".config/sandglass/preferences.toml", text);
        for command in [&["status"][..], &["preferences", "list"], &["doctor", "base", "--offline"]] {
            let ran = home.sandglass(command);
            answers(&ran, text);
        }
        hands_out(&home, "base").done();
        let ran = home.sandglass(&["preferences", "list"]);
        assert!(ran.code == Some(1) && ran.err.contains("preferences.toml"), "{text:?}: {ran:?}");
    }
}
