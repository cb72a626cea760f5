//! Walks a chain from the highest session that is good enough, or from its base, up to the profile; each session
//! signs for the next. A policy says what is stored, when a session is good enough, and who may be asked; a witness
//! observes the walk.

mod proof;
mod witness;

use std::path::PathBuf;

use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::StaticKeys;
use sandglass_core::session::{CLI_REUSE, Reuse};
use sandglass_core::source::Source;
use sandglass_doctor::evidence::live::Operation;

use crate::backoff::Backoff;
use crate::cache::{CacheLookup, CliCache, signing_keys};
use crate::lock::{self, Lock};
use crate::prompt::Prompt;
use crate::refused::Refused;
use crate::session_store::{SessionStore, StoredSession};
use crate::sources::{CallLog, Obtained, Signing, SourceContext, obtain, operation};
use crate::trouble::Because;

use proof::Proof;
pub(crate) use witness::{Nobody, Witness};

/// The policy of a walk.
pub(crate) enum Policy<'a> {
    /// Makes the profile's session anew, unless the one there is will do by then, and keeps every session where the
    /// AWS CLI looks for it.
    Renew {
        /// The store of the profile's own session; none if its source's credentials are not stored.
        own: Option<SessionStore<'a>>,
        /// The condition for using the profile's own session, should somebody else renew it meanwhile.
        reuse: Reuse,
        /// True if a session that cannot be kept is none. Else it is for whoever waits for it.
        must_keep: bool,
    },
    /// Goes the way the AWS CLI would go, once and without waiting, and keeps nothing.
    Look {
        /// The credentials of the chain's base, if it was asked already.
        base: Option<Obtained>,
    },
}

/// The end of a walk without credentials: what refused, and how far below the profile.
pub(crate) struct Stopped {
    pub(crate) refused: Refused,
    pub(crate) depth: usize,
}

/// One walk.
pub(crate) struct Chain<'a, W> {
    pub(crate) context: SourceContext<'a>,
    pub(crate) policy: Policy<'a>,
    pub(crate) prompt: &'a mut dyn Prompt,
    pub(crate) witness: &'a mut W,
}

/// The signer of the next role's call.
#[derive(Clone)]
enum Signer {
    /// These keys.
    Keys(StaticKeys),
    /// The keys of the chain's base, obtained when they are needed.
    Base,
}

impl<'a, W: Witness> Chain<'a, W> {
    /// Goes from what will do up to the profile's own credentials.
    pub(crate) async fn walk(&mut self, source: &Source) -> Result<Obtained, Stopped> {
        let chain = source.chain();
        let first = self.first(&chain).await;
        let started_cached = first.is_some();
        match self.climb(&chain, first).await {
            // A cached session that AWS no longer takes: begin below it, once.
            Err(stopped) if started_cached && self.keeps() && stopped.is_of_dead_session() => {
                self.climb(&chain, None).await
            }
            result => result,
        }
    }

    fn keeps(&self) -> bool {
        matches!(self.policy, Policy::Renew { .. })
    }

    /// The highest cached session that the AWS CLI would take, and AWS takes. The profile's own is what a renewal
    /// makes.
    async fn first(&mut self, chain: &[&Source]) -> Option<(usize, StaticKeys)> {
        let highest = usize::from(self.keeps());
        for (depth, source) in chain.iter().enumerate().skip(highest) {
            let Some((path, keys)) = cached(&self.context, source, depth) else { continue };
            if self.witness.accepts(depth, &keys, Some(path)).await {
                return Some((depth, keys));
            }
            if self.witness.timed_out() {
                break;
            }
        }
        None
    }

    async fn climb(
        &mut self,
        chain: &[&Source],
        first: Option<(usize, StaticKeys)>,
    ) -> Result<Obtained, Stopped> {
        let base = chain.len() - 1;
        if first.is_none() && self.witness.timed_out() {
            return Err(Stopped { refused: Refused::silent("", crate::refused::IN_TIME), depth: base });
        }
        let (mut depth, mut signer) = match first {
            Some((depth, keys)) => (depth, Signer::Keys(keys)),
            None if base == 0 => return self.next(chain, 0, None).await,
            None => (base, self.base(chain).await?),
        };
        let mut obtained = None;
        while depth > 0 {
            depth -= 1;
            let made = self.next(chain, depth, Some(signer)).await?;
            signer = Signer::Keys(made.keys.clone());
            obtained = Some(made);
        }
        let own = |keys| Obtained { keys, expires_at: None, entry: None, refreshed: None };
        match (obtained, signer) {
            (Some(obtained), _) => Ok(obtained),
            (None, Signer::Keys(keys)) => Ok(own(keys)),
            (None, Signer::Base) => Err(Stopped { refused: Refused::Untaken, depth: base }),
        }
    }

    /// Obtains the chain's base. A renewal asks it under the lock of the role that needs it, so that of many
    /// at once one asks; but what can be known before anybody is asked for a code is known before.
    async fn base(&mut self, chain: &[&Source]) -> Result<Signer, Stopped> {
        let depth = chain.len() - 1;
        let asks_a_person =
            matches!(chain.get(depth - 1), Some(Source::Role(role)) if role.mfa_serial.is_some());
        if self.keeps() && !asks_a_person && !matches!(chain[depth], Source::Keys(_)) {
            return Ok(Signer::Base);
        }
        self.ask(chain, depth, None).await.map(|obtained| Signer::Keys(obtained.keys))
    }

    /// The credentials of one part of the chain, signed by the one below it.
    async fn next(
        &mut self,
        chain: &[&Source],
        depth: usize,
        signer: Option<Signer>,
    ) -> Result<Obtained, Stopped> {
        match self.store_of(chain[depth], depth) {
            Some(store) => self.made_once(chain, depth, signer, &store).await,
            None => match (chain[depth], signer) {
                (Source::Role(role), Some(signer)) => {
                    let proof = match self.proof(role, Some(&signer)).await {
                        Ok(proof) => proof,
                        Err(refused) => return Err(self.stopped(refused, depth)),
                    };
                    self.signed(chain, depth, Some(signer), proof).await
                }
                _ => self.ask(chain, depth, None).await,
            },
        }
    }

    fn stopped(&mut self, refused: Refused, depth: usize) -> Stopped {
        if let Some(outcome) = refused.outcome() {
            self.witness.record(depth, Operation::AssumeRole, outcome);
        }
        Stopped { refused, depth }
    }

    /// Returns the store of one part's credentials.
    fn store_of(&self, source: &Source, depth: usize) -> Option<SessionStore<'a>> {
        match &self.policy {
            Policy::Look { .. } => None,
            Policy::Renew { own, .. } if depth == 0 => own.clone(),
            Policy::Renew { .. } => SessionStore::in_cache(self.context.environment, source.stored(depth)?),
        }
    }

    /// Makes a session and keeps it, unless somebody else makes it meanwhile.
    async fn made_once(
        &mut self,
        chain: &[&Source],
        depth: usize,
        signer: Option<Signer>,
        store: &SessionStore<'_>,
    ) -> Result<Obtained, Stopped> {
        let here = |refused: Refused| Stopped { refused, depth };
        // Before anybody is asked for a code: can the session be kept at all?
        let can_keep = self.unless_optional(store.check()).map_err(here)?;
        let before = store.stored().map(|stored| stored.expires_at);
        let proof = match chain[depth] {
            Source::Role(role) => self.proof(role, signer.as_ref()).await.map_err(here)?,
            _ => None,
        };
        let lock = match can_keep {
            Some(()) => self.unless_optional(self.lock(store).await).map_err(here)?,
            None => None,
        };
        if let Some(stored) = self.made_meanwhile(store, before, depth) {
            return Ok(stored.into());
        }
        let prepared = match &lock {
            Some(_) => self.unless_optional(store.reserve()).map_err(here)?,
            None => None,
        };
        let obtained = self.signed(chain, depth, signer, proof).await?;
        if let Some(prepared) = prepared {
            self.unless_optional(store.save(prepared, &obtained).await).map_err(here)?;
        }
        Ok(obtained)
    }

    /// Returns the result of a step that stores a session; none if it failed and does not matter.
    fn unless_optional<T>(&self, done: Result<T, Problem>) -> Result<Option<T>, Refused> {
        match done {
            Ok(done) => Ok(Some(done)),
            // That somebody else renews it is no trouble of the store.
            Err(problem)
                if problem.code != Code::LockHeld
                    && matches!(self.policy, Policy::Renew { must_keep: false, .. }) =>
            {
                Ok(None)
            }
            Err(problem) => Err(problem.into()),
        }
    }

    async fn lock(&self, store: &SessionStore<'_>) -> Result<Lock, Problem> {
        let state = &self.context.environment.state_dir;
        // Whoever hands a session out is waited for by a program.
        let patience = match self.policy {
            Policy::Renew { reuse: Reuse::HandOut, .. } => lock::PATIENCE_OF_PROGRAMS,
            _ => lock::PATIENCE,
        };
        Lock::acquire(state, &store.lock_name(), patience).await.map_err(|error| {
            lock::held(&error).unwrap_or_else(|| {
                let path = self.context.environment.paths.display(state);
                Problem::new(Code::CacheUnwritable).with("path", path).because(&error)
            })
        })
    }

    /// The session another process kept while we waited for the lock: one we had not seen, or one that is good enough.
    fn made_meanwhile(
        &self,
        store: &SessionStore<'_>,
        before: Option<Timestamp>,
        depth: usize,
    ) -> Option<StoredSession> {
        let reuse = match &self.policy {
            Policy::Renew { reuse, .. } if depth == 0 => *reuse,
            _ => Reuse::AtLeast(CLI_REUSE),
        };
        let stored = store.stored()?;
        let (now, end) = (self.context.clock.now(), stored.expires_at);
        let newer = Some(end) > before && end > now;
        (newer || reuse.holds(end, stored.stored_at, now)).then_some(stored)
    }

    async fn signed_with(
        &mut self,
        chain: &[&Source],
        depth: usize,
        signer: Option<Signer>,
        proof: Option<&Proof>,
    ) -> Result<Obtained, Stopped> {
        let keys = match (proof.and_then(Proof::session), signer) {
            (Some(session), _) => Some(session.clone()),
            (None, Some(Signer::Keys(keys))) => Some(keys),
            (None, Some(Signer::Base)) => Some(self.ask(chain, chain.len() - 1, None).await?.keys),
            (None, None) => None,
        };
        let code = proof.and_then(Proof::code);
        let signing = keys.as_ref().map(|keys| Signing { keys, code });
        self.ask(chain, depth, signing.as_ref()).await
    }

    /// Asks one source, again where that may help, and tells the witness.
    async fn ask(
        &mut self,
        chain: &[&Source],
        depth: usize,
        signing: Option<&Signing<'_>>,
    ) -> Result<Obtained, Stopped> {
        let is_base = depth + 1 == chain.len();
        let known = match &mut self.policy {
            Policy::Look { base } if is_base => base.take(),
            _ => None,
        };
        let obtained = match known {
            Some(known) => known,
            None => self.tried(chain[depth], depth, signing).await?,
        };
        // The profile's own is who the command would be, and what a chain starts from must be good.
        let matters = depth == 0 || is_base;
        if !matters || self.witness.accepts(depth, &obtained.keys, None).await {
            return Ok(obtained);
        }
        Err(Stopped { refused: Refused::Untaken, depth })
    }

    async fn tried(
        &mut self,
        source: &Source,
        depth: usize,
        signing: Option<&Signing<'_>>,
    ) -> Result<Obtained, Stopped> {
        let mut backoff = Backoff::default();
        loop {
            let mut calls = CallLog::new();
            let tries = backoff.failed();
            let answer = self.answer(source, signing, tries, &mut calls).await;
            for (operation, outcome) in calls {
                self.witness.record(depth, operation, outcome);
            }
            let refused = match answer {
                Ok(obtained) => return Ok(obtained),
                Err(refused) => refused,
            };
            if !self.keeps() {
                return Err(Stopped { refused, depth });
            }
            backoff.pause(self.context.clock, refused).await.map_err(|refused| Stopped { refused, depth })?;
        }
    }

    /// One answer. Whoever looks waits no longer than to the deadline.
    async fn answer(
        &self,
        source: &Source,
        signing: Option<&Signing<'_>>,
        tries: u32,
        calls: &mut CallLog,
    ) -> Result<Obtained, Refused> {
        if self.keeps() {
            return obtain(source, signing, &self.context, tries, calls).await;
        }
        let answer = obtain(source, signing, &self.context, tries, calls);
        let late = tokio::time::timeout_at(self.context.deadline, answer).await;
        late.unwrap_or_else(|_| {
            let refused = Refused::silent(self.context.sts.endpoint(), crate::refused::IN_TIME);
            if let Some((operation, outcome)) = operation(source).zip(refused.outcome()) {
                calls.push((operation, outcome));
            }
            Err(refused)
        })
    }
}

impl Stopped {
    fn is_of_dead_session(&self) -> bool {
        use sandglass_core::refusal::Meaning;
        matches!(&self.refused, Refused::ByAws(refusal)
            if matches!(refusal.meaning(), Meaning::UnknownKey | Meaning::SessionOver))
    }
}

/// The session of one part of a chain, where the AWS CLI would take it from its cache: with so much left it asks for
/// no other.
pub(crate) fn cached(
    context: &SourceContext<'_>,
    source: &Source,
    depth: usize,
) -> Option<(PathBuf, StaticKeys)> {
    let key = source.stored(depth)?.cli_key()?;
    let cache = CliCache::new(&context.environment.paths.cli_cache);
    let CacheLookup::Entry(entry, _) = cache.read(&key) else { return None };
    let enough = entry.credentials.expiration - context.clock.now() >= CLI_REUSE;
    let keys = signing_keys(entry.credentials).filter(|_| enough)?;
    Some((cache.path(&key), keys))
}
