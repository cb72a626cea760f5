//! Collects the sessions that need a person now.

use std::collections::BTreeSet;

use super::{Facts, HoldReason, Outcome};
use sandglass_core::Timestamp;
use sandglass_core::attention::{self, Attention, Circumstances};
use sandglass_core::known::Known;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::session::Session;

impl Facts {
    /// Returns what a person must do for a session now; none if nobody is needed.
    pub(crate) fn attention(&self, session: &Session, now: Timestamp) -> Option<Attention> {
        let profile = session.profile.as_str();
        let around = Circumstances {
            settings: &self.snapshot.settings,
            files: &self.snapshot.problems,
            failure: self.failure(profile),
            waits: self.all_wait(now) || self.silent.waits(profile),
            wanted: self.wanted.contains_key(profile),
        };
        attention::attention(session, &around, now)
    }

    /// Returns, for other processes, what `attention` depends on and no file tells.
    pub(crate) fn known(&self, now: Timestamp) -> Known {
        let asked = self.outcomes.keys().map(String::as_str);
        let profiles: BTreeSet<&str> = asked.chain(self.silent.waiting()).collect();
        let refused = profiles.into_iter().filter_map(|profile| {
            let problem = self.failure(profile).filter(|problem| !problem.may_pass())?;
            Some((profile, problem.code))
        });
        let wanted = self.wanted.keys().map(String::as_str);
        Known::new(refused, self.silent.waiting(), self.all_wait(now), wanted)
    }

    /// True if no silent renewal is tried for any profile.
    fn all_wait(&self, now: Timestamp) -> bool {
        self.memory.is_paused(now) || self.hold.is_some()
    }

    /// Returns the reason why the last renewal of a profile failed, or a silent one was refused.
    pub(crate) fn failure(&self, profile: &str) -> Option<&Problem> {
        match self.outcomes.get(profile) {
            Some(Outcome::Failed(failed)) => Some(&failed.problem),
            Some(Outcome::Renewed { .. }) => None,
            // What the next reading says as well: a sign-in is needed.
            _ => self.silent.refusal(profile).filter(|problem| problem.code != Code::NeedsSignIn),
        }
    }

    /// Counts what needs a person: watched sessions, files that cannot be used, and a clock that is off.
    pub(crate) fn needs_you(&self, now: Timestamp) -> usize {
        let watched = self.snapshot.watched(now);
        let sessions = watched.iter().filter(|session| self.attention(session, now).is_some()).count();
        sessions + self.needs_of_all()
    }

    /// Counts the watched sessions that are still valid, and returns when the first of them ends.
    pub(crate) fn still_valid(&self, now: Timestamp) -> (usize, Option<Timestamp>) {
        let watched = self.snapshot.watched(now);
        let ends: Vec<Timestamp> =
            watched.iter().filter_map(|session| session.expires_at()).filter(|end| *end > now).collect();
        (ends.len(), ends.into_iter().min())
    }

    /// Counts the needs for a person that concern no profile.
    pub(crate) fn needs_of_all(&self) -> usize {
        let clock = self.hold.as_ref().is_some_and(|hold| hold.reason == HoldReason::Clock);
        self.snapshot.problems.len() + usize::from(clock)
    }
}
