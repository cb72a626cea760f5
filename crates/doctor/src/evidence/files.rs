//! Evidence about both AWS files as files.

use std::path::PathBuf;

use aws_files::FileKind;

use sandglass_core::profiles::Files;

/// The home directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Home {
    /// It is there.
    There,
    /// A variable names a directory that is not there.
    Missing(PathBuf),
    /// No variable names one.
    Unnamed,
}

/// The presence of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// There is none.
    Absent,
    /// It was read.
    Read,
    /// It is a directory.
    Directory,
    /// It is a link to a file that is not there, which the AWS CLI takes for absent.
    LinkToNothing,
    /// It is there and cannot be read: why, as the system says.
    Unreadable(String),
}

/// One of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFound {
    /// Its presence.
    pub presence: Presence,
    /// Its mode, where there are modes.
    pub mode: Option<u32>,
}

/// The two files.
pub struct FilesEvidence {
    /// The home directory.
    pub home: Home,
    /// `~/.aws/config`
    pub config: FileFound,
    /// `~/.aws/credentials`
    pub credentials: FileFound,
    /// Their text; one that is absent or cannot be read is empty.
    pub text: Files,
    /// Files and directories that other users may write, with their modes.
    pub writable_by_others: Vec<(PathBuf, u32)>,
    /// The files in `~/.aws`, where a variable names others in their place.
    pub usual: Option<Files>,
}

impl FilesEvidence {
    /// One of the two.
    pub fn of(&self, kind: FileKind) -> &FileFound {
        match kind {
            FileKind::Config => &self.config,
            FileKind::Credentials => &self.credentials,
        }
    }
}
