//! `sandglass`, stopped exactly before one step of a write (only builds with debug assertions can).

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStderr, Stdio};
use std::time::{Duration, Instant};

use crate::{Home, Ran, built};

/// The steps of replacing a file, in their order. `discard` is there only where the old file was
/// exchanged for the new one.
pub const STEPS: [&str; 6] = ["open", "write", "sync", "rename", "discard", "sync-directory"];

/// A process that waits at a fault point.
pub struct Stopped {
    child: Child,
    errors: BufReader<ChildStderr>,
    /// How long it took to get there.
    pub took: Duration,
}

impl Stopped {
    /// Starts `sandglass` and waits until it stands before a step of writing a file of this name.
    pub fn at(home: &Home, file: &str, step: &str, arguments: &[&str]) -> Self {
        let point = format!("{file}:{step}");
        let begun = Instant::now();
        let mut command = home.command(built("sandglass"));
        command.args(arguments).env("SANDGLASS_FAULT_POINT", &point);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let mut errors = BufReader::new(child.stderr.take().expect("a pipe"));
        let mut line = String::new();
        errors.read_line(&mut line).expect("text");
        assert_eq!(line.trim_end(), format!("at {point}"), "it did not come to {point}");
        Self { child, errors, took: begun.elapsed() }
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Stops it as Ctrl+Z does: it keeps what it holds.
    #[cfg(unix)]
    pub fn stop(&self) {
        let id = self.child.id().to_string();
        let sent = std::process::Command::new("kill").args(["-STOP", &id]).status();
        assert!(sent.is_ok_and(|status| status.success()), "it runs");
    }

    /// Ends it there and then (`kill -9`).
    pub fn kill(mut self) {
        self.child.kill().expect("it runs");
        let ended = self.child.wait().expect("it ends");
        assert!(ended.code().is_none(), "it ended by itself: {ended}");
    }

    /// Lets it go on, through every later fault point too.
    pub fn go_on(mut self) -> Ran {
        drop(self.child.stdin.take());
        let mut err = String::new();
        std::io::Read::read_to_string(&mut self.errors, &mut err).expect("text");
        let output = self.child.wait_with_output().expect("it ends");
        Ran { code: output.status.code(), out: String::from_utf8_lossy(&output.stdout).into_owned(), err }
    }
}
