//! Sign-ins that somebody asked for. One serves every profile behind it, and there is one at a time for each.

use aws_files::cache::CacheKey;
use sandglass_core::Timestamp;
use sandglass_core::problem::Problem;

use super::{Effect, State};
use crate::facts::{AttemptId, Hold, Outcome, SignInPage, SigningIn, StartedBy};

impl State {
    /// Begins one, unless it is on its way. A profile that only the AWS CLI signs in gets the command for that.
    pub(super) fn sign_in(&mut self, profile: String, by: StartedBy, now: Timestamp) -> Vec<Effect> {
        let Some(session) = self.facts.snapshot.session(&profile) else { return Vec::new() };
        let Some(sign_in) = session.sso_sign_in() else { return self.copy_sign_in_command(profile, now) };
        let key = sign_in.token_key();
        if self.signed_in.contains(&key) {
            return self.renew(profile, by).into_iter().collect();
        }
        if self.facts.signing_in.contains_key(&key) {
            return Vec::new();
        }
        self.last_attempt += 1;
        let attempt = AttemptId(self.last_attempt);
        self.facts.outcomes.remove(&profile);
        let name = sign_in.name();
        let begun = SigningIn { attempt, profile: profile.clone(), name, by, page: None };
        self.facts.signing_in.insert(key, begun);
        vec![Effect::SignIn { attempt, profile }]
    }

    /// A person is waited for at a browser.
    pub(super) fn sign_in_waits(&mut self, attempt: AttemptId, page: SignInPage) {
        if let Some(key) = self.sign_in_of(attempt)
            && let Some(begun) = self.facts.signing_in.get_mut(&key)
        {
            begun.page = Some(page);
        }
    }

    /// It is over: the profile that was clicked gets its session, the others follow with the next reading.
    pub(super) fn sign_in_finished(
        &mut self,
        attempt: AttemptId,
        result: Result<(), Problem>,
        now: Timestamp,
    ) -> Vec<Effect> {
        let Some(key) = self.sign_in_of(attempt) else { return Vec::new() };
        let Some(SigningIn { profile, by, .. }) = self.facts.signing_in.remove(&key) else {
            return Vec::new();
        };
        let mut effects = vec![Effect::Read];
        match result {
            Ok(()) => {
                self.signed_in.insert(key);
                effects.extend(self.renew(profile, by));
            }
            Err(problem) => {
                if let Some(hold) = Hold::for_failure(&problem, now) {
                    self.hold_for(hold);
                }
                self.facts.outcomes.insert(profile, Outcome::failed(problem, by, now));
            }
        }
        effects
    }

    /// Gives it up. What it says afterwards is about nothing any more.
    pub(super) fn cancel_sign_in(&mut self, profile: &str) -> Vec<Effect> {
        let Some((key, begun)) = self.facts.signing_in_of(profile) else { return Vec::new() };
        let attempt = begun.attempt;
        self.facts.signing_in.remove(&key);
        vec![Effect::CancelSignIn { attempt }]
    }

    /// Copies the address of the page, for another browser.
    pub(super) fn copy_sign_in_link(&self, profile: &str) -> Vec<Effect> {
        let found = self.facts.signing_in_of(profile).and_then(|(_, begun)| begun.page.as_ref());
        found.map(|page| Effect::Copy(page.link.clone())).into_iter().collect()
    }

    fn sign_in_of(&self, attempt: AttemptId) -> Option<CacheKey> {
        let mut all = self.facts.signing_in.iter();
        all.find_map(|(key, begun)| (begun.attempt == attempt).then(|| key.clone()))
    }
}
