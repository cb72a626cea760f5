//! What a click means.

use chrono::TimeDelta;

use super::leave::Place;
use super::{Effect, Outcome, State};
use crate::Timestamp;
use crate::export::{credential_process_line, profile_line};
use crate::memory::Pause;
use crate::session::Renewable;
use crate::tray::{Action, CopyWhat, PauseFor, most_urgent};
use crate::view::shell_word;
use crate::view::window::WindowMessage;

impl State {
    pub(super) fn clicked(&mut self, action: Action, now: Timestamp) -> Vec<Effect> {
        match action {
            Action::Renew { profile } if self.needs_code(&profile, now) => self.ask(profile, now),
            Action::Renew { profile } => self.renew(profile, false).into_iter().collect(),
            Action::RenewThese { profiles } => self.renew_these(profiles, now),
            Action::RenewAll => self.renew_all(now),
            Action::CopySignInCommand { profile } => {
                let command = format!("aws sso login --profile {}", shell_word(&profile));
                self.copy(profile, command, now)
            }
            Action::Copy { profile, what } => vec![Effect::Copy(self.text_to_copy(&profile, what))],
            Action::CopyKeys { profile, shell } => vec![Effect::CopyKeys { profile, shell }],
            Action::OpenWindow => vec![self.open()],
            Action::Diagnose { profile } => {
                let profile = profile.or_else(|| most_urgent(self, now));
                self.open_for(WindowMessage::Diagnose { profile })
            }
            Action::ChooseProfiles => self.open_for(WindowMessage::Choose),
            Action::PasteKeys { profile } => {
                let profile = self.keys_stand_in(&profile).unwrap_or(profile);
                self.open_for(WindowMessage::PasteKeys { profile })
            }
            Action::CleanCaches => vec![Effect::CleanCaches],
            Action::Pause { until } => {
                self.memory.paused = Some(match until {
                    PauseFor::Hour => Pause::Until(now + TimeDelta::hours(1)),
                    PauseFor::Tomorrow => Pause::Until((self.fixed.tomorrow)(now)),
                    PauseFor::Resumed => Pause::UntilResumed,
                });
                Vec::new()
            }
            Action::Resume => {
                self.memory.paused = None;
                Vec::new()
            }
            Action::Snooze { profiles } => self.snooze(&profiles, now),
            // With the demo's home everything that could be written goes.
            Action::Quit if self.fixed.demo => vec![Effect::Quit],
            Action::Quit => self.leave(Place::Application),
        }
    }

    /// The profile that holds the keys on which another one leans.
    fn keys_stand_in(&self, profile: &str) -> Option<String> {
        self.snapshot.session(profile)?.hand_made_keys()?.profile.clone()
    }

    fn open(&self) -> Effect {
        Effect::OpenWindow { theme: self.snapshot.settings.theme }
    }

    /// Opens the window on an errand.
    fn open_for(&mut self, errand: WindowMessage) -> Vec<Effect> {
        self.told.send(errand);
        vec![self.open()]
    }

    /// Of several that take a code, the prompt asks for the first; those of its device are chosen there.
    fn renew_these(&mut self, profiles: Vec<String>, now: Timestamp) -> Vec<Effect> {
        let (asked, silent): (Vec<_>, Vec<_>) =
            profiles.into_iter().partition(|profile| self.needs_code(profile, now));
        let mut effects: Vec<Effect> =
            silent.into_iter().filter_map(|profile| self.renew(profile, false)).collect();
        effects.extend(asked.into_iter().next().into_iter().flat_map(|profile| self.ask(profile, now)));
        effects
    }

    fn needs_code(&self, profile: &str, now: Timestamp) -> bool {
        self.snapshot.session(profile).is_some_and(|session| session.renewable(now) == Renewable::Mfa)
    }

    fn copy(&mut self, profile: String, command: String, now: Timestamp) -> Vec<Effect> {
        self.outcomes.insert(profile, Outcome::Copied { at: now });
        vec![Effect::Copy(command)]
    }

    fn text_to_copy(&self, profile: &str, what: CopyWhat) -> String {
        match what {
            CopyWhat::Name => profile.to_owned(),
            CopyWhat::RenewCommand => format!("{} renew {}", self.fixed.in_terminal, shell_word(profile)),
            CopyWhat::Export => profile_line(self.fixed.shell, profile),
            CopyWhat::Argument => format!("--profile {}", shell_word(profile)),
            CopyWhat::CredentialProcess => credential_process_line(&self.fixed.sandglass, profile),
        }
    }

    fn renew_all(&mut self, now: Timestamp) -> Vec<Effect> {
        let silent: Vec<String> = self
            .snapshot
            .watched(now)
            .into_iter()
            .filter(|session| session.renewable(now) == Renewable::Silent)
            .map(|session| session.profile.clone())
            .collect();
        silent.into_iter().filter_map(|profile| self.renew(profile, false)).collect()
    }
}
