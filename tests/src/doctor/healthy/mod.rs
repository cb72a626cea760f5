//! Set-ups that work, however odd they look.

mod environment;
mod files;
mod host;
mod odd;
mod sources;

use super::Case;

/// Every sound set-up.
pub fn all() -> Vec<Case> {
    [sources::CASES, host::CASES, environment::CASES, files::CASES, odd::CASES]
        .into_iter()
        .flatten()
        .copied()
        .collect()
}
