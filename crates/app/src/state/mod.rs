//! The state machine of the desktop: takes events and returns effects. The actor is the one owner of a `State`.

mod begun;
mod cleaned;
mod clicks;
mod effect;
mod leave;
mod notify;
mod preferences;
mod prompt;
mod reading;
mod renewals;
mod sign_in;
mod silent;
mod startup;
mod switcher;
mod tell;
mod wakeup;

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Facts, KeyState, Outcome, SignInPage, SilentRenewals, StartedBy, StartupConfig};
use crate::notices::{Notices, SlotId};
use crate::tray::{Action, TrayView};
use aws_files::cache::CacheKey;
use sandglass_core::Timestamp;
use sandglass_core::cache::PutBack;
use sandglass_core::known::Known;
use sandglass_core::problem::Problem;
use sandglass_core::snapshot::Snapshot;

pub use crate::facts::AttemptId;
pub use effect::Effect;
pub use leave::Leaving;
pub use startup::StartupContext;
pub use switcher::{SwitcherEffect, SwitcherEvent};
pub use wakeup::WakeReason;

/// One asking for a code. That the prompt of an older one is gone means nothing to a newer one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PromptId(u64);

/// Something happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// The files or caches were read.
    Read(Box<Snapshot>),
    /// A menu entry or the button of a notification was clicked.
    Clicked(Action),
    /// The same was asked for in the window, which shows what comes of it.
    ClickedInWindow(Action),
    /// A renewal ended.
    RenewalFinished {
        /// The number its effect carried.
        attempt: AttemptId,
        /// The profile.
        profile: String,
        /// The session's expiry, if it has one; or the reason why there is no session. The next reading confirms it.
        result: Result<Option<Timestamp>, Problem>,
    },
    /// A sign-in waits for a person at a browser.
    SignInWaits {
        /// The number its effect carried.
        attempt: AttemptId,
        /// The page on which it is allowed.
        page: SignInPage,
    },
    /// A sign-in ended.
    SignInFinished {
        /// The number its effect carried.
        attempt: AttemptId,
        /// The reason why nobody is signed in, if nobody is.
        result: Result<(), Problem>,
    },
    /// An MFA code was typed into the prompt; the sender keeps it until it is asked to renew.
    CodeGiven {
        /// Profiles of the same device to renew with it.
        also: Vec<String>,
    },
    /// A prompt is gone.
    PromptGone(PromptId),
    /// The user wants the prompt closed and no code asked for.
    PromptCancelled,
    /// The prompt is there and shows nothing yet.
    PromptAsks,
    /// Keys could not be copied.
    NotCopied {
        /// The profile.
        profile: String,
        /// The reason.
        problem: Problem,
    },
    /// A click in the tray cleaned the caches.
    CachesCleaned {
        /// The number of removed files.
        count: usize,
        /// The number of the cleaning, if it can be undone.
        cleaning: Option<u32>,
        /// The reason why the first of the remaining files could not be removed.
        failure: Option<Problem>,
    },
    /// The result of putting cleaned files back.
    CachesPutBack(Result<PutBack, Problem>),
    /// Files may have changed by our own doing.
    FilesChanged,
    /// The user wants to see what a notification looks like.
    TestNotification,
    /// Put a text on the clipboard. Never a secret.
    CopyText(String),
    /// A profile was selected in the window: it is selected when that opens again.
    Selected(String),
    /// The user does not want to choose the watched profiles now: the window asks no more in this run.
    ChooseLater,
    /// A window is there and shows nothing yet.
    WindowAsks,
    /// The window is gone.
    WindowGone,
    /// The window or the application is to be left.
    Leaving(Leaving),
    /// Something about the quick switcher.
    Switcher(SwitcherEvent),
    /// Programs were refused credentials that need a human.
    Wanted(Vec<String>),
    /// The user put a notification away.
    NoticeDismissed {
        /// The slot.
        slot: SlotId,
    },
    /// A tray host shows the icon, or none does. Sent when it comes, and once when none came for a while.
    TrayHost {
        /// True if there is one.
        there: bool,
    },
    /// The system does or does not report changes to files.
    Watching {
        /// True if it does.
        works: bool,
    },
    /// The time asked for with `next_wakeup` has come.
    WokeUp,
    /// The machine slept and is awake again.
    Resumed,
}

/// The machine: it owns what is known, and remembers what it asked for and told.
pub struct State {
    pub(crate) facts: Facts,
    asking: Option<prompt::OpenPrompt>,
    /// The sign-ins made since the last reading, which does not tell of them yet.
    signed_in: BTreeSet<CacheKey>,
    last_prompt: PromptId,
    last_sent: tell::LastSent,
    unwritten: leave::UnsavedEdits,
    switcher: switcher::Switcher,
    /// The last value that the shell was told.
    starts_at_login: Option<bool>,
    notices: Notices,
    /// The last value that other processes were told.
    known: Known,
    /// Since when renewals run.
    begun: begun::RunningSince,
    last_attempt: u64,
    has_read: bool,
}

impl State {
    /// Nothing read yet.
    pub fn new(startup_context: StartupContext) -> Self {
        let StartupContext {
            paths,
            text,
            memory,
            shell,
            sandglass,
            in_terminal,
            tomorrow,
            time_locale,
            demo,
            has_demo,
            written,
        } = startup_context;
        let system_language = text.language();
        Self {
            facts: Facts {
                config: StartupConfig {
                    shell,
                    sandglass,
                    in_terminal,
                    demo,
                    has_demo,
                    written,
                    tomorrow,
                    time_locale,
                    system_language,
                },
                snapshot: Snapshot::empty(paths),
                outcomes: BTreeMap::new(),
                signing_in: BTreeMap::new(),
                text,
                memory,
                hold: None,
                has_tray: true,
                watches: true,
                silent: SilentRenewals::default(),
                wanted: BTreeMap::new(),
                switcher_key: KeyState::default(),
                chooses_later: false,
            },
            asking: None,
            signed_in: BTreeSet::new(),
            last_prompt: PromptId::default(),
            last_sent: tell::LastSent::default(),
            unwritten: leave::UnsavedEdits::default(),
            switcher: switcher::Switcher::default(),
            starts_at_login: None,
            notices: Notices::default(),
            known: Known::default(),
            begun: begun::RunningSince::default(),
            last_attempt: 0,
            has_read: false,
        }
    }

    /// Takes an event in, says what to do.
    pub fn apply(&mut self, event: Event, now: Timestamp) -> Vec<Effect> {
        let remembered = self.facts.memory.clone();
        let mut effects = match event {
            Event::Read(snapshot) => self.read(*snapshot, now),
            Event::Clicked(action) => self.clicked(action, StartedBy::Menu, now),
            Event::ClickedInWindow(action) => self.clicked(action, StartedBy::Window, now),
            Event::RenewalFinished { attempt, profile, result } => {
                self.finished(attempt, profile, result, now)
            }
            Event::SignInWaits { attempt, page } => {
                self.sign_in_waits(attempt, page);
                Vec::new()
            }
            Event::SignInFinished { attempt, result } => self.sign_in_finished(attempt, result, now),
            Event::Wanted(profiles) => {
                self.wanted(&profiles, now);
                Vec::new()
            }
            Event::NoticeDismissed { slot } => {
                self.notices.dismissed(slot);
                Vec::new()
            }
            Event::TrayHost { there } => {
                let told = std::mem::replace(&mut self.facts.has_tray, there);
                if there || !told { Vec::new() } else { vec![Effect::Notify(self.no_tray_host())] }
            }
            Event::CodeGiven { also } => self.code_given(&also, now),
            Event::PromptGone(prompt) => {
                self.prompt_gone(prompt);
                Vec::new()
            }
            Event::PromptCancelled => self.cancel_prompt(),
            Event::PromptAsks => {
                self.last_sent.prompt_asks();
                Vec::new()
            }
            Event::NotCopied { profile, problem } => {
                self.facts.outcomes.insert(profile, Outcome::failed(problem, StartedBy::Window, now));
                Vec::new()
            }
            Event::FilesChanged => vec![Effect::Read],
            Event::CachesCleaned { count, cleaning, failure } => {
                self.caches_cleaned(count, cleaning, failure.as_ref())
            }
            Event::CachesPutBack(answer) => self.caches_put_back(&answer),
            Event::TestNotification => vec![Effect::Notify(self.test_notice())],
            Event::CopyText(text) => vec![Effect::Copy(text)],
            Event::Selected(profile) => {
                self.facts.memory.selected = Some(profile);
                Vec::new()
            }
            Event::ChooseLater => {
                self.facts.chooses_later = true;
                Vec::new()
            }
            Event::WindowAsks => {
                self.last_sent.window_asks();
                self.nothing_unwritten();
                Vec::new()
            }
            Event::WindowGone => {
                self.last_sent.window_gone();
                self.nothing_unwritten();
                Vec::new()
            }
            Event::Switcher(event) => self.switcher_event(event),
            Event::Leaving(leaving) => self.leaving(leaving),
            Event::Watching { works } => {
                self.facts.watches = works;
                Vec::new()
            }
            Event::WokeUp => Vec::new(),
            Event::Resumed => {
                self.stop_waiting(now);
                Vec::new()
            }
        };
        effects.extend(self.drop_stuck(now));
        self.forget_passed(now);
        effects.extend(self.renew_due(now));
        self.note_begun(now);
        effects.extend(self.notify_due(now));
        effects.extend(self.tell_others(now));
        if self.facts.memory != remembered {
            effects.push(Effect::Remember(self.facts.memory.clone()));
        }
        effects.extend(self.tell(now));
        effects
    }

    /// The tray as it should look at `now`.
    pub fn tray(&self, now: Timestamp) -> TrayView {
        crate::tray::view(&self.facts, now)
    }

    /// Returns when to send `Event::WokeUp`; none if nothing changes with time.
    pub fn next_wakeup(&self, now: Timestamp) -> Option<(Timestamp, WakeReason)> {
        wakeup::next(self, now)
    }
}

#[cfg(test)]
mod answer_tests;
#[cfg(test)]
mod cleaned_tests;
#[cfg(test)]
mod errand_tests;
#[cfg(test)]
mod event_tests;
#[cfg(test)]
mod left_alone_tests;
#[cfg(test)]
mod needs_tests;
#[cfg(test)]
mod one_fact_tests;
#[cfg(test)]
mod sign_in_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod window_tests;
