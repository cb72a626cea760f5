//! The checks, one a file. Each looks at the evidence alone.

mod asked;
mod assume_role;
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
mod login;
mod misspelt;
mod portal;
mod process;
mod profile_choice;
mod proxy;
mod refused;
mod role_cache;
mod settings;
mod sso;
mod sso_settings;
mod unparsable;
mod unset;

pub(super) use files::unnamed_home;

use super::{Check, Evidence};

/// Every check, in the order they are shown.
pub(super) fn all(evidence: &Evidence) -> Vec<Check> {
    vec![
        files::check(evidence),
        profile_choice::check(evidence),
        environment::check(evidence),
        chain::check(evidence),
        credentials::check(evidence),
        keys::check(evidence),
        role_cache::check(evidence),
        sso::check(evidence),
        login::check(evidence),
        process::check(evidence),
        cli::check(evidence),
        clock::check(evidence),
        proxy::check(evidence),
        endpoint::check(evidence),
        assume_role::check(evidence),
        identity::check(evidence),
    ]
}

#[cfg(test)]
mod live_tests;
