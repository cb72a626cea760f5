//! `sandglass preferences`, and the effects of preferences.
#![cfg(target_os = "linux")]

use sandglass_tests::{Home, fixtures};
use serde_json::json;

const FILE: &str = ".config/sandglass/preferences.toml";

fn read(home: &Home) -> String {
    std::fs::read_to_string(home.path().join(FILE)).unwrap_or_default()
}

#[test]
fn what_is_set_is_listed_and_comments_stay() {
    let home = Home::with_config(&fixtures::project1());
    home.write(FILE, "# mine\nfuture = 1 # not yet known\n");
    for line in [
        &["set", "start_at_login", "true"][..],
        &["set", "notify_minutes", "5", "30"],
        &["set", "profiles.\"my prod\".silent_renewal", "false"],
    ] {
        let ran = home.sandglass(&[&["preferences"], line].concat());
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""), "{line:?}");
    }
    let text = read(&home);
    assert!(text.starts_with("# mine\nfuture = 1 # not yet known\n"), "{text}");
    let listed = home.sandglass_json(&["preferences", "list"]);
    for expected in [
        json!({"key": "start_at_login", "value": true, "chosen": true}),
        json!({"key": "language", "value": "system", "chosen": false}),
        json!({"key": "notify_minutes", "value": [30, 5], "chosen": true}),
        json!({"key": "watched", "value": null, "chosen": false}),
        json!({"key": "profiles.\"my prod\".silent_renewal", "value": false, "chosen": true}),
    ] {
        assert!(
            listed.as_array().is_some_and(|all| all.contains(&expected)),
            "{expected} is not in {listed}"
        );
    }
    assert_eq!(home.sandglass(&["preferences", "get", "notify_minutes"]).out, "30\n5\n");
    assert_eq!(home.sandglass(&["preferences", "unset", "notify_minutes"]).code, Some(0));
    assert_eq!(home.sandglass(&["preferences", "get", "notify_minutes"]).out, "15\n5\n");
    let table = home.sandglass(&["preferences", "list"]).out;
    assert!(table.contains("15, 5 (default)"), "{table}");
}

#[test]
fn what_will_not_do_is_said_and_changes_nothing() {
    let home = Home::with_config(&fixtures::project1());
    let before = "snooze_minutes = 10\nversion = 3\nnotifications = \"new meaning\"\n";
    home.write(FILE, before);
    // A newer version is read and never written.
    assert_eq!(home.sandglass(&["preferences", "get", "snooze_minutes"]).out, "10\n");
    let refused = home.sandglass(&["preferences", "set", "snooze_minutes", "5"]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.err.contains("newer Sandglass (version 3)"), "{}", refused.err);
    assert!(home.sandglass(&["watch", "add", "project1"]).err.contains("newer"));
    assert_eq!(read(&home), before);

    home.write(FILE, "# one\nsnooze_minutes = \"soon\"\n");
    let broken = home.sandglass(&["preferences", "list"]);
    assert_eq!(broken.code, Some(1));
    assert!(
        broken
            .err
            .contains("~/.config/sandglass/preferences.toml:2: snooze_minutes must be a number of minutes"),
        "{}",
        broken.err
    );
    home.write(FILE, "");
    for (line, said) in [
        (&["set", "start_at_login", "yes"][..], "start_at_login = yes: start_at_login must be true or false"),
        (&["set", "sound", "true"], "no preference “sound”"),
        (&["get", "profiles.x.sound"], "no preference “profiles.x.sound”"),
    ] {
        let ran = home.sandglass(&[&["preferences"], line].concat());
        assert_eq!(ran.code, Some(1));
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    assert_eq!(read(&home), "");
}

#[test]
fn the_language_is_the_chosen_one() {
    let mut home = Home::with_config(&fixtures::project1());
    assert_eq!(home.sandglass(&["preferences", "set", "language", "pt-BR"]).code, Some(0));
    assert!(home.sandglass(&["status"]).out.starts_with("PERFIL"));
    home.set("LC_ALL", "pt_BR.UTF-8");
    assert_eq!(home.sandglass(&["preferences", "set", "language", "en"]).code, Some(0));
    assert!(home.sandglass(&["status"]).out.starts_with("PROFILE"));
    assert_eq!(home.sandglass(&["preferences", "unset", "language"]).code, Some(0));
    assert!(home.sandglass(&["status"]).out.starts_with("PERFIL"));
}
