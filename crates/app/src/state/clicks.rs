//! Handles clicks.

use chrono::TimeDelta;

use super::leave::LeaveTarget;
use super::{Effect, State};
use crate::facts::{Outcome, StartedBy};
use crate::tray::{Action, CopyWhat, PauseFor, most_urgent};
use crate::window::WindowMessage;
use sandglass_core::Timestamp;
use sandglass_core::export::{argument, credential_process_line, option, profile_line};
use sandglass_core::memory::Pause;
use sandglass_core::session::{Needs, Session};

impl State {
    pub(super) fn clicked(&mut self, action: Action, by: StartedBy, now: Timestamp) -> Vec<Effect> {
        match action {
            Action::Renew { profile } if self.needs_code(&profile, now) => self.ask(profile, now),
            Action::Renew { profile } => self.renew(profile, by).into_iter().collect(),
            Action::RenewThese { profiles } => self.renew_these(profiles, by, now),
            Action::RenewAll => self.renew_all(by, now),
            Action::SignIn { profile } => self.sign_in(profile, by, now),
            Action::CancelSignIn { profile } => self.cancel_sign_in(&profile),
            Action::CopySignInLink { profile } => self.copy_sign_in_link(&profile),
            Action::CopySignInCommand { profile } => self.copy_sign_in_command(profile, now),
            Action::Copy { profile, what } => vec![Effect::Copy(self.text_to_copy(&profile, what))],
            Action::CopyKeys { profile, shell } => vec![Effect::CopyKeys { profile, shell }],
            Action::OpenWindow => vec![self.open()],
            Action::OpenSwitcher => vec![self.open_switcher()],
            Action::Diagnose { profile } => {
                let profile = profile.or_else(|| most_urgent(&self.facts, now));
                self.open_for(WindowMessage::Diagnose { profile })
            }
            // The window says what is wrong with the preferences; what else is, Diagnose tells.
            Action::ExplainProblem { number } => match self.facts.snapshot.problems.get(number) {
                Some(problem) if !problem.is_of_preferences() => {
                    self.open_for(WindowMessage::Diagnose { profile: most_urgent(&self.facts, now) })
                }
                _ => vec![self.open()],
            },
            Action::ChooseProfiles => self.open_for(WindowMessage::Choose),
            Action::PasteKeys { profile } => {
                let profile = self.keys_stand_in(&profile, now).unwrap_or(profile);
                self.open_for(WindowMessage::PasteKeys { profile })
            }
            Action::CleanCaches => vec![Effect::CleanCaches],
            Action::PutBackCaches { cleaning } => vec![Effect::PutBackCaches { cleaning }],
            Action::Pause { until } => {
                self.facts.memory.paused = Some(match until {
                    PauseFor::Hour => Pause::Until(now + TimeDelta::hours(1)),
                    PauseFor::Tomorrow => Pause::Until((self.facts.config.tomorrow)(now)),
                    PauseFor::Resumed => Pause::UntilResumed,
                });
                Vec::new()
            }
            Action::Resume => {
                self.facts.memory.paused = None;
                Vec::new()
            }
            Action::TestButton { .. } => Vec::new(),
            Action::Snooze { profiles } => self.snooze(&profiles, now),
            // With the demo's home everything that could be written goes.
            Action::Quit if self.facts.config.demo => vec![Effect::Quit],
            Action::Quit => self.leave(LeaveTarget::Application),
        }
    }

    /// The profile that holds the keys on which another one leans.
    fn keys_stand_in(&self, profile: &str, now: Timestamp) -> Option<String> {
        match self.facts.snapshot.session(profile)?.needs(now) {
            Needs::NewKeys { into, .. } => into,
            _ => None,
        }
    }

    fn open(&self) -> Effect {
        Effect::OpenWindow { theme: self.facts.snapshot.settings.theme }
    }

    /// Opens the window on an errand.
    fn open_for(&mut self, errand: WindowMessage) -> Vec<Effect> {
        self.last_sent.send(errand);
        vec![self.open()]
    }

    /// Of several that take a code, the prompt asks for the first; those of its device are chosen there.
    fn renew_these(&mut self, profiles: Vec<String>, by: StartedBy, now: Timestamp) -> Vec<Effect> {
        let (asked, silent): (Vec<_>, Vec<_>) =
            profiles.into_iter().partition(|profile| self.needs_code(profile, now));
        let mut effects: Vec<Effect> =
            silent.into_iter().filter_map(|profile| self.renew(profile, by)).collect();
        effects.extend(asked.into_iter().next().into_iter().flat_map(|profile| self.ask(profile, now)));
        effects
    }

    fn needs_code(&self, profile: &str, now: Timestamp) -> bool {
        let session = self.facts.snapshot.session(profile);
        session.is_some_and(|session| matches!(session.needs(now), Needs::Code { .. }))
    }

    pub(super) fn copy_sign_in_command(&mut self, profile: String, now: Timestamp) -> Vec<Effect> {
        let session = self.facts.snapshot.session(&profile);
        match session.and_then(Session::sign_in_command) {
            Some(command) => self.copy(profile, command, now),
            None => Vec::new(),
        }
    }

    fn copy(&mut self, profile: String, command: String, now: Timestamp) -> Vec<Effect> {
        self.facts.outcomes.insert(profile, Outcome::Copied { at: now });
        vec![Effect::Copy(command)]
    }

    fn text_to_copy(&self, profile: &str, what: CopyWhat) -> String {
        match what {
            CopyWhat::Name => profile.to_owned(),
            CopyWhat::RenewCommand => {
                format!("{} renew {}", self.facts.config.in_terminal, argument(profile))
            }
            CopyWhat::Export => profile_line(self.facts.config.shell, profile),
            CopyWhat::Argument => option("--profile", profile),
            CopyWhat::CredentialProcess => credential_process_line(&self.facts.config.sandglass, profile),
        }
    }

    /// More than a few at once are asked about in the window, wherever it was clicked.
    fn renew_all(&mut self, by: StartedBy, now: Timestamp) -> Vec<Effect> {
        let all = self.facts.renew_all_takes(now);
        if all.is_many() {
            return self.open_for(WindowMessage::RenewAll);
        }
        self.renew_these(all.profiles, by, now)
    }
}
