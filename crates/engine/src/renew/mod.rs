//! Renewing: resolve, reuse what is still fresh upstream, ask AWS, store where the AWS CLI looks.

mod backoff;
mod chain;
mod check;
mod http;
mod refusal;
mod request;
mod sts;

use std::path::PathBuf;

use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::Source;
use sandglass_core::session::Reuse;

use crate::cache::{CliCache, Found};
use crate::{Clock, Environment, Prompt, resolve_profile};

pub(crate) use check::unsupported;

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
        /// The AWS CLI's cache file it stands in.
        stored_in: PathBuf,
    },
    /// There was nothing to do.
    StillFresh {
        /// When the session runs out; none for long-term keys.
        expires_at: Option<Timestamp>,
        /// The AWS CLI's cache file it stands in.
        stored_in: Option<PathBuf>,
    },
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
    let (profiles, resolution) = resolve_profile(environment, profile);
    if let Some(problem) = resolution.errors.into_iter().next() {
        return Err(problem);
    }
    let Some(source) = resolution.source else {
        return Err(Problem::new(Code::NoCredentials).with("profile", profile));
    };
    let role = match &source {
        Source::Role(role) => role,
        Source::Keys(keys) if keys.temporary => {
            return Err(Problem::new(Code::NotRenewable).at(keys.at.clone()).with("profile", profile));
        }
        Source::Keys(_) => return Ok(Renewal::StillFresh { expires_at: None, stored_in: None }),
        other => return Err(check::unsupported(other, profile)),
    };
    let cache = CliCache::new(&environment.paths.cli_cache);
    let key = role.cache_key();
    if let Found::Entry(entry, stored_at) = cache.read(&key) {
        let expires_at = entry.credentials.expiration;
        if options.reuse.holds(expires_at, stored_at, clock.now()) {
            return Ok(Renewal::StillFresh {
                expires_at: Some(expires_at),
                stored_in: Some(cache.path(&key)),
            });
        }
    }
    check::durations(role)?;
    let client = sts::Client::new(&resolution.client, profile)?;
    let mut chain = chain::Chain {
        environment,
        profile,
        profiles: &profiles,
        cache: &cache,
        client: &client,
        prompt,
        clock,
        reuse: options.reuse,
    };
    let credentials = chain.renew(role).await?;
    Ok(Renewal::Renewed { expires_at: credentials.expires_at, stored_in: cache.path(&key) })
}
