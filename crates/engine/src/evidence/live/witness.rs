//! What a diagnosis sees of the walk along a chain: every question with its answer, and whose keys they are.

use std::path::PathBuf;

use sandglass_core::resolve::StaticKeys;
use sandglass_doctor::evidence::live::{Asked, Operation, Outcome};
use tokio::time::{Instant, timeout_at};

use crate::chain;
use crate::refused::IN_TIME;
use crate::sources::Client;

/// Asks AWS whose keys they are, and notes everything.
pub(super) struct Witness<'a> {
    client: &'a Client,
    deadline: Instant,
    pub(super) asked: Vec<Asked>,
}

impl<'a> Witness<'a> {
    pub(super) fn new(client: &'a Client, deadline: Instant) -> Self {
        Self { client, deadline, asked: Vec::new() }
    }
}

impl chain::Witness for Witness<'_> {
    async fn takes(&mut self, depth: usize, keys: &StaticKeys, cached_in: Option<PathBuf>) -> bool {
        let outcome = match timeout_at(self.deadline, self.client.get_caller_identity(keys)).await {
            Ok(Ok(identity)) => Some(Outcome::Identity(identity)),
            Ok(Err(refused)) => refused.outcome(),
            Err(_) => Some(Outcome::NoAnswer(IN_TIME.to_owned())),
        };
        let is_taken = matches!(outcome, Some(Outcome::Identity(_)));
        let operation = Operation::GetCallerIdentity;
        self.asked.extend(outcome.map(|outcome| Asked { depth, operation, cached_in, outcome }));
        is_taken
    }

    fn told(&mut self, depth: usize, operation: Operation, outcome: Outcome) {
        self.asked.push(Asked { depth, operation, cached_in: None, outcome });
    }

    fn is_silent(&self) -> bool {
        matches!(self.asked.last().map(|asked| &asked.outcome), Some(Outcome::NoAnswer(_)))
    }
}
