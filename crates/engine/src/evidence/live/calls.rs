//! The calls a command would make for its credentials, from the highest session that is cached, or from
//! the base of the chain, up to the profile.

use std::future::Future;
use std::path::PathBuf;

use sandglass_core::resolve::{StaticKeys, static_keys};
use sandglass_core::session::CLI_REUSE;
use sandglass_core::source::{ProcessSource, RoleSource, Source};
use sandglass_doctor::evidence::live::{Asked, Operation, Outcome};
use tokio::time::{Instant, timeout_at};

use super::{Subject, login, process, sso, web_identity};
use crate::cache::{CliCache, Found, signing_keys};
use crate::renew::{Borrowed, Client, Unanswered};
use crate::sign_in::{self, Kind, Login, Sso};

const IN_TIME: &str = "no answer in time";

/// What the calls are made with, and what came of them so far.
pub(super) struct Calls<'a> {
    pub(super) subject: Subject<'a>,
    pub(super) client: &'a Client,
    pub(super) deadline: Instant,
    pub(super) asked: Vec<Asked>,
}

/// Something to go on with: keys, and the part of the chain they are of. None where it ended.
type Signer = Option<(usize, StaticKeys)>;

/// The highest session the AWS CLI would take from its cache: with this much left it asks for no other.
pub(super) fn freshest(subject: &Subject<'_>, chain: &[&Source]) -> Option<usize> {
    (0..chain.len()).find(|depth| fresh(subject, chain, *depth).is_some())
}

fn fresh(subject: &Subject<'_>, chain: &[&Source], depth: usize) -> Option<(PathBuf, StaticKeys)> {
    let cache = CliCache::new(&subject.environment.paths.cli_cache);
    let key = chain[depth].stored(depth)?.cli_key()?;
    let Found::Entry(entry, _) = cache.read(&key) else { return None };
    let enough = entry.credentials.expiration - subject.clock.now() >= CLI_REUSE;
    let keys = signing_keys(entry.credentials).filter(|_| enough)?;
    Some((cache.path(&key), keys))
}

impl Calls<'_> {
    /// Asks everything there is to ask. `process` is what the program said, if it was run already.
    pub(super) async fn ask(mut self, chain: &[&Source], process: Option<process::Ran>) -> Vec<Asked> {
        let mut signer = self.cached(chain).await;
        if signer.is_none() && !self.is_silent() {
            signer = self.base(chain, process).await;
        }
        while let Some((depth, keys)) = signer.take().filter(|(depth, _)| *depth > 0) {
            if let Source::Role(role) = chain[depth - 1] {
                signer = self.assume(depth - 1, role, &keys).await;
            }
        }
        self.asked
    }

    /// The highest cached session that AWS takes.
    async fn cached(&mut self, chain: &[&Source]) -> Signer {
        for depth in 0..chain.len() {
            let Some((path, keys)) = fresh(&self.subject, chain, depth) else { continue };
            if self.who(depth, &keys, Some(path)).await {
                return Some((depth, keys));
            }
            if self.is_silent() {
                return None;
            }
        }
        None
    }

    /// What the program gives, run now if it was not before.
    async fn process_keys(
        &mut self,
        depth: usize,
        source: &ProcessSource,
        ran: Option<process::Ran>,
    ) -> Option<StaticKeys> {
        if let Some(ran) = ran {
            return ran.ok().map(|answer| answer.keys);
        }
        match self.subject.run(source).await {
            Ok(answer) => Some(answer.keys),
            Err(fault) => {
                self.note(depth, Operation::CredentialProcess, Outcome::Process(fault));
                None
            }
        }
    }

    /// The credentials the chain starts from.
    async fn base(&mut self, chain: &[&Source], process: Option<process::Ran>) -> Signer {
        let depth = chain.len().checked_sub(1)?;
        let Subject { environment, profiles, clock, .. } = self.subject;
        let keys = match chain[depth] {
            Source::Keys(source) => static_keys(source, profiles, &environment.variables)?,
            Source::Process(source) => self.process_keys(depth, source, process).await?,
            Source::Login(source) => {
                let place = login::place(&self.subject, source)?;
                self.signed_in::<Login>(depth, Operation::CreateOAuth2Token, place).await?
            }
            Source::Sso(source) => {
                let portal = sso::Portal::of(self.subject, source)?;
                let place = portal.token().await;
                let token = self.signed_in::<Sso>(depth, Operation::CreateToken, place).await?;
                let answer = in_time(self.deadline, portal.role_credentials(&token)).await;
                self.granted(depth, Operation::GetRoleCredentials, answer)?
            }
            Source::WebIdentity(source) => {
                let operation = Operation::AssumeRoleWithWebIdentity;
                let token = web_identity::token(source.token_file.as_str(), clock)?;
                let own = source.role_session_name.as_ref().map(|name| name.value.clone());
                let name = own.unwrap_or_else(|| self.session_name());
                let answer = self.client.borrow_with_token(source.role_arn.as_str(), &name, &token);
                let answer = in_time(self.deadline, answer).await;
                self.granted(depth, operation, answer)?
            }
            Source::Role(_) | Source::Container(_) | Source::Instance(_) => return None,
        };
        self.who(depth, &keys, None).await.then_some((depth, keys))
    }

    /// What a sign-in is good for, refreshed if it is over.
    async fn signed_in<K: Kind + 'static>(
        &mut self,
        depth: usize,
        operation: Operation,
        place: sign_in::Place,
    ) -> Option<K::Held> {
        match sign_in::fresh::<K>(place, self.subject.clock.now(), self.deadline).await? {
            Ok(fresh) => {
                if fresh.is_new {
                    self.note(depth, operation, Outcome::Granted(Some(fresh.expires_at)));
                }
                Some(fresh.held)
            }
            Err(unanswered) => {
                self.note(depth, operation, outcome(unanswered));
                None
            }
        }
    }

    async fn assume(&mut self, depth: usize, role: &RoleSource, signer: &StaticKeys) -> Signer {
        let operation = Operation::AssumeRole;
        if let Some(serial) = &role.mfa_serial {
            return self.note(depth, operation, Outcome::CodeWanted(serial.value.clone()));
        }
        let name = self.session_name();
        let answer = in_time(self.deadline, self.client.borrow_role(role, signer, &name)).await;
        let keys = self.granted(depth, operation, answer)?;
        // The profile's own is who the command would be.
        let known = depth > 0 || self.who(depth, &keys, None).await;
        known.then_some((depth, keys))
    }

    fn granted(
        &mut self,
        depth: usize,
        operation: Operation,
        answer: Result<Borrowed, Unanswered>,
    ) -> Option<StaticKeys> {
        match answer {
            Ok(session) => {
                self.note(depth, operation, Outcome::Granted(session.expires_at));
                Some(session.keys)
            }
            Err(unanswered) => {
                self.note(depth, operation, outcome(unanswered));
                None
            }
        }
    }

    /// Asks whose keys they are. Whether AWS takes them.
    async fn who(&mut self, depth: usize, keys: &StaticKeys, cached_in: Option<PathBuf>) -> bool {
        let outcome = match in_time(self.deadline, self.client.who(keys)).await {
            Ok(identity) => Outcome::Identity(identity),
            Err(unanswered) => outcome(unanswered),
        };
        let taken = matches!(outcome, Outcome::Identity(_));
        self.asked.push(Asked { depth, operation: Operation::GetCallerIdentity, cached_in, outcome });
        taken
    }

    fn note(&mut self, depth: usize, operation: Operation, outcome: Outcome) -> Signer {
        self.asked.push(Asked { depth, operation, cached_in: None, outcome });
        None
    }

    /// Whether the last question had no answer: then no other would have one.
    fn is_silent(&self) -> bool {
        matches!(self.asked.last().map(|asked| &asked.outcome), Some(Outcome::NoAnswer(_)))
    }

    /// botocore's form.
    fn session_name(&self) -> String {
        format!("botocore-session-{}", self.subject.clock.now().timestamp())
    }
}

async fn in_time<T>(
    deadline: Instant,
    answer: impl Future<Output = Result<T, Unanswered>>,
) -> Result<T, Unanswered> {
    timeout_at(deadline, answer).await.unwrap_or_else(|_| Err(Unanswered::Silent(IN_TIME.to_owned())))
}

fn outcome(unanswered: Unanswered) -> Outcome {
    match unanswered {
        Unanswered::Refused(refusal) => Outcome::Refused(refusal),
        Unanswered::Silent(detail) => Outcome::NoAnswer(detail),
    }
}
