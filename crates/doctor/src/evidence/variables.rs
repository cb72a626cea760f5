//! Evidence about variables: those of this process, and those that new shells and programs will start with.

use std::collections::BTreeMap;
use std::path::PathBuf;

use aws_files::Secret;

use sandglass_core::variables::Variables;

/// A place where a variable is set for future processes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum AssignmentPlace {
    /// A file that a shell reads when it starts.
    ShellFile(PathBuf),
    /// A file of `~/.config/environment.d`.
    EnvironmentFile(PathBuf),
    /// `launchctl setenv`.
    Launchctl,
    /// `HKCU\Environment`.
    Registry,
}

impl AssignmentPlace {
    /// The file, when it is one.
    pub fn file(&self) -> Option<&PathBuf> {
        match self {
            Self::ShellFile(path) | Self::EnvironmentFile(path) => Some(path),
            Self::Launchctl | Self::Registry => None,
        }
    }
}

/// A variable set for processes to come.
#[derive(Clone)]
pub struct Assignment {
    /// Its name.
    pub name: String,
    /// Its value as far as it can be read without running the file.
    pub value: Option<Secret>,
    /// Its place.
    pub place: AssignmentPlace,
    /// Its line, from 1.
    pub line: Option<usize>,
    /// True if the line does nothing else, so that it can go.
    pub is_whole_line: bool,
}

/// All variables.
#[derive(Clone, Default)]
pub struct VariablesEvidence {
    /// Those of this process, with what the preferences stand for.
    pub process: Variables,
    /// Those of processes to come, in the order they are read; only AWS's.
    pub persistent: Vec<Assignment>,
    /// Every line, masked, of the files some of them stand in.
    pub around: BTreeMap<PathBuf, Vec<String>>,
}
