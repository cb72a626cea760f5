use super::*;
use crate::testing::environment;

async fn is_heard(watch: &mut Watch) {
    tokio::time::timeout(Duration::from_secs(20), watch.changed()).await.expect("heard").expect("watching");
}

#[tokio::test]
async fn a_home_without_aws_files_is_followed_as_they_come() {
    let home = tempfile::tempdir().expect("a directory");
    let environment = environment(home.path());
    let mut watch = Watch::start(&environment).expect("watching");
    std::fs::create_dir(home.path().join(".aws")).expect("made");
    is_heard(&mut watch).await;
    std::fs::write(&environment.paths.config, "[default]\n").expect("written");
    is_heard(&mut watch).await;
    std::fs::create_dir_all(&environment.paths.cli_cache).expect("made");
    is_heard(&mut watch).await;
    std::fs::write(environment.paths.cli_cache.join("a.json"), "{}").expect("written");
    is_heard(&mut watch).await;
}

#[tokio::test]
async fn a_sign_in_made_elsewhere_is_heard() {
    let home = tempfile::tempdir().expect("a directory");
    let environment = environment(home.path());
    std::fs::create_dir(home.path().join(".aws")).expect("made");
    let mut watch = Watch::start(&environment).expect("watching");
    for cache in [".aws/sso/cache", ".aws/login/cache"] {
        let cache = home.path().join(cache);
        std::fs::create_dir_all(&cache).expect("made");
        is_heard(&mut watch).await;
        std::fs::write(cache.join("token.json"), "{}").expect("written");
        is_heard(&mut watch).await;
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_directory_behind_a_link_is_followed_before_there_is_a_cache_and_when_the_link_leads_elsewhere() {
    let home = tempfile::tempdir().expect("a directory");
    let environment = environment(home.path());
    let [dotfiles, other] = ["dotfiles", "other"].map(|name| home.path().join(name));
    for directory in [&dotfiles, &other] {
        std::fs::create_dir(directory).expect("made");
    }
    std::fs::write(dotfiles.join("config"), "[default]\n").expect("written");
    let link = home.path().join(".aws");
    std::os::unix::fs::symlink(&dotfiles, &link).expect("linked");
    let mut watch = Watch::start(&environment).expect("watching");
    std::fs::create_dir_all(&environment.paths.cli_cache).expect("made");
    is_heard(&mut watch).await;
    std::fs::write(dotfiles.join("cli/cache/a.json"), "{}").expect("written");
    is_heard(&mut watch).await;
    std::fs::write(dotfiles.join("config"), "[default]\nregion = a\n").expect("written");
    is_heard(&mut watch).await;
    let new = home.path().join("new");
    std::os::unix::fs::symlink(&other, &new).expect("linked");
    std::fs::rename(&new, &link).expect("exchanged");
    is_heard(&mut watch).await;
    std::fs::write(other.join("credentials"), "[a]\n").expect("written");
    is_heard(&mut watch).await;
    std::fs::write(dotfiles.join("config"), "x").expect("written");
    std::fs::write(other.join("config"), "[default]\n").expect("written");
    is_heard(&mut watch).await;
}

#[tokio::test]
async fn neighbours_and_our_own_reading_are_not_heard() {
    let home = tempfile::tempdir().expect("a directory");
    let environment = environment(home.path());
    std::fs::create_dir(home.path().join(".aws")).expect("made");
    std::fs::write(&environment.paths.config, "[default]\n").expect("written");
    let mut watch = Watch::start(&environment).expect("watching");
    std::fs::write(home.path().join(".aws/other"), "x").expect("written");
    std::fs::read(&environment.paths.config).expect("read");
    // What comes after them is the first thing heard.
    std::fs::write(&environment.paths.credentials, "[a]\n").expect("written");
    is_heard(&mut watch).await;
    assert!(watch.changes.try_recv().is_err(), "nothing else was heard");
}
