//! `sandglass credentials` and `sandglass env`: a profile's credentials for other tools.

use sandglass_core::export::{Exported, unset_lines};
use sandglass_core::problem::Problem;
use sandglass_engine::{SystemClock, credentials, os, renewal_request};

use crate::CliContext;
use crate::arguments::EnvArguments;
use crate::exit::Exit;

/// For `credential_process`: never asks, says what is wrong on one line.
pub(crate) async fn process(context: &mut CliContext, profile: &str) -> Exit {
    context.environment = context.environment.as_the_user_set();
    let found = match credentials(&context.environment, profile, &SystemClock).await {
        Ok(found) => {
            note(context, &found);
            found.process_json()
        }
        Err(problem) => return refused(context, profile, &problem),
    };
    match found {
        Ok(json) => context.output.secret(&json),
        Err(error) => {
            context.output.error_line(error.to_string());
            return Exit::Failed;
        }
    }
    context.output.bytes(b"\n");
    Exit::Done
}

/// For shells.
pub(crate) async fn env(context: &mut CliContext, arguments: &EnvArguments) -> Exit {
    let shell = arguments.shell.unwrap_or_else(|| os::running_shell(&context.environment.variables));
    let here = context.environment.process.clone();
    let Some(profile) = arguments.profile.as_deref().filter(|_| !arguments.unset) else {
        // What stood there before may be a secret.
        context.output.secret(&unset_lines(shell, &here));
        return Exit::Done;
    };
    context.environment = context.environment.as_the_user_set();
    match credentials(&context.environment, profile, &SystemClock).await {
        Ok(found) => {
            note(context, &found);
            context.output.secret(&found.set_lines(shell, &here));
            Exit::Done
        }
        Err(problem) => refused(context, profile, &problem),
    }
}

/// Says that they were handed out, and will be asked for anew next time.
fn note(context: &mut CliContext, found: &Exported) {
    let Some(problem) = &found.not_kept else { return };
    let why = context.text.problem(problem, &context.environment.paths);
    context.output.error_line(context.text.say_with("cli-not-kept", &[("reason", &why)]));
}

fn refused(context: &mut CliContext, profile: &str, problem: &Problem) -> Exit {
    let paths = &context.environment.paths;
    context.output.problem_line(problem, &context.text, paths);
    if !problem.needs_human() {
        return Exit::Failed;
    }
    // A desktop that is not there hears nothing, and that is no failure.
    let _ = renewal_request::post(&context.environment, profile);
    Exit::HumanNeeded
}
