//! The answer to the question whether edits may be dropped.

use serde::Deserialize;

/// The page's answer when asked whether its window may close.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LeaveAnswer {
    /// The question is on the screen.
    Heard,
    /// The edits stay, and the window with them.
    Keep,
    /// The edits may go.
    Discard,
}
