//! Renewing: resolve, reuse what is still fresh upstream, ask AWS, store where the AWS CLI looks: in its
//! cache, or, for keys kept in a file, in that file.

mod ask;
mod backoff;
mod chain;
mod check;
mod keys_file;
mod refusal;
mod request;
mod store;
mod sts;
mod verify;
mod with_code;

use std::path::PathBuf;

use aws_files::Profiles;
use sandglass_core::Timestamp;
use sandglass_core::history::{HistoryEntry, HistoryEvent};
use sandglass_core::preferences::Refresh;
use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_core::resolve::{
    Call, ClientSettings, Located, Resolution, RoleSource, Source, StaticKeys, check_durations,
    replaceable_keys, resolve,
};
use sandglass_core::session::Reuse;

use crate::cache::CliCache;
use crate::panics::guarded;
use crate::snapshot::resolve_refresh;
use crate::{Clock, Environment, NoPrompt, Prompt, history, resolve_profile};
use keys_file::KeysFile;
use store::Store;

pub(crate) use ask::{Borrowed, Unanswered};
pub(crate) use check::unsupported;
pub(crate) use sts::Client;
pub use verify::verify;
pub use with_code::renew_with_code;

/// How a renewal is to be done.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// When the session there is will do. A person's renewal always gets a new one.
    pub reuse: Reuse,
}

/// What a renewal led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// There is a new session.
    Renewed {
        /// When it runs out.
        expires_at: Timestamp,
        /// The file it stands in: the AWS CLI's cache, or the profile's own file.
        stored_in: PathBuf,
    },
    /// There was nothing to do.
    StillFresh {
        /// When the session runs out; none for long-term keys.
        expires_at: Option<Timestamp>,
        /// The file it stands in: the AWS CLI's cache, or the profile's own file.
        stored_in: Option<PathBuf>,
    },
}

impl Renewal {
    /// When the session runs out; none for long-term keys.
    pub fn expires_at(&self) -> Option<Timestamp> {
        match self {
            Self::Renewed { expires_at, .. } => Some(*expires_at),
            Self::StillFresh { expires_at, .. } => *expires_at,
        }
    }
}

/// Renews one profile as `aws --profile NAME` would get its session, and stores it for the AWS CLI.
///
/// The error is a problem of the profile, of this machine or of AWS, ready to be said in words.
pub async fn renew(
    environment: &Environment,
    profile: &str,
    options: Options,
    prompt: &mut dyn Prompt,
    clock: &dyn Clock,
) -> Result<Renewal, Problem> {
    // A fault of a library is the answer to one renewal, whoever asked for it.
    let result = guarded(renew_once(environment, profile, options, prompt, clock)).await.flatten();
    if let Some(what) = happened(options.reuse, &result) {
        history::record(environment, &HistoryEntry { at: clock.now(), profile: profile.to_owned(), what });
    }
    result
}

/// What a renewal adds to the history: that somebody was asked in vain is no event, and while there is
/// no network a silent renewal is tried again and again.
fn happened(reuse: Reuse, result: &Result<Renewal, Problem>) -> Option<HistoryEvent> {
    let silent = matches!(reuse, Reuse::NotDue | Reuse::HandOut);
    match result {
        Ok(Renewal::Renewed { expires_at, .. }) => Some(HistoryEvent::Renewed { silent, until: *expires_at }),
        Ok(Renewal::StillFresh { .. }) => None,
        Err(problem) if silent && problem.code == Code::Network => None,
        // Credentials that are handed out need no place.
        Err(problem) if matches!(reuse, Reuse::HandOut) && problem.is_of_keeping() => None,
        Err(problem) if problem.needs_human() => None,
        Err(problem) => Some(HistoryEvent::Failed { code: problem.code }),
    }
}

async fn renew_once(
    environment: &Environment,
    profile: &str,
    options: Options,
    prompt: &mut dyn Prompt,
    clock: &dyn Clock,
) -> Result<Renewal, Problem> {
    let (profiles, resolution) = resolve_profile(environment, profile);
    let behind = crate::helper::behind(environment, &profiles, &resolution)?;
    let resolution = behind.unwrap_or(resolution);
    renew_planned(environment, &resolution.profile, (&profiles, &resolution), options, prompt, clock).await
}

/// Renews a profile that was resolved from these profiles, whether they stand in the files or not.
pub(crate) async fn renew_planned(
    environment: &Environment,
    profile: &str,
    (profiles, resolution): (&Profiles, &Resolution),
    options: Options,
    prompt: &mut dyn Prompt,
    clock: &dyn Clock,
) -> Result<Renewal, Problem> {
    if let Some(problem) = resolution.errors.first() {
        return Err(problem.clone());
    }
    let cache = CliCache::new(&environment.paths.cli_cache);
    let Some(plan) = plan(environment, &cache, profile, profiles, resolution)? else {
        return Ok(Renewal::StillFresh { expires_at: None, stored_in: None });
    };
    let stored_in = plan.store.path();
    if let Some(held) = plan.store.held() {
        let expires_at = held.session.expires_at;
        if options.reuse.holds(expires_at, held.stored_at, clock.now()) {
            return Ok(Renewal::StillFresh { expires_at: Some(expires_at), stored_in: Some(stored_in) });
        }
    }
    check_durations(&plan.role)?;
    let client = sts::Client::new(&plan.client, profile)?;
    let mut chain = chain::Chain {
        environment,
        profile,
        profiles,
        cache: &cache,
        client: &client,
        prompt,
        clock,
        store: plan.store,
        reuse: options.reuse,
        must_keep: true,
    };
    let credentials = chain.renew(&plan.role).await?;
    Ok(Renewal::Renewed { expires_at: credentials.expires_at, stored_in })
}

/// A session for whoever asks for credentials where it cannot be kept: they hold it as long as they live. Asks nobody.
pub(crate) async fn unkept(
    environment: &Environment,
    profile: &str,
    clock: &dyn Clock,
) -> Result<(StaticKeys, Timestamp), Problem> {
    let (profiles, resolution) = resolve_profile(environment, profile);
    let cache = CliCache::new(&environment.paths.cli_cache);
    let Some(plan) = plan(environment, &cache, profile, &profiles, &resolution)? else {
        return Err(Problem::new(Code::NoCredentials).with("profile", profile));
    };
    check_durations(&plan.role)?;
    let client = sts::Client::new(&plan.client, profile)?;
    let mut chain = chain::Chain {
        environment,
        profile,
        profiles: &profiles,
        cache: &cache,
        client: &client,
        prompt: &mut NoPrompt,
        clock,
        store: plan.store,
        reuse: Reuse::HandOut,
        must_keep: false,
    };
    let session = chain.renew(&plan.role).await?;
    Ok((session.keys, session.expires_at))
}

/// Whether STS can be reached with these settings, and who that is.
pub(crate) async fn reach(settings: &ClientSettings) -> (String, Result<(), Problem>) {
    let mut settings = settings.clone();
    // STS is everywhere: which region is asked says nothing about the network.
    let anywhere = || Located { value: "us-east-1".to_owned(), at: Origin::Call };
    settings.region.get_or_insert_with(anywhere);
    match sts::Client::new(&settings, "default") {
        Ok(client) => (client.endpoint().to_owned(), client.reach().await),
        Err(problem) => ("STS".to_owned(), Err(problem)),
    }
}

/// What is to be assumed, how AWS is reached, and where the session goes.
struct Plan<'a> {
    role: RoleSource,
    client: ClientSettings,
    store: Store<'a>,
}

/// None for long-term keys, which there is nothing to do for.
fn plan<'a>(
    environment: &'a Environment,
    cache: &'a CliCache,
    profile: &'a str,
    profiles: &Profiles,
    resolution: &Resolution,
) -> Result<Option<Plan<'a>>, Problem> {
    let client = resolution.client.clone();
    match &resolution.source {
        None => Err(Problem::new(Code::NoCredentials).with("profile", profile)),
        Some(Source::Role(role)) => {
            let store = Store::Cache { environment, cache, key: role.cache_key() };
            Ok(Some(Plan { role: role.clone(), client, store }))
        }
        Some(Source::Keys(keys)) => {
            let refresh = match crate::read_preferences(environment) {
                Ok(preferences) => preferences.settings().refresh(profile).cloned(),
                // Whoever keeps long-term keys only has nothing to do with our preferences.
                Err(_) if !keys.temporary => None,
                Err(error) => return Err(error.to_problem(environment)),
            };
            match refresh {
                Some(refresh) => refreshed(environment, profile, profiles, resolution, &refresh).map(Some),
                None if keys.temporary => {
                    Err(Problem::new(Code::NotRenewable).at(keys.at.clone()).with("profile", profile))
                }
                None => Ok(None),
            }
        }
        Some(other) => Err(check::unsupported(other, profile)),
    }
}

fn refreshed<'a>(
    environment: &'a Environment,
    profile: &'a str,
    profiles: &Profiles,
    resolution: &Resolution,
    refresh: &Refresh,
) -> Result<Plan<'a>, Problem> {
    let keys = replaceable_keys(resolution)?;
    let role = match resolve_refresh(environment, profiles, profile, refresh)? {
        Source::Role(role) => role,
        other => return Err(check::unsupported(&other, profile)),
    };
    let mut client = resolution.client.clone();
    if client.region.is_none() {
        // A section that only holds keys says nothing of how AWS is reached: its source does.
        let call = Call::Profile(refresh.source_profile.clone());
        client = resolve(profiles, &environment.variables, &call).client;
    }
    let store = Store::File(KeysFile::new(environment, profile, keys));
    Ok(Plan { role, client, store })
}
