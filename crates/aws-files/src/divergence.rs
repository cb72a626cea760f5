//! Differences between what the AWS CLI reads and what other SDKs read in the same files.

use std::fmt;

use crate::Location;

/// Another reader of the AWS files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reader {
    /// The AWS SDK for Rust.
    Rust,
    /// The AWS SDK for Go v2, and so Terraform and most command line tools written in Go.
    Go,
    /// The AWS SDK for JavaScript v3.
    JavaScript,
}

impl fmt::Display for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rust => "AWS SDK for Rust",
            Self::Go => "AWS SDK for Go",
            Self::JavaScript => "AWS SDK for JavaScript",
        })
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// The SDK that differs.
    pub reader: Reader,
    /// The line it comes from.
    pub at: Location,
    /// The profile it touches; none for a whole file or a section that is no profile.
    pub profile: Option<String>,
    /// The kind of difference. Never holds a value.
    pub kind: DivergenceKind,
}

/// The kinds of differences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DivergenceKind {
    /// It refuses the file, which the AWS CLI accepts.
    FileRefused,
    /// It accepts the file, which the AWS CLI refuses.
    FileAccepted,
    /// It does not see the profile.
    ProfileMissing,
    /// It sees a profile the AWS CLI does not.
    ExtraProfile,
    /// It reads another value.
    ValueDiffers {
        /// The key.
        key: String,
    },
    /// It does not see the key.
    KeyMissing {
        /// The key.
        key: String,
    },
    /// It sees a key the AWS CLI does not.
    ExtraKey {
        /// The key.
        key: String,
    },
    /// It refuses half a key pair in one file.
    PartialKeys,
}
