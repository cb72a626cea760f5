//! Silent renewals: their results, and when the next one is due.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use sandglass_core::Timestamp;
use sandglass_core::problem::Problem;
use sandglass_core::session::{Expires, Needs, Reuse, Session};

use super::{Facts, Outcome};

/// A session that is due again right after its renewal must not make us spin.
pub(crate) const REST: TimeDelta = TimeDelta::seconds(30);

/// The results of silent renewals.
#[derive(Debug, Default)]
pub(crate) struct SilentRenewals {
    pub(crate) failed: BTreeMap<String, Failure>,
    pub(crate) rest_until: BTreeMap<String, Timestamp>,
}

/// The last failure of a profile.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) count: u32,
    pub(crate) at: Timestamp,
    pub(crate) retry_at: Timestamp,
    pub(crate) problem: Problem,
    /// True if a person asked for it, and was answered.
    pub(crate) asked: bool,
}

impl SilentRenewals {
    /// Forgets what kept a profile from being renewed, because it may be fixed now.
    pub(crate) fn forget(&mut self, profile: &str) {
        self.failed.remove(profile);
    }

    /// The reason for which a profile is not renewed for good, as far as we can tell.
    pub(crate) fn refusal(&self, profile: &str) -> Option<&Problem> {
        self.failed.get(profile).map(|failure| &failure.problem).filter(|problem| !problem.may_pass())
    }

    /// The same where nobody heard of it yet.
    pub(crate) fn untold_refusal(&self, profile: &str) -> Option<&Problem> {
        self.refusal(profile).filter(|_| self.failed.get(profile).is_some_and(|failure| !failure.asked))
    }

    /// The profiles whose next try waits for some time after the last.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = &str> {
        self.failed.keys().map(String::as_str)
    }

    /// True if a profile's next try waits for some time after the last.
    pub(crate) fn waits(&self, profile: &str) -> bool {
        self.failed.contains_key(profile)
    }
}

impl Facts {
    /// Returns when a session is due for silent renewal; none if it will not be, as things stand.
    pub(crate) fn silent_at(&self, session: &Session, now: Timestamp) -> Option<Timestamp> {
        let due = match session.expires {
            Expires::At { instant, stored_at } => Reuse::NotDue.until(instant, stored_at)?,
            // Keys with a refresh source whose end nobody recorded may be over: once renewed, it is known.
            Expires::Unrecorded if !session.refresh.is_empty() => now,
            _ => return None,
        };
        if self.memory.is_paused(now)
            || !self.snapshot.settings.is_silent(&session.profile)
            || session.needs(now) != Needs::Nothing
            || self.is_renewing(&session.profile)
        {
            return None;
        }
        let rest = self.silent.rest_until.get(&session.profile).filter(|end| **end - now <= REST);
        let failure = self.silent.failed.get(&session.profile);
        // A clock set back must not make a retry wait for its old time.
        let retry = failure.filter(|failure| failure.at <= now).map(|failure| failure.retry_at);
        Some(due.max(rest.copied().unwrap_or(due)).max(retry.unwrap_or(due)))
    }

    /// True if some renewal tries for all whether things are well again.
    pub(crate) fn will_probe(&self, now: Timestamp) -> bool {
        let due = |session: &Session| self.silent_at(session, now).is_some_and(|at| at <= now);
        let in_flight = |outcome: &Outcome| matches!(outcome, Outcome::Renewing { .. });
        self.outcomes.values().any(in_flight) || self.snapshot.watched(now).into_iter().any(due)
    }
}
