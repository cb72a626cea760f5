//! What happens next: events in, effects out. The desktop's actor is the one owner of a `State`.

mod clicks;
mod hold;
mod notify;
mod renewals;
mod silent;
mod wakeup;

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::TimeDelta;

use crate::Timestamp;
use crate::export::Shell;
use crate::memory::Memory;
use crate::notices::{Notice, Notices, SlotId};
use crate::paths::AwsPaths;
use crate::preferences::Settings;
use crate::problem::Problem;
use crate::session::{Reuse, Session};
use crate::snapshot::Snapshot;
use crate::text::Text;
use crate::tray::{Action, TrayView};

pub use hold::{Hold, HoldReason};
pub(crate) use renewals::Outcome;
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
    /// A menu entry or the button of a notification was clicked.
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
    /// Programs were refused credentials that need a human.
    Wanted(Vec<String>),
    /// The user put a notification away.
    NoticeDismissed {
        /// Which.
        slot: SlotId,
    },
    /// Nothing shows the icon.
    NoTrayHost,
    /// The time asked for with `next_wakeup` has come.
    WokeUp,
    /// The machine slept and is awake again.
    Resumed,
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
        /// When the session there is will do, should somebody else have renewed it.
        reuse: Reuse,
    },
    /// Remove what has run out from the AWS CLI's cache, then answer with `Event::Read`.
    CleanCaches,
    /// Put a command on the clipboard. Never a secret.
    Copy(String),
    /// Show a notification, in place of the one that has its slot.
    Notify(Notice),
    /// Take a notification away.
    CloseNotice(SlotId),
    /// Store the memory.
    Remember(Memory),
    /// End the application.
    Quit,
}

/// What the state is told once, at the start.
pub struct Surroundings {
    /// Where the AWS files are.
    pub paths: AwsPaths,
    /// The words.
    pub text: Text,
    /// What was remembered from the last run.
    pub memory: Memory,
    /// The user's shell, for what is copied.
    pub shell: Shell,
    /// The command line program, for `credential_process`.
    pub sandglass: PathBuf,
    /// How a terminal starts it: `sandglass`, and in the demo a line that brings the demo's home.
    pub in_terminal: String,
    /// Six in the morning of the day after a moment, where this machine is.
    pub tomorrow: fn(Timestamp) -> Timestamp,
    /// Whether this is the demo.
    pub demo: bool,
}

/// Everything the application knows.
pub struct State {
    pub(crate) snapshot: Snapshot,
    pub(crate) outcomes: BTreeMap<String, Outcome>,
    pub(crate) text: Text,
    pub(crate) memory: Memory,
    pub(crate) shell: Shell,
    pub(crate) sandglass: PathBuf,
    pub(crate) in_terminal: String,
    pub(crate) demo: bool,
    pub(crate) hold: Option<Hold>,
    tomorrow: fn(Timestamp) -> Timestamp,
    silent: silent::Silent,
    notices: Notices,
    /// Profiles whose credentials a program was refused, and when.
    wanted: BTreeMap<String, Timestamp>,
    last_attempt: u64,
    has_read: bool,
}

impl State {
    /// Nothing read yet.
    pub fn new(surroundings: Surroundings) -> Self {
        let Surroundings { paths, text, memory, shell, sandglass, in_terminal, tomorrow, demo } =
            surroundings;
        let snapshot = Snapshot {
            paths,
            sessions: Vec::new(),
            caches: Vec::new(),
            problems: Vec::new(),
            settings: Settings::default(),
        };
        Self {
            snapshot,
            outcomes: BTreeMap::new(),
            text,
            memory,
            shell,
            sandglass,
            in_terminal,
            demo,
            hold: None,
            tomorrow,
            silent: silent::Silent::default(),
            notices: Notices::default(),
            wanted: BTreeMap::new(),
            last_attempt: 0,
            has_read: false,
        }
    }

    /// Takes an event in, says what to do.
    pub fn apply(&mut self, event: Event, now: Timestamp) -> Vec<Effect> {
        let remembered = self.memory.clone();
        let mut effects = match event {
            Event::Read(snapshot) => self.read(*snapshot, now),
            Event::Clicked(action) => self.clicked(action, now),
            Event::RenewalFinished { attempt, profile, result } => {
                self.finished(attempt, profile, result, now)
            }
            Event::Wanted(profiles) => {
                self.wanted(&profiles, now);
                Vec::new()
            }
            Event::NoticeDismissed { slot } => {
                self.notices.dismissed(slot);
                Vec::new()
            }
            Event::NoTrayHost => vec![Effect::Notify(self.no_tray_host())],
            Event::WokeUp => Vec::new(),
            Event::Resumed => {
                self.stop_waiting(now);
                Vec::new()
            }
        };
        self.forget_passed(now);
        effects.extend(self.renew_due(now));
        effects.extend(self.notify_due(now));
        if self.memory != remembered {
            effects.push(Effect::Remember(self.memory.clone()));
        }
        effects
    }

    /// The tray as it should look at `now`.
    pub fn tray(&self, now: Timestamp) -> TrayView {
        crate::tray::view(self, now)
    }

    /// When to send `Event::WokeUp`, unless nothing changes with time.
    pub fn next_wakeup(&self, now: Timestamp) -> Option<(Timestamp, Reason)> {
        wakeup::next(self, now)
    }

    fn read(&mut self, snapshot: Snapshot, now: Timestamp) -> Vec<Effect> {
        for session in &snapshot.sessions {
            let Some(old) = self.snapshot.session(&session.profile) else { continue };
            if old.expires != session.expires
                && matches!(self.outcomes.get(&session.profile), Some(Outcome::Failed(_)))
            {
                self.outcomes.remove(&session.profile);
            }
            if old != session {
                // What kept it from being renewed may be mended.
                self.silent.forget(&session.profile);
            }
        }
        self.outcomes.retain(|profile, outcome| {
            matches!(outcome, Outcome::Renewing { .. }) || snapshot.session(profile).is_some()
        });
        self.snapshot = snapshot;
        if !std::mem::replace(&mut self.has_read, true) {
            self.pass_over_old_deadlines(now);
        }
        Vec::new()
    }

    /// What was shown for a minute, a pause and a snooze that are over.
    fn forget_passed(&mut self, now: Timestamp) {
        self.outcomes.retain(|_, outcome| match outcome {
            Outcome::Renewed { at } | Outcome::Copied { at } => now - *at < SUCCESS_SHOWN && *at <= now,
            Outcome::Renewing { .. } | Outcome::Failed(_) => true,
        });
        if !self.memory.is_paused(now) {
            self.memory.paused = None;
        }
        self.memory.snoozed.retain(|_, end| now < *end);
    }

    pub(crate) fn shown_until(&self, session: &Session) -> Option<Timestamp> {
        match self.outcomes.get(&session.profile) {
            Some(Outcome::Renewed { at } | Outcome::Copied { at }) => Some(*at + SUCCESS_SHOWN),
            _ => None,
        }
    }
}

#[cfg(test)]
mod left_alone_tests;
#[cfg(test)]
mod tests;
