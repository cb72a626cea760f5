//! Set-ups with a fault, by what it is about.

mod cache;
mod chain;
mod choice;
mod cli;
mod clock;
mod double;
mod environment;
mod files;
pub mod host;
mod keys;
mod live;
mod login;
mod network;
mod odd;
mod pasted;
pub mod process;
mod sso;
mod values;

use super::Case;

/// Every broken set-up.
pub fn all() -> Vec<Case> {
    [
        choice::CASES,
        environment::CASES,
        files::CASES,
        chain::CASES,
        process::CASES,
        host::CASES,
        keys::CASES,
        cache::CASES,
        sso::CASES,
        login::CASES,
        clock::CASES,
        network::CASES,
        live::CASES,
        cli::CASES,
        double::CASES,
        odd::CASES,
        pasted::CASES,
        values::CASES,
    ]
    .into_iter()
    .flatten()
    .copied()
    .collect()
}
