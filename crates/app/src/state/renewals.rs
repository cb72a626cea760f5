//! Renewals in flight and their results.

use super::{Effect, State};
use crate::facts::{AttemptId, Hold, Outcome, StartedBy};
use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::session::Reuse;

impl State {
    /// Renews a profile without asking anybody.
    pub(super) fn renew(&mut self, profile: String, by: StartedBy) -> Option<Effect> {
        let attempt = self.begin(profile.clone(), by)?;
        let reuse = if by == StartedBy::Nobody { Reuse::NotDue } else { Reuse::Never };
        Some(Effect::Renew { attempt, profile, reuse })
    }

    /// At most one renewal per profile is in flight.
    pub(super) fn begin(&mut self, profile: String, by: StartedBy) -> Option<AttemptId> {
        if self.facts.is_renewing(&profile) {
            return None;
        }
        self.last_attempt += 1;
        let attempt = AttemptId(self.last_attempt);
        self.facts.outcomes.insert(profile, Outcome::Renewing { attempt, by });
        Some(attempt)
    }

    pub(super) fn finished(
        &mut self,
        attempt: AttemptId,
        profile: String,
        result: Result<Option<Timestamp>, Problem>,
        now: Timestamp,
    ) -> Vec<Effect> {
        let by = match self.facts.outcomes.get(&profile) {
            Some(Outcome::Renewing { attempt: current, by }) if *current == attempt => *by,
            _ => return Vec::new(),
        };
        self.facts.outcomes.remove(&profile);
        let mut effects = self.prompt_heard(attempt, result.as_ref().map(|_| ()));
        match result {
            Ok(expires_at) => {
                self.renewed(&profile, now);
                self.facts.snapshot.renewed(&profile, expires_at, now);
                self.facts.outcomes.insert(profile, Outcome::Renewed { at: now });
            }
            Err(problem) if by == StartedBy::Nobody => self.silent_failure(&profile, problem, now),
            // The line itself says so from the next reading on.
            Err(problem) if problem.code == Code::NeedsMfa => {}
            Err(problem) if self.is_said_in_prompt(&problem) => {}
            Err(problem) => self.asked_failure(profile, problem, by, now),
        }
        effects.push(Effect::Read);
        effects
    }

    /// Says that a renewal failed which somebody asked for. That AWS cannot be reached is no fault of the profile's.
    fn asked_failure(&mut self, profile: String, problem: Problem, by: StartedBy, now: Timestamp) {
        if let Some(hold) = Hold::for_failure(&problem, now) {
            self.hold_for(hold);
        } else if !problem.may_pass() {
            // The next silent one would be refused as well.
            self.rest_after_refusal(&profile, problem.clone(), true, now);
        }
        self.facts.outcomes.insert(profile, Outcome::failed(problem, by, now));
    }
}
