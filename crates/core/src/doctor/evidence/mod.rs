//! What was gathered, as data: the checks look at nothing else.
//!
//! Secrets stay what they are in the files and variables, `Secret`s; nothing here prints one.

pub mod caches;
pub mod files;
pub mod live;
pub mod shell_file;
pub mod tools;
pub mod variables;

pub use caches::{CachesEvidence, CliCacheFound, EntryFound, EntryState, LoginFound, SsoFound, TokenState};
pub use files::{FileFound, FilesEvidence, Home, Presence};
pub use live::LiveEvidence;
pub use tools::{AwsCli, ProcessProgram, ToolsEvidence, Version, WebIdentityFile};
pub use variables::{Assignment, AssignmentPlace, VariablesEvidence};

use aws_files::{Profile, Profiles};

use crate::Timestamp;
use crate::export::Shell;
use crate::paths::AwsPaths;
use crate::profiles::Surroundings;
use crate::resolve::{Call, Resolution};

/// Where doctor runs: a terminal's variables are those of its commands, a desktop's are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenFrom {
    /// In a shell.
    Terminal,
    /// In the desktop program, which cannot see into open terminals.
    Desktop,
}

/// Everything that was gathered for one diagnosis.
pub struct Evidence {
    /// When.
    pub now: Timestamp,
    /// How the AWS CLI would be called.
    pub call: Call,
    /// Where doctor runs.
    pub seen_from: SeenFrom,
    /// The shell commands are written for.
    pub shell: Shell,
    /// Where the AWS files are.
    pub paths: AwsPaths,
    /// The two files as files.
    pub files: FilesEvidence,
    /// What they hold.
    pub profiles: Profiles,
    /// Variables, of this process and of those to come.
    pub variables: VariablesEvidence,
    /// Where the call's credentials come from.
    pub resolution: Resolution,
    /// The caches.
    pub caches: CachesEvidence,
    /// Programs.
    pub tools: ToolsEvidence,
    /// What the network and AWS answered; nothing while it was not asked.
    pub live: LiveEvidence,
}

impl Evidence {
    /// The profile of the call, when it is in the files.
    pub fn profile(&self) -> Option<&Profile> {
        self.profiles.get(&self.resolution.profile)
    }

    /// Whether the profile was named with `--profile`.
    pub fn is_explicit(&self) -> bool {
        matches!(self.call, Call::Profile(_))
    }

    /// What a change of the files is judged by.
    pub(crate) fn surroundings(&self) -> Surroundings<'_> {
        Surroundings { paths: &self.paths, variables: &self.variables.process, is_program: &|_| true }
    }
}
