//! Observers of a walk along a chain: none, or a diagnosis.

use std::path::PathBuf;

use sandglass_core::resolve::StaticKeys;
use sandglass_doctor::evidence::live::{Operation, Outcome};

/// Looks on, and says whether to go on.
pub(crate) trait Witness {
    /// True if AWS takes these keys. `cached_in` is the file they were found in.
    async fn accepts(&mut self, depth: usize, keys: &StaticKeys, cached_in: Option<PathBuf>) -> bool;

    /// Records a call and its outcome.
    fn record(&mut self, depth: usize, operation: Operation, outcome: Outcome);

    /// True if the last question had no answer: then no other would have one.
    fn timed_out(&self) -> bool;
}

/// Nobody looks on.
pub(crate) struct Nobody;

impl Witness for Nobody {
    async fn accepts(&mut self, _depth: usize, _keys: &StaticKeys, _cached_in: Option<PathBuf>) -> bool {
        true
    }

    fn record(&mut self, _depth: usize, _operation: Operation, _outcome: Outcome) {}

    fn timed_out(&self) -> bool {
        false
    }
}
