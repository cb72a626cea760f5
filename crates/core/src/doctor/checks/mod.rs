//! The checks, one a file. Each looks at the evidence alone.

mod chain;
mod files;
mod profile_choice;

pub(super) use files::unnamed_home;

use super::{Check, Evidence};

/// Every check, in the order they are shown.
pub(super) fn all(evidence: &Evidence) -> Vec<Check> {
    vec![files::check(evidence), profile_choice::check(evidence), chain::check(evidence)]
}
