//! A person who signs in: what `BROWSER` opens, instead of a browser with somebody before it.

use std::fs;
use std::path::PathBuf;

use crate::home::Home;
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

/// Somebody at a browser.
pub struct Person {
    log: PathBuf,
}

impl Person {
    /// Seats them before every program started in the home from now on. None where there is no Python.
    pub fn sit_down(home: &mut Home, answer: Answer) -> Option<Self> {
        let python = set_up("SANDGLASS_TEST_PYTHON")?;
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/clients/person.py");
        let log = home.path().join("person.log");
        let does = match answer {
            Answer::Allow => "allow",
            Answer::Deny => "deny",
            Answer::Nothing => "nothing",
        };
        let browser = format!("{} {script} {does} {} %s &", python.display(), log.display());
        home.set("BROWSER", &browser);
        Some(Self { log })
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
