//! Computes the changes since the window's last update.

use std::collections::HashMap;

use serde::Serialize;

use super::{AppView, CacheRow, PreferencesView, SessionRow, WindowView};

/// The parts that changed; a part that did not is null or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WindowPatch {
    /// The new one.
    pub app: Option<AppView>,
    /// Rows that are new or changed.
    pub sessions: Vec<SessionRow>,
    /// Every profile in order, where one came, went or moved.
    pub order: Option<Vec<String>>,
    /// All of them, where one changed.
    pub caches: Option<Vec<CacheRow>>,
    /// The new ones.
    pub preferences: Option<PreferencesView>,
}

impl WindowView {
    /// Returns the patch for a window that shows `old`; none if it shows the same.
    pub fn patch_from(&self, old: &Self) -> Option<WindowPatch> {
        let (sessions, order) = changed_rows(&self.sessions, &old.sessions);
        let patch = WindowPatch {
            app: (self.app != old.app).then(|| self.app.clone()),
            sessions,
            order,
            caches: (self.caches != old.caches).then(|| self.caches.clone()),
            preferences: (self.preferences != old.preferences).then(|| self.preferences.clone()),
        };
        (patch != WindowPatch::default()).then_some(patch)
    }
}

/// Rows that are new or changed, and every profile in order where one came, went or moved.
pub(super) fn changed_rows(new: &[SessionRow], old: &[SessionRow]) -> (Vec<SessionRow>, Option<Vec<String>>) {
    let before: HashMap<&str, &SessionRow> = old.iter().map(|row| (row.profile.as_str(), row)).collect();
    let changed = |row: &&SessionRow| before.get(row.profile.as_str()) != Some(row);
    let names = || new.iter().map(|row| &row.profile);
    let moved = !names().eq(old.iter().map(|row| &row.profile));
    (new.iter().filter(changed).cloned().collect(), moved.then(|| names().cloned().collect()))
}
