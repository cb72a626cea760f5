//! Plans, tries and writes an edit of the page.

use sandglass_app::window::profiles::{
    PastChange, PlanInputs, ProfileEdit, ProfilePlan, TryAnswer, UndoView, Written, file_changes, plan,
    plan_back,
};
use sandglass_app::window::{BrokenFile, broken_file, problem_text};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::paste::Pasted;
use sandglass_core::profiles::{Change, FileKind, Files, Plan};
use sandglass_core::text::Text;
use sandglass_doctor::fix_of_file;

use sandglass_engine::profiles::{
    RecordedChange, Undo, UndoStep, plan_all, read, redo, try_out, undo, write, write_step,
};
use sandglass_engine::renew::Renewal;
use sandglass_engine::{Clock, Environment, MfaAnswer, MfaAnswerFuture, MfaCode, MfaRequest, Prompt};

/// A plan as it was shown, to be written as it was shown.
pub(crate) struct Planned {
    /// The plan as it was shown.
    pub(crate) view: ProfilePlan,
    work: Work,
}

/// The work of writing it.
enum Work {
    /// Nothing that could be written.
    None,
    /// A change.
    Change(Box<Plan>),
    /// A change is taken back, or made again.
    Step(Box<UndoStep>),
}

/// Plans an edit of the files as they are now. Only a file that cannot be read is an error:
/// what is wrong with the edit is said at its fields.
pub(crate) fn plan_edit(
    environment: &Environment,
    edit: ProfileEdit,
    pasted: impl FnOnce(&str) -> Option<Pasted>,
    id: String,
    text: &Text,
) -> Result<Planned, Problem> {
    let files = read(environment)?;
    let profiles = files.profiles();
    let changes = edit.changes(pasted, |name| profiles.get(name).is_some())?;
    let planned = plan_all(environment, &files, &changes);
    let inputs = PlanInputs {
        id,
        changes: &changes,
        planned: &planned,
        exists: &|kind| exists(environment, kind),
        paths: &environment.paths,
        profiles: &profiles,
    };
    let view = plan(&inputs, text);
    let work = match planned {
        Ok(plan) if view.writable => Work::Change(Box::new(plan)),
        _ => Work::None,
    };
    Ok(Planned { view, work })
}

/// Shows what taking the last change back comes to, or making the one again that was taken back last; and the plan
/// to write where it can be.
pub(crate) fn plan_step(
    environment: &Environment,
    again: bool,
    id: String,
    text: &Text,
) -> Result<(UndoView, Option<Planned>), Problem> {
    let shown = |diffs: &_| file_changes(diffs, &environment.paths, &|kind| exists(environment, kind));
    let step = if again { redo(environment) } else { undo(environment) };
    match step {
        Ok(Undo::Ready(step)) => {
            let section = step.rewrite.summary().after();
            let view = plan_back(id, section, shown(&step.rewrite.diffs()));
            let change = past_change(&step.change, text);
            let seen = UndoView::Ready { plan: view.clone(), change };
            Ok((seen, Some(Planned { view, work: Work::Step(step) })))
        }
        Ok(Undo::Changed(change, diffs)) => {
            let change = past_change(&change, text);
            Ok((UndoView::Changed { files: shown(&diffs), change }, None))
        }
        Err(problem) if matches!(problem.code, Code::NothingToUndo | Code::NothingToRedo) => {
            Ok((UndoView::Nothing, None))
        }
        Err(problem) => Err(problem),
    }
}

/// The files that the AWS CLI refuses, each with what fixes it where that is plain. `next_id` names a plan.
pub(crate) fn broken_files(
    environment: &Environment,
    text: &Text,
    mut next_id: impl FnMut() -> String,
) -> Result<Vec<(BrokenFile, Option<Planned>)>, Problem> {
    let files = read(environment)?;
    let broken = |kind: FileKind| {
        let document = files.document(kind);
        let planned = fix_of_file(document).and_then(|change| fixed(environment, &files, &change, next_id()));
        let view = planned.as_ref().map(|planned| planned.view.clone());
        Some((broken_file(document, view, text, &environment.paths)?, planned))
    };
    Ok(Files::KINDS.into_iter().filter_map(broken).collect())
}

/// A fix is judged by its lines alone: what else is wrong with the file was wrong before.
fn fixed(environment: &Environment, files: &Files, change: &Change, id: String) -> Option<Planned> {
    let plan = plan_all(environment, files, &change.clone().into()).ok()?;
    let changes = file_changes(&plan.rewrite.diffs(), &environment.paths, &|kind| exists(environment, kind));
    let view = plan_back(id, None, changes);
    view.writable.then(|| Planned { view, work: Work::Change(Box::new(plan)) })
}

/// A change as the page shows it.
pub(super) fn past_change(change: &RecordedChange, text: &Text) -> PastChange {
    PastChange {
        id: change.id.to_string(),
        at: change.at.timestamp_millis(),
        what: change.summary.said(text),
    }
}

/// Writes a plan exactly as it was shown, and lets what depends on it follow. Files that changed since
/// are left, and so is the other one.
pub(crate) async fn write_planned(
    environment: &Environment,
    planned: &Planned,
    text: &Text,
    clock: &dyn Clock,
) -> Result<Written, Problem> {
    let (rewrite, wrote) = match &planned.work {
        Work::None => return Err(changed(environment)),
        Work::Change(plan) => (&plan.rewrite, write(environment, plan, clock).await?),
        Work::Step(step) => (&step.rewrite, write_step(environment, step).await?),
    };
    let paths = &environment.paths;
    Ok(Written {
        files: wrote.files.iter().map(|path| paths.display(path)).collect(),
        section: planned.view.section.clone(),
        gone: rewrite.summary().gone(),
        change: wrote.change.map(|change| change.to_string()),
        notes: wrote.notes.iter().map(|problem| problem_text(problem, text, paths)).collect(),
    })
}

/// Asks AWS for a session of the profile as it would be; no AWS file is written.
pub(crate) async fn try_planned(
    environment: &Environment,
    planned: &Planned,
    code: Option<MfaCode>,
    text: &Text,
    clock: &dyn Clock,
) -> TryAnswer {
    let Work::Change(plan) = &planned.work else {
        return refused(environment, &changed(environment), text);
    };
    let mut prompt = OneCode { code, asked: None };
    match try_out(environment, plan, &mut prompt, clock).await {
        Ok(Renewal::Renewed { expires_at, .. }) => {
            TryAnswer::Works { expires_at: Some(expires_at.timestamp_millis()) }
        }
        Ok(Renewal::StillFresh { expires_at, .. } | Renewal::MadeAtEachUse { expires_at }) => {
            TryAnswer::Works { expires_at: expires_at.map(|end| end.timestamp_millis()) }
        }
        Err(problem) => match prompt.asked {
            Some(serial) if problem.code == Code::NeedsMfa => TryAnswer::NeedsCode { serial },
            _ => refused(environment, &problem, text),
        },
    }
}

fn refused(environment: &Environment, problem: &Problem, text: &Text) -> TryAnswer {
    TryAnswer::Refused { words: problem_text(problem, text, &environment.paths) }
}

/// The problem that the page asks for something else than it was shown.
pub(crate) fn changed(environment: &Environment) -> Problem {
    let path = environment.paths.display(environment.paths.file(FileKind::Config));
    Problem::new(Code::FileChanged).with("path", path)
}

fn exists(environment: &Environment, kind: FileKind) -> bool {
    environment.paths.file(kind).exists()
}

/// Gives the code that was typed, once, and remembers the device that asked.
struct OneCode {
    code: Option<MfaCode>,
    asked: Option<String>,
}

impl Prompt for OneCode {
    fn mfa_code(&mut self, request: MfaRequest) -> MfaAnswerFuture<'_> {
        let answer = self.code.take().map_or(MfaAnswer::Nobody, MfaAnswer::Code);
        self.asked = Some(request.serial);
        Box::pin(std::future::ready(answer))
    }
}
