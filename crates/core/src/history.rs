//! The history of sessions, without secrets: one JSON object per line.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::problem::Code;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The time.
    pub at: Timestamp,
    /// To which profile.
    pub profile: String,
    /// The event.
    pub what: HistoryEvent,
}

/// An event of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HistoryEvent {
    /// There was a new session.
    Renewed {
        /// True if nobody asked for it.
        silent: bool,
        /// Its expiry.
        until: Timestamp,
    },
    /// There was none.
    Failed {
        /// The reason.
        code: Code,
    },
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
struct HistoryLine<'a> {
    at: Timestamp,
    profile: std::borrow::Cow<'a, str>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    silent: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    failed: Option<std::borrow::Cow<'a, str>>,
}

impl HistoryEntry {
    /// The line to store, with its end.
    pub fn to_line(&self) -> String {
        let (silent, until, failed) = match self.what {
            HistoryEvent::Renewed { silent, until } => (silent, Some(until), None),
            HistoryEvent::Failed { code } => (false, None, Some(code.as_str().into())),
        };
        let line = HistoryLine { at: self.at, profile: (&self.profile).into(), silent, until, failed };
        serde_json::to_string(&line).unwrap_or_default() + "\n"
    }

    /// Reads a line; none for one that is damaged or of another version.
    pub fn parse(line: &str) -> Option<Self> {
        let line: HistoryLine<'_> = serde_json::from_str(line).ok()?;
        let what = match (line.until, line.failed) {
            (Some(until), _) => HistoryEvent::Renewed { silent: line.silent, until },
            (None, Some(code)) => HistoryEvent::Failed { code: Code::parse(&code)? },
            (None, None) => return None,
        };
        Some(Self { at: line.at, profile: line.profile.into_owned(), what })
    }
}

/// Returns the history of all profiles since `since`, oldest first. The same failure of a profile again and again
/// is one, as it began.
pub fn of_all(text: &str, since: Timestamp) -> Vec<HistoryEntry> {
    let mut last: HashMap<String, HistoryEvent> = HashMap::new();
    let mut found: Vec<HistoryEntry> = text
        .lines()
        .filter_map(HistoryEntry::parse)
        .filter(|happened| happened.at >= since)
        .filter(|happened| {
            let before = last.insert(happened.profile.clone(), happened.what.clone());
            !matches!(happened.what, HistoryEvent::Failed { .. }) || before.as_ref() != Some(&happened.what)
        })
        .collect();
    // Processes write beside each other.
    found.sort_by_key(|happened| happened.at);
    found
}

/// Returns the history of a profile since `since`, newest first. The same failure again and again is one.
pub fn of_profile(text: &str, profile: &str, since: Timestamp) -> Vec<HistoryEntry> {
    let all = text.lines().filter_map(HistoryEntry::parse);
    let mut found: Vec<HistoryEntry> =
        all.filter(|happened| happened.profile == profile && happened.at >= since).collect();
    found.dedup_by(|later, earlier| {
        let same = matches!(later.what, HistoryEvent::Failed { .. }) && later.what == earlier.what;
        if same {
            earlier.at = later.at;
        }
        same
    });
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::testing::now;

    #[test]
    fn a_line_is_read_as_it_was_written_and_junk_is_passed_over() {
        let minute = |count| now() + TimeDelta::minutes(count);
        let happened = |at, what| HistoryEntry { at, profile: "a \"b\"".to_owned(), what };
        let failed = || HistoryEvent::Failed { code: Code::Network };
        let all = [
            happened(minute(0), HistoryEvent::Renewed { silent: true, until: minute(60) }),
            happened(minute(1), failed()),
            happened(minute(2), failed()),
            happened(minute(3), HistoryEvent::Renewed { silent: false, until: minute(63) }),
        ];
        let text: String = all.iter().map(HistoryEntry::to_line).collect();
        let text = format!("junk\n{{\"at\":3}}\n{text}{{\"at\"");
        let found = of_profile(&text, "a \"b\"", minute(0));
        assert_eq!(found, [all[3].clone(), all[2].clone(), all[0].clone()]);
        assert_eq!(of_profile(&text, "a \"b\"", minute(3)).len(), 1);
        assert_eq!(of_profile(&text, "b", minute(0)), []);
        assert_eq!(of_all(&text, minute(0)), [all[0].clone(), all[1].clone(), all[3].clone()]);
        assert_eq!(of_all(&text, minute(3)).len(), 1);
    }
}
