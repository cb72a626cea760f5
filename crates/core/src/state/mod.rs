//! What happens next: events in, effects out. The desktop's actor is the one owner of a `State`.

mod wakeup;

use std::collections::BTreeMap;

use chrono::TimeDelta;

use crate::Timestamp;
use crate::paths::AwsPaths;
use crate::problem::{Code, Problem};
use crate::session::{Renewable, Session};
use crate::snapshot::Snapshot;
use crate::text::Text;
use crate::tray::{Action, TrayView};

pub use wakeup::Reason;

/// How long a line says that its renewal succeeded.
const SUCCESS_SHOWN: TimeDelta = TimeDelta::seconds(60);

/// One renewal. An answer that carries an older number than the one in flight is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AttemptId(u64);

/// Something happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// The files or caches were read.
    Read(Box<Snapshot>),
    /// A menu entry was clicked.
    Clicked(Action),
    /// A renewal ended.
    RenewalFinished {
        /// The number its effect carried.
        attempt: AttemptId,
        /// The profile.
        profile: String,
        /// Nothing, or why it failed. The new expiry comes with the next reading.
        result: Result<(), Problem>,
    },
    /// The time asked for with `next_wakeup` has come.
    WokeUp,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read files and caches again, answer with `Event::Read`.
    Read,
    /// Renew a profile without asking anybody, answer with `Event::RenewalFinished`.
    Renew {
        /// To be handed back.
        attempt: AttemptId,
        /// The profile.
        profile: String,
    },
    /// Put a command on the clipboard. Never a secret.
    Copy(String),
    /// End the application.
    Quit,
}

/// What the last click on a profile led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Renewing(AttemptId),
    Renewed { at: Timestamp },
    Failed(Problem),
    Copied { at: Timestamp },
}

/// Everything the application knows.
pub struct State {
    pub(crate) snapshot: Snapshot,
    pub(crate) outcomes: BTreeMap<String, Outcome>,
    pub(crate) text: Text,
    last_attempt: u64,
}

impl State {
    /// Nothing read yet.
    pub fn new(paths: AwsPaths, text: Text) -> Self {
        let snapshot =
            Snapshot { paths, sessions: Vec::new(), caches: Vec::new(), problems: Vec::new(), chosen: None };
        Self { snapshot, outcomes: BTreeMap::new(), text, last_attempt: 0 }
    }

    /// Takes an event in, says what to do.
    pub fn apply(&mut self, event: Event, now: Timestamp) -> Vec<Effect> {
        match event {
            Event::Read(snapshot) => self.read(*snapshot),
            Event::Clicked(action) => self.clicked(action, now),
            Event::RenewalFinished { attempt, profile, result } => {
                self.finished(attempt, profile, result, now)
            }
            Event::WokeUp => {
                self.forget_shown(now);
                Vec::new()
            }
        }
    }

    /// The tray as it should look at `now`.
    pub fn tray(&self, now: Timestamp) -> TrayView {
        crate::tray::view(self, now)
    }

    /// When to send `Event::WokeUp`, unless nothing changes with time.
    pub fn next_wakeup(&self, now: Timestamp) -> Option<(Timestamp, Reason)> {
        wakeup::next(self, now)
    }

    fn read(&mut self, snapshot: Snapshot) -> Vec<Effect> {
        for session in &snapshot.sessions {
            let changed =
                self.snapshot.session(&session.profile).is_some_and(|old| old.expires != session.expires);
            if changed && matches!(self.outcomes.get(&session.profile), Some(Outcome::Failed(_))) {
                self.outcomes.remove(&session.profile);
            }
        }
        self.outcomes.retain(|profile, outcome| {
            matches!(outcome, Outcome::Renewing(_)) || snapshot.session(profile).is_some()
        });
        self.snapshot = snapshot;
        Vec::new()
    }

    fn clicked(&mut self, action: Action, now: Timestamp) -> Vec<Effect> {
        match action {
            Action::Renew { profile } => self.renew(profile).into_iter().collect(),
            Action::RenewAll => self.renew_all(now),
            Action::CopyRenewCommand { profile } => {
                let command = format!("sandglass renew {}", crate::view::shell_word(&profile));
                self.copy(profile, command, now)
            }
            Action::CopySignInCommand { profile } => {
                let command = format!("aws sso login --profile {}", crate::view::shell_word(&profile));
                self.copy(profile, command, now)
            }
            Action::Quit => vec![Effect::Quit],
        }
    }

    fn copy(&mut self, profile: String, command: String, now: Timestamp) -> Vec<Effect> {
        self.outcomes.insert(profile, Outcome::Copied { at: now });
        vec![Effect::Copy(command)]
    }

    /// At most one renewal per profile is in flight.
    fn renew(&mut self, profile: String) -> Option<Effect> {
        if self.is_renewing(&profile) {
            return None;
        }
        self.last_attempt += 1;
        let attempt = AttemptId(self.last_attempt);
        self.outcomes.insert(profile.clone(), Outcome::Renewing(attempt));
        Some(Effect::Renew { attempt, profile })
    }

    fn renew_all(&mut self, now: Timestamp) -> Vec<Effect> {
        let silent: Vec<String> = self
            .snapshot
            .watched(now)
            .into_iter()
            .filter(|session| session.renewable(now) == Renewable::Silent)
            .map(|session| session.profile.clone())
            .collect();
        silent.into_iter().filter_map(|profile| self.renew(profile)).collect()
    }

    fn finished(
        &mut self,
        attempt: AttemptId,
        profile: String,
        result: Result<(), Problem>,
        now: Timestamp,
    ) -> Vec<Effect> {
        if self.outcomes.get(&profile) != Some(&Outcome::Renewing(attempt)) {
            return Vec::new();
        }
        let outcome = match result {
            Ok(()) => Outcome::Renewed { at: now },
            Err(problem) if problem.code == Code::NeedsMfa => {
                // The line itself says so from the next reading on.
                self.outcomes.remove(&profile);
                return vec![Effect::Read];
            }
            Err(problem) => Outcome::Failed(problem),
        };
        self.outcomes.insert(profile, outcome);
        vec![Effect::Read]
    }

    /// "renewed" and "command copied" are shown for a minute.
    fn forget_shown(&mut self, now: Timestamp) {
        self.outcomes.retain(|_, outcome| match outcome {
            Outcome::Renewed { at } | Outcome::Copied { at } => now - *at < SUCCESS_SHOWN && *at <= now,
            Outcome::Renewing(_) | Outcome::Failed(_) => true,
        });
    }

    pub(crate) fn is_renewing(&self, profile: &str) -> bool {
        matches!(self.outcomes.get(profile), Some(Outcome::Renewing(_)))
    }

    pub(crate) fn shown_until(&self, session: &Session) -> Option<Timestamp> {
        match self.outcomes.get(&session.profile) {
            Some(Outcome::Renewed { at } | Outcome::Copied { at }) => Some(*at + SUCCESS_SHOWN),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
