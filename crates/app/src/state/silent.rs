//! Silent renewal: renews what needs no person before it expires, without a notification.

use chrono::TimeDelta;

use super::{Effect, State};
use crate::facts::{Failure, Hold, Outcome, REST, StartedBy};
use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};

/// The renewals that run at a time: after a night asleep everything is due at once.
const IN_FLIGHT: usize = 2;
/// After a failure that may pass: doubled each time, up to the longest.
const FIRST_PAUSE: TimeDelta = TimeDelta::minutes(1);
const LONGEST_PAUSE: TimeDelta = TimeDelta::minutes(16);
/// After a refusal: what was fixed at AWS shows in no file, so it is tried again now and then.
const AFTER_REFUSAL: TimeDelta = TimeDelta::hours(1);

impl State {
    /// Starts the silent renewals that are due, the most urgent first, a few at a time.
    pub(super) fn renew_due(&mut self, now: Timestamp) -> Vec<Effect> {
        let mut due: Vec<(Timestamp, String)> = self
            .facts
            .snapshot
            .watched(now)
            .into_iter()
            .filter(|session| self.facts.silent_at(session, now).is_some_and(|at| at <= now))
            .map(|session| (session.expires_at().unwrap_or(now), session.profile.clone()))
            .collect();
        due.sort_unstable();
        let in_flight = self
            .facts
            .outcomes
            .values()
            .filter(|outcome| match outcome {
                Outcome::Renewing { by: StartedBy::Nobody, attempt } => !self.begun.is_slow(*attempt, now),
                _ => false,
            })
            .count();
        let room = match &self.facts.hold {
            None => IN_FLIGHT.saturating_sub(in_flight),
            Some(hold) if hold.lets_probe(now) => 1usize.saturating_sub(in_flight),
            Some(_) => 0,
        };
        due.into_iter().take(room).filter_map(|(_, profile)| self.renew(profile, StartedBy::Nobody)).collect()
    }

    pub(super) fn silent_failure(&mut self, profile: &str, problem: Problem, now: Timestamp) {
        if let Some(hold) = Hold::for_failure(&problem, now) {
            self.hold_for(hold);
            return;
        }
        // Whoever answered was reached.
        if !matches!(problem.code, Code::Network | Code::LockHeld | Code::RenewalStuck) {
            self.facts.hold = None;
        }
        if !problem.may_pass() {
            self.rest_after_refusal(profile, problem.clone(), false, now);
            if problem.code == Code::NeedsSignIn {
                return;
            }
            self.facts.outcomes.insert(profile.to_owned(), Outcome::failed(problem, StartedBy::Nobody, now));
            return;
        }
        let count = self.facts.silent.failed.get(profile).map_or(0, |failure| failure.count) + 1;
        let pause = LONGEST_PAUSE.min(FIRST_PAUSE * 2i32.saturating_pow(count.min(10) - 1));
        let failure = Failure { count, at: now, retry_at: now + pause, problem, asked: false };
        self.facts.silent.failed.insert(profile.to_owned(), failure);
    }

    /// Silent renewals of a profile rest after a refusal.
    pub(super) fn rest_after_refusal(
        &mut self,
        profile: &str,
        problem: Problem,
        asked: bool,
        now: Timestamp,
    ) {
        let count = self.facts.silent.failed.get(profile).map_or(0, |failure| failure.count) + 1;
        let failure = Failure { count, at: now, retry_at: now + AFTER_REFUSAL, problem, asked };
        self.facts.silent.failed.insert(profile.to_owned(), failure);
    }

    /// Everything waits. The first failure tells why.
    pub(super) fn hold_for(&mut self, mut hold: Hold) {
        if let Some(old) = self.facts.hold.take().filter(|old| old.reason == hold.reason) {
            hold.problem = old.problem;
        }
        self.facts.hold = Some(hold);
    }

    /// After sleep nothing is as it was: what waited for another try has it now.
    pub(super) fn stop_waiting(&mut self, now: Timestamp) {
        if let Some(hold) = &mut self.facts.hold {
            hold.probe_at = now;
        }
        for failure in self.facts.silent.failed.values_mut().filter(|failure| failure.problem.may_pass()) {
            failure.retry_at = failure.retry_at.min(now);
        }
    }

    /// Any renewal that succeeds shows that AWS can be reached and believes our clock.
    pub(super) fn renewed(&mut self, profile: &str, now: Timestamp) {
        self.facts.hold = None;
        self.facts.silent.forget(profile);
        self.facts.silent.rest_until.retain(|_, end| *end > now && *end - now <= REST);
        self.facts.silent.rest_until.insert(profile.to_owned(), now + REST);
    }
}
