//! The window's content as plain data. The page formats times and chooses words; what a session is, needs and may do
//! is decided here. A test exports the types to TypeScript (`ui/src/backend/types.ts`).
//!
//! Instants are milliseconds since 1970, as JavaScript counts. Nothing here is a secret.

mod app;
mod broken;
mod caches;
mod day;
mod details;
mod diagnosis;
mod leave;
mod patch;
mod place;
mod preferences;
pub mod profiles;
mod prompt;
mod sessions;
mod settings;
mod shown_diff;
mod switcher;
#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::facts::Facts;
use sandglass_core::Timestamp;
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::Problem;
use sandglass_core::text::Text;

pub use crate::facts::{KeyState, WrittenFile};
pub use app::{AppView, Condition, FileProblem, NetworkAnswer, NextNeed, RenewAllView, file_problem};
pub use broken::{BrokenFile, FileLine, broken_file};
pub use caches::{CacheRow, CleanAnswer, CleanResult, Consequence, PutBackAnswer};
pub use day::{Moment, MomentKind, day};
pub use details::{ChainStep, DetailInputs, HistoryRow, Overridden, SessionDetails, SettingRow, details};
pub use diagnosis::{
    CheckRow, Diagnosed, FixAnswer, FixCommand, FixId, OfferedFix, ReadError, VerdictCard, VerdictKind,
    check_row, command_of, diagnosed, fix_at,
};
pub use leave::LeaveAnswer;
pub use patch::WindowPatch;
pub use place::Place;
pub use preferences::{MfaDeviceChoice, Preference, PreferencesView, SignInChoice};
pub use profiles::{
    ConvertProposal, Dependent, EditableFile, FieldProblem, FileChange, FileName, FormSetting, KindField,
    KindFields, NestedSetting, NewValue, PastChange, PastedProfile, PastedSetting, ProfileChoices,
    ProfileEdit, ProfileForm, ProfileList, ProfilePlan, ProfileRow, Region, RoleSeen, SectionRef,
    SectionType, TryAnswer, UndoView, Written,
};
pub use prompt::{PromptAnswer, PromptView, SameDevice};
pub use sandglass_core::preferences::PreferenceChange;
pub use sandglass_core::snapshot::{FileInUse, FileOrigin};
pub use sessions::{
    AttentionKind, Group, IdleReason, NeedKind, Progress, RenewalNeed, SessionRow, WaitingSignIn,
};
pub use settings::shown_setting;
pub use shown_diff::ShownDiff;
pub(crate) use switcher::view as switcher_view;
pub use switcher::{SwitcherMessage, SwitcherPatch, SwitcherView};

/// Everything the window shows but the details of one session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WindowView {
    /// The state of the whole application.
    pub app: AppView,
    /// Every profile, in the order of the files.
    pub sessions: Vec<SessionRow>,
    /// Every file of the caches.
    pub caches: Vec<CacheRow>,
    /// The user's choices.
    pub preferences: PreferencesView,
    /// The profile that was selected when the window was last there. Later ones the page knows first.
    pub selected: Option<String>,
}

/// Messages to the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum WindowMessage {
    /// Everything: the first message.
    View(Box<WindowView>),
    /// The changes since the previous message.
    Patch(Box<WindowPatch>),
    /// Somebody asked for a diagnosis outside of the window.
    Diagnose {
        /// The profile; none means what a plain `aws` command uses.
        profile: Option<String>,
    },
    /// Somebody wants to choose which profiles are watched.
    Choose,
    /// Somebody wants to paste new keys into a profile.
    PasteKeys {
        /// The profile.
        profile: String,
    },
    /// Somebody wants to renew so many profiles that it is asked about.
    RenewAll,
    /// The window is to close, or the application to end: may the edits be dropped?
    Leave,
}

/// Everything a state has to show.
pub(crate) fn view(facts: &Facts, now: Timestamp) -> WindowView {
    WindowView {
        app: app::app(facts, now),
        sessions: sessions::rows(facts, now),
        caches: caches::rows(facts, now),
        preferences: preferences::preferences(facts),
        selected: facts.memory.selected.clone(),
    }
}

/// A problem in the user's language.
pub fn problem_text(problem: &Problem, text: &Text, paths: &AwsPaths) -> ProblemText {
    ProblemText {
        code: problem.code.as_str(),
        brief: text.problem_brief(problem, paths),
        message: text.problem(problem, paths),
        next: text.problem_next_in_window(problem, paths),
        field: text.problem_at_field(problem, paths),
        detail: text.problem_detail(problem, paths),
        place: Place::of_problem(problem, paths),
    }
}

/// A problem in the user's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProblemText {
    /// Stable identifier.
    pub code: &'static str,
    /// A few words.
    pub brief: String,
    /// The problem, in one short sentence.
    pub message: String,
    /// The next step.
    pub next: String,
    /// Both in one for beside the field it is about; null where only the whole sentence will do.
    pub field: Option<String>,
    /// The words of AWS or of the system in full: shown on request.
    pub detail: Option<String>,
    /// The place where it is fixed.
    pub place: Option<Place>,
}
