//! A person who signs in: what `BROWSER` opens, instead of a browser with somebody before it.

use std::fs;
use std::path::PathBuf;

use crate::home::{Home, run};
use crate::programs::set_up;

/// What they do on the page that asks whether a program may act for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They allow it.
    Allow,
    /// They deny it.
    Deny,
    /// They close the page.
    Nothing,
}

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/clients/person.py");

impl Answer {
    fn as_str(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Deny => "deny",
            Self::Nothing => "nothing",
        }
    }
}

/// Somebody at a browser.
pub struct Person {
    python: PathBuf,
    log: PathBuf,
}

impl Person {
    /// Seats them before every program started in the home from now on. None where there is no Python.
    pub fn sit_down(home: &mut Home, answer: Answer) -> Option<Self> {
        let python = set_up("SANDGLASS_TEST_PYTHON")?;
        let log = home.path().join("person.log");
        let browser = format!("{} {SCRIPT} {} {} %s &", python.display(), answer.as_str(), log.display());
        home.set("BROWSER", &browser);
        Some(Self { python, log })
    }

    /// The command that opens an address for them, where `%u` stands for it.
    pub fn command(&self, answer: Answer) -> String {
        format!("{} {SCRIPT} {} {} %u", self.python.display(), answer.as_str(), self.log.display())
    }

    /// They allow what an address asks for that they were given otherwise.
    pub fn visit(&self, home: &Home, address: &str) {
        self.visit_and(Answer::Allow, home, address);
    }

    /// They open an address themselves, and answer.
    pub fn visit_and(&self, answer: Answer, home: &Home, address: &str) {
        let mut browser = home.command(&self.python);
        browser.arg(SCRIPT).arg(answer.as_str()).arg(&self.log).arg(address).arg("visited");
        run(&mut browser).done();
    }

    /// The addresses that were opened for them.
    pub fn opened(&self) -> Vec<String> {
        self.lines("opened ")
    }

    /// The titles of the pages they saw last.
    pub fn saw(&self) -> Vec<String> {
        self.lines("saw ")
    }

    fn lines(&self, kind: &str) -> Vec<String> {
        let text = fs::read_to_string(&self.log).unwrap_or_default();
        text.lines().filter_map(|line| line.strip_prefix(kind)).map(str::to_owned).collect()
    }
}
