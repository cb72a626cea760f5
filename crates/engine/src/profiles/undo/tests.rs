use std::path::Path;

use aws_files::Document;
use sandglass_core::profiles::Files;

use super::super::apply::{apply, take_back};
use super::super::read;
use super::*;
use crate::testing::environment;

/// Writes the file whole, as a change that was planned.
async fn change(environment: &Environment, text: &str) {
    let before = read(environment).expect("read");
    let mut after: Files = before.clone();
    after.set(Document::parse(FileKind::Config, text.as_bytes()));
    apply(environment, &Rewrite { before, after }).await.expect("written");
}

fn config(environment: &Environment) -> String {
    std::fs::read_to_string(&environment.paths.config).unwrap_or_default()
}

fn profile(number: usize) -> String {
    format!("[profile p{number}]\nregion = eu-west-1\n")
}

async fn go(environment: &Environment, found: Result<Undo, Problem>) -> Result<(), Code> {
    match found {
        Ok(Undo::Ready(step)) => {
            take_back(environment, &step).await.expect("taken back");
            Ok(())
        }
        Ok(Undo::Changed(..)) => Err(Code::FileChanged),
        Err(problem) => Err(problem.code),
    }
}

#[tokio::test]
async fn ten_changes_go_back_one_by_one_and_forth_again() {
    let home = tempfile::tempdir().expect("a directory");
    let environment = environment(home.path());
    for number in 1..=12 {
        change(&environment, &profile(number)).await;
    }
    assert_eq!(past_changes(&environment).len(), 10);
    for number in (2..12).rev() {
        go(&environment, undo(&environment)).await.expect("a step back");
        assert_eq!(config(&environment), profile(number));
    }
    assert_eq!(go(&environment, undo(&environment)).await, Err(Code::NothingToUndo));
    for number in 3..=12 {
        go(&environment, redo(&environment)).await.expect("a step forth");
        assert_eq!(config(&environment), profile(number));
    }
    assert_eq!(go(&environment, redo(&environment)).await, Err(Code::NothingToRedo));
    // A new change after a step back: what was taken back is gone for good.
    go(&environment, undo(&environment)).await.expect("a step back");
    change(&environment, &profile(20)).await;
    assert_eq!(go(&environment, redo(&environment)).await, Err(Code::NothingToRedo));
    go(&environment, undo(&environment)).await.expect("a step back");
    assert_eq!(config(&environment), profile(11));
}

#[tokio::test]
async fn what_another_program_wrote_since_is_never_overwritten() {
    let home = tempfile::tempdir().expect("a directory");
    let environment = environment(home.path());
    change(&environment, &profile(1)).await;
    change(&environment, &profile(2)).await;
    let theirs = profile(2) + "# theirs\n";
    std::fs::write(&environment.paths.config, &theirs).expect("written");
    assert_eq!(go(&environment, undo(&environment)).await, Err(Code::FileChanged));
    assert_eq!(config(&environment), theirs);
}

#[tokio::test]
async fn what_is_too_old_goes_from_the_disk_too() {
    let home = tempfile::tempdir().expect("a directory");
    let environment = environment(home.path());
    change(&environment, &profile(1)).await;
    change(&environment, &profile(2)).await;
    let directory = environment.state_dir.join("undo");
    let index = directory.join("changes.json");
    let mut kept: serde_json::Value =
        serde_json::from_slice(&std::fs::read(&index).expect("read")).expect("a list");
    let old = SystemClock.now() - chrono::TimeDelta::days(31);
    kept["changes"][1]["at"] = serde_json::to_value(old).expect("a date");
    std::fs::write(&index, kept.to_string()).expect("written");
    assert!(directory.join("2-config.before").exists());
    assert_eq!(past_changes(&environment).len(), 1);
    assert!(!directory.join("2-config.before").exists(), "its text is still there");
}

/// Whenever a change is interrupted, the files tell whether it was made.
#[tokio::test]
async fn a_change_that_was_begun_and_not_made_is_none() {
    let home = tempfile::tempdir().expect("a directory");
    let environment = environment(home.path());
    change(&environment, &profile(1)).await;
    let before = read(&environment).expect("read");
    let mut after = before.clone();
    after.set(Document::parse(FileKind::Config, profile(2).as_bytes()));
    begin(&environment, &Rewrite { before, after }, &[]).expect("kept");
    // Killed here.
    go(&environment, undo(&environment)).await.expect("the change before");
    assert_eq!(config(&environment), "");
}

#[cfg(unix)]
#[tokio::test]
async fn texts_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;

    let home = tempfile::tempdir().expect("a directory");
    let environment = environment(home.path());
    change(&environment, &profile(1)).await;
    change(&environment, &profile(2)).await;
    go(&environment, undo(&environment)).await.expect("a step back");
    let mode = |path: &Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
    let directory = environment.state_dir.join("undo");
    assert_eq!(mode(&directory), 0o700);
    let files: Vec<_> = std::fs::read_dir(&directory).expect("a directory").flatten().collect();
    assert!(files.len() >= 3, "{files:?}");
    for file in files {
        assert_eq!(mode(&file.path()), 0o600, "{file:?}");
    }
}

#[tokio::test]
async fn the_one_change_of_the_first_version_is_taken_back() {
    let home = tempfile::tempdir().expect("a directory");
    let environment = environment(home.path());
    change(&environment, &profile(1)).await;
    change(&environment, &profile(2)).await;
    // As it left them: a record of digests, and the backup.
    let digest = |text: String| kept::digest(&Document::parse(FileKind::Config, text.as_bytes()));
    let record = serde_json::json!({
        "config": {"before": digest(profile(1)), "after": digest(profile(2)), "made": false},
        "credentials": null
    });
    std::fs::write(environment.state_dir.join("backup/last-change.json"), record.to_string())
        .expect("written");
    std::fs::remove_dir_all(environment.state_dir.join("undo")).expect("removed");
    // It stays within reach after a change of this version.
    change(&environment, &profile(3)).await;
    go(&environment, undo(&environment)).await.expect("a step back");
    go(&environment, undo(&environment)).await.expect("a step back");
    assert_eq!(config(&environment), profile(1));
}
