//! Records the calls of a walk along a chain for the diagnosis, and asks whose keys it meets.

use std::path::PathBuf;

use sandglass_core::resolve::StaticKeys;
use sandglass_doctor::evidence::live::{ApiCall, Operation, Outcome};
use tokio::time::{Instant, timeout_at};

use crate::chain;
use crate::refused::IN_TIME;
use crate::sources::Client;

/// Asks AWS whose keys they are, and notes everything.
pub(super) struct CallRecorder<'a> {
    client: &'a Client,
    deadline: Instant,
    pub(super) calls: Vec<ApiCall>,
}

impl<'a> CallRecorder<'a> {
    pub(super) fn new(client: &'a Client, deadline: Instant) -> Self {
        Self { client, deadline, calls: Vec::new() }
    }
}

impl chain::Witness for CallRecorder<'_> {
    async fn accepts(&mut self, depth: usize, keys: &StaticKeys, cached_in: Option<PathBuf>) -> bool {
        let outcome = match timeout_at(self.deadline, self.client.get_caller_identity(keys)).await {
            Ok(Ok(identity)) => Some(Outcome::Identity(identity)),
            Ok(Err(refused)) => refused.outcome(),
            Err(_) => Some(Outcome::NoAnswer(IN_TIME.to_owned())),
        };
        let is_taken = matches!(outcome, Some(Outcome::Identity(_)));
        let operation = Operation::GetCallerIdentity;
        self.calls.extend(outcome.map(|outcome| ApiCall { depth, operation, cached_in, outcome }));
        is_taken
    }

    fn record(&mut self, depth: usize, operation: Operation, outcome: Outcome) {
        self.calls.push(ApiCall { depth, operation, cached_in: None, outcome });
    }

    fn timed_out(&self) -> bool {
        matches!(self.calls.last().map(|call| &call.outcome), Some(Outcome::NoAnswer(_)))
    }
}
