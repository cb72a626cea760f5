//! Silent renewal: what needs no human is renewed before it runs out, without a word.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::{By, Effect, Hold, Outcome, State};
use sandglass_core::Timestamp;
use sandglass_core::problem::Problem;
use sandglass_core::session::{Expires, Renewable, Reuse, Session};

/// So many at a time: after a night asleep everything is due at once.
const IN_FLIGHT: usize = 2;
/// A session that is due again right after its renewal must not make us spin.
const REST: TimeDelta = TimeDelta::seconds(30);
/// After a failure that may pass: doubled each time, up to the longest.
const FIRST_PAUSE: TimeDelta = TimeDelta::minutes(1);
const LONGEST_PAUSE: TimeDelta = TimeDelta::minutes(16);
/// After a refusal: what was mended at AWS shows in no file, so it is tried again now and then.
const AFTER_REFUSAL: TimeDelta = TimeDelta::hours(1);

/// What silent renewals led to.
#[derive(Debug, Default)]
pub(super) struct Silent {
    failed: BTreeMap<String, Failure>,
    rest_until: BTreeMap<String, Timestamp>,
}

/// The last failure of a profile.
#[derive(Debug)]
struct Failure {
    count: u32,
    at: Timestamp,
    retry_at: Timestamp,
    problem: Problem,
    /// Whether a person asked for it, and was answered.
    asked: bool,
}

impl Silent {
    /// What kept a profile from being renewed may be mended.
    pub(super) fn forget(&mut self, profile: &str) {
        self.failed.remove(profile);
    }

    /// The reason for which a profile is not renewed for good, as far as we can tell.
    pub(super) fn refusal(&self, profile: &str) -> Option<&Problem> {
        self.failed.get(profile).map(|failure| &failure.problem).filter(|problem| !problem.may_pass())
    }

    /// The same where nobody heard of it yet.
    pub(super) fn untold_refusal(&self, profile: &str) -> Option<&Problem> {
        self.refusal(profile).filter(|_| self.failed.get(profile).is_some_and(|failure| !failure.asked))
    }

    /// Whether a profile's next try waits for some time after the last.
    pub(super) fn waits(&self, profile: &str) -> bool {
        self.failed.contains_key(profile)
    }
}

impl State {
    /// Starts the silent renewals that are due, the most urgent first, a few at a time.
    pub(super) fn renew_due(&mut self, now: Timestamp) -> Vec<Effect> {
        let mut due: Vec<(Timestamp, String)> = self
            .snapshot
            .watched(now)
            .into_iter()
            .filter(|session| self.silent_at(session, now).is_some_and(|at| at <= now))
            .map(|session| (session.expires_at().unwrap_or(now), session.profile.clone()))
            .collect();
        due.sort_unstable();
        let in_flight = self
            .outcomes
            .values()
            .filter(|outcome| matches!(outcome, Outcome::Renewing { by: By::Nobody, .. }))
            .count();
        let room = match &self.hold {
            None => IN_FLIGHT.saturating_sub(in_flight),
            Some(hold) if hold.lets_probe(now) => 1usize.saturating_sub(in_flight),
            Some(_) => 0,
        };
        due.into_iter().take(room).filter_map(|(_, profile)| self.renew(profile, By::Nobody)).collect()
    }

    /// When a session is to be renewed silently: none when never, as things stand.
    pub(crate) fn silent_at(&self, session: &Session, now: Timestamp) -> Option<Timestamp> {
        let due = match session.expires {
            Expires::At { instant, stored_at } => Reuse::NotDue.until(instant, stored_at)?,
            // Keys with a refresh source whose end nobody recorded may be over: once renewed, it is known.
            Expires::Unrecorded if !session.refresh.is_empty() => now,
            _ => return None,
        };
        if self.memory.is_paused(now)
            || !self.snapshot.settings.is_silent(&session.profile)
            || session.renewable(now) != Renewable::Silent
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

    pub(super) fn silent_failure(&mut self, profile: &str, problem: Problem, now: Timestamp) {
        if let Some(hold) = Hold::for_failure(&problem, now) {
            self.hold_for(hold);
            return;
        }
        self.hold = None;
        if !problem.may_pass() {
            self.rest_after_refusal(profile, problem.clone(), false, now);
            self.outcomes.insert(profile.to_owned(), Outcome::failed(problem, By::Nobody, now));
            return;
        }
        let count = self.silent.failed.get(profile).map_or(0, |failure| failure.count) + 1;
        let pause = LONGEST_PAUSE.min(FIRST_PAUSE * 2i32.saturating_pow(count.min(10) - 1));
        let failure = Failure { count, at: now, retry_at: now + pause, problem, asked: false };
        self.silent.failed.insert(profile.to_owned(), failure);
    }

    /// Silent renewals of a profile rest after a refusal.
    pub(super) fn rest_after_refusal(
        &mut self,
        profile: &str,
        problem: Problem,
        asked: bool,
        now: Timestamp,
    ) {
        let count = self.silent.failed.get(profile).map_or(0, |failure| failure.count) + 1;
        let failure = Failure { count, at: now, retry_at: now + AFTER_REFUSAL, problem, asked };
        self.silent.failed.insert(profile.to_owned(), failure);
    }

    /// Everything waits. The first failure tells why.
    pub(super) fn hold_for(&mut self, mut hold: Hold) {
        if let Some(old) = self.hold.take().filter(|old| old.reason == hold.reason) {
            hold.problem = old.problem;
        }
        self.hold = Some(hold);
    }

    /// Whether some renewal tries for all whether things are well again.
    pub(super) fn will_probe(&self, now: Timestamp) -> bool {
        let due = |session: &Session| self.silent_at(session, now).is_some_and(|at| at <= now);
        let in_flight = |outcome: &Outcome| matches!(outcome, Outcome::Renewing { .. });
        self.outcomes.values().any(in_flight) || self.snapshot.watched(now).into_iter().any(due)
    }

    /// After sleep nothing is as it was: what waited for another try has it now.
    pub(super) fn stop_waiting(&mut self, now: Timestamp) {
        if let Some(hold) = &mut self.hold {
            hold.probe_at = now;
        }
        for failure in self.silent.failed.values_mut().filter(|failure| failure.problem.may_pass()) {
            failure.retry_at = failure.retry_at.min(now);
        }
    }

    /// Any renewal that succeeds shows that AWS can be reached and believes our clock.
    pub(super) fn renewed(&mut self, profile: &str, now: Timestamp) {
        self.hold = None;
        self.silent.forget(profile);
        self.silent.rest_until.retain(|_, end| *end > now && *end - now <= REST);
        self.silent.rest_until.insert(profile.to_owned(), now + REST);
    }
}
