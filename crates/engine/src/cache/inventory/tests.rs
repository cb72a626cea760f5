use sandglass_core::variables::Variables;

use super::*;
use crate::SystemClock;

const ENDED: &str = r#"{"Credentials":{"AccessKeyId":"A","SecretAccessKey":"s","SessionToken":"t","Expiration":"2020-01-01T00:00:00Z"}}"#;
const KEY: &str = "24973d1cbbaca87acf4b5ca7a2a4a04c9ea4dfe5.json";

fn home() -> (tempfile::TempDir, Environment) {
    let home = tempfile::tempdir().expect("a directory");
    let path = home.path().to_str().expect("text");
    let variables: Variables = [("HOME", path), ("USERPROFILE", path)].into_iter().collect();
    let environment = Environment::from_variables(variables).expect("a home");
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
    let done = clean(&environment, listed.clone(), &Selection::default(), &SystemClock).await;
    assert!(done.is_empty() && path.exists());
    std::fs::write(&path, ENDED).expect("written");
    let done = clean(&environment, listed, &Selection::default(), &SystemClock).await;
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
    assert!(clean(&environment, found.files, &everything, &SystemClock).await.is_empty());
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
