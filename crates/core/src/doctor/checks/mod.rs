//! The checks, one a file. Each looks at the evidence alone.

mod asked;
mod assume_role;
mod chain;
mod clock;
mod endpoint;
mod files;
mod identity;
mod portal;
mod process;
mod profile_choice;
mod proxy;
mod refused;

pub(super) use files::unnamed_home;

use super::{Check, Evidence};

/// Every check, in the order they are shown.
pub(super) fn all(evidence: &Evidence) -> Vec<Check> {
    vec![
        files::check(evidence),
        profile_choice::check(evidence),
        chain::check(evidence),
        portal::check(evidence),
        process::check(evidence),
        clock::check(evidence),
        proxy::check(evidence),
        endpoint::check(evidence),
        assume_role::check(evidence),
        identity::check(evidence),
    ]
}

#[cfg(test)]
mod live_tests;
