//! What a click means.

use chrono::TimeDelta;

use super::{Effect, Outcome, State};
use crate::Timestamp;
use crate::export::{credential_process_line, profile_line};
use crate::memory::Pause;
use crate::session::Renewable;
use crate::tray::{Action, CopyWhat, PauseFor};
use crate::view::shell_word;

impl State {
    pub(super) fn clicked(&mut self, action: Action, now: Timestamp) -> Vec<Effect> {
        match action {
            Action::Renew { profile } => self.renew(profile, false).into_iter().collect(),
            Action::RenewThese { profiles } => {
                profiles.into_iter().filter_map(|profile| self.renew(profile, false)).collect()
            }
            Action::RenewAll => self.renew_all(now),
            Action::CopyRenewCommand { profile } => {
                let command = format!("{} renew {}", self.in_terminal, shell_word(&profile));
                self.copy(profile, command, now)
            }
            Action::CopySignInCommand { profile } => {
                let command = format!("aws sso login --profile {}", shell_word(&profile));
                self.copy(profile, command, now)
            }
            Action::Copy { profile, what } => vec![Effect::Copy(self.text_to_copy(&profile, what))],
            Action::CleanCaches => vec![Effect::CleanCaches],
            Action::Pause { until } => {
                self.memory.paused = Some(match until {
                    PauseFor::Hour => Pause::Until(now + TimeDelta::hours(1)),
                    PauseFor::Tomorrow => Pause::Until((self.tomorrow)(now)),
                    PauseFor::Resumed => Pause::UntilResumed,
                });
                Vec::new()
            }
            Action::Resume => {
                self.memory.paused = None;
                Vec::new()
            }
            Action::Snooze { profiles } => self.snooze(&profiles, now),
            Action::Quit => vec![Effect::Quit],
        }
    }

    fn copy(&mut self, profile: String, command: String, now: Timestamp) -> Vec<Effect> {
        self.outcomes.insert(profile, Outcome::Copied { at: now });
        vec![Effect::Copy(command)]
    }

    fn text_to_copy(&self, profile: &str, what: CopyWhat) -> String {
        match what {
            CopyWhat::Export => profile_line(self.shell, profile),
            CopyWhat::Argument => format!("--profile {}", shell_word(profile)),
            CopyWhat::CredentialProcess => credential_process_line(&self.sandglass, profile),
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
