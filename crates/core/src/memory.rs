//! State that outlives a restart and is no preference: the pause, sent notifications, snoozes, the selection.
//! Deleting it costs a repeated notification at most.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Timestamp;

/// The whole of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// No silent renewal and no notification.
    pub paused: Option<Pause>,
    /// By profile, the human deadline a notification was shown for.
    pub notified: BTreeMap<String, Timestamp>,
    /// By profile, until when its notifications keep quiet.
    pub snoozed: BTreeMap<String, Timestamp>,
    /// The profile that was selected in the window last.
    pub selected: Option<String>,
}

/// The length of a pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pause {
    /// Until this moment.
    Until(Timestamp),
    /// Until the user ends it.
    UntilResumed,
}

impl Memory {
    /// Reads a stored memory. What cannot be read is forgotten: it is no preference.
    pub fn parse(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The text to store.
    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// True if everything is paused at `now`.
    pub fn is_paused(&self, now: Timestamp) -> bool {
        match self.paused {
            None => false,
            Some(Pause::Until(end)) => now < end,
            Some(Pause::UntilResumed) => true,
        }
    }

    /// True if a profile's notifications keep quiet at `now`.
    pub fn is_snoozed(&self, profile: &str, now: Timestamp) -> bool {
        self.snoozed.get(profile).is_some_and(|end| now < *end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::now;

    #[test]
    fn it_is_read_as_it_was_stored() {
        let mut memory = Memory { paused: Some(Pause::Until(now())), ..Memory::default() };
        memory.notified.insert("a b".to_owned(), now());
        assert_eq!(Memory::parse(&memory.to_text()), memory);
        assert_eq!(Memory::parse("junk"), Memory::default());
        assert_eq!(Memory::parse("{\"future\": 1}"), Memory::default());
    }
}
