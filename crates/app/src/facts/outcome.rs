//! The outcomes of renewals and clicks.

use chrono::TimeDelta;
use sandglass_core::Timestamp;
use sandglass_core::problem::Problem;
use sandglass_core::session::Session;

use super::Facts;

/// The time for which a line says that its renewal succeeded.
const SUCCESS_SHOWN: TimeDelta = TimeDelta::seconds(60);

/// One renewal. An answer that carries an older number than the one in flight is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AttemptId(pub(crate) u64);

/// The starter of a renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StartedBy {
    /// Nobody: it is a silent one.
    Nobody,
    /// A click in the window, or the prompt, which say what comes of it.
    Window,
    /// A click in the tray's menu or on a notification. Whoever clicked waits for an answer.
    Menu,
}

/// The outcome of the last click on a profile, or of its silent renewal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Renewing { attempt: AttemptId, by: StartedBy },
    Renewed { at: Timestamp },
    Failed(Failed),
    Copied { at: Timestamp },
}

/// A renewal that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failed {
    pub(crate) problem: Problem,
    pub(crate) by: StartedBy,
    pub(crate) at: Timestamp,
}

impl Failed {
    /// True if it happened just now.
    pub(crate) fn is_news(&self, now: Timestamp) -> bool {
        now - self.at < SUCCESS_SHOWN && self.at <= now
    }
}

impl Outcome {
    pub(crate) fn failed(problem: Problem, by: StartedBy, at: Timestamp) -> Self {
        Self::Failed(Failed { problem, by, at })
    }
}

impl Facts {
    /// Returns the time until which the outcome of a profile is shown; none if it does not pass by itself.
    pub(crate) fn shown_until(&self, session: &Session) -> Option<Timestamp> {
        match self.outcomes.get(&session.profile) {
            Some(Outcome::Renewed { at } | Outcome::Copied { at }) => Some(*at + SUCCESS_SHOWN),
            Some(Outcome::Failed(failed)) if failed.problem.may_pass() => Some(failed.at + SUCCESS_SHOWN),
            _ => None,
        }
    }

    /// True if a renewal of a profile is in flight.
    pub(crate) fn is_renewing(&self, profile: &str) -> bool {
        matches!(self.outcomes.get(profile), Some(Outcome::Renewing { .. }))
    }

    /// Forgets what was shown for a minute.
    pub(crate) fn forget_shown(&mut self, now: Timestamp) {
        self.outcomes.retain(|_, outcome| match outcome {
            Outcome::Renewed { at } | Outcome::Copied { at } => now - *at < SUCCESS_SHOWN && *at <= now,
            // What may pass by itself is no lasting news.
            Outcome::Failed(failed) => !failed.problem.may_pass() || failed.is_news(now),
            Outcome::Renewing { .. } => true,
        });
    }
}
