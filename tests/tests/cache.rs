//! `sandglass cache` on a home with every kind of file.

use sandglass_tests::{Home, aws_clis, fixtures};
use serde_json::{Value, json};

const KEY: &str = "24973d1cbbaca87acf4b5ca7a2a4a04c9ea4dfe5.json";

fn entry(end: &str, more: &str) -> String {
    format!(
        r#"{{{more}"Credentials":{{"AccessKeyId":"ASIA","SecretAccessKey":"canary-secret","SessionToken":"canary-token","Expiration":"{end}"}}}}"#
    )
}

/// A token of the session `corp`, an entry nobody has a profile for, junk, and files elsewhere.
fn home(sim: &aws_sim::Sim) -> Home {
    let sso = "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-central-1\n\
               [profile dev]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Dev\n\n";
    let home = Home::in_sim(&(sso.to_owned() + &fixtures::project1()), sim);
    home.write(&format!(".aws/cli/cache/{KEY}"), &entry("2020-01-01T00:00:00Z", ""));
    home.write(".aws/cli/cache/junk.json", "\0junk");
    home.write(".aws/cli/cache/session.db", "SQLite");
    home.write(&format!(".aws/boto/cache/{KEY}"), &entry("2020-01-01T00:00:00+00:00", ""));
    home.write(
        ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json",
        r#"{"accessToken":"canary-token","expiresAt":"2020-01-01T00:00:00Z","startUrl":"x","region":"y"}"#,
    );
    home
}

fn facts(listed: &Value) -> Vec<(String, Value, bool, bool)> {
    let one = |file: &Value| {
        let kind = file["kind"].as_str().expect("a word").to_owned();
        let flag = |name: &str| file[name].as_bool().expect("a flag");
        assert!(file["bytes"].as_u64().is_some_and(|bytes| bytes > 0) && file["file"].is_string());
        (kind, file["profile"].clone(), flag("expired"), flag("removed"))
    };
    listed.as_array().expect("an array").iter().map(one).collect()
}

fn fact(kind: &str, profile: impl Into<Value>, expired: bool, removed: bool) -> (String, Value, bool, bool) {
    (kind.to_owned(), profile.into(), expired, removed)
}

#[test]
fn what_has_run_out_goes_and_nothing_else() {
    let sim = aws_sim::Sim::start(aws_sim::World::small()).expect("a free port");
    let home = home(&sim);
    assert_eq!(home.sandglass(&["renew", "project1"]).code, Some(0));
    let mut listed = facts(&home.sandglass_json(&["cache", "list"]));
    listed.sort_by_key(|(kind, ..)| kind.clone());
    let expected = [
        fact("other", Value::Null, false, false),
        fact("role", "project1", false, false),
        fact("role", Value::Null, true, false),
        fact("role", Value::Null, true, false),
        fact("sso_token", "dev", true, false),
    ];
    assert_eq!(listed.len(), expected.len(), "{listed:?}");
    assert!(expected.iter().all(|fact| listed.contains(fact)), "{listed:?}");
    let dry = facts(&home.sandglass_json(&["cache", "clean", "--dry-run"]));
    assert_eq!(dry, [fact("role", Value::Null, true, false)]);
    assert_eq!(home.cache_files().len(), 3);
    let ran = home.sandglass(&["cache", "clean"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains(KEY), "each removal is reported: {ran:?}");
    assert_eq!(home.cache_files().len(), 2);
    for kept in [".aws/cli/cache/session.db", ".aws/cli/cache/junk.json"] {
        assert!(home.path().join(kept).exists(), "{kept}");
    }
    assert!(home.path().join(".aws/boto/cache").join(KEY).exists(), "only by name");
    assert_eq!(facts(&home.sandglass_json(&["cache", "clean"])), []);
    let named = facts(&home.sandglass_json(&["cache", "clean", "dev"]));
    assert_eq!(named, [fact("sso_token", "dev", true, true)]);
    let live = facts(&home.sandglass_json(&["cache", "clean", "project1"]));
    assert_eq!(live, [], "it still lives");
    let all = facts(&home.sandglass_json(&["cache", "clean", "project1", "--all"]));
    assert_eq!(all, [fact("role", "project1", false, true)]);
    for aws in aws_clis("what_has_run_out_goes_and_nothing_else") {
        aws.caller_identity(&home, "project1");
    }
}

#[test]
fn names_and_places_that_are_not_there() {
    let sim = aws_sim::Sim::start(aws_sim::World::small()).expect("a free port");
    let home = home(&sim);
    let ran = home.sandglass(&["cache", "clean", "nobody", "--all"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("nobody"), "{ran:?}");
    assert_eq!(home.cache_files().len(), 2, "a wrong name cleans nothing");
    let empty = Home::empty();
    assert_eq!(empty.sandglass_json(&["cache", "list"]), json!([]));
    empty.write(".aws/cli/cache", "a file in place of the directory");
    let ran = empty.sandglass(&["cache", "list"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("~/.aws/cli/cache"), "{ran:?}");
}
