//! Commands of the Profiles view. A page names a plan or a paste by its id and their content stays here, so what is
//! written is what was shown, and no pasted secret reaches a page.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sandglass_app::state::Event;
use sandglass_app::window::BrokenFile;
use sandglass_app::window::profiles::{
    PastedProfile, ProfileChoices, ProfileEdit, ProfileForm, ProfileList, ProfilePlan, SectionRef, TryAnswer,
    UndoView, Written, choices, pasted,
};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::paste::{self, Pasted};
use sandglass_engine::profiles;
use sandglass_engine::{MfaCode, SystemClock};
use tauri::State;
use zeroize::Zeroizing;

use super::recent::Recent;
use super::{CommandContext, CommandResult, blocking};
use crate::background;
use crate::profile_editor::{self, Planned};

/// The plans and pastes that the page was shown last.
#[derive(Clone, Default)]
pub(crate) struct ShownLast(Arc<Shown>);

struct Shown {
    ids: AtomicU64,
    plans: Recent<Arc<Planned>>,
    pastes: Recent<Pasted>,
    /// Those that fix a broken file, one a file: edits must not push them out.
    fixes: Recent<Arc<Planned>>,
}

impl Default for Shown {
    fn default() -> Self {
        // One a keystroke, and they may overtake each other; pastes come one at a time.
        Self {
            ids: AtomicU64::default(),
            plans: Recent::at_most(4),
            pastes: Recent::at_most(1),
            fixes: Recent::at_most(2),
        }
    }
}

impl ShownLast {
    fn next_id(&self) -> u64 {
        self.0.ids.fetch_add(1, Ordering::Relaxed) + 1
    }

    fn keep_plan(&self, id: u64, planned: Planned) {
        self.0.plans.keep(id, Arc::new(planned));
    }

    fn keep_fix(&self, planned: Planned) {
        if let Ok(id) = planned.view.id.parse() {
            self.0.fixes.keep(id, Arc::new(planned));
        }
    }

    fn keep_paste(&self, id: u64, pasted: Pasted) {
        self.0.pastes.keep(id, pasted);
    }
}

impl CommandContext {
    /// The plan a page names, which must be one of the last it was shown.
    fn plan(&self, id: &str) -> CommandResult<Arc<Planned>> {
        let shown = &self.shown.0;
        shown
            .plans
            .get(id)
            .or_else(|| shown.fixes.get(id))
            .ok_or_else(|| self.problem_text(&profile_editor::changed(&self.environment())))
    }
}

/// The kinds with their fields, and what there is to choose from. Only the language changes it.
#[expect(clippy::needless_pass_by_value, reason = "a command's signature")]
#[tauri::command]
pub(crate) fn profile_choices(context: State<'_, CommandContext>) -> ProfileChoices {
    choices(context.text().language())
}

/// Every section that can be edited.
#[tauri::command]
pub(crate) async fn profile_list(context: State<'_, CommandContext>) -> CommandResult<ProfileList> {
    let (environment, text) = (context.environment(), context.text());
    let list = blocking(move || Ok(profile_editor::profile_list(&environment, &text))).await;
    list.map_err(|problem| context.problem_text(&problem))
}

/// One section to edit.
#[tauri::command]
pub(crate) async fn profile_form(
    context: State<'_, CommandContext>,
    section: SectionRef,
) -> CommandResult<ProfileForm> {
    let (environment, text) = (context.environment(), context.text());
    let form = blocking(move || profile_editor::profile_form(&environment, &section.into(), &text)).await;
    form.map_err(|problem| context.problem_text(&problem))
}

/// Plans an edit of the files as they are now.
#[tauri::command]
pub(crate) async fn plan_profile(
    context: State<'_, CommandContext>,
    edit: ProfileEdit,
) -> CommandResult<ProfilePlan> {
    let (environment, text, shown) = (context.environment(), context.text(), context.shown.clone());
    let planned = blocking(move || {
        let id = shown.next_id();
        let pasted = |paste: &str| shown.0.pastes.get(paste);
        let planned = profile_editor::plan_edit(&environment, edit, pasted, id.to_string(), &text)?;
        let view = planned.view.clone();
        shown.keep_plan(id, planned);
        Ok(view)
    });
    planned.await.map_err(|problem: Problem| context.problem_text(&problem))
}

/// Writes a plan exactly as it was shown, or nothing. `in_place`: a person agreed that a file which cannot be replaced is
/// written over.
#[tauri::command]
pub(crate) async fn write_plan(
    context: State<'_, CommandContext>,
    id: String,
    in_place: bool,
) -> CommandResult<Written> {
    let planned = context.plan(&id)?;
    let text = context.text();
    let environment = context.environment().writing_in_place(in_place);
    let written = background::done(async move {
        profile_editor::write_planned(&environment, &planned, &text, &SystemClock).await
    });
    let written = written.await.flatten();
    // Also where it was refused: then somebody else has changed something.
    context.send(Event::FilesChanged).await;
    written.map_err(|problem| context.problem_text(&problem))
}

/// The files that the AWS CLI refuses, with the lines that are wrong; what fixes them is written as a plan is.
#[tauri::command]
pub(crate) async fn broken_files(context: State<'_, CommandContext>) -> CommandResult<Vec<BrokenFile>> {
    let (environment, text, shown) = (context.environment(), context.text(), context.shown.clone());
    let found = blocking(move || {
        let next_id = || shown.next_id().to_string();
        let found = profile_editor::broken_files(&environment, &text, next_id)?;
        let keep = |(file, planned): (BrokenFile, Option<Planned>)| {
            if let Some(planned) = planned {
                shown.keep_fix(planned);
            }
            file
        };
        Ok(found.into_iter().map(keep).collect())
    });
    found.await.map_err(|problem: Problem| context.problem_text(&problem))
}

/// Plans to take the last change back, or to make the one again that was taken back last.
#[tauri::command]
pub(crate) async fn undo_profiles(
    context: State<'_, CommandContext>,
    again: bool,
) -> CommandResult<UndoView> {
    let (environment, shown, text) = (context.environment(), context.shown.clone(), context.text());
    let view = blocking(move || {
        let id = shown.next_id();
        let (view, planned) = profile_editor::plan_step(&environment, again, id.to_string(), &text)?;
        if let Some(planned) = planned {
            shown.keep_plan(id, planned);
        }
        Ok(view)
    });
    view.await.map_err(|problem: Problem| context.problem_text(&problem))
}

/// Reads the clipboard and says what is on it. Its secrets stay here.
#[tauri::command]
pub(crate) async fn paste_profile(
    context: State<'_, CommandContext>,
    into: Option<String>,
) -> CommandResult<PastedProfile> {
    let (environment, clipboard) = (context.environment(), context.clipboard.clone());
    let shown = context.shown.clone();
    let view = blocking(move || {
        let text = clipboard.text().ok_or_else(|| Problem::new(Code::ClipboardEmpty))?;
        let found = paste::recognise(&text)?;
        let there = profiles::read(&environment)?.profiles();
        let id = shown.next_id();
        let view = pasted(id.to_string(), &found, into, |name| there.get(name).is_some());
        shown.keep_paste(id, found);
        Ok(view)
    });
    view.await.map_err(|problem: Problem| context.problem_text(&problem))
}

/// Asks AWS for a session of the profile as the plan would make it. Nothing is written but that
/// session, where the AWS CLI keeps it.
#[tauri::command]
pub(crate) async fn try_plan(
    context: State<'_, CommandContext>,
    id: String,
    code: Option<String>,
) -> CommandResult<TryAnswer> {
    let planned = context.plan(&id)?;
    let (environment, text) = (context.environment(), context.text());
    let code = match code.map(|typed| MfaCode::parse(&Zeroizing::new(typed))) {
        Some(None) => {
            let words = context.problem_text(&Problem::new(Code::MfaMalformed).with("serial", "MFA"));
            return Ok(TryAnswer::Refused { words });
        }
        code => code.flatten(),
    };
    let answer = background::done(async move {
        profile_editor::try_planned(&environment, &planned, code, &text, &SystemClock).await
    });
    let answer = answer.await;
    context.send(Event::FilesChanged).await;
    answer.map_err(|problem| context.problem_text(&problem))
}
