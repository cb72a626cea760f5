//! Lists the files in the cache directories.

use std::io::ErrorKind;
use std::path::Path;

use sandglass_core::cache::{CacheFile, CachePlace, Owners, describe, mfa_device};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::file_errors;
use sandglass_core::session::own_keys;
use zeroize::Zeroizing;

use super::LARGEST_ENTRY;
use crate::resolution::resolve_named;
use crate::{Environment, files};

/// The content of a file; none if it is too large to be read.
pub(super) type FileContent = Option<Zeroizing<Vec<u8>>>;

/// The files that were found, and the problems of those that could not be read.
#[derive(Debug, Default)]
pub struct Inventory {
    /// Every regular `.json` file directly inside, by directory and name.
    pub files: Vec<CacheFile>,
    /// Directories that cannot be used, AWS files that cannot be read.
    pub problems: Vec<Problem>,
}

/// Looks through the cache directories.
pub fn inventory(environment: &Environment) -> Inventory {
    let read = files::read(&environment.paths);
    let mut found = Inventory::default();
    for place in CachePlace::ALL {
        match list(environment, place) {
            Ok(files) => found.files.extend(files),
            Err(problem) => found.problems.push(problem),
        }
    }
    let mut owners = Owners::of_files(&found.files);
    for name in read.profiles.names() {
        let resolution = resolve_named(&read.profiles, environment, name, &read.problems);
        owners.add(&read.profiles, name, || own_keys(&resolution));
    }
    owners.tell(&mut found.files);
    // Whose an entry is cannot be told without the AWS files; the rest can.
    found.problems.splice(0..0, read.problems.into_iter().chain(file_errors(&read.profiles)));
    found
}

/// The files of one directory; one that is not there is an empty one.
pub(crate) fn list(environment: &Environment, place: CachePlace) -> Result<Vec<CacheFile>, Problem> {
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
        entries.filter_map(|entry| Some(examine(&entry.ok()?.path(), place)?.0)).collect();
    files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// One regular `.json` file and what it holds, unless that is too large; nothing for anything else.
pub(super) fn examine(path: &Path, place: CachePlace) -> Option<(CacheFile, FileContent)> {
    let name = path.file_name()?.to_str()?;
    let found = std::fs::symlink_metadata(path).ok()?;
    if !found.is_file() || path.extension()? != "json" {
        return None;
    }
    let content = files::content(path, LARGEST_ENTRY).ok();
    let (kind, expires_at) = describe(place, name, content.as_ref().map(|content| content.as_slice()));
    let file = CacheFile {
        path: path.to_owned(),
        place,
        kind,
        profiles: Vec::new(),
        expires_at,
        bytes: found.len(),
        device: mfa_device(place, content.as_ref().map(|content| content.as_slice())),
    };
    Some((file, content))
}
