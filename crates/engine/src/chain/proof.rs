//! Proves for a role that a person has its MFA device: with a session that a code made and that is kept, with a code of
//! a program, or with one of a person.

use std::time::Duration;

use sandglass_core::masked::shown_value;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::refusal::Meaning;
use sandglass_core::resolve::StaticKeys;
use sandglass_core::session::Needs;
use sandglass_core::source::{Located, RoleSource, Source};

use super::{Chain, Signer, Stopped, Witness};
use crate::backoff::Backoff;
use crate::lock::{self, Lock};
use crate::mfa::{MfaStore, UsedCodes, program};
use crate::prompt::{MfaAnswer, MfaCode, MfaRequest};
use crate::refused::Refused;
use crate::sources::{Obtained, UserSession};

/// The time limit of a program that prints a code. It may wait for a touch of the device.
const PROGRAM: Duration = Duration::from_secs(30);

/// Proof that somebody has the MFA device.
pub(super) enum Proof {
    /// Sent with the call.
    Code(MfaCode),
    /// Signs the call; it was made with a code now.
    Made(StaticKeys),
    /// Signs the call; it was made earlier, and nobody was asked for anything.
    Kept(StaticKeys),
}

impl Proof {
    /// The session that signs.
    pub(super) fn session(&self) -> Option<&StaticKeys> {
        match self {
            Self::Code(_) => None,
            Self::Made(keys) | Self::Kept(keys) => Some(keys),
        }
    }

    /// The code that is sent.
    pub(super) fn code(&self) -> Option<&MfaCode> {
        match self {
            Self::Code(code) => Some(code),
            Self::Made(_) | Self::Kept(_) => None,
        }
    }
}

impl<W: Witness> Chain<'_, W> {
    /// Gets the proof for a role, if it names a device.
    pub(super) async fn proof(
        &mut self,
        role: &RoleSource,
        signer: Option<&Signer>,
    ) -> Result<Option<Proof>, Refused> {
        let (Some(serial), Some(needs)) = (&role.mfa_serial, Needs::code(role)) else { return Ok(None) };
        if self.keeps() {
            if let Some(keys) = self.kept(role) {
                return Ok(Some(Proof::Kept(keys)));
            }
            if let Some(code) = self.prompt.given_code() {
                return Box::pin(self.proven(role, serial, signer, code)).await.map(Some);
            }
            if let Some(command) = &role.mfa_process {
                return Box::pin(self.of_program(role, serial, command, signer)).await.map(Some);
            }
        }
        // Whoever looks on uses no code, and wants to know whether there would be one.
        if let (false, Some(command)) = (self.keeps(), &role.mfa_process) {
            let limit = self.context.program_limit.min(PROGRAM);
            drop(Box::pin(program::code(role, command, self.context.environment, limit)).await?);
        }
        let request = MfaRequest { profile: role.profile.clone(), serial: shown_value(&serial.value) };
        match self.prompt.mfa_code(request).await {
            MfaAnswer::Code(code) => Box::pin(self.proven(role, serial, signer, code)).await.map(Some),
            MfaAnswer::Session(keys) => Ok(Some(Proof::Made(keys))),
            MfaAnswer::Malformed => {
                Err(Problem::new(Code::MfaMalformed).with("serial", &serial.value).into())
            }
            MfaAnswer::Nobody => Err(Refused::Needs(needs)),
        }
    }

    fn kept(&self, role: &RoleSource) -> Option<StaticKeys> {
        MfaStore::of(self.context.environment, role)?.signing(self.context.clock.now())
    }

    /// Asks the program of a device, one process at a time: whoever waited finds the session that was made meanwhile, or
    /// waits for the next code.
    async fn of_program(
        &mut self,
        role: &RoleSource,
        serial: &Located<String>,
        command: &Located<String>,
        signer: Option<&Signer>,
    ) -> Result<Proof, Refused> {
        let (environment, clock) = (self.context.environment, self.context.clock);
        let name = UsedCodes::lock_name(serial.as_str());
        let _lock = match Lock::acquire(&environment.state_dir, &name, lock::PATIENCE).await {
            Ok(lock) => Some(lock),
            // Where nothing can be locked nothing is kept either.
            Err(error) => lock::held(&error).map_or(Ok(None), Err)?,
        };
        if let Some(keys) = self.kept(role) {
            return Ok(Proof::Kept(keys));
        }
        let mut tried_again = false;
        loop {
            UsedCodes::of(environment, serial.as_str()).wait(clock).await;
            let code = program::code(role, command, environment, PROGRAM).await?;
            match self.proven(role, serial, signer, code).await {
                // Another tool may have used that one.
                Err(Refused::ByAws(refusal)) if refusal.meaning() == Meaning::CodeRefused && !tried_again => {
                    tried_again = true;
                }
                result => return result,
            }
        }
    }

    /// Makes a session of the user with a code and keeps it, for all roles that it may sign for; where AWS makes
    /// none, or the role takes the code itself, the code is sent with the call.
    async fn proven(
        &mut self,
        role: &RoleSource,
        serial: &Located<String>,
        signer: Option<&Signer>,
        code: MfaCode,
    ) -> Result<Proof, Refused> {
        let (environment, clock) = (self.context.environment, self.context.clock);
        if !self.keeps() {
            return Ok(Proof::Code(code));
        }
        UsedCodes::of(environment, serial.as_str()).mark(clock.now());
        let store = MfaStore::of(environment, role).filter(|store| !store.is_refused(clock.now()));
        let (Some(store), Some(Signer::Keys(keys))) = (store, signer) else { return Ok(Proof::Code(code)) };
        match self.user_session(&store, serial, keys, &code).await {
            Ok(session) => {
                store.keep(&session);
                self.prompt.made_session(&session.keys);
                Ok(Proof::Made(session.keys))
            }
            // That the user may make no session says nothing of the role.
            Err(Refused::ByAws(refusal)) if matches!(refusal.meaning(), Meaning::Denied | Meaning::Other) => {
                Ok(Proof::Code(code))
            }
            Err(refused) => Err(refused),
        }
    }

    async fn user_session(
        &self,
        store: &MfaStore<'_>,
        serial: &Located<String>,
        keys: &StaticKeys,
        code: &MfaCode,
    ) -> Result<UserSession, Refused> {
        let mut backoff = Backoff::default();
        loop {
            let made = self.context.sts.session_token(keys, serial.as_str(), code, store.lasts()).await;
            match made {
                Ok(session) => return Ok(session),
                Err(refused) => backoff.pause(self.context.clock, refused).await?,
            }
        }
    }

    /// Asks a source with a proof. A kept session that AWS takes no longer is forgotten, and a role that no session
    /// may assume takes a code itself: both are asked for once more.
    pub(super) async fn signed(
        &mut self,
        chain: &[&Source],
        depth: usize,
        signer: Option<Signer>,
        proof: Option<Proof>,
    ) -> Result<Obtained, Stopped> {
        let first = self.signed_with(chain, depth, signer.clone(), proof.as_ref()).await;
        let (Source::Role(role), Some(proof), Err(stopped)) = (chain[depth], proof, &first) else {
            return first;
        };
        let (Some(store), Refused::ByAws(refusal)) =
            (MfaStore::of(self.context.environment, role), &stopped.refused)
        else {
            return first;
        };
        match (proof, refusal.meaning()) {
            (Proof::Kept(_), Meaning::UnknownKey | Meaning::SessionOver) => store.forget(),
            (Proof::Kept(_), Meaning::Denied) => store.refuse(),
            (Proof::Made(_), Meaning::Denied) => {
                store.refuse();
                // A person typed a code only just now: what AWS says is the answer.
                if role.mfa_process.is_none() {
                    return first;
                }
            }
            _ => return first,
        }
        let again = Box::pin(self.proof(role, signer.as_ref()))
            .await
            .map_err(|refused| Stopped { refused, depth })?;
        self.signed_with(chain, depth, signer, again.as_ref()).await
    }
}
