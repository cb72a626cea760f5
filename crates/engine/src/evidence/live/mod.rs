//! What only asking tells: whether STS is reached, whether the clocks agree, and what AWS says of the
//! credentials a command would use. Asks what the AWS CLI would ask, stores nothing, rotates no token,
//! and asks nobody for a code.

mod address;
mod calls;
mod endpoint;
mod login;
mod plain;
mod process;
mod proxy;
mod sso;
mod web_identity;

use std::time::Duration;

use aws_files::Profiles;
use sandglass_core::doctor::evidence::live::{LiveEvidence, Reached};
use sandglass_core::problem::Origin;
use sandglass_core::resolve::{Located, Resolution, Source};
use tokio::time::Instant;

use crate::renew::Client;
use crate::{Clock, Environment, os};

/// A region that is always there.
const ANY_REGION: &str = "us-east-1";

/// How long everything may take when the network is dead.
const IN_ALL: Duration = Duration::from_millis(4800);

/// How long the calls may take in any case, once STS has answered.
const CALLS: Duration = Duration::from_millis(2400);

/// Asks. What does not answer in time is said to be silent, and nothing waits for it.
pub async fn gather(
    environment: &Environment,
    profiles: &Profiles,
    resolution: &Resolution,
    clock: &dyn Clock,
) -> LiveEvidence {
    let started = Instant::now();
    let mut settings = resolution.client.clone();
    // What is asked is the same everywhere; that the call itself needs a region is found without asking.
    let anywhere = || Located { value: ANY_REGION.to_owned(), at: Origin::Call };
    settings.region.get_or_insert_with(anywhere);
    let chain = resolution.source.as_ref().map(Source::chain).unwrap_or_default();
    let ((endpoint, clock_ahead), process) = tokio::join!(
        endpoint::probe(&resolution.client, &environment.variables, clock),
        run_process(environment, profiles, &chain, clock),
    );
    let reached = endpoint.reached == Reached::Sts;
    if endpoint.url.starts_with("http://") {
        settings.ca_bundle = None;
    }
    let mut live = LiveEvidence {
        offline: false,
        endpoint: Some(endpoint),
        clock_ahead,
        calls: Vec::new(),
        set_clock: os::SET_CLOCK,
    };
    let Ok(client) = Client::new(&settings, &resolution.profile) else { return live };
    let deadline = (started + IN_ALL).max(Instant::now() + CALLS);
    let calls = calls::Calls {
        environment,
        profiles,
        resolution,
        client: &client,
        clock,
        deadline,
        asked: Vec::new(),
    };
    live.calls = calls.ask(&chain, process, reached).await;
    live
}

/// Runs the program the chain starts from, if it does.
async fn run_process(
    environment: &Environment,
    profiles: &Profiles,
    chain: &[&Source],
    clock: &dyn Clock,
) -> Option<process::Ran> {
    let Some(Source::Process { profile, .. }) = chain.last() else { return None };
    let command = profiles.get(profile)?.get("credential_process")?;
    Some(process::run(command.value(), environment, clock).await)
}
