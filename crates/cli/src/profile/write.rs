//! Shows a change, asks for confirmation, and writes it.

use std::path::Path;

use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::{Change, DiffMark, FileDiff, Plan, Rewrite};
use sandglass_engine::profiles::{self, Undo, WriteResult};
use sandglass_engine::{Environment, SystemClock};

use super::input;
use crate::CliContext;
use crate::arguments::Writing;
use crate::exit::Exit;
use crate::in_place::asking;
use crate::line::Line;
use crate::output::{BAD, DIM, GOOD, WARN};
use crate::prompt::TerminalPrompt;

/// The number of times a file may change between the look and the writing before we give up.
const TRIES: u32 = 8;

/// Shows a change and writes it when it is wanted. Where another program changed the file meanwhile, the
/// change is made anew on what stands there now, shown and asked for again.
pub(super) async fn write(
    context: &mut CliContext,
    change: &Change,
    writing: Writing,
) -> Result<Exit, Problem> {
    for _ in 1..TRIES {
        let plan = profiles::plan(&context.environment, change)?;
        match write_plan(context, &plan, writing).await {
            Err(problem) if problem.code == Code::FileChanged => {
                context.output.problem(&problem, &context.text, &context.environment.paths);
            }
            result => return result,
        }
    }
    let plan = profiles::plan(&context.environment, change)?;
    write_plan(context, &plan, writing).await
}

async fn write_plan(context: &mut CliContext, plan: &Plan, writing: Writing) -> Result<Exit, Problem> {
    show(context, &plan.rewrite.diffs());
    if judge(context, plan) {
        return Ok(Exit::Failed);
    }
    if !wanted(context, &plan.rewrite, writing).await? {
        return Ok(declined(&plan.rewrite, writing));
    }
    let store = async |environment: &Environment| profiles::write(environment, plan, &SystemClock).await;
    let wrote = asking(context, store).await?;
    Ok(say_wrote(context, "cli-profile-written", &wrote))
}

/// Says what is wrong with the result; whether it may not be written so.
fn judge(context: &mut CliContext, plan: &Plan) -> bool {
    let paths = &context.environment.paths;
    for problem in &plan.checks.warnings {
        let note =
            context.text.say_with("cli-profile-note", &[("message", &context.text.problem(problem, paths))]);
        context.output.error_line(Line::default().styled(WARN, note));
    }
    for problem in &plan.checks.errors {
        context.output.problem(problem, &context.text, paths);
    }
    !plan.checks.errors.is_empty()
}

/// Returns true if what was shown is to be written.
async fn wanted(context: &mut CliContext, rewrite: &Rewrite, writing: Writing) -> Result<bool, Problem> {
    if rewrite.is_empty() {
        context.output.line(context.text.say("cli-profile-unchanged"));
        return Ok(false);
    }
    let wanted = !writing.dry_run && (writing.yes || input::confirmed(context).await?);
    if !wanted {
        context.output.line(context.text.say("cli-profile-left"));
    }
    Ok(wanted)
}

/// Ends a command that wrote nothing: a person who says no is told so.
fn declined(rewrite: &Rewrite, writing: Writing) -> Exit {
    if rewrite.is_empty() || writing.dry_run { Exit::Done } else { Exit::Failed }
}

/// Names the files that were written, and what did not follow: that makes the command fail.
fn say_wrote(context: &mut CliContext, id: &str, wrote: &WriteResult) -> Exit {
    let paths = &context.environment.paths;
    let names: Vec<String> = wrote.files.iter().map(|path| paths.display(path)).collect();
    let said = context.text.say_with(id, &[("files", &names.join(", "))]);
    context.output.line(&said);
    for note in &wrote.notes {
        context.output.problem(note, &context.text, paths);
    }
    if wrote.notes.is_empty() { Exit::Done } else { Exit::Failed }
}

/// The lines of a change, as `diff` prints them.
fn show(context: &mut CliContext, diffs: &[FileDiff]) {
    for diff in diffs {
        let path: &Path = context.environment.paths.file(diff.file);
        let path = context.environment.paths.display(path);
        context.output.line(Line::default().styled(DIM, path));
        for line in &diff.lines {
            let (mark, style) = match line.mark {
                DiffMark::Same => (' ', DIM),
                DiffMark::Removed => ('-', BAD),
                DiffMark::Added => ('+', GOOD),
                DiffMark::Gap => ('…', DIM),
            };
            context.output.line(Line::default().styled(style, format!("{mark}{}", line.text)));
        }
    }
}

/// Turns a profile into a role that renews itself.
pub(super) async fn convert(
    context: &mut CliContext,
    name: &str,
    (role, source): (Option<String>, Option<String>),
    try_first: bool,
    writing: Writing,
) -> Result<Exit, Problem> {
    let conversion = profiles::conversion(&context.environment, name, role, source)?;
    let change = Change::Convert(conversion);
    if try_first {
        let plan = profiles::plan(&context.environment, &change)?;
        let mut prompt = TerminalPrompt::new(None, context.text.clone());
        profiles::try_out(&context.environment, &plan, &mut prompt, &SystemClock).await?;
    }
    write(context, &change, writing).await
}

/// Takes the last change back, or makes the one again that was taken back last.
pub(super) async fn step(context: &mut CliContext, again: bool, writing: Writing) -> Result<Exit, Problem> {
    let found =
        if again { profiles::redo(&context.environment) } else { profiles::undo(&context.environment) };
    match found? {
        Undo::Ready(step) => {
            let what = step.change.summary.said(&context.text);
            context.output.line(&what);
            show(context, &step.rewrite.diffs());
            if !wanted(context, &step.rewrite, writing).await? {
                return Ok(declined(&step.rewrite, writing));
            }
            let store = async |environment: &Environment| profiles::write_step(environment, &step).await;
            let wrote = asking(context, store).await?;
            let said = if again { "cli-profile-redone" } else { "cli-profile-undone" };
            Ok(say_wrote(context, said, &wrote))
        }
        Undo::Changed(_, diffs) => {
            for diff in diffs {
                let path = context.environment.paths.display(context.environment.paths.file(diff.file));
                let said = context.text.say_with("cli-profile-differs", &[("path", &path)]);
                context.output.error_line(&said);
                show(context, &[diff]);
            }
            Ok(Exit::Failed)
        }
    }
}
