//! moto: an STS written by others.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use crate::programs;

/// A running moto server. It ends when it is dropped.
pub struct Moto {
    child: Child,
    url: String,
    lines: Arc<Mutex<Vec<String>>>,
    _input: Option<ChildStdin>,
}

impl Moto {
    /// Starts it on a free port; none when it was not set up.
    pub fn start(test: &str) -> Option<Self> {
        let Some(program) = programs::set_up("SANDGLASS_TEST_MOTO") else {
            programs::skipped(test, "SANDGLASS_TEST_MOTO");
            return None;
        };
        let mut command = Command::new(program);
        command.args(["-H", "127.0.0.1", "-p", "0"]).stdin(Stdio::piped()).stdout(Stdio::null());
        let mut child = command.stderr(Stdio::piped()).spawn().expect("moto starts");
        let input = child.stdin.take();
        let mut errors = BufReader::new(child.stderr.take().expect("a pipe"));
        let url = url(&mut errors);
        let lines = Arc::<Mutex<Vec<String>>>::default();
        let kept = Arc::clone(&lines);
        std::thread::spawn(move || {
            for line in errors.lines().map_while(Result::ok) {
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        });
        Some(Self { child, url, lines, _input: input })
    }

    /// `http://127.0.0.1:PORT`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// How many requests it answered.
    pub fn requests(&self) -> usize {
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.iter().filter(|line| line.contains("\"POST /")).count()
    }
}

/// The server says where it listens: ` * Running on http://127.0.0.1:41234`.
fn url(errors: &mut impl BufRead) -> String {
    let mut line = String::new();
    while errors.read_line(&mut line).expect("moto writes text") > 0 {
        if let Some(at) = line.find("http://127.0.0.1:") {
            return line[at..].trim().to_owned();
        }
        line.clear();
    }
    panic!("moto ended without saying where it listens");
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
