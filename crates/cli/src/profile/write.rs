//! A change: shown, asked for, written.

use std::path::Path;

use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::{Change, DiffMark, FileDiff, Plan, Rewrite};
use sandglass_engine::SystemClock;
use sandglass_engine::profiles::{self, Undo, Wrote};

use super::input;
use crate::Session;
use crate::arguments::Writing;
use crate::exit::Exit;
use crate::line::Line;
use crate::output::{BAD, DIM, GOOD, WARN};
use crate::prompt::TerminalPrompt;

/// So often a file may change between the look and the writing before we give up.
const TRIES: u32 = 8;

/// Shows a change and writes it when it is wanted. Where another program changed the file meanwhile, the
/// change is made anew on what stands there now, shown and asked for again.
pub(super) async fn write(session: &mut Session, change: &Change, writing: Writing) -> Result<Exit, Problem> {
    for _ in 1..TRIES {
        let plan = profiles::plan(&session.environment, change)?;
        match write_plan(session, &plan, writing).await {
            Err(problem) if problem.code == Code::FileChanged => {
                session.output.problem(&problem, &session.text, &session.environment.paths);
            }
            result => return result,
        }
    }
    let plan = profiles::plan(&session.environment, change)?;
    write_plan(session, &plan, writing).await
}

async fn write_plan(session: &mut Session, plan: &Plan, writing: Writing) -> Result<Exit, Problem> {
    show(session, &plan.rewrite.diffs());
    if judge(session, plan) {
        return Ok(Exit::Failed);
    }
    if !wanted(session, &plan.rewrite, writing).await? {
        return Ok(declined(&plan.rewrite, writing));
    }
    let wrote = profiles::write(&session.environment, plan, &SystemClock).await?;
    Ok(say_wrote(session, "cli-profile-written", &wrote))
}

/// Says what is wrong with the result; whether it may not be written so.
fn judge(session: &mut Session, plan: &Plan) -> bool {
    let paths = &session.environment.paths;
    for problem in &plan.checks.warnings {
        let note =
            session.text.say_with("cli-profile-note", &[("message", &session.text.problem(problem, paths))]);
        session.output.error_line(Line::default().styled(WARN, note));
    }
    for problem in &plan.checks.errors {
        session.output.problem(problem, &session.text, paths);
    }
    !plan.checks.errors.is_empty()
}

/// Whether what was shown is to be written.
async fn wanted(session: &mut Session, rewrite: &Rewrite, writing: Writing) -> Result<bool, Problem> {
    if rewrite.is_empty() {
        session.output.line(session.text.say("cli-profile-unchanged"));
        return Ok(false);
    }
    let wanted = !writing.dry_run && (writing.yes || input::confirmed(session).await?);
    if !wanted {
        session.output.line(session.text.say("cli-profile-left"));
    }
    Ok(wanted)
}

/// How a command ends that wrote nothing: a person who says no is told so.
fn declined(rewrite: &Rewrite, writing: Writing) -> Exit {
    if rewrite.is_empty() || writing.dry_run { Exit::Done } else { Exit::Failed }
}

/// Names the files that were written, and what did not follow: that makes the command fail.
fn say_wrote(session: &mut Session, id: &str, wrote: &Wrote) -> Exit {
    let paths = &session.environment.paths;
    let names: Vec<String> = wrote.files.iter().map(|path| paths.display(path)).collect();
    let said = session.text.say_with(id, &[("files", &names.join(", "))]);
    session.output.line(&said);
    for note in &wrote.notes {
        session.output.problem(note, &session.text, paths);
    }
    if wrote.notes.is_empty() { Exit::Done } else { Exit::Failed }
}

/// The lines of a change, as `diff` prints them.
fn show(session: &mut Session, diffs: &[FileDiff]) {
    for diff in diffs {
        let path: &Path = session.environment.paths.file(diff.file);
        let path = session.environment.paths.display(path);
        session.output.line(Line::default().styled(DIM, path));
        for line in &diff.lines {
            let (mark, style) = match line.mark {
                DiffMark::Same => (' ', DIM),
                DiffMark::Removed => ('-', BAD),
                DiffMark::Added => ('+', GOOD),
                DiffMark::Gap => ('…', DIM),
            };
            session.output.line(Line::default().styled(style, format!("{mark}{}", line.text)));
        }
    }
}

/// Turns a profile into a role that renews itself.
pub(super) async fn convert(
    session: &mut Session,
    name: &str,
    (role, source): (Option<String>, Option<String>),
    try_first: bool,
    writing: Writing,
) -> Result<Exit, Problem> {
    let conversion = profiles::conversion(&session.environment, name, role, source)?;
    let change = Change::Convert(conversion);
    if try_first {
        let plan = profiles::plan(&session.environment, &change)?;
        let mut prompt = TerminalPrompt::new(None, session.text.clone());
        profiles::try_out(&session.environment, &plan, &mut prompt, &SystemClock).await?;
    }
    write(session, &change, writing).await
}

/// Takes the last change back, or makes the one again that was taken back last.
pub(super) async fn step(session: &mut Session, again: bool, writing: Writing) -> Result<Exit, Problem> {
    let found =
        if again { profiles::redo(&session.environment) } else { profiles::undo(&session.environment) };
    match found? {
        Undo::Ready(step) => {
            let what = step.change.summary.said(&session.text);
            session.output.line(&what);
            show(session, &step.rewrite.diffs());
            if !wanted(session, &step.rewrite, writing).await? {
                return Ok(declined(&step.rewrite, writing));
            }
            let wrote = profiles::write_step(&session.environment, &step).await?;
            let said = if again { "cli-profile-redone" } else { "cli-profile-undone" };
            Ok(say_wrote(session, said, &wrote))
        }
        Undo::Changed(_, diffs) => {
            for diff in diffs {
                let path = session.environment.paths.display(session.environment.paths.file(diff.file));
                let said = session.text.say_with("cli-profile-differs", &[("path", &path)]);
                session.output.error_line(&said);
                show(session, &[diff]);
            }
            Ok(Exit::Failed)
        }
    }
}
