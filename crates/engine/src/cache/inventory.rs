//! What stands in the cache directories, and cleaning them.

use std::io::ErrorKind;
use std::path::Path;

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
    let chosen = files.into_iter().filter(|file| selection.takes(file, clock.now())).collect();
    clean_each(environment, chosen, |current| selection.takes(current, clock.now())).await
}

/// Removes files that were chosen one by one, whatever is left of what they hold. One that holds
/// something else by now stays, and so does what is no session of any kind.
pub async fn clean_these(
    environment: &Environment,
    files: Vec<CacheFile>,
) -> Vec<(CacheFile, Result<(), Problem>)> {
    let listed = files.clone();
    clean_each(environment, files, |current| listed.contains(current)).await
}

async fn clean_each(
    environment: &Environment,
    files: Vec<CacheFile>,
    may_go: impl Fn(&CacheFile) -> bool,
) -> Vec<(CacheFile, Result<(), Problem>)> {
    let mut done = Vec::new();
    for file in files {
        let lock = match stem(&file.path) {
            Some(key) => Lock::acquire(&environment.state_dir, key).await.ok(),
            None => None,
        };
        if let Some(result) = remove(environment, &file, &may_go) {
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
    may_go: impl Fn(&CacheFile) -> bool,
) -> Option<Result<(), Problem>> {
    let mut current = examine(&file.path, file.place, &Owners::default())?;
    current.profiles.clone_from(&file.profiles);
    if current.kind == Kind::Other || !may_go(&current) {
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
mod tests;
