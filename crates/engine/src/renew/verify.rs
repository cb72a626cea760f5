//! Asks AWS whether it accepts a profile's keys, when a person wants to know.

use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::static_keys;
use sandglass_core::source::Source;

use crate::backoff::Backoff;
use crate::sources::{self, Client};
use crate::{Clock, Environment, resolve_profile};

/// Asks STS who a profile's own keys belong to. An error says what AWS has against them, or why it
/// could not be asked.
pub async fn verify(environment: &Environment, profile: &str, clock: &dyn Clock) -> Result<(), Problem> {
    let (profiles, resolution) = resolve_profile(environment, profile);
    if let Some(problem) = resolution.errors.first() {
        return Err(problem.clone());
    }
    let no_credentials = || Problem::new(Code::NoCredentials).with("profile", profile);
    let Some(source @ Source::Keys(found)) = &resolution.source else { return Err(no_credentials()) };
    let keys = static_keys(found, &profiles, &environment.variables).ok_or_else(no_credentials)?;
    let client = Client::new(&resolution.client, profile)?;
    let mut backoff = Backoff::default();
    loop {
        match client.get_caller_identity(&keys).await {
            Ok(_) => return Ok(()),
            Err(refused) => backoff
                .pause(clock, refused)
                .await
                .map_err(|refused| sources::problem(refused, source, profile, client.region()))?,
        }
    }
}
