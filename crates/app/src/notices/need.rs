//! A profile's need for a person, and its deadline.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use sandglass_core::Timestamp;
use sandglass_core::attention::thresholds;
use sandglass_core::preferences::Settings;
use sandglass_core::problem::Problem;
use sandglass_core::session::{Needs, Session, SignInTool};

/// A deadline that passed while the machine slept is told when it wakes, unless it is this old.
const STALE: TimeDelta = TimeDelta::hours(24);

/// The topic of a notification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    /// A session runs out.
    Deadline(Needs),
    /// A silent renewal was refused.
    Refused(Problem),
    /// A program was refused credentials.
    Wanted(Needs),
    /// An action that somebody clicked failed.
    Failed(Problem),
    /// The machine's clock is off: nobody's in particular.
    Clock(Problem),
}

/// One thing to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Need {
    pub(crate) profile: String,
    pub(crate) topic: Topic,
    pub(crate) deadline: Timestamp,
    /// The urgency: one more for each threshold passed.
    pub(crate) stage: usize,
    /// The time left, for the text.
    pub(crate) left: TimeDelta,
    /// The number of other profiles that the same sign-in serves.
    pub(crate) also: usize,
}

impl Need {
    /// Returns the requirement of a new session, if it is about that.
    pub(super) fn needs(&self) -> Option<&Needs> {
        match &self.topic {
            Topic::Deadline(needs) | Topic::Wanted(needs) => Some(needs),
            Topic::Refused(_) | Topic::Failed(_) | Topic::Clock(_) => None,
        }
    }

    /// True if a sign-in to IAM Identity Center is what is needed.
    pub(crate) fn takes_sign_in(&self) -> bool {
        matches!(self.needs(), Some(Needs::SignIn { tool: SignInTool::Sso, .. }))
    }

    /// True if two are about the same thing, whatever the stage.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.profile == other.profile
            && self.deadline == other.deadline
            && std::mem::discriminant(&self.topic) == std::mem::discriminant(&other.topic)
    }

    /// True if it was not told yet.
    pub(super) fn is_news(&self, notified: &BTreeMap<String, Timestamp>) -> bool {
        !self.is_deadline() || notified.get(&self.profile) != Some(&self.deadline)
    }

    /// True if it is told once for its deadline, even after a restart.
    pub(super) fn is_deadline(&self) -> bool {
        matches!(self.topic, Topic::Deadline(_) | Topic::Refused(_))
    }

    /// True if somebody clicked and waits for it.
    pub(super) fn is_answer(&self) -> bool {
        matches!(self.topic, Topic::Failed(_))
    }

    /// One that answers a click, or is of all profiles, stands alone.
    pub(super) fn may_be_joined(&self) -> bool {
        !matches!(self.topic, Topic::Clock(_) | Topic::Failed(_))
    }
}

/// Returns how many thresholds are passed, and whether the deadline is over: none while there is nothing to tell.
pub(crate) fn stage(
    session: &Session,
    deadline: Timestamp,
    settings: &Settings,
    now: Timestamp,
) -> Option<usize> {
    if now - deadline > STALE {
        return None;
    }
    let passed = thresholds(session, settings).filter(|before| deadline - now <= *before).count();
    let over = usize::from(deadline <= now);
    (passed + over > 0).then_some(passed + over)
}

/// The moments at which the stage changes.
pub(crate) fn next_stages(session: &Session, deadline: Timestamp, settings: &Settings) -> Vec<Timestamp> {
    thresholds(session, settings).map(|before| deadline - before).chain([deadline]).collect()
}
