//! Renewals in flight and what became of them.

use super::{AttemptId, Effect, Hold, SUCCESS_SHOWN, State};
use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::session::{Reuse, Session};

/// Who asked for a renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// Nobody: it is a silent one.
    Nobody,
    /// A click in the window, or the prompt, which say what comes of it.
    Window,
    /// A click in the tray's menu or on a notification. Whoever clicked waits for an answer.
    Menu,
}

/// What the last click on a profile, or its silent renewal, led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Renewing { attempt: AttemptId, by: By },
    Renewed { at: Timestamp },
    Failed(Failed),
    Copied { at: Timestamp },
}

/// A renewal that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failed {
    pub(crate) problem: Problem,
    pub(crate) by: By,
    pub(crate) at: Timestamp,
}

impl Failed {
    /// Whether it happened just now.
    pub(super) fn is_news(&self, now: Timestamp) -> bool {
        now - self.at < SUCCESS_SHOWN && self.at <= now
    }
}

impl Outcome {
    pub(super) fn failed(problem: Problem, by: By, at: Timestamp) -> Self {
        Self::Failed(Failed { problem, by, at })
    }
}

impl State {
    pub(crate) fn shown_until(&self, session: &Session) -> Option<Timestamp> {
        match self.outcomes.get(&session.profile) {
            Some(Outcome::Renewed { at } | Outcome::Copied { at }) => Some(*at + SUCCESS_SHOWN),
            Some(Outcome::Failed(failed)) if failed.problem.may_pass() => Some(failed.at + SUCCESS_SHOWN),
            _ => None,
        }
    }

    /// Renews a profile without asking anybody.
    pub(super) fn renew(&mut self, profile: String, by: By) -> Option<Effect> {
        let attempt = self.begin(profile.clone(), by)?;
        let reuse = if by == By::Nobody { Reuse::NotDue } else { Reuse::Never };
        Some(Effect::Renew { attempt, profile, reuse })
    }

    /// At most one renewal per profile is in flight.
    pub(super) fn begin(&mut self, profile: String, by: By) -> Option<AttemptId> {
        if self.is_renewing(&profile) {
            return None;
        }
        self.last_attempt += 1;
        let attempt = AttemptId(self.last_attempt);
        self.outcomes.insert(profile, Outcome::Renewing { attempt, by });
        Some(attempt)
    }

    pub(super) fn finished(
        &mut self,
        attempt: AttemptId,
        profile: String,
        result: Result<(), Problem>,
        now: Timestamp,
    ) -> Vec<Effect> {
        let by = match self.outcomes.get(&profile) {
            Some(Outcome::Renewing { attempt: current, by }) if *current == attempt => *by,
            _ => return Vec::new(),
        };
        self.outcomes.remove(&profile);
        let mut effects = self.prompt_heard(attempt, result.as_ref().copied());
        match result {
            Ok(()) => {
                self.renewed(&profile, now);
                self.outcomes.insert(profile, Outcome::Renewed { at: now });
            }
            Err(problem) if by == By::Nobody => self.silent_failure(&profile, problem, now),
            // The line itself says so from the next reading on.
            Err(problem) if problem.code == Code::NeedsMfa => {}
            Err(problem) if self.is_said_in_prompt(&problem) => {}
            Err(problem) => self.asked_failure(profile, problem, by, now),
        }
        effects.push(Effect::Read);
        effects
    }

    /// What somebody asked for failed. That AWS cannot be reached is no fault of the profile's.
    fn asked_failure(&mut self, profile: String, problem: Problem, by: By, now: Timestamp) {
        if let Some(hold) = Hold::for_failure(&problem, now) {
            self.hold_for(hold);
        } else if !problem.may_pass() {
            // The next silent one would be refused as well.
            self.rest_after_refusal(&profile, problem.clone(), true, now);
        }
        self.outcomes.insert(profile, Outcome::failed(problem, by, now));
    }

    pub(crate) fn is_renewing(&self, profile: &str) -> bool {
        matches!(self.outcomes.get(profile), Some(Outcome::Renewing { .. }))
    }
}
