//! Changes of profiles: what a change would do to both files, checked and shown before anything is written.
//!
//! `Plan::new` applies a `Change` to the text that was read. The plan holds both files before and after,
//! what is wrong with the result, who depends on what goes, and its diff. Writing it is the shell's part.

mod change;
mod check;
mod convert;
mod diff;
mod draft;
mod field;
mod kind;
mod name;
pub mod paste;
mod plan;
mod references;
mod region;
mod rewrite;
mod section_ref;
mod summary;
mod validate;

use aws_files::{EditError, Profiles, Secret};

pub use aws_files::{Document, FileKind, SectionName};

pub use crate::masked::is_secret_key;
pub use change::{Change, Changes, Conversion};
pub use check::Checks;
pub use convert::{RecordedRole, likely_source, long_term_keys, propose, recorded_role};
pub use diff::{DiffLine, DiffMark, FileDiff, as_text, counts, diff, gap};
pub use field::CREDENTIAL_SOURCES;
pub use kind::ProfileKind;
pub use plan::Plan;
pub use references::{Reference, references};
pub use region::{nearest_region, with_region};
pub use rewrite::Rewrite;
pub use section_ref::{SectionRef, SectionType};
pub use summary::{Summary, SummaryVerb};
pub use validate::validate;

use crate::paths::AwsPaths;
use crate::problem::{Code, Problem};
use crate::syntax;
use crate::variables::Variables;

/// A key and the value it is to have.
#[derive(Clone)]
pub struct NewSetting {
    /// The key, in lower case.
    pub key: String,
    /// The value, which may be a secret.
    pub value: Secret,
}

impl NewSetting {
    /// A setting.
    pub fn new(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self { key: key.into(), value: Secret::new(value.into()) }
    }
}

impl std::fmt::Debug for NewSetting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewSetting").field("key", &self.key).finish_non_exhaustive()
    }
}

/// The text of both files at one moment; a file that does not exist is an empty one.
#[derive(Clone)]
pub struct Files {
    /// `~/.aws/config`
    pub config: Document,
    /// `~/.aws/credentials`
    pub credentials: Document,
}

impl Files {
    /// Both, in the order they are written in.
    pub const KINDS: [FileKind; 2] = [FileKind::Config, FileKind::Credentials];

    /// One of the two.
    pub fn document(&self, kind: FileKind) -> &Document {
        match kind {
            FileKind::Config => &self.config,
            FileKind::Credentials => &self.credentials,
        }
    }

    /// Puts a changed one in its place.
    pub fn set(&mut self, document: Document) {
        match document.kind() {
            FileKind::Config => self.config = document,
            FileKind::Credentials => self.credentials = document,
        }
    }

    /// The profiles as the AWS CLI merges them.
    pub fn profiles(&self) -> Profiles {
        Profiles::read(Some(&self.config), Some(&self.credentials))
    }

    /// The same, with what other SDKs read differently, which takes longer.
    pub fn compared(&self) -> Profiles {
        Profiles::compare(Some(&self.config), Some(&self.credentials))
    }
}

/// The context that a plan is judged in, beside the files.
#[derive(Clone, Copy)]
pub struct PlanContext<'a> {
    /// The paths of the files.
    pub paths: &'a AwsPaths,
    /// The variables.
    pub variables: &'a Variables,
    /// Returns true if a program can be started by this name.
    pub is_program: &'a dyn Fn(&str) -> bool,
}

/// Turns the refusal of an edit into a problem of that file.
pub fn edit_problem(paths: &AwsPaths, kind: FileKind, error: EditError) -> Problem {
    match error {
        EditError::Unparsable(error) => syntax::problem(&error),
        EditError::NoKey { key } => {
            Problem::new(Code::NoSuchSetting).with("key", key).with("path", paths.display(paths.file(kind)))
        }
        error => Problem::new(Code::FileNotEdited)
            .with("path", paths.display(paths.file(kind)))
            .with("detail", error.to_string()),
    }
}

#[cfg(test)]
mod tests;
