//! Gathers what only the network can tell: whether STS is reached, whether the clocks agree, and what AWS says about
//! the credentials. It asks what the AWS CLI would ask, asks nobody for a code, and stores nothing but the next token
//! of an expired sign-in, which the AWS CLI would get and store as well.

mod address;
mod endpoint;
mod issuer;
mod proxy;
mod witness;

use std::time::Duration;

use aws_files::Profiles;
use aws_files::regions::GLOBAL;
use sandglass_core::problem::Origin;
use sandglass_core::resolve::{ClientSettings, Located, Resolution, Source};
use sandglass_doctor::evidence::live::{ApiCall, LiveEvidence, Obstacle, Operation, Reached};
use tokio::time::Instant;

use crate::chain::{self, Chain, Policy};
use crate::refused::Refused;
use crate::sources::{self, Client, Obtained, SourceContext, obtain};
use crate::{Clock, Environment, NoPrompt, os};
use witness::CallRecorder;

/// A region that is always there.
const ANY_REGION: &str = "us-east-1";

/// The time limit of everything when the network is dead.
const IN_ALL: Duration = Duration::from_millis(4800);

/// The time limit of a program: one that takes longer asks a person, or never ends.
const PROGRAM: Duration = Duration::from_millis(4600);

/// The time the calls have in any case, once STS has answered.
const CALLS: Duration = Duration::from_millis(2400);

/// True if a signed call may still be answered. STS knows the question that is not signed; what stands in for
/// it need not, and the AWS CLI never asks it.
fn is_worth_asking(reached: &Reached) -> bool {
    matches!(reached, Reached::Sts | Reached::Other(_) | Reached::Not(Obstacle::Failed(_)))
}

/// The subject of a diagnosis: files as they were read, and their resolution.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub(crate) environment: &'a Environment,
    pub(crate) profiles: &'a Profiles,
    pub(crate) resolution: &'a Resolution,
    pub(crate) clock: &'a dyn Clock,
}

/// The way to STS was looked at, and meanwhile what needs no STS was asked: a program, or the host.
pub(crate) struct ReachAttempt {
    pub(crate) live: LiveEvidence,
    began: Instant,
    /// The credentials it gave.
    base: Option<Obtained>,
    /// The reason why it gave none.
    refused: Option<Refused>,
}

impl ReachAttempt {
    /// True if there is an instance that has something to say of credentials.
    pub(crate) fn shows_an_instance(&self) -> bool {
        let shows =
            |refused: &Refused| matches!(refused, Refused::Host(fault) if fault.reason.shows_an_instance());
        self.base.is_some() || self.refused.as_ref().is_some_and(shows)
    }

    /// The same of the way to STS alone.
    pub(crate) fn without_source(mut self) -> Self {
        (self.base, self.refused) = (None, None);
        self.live.calls.clear();
        self
    }
}

/// Asks everything. What does not answer in time is said to be silent, and nothing waits for it.
pub async fn gather(
    environment: &Environment,
    profiles: &Profiles,
    resolution: &Resolution,
    clock: &dyn Clock,
) -> LiveEvidence {
    let subject = Subject { environment, profiles, resolution, clock };
    subject.ask(subject.reach().await).await
}

impl<'a> Subject<'a> {
    /// Goes the way to STS; and asks what the chain starts from, where that takes no STS and the AWS CLI would ask.
    pub(crate) async fn reach(&self) -> ReachAttempt {
        let began = Instant::now();
        let ((endpoint, clock_ahead), asked) = tokio::join!(
            endpoint::probe(&self.resolution.client, &self.environment.variables, self.clock),
            self.ask_here(began + PROGRAM),
        );
        let mut live = LiveEvidence {
            offline: false,
            endpoint: Some(endpoint),
            clock_ahead,
            calls: Vec::new(),
            set_clock: os::SET_CLOCK,
        };
        let (base, refused) = match asked {
            Some((_, Ok(obtained))) => (Some(obtained), None),
            Some((operation, Err(refused))) => {
                let depth = self.chain().len() - 1;
                let outcome = refused.outcome();
                let call = outcome.map(|outcome| ApiCall { depth, operation, cached_in: None, outcome });
                live.calls.extend(call);
                (None, Some(refused))
            }
            None => (None, None),
        };
        ReachAttempt { live, began, base, refused }
    }

    /// Makes the calls, if there is somebody to ask.
    pub(crate) async fn ask(&self, reaching: ReachAttempt) -> LiveEvidence {
        let ReachAttempt { mut live, began, base, refused } = reaching;
        let Some(endpoint) = live.endpoint.as_mut().filter(|found| is_worth_asking(&found.reached)) else {
            return live;
        };
        let settings = self.settings();
        let Ok(client) = Client::new(&settings, &self.resolution.profile) else { return live };
        let Some(source) = self.resolution.source.as_ref().filter(|_| refused.is_none()) else { return live };
        let deadline = (began + IN_ALL).max(Instant::now() + CALLS);
        let context = self.context(&settings, &client, deadline);
        let mut witness = CallRecorder::new(&client, deadline);
        let mut chain =
            Chain { context, policy: Policy::Look { base }, prompt: &mut NoPrompt, witness: &mut witness };
        // What came of it the witness saw.
        drop(chain.walk(source).await);
        let calls = witness.calls;
        if endpoint.reached == Reached::Sts || calls.iter().any(ApiCall::is_of_sts) {
            endpoint.reached = Reached::Sts;
            live.calls = calls;
        }
        live
    }

    fn context<'c>(
        &'c self,
        settings: &'c ClientSettings,
        sts: &'c Client,
        deadline: Instant,
    ) -> SourceContext<'c> {
        SourceContext {
            environment: self.environment,
            profiles: self.profiles,
            profile: &self.resolution.profile,
            settings,
            sts,
            clock: self.clock,
            deadline,
            program_limit: PROGRAM,
        }
    }

    fn chain(&self) -> Vec<&'a Source> {
        self.resolution.source.as_ref().map(Source::chain).unwrap_or_default()
    }

    fn settings(&self) -> ClientSettings {
        let mut settings = self.resolution.client.clone();
        // What is asked is the same everywhere; that the call itself needs a region is found without asking.
        let anywhere = || Located { value: GLOBAL.to_owned(), at: Origin::Call };
        settings.region.get_or_insert_with(anywhere);
        settings
    }

    /// Asks the program or the host the chain starts from, if there is one and no cached session spares the AWS CLI from it.
    async fn ask_here(&self, deadline: Instant) -> Option<(Operation, Result<Obtained, Refused>)> {
        let chain = self.chain();
        let is_here = |source: &&&Source| {
            matches!(source, Source::Process(_) | Source::Container(_) | Source::Instance(_))
        };
        let source = chain.last().filter(is_here)?;
        let settings = self.settings();
        let client = Client::new(&settings, &self.resolution.profile).ok()?;
        let context = self.context(&settings, &client, deadline);
        let is_cached = |(depth, source): (usize, &&Source)| chain::cached(&context, source, depth).is_some();
        if chain.iter().enumerate().any(is_cached) {
            return None;
        }
        let asked = obtain(source, None, &context, 0, &mut sources::CallLog::new()).await;
        Some((sources::operation(source)?, asked))
    }
}
