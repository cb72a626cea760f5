//! Reads and changes the AWS files, and replaces files of our own.

mod edit;
mod fault;
mod in_place;
mod read;
mod revision;
mod write;

use aws_files::{Document, FileKind, Profiles};
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::{Code, Problem};

use crate::Environment;

pub(crate) use edit::{EditRefused, backup, check_editable, edit, remove_made, replaceable, restore, store};
pub(crate) use read::{FoundFile, content, text};
pub(crate) use revision::revision;
pub(crate) use write::{Replacement, probe, put_back, refuse_read_only, sweep, write_own};

/// Both files as the AWS CLI reads them, and what kept one from being read at all.
pub(crate) struct AwsFiles {
    pub(crate) profiles: Profiles,
    pub(crate) problems: Vec<Problem>,
    documents: [Option<Document>; 2],
}

impl AwsFiles {
    /// The revision of their content.
    pub(crate) fn revision(&self) -> String {
        revision(self.documents.each_ref().map(Option::as_ref))
    }
}

/// Reads both files. One that does not exist is an empty one, as for the AWS CLI.
pub(crate) fn read(paths: &AwsPaths) -> AwsFiles {
    read_with(paths, Profiles::read)
}

/// The same, with what the other SDKs read differently.
pub(crate) fn compare(paths: &AwsPaths) -> AwsFiles {
    read_with(paths, Profiles::compare)
}

fn read_with(
    paths: &AwsPaths,
    merge: impl FnOnce(Option<&Document>, Option<&Document>) -> Profiles,
) -> AwsFiles {
    let mut problems = Vec::new();
    let mut document = |kind| match find(paths, kind) {
        Ok(found) => Some(Document::from_bytes(kind, found.bytes)),
        Err(problem) => {
            problems.push(problem);
            None
        }
    };
    let config = document(FileKind::Config);
    let credentials = document(FileKind::Credentials);
    let profiles = merge(config.as_ref(), credentials.as_ref());
    AwsFiles { profiles, problems, documents: [config, credentials] }
}

/// Returns the present revision of both files.
pub fn revision_of(environment: &Environment) -> String {
    read(&environment.paths).revision()
}

/// One of the two, and how it was found.
pub(crate) fn read_document(paths: &AwsPaths, kind: FileKind) -> Result<(Document, FoundFile), Problem> {
    let found = find(paths, kind)?;
    Ok((Document::parse(kind, &found.bytes), found))
}

fn find(paths: &AwsPaths, kind: FileKind) -> Result<FoundFile, Problem> {
    let path = paths.file(kind);
    FoundFile::read_at_rest(path).map_err(|error| {
        Problem::new(Code::FileUnreadable).with("path", paths.display(path)).with("reason", error.to_string())
    })
}
