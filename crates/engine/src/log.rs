//! The log of the desktop program: one file, and the one before it.
//!
//! A line is a time, a word for what happened and `name=value` pairs. Values are what the caller hands
//! over: names, codes, places, dates, never a secret.

use std::fmt::Write as _;
use std::io::{Result, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sandglass_core::Timestamp;
use sandglass_core::text::instant;

use crate::os;

/// A file is put aside before it grows beyond this.
const LARGEST: u64 = 1024 * 1024;

/// Appends to `sandglass.log`. Nothing is kept open: so little is written that a file which was removed
/// or put aside by hand is simply begun anew.
#[derive(Debug)]
pub struct Log {
    path: PathBuf,
    one_at_a_time: Mutex<()>,
}

impl Log {
    /// The log in our state directory.
    pub fn new(state_dir: &Path) -> Self {
        Self { path: state_dir.join("sandglass.log"), one_at_a_time: Mutex::new(()) }
    }

    /// Its place.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Adds a line.
    pub fn add(&self, at: Timestamp, what: &str, details: &[(&str, &str)]) -> Result<()> {
        let line = line(at, what, details);
        let _turn = self.one_at_a_time.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(directory) = self.path.parent() {
            os::create_private_dir(directory)?;
        }
        let size = std::fs::symlink_metadata(&self.path).map_or(0, |found| found.len());
        if size + line.len() as u64 > LARGEST {
            std::fs::rename(&self.path, self.path.with_extension("log.1"))?;
        }
        os::open_own(&self.path)?.write_all(line.as_bytes())
    }
}

fn line(at: Timestamp, what: &str, details: &[(&str, &str)]) -> String {
    let mut line = format!("{} {what}", instant(at));
    for (name, value) in details {
        let plain = |c: char| c.is_ascii_alphanumeric() || "_-./:~+@".contains(c);
        let _ = if !value.is_empty() && value.chars().all(plain) {
            write!(line, " {name}={value}")
        } else {
            // One event is one line, whatever a name holds.
            write!(line, " {name}={value:?}")
        };
    }
    line.push('\n');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at() -> Timestamp {
        "2026-11-24T21:03:07.9Z".parse().expect("a time")
    }

    #[test]
    fn an_event_is_one_line() {
        let line =
            line(at(), "renewed", &[("profile", "a b\n2026 forged"), ("expires_at", "2026-11-24T22:00:00Z")]);
        assert_eq!(
            line,
            "2026-11-24T21:03:07Z renewed profile=\"a b\\n2026 forged\" expires_at=2026-11-24T22:00:00Z\n"
        );
    }

    #[test]
    fn it_is_put_aside_before_it_grows_too_large() {
        let home = tempfile::tempdir().expect("a directory");
        let state = home.path().join("state");
        let log = Log::new(&state);
        let filling = "x".repeat(300_000);
        for number in 0..8 {
            log.add(at(), "test", &[("number", &number.to_string()), ("filling", &filling)]).expect("added");
        }
        let files: Vec<_> = std::fs::read_dir(&state).expect("read").collect();
        assert_eq!(files.len(), 2, "{files:?}");
        for (path, first) in
            [(log.path().to_owned(), "number=6"), (log.path().with_extension("log.1"), "number=3")]
        {
            let text = std::fs::read_to_string(&path).expect("read");
            assert!(
                text.len() as u64 <= LARGEST && text.lines().next().is_some_and(|line| line.contains(first))
            );
        }
    }
}
