//! Gathers both AWS files as files: their presence, mode and text.

use std::path::{Path, PathBuf};

use aws_files::{Document, FileKind};
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::Problem;
use sandglass_core::profiles::Files;
use sandglass_core::variables::Variables;
use sandglass_doctor::evidence::{FileFound, FilesEvidence, Home, Presence};

use crate::{files, os};

/// Both files, and what kept one from being read.
pub(super) fn gather(paths: &AwsPaths) -> (FilesEvidence, Vec<Problem>) {
    let mut problems = Vec::new();
    let (config, config_text) = file(paths, FileKind::Config, &mut problems);
    let (credentials, credentials_text) = file(paths, FileKind::Credentials, &mut problems);
    let text = Files { config: config_text, credentials: credentials_text };
    let usual = usual(paths);
    let home = home(&paths.home);
    let writable_by_others = writable_by_others(paths);
    (FilesEvidence { home, config, credentials, text, writable_by_others, usual }, problems)
}

/// Finds what others may write of where profiles and sessions are kept: a file by its own mode, or by that of its
/// directory, where a file can be put in its place.
fn writable_by_others(paths: &AwsPaths) -> Vec<(PathBuf, u32)> {
    let files = Files::KINDS.map(|kind| paths.file(kind));
    let directories = files.iter().filter_map(|file| file.parent()).chain([paths.cli_cache.as_path()]);
    let mut found: Vec<(PathBuf, u32)> = Vec::new();
    for path in directories.chain(files.iter().map(|file| &**file)) {
        let Ok(metadata) = std::fs::metadata(path) else { continue };
        let Some(mode) = os::mode(&metadata) else { continue };
        // In a directory such as /tmp nobody replaces what is another's.
        let is_open = mode & OTHERS_MAY_WRITE != 0 && !(metadata.is_dir() && mode & STICKY != 0);
        if is_open && found.iter().all(|(known, _)| known != path) {
            found.push((path.to_owned(), mode & 0o7777));
        }
    }
    found
}

/// Everybody may write. A group is often the user's own, or chosen with care.
const OTHERS_MAY_WRITE: u32 = 0o002;
const STICKY: u32 = 0o1000;

/// Reads the files that would be read without the variables that name others.
fn usual(paths: &AwsPaths) -> Option<Files> {
    let usual = AwsPaths::new(&paths.home, &Variables::default());
    if Files::KINDS.iter().all(|kind| usual.file(*kind) == paths.file(*kind)) {
        return None;
    }
    let read = |kind| file(&usual, kind, &mut Vec::new()).1;
    Some(Files { config: read(FileKind::Config), credentials: read(FileKind::Credentials) })
}

fn home(path: &Path) -> Home {
    if path.is_dir() { Home::There } else { Home::Missing(path.to_owned()) }
}

fn file(paths: &AwsPaths, kind: FileKind, problems: &mut Vec<Problem>) -> (FileFound, Document) {
    let mode = std::fs::metadata(paths.file(kind)).ok().and_then(|found| os::mode(&found));
    match files::read_document(paths, kind) {
        Ok((document, found)) => {
            let is_link = || std::fs::symlink_metadata(paths.file(kind)).is_ok();
            let presence = match found.exists() {
                true => Presence::Read,
                false if is_link() => Presence::LinkToNothing,
                false => Presence::Absent,
            };
            (FileFound { presence, mode }, document)
        }
        Err(problem) => {
            let reason = problem.args.iter().find(|(name, _)| *name == "reason");
            let reason = reason.map_or_else(String::new, |(_, reason)| reason.clone());
            problems.push(problem);
            let is_directory = paths.file(kind).is_dir();
            let presence = if is_directory { Presence::Directory } else { Presence::Unreadable(reason) };
            (FileFound { presence, mode }, Document::parse(kind, b""))
        }
    }
}
