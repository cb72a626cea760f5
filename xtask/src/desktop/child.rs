//! Child processes that end with us: on drop, and by the kernel when we are killed.

use std::process::{ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};
use std::{process, thread};

use crate::failure::{Failure, Result};

/// How long a program may take to end after it was asked to.
const GRACE: Duration = Duration::from_secs(5);

/// A program that was started, asked to end when this is dropped.
#[derive(Debug)]
pub(crate) struct Child(process::Child);

impl Child {
    /// Starts the command with nothing on its standard input.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let started = command.stdin(Stdio::null()).spawn();
        let shown = crate::process::shown(command);
        started.map(Self).map_err(|error| Failure::new(format!("{shown} cannot be started: {error}")))
    }

    /// How it ended, when it has.
    pub(crate) fn try_wait(&mut self) -> Result<Option<process::ExitStatus>> {
        self.0.try_wait().map_err(|error| Failure::new(format!("a program cannot be waited for: {error}")))
    }

    /// The piped standard output, once.
    pub(super) fn take_output(&mut self) -> Option<ChildStdout> {
        self.0.stdout.take()
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(Some(_))) {
            return;
        }
        // SIGTERM first: the X server and the bus then remove their sockets and locks.
        let asked = Command::new("sh").args(["-c", "kill -TERM \"$0\"", &self.0.id().to_string()]).status();
        let deadline = Instant::now() + GRACE;
        while asked.is_ok() && Instant::now() < deadline {
            if matches!(self.0.try_wait(), Ok(Some(_))) {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        // Nothing to be done if even this fails: the process is gone, or cannot be ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
