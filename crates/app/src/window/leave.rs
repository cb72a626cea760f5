//! The answer to the question whether edits may be dropped.

use serde::Deserialize;

/// What the page says when it was asked to let its window go.
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
