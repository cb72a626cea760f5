//! Assesses how long a profile's credentials last, and when a person is next needed.

use std::collections::BTreeMap;
use std::sync::Arc;

use aws_files::cache::CacheKey;
use chrono::TimeDelta;

mod link;
mod mfa;
mod needs;
mod reuse;
mod words;

pub use crate::source::SessionKind;
pub use link::{Link, SharedCode, SignIn};
pub use mfa::{MfaSession, mfa_session_keys, own_keys};
pub use needs::{Needs, SignInTool, StoredState};
pub use reuse::Reuse;
pub use words::SessionState;

use crate::Timestamp;
use crate::masked::shown_value;
use crate::problem::{Code, Problem};
use crate::resolve::Resolution;
use crate::source::{KeysSource, Source, SourceKind};
use crate::sso::SsoSignIn;

/// The AWS CLI ignores a cached session with less than this left, and assumes the role again.
pub const CLI_REUSE: TimeDelta = TimeDelta::minutes(15);

/// With this much left of the keys of `aws login` the AWS CLI gets new ones first (botocore,
/// `LoginCredentialFetcher`).
pub const LOGIN_REFRESH: TimeDelta = TimeDelta::minutes(5);

/// A session with less than this left counts as expiring, unless a quarter of its life is shorter.
pub const EXPIRING: TimeDelta = TimeDelta::minutes(15);

/// The content of the AWS CLI's cache under one key. An absent key has no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CacheReading {
    /// A usable session.
    Entry {
        /// Its expiry.
        expires_at: Timestamp,
        /// The time it was stored, by the file's date.
        stored_at: Option<Timestamp>,
        /// The account it is for.
        account_id: Option<String>,
    },
    /// The sign-in of a source.
    SignIn(SignIn),
    /// A session of a user, made with a code of an MFA device.
    MfaSession(MfaSession),
    /// A file the AWS CLI dies on.
    Damaged {
        /// The file.
        file: String,
    },
    /// A file that this user may not read, as one that was written with sudo.
    Unreadable {
        /// The file.
        file: String,
    },
}

/// The cache entries that were looked up.
pub type CacheReadings = BTreeMap<CacheKey, CacheReading>;

/// The expiry of credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expires {
    /// Never.
    Never,
    /// At this moment; `stored_at` gives their life.
    At {
        /// The end.
        instant: Timestamp,
        /// The beginning, when known.
        stored_at: Option<Timestamp>,
    },
    /// There is no session yet.
    NotYet,
    /// Nobody recorded it.
    Unrecorded,
    /// Nobody recorded it, but AWS says that it is over.
    Over,
}

/// One profile's session. Nothing in it changes with time: methods that depend on the time
/// take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The profile.
    pub profile: String,
    /// The source of its credentials, if there is one.
    pub source: Option<SourceKind>,
    /// True if it asks for no credentials at all: it holds a region, an output format and the like.
    pub settings_only: bool,
    /// True if its own credentials are keys with a session token, kept in a file or variables.
    pub temporary_keys: bool,
    /// The expiry of its credentials.
    pub expires: Expires,
    /// The chain, from the profile's own source to the last.
    pub chain: Vec<Link>,
    /// For keys kept in a file that have a refresh source: the chain that renews them. Else empty.
    pub refresh: Vec<Link>,
    /// The start of a renewal: the profile's source, or the refresh source of its keys, and what is stored of it.
    renewed_from: Option<(Arc<Source>, StoredState)>,
    /// The account, from the cache or the role.
    pub account_id: Option<String>,
    /// The region.
    pub region: Option<String>,
    /// The problems that keep it from working.
    pub errors: Vec<Problem>,
    /// Problems of what works, but not as written, or not everywhere.
    pub warnings: Vec<Problem>,
}

impl Session {
    /// Puts together what a resolution and the cache say. `refresh` is the role whose session is
    /// written over the profile's keys.
    pub fn assess(resolution: &Resolution, refresh: Option<&Source>, caches: &CacheReadings) -> Self {
        let mut errors = resolution.errors.clone();
        if resolution.settings_only {
            errors.retain(|problem| problem.code != Code::NoCredentials);
        }
        let chain: Vec<Link> =
            resolution.source.iter().flat_map(links).map(|part| link(part, caches)).collect();
        errors.extend(resolution.source.iter().filter_map(|source| damaged(source, caches)));
        let top = resolution.source.as_ref();
        let refresh = refresh.filter(|_| is_replaceable(top));
        Self {
            profile: resolution.profile.clone(),
            source: top.map(Source::kind),
            settings_only: top.is_none() && resolution.settings_only,
            temporary_keys: matches!(top, Some(Source::Keys(keys)) if keys.temporary),
            expires: chain.first().map_or(Expires::NotYet, |link| link.expires),
            refresh: refresh_chain(&chain, refresh, caches),
            renewed_from: refresh
                .or(top)
                .map(|source| (Arc::new(source.clone()), StoredState::of(source, caches))),
            chain,
            account_id: top.and_then(|source| account_id(source, caches)),
            region: resolution.client.region.as_ref().map(|region| region.value.clone()),
            errors,
            warnings: resolution.warnings.clone(),
        }
    }

    /// True if only AWS knows if its keys are still good.
    pub fn is_unrecorded(&self) -> bool {
        self.errors.is_empty() && self.temporary_keys && self.expires == Expires::Unrecorded
    }

    /// Takes in what AWS said when it was asked about keys whose end nobody recorded.
    pub fn verified(&mut self, answer: Result<(), Problem>) {
        let note = match answer {
            Ok(()) => Problem::new(Code::ExpiryUnrecorded)
                .maybe_at(self.chain.first().map(|link| link.at.clone()))
                .with("profile", &self.profile),
            Err(problem) => {
                if problem.code == Code::SourceExpired {
                    self.expires = Expires::Over;
                }
                problem
            }
        };
        self.warnings.push(note);
    }

    /// The state at `now`.
    pub fn state(&self, now: Timestamp) -> SessionState {
        if !self.errors.is_empty() {
            return SessionState::Broken;
        }
        if self.settings_only {
            return SessionState::None;
        }
        match self.expires {
            Expires::Never => SessionState::NoExpiry,
            Expires::NotYet => SessionState::SignedOut,
            Expires::Unrecorded => SessionState::Unknown,
            Expires::Over => SessionState::Expired,
            Expires::At { instant, .. } if instant <= now => SessionState::Expired,
            Expires::At { instant, .. } if instant - now < self.expiring_threshold() => {
                SessionState::Expiring
            }
            Expires::At { .. } => SessionState::Fresh,
        }
    }

    /// Returns the time left below which it counts as expiring.
    pub fn expiring_threshold(&self) -> TimeDelta {
        self.life().map_or(EXPIRING, |life| EXPIRING.min(life / 4))
    }

    /// Returns the session's whole lifetime, if its beginning is known.
    pub fn life(&self) -> Option<TimeDelta> {
        match self.expires {
            Expires::At { instant, stored_at: Some(start) } if start < instant => Some(instant - start),
            _ => None,
        }
    }

    /// The end of the credentials, when there is one.
    pub fn expires_at(&self) -> Option<Timestamp> {
        self.expires.instant()
    }

    /// Returns the requirement of a new session at `now`.
    pub fn needs(&self, now: Timestamp) -> Needs {
        let is_replaced = |code| matches!(code, Code::DamagedCache | Code::UnreadableCache);
        if self.errors.iter().any(|problem| !is_replaced(problem.code)) {
            return Needs::Fix;
        }
        match &self.renewed_from {
            Some((source, stored)) => source.needs(stored, now),
            None => Needs::NoRenewal,
        }
    }

    /// True if a program prints the codes that its renewal takes.
    pub fn has_code_program(&self) -> bool {
        let asking = self.renewed_from.as_ref().and_then(|(source, _)| source.asking_role());
        asking.is_some_and(|role| role.mfa_process.is_some())
    }

    /// With whom it can share a code: none where its role takes the code itself, or asks for none.
    pub fn shared_code(&self) -> Option<SharedCode> {
        let (source, _) = self.renewed_from.as_ref()?;
        let asking = source.asking_role()?;
        let serial = asking.mfa_serial.as_ref().filter(|_| asking.may_be_signed_by_session())?;
        Some(SharedCode {
            serial: serial.value.clone(),
            signer: asking.source.profile().map(str::to_owned),
            kind: asking.source.kind(),
        })
    }

    /// The line that signs in whoever its credentials come from.
    pub fn sign_in_command(&self) -> Option<String> {
        let (source, _) = self.renewed_from.as_ref()?;
        match source.base() {
            Source::Sso(sso) => Some(SignInTool::Sso.command(&sso.profile)),
            Source::Login(login) => Some(SignInTool::Login.command(&login.profile)),
            _ => None,
        }
    }

    /// Returns the sign-in to IAM Identity Center that it takes; none where it takes none, or one that only the AWS CLI makes.
    pub fn sso_sign_in(&self) -> Option<SsoSignIn> {
        let (source, _) = self.renewed_from.as_ref()?;
        match source.base() {
            Source::Sso(sso) => SsoSignIn::of_source(sso),
            _ => None,
        }
    }

    /// Takes over from the profile that our own helper hands out here: it lasts as long, and is renewed as that one is.
    pub fn takes_from(&mut self, behind: Self) {
        self.expires = behind.expires;
        self.refresh = if behind.refresh.is_empty() { behind.chain } else { behind.refresh };
        self.renewed_from = behind.renewed_from;
        self.account_id = behind.account_id;
        self.errors.extend(behind.errors);
    }

    /// True if only asking could tell whether it works on this machine at all: its chain starts from the role of an
    /// instance, and no session ever came of it. Files are carried from a server to a laptop.
    pub fn may_be_of_elsewhere(&self) -> bool {
        let is_of_instance =
            self.renewal_chain().last().is_some_and(|base| base.kind == SourceKind::Instance);
        is_of_instance && self.expires == Expires::NotYet
    }

    /// Returns the chain that a renewal walks: its own, or that of the refresh source.
    pub fn renewal_chain(&self) -> &[Link] {
        if self.refresh.is_empty() { &self.chain } else { &self.refresh }
    }

    /// Returns the time from which a new session takes a code or new keys of a person. None if never, or if it
    /// is not known.
    pub fn human_deadline(&self) -> Option<Timestamp> {
        let (source, stored) = self.renewed_from.as_ref()?;
        let own = self.expires_at();
        // The AWS CLI renews a sign-in by itself, until an end that is not known here.
        let brings =
            |at: &Timestamp| matches!(source.needs(stored, *at), Needs::Code { .. } | Needs::NewKeys { .. });
        let ends = own.into_iter().chain(stored.ends().filter(|end| own.is_none_or(|own| own < *end)));
        ends.filter(brings).min()
    }

    /// Warnings that only time brings: a source whose keys ran out.
    pub fn problems(&self, now: Timestamp) -> Vec<Problem> {
        let mut problems = self.errors.clone();
        let chain = self.renewal_chain();
        if let Some(last) = chain.last().filter(|_| chain.len() > 1)
            && last.kind != SourceKind::Role
            && last.expires.instant().is_some_and(|end| end <= now)
        {
            problems.push(
                Problem::new(Code::SourceExpired)
                    .at(last.at.clone())
                    .with("source", last.profile.as_deref().unwrap_or_else(|| last.kind.botocore_name())),
            );
        }
        problems.extend(self.warnings.iter().cloned());
        problems
    }
}

impl Expires {
    /// The end, when there is one.
    pub fn instant(self) -> Option<Timestamp> {
        match self {
            Self::At { instant, .. } => Some(instant),
            _ => None,
        }
    }
}

/// True if a session may be written over a profile's keys. Of long-term keys the refresh source counts for nothing.
fn is_replaceable(top: Option<&Source>) -> bool {
    matches!(top, Some(Source::Keys(keys)) if keys.are_replaceable())
}

fn refresh_chain(chain: &[Link], refresh: Option<&Source>, caches: &CacheReadings) -> Vec<Link> {
    let (Some(own), Some(refresh)) = (chain.first(), refresh) else {
        return Vec::new();
    };
    let mut links: Vec<Link> = links(refresh).map(|part| link(part, caches)).collect();
    if let Some(first) = links.first_mut() {
        first.expires = own.expires;
    }
    links
}

fn link((depth, source): (usize, &Source), caches: &CacheReadings) -> Link {
    let role = match source {
        Source::Role(role) => Some(role),
        _ => None,
    };
    Link {
        profile: source.profile().map(str::to_owned),
        kind: source.kind(),
        role_arn: role.map(|role| shown_value(&role.role_arn.value)),
        role_name: source.role_name().map(str::to_owned),
        at: source.at().clone(),
        mfa_serial: role.and_then(|role| role.mfa_serial.as_ref()).map(|serial| shown_value(&serial.value)),
        expires: expires(source, depth, caches),
    }
}

fn expires(source: &Source, depth: usize, caches: &CacheReadings) -> Expires {
    match (source, entry(source, depth, caches)) {
        (Source::Keys(keys), _) => keys_expire(keys),
        (_, Some(CacheReading::Entry { expires_at, stored_at, .. })) => {
            Expires::At { instant: *expires_at, stored_at: *stored_at }
        }
        _ if source.is_in_cli_cache(depth) => Expires::NotYet,
        _ => Expires::Unrecorded,
    }
}

/// Returns what the AWS CLI's cache of sessions holds of a source. Its key is a digest: where nothing was found at all, as for
/// most of thousands of profiles, it is not worked out.
fn entry<'a>(source: &Source, depth: usize, caches: &'a CacheReadings) -> Option<&'a CacheReading> {
    if caches.is_empty() || !source.is_in_cli_cache(depth) {
        return None;
    }
    caches.get(&source.stored(depth)?.cli_key()?)
}

fn keys_expire(keys: &KeysSource) -> Expires {
    match keys.expires_at() {
        Some(instant) => Expires::At { instant, stored_at: None },
        _ if keys.temporary => Expires::Unrecorded,
        _ => Expires::Never,
    }
}

/// The chain of a source, each part with how far it is below the top.
fn links(source: &Source) -> impl Iterator<Item = (usize, &Source)> {
    source.links().enumerate()
}

/// Every cache key a resolution looks at, so that the shell can read those files.
pub fn cache_keys(resolution: &Resolution) -> Vec<CacheKey> {
    resolution.source.iter().flat_map(chain_keys).collect()
}

/// The same of one source.
pub fn chain_keys(source: &Source) -> Vec<CacheKey> {
    links(source).filter_map(|(depth, link)| link.stored(depth)?.cli_key()).collect()
}

fn damaged(source: &Source, caches: &CacheReadings) -> Option<Problem> {
    links(source).find_map(|(depth, link)| match entry(link, depth, caches) {
        Some(CacheReading::Damaged { file }) => Some(Problem::new(Code::DamagedCache).with("path", file)),
        Some(CacheReading::Unreadable { file }) => {
            Some(Problem::new(Code::UnreadableCache).with("path", file))
        }
        _ => None,
    })
}

fn account_id(source: &Source, caches: &CacheReadings) -> Option<String> {
    let from_cache = match entry(source, 0, caches) {
        Some(CacheReading::Entry { account_id, .. }) => account_id.clone(),
        _ => None,
    };
    from_cache.or_else(|| source.account_id().map(str::to_owned))
}
