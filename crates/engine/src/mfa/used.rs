//! Remembers when a code of a device was used last: AWS takes each once, and a program prints the same one for half a
//! minute.

use std::path::PathBuf;
use std::time::Duration;

use aws_files::cache::mfa_session_key;
use sandglass_core::Timestamp;

use crate::{Clock, Environment, store};

/// The seconds for which a device shows a code.
const WINDOW: i64 = 30;

/// The codes of one device.
pub(crate) struct UsedCodes {
    path: PathBuf,
}

impl UsedCodes {
    pub(crate) fn of(environment: &Environment, serial: &str) -> Self {
        let name = format!("{}.used", mfa_session_key("", serial));
        Self { path: environment.paths.mfa_sessions.join(name) }
    }

    /// The name of the lock under which a program is asked for a code.
    pub(crate) fn lock_name(serial: &str) -> String {
        format!("mfa-{}", mfa_session_key("", serial))
    }

    /// Notes that the present one is used.
    pub(crate) fn mark(&self, now: Timestamp) {
        let _ = store::own_file(&self.path, now.timestamp().to_string().as_bytes());
    }

    /// Waits until the device shows one that was not used yet.
    pub(crate) async fn wait(&self, clock: &dyn Clock) {
        let now = clock.now().timestamp();
        let used: Option<i64> =
            store::read(&self.path).ok().and_then(|text| String::from_utf8(text).ok()?.trim().parse().ok());
        if used.is_some_and(|used| used.div_euclid(WINDOW) == now.div_euclid(WINDOW)) {
            // Clocks of this machine and the device are not the same to the second.
            let seconds = WINDOW - now.rem_euclid(WINDOW) + 1;
            clock.sleep(Duration::from_secs(seconds.unsigned_abs())).await;
        }
    }
}
