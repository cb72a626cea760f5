//! The consequences of a change of profiles: what follows it, what undo removes, and what remains when it fails in
//! the middle.

use std::path::Path;
use std::process::Command;

use aws_sim::{Sim, World};
use sandglass_tests::fault_point::Stopped;
use sandglass_tests::{Home, Ran, aws_clis, fixtures, run};

#[test]
fn the_first_profile_makes_its_file_and_undo_removes_it() {
    let home = Home::empty();
    let add = ["profile", "add", "x", "--kind", "process", "credential_process=/bin/true", "--yes"];
    home.sandglass(&add).done();
    let config = home.path().join(".aws/config");
    let made = home.aws_file("config");
    assert_eq!(made, "[profile x]\ncredential_process = /bin/true\n");
    assert!(!home.path().join(".aws/credentials").exists());
    home.sandglass(&["profile", "undo", "--yes"]).done();
    assert!(!config.exists(), "an empty file remains");
    home.sandglass(&["profile", "redo", "--yes"]).done();
    assert_eq!(home.aws_file("config"), made, "what was taken back is made again");
    // A file that was there, empty as it is, is not ours to remove.
    home.sandglass(&["profile", "remove", "x", "--yes"]).done();
    assert!(config.exists());
    home.sandglass(&add).done();
    home.sandglass(&["profile", "undo", "--yes"]).done();
    assert_eq!((config.exists(), home.aws_file("config").as_str()), (true, ""));
}

#[test]
fn changes_are_listed_and_undone_one_after_the_other() {
    let home = Home::with_config(&fixtures::project1());
    let before = home.aws_files();
    home.sandglass(&["profile", "set", "project1", "duration_seconds=1800", "--yes"]).done();
    let between = home.aws_files();
    home.sandglass(&["profile", "rename", "base", "long-term", "--yes"]).done();
    let listed = home.sandglass(&["profile", "undo", "--list"]);
    let lines: Vec<&str> = listed.out.lines().collect();
    assert!(
        lines.len() == 2 && lines[0].contains("long-term") && lines[1].contains("project1"),
        "{listed:?}"
    );
    home.sandglass(&["profile", "undo", "--yes"]).done();
    assert_eq!(home.aws_files(), between);
    home.sandglass(&["profile", "undo", "--yes"]).done();
    assert_eq!(home.aws_files(), before);
    assert_eq!(home.sandglass(&["profile", "undo", "--yes"]).code, Some(1), "there is no third one");
    home.sandglass(&["profile", "redo", "--yes"]).done();
    assert_eq!(home.aws_files(), between);
    // Never over what another program wrote since.
    home.write(".aws/config", &(between.0.clone() + "# theirs\n"));
    assert_eq!(home.sandglass(&["profile", "undo", "--yes"]).code, Some(1));
    assert_eq!(home.aws_file("config"), between.0 + "# theirs\n");
}

#[test]
fn a_change_that_was_killed_between_its_two_files_is_undone() {
    let home = Home::with_config(&fixtures::project1());
    let before = home.aws_files();
    let rename = ["profile", "rename", "base", "other", "--yes"];
    Stopped::at(&home, "credentials", "rename", &rename).kill();
    assert_ne!(home.aws_file("config"), before.0, "the first file was written");
    home.sandglass(&["profile", "undo", "--yes"]).done();
    assert_eq!(home.aws_files(), before);
    // One that was killed before it wrote anything is no change.
    Stopped::at(&home, "config", "rename", &rename).kill();
    assert_eq!(home.sandglass(&["profile", "undo", "--yes"]).code, Some(1));
    assert_eq!(home.aws_files(), before);
}

#[test]
fn a_file_made_by_a_change_is_not_removed_with_what_others_wrote() {
    let home = Home::empty();
    home.sandglass(&["profile", "add", "x", "--kind", "process", "credential_process=/bin/true", "--yes"])
        .done();
    let stopped = Stopped::at(&home, "config", "rename", &["profile", "undo", "--yes"]);
    let theirs = home.aws_file("config") + "[profile theirs]\nregion = us-east-1\n";
    home.write(".aws/config", &theirs);
    let ran = stopped.go_on();
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(home.aws_file("config"), theirs);
}

#[test]
fn every_preference_follows_a_new_name_and_back() {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = fixtures::pasted(&sim);
    for (name, value) in
        [("profiles.base.label", "prod"), ("profiles.base.silent_renewal", "false"), ("watched", "base")]
    {
        home.sandglass(&["preferences", "set", name, value]).done();
    }
    let get = |name: &str| home.sandglass(&["preferences", "get", name]).out.trim().to_owned();
    let preferences = || {
        ["base", "long-term"]
            .map(|profile| ["label", "silent_renewal"].map(|key| get(&format!("profiles.{profile}.{key}"))))
    };
    let before = preferences();
    home.sandglass(&["profile", "rename", "base", "long-term", "--yes"]).done();
    let [old, new] = preferences();
    assert_eq!([new, old], before, "the choices moved");
    assert_eq!(get("profiles.pasted.refresh_source"), "long-term");
    assert!(get("watched").contains("long-term"));
    home.sandglass(&["profile", "undo", "--yes"]).done();
    assert_eq!(preferences(), before);
    assert_eq!(get("profiles.pasted.refresh_source"), "base");
}

#[test]
fn what_could_not_be_put_back_is_named() {
    let home = Home::with_config(&fixtures::project1());
    let (config, credentials) = home.aws_files();
    let stopped =
        Stopped::at(&home, "credentials", "rename", &["profile", "rename", "base", "other", "--yes"]);
    // By now the first file is written. Both are changed by others, so neither can be touched.
    let theirs = (home.aws_file("config") + "# theirs\n", credentials + "# theirs\n");
    home.write(".aws/config", &theirs.0);
    home.write(".aws/credentials", &theirs.1);
    let ran = stopped.go_on();
    assert_eq!(ran.code, Some(1), "{ran:?}");
    for words in ["~/.aws/config was changed", "~/.aws/credentials could not be", "config.last"] {
        assert!(ran.err.contains(words), "“{words}” is missing: {ran:?}");
    }
    assert_eq!(home.aws_files(), theirs);
    let backups = home.files_with(std::slice::from_ref(&config));
    assert!(backups.iter().any(|path| path.ends_with("config.last")), "{backups:?}");
}

/// A shell that lets no file grow beyond one kilobyte, as a full disk would not.
#[cfg(unix)]
fn with_a_full_disk(home: &Home, arguments: &[&str]) -> Ran {
    let mut command = home.command("/bin/bash");
    command.args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\""]);
    command.arg(sandglass_tests::built("sandglass")).args(arguments);
    run(&mut command)
}

#[cfg(unix)]
#[test]
fn a_full_disk_loses_nothing_of_either_file() {
    let home = Home::with_config(&fixtures::project1());
    // The config file is small enough to be written; the credentials file is not.
    let large = home.aws_file("credentials") + &"# a comment that was here before\n".repeat(60);
    home.write(".aws/credentials", &large);
    let before = home.aws_files();
    let ran = with_a_full_disk(&home, &["profile", "rename", "base", "other", "--yes"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("credentials"), "the file is not named: {ran:?}");
    assert_eq!(home.aws_files(), before);
    let left = std::fs::read_dir(home.path().join(".aws")).expect("a directory");
    let left: Vec<_> = left.map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
    home.sandglass(&["profile", "rename", "base", "other", "--yes"]).done();
}

#[test]
fn a_stale_session_is_gone_after_the_profile_was_converted() {
    for aws in aws_clis("a_stale_session_is_gone_after_the_profile_was_converted") {
        let sim = Sim::start(World::small()).expect("a free port");
        let home = Home::in_sim(&fixtures::project1(), &sim);
        // Of a time when it was a role already.
        home.sandglass(&["renew", "project1"]).done();
        home.leave_seconds(-600);
        let stale = home.cache_files();
        assert_eq!(stale.len(), 1);
        let role = "arn:aws:iam::123456789012:role/project1";
        home.write(".aws/config", "[profile project1]\nregion = eu-central-1\n");
        let keys =
            "[project1]\naws_access_key_id = ASIAOLD\naws_secret_access_key = old\naws_session_token = old\n";
        let own = home.aws_file("credentials");
        home.write(".aws/credentials", &(own + keys));
        let convert = ["profile", "convert", "project1", "--role", role, "--source", "base", "--yes"];
        home.sandglass(&convert).done();
        assert!(!Path::new(&stale[0]).exists(), "{:?} remains", stale[0]);
        aws.caller_identity(&home, "project1");
    }
}

#[test]
fn a_setting_of_a_nested_block_is_what_botocore_reads() {
    for aws in aws_clis("a_setting_of_a_nested_block_is_what_botocore_reads") {
        let before = "[profile a]\ns3 =\n    max_queue_size = 10\n    # ours\nregion = eu-west-1\n";
        let home = Home::with_config(before);
        let get = |key: &str| {
            aws.run(&home, &["configure", "get", &format!("profile.a.{key}")]).out.trim().to_owned()
        };
        home.sandglass(&["profile", "set", "a", "s3.addressing_style=path", "--yes"]).done();
        home.sandglass(&["profile", "set", "a", "s3.max_queue_size=20", "--yes"]).done();
        assert_eq!((get("s3.addressing_style"), get("s3.max_queue_size")), ("path".into(), "20".into()));
        home.sandglass(&["profile", "unset", "a", "s3.max_queue_size", "s3.addressing_style", "--yes"])
            .done();
        assert_eq!(home.aws_file("config"), "[profile a]\n    # ours\nregion = eu-west-1\n");
        assert_eq!(get("s3.addressing_style"), "");
    }
}

#[cfg(unix)]
#[test]
fn a_secret_typed_on_a_terminal_is_not_shown() {
    let test = "a_secret_typed_on_a_terminal_is_not_shown";
    let Some(python) = sandglass_tests::set_up("SANDGLASS_TEST_PYTHON") else {
        return sandglass_tests::skipped(test, "SANDGLASS_TEST_PYTHON");
    };
    let home = Home::empty();
    let mut command: Command = home.command(python);
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/oracle/typed_unseen.py"));
    command.args([home.secret.as_str()]).arg(sandglass_tests::built("sandglass"));
    command.args(["profile", "add", "x", "--kind", "keys", "aws_access_key_id=AKIAX", "--yes"]);
    let ran = run(&mut command);
    ran.done();
    assert!(ran.out.contains("aws_secret_access_key"), "it was not asked for: {ran:?}");
    assert!(!ran.out.contains(&home.secret), "the secret was shown: {ran:?}");
    assert!(home.aws_file("credentials").contains(&home.secret));
}
