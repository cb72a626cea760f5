//! What a new reading, and mere time, do away with.

use super::{Effect, Outcome, SUCCESS_SHOWN, State};
use sandglass_core::Timestamp;
use sandglass_core::snapshot::Snapshot;

impl State {
    pub(super) fn read(&mut self, mut snapshot: Snapshot, now: Timestamp) -> Vec<Effect> {
        let settled = self.settled(&mut snapshot);
        for session in &snapshot.sessions {
            let Some(old) = self.snapshot.session(&session.profile) else { continue };
            if old.expires != session.expires
                && matches!(self.outcomes.get(&session.profile), Some(Outcome::Failed(_)))
            {
                self.outcomes.remove(&session.profile);
            }
            if old != session {
                // What kept it from being renewed may be mended.
                self.silent.forget(&session.profile);
            }
        }
        self.outcomes.retain(|profile, outcome| {
            matches!(outcome, Outcome::Renewing { .. }) || snapshot.session(profile).is_some()
        });
        self.snapshot = snapshot;
        if !std::mem::replace(&mut self.has_read, true) {
            self.pass_over_old_deadlines(now);
        }
        settled
    }

    /// What was shown for a minute, a pause and a snooze that are over.
    pub(super) fn forget_passed(&mut self, now: Timestamp) {
        self.outcomes.retain(|_, outcome| match outcome {
            Outcome::Renewed { at } | Outcome::Copied { at } => now - *at < SUCCESS_SHOWN && *at <= now,
            // What may pass by itself is no lasting news.
            Outcome::Failed(failed) => !failed.problem.may_pass() || failed.is_news(now),
            Outcome::Renewing { .. } => true,
        });
        if self.hold.as_ref().is_some_and(|hold| hold.is_stale(now)) && !self.will_probe(now) {
            self.hold = None;
        }
        if !self.memory.is_paused(now) {
            self.memory.paused = None;
        }
        self.memory.snoozed.retain(|_, end| now < *end);
    }
}
