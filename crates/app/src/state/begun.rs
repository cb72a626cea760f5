//! Tracks how long renewals run: one that waits for something else gives up its place, and each is dropped after a
//! limit.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};

use super::{Effect, State};
use crate::facts::{AttemptId, Outcome};

/// A renewal that takes longer waits for something: a lock, an address that does not answer.
const SLOW: TimeDelta = TimeDelta::seconds(15);
/// It is given up after this time.
const LONGEST: TimeDelta = TimeDelta::minutes(3);

/// The time at which each renewal in flight began.
#[derive(Debug, Default)]
pub(super) struct RunningSince(BTreeMap<AttemptId, Timestamp>);

impl RunningSince {
    /// True if a renewal takes none of the few places in flight any more.
    pub(super) fn is_slow(&self, attempt: AttemptId, now: Timestamp) -> bool {
        self.0.get(&attempt).is_some_and(|begun| now - *begun >= SLOW)
    }

    /// Returns when renewals must be looked at again.
    pub(super) fn next_looks(&self) -> impl Iterator<Item = Timestamp> {
        self.0.values().flat_map(|begun| [*begun + SLOW, *begun + LONGEST])
    }
}

impl State {
    /// Drops renewals that do not end; what they answer later is not listened to.
    pub(super) fn drop_stuck(&mut self, now: Timestamp) -> Vec<Effect> {
        let stuck: Vec<(AttemptId, String)> = self
            .in_flight()
            .filter(|(attempt, _)| self.begun.0.get(attempt).is_some_and(|begun| now - *begun >= LONGEST))
            .collect();
        let problem = |profile: &str| Problem::new(Code::RenewalStuck).with("profile", profile);
        let drop = |(attempt, profile): (AttemptId, String)| {
            let problem = problem(&profile);
            self.finished(attempt, profile, Err(problem), now)
        };
        stuck.into_iter().flat_map(drop).collect()
    }

    /// Notes which renewals are new, and forgets those that ended.
    pub(super) fn note_begun(&mut self, now: Timestamp) {
        let running: Vec<AttemptId> = self.in_flight().map(|(attempt, _)| attempt).collect();
        self.begun.0.retain(|attempt, begun| {
            // A clock that was set back does not keep one alive.
            *begun = (*begun).min(now);
            running.contains(attempt)
        });
        for attempt in running {
            self.begun.0.entry(attempt).or_insert(now);
        }
    }

    fn in_flight(&self) -> impl Iterator<Item = (AttemptId, String)> {
        self.facts.outcomes.iter().filter_map(|(profile, outcome)| match outcome {
            Outcome::Renewing { attempt, .. } => Some((*attempt, profile.clone())),
            _ => None,
        })
    }
}
