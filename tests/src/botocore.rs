//! botocore as an oracle: one Python process for a whole test.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use aws_files::FileKind;
use serde_json::{Value, json};

use crate::programs;

/// The running process. It ends when its input is closed.
pub struct Botocore {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Botocore {
    /// Starts it; none when Python was not set up.
    pub fn start(test: &str) -> Option<Self> {
        let Some(python) = programs::set_up("SANDGLASS_TEST_PYTHON") else {
            programs::skipped(test, "SANDGLASS_TEST_PYTHON");
            return None;
        };
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/oracle/botocore_oracle.py");
        let mut command = Command::new(python);
        command.args(["-X", "utf8", script]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("Python starts");
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().expect("a pipe"));
        Some(Self { child, input, output })
    }

    /// What botocore reads in a file of this kind.
    pub fn read(&mut self, kind: FileKind, bytes: &[u8]) -> Value {
        let kind = match kind {
            FileKind::Config => "config",
            FileKind::Credentials => "credentials",
        };
        let request = json!({ "kind": kind, "bytes": bytes });
        let input = self.input.as_mut().expect("it is open while it runs");
        writeln!(input, "{request}").expect("it listens");
        let mut answer = String::new();
        self.output.read_line(&mut answer).expect("it answers");
        serde_json::from_str(&answer).unwrap_or_else(|error| panic!("{error}: {answer:?}"))
    }
}

impl Drop for Botocore {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.child.wait();
    }
}
