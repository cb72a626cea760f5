//! What only asking tells: whether STS is reached, whether the clocks agree, and what AWS says of the
//! credentials a command would use. Asks what the AWS CLI would ask, and nobody for a code. Stores nothing
//! but the next token of a sign-in that is over, which the AWS CLI would get and store as well.

mod address;
mod calls;
mod endpoint;
mod issuer;
mod login;
mod process;
mod proxy;
mod sso;
mod web_identity;

pub(crate) use login::file as login_file;

use std::time::Duration;

use aws_files::Profiles;
use sandglass_core::problem::Origin;
use sandglass_core::resolve::{ClientSettings, Located, Resolution, Service, Source};
use sandglass_doctor::evidence::live::{Asked, LiveEvidence, Obstacle, Operation, Outcome, Reached};
use tokio::time::Instant;

use crate::renew::Client;
use crate::{Clock, Environment, os};
use sandglass_core::source::ProcessSource;

/// A region that is always there.
const ANY_REGION: &str = "us-east-1";

/// How long everything may take when the network is dead.
const IN_ALL: Duration = Duration::from_millis(4800);

/// How long the calls may take in any case, once STS has answered.
const CALLS: Duration = Duration::from_millis(2400);

/// Whether a signed call may still be answered. STS knows the question that is not signed; what stands in for
/// it need not, and the AWS CLI never asks it.
fn is_worth_asking(reached: &Reached) -> bool {
    matches!(reached, Reached::Sts | Reached::Other(_) | Reached::Not(Obstacle::Failed(_)))
}

/// What is asked about: files as they were read, and what they come to.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub(crate) environment: &'a Environment,
    pub(crate) profiles: &'a Profiles,
    pub(crate) resolution: &'a Resolution,
    pub(crate) clock: &'a dyn Clock,
}

/// The way to STS was looked at, and a program ran meanwhile.
pub(crate) struct Reaching {
    pub(crate) live: LiveEvidence,
    began: Instant,
    process: Option<process::Ran>,
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
    /// Goes the way to STS; and runs the program the chain starts from, if the AWS CLI would.
    pub(crate) async fn reach(&self) -> Reaching {
        let began = Instant::now();
        let chain = self.chain();
        let needed = calls::freshest(self, &chain).is_none();
        let ((endpoint, clock_ahead), process) = tokio::join!(
            endpoint::probe(&self.resolution.client, &self.environment.variables, self.clock),
            async { if needed { self.run_process(chain.last().copied()).await } else { None } },
        );
        let mut live = LiveEvidence {
            offline: false,
            endpoint: Some(endpoint),
            clock_ahead,
            calls: Vec::new(),
            set_clock: os::SET_CLOCK,
        };
        if let Some(Err(fault)) = &process {
            let outcome = Outcome::Process(fault.clone());
            let operation = Operation::CredentialProcess;
            live.calls.push(Asked { depth: chain.len() - 1, operation, cached_in: None, outcome });
        }
        Reaching { live, began, process }
    }

    /// Makes the calls, if there is somebody to ask.
    pub(crate) async fn ask(&self, reaching: Reaching) -> LiveEvidence {
        let Reaching { mut live, began, process } = reaching;
        let Some(endpoint) = live.endpoint.as_mut().filter(|found| is_worth_asking(&found.reached)) else {
            return live;
        };
        let Ok(client) = Client::new(&self.settings(&endpoint.url), &self.resolution.profile) else {
            return live;
        };
        let deadline = (began + IN_ALL).max(Instant::now() + CALLS);
        let calls = calls::Calls { subject: *self, client: &client, deadline, asked: live.calls.clone() };
        let asked = calls.ask(&self.chain(), process).await;
        if endpoint.reached == Reached::Sts || asked.iter().any(Asked::is_of_sts) {
            endpoint.reached = Reached::Sts;
            live.calls = asked;
        }
        live
    }

    fn chain(&self) -> Vec<&'a Source> {
        self.resolution.source.as_ref().map(Source::chain).unwrap_or_default()
    }

    /// Of a service beside STS: with the settings of the selected profile, as all of the AWS CLI's.
    fn settings_of(&self, service: Service) -> ClientSettings {
        let selected = self.profiles.get(&self.resolution.profile);
        self.resolution.client.of_service(service, self.profiles, &self.environment.variables, selected)
    }

    fn settings(&self, url: &str) -> ClientSettings {
        let mut settings = self.resolution.client.clone();
        // What is asked is the same everywhere; that the call itself needs a region is found without asking.
        let anywhere = || Located { value: ANY_REGION.to_owned(), at: Origin::Call };
        settings.region.get_or_insert_with(anywhere);
        if url.starts_with("http://") {
            settings.ca_bundle = None;
        }
        settings
    }

    /// Runs the program of a part of the chain, if there is one.
    async fn run_process(&self, source: Option<&Source>) -> Option<process::Ran> {
        let Some(Source::Process(source)) = source else { return None };
        Some(self.run(source).await)
    }

    async fn run(&self, source: &ProcessSource) -> process::Ran {
        process::run(source.command.as_str(), self.environment, self.clock).await
    }
}
