//! Runs a `credential_process` as botocore does: without a shell or standard input, and with a time limit.

use std::io::ErrorKind;
use std::process::Output;
use std::time::Duration;

use sandglass_core::command_line::words;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::process::{ProcessAnswer, answer};
use sandglass_core::source::ProcessSource;
use sandglass_doctor::evidence::live::ProcessFault;
use sandglass_doctor::mask;
use tokio::process::Command;

use super::{Obtained, SourceContext};
use crate::os::run as programs;
use crate::refused::Refused;
use crate::{Clock, Environment, os};

/// The profiles whose programs are running, one a line, for a program that asks us in turn (the AWS CLI's
/// `_AWS_CLI_PROFILE_CHAIN`).
const RUNNING: &str = "_SANDGLASS_PROFILE_CHAIN";

/// Credentials, or what the program did wrong.
type ProcessResult = Result<ProcessAnswer, ProcessFault>;

/// Runs the program of a source.
pub(super) async fn obtain(source: &ProcessSource, context: &SourceContext<'_>) -> Result<Obtained, Refused> {
    let environment = context.environment;
    let running = environment.variables.get(RUNNING).unwrap_or_default();
    if running.lines().any(|name| name == source.profile) {
        let chain = running.lines().chain([source.profile.as_str()]).collect::<Vec<_>>().join(" → ");
        let ends = Problem::new(Code::SourceLoop).at(source.command.at.clone());
        return Err(ends.with("profile", &source.profile).with("chain", chain).into());
    }
    let running = format!("{running}\n{}", source.profile);
    let variable = Some((RUNNING, running.trim_start()));
    let ran = output_of(source.command.as_str(), variable, environment, context.program_limit).await;
    let answer = ran.and_then(|output| judged(&output, context.clock)).map_err(Refused::Process)?;
    Ok(Obtained { keys: answer.keys, expires_at: answer.expires_at, entry: None, refreshed: None })
}

/// Runs a command line of a file or of the preferences with the user's variables and one more, and returns what it said
/// if it ended well.
pub(crate) async fn output_of(
    command: &str,
    variable: Option<(&str, &str)>,
    environment: &Environment,
    limit: Duration,
) -> Result<Output, ProcessFault> {
    let Some(words) = words(command, os::SPLITTING) else {
        return Err(failed(None, "a quote does not end"));
    };
    let [program, arguments @ ..] = words.as_slice() else {
        return Err(ProcessFault::NotFound(String::new()));
    };
    let mut command = Command::new(program);
    command.args(arguments).env_clear().envs(environment.variables.pairs()).envs(variable);
    let output = match programs::output(&mut command, limit).await {
        Err(error) if error.kind() == ErrorKind::TimedOut => {
            return Err(failed(None, &format!("no answer within {} s", limit.as_secs_f32())));
        }
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied) => {
            return Err(ProcessFault::NotFound(program.clone()));
        }
        Err(error) => return Err(failed(None, &error.to_string())),
        Ok(output) => output,
    };
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        let last = words.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
        return Err(failed(output.status.code(), last.trim()));
    }
    Ok(output)
}

fn judged(output: &Output, clock: &dyn Clock) -> ProcessResult {
    let answer = answer(&output.stdout).map_err(ProcessFault::Invalid)?;
    match answer.expires_at {
        Some(end) if end <= clock.now() => Err(ProcessFault::Expired(end)),
        _ => Ok(answer),
    }
}

fn failed(status: Option<i32>, detail: &str) -> ProcessFault {
    ProcessFault::Failed { status, detail: mask::words(detail) }
}
