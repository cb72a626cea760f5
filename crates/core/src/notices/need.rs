//! What a profile needs of a human, and until when.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use crate::Timestamp;
use crate::preferences::Settings;
use crate::problem::{Origin, Problem};
use crate::session::{Link, Renewable, Session};

/// A deadline that passed while the machine slept is told when it wakes, unless it is this old.
const STALE: TimeDelta = TimeDelta::hours(24);

/// What a human must do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// One click: silent renewal is off.
    Click,
    /// An MFA code.
    Mfa,
    /// A sign-in.
    SignIn,
    /// New keys.
    Keys {
        /// Where those stand that run out.
        at: Origin,
        /// In which profile, where new ones can be pasted into it.
        into: Option<String>,
    },
}

impl How {
    /// New keys in the place of these.
    pub(crate) fn keys(keys: &Link) -> Self {
        Self::Keys { at: keys.at.clone(), into: keys.profile.clone() }
    }
}

/// What a notification is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    /// A session runs out.
    Deadline(How),
    /// A silent renewal was refused.
    Refused(Problem),
    /// A program was refused credentials.
    Wanted(How),
    /// The machine's clock is off: nobody's in particular.
    Clock(Problem),
}

/// One thing to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Need {
    pub(crate) profile: String,
    pub(crate) topic: Topic,
    pub(crate) deadline: Timestamp,
    /// How urgent: one more for each threshold passed.
    pub(crate) stage: usize,
    /// What is left, for the text.
    pub(crate) left: TimeDelta,
}

impl Need {
    /// Whether two are about the same thing, whatever the stage.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.profile == other.profile
            && self.deadline == other.deadline
            && std::mem::discriminant(&self.topic) == std::mem::discriminant(&other.topic)
    }

    /// Whether it was not told yet.
    pub(super) fn is_news(&self, notified: &BTreeMap<String, Timestamp>) -> bool {
        !self.is_deadline() || notified.get(&self.profile) != Some(&self.deadline)
    }

    /// Whether it is told once for its deadline, even after a restart.
    pub(super) fn is_deadline(&self) -> bool {
        matches!(self.topic, Topic::Deadline(_) | Topic::Refused(_))
    }

    pub(super) fn may_be_joined(&self) -> bool {
        !matches!(self.topic, Topic::Clock(_))
    }
}

/// What a session needs of a human as it stands, and until when. `is_silent`: it is renewed without
/// being asked where that is possible.
pub(crate) fn of_session(session: &Session, is_silent: bool, now: Timestamp) -> Option<(How, Timestamp)> {
    if !session.errors.is_empty() {
        return None;
    }
    let own = session.expires_at()?;
    match session.renewable(now) {
        Renewable::Silent if is_silent => None,
        Renewable::Silent => Some((How::Click, own)),
        Renewable::Mfa => Some((How::Mfa, session.human_deadline().unwrap_or(own))),
        // The AWS CLI renews these from its sign-in, whose end is not known here.
        Renewable::SignIn => None,
        Renewable::No => session.hand_made_keys().map(|keys| (How::keys(keys), own)),
    }
}

/// How many thresholds are passed, and whether it is over: none while there is nothing to tell.
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

/// A short session is not expiring for most of its life.
fn thresholds(session: &Session, settings: &Settings) -> impl Iterator<Item = TimeDelta> {
    let most = session.life().map_or(TimeDelta::MAX, |life| life / 4);
    settings.notify_before.iter().map(move |before| most.min(*before))
}
