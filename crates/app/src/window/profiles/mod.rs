//! The Profiles view: the list, the form of one section, the plan of an edit, the content of a paste.
//!
//! The page asks for the list and the form anew when `AppView.files` changes. It sends an edit at each
//! keystroke and gets a plan back; what is written is the plan that was shown, by its id. Pasted
//! secrets never reach the page; typed ones go one way, as `Secret`.

mod choices;
mod edit;
mod field;
mod form;
mod list;
mod paste;
mod plan;
mod proposal;
mod regions;
#[cfg(test)]
mod tests;
mod traits;

use aws_files::FileKind;
use serde::{Deserialize, Serialize};

use super::ProblemText;

pub use sandglass_core::profiles::{SectionRef, SectionType};

pub use choices::{KindField, KindFields, ProfileChoices, Region, choices};
pub use edit::{NewValue, ProfileEdit};
pub use form::{
    ConvertProposal, Dependent, FormInputs, FormSetting, NestedSetting, ProfileForm, RoleSeen, form,
};
pub use list::{EditableFile, ListInputs, ProfileList, ProfileRow, list};
pub use paste::{PastedProfile, PastedSetting, pasted};
pub use plan::{
    FileChange, PastChange, PlanInputs, ProfilePlan, TryAnswer, UndoView, Written, file_changes, plan,
    plan_back,
};

/// One of the two AWS files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FileName {
    /// `~/.aws/config`
    Config,
    /// `~/.aws/credentials`
    Credentials,
}

/// A problem and the field it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FieldProblem {
    /// The key of the field; `[name]` for the section's name, which no key can be called; null for what
    /// is of no single field.
    pub field: Option<String>,
    /// The problem, with its fix in `next`.
    pub words: ProblemText,
    /// Both in few words, for beside the field; null where it takes the whole sentence.
    pub beside: Option<String>,
}

impl From<FileKind> for FileName {
    fn from(kind: FileKind) -> Self {
        match kind {
            FileKind::Config => Self::Config,
            FileKind::Credentials => Self::Credentials,
        }
    }
}

impl From<FileName> for FileKind {
    fn from(file: FileName) -> Self {
        match file {
            FileName::Config => Self::Config,
            FileName::Credentials => Self::Credentials,
        }
    }
}
