//! Removes old backups and what killed processes left, at the start and from time to time.

use std::time::Duration;

use sandglass_engine::{Clock, SystemClock, tidy_up};
use tauri::async_runtime::{spawn, spawn_blocking};

use crate::current::Current;

/// The time between two looks: what is kept for days may stay for some hours more.
const EVERY: Duration = Duration::from_hours(6);

/// Begins.
pub(crate) fn start(current: Current) {
    spawn(async move {
        loop {
            let environment = current.environment();
            // What panics is in the log, and another time it may go.
            let _ = spawn_blocking(move || tidy_up(&environment, SystemClock.now())).await;
            SystemClock.sleep(EVERY).await;
        }
    });
}
