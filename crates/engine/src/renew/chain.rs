//! From the base of a chain up to the profile: each role's session signs the next call.

use std::path::Path;

use aws_files::Profiles;
use aws_files::cache::{CacheKey, CliCacheEntry};
use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::{KeysSource, RoleSource, Source, StaticKeys, static_keys};
use sandglass_core::session::{CLI_REUSE, Reuse};
use sandglass_core::view::shell_word;

use super::backoff::Backoff;
use super::check;
use super::request::Request;
use super::sts::Client;
use crate::cache::{CliCache, Found};
use crate::files::Replacement;
use crate::lock::Lock;
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
    /// When the profile's own session is good enough, should somebody else renew it meanwhile.
    pub(super) reuse: Reuse,
}

/// Credentials with an end.
pub(super) struct Timed {
    pub(super) keys: StaticKeys,
    pub(super) expires_at: Timestamp,
}

/// Where a chain starts.
struct Start {
    keys: StaticKeys,
    /// How many roles, counted from the profile's own, are still to be assumed.
    roles: usize,
    /// Whether `keys` are a session found in the cache.
    cached: bool,
}

impl Chain<'_> {
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
                if let Some(entry) = self.reusable(&role.cache_key()) {
                    return Ok(Start { keys: timed(entry).keys, roles: depth, cached: true });
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
    fn made_meanwhile(
        &self,
        key: &CacheKey,
        before: Option<Timestamp>,
        reuse: Reuse,
    ) -> Option<CliCacheEntry> {
        let Found::Entry(entry, stored_at) = self.cache.read(key) else { return None };
        let (now, end) = (self.clock.now(), entry.credentials.expiration);
        let newer = Some(end) > before && end > now;
        (newer || reuse.holds(end, stored_at, now)).then_some(*entry)
    }

    fn reusable(&self, key: &CacheKey) -> Option<CliCacheEntry> {
        match self.cache.read(key) {
            Found::Entry(entry, _) if entry.credentials.expiration - self.clock.now() >= CLI_REUSE => {
                Some(*entry)
            }
            _ => None,
        }
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
            let reuse = if depth == 0 { self.reuse } else { Reuse::AtLeast(CLI_REUSE) };
            session = self.assume(role, &session.keys, reuse).await?;
        }
        Ok(session)
    }

    async fn assume(
        &mut self,
        role: &RoleSource,
        signer: &StaticKeys,
        reuse: Reuse,
    ) -> Result<Timed, Problem> {
        let key = role.cache_key();
        // Before anybody is asked for a code: can the session be kept at all?
        drop(self.reserve(&key)?);
        let before = self.expiration(&key);
        let code = self.ask(role).await?;
        let _lock = Lock::acquire(&self.environment.state_dir, &key.to_string())
            .await
            .map_err(|error| self.unwritable(&self.environment.state_dir, &error))?;
        if let Some(entry) = self.made_meanwhile(&key, before, reuse) {
            return Ok(timed(entry));
        }
        let place = self.reserve(&key)?;
        self.call(role, signer, code, place).await
    }

    async fn call(
        &self,
        role: &RoleSource,
        signer: &StaticKeys,
        code: Option<MfaCode>,
        place: Replacement,
    ) -> Result<Timed, Problem> {
        let session_name = role.role_session_name.clone().unwrap_or_else(|| self.session_name());
        let mut backoff = Backoff::default();
        let session = loop {
            let tries = backoff.failed();
            let request =
                Request { role, signer, session_name: &session_name, mfa_code: code.as_ref(), tries };
            match self.client.assume_role(&request).await {
                Ok(session) => break session,
                Err(failure) => backoff.pause(self.clock, failure).await?,
            }
        };
        place
            .commit(&session.answer.to_cli_json())
            .map_err(|error| self.unwritable(&self.environment.paths.cli_cache, &error))?;
        let answer = session.answer;
        Ok(Timed {
            keys: StaticKeys {
                access_key_id: answer.access_key_id,
                secret_access_key: answer.secret_access_key,
                session_token: Some(answer.session_token),
            },
            expires_at: session.expires_at,
        })
    }

    async fn ask(&mut self, role: &RoleSource) -> Result<Option<MfaCode>, Problem> {
        let Some(serial) = &role.mfa_serial else { return Ok(None) };
        let request = MfaRequest { profile: role.profile.clone(), serial: serial.value.clone() };
        match self.prompt.mfa_code(request).await {
            Answer::Code(code) => Ok(Some(code)),
            Answer::Malformed => Err(Problem::new(Code::MfaMalformed).with("serial", &serial.value)),
            Answer::Nobody => Err(Problem::new(Code::NeedsMfa)
                .at(serial.at.clone())
                .with("profile", self.profile)
                .with("serial", &serial.value)
                .with("command", shell_word(self.profile))),
        }
    }

    /// botocore's form, so that audit logs show a session made here as one of the AWS CLI.
    fn session_name(&self) -> String {
        format!("botocore-session-{}", self.clock.now().timestamp())
    }

    fn expiration(&self, key: &CacheKey) -> Option<Timestamp> {
        match self.cache.read(key) {
            Found::Entry(entry, _) => Some(entry.credentials.expiration),
            _ => None,
        }
    }

    fn reserve(&self, key: &CacheKey) -> Result<Replacement, Problem> {
        self.cache.reserve(key).map_err(|error| self.unwritable(&self.environment.paths.cli_cache, &error))
    }

    fn unwritable(&self, directory: &Path, error: &std::io::Error) -> Problem {
        Problem::new(Code::CacheUnwritable)
            .with("path", self.environment.paths.display(directory))
            .with("detail", error.to_string())
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

fn is_dead_session(problem: &Problem) -> bool {
    matches!(problem.code, Code::InvalidKey | Code::SourceExpired)
}

fn timed(entry: CliCacheEntry) -> Timed {
    let credentials = entry.credentials;
    Timed {
        keys: StaticKeys {
            access_key_id: credentials.access_key_id,
            secret_access_key: credentials.secret_access_key,
            session_token: Some(credentials.session_token),
        },
        expires_at: credentials.expiration,
    }
}
