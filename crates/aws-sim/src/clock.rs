//! The simulation's clock: this machine's, moved by an offset.

use chrono::{DateTime, SecondsFormat, Utc};

use crate::World;

/// Seconds since 1970.
pub(crate) fn now(world: &World) -> i64 {
    Utc::now().timestamp() + world.clock_offset
}

/// `2026-11-23T22:51:41Z`.
pub(crate) fn rfc3339(seconds: i64) -> String {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default().to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// `20261123T225141Z`, as signatures carry it.
pub(crate) fn compact(seconds: i64) -> String {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string()
}

/// `Mon, 23 Nov 2026 21:51:41 GMT`.
pub(crate) fn http_date(seconds: i64) -> String {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default().format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// Reads what `compact` writes.
pub(crate) fn parse_compact(text: &str) -> Option<i64> {
    chrono::NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ").ok().map(|time| time.and_utc().timestamp())
}
