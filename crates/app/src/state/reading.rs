//! Clears what a new reading or the passage of time makes obsolete.

use super::{Effect, State};
use crate::facts::Outcome;
use sandglass_core::Timestamp;
use sandglass_core::snapshot::Snapshot;

impl State {
    pub(super) fn read(&mut self, mut snapshot: Snapshot, now: Timestamp) -> Vec<Effect> {
        let effects = self.follow_preferences(&mut snapshot);
        for session in &snapshot.sessions {
            let Some(old) = self.facts.snapshot.session(&session.profile) else { continue };
            if old.expires != session.expires
                && matches!(self.facts.outcomes.get(&session.profile), Some(Outcome::Failed(_)))
            {
                self.facts.outcomes.remove(&session.profile);
            }
            if old != session {
                // What kept it from being renewed may be fixed.
                self.facts.silent.forget(&session.profile);
            }
        }
        self.facts.outcomes.retain(|profile, outcome| {
            matches!(outcome, Outcome::Renewing { .. }) || snapshot.session(profile).is_some()
        });
        self.facts.snapshot = snapshot;
        self.signed_in.clear();
        if !std::mem::replace(&mut self.has_read, true) {
            self.pass_over_old_deadlines(now);
        }
        effects
    }

    /// Forgets outcomes whose minute has passed, and a pause and snoozes that are over.
    pub(super) fn forget_passed(&mut self, now: Timestamp) {
        self.facts.forget_shown(now);
        if self.facts.hold.as_ref().is_some_and(|hold| hold.is_stale(now)) && !self.facts.will_probe(now) {
            self.facts.hold = None;
        }
        if !self.facts.memory.is_paused(now) {
            self.facts.memory.paused = None;
        }
        self.facts.memory.snoozed.retain(|_, end| now < *end);
    }
}
