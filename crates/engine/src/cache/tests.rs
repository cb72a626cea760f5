use sandglass_core::cache::{PutBack, Selection};

use super::*;
use crate::testing::environment;
use crate::{Environment, SystemClock};

const ENDED: &str = r#"{"Credentials":{"AccessKeyId":"A","SecretAccessKey":"s","SessionToken":"t","Expiration":"2020-01-01T00:00:00Z"}}"#;
const KEY: &str = "24973d1cbbaca87acf4b5ca7a2a4a04c9ea4dfe5.json";

fn home() -> (tempfile::TempDir, Environment) {
    let home = tempfile::tempdir().expect("a directory");
    let environment = environment(home.path());
    std::fs::create_dir_all(&environment.paths.cli_cache).expect("made");
    (home, environment)
}

#[tokio::test]
async fn a_session_renewed_since_the_listing_stays() {
    let (_home, environment) = home();
    let path = environment.paths.cli_cache.join(KEY);
    std::fs::write(&path, ENDED).expect("written");
    let listed = inventory(&environment).files;
    std::fs::write(&path, ENDED.replace("2020", "2090")).expect("written");
    let done = clean(&environment, listed.clone(), &Selection::default(), &SystemClock).await.files;
    assert!(done.is_empty() && path.exists());
    std::fs::write(&path, ENDED).expect("written");
    let done = clean(&environment, listed, &Selection::default(), &SystemClock).await.files;
    assert!(matches!(&done[..], [(_, Ok(()))]) && !path.exists());
}

#[cfg(unix)]
#[tokio::test]
async fn only_regular_json_files_directly_inside() {
    let (home, environment) = home();
    let cache = &environment.paths.cli_cache;
    let outside = home.path().join("precious.json");
    std::fs::write(&outside, ENDED).expect("written");
    std::fs::create_dir(cache.join("deeper.json")).expect("made");
    std::fs::write(cache.join("deeper.json").join(KEY), ENDED).expect("written");
    std::fs::write(cache.join("session.db"), ENDED).expect("written");
    std::fs::write(cache.join("junk.json"), "{").expect("written");
    std::os::unix::fs::symlink(&outside, cache.join(KEY)).expect("linked");
    std::os::unix::fs::symlink(home.path(), home.path().join(".aws/sso")).expect("linked");
    let large = std::fs::File::create(cache.join("large.json")).expect("made");
    large.set_len(50 * 1024 * 1024).expect("grown");
    let names = |inventory: &Inventory| -> Vec<String> {
        inventory
            .files
            .iter()
            .map(|file| file.path.file_name().expect("a name").to_string_lossy().into())
            .collect()
    };
    let found = inventory(&environment);
    assert_eq!(names(&found), ["junk.json", "large.json"]);
    let everything = Selection { profiles: Vec::new(), all: true };
    assert!(clean(&environment, found.files, &everything, &SystemClock).await.files.is_empty());
    assert!(outside.exists() && cache.join("deeper.json").join(KEY).exists());
}

#[cfg(unix)]
#[test]
fn a_directory_that_is_a_link_or_a_file_is_left_alone() {
    let (home, environment) = home();
    std::fs::remove_dir(&environment.paths.cli_cache).expect("removed");
    let elsewhere = home.path().join("elsewhere");
    std::fs::create_dir(&elsewhere).expect("made");
    std::fs::write(elsewhere.join(KEY), ENDED).expect("written");
    std::os::unix::fs::symlink(&elsewhere, &environment.paths.cli_cache).expect("linked");
    std::fs::create_dir(home.path().join(".aws/boto")).expect("made");
    std::fs::write(home.path().join(".aws/boto/cache"), "a file").expect("written");
    let found = inventory(&environment);
    assert!(found.files.is_empty());
    assert_eq!(found.problems.len(), 2, "{:?}", found.problems);
}

fn everything() -> Selection {
    Selection { profiles: Vec::new(), all: true }
}

#[tokio::test]
async fn what_was_removed_is_put_back_as_it_was() {
    let (_home, environment) = home();
    let path = environment.paths.cli_cache.join(KEY);
    let damaged = environment.paths.cli_cache.join("damaged.json");
    std::fs::write(&path, ENDED).expect("written");
    std::fs::write(&damaged, "").expect("written");
    let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_mins(25_000_000);
    std::fs::File::options()
        .write(true)
        .open(&path)
        .and_then(|file| file.set_modified(long_ago))
        .expect("dated");
    let listed = inventory(&environment).files;
    let cleaned = clean(&environment, listed, &everything(), &SystemClock).await;
    assert_eq!(cleaned.files.len(), 1, "what is no session stays");
    assert!(!path.exists() && !cleaned.removed.is_empty());
    // Even the directory may be gone.
    std::fs::remove_file(&damaged).expect("removed");
    std::fs::remove_dir(&environment.paths.cli_cache).expect("removed");
    let answer = put_back(&environment, cleaned.removed).await;
    assert_eq!(answer, PutBack { put_back: 1, ..PutBack::default() });
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), ENDED);
    let found = std::fs::metadata(&path).expect("a file");
    assert_eq!(found.modified().expect("a date"), long_ago, "when it was stored tells its life");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(found.permissions().mode() & 0o777, 0o600);
    }
    let left = std::fs::read_dir(&environment.paths.cli_cache).expect("a directory").count();
    assert_eq!(left, 1, "no temporary file is left");
}

#[tokio::test]
async fn what_is_newer_stays() {
    let (_home, environment) = home();
    let cache = &environment.paths.cli_cache;
    let (renewed, other) = (cache.join(KEY), cache.join(KEY.replace('2', "3")));
    for path in [&renewed, &other] {
        std::fs::write(path, ENDED).expect("written");
    }
    let listed = inventory(&environment).files;
    let cleaned = clean_these(&environment, listed).await;
    assert_eq!(cleaned.files.len(), 2);
    std::fs::write(&renewed, "newer").expect("written");
    let answer = put_back(&environment, cleaned.removed).await;
    assert_eq!((answer.put_back, answer.newer), (1, 1), "{answer:?}");
    assert_eq!(std::fs::read_to_string(&renewed).expect("a file"), "newer");
    assert_eq!(std::fs::read_to_string(&other).expect("a file"), ENDED);
}

#[cfg(unix)]
#[tokio::test]
async fn nothing_is_put_where_a_link_leads() {
    let (home, environment) = home();
    let cache = &environment.paths.cli_cache;
    let elsewhere = home.path().join("elsewhere");
    std::fs::create_dir(&elsewhere).expect("made");
    for link_at in [cache.clone(), cache.join(KEY)] {
        std::fs::create_dir_all(cache).expect("made");
        std::fs::write(cache.join(KEY), ENDED).expect("written");
        let cleaned = clean_these(&environment, inventory(&environment).files).await;
        if link_at == *cache {
            std::fs::remove_dir(cache).expect("removed");
        }
        std::os::unix::fs::symlink(elsewhere.join("nothing"), &link_at).expect("linked");
        if link_at == *cache {
            std::fs::create_dir(elsewhere.join("nothing")).expect("made");
        }
        let answer = put_back(&environment, cleaned.removed).await;
        assert_eq!(answer.put_back, 0, "{answer:?}");
        assert_eq!(answer.newer + answer.failures.len(), 1, "{answer:?}");
        assert!(!elsewhere.join("nothing").join(KEY).exists());
        std::fs::remove_file(&link_at).expect("removed");
        let _ = std::fs::remove_dir(elsewhere.join("nothing"));
    }
}
