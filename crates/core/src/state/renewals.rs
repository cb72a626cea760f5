//! Renewals in flight and what became of them.

use super::{AttemptId, Effect, SUCCESS_SHOWN, State};
use crate::Timestamp;
use crate::problem::{Code, Problem};
use crate::session::{Reuse, Session};

/// What the last click on a profile, or its silent renewal, led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Renewing { attempt: AttemptId, silent: bool },
    Renewed { at: Timestamp },
    Failed(Problem),
    Copied { at: Timestamp },
}

impl State {
    pub(crate) fn shown_until(&self, session: &Session) -> Option<Timestamp> {
        match self.outcomes.get(&session.profile) {
            Some(Outcome::Renewed { at } | Outcome::Copied { at }) => Some(*at + SUCCESS_SHOWN),
            _ => None,
        }
    }

    /// Renews a profile without asking anybody.
    pub(super) fn renew(&mut self, profile: String, silent: bool) -> Option<Effect> {
        let attempt = self.begin(profile.clone(), silent)?;
        let reuse = if silent { Reuse::NotDue } else { Reuse::Never };
        Some(Effect::Renew { attempt, profile, reuse })
    }

    /// At most one renewal per profile is in flight.
    pub(super) fn begin(&mut self, profile: String, silent: bool) -> Option<AttemptId> {
        if self.is_renewing(&profile) {
            return None;
        }
        self.last_attempt += 1;
        let attempt = AttemptId(self.last_attempt);
        self.outcomes.insert(profile, Outcome::Renewing { attempt, silent });
        Some(attempt)
    }

    pub(super) fn finished(
        &mut self,
        attempt: AttemptId,
        profile: String,
        result: Result<(), Problem>,
        now: Timestamp,
    ) -> Vec<Effect> {
        let silent = match self.outcomes.get(&profile) {
            Some(Outcome::Renewing { attempt: current, silent }) if *current == attempt => *silent,
            _ => return Vec::new(),
        };
        self.outcomes.remove(&profile);
        let mut effects = self.prompt_heard(attempt, result.as_ref().copied());
        match result {
            Ok(()) => {
                self.renewed(&profile, now);
                self.outcomes.insert(profile, Outcome::Renewed { at: now });
            }
            Err(problem) if silent => self.silent_failure(&profile, problem, now),
            // The line itself says so from the next reading on.
            Err(problem) if problem.code == Code::NeedsMfa => {}
            Err(problem) if self.is_said_in_prompt(&problem) => {}
            Err(problem) => {
                self.outcomes.insert(profile, Outcome::Failed(problem));
            }
        }
        effects.push(Effect::Read);
        effects
    }

    pub(crate) fn is_renewing(&self, profile: &str) -> bool {
        matches!(self.outcomes.get(profile), Some(Outcome::Renewing { .. }))
    }
}
