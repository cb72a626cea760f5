//! What stands in the cache directories, and cleaning them.

use std::io::ErrorKind;
use std::path::Path;

use sandglass_core::Timestamp;
use sandglass_core::cache::{CacheFile, Kind, Owners, Place, Selection, describe};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::file_errors;

use super::LARGEST_ENTRY;
use crate::lock::Lock;
use crate::snapshot::resolve_named;
use crate::{Clock, Environment, files};

/// What was found, and what could not be looked at.
#[derive(Debug, Default)]
pub struct Inventory {
    /// Every regular `.json` file directly inside, by directory and name.
    pub files: Vec<CacheFile>,
    /// Directories that cannot be used, AWS files that cannot be read.
    pub problems: Vec<Problem>,
}

/// Looks through the three cache directories.
pub fn inventory(environment: &Environment) -> Inventory {
    let read = files::read(&environment.paths);
    let resolutions: Vec<_> = read
        .profiles
        .names()
        .map(|name| resolve_named(&read.profiles, environment, name, &read.problems))
        .collect();
    let owners = Owners::new(&read.profiles, resolutions.iter());
    let mut found = Inventory::default();
    // Whose an entry is cannot be told without the AWS files; the rest can.
    found.problems.extend(read.problems);
    found.problems.extend(file_errors(&read.profiles));
    for place in Place::ALL {
        match list(environment, place, &owners) {
            Ok(files) => found.files.extend(files),
            Err(problem) => found.problems.push(problem),
        }
    }
    found
}

/// The files of one directory; one that is not there is an empty one.
pub(crate) fn list(
    environment: &Environment,
    place: Place,
    owners: &Owners,
) -> Result<Vec<CacheFile>, Problem> {
    let directory = place.directory(&environment.paths);
    let unusable = |detail: &str| {
        Problem::new(Code::CacheUnusable)
            .with("path", environment.paths.display(&directory))
            .with("detail", detail)
    };
    match std::fs::symlink_metadata(&directory) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(unusable(&error.to_string())),
        Ok(found) if found.is_symlink() => return Err(unusable("it is a link, and links are not followed")),
        Ok(found) if !found.is_dir() => return Err(unusable("it is no directory")),
        Ok(_) => {}
    }
    let entries = std::fs::read_dir(&directory).map_err(|error| unusable(&error.to_string()))?;
    let mut files: Vec<CacheFile> =
        entries.filter_map(|entry| examine(&entry.ok()?.path(), place, owners)).collect();
    files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// One regular `.json` file; nothing for anything else.
fn examine(path: &Path, place: Place, owners: &Owners) -> Option<CacheFile> {
    let name = path.file_name()?.to_str()?;
    let found = std::fs::symlink_metadata(path).ok()?;
    if !found.is_file() || path.extension()? != "json" {
        return None;
    }
    let content = (found.len() <= LARGEST_ENTRY).then(|| std::fs::read(path).ok()).flatten();
    let content = content.map(zeroize::Zeroizing::new);
    let (kind, expires_at) = describe(place, name, content.as_ref().map(|content| content.as_slice()));
    Some(CacheFile {
        path: path.to_owned(),
        place,
        kind,
        profiles: owners.of(name).to_vec(),
        expires_at,
        bytes: found.len(),
    })
}

/// Removes what a selection takes, and says of each file whether it went. A file that changed since it
/// was listed is looked at again, so that a session renewed meanwhile stays.
pub async fn clean(
    environment: &Environment,
    files: Vec<CacheFile>,
    selection: &Selection,
    clock: &dyn Clock,
) -> Vec<(CacheFile, Result<(), Problem>)> {
    let mut done = Vec::new();
    for file in files.into_iter().filter(|file| selection.takes(file, clock.now())) {
        let lock = match stem(&file.path) {
            Some(key) => Lock::acquire(&environment.state_dir, key).await.ok(),
            None => None,
        };
        if let Some(result) = remove(environment, &file, selection, clock.now()) {
            done.push((file, result));
        }
        drop(lock);
    }
    done
}

fn stem(path: &Path) -> Option<&str> {
    path.file_stem()?.to_str()
}

/// Nothing when the file is no longer one to remove.
fn remove(
    environment: &Environment,
    file: &CacheFile,
    selection: &Selection,
    now: Timestamp,
) -> Option<Result<(), Problem>> {
    let mut current = examine(&file.path, file.place, &Owners::default())?;
    current.profiles.clone_from(&file.profiles);
    if current.kind == Kind::Other || !selection.takes(&current, now) {
        return None;
    }
    match std::fs::remove_file(&file.path) {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        removed => Some(removed.map_err(|error| {
            Problem::new(Code::CacheNotRemoved)
                .with("path", environment.paths.display(&file.path))
                .with("detail", error.to_string())
        })),
    }
}

#[cfg(test)]
mod tests {
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
}
