//! botocore as an oracle, in one Python process per test.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use aws_files::FileKind;
use serde_json::{Map, Value, json};

use crate::programs;

/// The running process. It ends when its input is closed.
pub struct Botocore {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Botocore {
    /// Starts the one that reads files; none when Python was not set up.
    pub fn start(test: &str) -> Option<Self> {
        Self::start_script(test, "botocore_oracle.py")
    }

    /// Starts the one that resolves credentials; none when Python was not set up.
    pub fn start_resolving(test: &str) -> Option<Self> {
        Self::start_script(test, "resolution_oracle.py")
    }

    fn start_script(test: &str, script: &str) -> Option<Self> {
        let Some(python) = programs::set_up("SANDGLASS_TEST_PYTHON") else {
            programs::skipped(test, "SANDGLASS_TEST_PYTHON");
            return None;
        };
        let script = format!("{}/oracle/{script}", env!("CARGO_MANIFEST_DIR"));
        let mut command = Command::new(python);
        command.args(["-X", "utf8", &script]).stdin(Stdio::piped()).stdout(Stdio::piped());
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
        self.ask(&json!({ "kind": kind, "bytes": bytes }))
    }

    /// What boto3 makes of a home: the chain of its credentials, or its error.
    pub fn resolve(&mut self, home: &Path, variables: &[(String, String)], profile: Option<&str>) -> Value {
        let variables: Map<String, Value> =
            variables.iter().map(|(name, value)| (name.clone(), value.as_str().into())).collect();
        self.ask(&json!({ "home": home, "variables": variables, "profile": profile }))
    }

    fn ask(&mut self, request: &Value) -> Value {
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
