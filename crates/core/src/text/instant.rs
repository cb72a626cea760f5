//! Writes instants for programs and logs.

use chrono::SecondsFormat;

use crate::Timestamp;

/// An instant as `--json` and the log show it: RFC 3339, UTC, whole seconds.
pub fn instant(at: Timestamp) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
