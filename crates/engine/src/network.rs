//! Tests whether AWS can be reached with the proxy and certificates in use.

use sandglass_core::problem::Problem;
use sandglass_core::resolve::{Call, client_settings, resolve};

use crate::renew::reach;
use crate::{Environment, files};

/// Asks STS without credentials: that it refuses shows that it is there. Says who was asked.
pub async fn try_network(environment: &Environment) -> (String, Result<(), Problem>) {
    let read = files::read(&environment.paths);
    let resolution = resolve(&read.profiles, &environment.variables, &Call::Bare);
    let profile = read.profiles.get(&resolution.profile);
    let mut errors = Vec::new();
    let settings = client_settings(&read.profiles, &environment.variables, profile, &mut errors);
    reach(&settings).await
}
