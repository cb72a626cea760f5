//! The prompt for an MFA code: the profile it is for, and the result of the last code.

use super::{AttemptId, Effect, PromptId, StartedBy, State};
use crate::tray::visible_name;
use crate::window::{PromptView, SameDevice, problem_text};
use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::session::{Link, Needs, Session};

/// Somebody is asked for a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OpenPrompt {
    profile: String,
    /// The renewal that tries a code.
    trying: Option<AttemptId>,
    refusal: Option<Problem>,
}

impl State {
    /// Opens the prompt for a profile. While a code is being tried for another one, that one stays.
    pub(super) fn ask(&mut self, profile: String, now: Timestamp) -> Vec<Effect> {
        if self.asking.as_ref().is_none_or(|asking| asking.trying.is_none() && asking.profile != profile) {
            self.asking = Some(OpenPrompt { profile, trying: None, refusal: None });
        }
        let profile = self.asking.as_ref().map_or("", |asking| asking.profile.as_str());
        let title = self.facts.text.say_with("tray-prompt-title", &[("profile", &visible_name(profile))]);
        let beside = self.same_device(profile, now).len();
        self.last_prompt = PromptId(self.last_prompt.0 + 1);
        vec![Effect::OpenPrompt {
            id: self.last_prompt,
            title,
            beside,
            theme: self.facts.snapshot.settings.theme,
        }]
    }

    /// A code was typed; whoever performs the effects keeps it. It is good for the profile that was
    /// asked for, and for those chosen beside it.
    pub(super) fn code_given(&mut self, also: &[String], now: Timestamp) -> Vec<Effect> {
        if self.asking.is_none() {
            // Nobody waits for it: a prompt that stayed would answer nothing for ever.
            return vec![Effect::ClosePrompt];
        }
        let Some(asking) = self.asking.clone().filter(|asking| asking.trying.is_none()) else {
            return Vec::new();
        };
        let beside: Vec<String> = self
            .same_device(&asking.profile, now)
            .into_iter()
            .map(|session| session.profile.clone())
            .filter(|profile| also.contains(profile))
            .collect();
        let mut attempts = Vec::new();
        for profile in std::iter::once(asking.profile.clone()).chain(beside) {
            if let Some(attempt) = self.begin(profile.clone(), StartedBy::Window) {
                attempts.push((attempt, profile));
            }
        }
        let trying = attempts.first().map(|(attempt, _)| *attempt);
        self.asking = Some(OpenPrompt { trying, refusal: None, ..asking });
        if attempts.is_empty() { Vec::new() } else { vec![Effect::RenewWithCode { attempts }] }
    }

    /// A prompt is gone. Somebody may have been asked anew while it went.
    pub(super) fn prompt_gone(&mut self, prompt: PromptId) {
        if prompt == self.last_prompt {
            self.asking = None;
        }
    }

    /// Closes the prompt and asks for no code any more.
    pub(super) fn cancel_prompt(&mut self) -> Vec<Effect> {
        self.asking = None;
        vec![Effect::ClosePrompt]
    }

    /// Updates the prompt after the end of a renewal.
    pub(super) fn prompt_heard(&mut self, attempt: AttemptId, result: Result<(), &Problem>) -> Vec<Effect> {
        let Some(asking) = self.asking.as_mut().filter(|asking| asking.trying == Some(attempt)) else {
            return Vec::new();
        };
        asking.trying = None;
        match result {
            Ok(()) => {
                self.asking = None;
                vec![Effect::ClosePrompt]
            }
            Err(problem) => {
                asking.refusal = Some(problem.clone());
                Vec::new()
            }
        }
    }

    /// True if the prompt itself says why a renewal failed: of those renewed beside it, too.
    pub(super) fn is_said_in_prompt(&self, problem: &Problem) -> bool {
        matches!(problem.code, Code::MfaRefused | Code::MfaMalformed) && self.asking.is_some()
    }

    pub(super) fn asks_for_a_code(&self) -> bool {
        self.asking.is_some()
    }

    /// Returns the prompt's content while it is open.
    pub fn prompt(&self, now: Timestamp) -> Option<PromptView> {
        let asking = self.asking.as_ref()?;
        let session = self.facts.snapshot.session(&asking.profile)?;
        let settings = &self.facts.snapshot.settings;
        let own = session.renewal_chain().first();
        let same_device = self.same_device(&asking.profile, now).into_iter().map(|session| SameDevice {
            profile: session.profile.clone(),
            label: settings.label(&session.profile).cloned(),
        });
        Some(PromptView {
            profile: asking.profile.clone(),
            account: session.account_id.clone(),
            role: own.and_then(|link| link.role_name.clone()),
            via: session.renewal_chain().get(1).and_then(|link| link.profile.clone()),
            serial: device(session)?.mfa_serial.clone()?,
            label: settings.label(&asking.profile).cloned(),
            same_device: same_device.collect(),
            busy: asking.trying.is_some(),
            refusal: asking
                .refusal
                .as_ref()
                .map(|problem| problem_text(problem, &self.facts.text, &self.facts.snapshot.paths)),
            language: self.facts.text.language().as_str(),
        })
    }

    /// Watched profiles whose code comes from the same device and whose call is signed by the same keys:
    /// one code makes a session that signs for all of them. A role that takes the code itself shares it with none.
    fn same_device(&self, profile: &str, now: Timestamp) -> Vec<&Session> {
        let Some(asked) = self.facts.snapshot.session(profile) else { return Vec::new() };
        let Some(wanted) = asked.shared_code() else { return Vec::new() };
        let waits = |session: &&Session| {
            session.profile != profile
                && matches!(session.needs(now), Needs::Code { .. })
                && session.shared_code().as_ref() == Some(&wanted)
        };
        self.facts.snapshot.watched(now).into_iter().filter(waits).collect()
    }
}

/// The link of a chain that asks for the code.
fn device(session: &Session) -> Option<&Link> {
    session.renewal_chain().iter().find(|link| link.mfa_serial.is_some())
}
