//! The history of sessions on disk. Every process of ours appends to it.

use std::io::Write;
use std::path::PathBuf;

use chrono::TimeDelta;
use sandglass_core::Timestamp;
use sandglass_core::history::{HistoryEntry, of_all, of_profile};

use crate::lock::{Lock, PATIENCE_OF_NOTES};
use crate::{Environment, files, os, store};

/// The time that is shown; twice as much is kept.
const SHOWN: TimeDelta = TimeDelta::hours(24);
/// A file is shortened when it grows beyond this: some thousand lines.
const LARGEST: u64 = 256 * 1024;
/// The largest history that is read: one that is larger by far was not written by us.
const LARGEST_READ: u64 = 16 * LARGEST;

fn path(environment: &Environment) -> PathBuf {
    environment.state_dir.join("history.jsonl")
}

/// Adds what happened. A history that cannot be kept keeps nobody from a session.
pub(crate) fn record(environment: &Environment, happened: &HistoryEntry) {
    let _ = append(environment, happened);
}

fn append(environment: &Environment, happened: &HistoryEntry) -> std::io::Result<()> {
    let _lock = Lock::acquire_blocking(&environment.state_dir, "history", PATIENCE_OF_NOTES)?;
    let path = path(environment);
    if std::fs::metadata(&path).is_ok_and(|found| found.len() > LARGEST) {
        shorten(environment, happened.at)?;
    }
    os::open_own(&path)?.write_all(happened.to_line().as_bytes())
}

/// Keeps what is young, and no more than half of what may be.
fn shorten(environment: &Environment, now: Timestamp) -> std::io::Result<()> {
    let path = path(environment);
    let text = files::text(&path, LARGEST_READ)?;
    let young = |line: &&str| HistoryEntry::parse(line).is_some_and(|happened| now - happened.at < SHOWN * 2);
    let kept: Vec<&str> = text.lines().filter(young).collect();
    let mut from = 0;
    let mut size: usize = kept.iter().map(|line| line.len() + 1).sum();
    while size as u64 > LARGEST / 2 {
        size -= kept[from].len() + 1;
        from += 1;
    }
    let text: String = kept[from..].iter().flat_map(|line| [*line, "\n"]).collect();
    store::own_file(&path, text.as_bytes())
}

/// Returns a profile's history of the last 24 hours, newest first.
pub(crate) fn read(environment: &Environment, profile: &str, now: Timestamp) -> Vec<HistoryEntry> {
    let text = files::text(&path(environment), LARGEST_READ).unwrap_or_default();
    of_profile(&text, profile, now - SHOWN)
}

/// Returns the history of all profiles in the last 24 hours, oldest first.
pub(crate) fn read_all(environment: &Environment, now: Timestamp) -> Vec<HistoryEntry> {
    let text = files::text(&path(environment), LARGEST_READ).unwrap_or_default();
    of_all(&text, now - SHOWN)
}

#[cfg(test)]
mod tests {
    use sandglass_core::history::HistoryEvent;
    use sandglass_core::variables::Variables;

    use super::*;

    #[test]
    fn it_is_read_newest_first_and_never_grows_without_end() {
        let home = tempfile::tempdir().expect("a directory");
        let variables: Variables = [("HOME", home.path().to_str().expect("text"))].into_iter().collect();
        let environment = Environment::from_variables(variables).expect("a home");
        let start = Timestamp::UNIX_EPOCH;
        let at = |second| start + TimeDelta::seconds(second);
        for second in 0..4000 {
            let what = HistoryEvent::Renewed { silent: true, until: at(second + 60) };
            record(&environment, &HistoryEntry { at: at(second), profile: "a".repeat(100), what });
        }
        let size = std::fs::metadata(path(&environment)).expect("the file").len();
        assert!(size <= LARGEST + 300, "{size}");
        let found = read(&environment, &"a".repeat(100), at(4000));
        assert_eq!(read_all(&environment, at(4000)).len(), found.len());
        assert!(found.len() > 100 && found[0].at == at(3999), "{}", found.len());
    }
}
