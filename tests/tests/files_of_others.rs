//! What others put where Sandglass looks: links in the place of its own files, files of other users, sessions that AWS
//! cannot have given.
#![cfg(unix)]

use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};

use aws_sim::{Sim, World};
use sandglass_tests::{Home, built, fixtures, run};

const STATE: &str = ".local/state/sandglass";
/// What stands where a link leads.
const VICTIM: &str = "theirs\n";

fn sim() -> Sim {
    Sim::start(World::small()).expect("a free port")
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).expect("a file").permissions().mode() & 0o777
}

fn open_to_all(path: &Path) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644)).expect("set");
}

/// The files of ours that the commands below write.
const OWN: &[&str] = &["history.jsonl", "backup/credentials.last", "undo/changes.json"];

fn write_all_of_them(home: &Home) {
    home.sandglass(&["renew", "pasted"]).done();
    home.sandglass(&["profile", "set", "pasted", "region=eu-west-1", "--yes"]).done();
}

#[test]
fn no_link_is_followed_in_the_place_of_a_file_of_ours() {
    for own in OWN {
        let sim = sim();
        let home = fixtures::pasted(&sim);
        let victim = home.write("victim", VICTIM);
        open_to_all(&victim);
        let path = home.path().join(STATE).join(own);
        std::fs::create_dir_all(path.parent().expect("a directory")).expect("made");
        symlink(&victim, &path).expect("linked");
        write_all_of_them(&home);
        assert_eq!(std::fs::read_to_string(&victim).expect("a file"), VICTIM, "{own} was followed");
        assert_eq!(mode(&victim), 0o644, "{own}");
        // What is replaced whole is a file of ours again; what is added to is left, and nobody is kept from a session.
        let is_link = std::fs::symlink_metadata(&path).expect("there").is_symlink();
        assert_eq!(is_link, *own == "history.jsonl", "{own}");
    }
}

#[test]
fn a_lock_that_is_a_link_is_none() {
    let sim = sim();
    let home = fixtures::pasted(&sim);
    let before = home.aws_file("credentials");
    let victim = home.write("victim", VICTIM);
    let locks = home.path().join(STATE).join("locks");
    std::fs::create_dir_all(&locks).expect("made");
    symlink(&victim, locks.join("credentials.lock")).expect("linked");
    let ran = home.sandglass(&["profile", "set", "pasted", "region=eu-west-1", "--yes"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(std::fs::read_to_string(&victim).expect("a file"), VICTIM);
    assert_eq!(home.aws_file("credentials"), before);
}

#[test]
fn files_of_ours_are_our_own_whoever_made_them() {
    let sim = sim();
    let home = fixtures::pasted(&sim);
    write_all_of_them(&home);
    let paths: Vec<PathBuf> = OWN.iter().map(|own| home.path().join(STATE).join(own)).collect();
    for path in &paths {
        assert_eq!(mode(path), 0o600, "{}", path.display());
        open_to_all(path);
    }
    write_all_of_them(&home);
    home.sandglass(&["profile", "set", "pasted", "region=eu-west-2", "--yes"]).done();
    for path in &paths {
        assert_eq!(mode(path), 0o600, "{}", path.display());
    }
}

#[test]
fn what_another_user_planted_lets_nobody_in() {
    let sim = sim();
    let home = Home::in_sim(&fixtures::project1(), &sim);
    home.sandglass(&["renew", "project1"]).done();
    let entry = home.cache_files().remove(0);
    let directory = entry.parent().expect("a directory");
    std::fs::set_permissions(directory, std::fs::Permissions::from_mode(0o777)).expect("set");
    // Only root may give a file away.
    if chown(&entry, Some(1234), Some(1234)).is_err() {
        return sandglass_tests::skipped("what_another_user_planted_lets_nobody_in", "the rights of root");
    }
    std::fs::set_permissions(&entry, std::fs::Permissions::from_mode(0o666)).expect("set");
    home.sandglass(&["renew", "project1"]).done();
    assert_eq!(mode(&entry), 0o600);
}

#[test]
fn a_session_that_aws_cannot_have_given_is_none() {
    let sim = sim();
    let home = Home::in_sim(&fixtures::project1(), &sim);
    home.sandglass(&["renew", "project1"]).done();
    let entry = home.cache_files().remove(0);
    let text = std::fs::read_to_string(&entry).expect("an entry");
    let mut parsed: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let mut state = |end: chrono::DateTime<chrono::Utc>| {
        parsed["Credentials"]["Expiration"] = end.to_rfc3339().into();
        std::fs::write(&entry, parsed.to_string()).expect("written");
        home.sandglass_json(&["status", "project1"])[0]["state"].clone()
    };
    let now = chrono::Utc::now();
    assert_eq!(state(now + chrono::TimeDelta::minutes(35 * 60)), "fresh", "of 36 hours at most");
    for end in [
        now + chrono::TimeDelta::hours(38),
        now + chrono::TimeDelta::days(3318),
        chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::days(365 * 35),
    ] {
        assert_eq!(state(end), "signed_out", "{end}");
        let calls = sim.count("AssumeRole");
        let ran = run(home.command(built("sandglass")).args(["credentials", "project1"]));
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert_eq!(sim.count("AssumeRole"), calls + 1, "{end} was handed out");
    }
}
