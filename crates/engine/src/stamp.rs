//! Whether there is something new to read, without reading it: for file systems that send no word of changes.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sandglass_core::cache::Place;

use crate::Environment;
use crate::os::Identity;

/// Dates, sizes and identities of everything a snapshot reads.
#[derive(Debug, PartialEq, Eq)]
pub struct Stamp(Vec<(PathBuf, Option<Seen>)>);

/// A file or directory, as it looks from outside.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    size: u64,
    written: Option<SystemTime>,
    identity: Identity,
}

impl Stamp {
    /// As things are now. To be made before they are read: what changes meanwhile is seen the next time.
    pub fn of(environment: &Environment) -> Self {
        let paths = &environment.paths;
        let mut seen: Vec<_> =
            [&paths.config, &paths.credentials, &environment.preferences].map(|path| looked_at(path)).into();
        for place in Place::ALL {
            let directory = place.directory(paths);
            let entries = std::fs::read_dir(&directory).into_iter().flatten().map_while(Result::ok);
            let json = |path: &PathBuf| path.extension().is_some_and(|end| end == "json");
            let start = seen.len();
            seen.extend(entries.map(|entry| entry.path()).filter(json).map(|path| looked_at(&path)));
            // Directories are read in any order.
            seen[start..].sort_by(|one, other| one.0.cmp(&other.0));
        }
        Self(seen)
    }
}

fn looked_at(path: &Path) -> (PathBuf, Option<Seen>) {
    let seen = |found: Metadata| Seen {
        size: found.len(),
        written: found.modified().ok(),
        identity: Identity::of(&found),
    };
    (path.to_owned(), std::fs::metadata(path).ok().map(seen))
}

#[cfg(test)]
mod tests {
    use sandglass_core::variables::Variables;

    use super::*;

    #[test]
    fn whatever_changes_is_seen_and_what_only_is_read_is_not() {
        let home = tempfile::tempdir().expect("a directory");
        let text = home.path().display().to_string();
        let variables: Variables =
            [("HOME", text.as_str()), ("USERPROFILE", text.as_str())].into_iter().collect();
        let environment = Environment::from_variables(variables).expect("a home");
        let paths = environment.paths.clone();
        let mut last = Stamp::of(&environment);
        let mut changes = |what: &str, change: &dyn Fn()| {
            change();
            let now = Stamp::of(&environment);
            assert_ne!(now, last, "{what}");
            last = now;
            assert_eq!(Stamp::of(&environment), last, "nothing since {what}");
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
        changes("its end", &|| std::fs::remove_file(&entry).expect("removed"));
        std::fs::read(&paths.config).expect("read");
        write(&paths.cli_cache.join("session.db"), "of the AWS CLI");
        assert_eq!(Stamp::of(&environment), last);
    }
}
