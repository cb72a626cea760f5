//! From the base of a chain up to the profile: each role's session signs the next call.

use std::time::Duration;

use aws_files::Profiles;
use aws_files::cache::CliCacheEntry;
use sandglass_core::Timestamp;
use sandglass_core::export::argument;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::{KeysSource, RoleSource, Source, StaticKeys, static_keys};
use sandglass_core::session::{CLI_REUSE, Reuse};

use super::backoff::Backoff;
use super::request::Request;
use super::store::{Held, Store};
use super::sts::{Client, NewSession};
use super::{check, refusal};
use crate::cache::{CliCache, signing_keys};
use crate::lock::{self, Lock};
use crate::prompt::{Answer, MfaCode, MfaRequest, Prompt};
use crate::{Clock, Environment};

/// What one renewal works with.
pub(super) struct Chain<'a> {
    pub(super) environment: &'a Environment,
    pub(super) profile: &'a str,
    pub(super) profiles: &'a Profiles,
    pub(super) cache: &'a CliCache,
    pub(super) client: &'a Client,
    pub(super) prompt: &'a mut dyn Prompt,
    pub(super) clock: &'a dyn Clock,
    /// Where the profile's own session is kept. Those below it are in the cache.
    pub(super) store: Store<'a>,
    /// When the profile's own session is good enough, should somebody else renew it meanwhile.
    pub(super) reuse: Reuse,
    /// Whether a session that cannot be kept is none. Else it is for whoever waits for it.
    pub(super) must_keep: bool,
}

/// Credentials with an end.
pub(super) struct Timed {
    pub(super) keys: StaticKeys,
    pub(super) expires_at: Timestamp,
}

/// That a human has the MFA device.
enum Proof {
    /// Sent with the call.
    Code(MfaCode),
    /// Signs the call.
    Session(StaticKeys),
}

/// Where a chain starts.
struct Start {
    keys: StaticKeys,
    /// How many roles, counted from the profile's own, are still to be assumed.
    roles: usize,
    /// Whether `keys` are a session found in the cache.
    cached: bool,
}

impl<'a> Chain<'a> {
    /// Renews the profile's own role, and of those below it what has less than 15 min left.
    pub(super) async fn renew(&mut self, role: &RoleSource) -> Result<Timed, Problem> {
        let roles = roles(role);
        let start = self.start(&roles, true)?;
        let cached = start.cached;
        match self.climb(&roles, start).await {
            // A cached session that AWS no longer takes: begin below it, once.
            Err(problem) if cached && is_dead_session(&problem) => {
                let start = self.start(&roles, false)?;
                self.climb(&roles, start).await
            }
            result => result,
        }
    }

    fn start(&self, roles: &[&RoleSource], reuse: bool) -> Result<Start, Problem> {
        if reuse {
            for (depth, role) in roles.iter().enumerate().skip(1) {
                let held = self.in_cache(role).held();
                if let Some(held) =
                    held.filter(|held| held.session.expires_at - self.clock.now() >= CLI_REUSE)
                {
                    return Ok(Start { keys: held.session.keys, roles: depth, cached: true });
                }
            }
        }
        let keys = match roles.last().map(|role| role.source.as_ref()) {
            Some(Source::Keys(source)) => self.keys(source)?,
            Some(other) => return Err(check::unsupported(other, self.profile)),
            None => return Err(Problem::new(Code::NoCredentials).with("profile", self.profile)),
        };
        Ok(Start { keys, roles: roles.len(), cached: false })
    }

    /// The session another process stored while we waited for the lock: one we had not seen, or one
    /// that is good enough.
    fn made_meanwhile(&self, store: &Store<'_>, before: Option<Timestamp>, reuse: Reuse) -> Option<Held> {
        let held = store.held()?;
        let (now, end) = (self.clock.now(), held.session.expires_at);
        let newer = Some(end) > before && end > now;
        (newer || reuse.holds(end, held.stored_at, now)).then_some(held)
    }

    fn in_cache(&self, role: &RoleSource) -> Store<'a> {
        Store::Cache { environment: self.environment, cache: self.cache, key: role.cache_key() }
    }

    fn keys(&self, source: &KeysSource) -> Result<StaticKeys, Problem> {
        if source.expires_at().is_some_and(|end| end <= self.clock.now()) {
            return Err(Problem::new(Code::SourceExpired)
                .at(source.at.clone())
                .with("source", &source.profile));
        }
        static_keys(source, self.profiles, &self.environment.variables)
            .ok_or_else(|| Problem::new(Code::NoCredentials).with("profile", &source.profile))
    }

    async fn climb(&mut self, roles: &[&RoleSource], start: Start) -> Result<Timed, Problem> {
        let mut session = Timed { keys: start.keys, expires_at: Timestamp::MAX_UTC };
        for (depth, role) in roles[..start.roles].iter().enumerate().rev() {
            let (reuse, store) = match depth {
                0 => (self.reuse, self.store.clone()),
                _ => (Reuse::AtLeast(CLI_REUSE), self.in_cache(role)),
            };
            session = self.assume(role, &session.keys, reuse, &store).await?;
        }
        Ok(session)
    }

    async fn assume(
        &mut self,
        role: &RoleSource,
        signer: &StaticKeys,
        reuse: Reuse,
        store: &Store<'_>,
    ) -> Result<Timed, Problem> {
        // Before anybody is asked for a code: can the session be kept at all?
        let can_keep = self.unless_optional(store.check())?;
        let before = store.held().map(|held| held.session.expires_at);
        let proof = self.ask(role).await?;
        let lock = match can_keep {
            Some(()) => self.unless_optional(self.lock(store).await)?,
            None => None,
        };
        if let Some(held) = self.made_meanwhile(store, before, reuse) {
            return Ok(held.session);
        }
        let room = match &lock {
            Some(_) => self.unless_optional(store.reserve())?,
            None => None,
        };
        let session = match proof {
            Some(Proof::Session(keys)) => self.call(role, &keys, None).await?,
            Some(Proof::Code(code)) => self.call(role, signer, Some(code)).await?,
            None => self.call(role, signer, None).await?,
        };
        if let Some(room) = room {
            self.unless_optional(store.keep(room, &session).await)?;
        }
        let answer = session.answer;
        Ok(Timed {
            keys: StaticKeys::new(answer.access_key_id, answer.secret_access_key, Some(answer.session_token))
                .map_err(|_| refusal::unusable_keys())?,
            expires_at: session.expires_at,
        })
    }

    /// What was done to keep a session; none where that failed and does not matter.
    fn unless_optional<T>(&self, done: Result<T, Problem>) -> Result<Option<T>, Problem> {
        match done {
            Ok(done) => Ok(Some(done)),
            // That somebody else renews it is no trouble of the store.
            Err(problem) if !self.must_keep && problem.code != Code::LockHeld => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    async fn lock(&self, store: &Store<'_>) -> Result<Lock, Problem> {
        let state = &self.environment.state_dir;
        Lock::acquire(state, &store.lock_name(), patience(self.reuse)).await.map_err(|error| {
            lock::held(&error).unwrap_or_else(|| {
                Problem::new(Code::CacheUnwritable)
                    .with("path", self.environment.paths.display(state))
                    .with("detail", error.to_string())
            })
        })
    }

    async fn call(
        &self,
        role: &RoleSource,
        signer: &StaticKeys,
        code: Option<MfaCode>,
    ) -> Result<NewSession, Problem> {
        let session_name =
            role.role_session_name.as_ref().map_or_else(|| self.session_name(), |name| name.value.clone());
        let mut backoff = Backoff::default();
        loop {
            let tries = backoff.failed();
            let request =
                Request { role, signer, session_name: &session_name, mfa_code: code.as_ref(), tries };
            match self.client.assume_role(&request).await {
                Ok(session) => return Ok(session),
                Err(failure) => backoff.pause(self.clock, failure).await?,
            }
        }
    }

    async fn ask(&mut self, role: &RoleSource) -> Result<Option<Proof>, Problem> {
        let Some(serial) = &role.mfa_serial else { return Ok(None) };
        let request = MfaRequest { profile: role.profile.clone(), serial: serial.value.clone() };
        match self.prompt.mfa_code(request).await {
            Answer::Code(code) => Ok(Some(Proof::Code(code))),
            Answer::Session(keys) => Ok(Some(Proof::Session(keys))),
            Answer::Malformed => Err(Problem::new(Code::MfaMalformed).with("serial", &serial.value)),
            Answer::Nobody => Err(Problem::new(Code::NeedsMfa)
                .at(serial.at.clone())
                .with("profile", self.profile)
                .with("serial", &serial.value)
                .with("command", argument(self.profile))),
        }
    }

    /// botocore's form, so that audit logs show a session made here as one of the AWS CLI.
    fn session_name(&self) -> String {
        format!("botocore-session-{}", self.clock.now().timestamp())
    }
}

/// The roles from the profile's own down.
fn roles(role: &RoleSource) -> Vec<&RoleSource> {
    let mut roles = vec![role];
    while let Some(Source::Role(next)) = roles.last().map(|role| role.source.as_ref()) {
        roles.push(next);
    }
    roles
}

/// Whoever hands a session out is waited for by a program.
fn patience(reuse: Reuse) -> Duration {
    if matches!(reuse, Reuse::HandOut) { lock::PATIENCE_OF_PROGRAMS } else { lock::PATIENCE }
}

fn is_dead_session(problem: &Problem) -> bool {
    matches!(problem.code, Code::InvalidKey | Code::SourceExpired)
}

/// A cached session.
pub(super) fn timed(entry: CliCacheEntry) -> Option<Timed> {
    let expires_at = entry.credentials.expiration;
    Some(Timed { keys: signing_keys(entry.credentials)?, expires_at })
}
