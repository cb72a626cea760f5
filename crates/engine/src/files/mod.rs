//! Reading the two AWS files, and replacing a file whole.

mod write;

use std::io::ErrorKind;

use aws_files::{Document, FileKind, Profiles};
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::{Code, Problem};

pub(crate) use write::{Replacement, write_atomically};

/// Larger than any file people write; a device or a log given by mistake stops here.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Both files as the AWS CLI reads them, and what kept one from being read at all.
pub(crate) struct AwsFiles {
    pub(crate) profiles: Profiles,
    pub(crate) problems: Vec<Problem>,
}

/// Reads both files. One that does not exist is an empty one, as for the AWS CLI.
pub(crate) fn read(paths: &AwsPaths) -> AwsFiles {
    let mut problems = Vec::new();
    let mut document = |kind| match read_document(paths, kind) {
        Ok(document) => document,
        Err(problem) => {
            problems.push(problem);
            None
        }
    };
    let config = document(FileKind::Config);
    let credentials = document(FileKind::Credentials);
    AwsFiles { profiles: Profiles::read(config.as_ref(), credentials.as_ref()), problems }
}

fn read_document(paths: &AwsPaths, kind: FileKind) -> Result<Option<Document>, Problem> {
    let path = paths.file(kind);
    let refused = |reason: String| {
        Problem::new(Code::FileUnreadable).with("path", paths.display(path)).with("reason", reason)
    };
    match std::fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(refused(error.to_string())),
        Ok(found) if found.is_dir() => return Err(refused("it is a directory".to_owned())),
        Ok(found) if found.len() > LARGEST => return Err(refused("it is larger than 64 MiB".to_owned())),
        Ok(_) => {}
    }
    let bytes = zeroize::Zeroizing::new(std::fs::read(path).map_err(|error| refused(error.to_string()))?);
    Ok(Some(Document::parse(kind, &bytes)))
}
