//! The quick switcher: every profile's row, the likeliest first.

use std::cmp::Reverse;
use std::collections::HashMap;

use serde::Serialize;

use super::patch::changed_rows;
use super::sessions::{Group, SessionRow, rows};
use crate::facts::Facts;
use sandglass_core::Timestamp;
use sandglass_core::export::Shell;
use sandglass_core::preferences::TimeFormat;

/// The content of the quick switcher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SwitcherView {
    /// The language in use: `en` or `pt-BR`.
    pub language: &'static str,
    /// The format of times of day.
    pub time_format: TimeFormat,
    /// The user's shell, for the keys that are copied.
    pub shell: Shell,
    /// Every profile: the watched ones first, then what was used last.
    pub rows: Vec<SessionRow>,
}

/// Messages to the quick switcher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SwitcherMessage {
    /// Everything: the first message.
    View(Box<SwitcherView>),
    /// The changes since the previous message.
    Patch(Box<SwitcherPatch>),
}

/// The rows that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SwitcherPatch {
    /// Rows that are new or changed.
    pub rows: Vec<SessionRow>,
    /// Every profile in order, where one came or went.
    pub order: Option<Vec<String>>,
}

/// Everything a state has to show.
pub(crate) fn view(facts: &Facts, now: Timestamp) -> SwitcherView {
    let mut rows = rows(facts, now);
    rows.sort_by_cached_key(interest);
    SwitcherView {
        language: facts.text.language().as_str(),
        time_format: facts.snapshot.settings.time_format,
        shell: facts.config.shell,
        rows,
    }
}

/// The order: watched profiles, the most urgent first; then those used last; then the rest, by name.
fn interest(row: &SessionRow) -> (u8, Reverse<i64>, i64, String) {
    let name = row.profile.to_lowercase();
    let ends = row.expires_at.unwrap_or(i64::MAX);
    match (row.watched, row.group, row.began_at) {
        (true, Group::NeedsYou, _) => (0, Reverse(0), ends, name),
        (true, ..) => (1, Reverse(0), ends, name),
        (false, _, Some(began)) => (2, Reverse(began), 0, name),
        (false, ..) => (3, Reverse(0), 0, name),
    }
}

impl SwitcherView {
    /// The same with the rows where a page that shows `old` has them: nothing moves under the fingers.
    pub(crate) fn in_order_of(mut self, old: &Self) -> Self {
        let places: HashMap<&str, usize> =
            old.rows.iter().enumerate().map(|(place, row)| (row.profile.as_str(), place)).collect();
        self.rows.sort_by_key(|row| places.get(row.profile.as_str()).copied().unwrap_or(usize::MAX));
        self
    }

    /// Returns the message for a page that shows `old`; none if it shows the same.
    pub(crate) fn message_from(&self, old: &Self) -> Option<SwitcherMessage> {
        let same = |view: &Self| (view.language, view.time_format, view.shell);
        if same(self) != same(old) {
            return Some(SwitcherMessage::View(Box::new(self.clone())));
        }
        let (rows, order) = changed_rows(&self.rows, &old.rows);
        let patch = SwitcherPatch { rows, order };
        (patch != SwitcherPatch::default()).then(|| SwitcherMessage::Patch(Box::new(patch)))
    }
}
