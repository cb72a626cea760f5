//! Writes diagnostics for a bug report: no secret, no account, no profile name.

use std::collections::BTreeMap;
use std::fmt::Write;

use sandglass_core::text::instant;

use crate::{Clock, Environment, files, snapshot};
use sandglass_core::session::SessionKind;

/// The number of the log's last lines that go along.
const LOG_LINES: usize = 50;
/// It is put aside before it grows beyond half of this.
const LARGEST_LOG: u64 = 2 * 1024 * 1024;

/// The text, in English: it is for whoever fixes it.
pub fn diagnostics(environment: &Environment, clock: &dyn Clock) -> String {
    let snapshot = snapshot(environment);
    let now = clock.now();
    let mut text = String::new();
    let _ = writeln!(
        text,
        "Sandglass {} on {}, {}",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        instant(now)
    );
    for file in &snapshot.in_use.files {
        let there = if file.exists { "there" } else { "not there" };
        let _ = writeln!(text, "{}: {} ({:?}, {there})", file.what, file.path, file.origin);
    }
    for (choice, variable) in &snapshot.in_use.overruled {
        let _ = writeln!(text, "{choice} is overruled by {variable}");
    }
    let mut kinds: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for session in &snapshot.sessions {
        *kinds
            .entry((SessionKind::from_session(session).as_str(), session.state(now).as_str()))
            .or_default() += 1;
    }
    let _ = writeln!(text, "{} profiles, {} watched", snapshot.sessions.len(), snapshot.watched(now).len());
    for ((kind, state), count) in kinds {
        let _ = writeln!(text, "  {count} {kind}, {state}");
    }
    let own = snapshot.sessions.iter().flat_map(|session| session.problems(now));
    for problem in snapshot.problems.iter().cloned().chain(own) {
        let _ = writeln!(text, "problem: {}", problem.code.as_str());
    }
    let _ = writeln!(text, "log:");
    for line in log_lines(environment) {
        let _ = writeln!(text, "  {line}");
    }
    text
}

/// The last lines of the log, each without the values that name something of the user's.
fn log_lines(environment: &Environment) -> Vec<String> {
    let log = files::text(&environment.log(), LARGEST_LOG).unwrap_or_default();
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(LOG_LINES)..].iter().map(|line| without_names(line)).collect()
}

/// Of `name=value` pairs only those that name nothing of the user's keep their value.
fn without_names(line: &str) -> String {
    let kept = ["code=", "version=", "expires_at=", "change="];
    let words = line.split(' ').enumerate().map(|(index, word)| match word.split_once('=') {
        _ if index < 2 || kept.iter().any(|start| word.starts_with(start)) => word.to_owned(),
        Some((name, _)) => format!("{name}=…"),
        // The rest of a quoted value.
        None => String::new(),
    });
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_out_of_it() {
        let line =
            "2026-11-24T10:00:00Z not_renewed profile=\"acme prod\" code=access_denied at=~/.aws/config:3";
        assert_eq!(without_names(line), "2026-11-24T10:00:00Z not_renewed profile=… code=access_denied at=…");
    }
}
