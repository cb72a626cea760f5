//! Decides what a person must do for a session now, if anything. Everything that says "Needs you" asks here: the
//! window, the tray and its icon, notifications and `sandglass status`.

use chrono::TimeDelta;

use crate::Timestamp;
use crate::preferences::Settings;
use crate::problem::Problem;
use crate::session::{Needs, Session, SessionState};

/// A need for a person's action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attention {
    /// Something is wrong that neither time nor another try fixes.
    Fix(Problem),
    /// A new session takes something of a person.
    Bring {
        /// The requirement: a click if that is nothing, because silent renewal is off.
        needs: Needs,
        /// The deadline.
        by: Timestamp,
    },
    /// It is over, and what would renew it waits: for AWS, for the end of a pause.
    Over,
}

impl Attention {
    /// The word `--json` shows.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Fix(_) => "fix",
            Self::Bring { needs: Needs::Code { .. }, .. } => "mfa",
            Self::Bring { needs: Needs::SignIn { .. }, .. } => "sign_in",
            Self::Bring { needs: Needs::NewKeys { .. }, .. } => "keys",
            Self::Bring { .. } => "click",
            Self::Over => "over",
        }
    }
}

/// The circumstances of a session.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    /// The user's choices.
    pub settings: &'a Settings,
    /// Problems of whole files. Each is one matter, however many profiles it stops.
    pub files: &'a [Problem],
    /// The reason why its last renewal failed.
    pub failure: Option<&'a Problem>,
    /// True if silent renewals wait.
    pub waits: bool,
    /// True if a program was refused its credentials just now.
    pub wanted: bool,
}

/// Returns what a person must do for a session now; none if nobody is needed.
pub fn attention(session: &Session, around: &Circumstances<'_>, now: Timestamp) -> Option<Attention> {
    if !session.errors.is_empty() {
        let own = session.errors.iter().find(|problem| !around.files.contains(problem));
        return own.map(|problem| Attention::Fix(problem.clone()));
    }
    if let Some(problem) = around.failure.filter(|problem| !problem.may_pass()) {
        return Some(Attention::Fix(problem.clone()));
    }
    let is_over = session.state(now) == SessionState::Expired;
    let silent = around.settings.is_silent(&session.profile);
    if let Some((needs, by)) = of_session(session, silent, now)
        && by - now <= lead(session, around.settings)
    {
        return Some(Attention::Bring { needs, by });
    }
    let live = session.expires_at().is_some_and(|end| end > now);
    let needs = session.needs(now);
    if around.wanted && !live {
        return can_be_brought(&needs).then_some(Attention::Bring { needs, by: now });
    }
    match needs {
        // Until then the AWS CLI gets new ones with its sign-in, whose end is not known here.
        Needs::SignIn { .. } if is_over => {
            Some(Attention::Bring { needs, by: session.expires_at().unwrap_or(now) })
        }
        Needs::Nothing if is_over && around.waits => Some(Attention::Over),
        _ => None,
    }
}

/// True if a person can bring about a new session: with a click, or with something only a person has.
pub fn can_be_brought(needs: &Needs) -> bool {
    needs.a_person() || *needs == Needs::Nothing
}

/// Returns a session's need for a person, with its deadline. `is_silent` says that the session is renewed without
/// being asked where that is possible.
pub fn of_session(session: &Session, is_silent: bool, now: Timestamp) -> Option<(Needs, Timestamp)> {
    if !session.errors.is_empty() {
        return None;
    }
    let own = session.expires_at()?;
    match session.needs(now) {
        Needs::Nothing if is_silent => None,
        needs @ Needs::Code { .. } => Some((needs, session.human_deadline().unwrap_or(own))),
        needs @ (Needs::Nothing | Needs::NewKeys { .. }) => Some((needs, own)),
        // The AWS CLI renews what a sign-in gives from that, and its end is not known here.
        Needs::SignIn { .. } | Needs::OtherTool | Needs::NoRenewal | Needs::Fix => None,
    }
}

/// The time before its deadline when a session needs somebody: from when it counts as expiring, or from the first
/// notification where that comes earlier.
fn lead(session: &Session, settings: &Settings) -> TimeDelta {
    let told = thresholds(session, settings).max().unwrap_or(TimeDelta::zero());
    session.expiring_threshold().max(told)
}

/// The times before a deadline at which somebody is told of it. A short session is not expiring for most of
/// its life.
pub fn thresholds(session: &Session, settings: &Settings) -> impl Iterator<Item = TimeDelta> {
    let most = session.life().map_or(TimeDelta::MAX, |life| life / 4);
    settings.notify_before.iter().map(move |before| most.min(*before))
}
