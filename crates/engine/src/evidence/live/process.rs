//! A `credential_process`, run as botocore runs it: no shell, nothing to read, and here a time limit.

use std::io::ErrorKind;
use std::process::Output;
use std::time::Duration;

use sandglass_core::process::{ProcessAnswer, answer, words};
use sandglass_doctor::evidence::live::ProcessFault;
use sandglass_doctor::mask;
use tokio::process::Command;

use crate::{Clock, Environment, os, run};

/// What takes longer asks a person, or never ends.
const LIMIT: Duration = Duration::from_millis(4600);

/// Credentials, or what the program did wrong.
pub(super) type Ran = Result<ProcessAnswer, ProcessFault>;

/// Runs it.
pub(super) async fn run(command: &str, environment: &Environment, clock: &dyn Clock) -> Ran {
    let Some(words) = words(command, os::SPLITTING) else {
        return Err(failed(None, "a quote does not end"));
    };
    let [program, arguments @ ..] = words.as_slice() else {
        return Err(ProcessFault::NotFound(String::new()));
    };
    let mut command = Command::new(program);
    command.args(arguments).env_clear().envs(environment.variables.pairs());
    let output = match run::output(&mut command, LIMIT).await {
        Err(error) if error.kind() == ErrorKind::TimedOut => {
            return Err(failed(None, &format!("no answer within {} s", LIMIT.as_secs_f32())));
        }
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied) => {
            return Err(ProcessFault::NotFound(program.clone()));
        }
        Err(error) => return Err(failed(None, &error.to_string())),
        Ok(output) => output,
    };
    judged(&output, clock)
}

fn judged(output: &Output, clock: &dyn Clock) -> Ran {
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        let last = words.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
        return Err(failed(output.status.code(), last.trim()));
    }
    let answer = answer(&output.stdout).map_err(ProcessFault::Invalid)?;
    match answer.expires_at {
        Some(end) if end <= clock.now() => Err(ProcessFault::Expired(end)),
        _ => Ok(answer),
    }
}

fn failed(status: Option<i32>, detail: &str) -> ProcessFault {
    ProcessFault::Failed { status, detail: mask::words(detail) }
}
