//! Evidence about programs: the AWS CLIs on PATH, and that of `credential_process`.

use std::path::PathBuf;

/// A version, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// 1 or 2.
    pub major: u32,
    /// The number that new features raise.
    pub minor: u32,
    /// The last one.
    pub patch: u32,
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// One AWS CLI.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwsCli {
    /// Its place.
    pub path: PathBuf,
    /// Its version; none where it did not say one in time.
    pub version: Option<Version>,
    /// True if it can be started at all.
    pub starts: bool,
}

/// The program of `credential_process`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessProgram {
    /// The profile that names it.
    pub profile: String,
    /// Its name as it would be started.
    pub program: String,
    /// True if there is such a program.
    pub is_there: bool,
}

/// A token file of a web identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebIdentityFile {
    /// The file.
    pub path: PathBuf,
    /// The reason why it cannot be read, if it cannot.
    pub unreadable: Option<String>,
    /// The expiry that the token states.
    pub expires_at: Option<sandglass_core::Timestamp>,
}

/// All programs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToolsEvidence {
    /// The AWS CLIs on PATH, in its order; the first is the one that runs.
    pub aws_clis: Vec<AwsCli>,
    /// The program the chain needs.
    pub process: Option<ProcessProgram>,
    /// The token file the chain needs.
    pub web_identity: Option<WebIdentityFile>,
}
