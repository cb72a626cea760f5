//! `sandglass credentials` and `sandglass env`: a profile's credentials for other tools.

use sandglass_core::export::{Exported, unset_lines};
use sandglass_core::problem::Problem;
use sandglass_engine::{SystemClock, credentials, os, renewal_request};

use crate::Session;
use crate::arguments::EnvArguments;
use crate::exit::Exit;

/// For `credential_process`: never asks, says what is wrong on one line.
pub(crate) async fn process(session: &mut Session, profile: &str) -> Exit {
    session.environment = session.environment.as_the_user_set();
    let found = match credentials(&session.environment, profile, &SystemClock).await {
        Ok(found) => {
            note(session, &found);
            found.process_json()
        }
        Err(problem) => return refused(session, profile, &problem),
    };
    match found {
        Ok(json) => session.output.secret(&json),
        Err(error) => {
            session.output.error_line(error.to_string());
            return Exit::Failed;
        }
    }
    session.output.bytes(b"\n");
    Exit::Done
}

/// For shells.
pub(crate) async fn env(session: &mut Session, arguments: &EnvArguments) -> Exit {
    let shell = arguments.shell.unwrap_or_else(|| os::running_shell(&session.environment.variables));
    let here = session.environment.process.clone();
    let Some(profile) = arguments.profile.as_deref().filter(|_| !arguments.unset) else {
        // What stood there before may be a secret.
        session.output.secret(&unset_lines(shell, &here));
        return Exit::Done;
    };
    session.environment = session.environment.as_the_user_set();
    match credentials(&session.environment, profile, &SystemClock).await {
        Ok(found) => {
            note(session, &found);
            session.output.secret(&found.set_lines(shell, &here));
            Exit::Done
        }
        Err(problem) => refused(session, profile, &problem),
    }
}

/// That they were handed out, and will be asked for anew next time.
fn note(session: &mut Session, found: &Exported) {
    let Some(problem) = &found.not_kept else { return };
    let why = session.text.problem(problem, &session.environment.paths);
    session.output.error_line(session.text.say_with("cli-not-kept", &[("reason", &why)]));
}

fn refused(session: &mut Session, profile: &str, problem: &Problem) -> Exit {
    let paths = &session.environment.paths;
    session.output.problem_line(problem, &session.text, paths);
    if !problem.needs_human() {
        return Exit::Failed;
    }
    // A desktop that is not there hears nothing, and that is no failure.
    let _ = renewal_request::post(&session.environment, profile);
    Exit::HumanNeeded
}
