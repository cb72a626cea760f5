use super::*;
use crate::testing::environment;

#[test]
fn whatever_changes_is_seen_and_what_only_is_read_is_not() {
    let home = tempfile::tempdir().expect("a directory");
    let environment = environment(home.path());
    let paths = environment.paths.clone();
    let mut last = Stamp::take(&environment);
    let mut changes = |what: &str, change: &dyn Fn()| {
        change();
        let now = Stamp::take(&environment);
        assert_ne!(now, last, "{what}");
        last = now;
        assert_eq!(Stamp::take(&environment), last, "nothing since {what}");
    };
    let write = |path: &Path, text: &str| std::fs::write(path, text).expect("written");
    let entry = paths.cli_cache.join("a.json");
    changes("a config file", &|| {
        std::fs::create_dir_all(home.path().join(".aws")).expect("made");
        write(&paths.config, "[default]\n");
    });
    changes("another size", &|| write(&paths.config, "[default]\nregion = eu-west-1\n"));
    changes("a cache", &|| {
        std::fs::create_dir_all(&paths.cli_cache).expect("made");
        write(&entry, "{}");
    });
    #[cfg(unix)]
    changes("a file in its place", &|| {
        let new = paths.cli_cache.join("new");
        write(&new, "{}");
        std::fs::rename(&new, &entry).expect("renamed");
    });
    changes("its date", &|| {
        let file = std::fs::File::options().write(true).open(&entry).expect("there");
        file.set_modified(SystemTime::UNIX_EPOCH).expect("dated");
    });
    changes("a sign-in", &|| {
        for cache in ["sso", "login"].map(|kind| home.path().join(".aws").join(kind).join("cache")) {
            std::fs::create_dir_all(&cache).expect("made");
            write(&cache.join("token.json"), "{}");
        }
    });
    changes("another one", &|| write(&home.path().join(".aws/login/cache/token.json"), "{ }"));
    changes("its end", &|| std::fs::remove_file(&entry).expect("removed"));
    std::fs::read(&paths.config).expect("read");
    write(&paths.cli_cache.join("session.db"), "of the AWS CLI");
    assert_eq!(Stamp::take(&environment), last);
}
