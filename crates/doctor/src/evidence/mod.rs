//! The evidence as data. Checks look at nothing else.
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
pub use live::{LiveEvidence, Operation, Outcome};
pub use tools::{AwsCli, ProcessProgram, ToolsEvidence, Version, WebIdentityFile};
pub use variables::{Assignment, AssignmentPlace, VariablesEvidence};

use std::collections::BTreeMap;

use aws_files::{Profile, Profiles, setting};
use chrono::TimeDelta;

use sandglass_core::Timestamp;
use sandglass_core::export::Shell;
use sandglass_core::paths::AwsPaths;
use sandglass_core::profiles::PlanContext;
use sandglass_core::resolve::{Call, Provider, ProviderStep, ProviderVerdict, Resolution};
use sandglass_core::session::Needs;

/// The place where doctor runs: a terminal's variables are those of its commands, a desktop's are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenFrom {
    /// In a shell.
    Terminal,
    /// In the desktop program, which cannot see into open terminals.
    Desktop,
}

/// Everything that was gathered for one diagnosis.
pub struct Evidence {
    /// The time.
    pub now: Timestamp,
    /// The call of the AWS CLI to diagnose.
    pub call: Call,
    /// The place where doctor runs.
    pub seen_from: SeenFrom,
    /// The shell commands are written for.
    pub shell: Shell,
    /// The paths of the AWS files.
    pub paths: AwsPaths,
    /// The two files as files.
    pub files: FilesEvidence,
    /// The profiles in them.
    pub profiles: Profiles,
    /// Variables, of this process and of those to come.
    pub variables: VariablesEvidence,
    /// The requirement of a renewal, for each profile whose keys in a file the call starts from.
    pub renewals: BTreeMap<String, Needs>,
    /// The resolution of the call's credentials.
    pub resolution: Resolution,
    /// The same for the profile alone, as with `--profile`.
    pub own: Resolution,
    /// The caches.
    pub caches: CachesEvidence,
    /// Programs.
    pub tools: ToolsEvidence,
    /// The answers of the network and AWS; empty until they are asked.
    pub live: LiveEvidence,
}

impl Evidence {
    /// The profile of the call, when it is in the files.
    pub fn profile(&self) -> Option<&Profile> {
        self.profiles.get(&self.resolution.profile)
    }

    /// The profile, its source, the source of that: as far as they are in the files.
    pub fn chain(&self) -> Vec<&Profile> {
        let mut chain: Vec<&Profile> = Vec::new();
        let mut next = self.profile();
        while let Some(profile) = next.filter(|next| !chain.iter().any(|known| known.name == next.name)) {
            chain.push(profile);
            next = profile.get(setting::SOURCE_PROFILE).and_then(|name| self.profiles.get(name.value()));
        }
        chain
    }

    /// True if the call uses keys in variables, or fails because of them.
    pub fn variables_decide(&self) -> bool {
        let first = self.resolution.steps.first();
        let decides =
            |step: &ProviderStep| matches!(step.verdict, ProviderVerdict::Wins | ProviderVerdict::Fails(_));
        first.is_some_and(|step| step.provider == Provider::Environment && decides(step))
    }

    /// The profile's own chain, whatever variables win over it.
    pub fn of_profile(&self) -> &Resolution {
        if self.variables_decide() { &self.own } else { &self.resolution }
    }

    /// True if what the chain starts from is asked at all: not while a session of one of its roles is
    /// cached that the AWS CLI takes.
    pub fn needs_source(&self) -> bool {
        !self.caches.cli.entries.iter().any(|entry| self.is_fresh(entry))
    }

    /// True if the AWS CLI takes a cached session: with fifteen minutes left.
    pub fn is_fresh(&self, entry: &EntryFound) -> bool {
        matches!(&entry.state, EntryState::Session { expires_at, .. }
            if *expires_at - self.now >= TimeDelta::minutes(15))
    }

    /// True if AWS took the credentials of the call.
    pub fn is_accepted(&self) -> bool {
        self.live.calls.iter().any(|asked| {
            asked.depth == 0
                && asked.operation == Operation::GetCallerIdentity
                && matches!(asked.outcome, Outcome::Identity(_))
        })
    }

    /// The AWS CLI that runs when somebody types `aws`.
    pub fn aws_cli(&self) -> Option<&AwsCli> {
        self.tools.aws_clis.first()
    }

    /// True if the profile was named with `--profile`.
    pub fn is_explicit(&self) -> bool {
        matches!(self.call, Call::Profile(_))
    }

    /// Returns the context that a change of the files is judged in.
    pub(crate) fn context(&self) -> PlanContext<'_> {
        PlanContext { paths: &self.paths, variables: &self.variables.process, is_program: &|_| true }
    }
}
