//! Commands of the Diagnose view. The last diagnosis is kept here: a page names one of its fixes by an id, and only
//! Rust knows what the fix does.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use sandglass_app::state::Event;
use sandglass_app::tray::Action;
use sandglass_app::window::{
    CheckRow, Diagnosed, FixAnswer, FixId, ReadError, check_row, command_of, diagnosed, fix_at,
};
use sandglass_core::export::Shell;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::Call;
use sandglass_core::text::Text;
use sandglass_doctor::json::{DiagnosisRenderer, InstantForm, report};
use sandglass_doctor::{Diagnosis, DiagnosisOptions, Fix, FixAction, SeenFrom, error_text};
use sandglass_engine::doctor::{self, AppliedFix};
use sandglass_engine::{Environment, NoPrompt, SystemClock, os, revision};
use tauri::State;
use tauri::ipc::Channel;

use super::{CommandContext, CommandResult, blocking};
use crate::{background, log};

/// The last diagnosis, by its number.
#[derive(Clone, Default)]
pub(crate) struct LastDiagnosis(Arc<Mutex<Last>>);

#[derive(Default)]
struct Last {
    number: u32,
    found: Option<Arc<Diagnosis>>,
    /// Its duration.
    seconds: f64,
}

impl LastDiagnosis {
    /// Another one begins.
    fn begin(&self) -> u32 {
        let mut last = self.lock();
        last.number = last.number.wrapping_add(1);
        last.found = None;
        last.number
    }

    /// Keeps what was found, unless another one began meanwhile.
    fn keep(&self, number: u32, found: Diagnosis, seconds: f64) -> Arc<Diagnosis> {
        let found = Arc::new(found);
        let mut last = self.lock();
        if last.number == number {
            (last.found, last.seconds) = (Some(Arc::clone(&found)), seconds);
        }
        found
    }

    /// The diagnosis of a number, while it is the last.
    fn numbered(&self, number: u32) -> Option<Arc<Diagnosis>> {
        let last = self.lock();
        last.found.clone().filter(|_| last.number == number)
    }

    /// The last one, and how long it took.
    pub(super) fn last(&self) -> Option<(Arc<Diagnosis>, f64)> {
        let last = self.lock();
        Some((last.found.clone()?, last.seconds))
    }

    fn lock(&self) -> MutexGuard<'_, Last> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Renders for the page, which writes the times itself. Commands are for the user's own shell: this program runs in
/// none.
fn speaking<'a>(text: &'a Text, environment: &'a Environment) -> DiagnosisRenderer<'a> {
    let shell = os::login_shell(&environment.variables);
    DiagnosisRenderer { text, paths: &environment.paths, shell, instants: InstantForm::Rfc3339 }
}

/// Names the cause; tells of each check that is through. Without a profile it is of what a plain `aws` uses.
#[tauri::command]
pub(crate) async fn diagnose(
    context: State<'_, CommandContext>,
    profile: Option<String>,
    error: Option<String>,
    channel: Channel<CheckRow>,
) -> CommandResult<Diagnosed> {
    let environment = context.environment();
    let text = Arc::new(context.text());
    let number = context.diagnosis.begin();
    let started = Instant::now();
    // Before anything is looked at: what changes meanwhile makes it out of date.
    let looked_at = environment.clone();
    let revision = blocking(move || Ok(revision(&looked_at))).await;
    let revision = revision.map_err(|problem| context.problem_text(&problem))?;
    let (here, words) = (environment.clone(), text.clone());
    let found = background::done(async move {
        let through = |check: &_| {
            // A page that is gone hears nothing.
            let _ = channel.send(check_row(&speaking(&words, &here), check));
        };
        let call = profile.map_or(Call::Bare, Call::Profile);
        let options = DiagnosisOptions { error, offline: false };
        doctor::diagnose(&here, call, SeenFrom::Desktop, &options, &SystemClock, &through).await
    });
    let found = found.await.map_err(|problem| context.problem_text(&problem))?;
    let seconds = started.elapsed().as_secs_f64();
    let found = context.diagnosis.keep(number, found, seconds);
    log::add("diagnosed", &[("verdict", found.verdict.code())]);
    Ok(diagnosed(&speaking(&text, &environment), &found, number, seconds, revision))
}

/// Applies a fix as it was shown. `in_place`: a person agreed that a file which cannot be replaced is written over.
#[tauri::command]
pub(crate) async fn apply_fix(
    context: State<'_, CommandContext>,
    fix: FixId,
    in_place: bool,
) -> CommandResult<FixAnswer> {
    let environment = context.environment().writing_in_place(in_place);
    let found = context.diagnosis.numbered(fix.diagnosis);
    let wanted = found.as_deref().and_then(|found| fix_at(found, fix.place));
    let Some(wanted) = wanted else { return Err(context.problem_text(&outdated())) };
    let (here, diagnosis) = (environment.clone(), found.clone());
    let applied = background::done(async move {
        let wanted = diagnosis.as_deref().and_then(|found| fix_at(found, fix.place)).ok_or_else(outdated)?;
        doctor::apply_fix(&here, wanted, &mut NoPrompt, &SystemClock).await
    });
    let mut answer = FixAnswer::default();
    match applied.await.flatten() {
        Ok(AppliedFix::Done(_)) => {}
        Ok(AppliedFix::Cleaned { files, removed }) => {
            answer.cleaned = files.len();
            answer.cleaning = context.cleanings.keep_for_a_while(removed);
        }
        Ok(AppliedFix::LeftToPerson) => return Err(context.problem_text(&outdated())),
        Err(problem) => {
            let Some(profile) = needs_code(wanted, &problem) else {
                log::problem("not_fixed", &problem, &environment.paths, &[("fix", wanted.code())]);
                return Err(context.problem_text(&problem));
            };
            context.send(Event::ClickedInWindow(Action::Renew { profile: profile.clone() })).await;
            return Ok(FixAnswer { awaits: Some(profile), ..answer });
        }
    }
    log::add("fixed", &[("fix", wanted.code())]);
    context.send(Event::FilesChanged).await;
    Ok(answer)
}

/// The profile of a renewal that takes a code.
fn needs_code(fix: &Fix, problem: &Problem) -> Option<String> {
    match &fix.action {
        FixAction::Renew { profile, .. } if problem.code == Code::NeedsMfa => Some(profile.clone()),
        _ => None,
    }
}

/// Another diagnosis was made since the page was told of this one.
fn outdated() -> Problem {
    Problem::new(Code::DiagnosisOutdated)
}

/// Puts the command of a fix on the clipboard.
#[tauri::command]
pub(crate) async fn copy_fix(
    context: State<'_, CommandContext>,
    fix: FixId,
    shell: Option<Shell>,
) -> CommandResult<()> {
    let found = context.diagnosis.numbered(fix.diagnosis);
    let wanted = found.as_deref().and_then(|found| fix_at(found, fix.place));
    let command = wanted.and_then(|fix| command_of(fix, shell)).map(str::to_owned);
    let Some(command) = command else { return Err(context.problem_text(&outdated())) };
    context.send(Event::CopyText(command)).await;
    Ok(())
}

/// Reads an error that somebody pasted.
#[tauri::command]
pub(crate) async fn read_error(context: State<'_, CommandContext>, text: String) -> CommandResult<ReadError> {
    Ok(ReadError::new(&error_text::read(&text), &context.text()))
}

/// Puts the last diagnosis on the clipboard as a report for a ticket. It holds no secret, and on request
/// no account id.
#[tauri::command]
pub(crate) async fn copy_report(
    context: State<'_, CommandContext>,
    mask_accounts: bool,
) -> CommandResult<()> {
    let Some((found, seconds)) = context.diagnosis.last() else {
        return Err(context.problem_text(&outdated()));
    };
    let (environment, text) = (context.environment(), context.text());
    // Whoever reads it may be anywhere.
    let words = DiagnosisRenderer { instants: InstantForm::Utc, ..speaking(&text, &environment) };
    let view = words.diagnosis(&found, seconds);
    context.send(Event::CopyText(report(&view, &text, mask_accounts))).await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found() -> Diagnosis {
        sandglass_doctor::without_home()
    }

    #[test]
    fn only_the_last_diagnosis_is_fixed_from() {
        let kept = LastDiagnosis::default();
        let first = kept.begin();
        kept.keep(first, found(), 1.0);
        assert!(kept.numbered(first).is_some());
        let second = kept.begin();
        assert!(kept.numbered(first).is_none() && kept.last().is_none(), "another one is being made");
        kept.keep(first, found(), 1.0);
        assert!(kept.last().is_none(), "it came too late");
        kept.keep(second, found(), 2.0);
        assert!(kept.numbered(second).is_some() && kept.numbered(first).is_none());
    }
}
