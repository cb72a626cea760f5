//! Holds what only the desktop program knows about sessions (refusals, waits), written for our other processes, so
//! that a terminal says the same as the tray. It holds codes and names, never a secret.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::problem::{Code, Problem};

/// The whole of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Known {
    /// By profile, why its last renewal was refused: the code of a problem.
    refused: BTreeMap<String, String>,
    /// The profiles whose next silent renewal waits.
    waiting: BTreeSet<String>,
    /// True if all silent renewals wait.
    all_wait: bool,
    /// The profiles whose credentials a program was refused just now.
    wanted: BTreeSet<String>,
}

impl Known {
    /// Collects these refusals and profiles.
    pub fn new<'a>(
        refused: impl Iterator<Item = (&'a str, Code)>,
        waiting: impl Iterator<Item = &'a str>,
        all_wait: bool,
        wanted: impl Iterator<Item = &'a str>,
    ) -> Self {
        Self {
            refused: refused.map(|(profile, code)| (profile.to_owned(), code.as_str().to_owned())).collect(),
            waiting: waiting.map(str::to_owned).collect(),
            all_wait,
            wanted: wanted.map(str::to_owned).collect(),
        }
    }

    /// Reads what was stored. What cannot be read is not known.
    pub fn parse(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The text to store.
    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Returns the reason why the last renewal of a profile was refused. Only the code is kept, not the words of AWS.
    pub fn refusal(&self, profile: &str) -> Option<Problem> {
        self.refused.get(profile).and_then(|code| Code::parse(code)).map(Problem::new)
    }

    /// True if silent renewals of a profile wait.
    pub(crate) fn waits(&self, profile: &str) -> bool {
        self.all_wait || self.waiting.contains(profile)
    }

    /// True if a program was refused a profile's credentials just now.
    pub(crate) fn is_wanted(&self, profile: &str) -> bool {
        self.wanted.contains(profile)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_as_it_was_stored_and_junk_is_nothing() {
        let known = Known::new(
            [("a \"b\"", Code::AccessDenied)].into_iter(),
            ["dev"].into_iter(),
            false,
            ["ops"].into_iter(),
        );
        let read = Known::parse(&known.to_text());
        assert_eq!(read, known);
        assert_eq!(read.refusal("a \"b\""), Some(Problem::new(Code::AccessDenied)));
        assert_eq!((read.waits("dev"), read.waits("ops"), read.is_wanted("ops")), (true, false, true));
        for junk in ["", "junk", "[]", "{\"refused\": 3}", "{\"future\": 1}"] {
            assert_eq!(Known::parse(junk), Known::default(), "{junk}");
        }
        assert_eq!(Known::parse("{\"refused\": {\"a\": \"of another version\"}}").refusal("a"), None);
    }
}
