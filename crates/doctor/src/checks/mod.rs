//! The checks, one per file. Each looks at the evidence alone.

mod assume_role;
mod calls;
mod chain;
mod cli;
mod clock;
mod credentials;
mod endpoint;
mod environment;
mod files;
mod headers;
mod identity;
mod key_form;
mod keys;
mod line_fixes;
mod login;
mod misspelt;
mod portal;
mod process;
mod profile_choice;
mod proxy;
mod refresh;
mod refused;
mod role_cache;
mod settings;
mod sso;
mod sso_settings;
mod unparsable;
mod unset;
mod values;

pub(super) use files::unnamed_home;
pub(super) use line_fixes::of_file;

use super::{Check, CheckCode, Evidence};

type CheckFunction = fn(&Evidence) -> Check;

/// Every check, in the order they are shown.
const ALL: [(CheckCode, CheckFunction); 16] = [
    (CheckCode::Files, files::check),
    (CheckCode::ProfileChoice, profile_choice::check),
    (CheckCode::Environment, environment::check),
    (CheckCode::Chain, chain::check),
    (CheckCode::Credentials, credentials::check),
    (CheckCode::Keys, keys::check),
    (CheckCode::RoleCache, role_cache::check),
    (CheckCode::Sso, sso::check),
    (CheckCode::Login, login::check),
    (CheckCode::Process, process::check),
    (CheckCode::Cli, cli::check),
    (CheckCode::Clock, clock::check),
    (CheckCode::Proxy, proxy::check),
    (CheckCode::Endpoint, endpoint::check),
    (CheckCode::AssumeRole, assume_role::check),
    (CheckCode::Identity, identity::check),
];

/// Every check.
pub(super) fn all(evidence: &Evidence) -> Vec<Check> {
    ALL.iter().map(|(_, look)| look(evidence)).collect()
}

/// Some of them, for what can be said before everything was gathered.
pub(super) fn some(evidence: &Evidence, codes: &[CheckCode]) -> Vec<Check> {
    ALL.iter().filter(|(code, _)| codes.contains(code)).map(|(_, look)| look(evidence)).collect()
}

#[cfg(test)]
mod live_tests;
#[cfg(test)]
mod local_tests;
#[cfg(test)]
mod sign_in_tests;
#[cfg(test)]
pub(super) mod testing;
