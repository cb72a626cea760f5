//! Obtains credentials from their sources. Each kind has a file, and one function knows them all.

mod container;
mod host;
mod instance;
mod keys;
mod login;
mod problem;
pub(crate) mod process;
mod role;
mod sso;
mod sts;
mod web_identity;

use std::path::PathBuf;

use aws_files::Profiles;
use sandglass_core::Timestamp;
use sandglass_core::resolve::{ClientSettings, Service, StaticKeys};
use sandglass_core::source::Source;
use sandglass_doctor::evidence::live::{Operation, Outcome};
use tokio::time::Instant;
use zeroize::Zeroizing;

pub(crate) use problem::problem;
pub(crate) use sts::{Client, UserSession};
pub(crate) use web_identity::LARGEST_TOKEN;

use crate::refused::Refused;
use crate::{Clock, Environment, MfaCode};

/// The context in which sources are asked: the files and variables they were resolved from, and who answers for AWS.
#[derive(Clone, Copy)]
pub(crate) struct SourceContext<'a> {
    pub(crate) environment: &'a Environment,
    pub(crate) profiles: &'a Profiles,
    /// The profile that was asked for.
    pub(crate) profile: &'a str,
    /// The settings to reach AWS: those of the profile that was asked for, whatever its sources say.
    pub(crate) settings: &'a ClientSettings,
    pub(crate) sts: &'a Client,
    pub(crate) clock: &'a dyn Clock,
    /// The deadline for others of ours that refresh the same sign-in.
    pub(crate) deadline: Instant,
    /// The time limit of a program.
    pub(crate) program_limit: std::time::Duration,
}

/// Credentials, and what is to be kept of them.
pub(crate) struct Obtained {
    pub(crate) keys: StaticKeys,
    /// Their end, where they have one that is known.
    pub(crate) expires_at: Option<Timestamp>,
    /// An entry of the AWS CLI's cache, where it would make one of them.
    pub(crate) entry: Option<Zeroizing<Vec<u8>>>,
    /// The file of the sign-in they were refreshed in, just now.
    pub(crate) refreshed: Option<PathBuf>,
}

/// The keys that sign a role's call.
pub(crate) struct Signing<'a> {
    pub(crate) keys: &'a StaticKeys,
    pub(crate) code: Option<&'a MfaCode>,
}

/// The calls that were made on the way, for a witness.
pub(crate) type CallLog = Vec<(Operation, Outcome)>;

/// Asks a source for credentials, once. A role is given what signs its call; nothing else needs it.
pub(crate) async fn obtain(
    source: &Source,
    signing: Option<&Signing<'_>>,
    context: &SourceContext<'_>,
    tries: u32,
    calls: &mut CallLog,
) -> Result<Obtained, Refused> {
    match source {
        Source::Keys(source) => keys::obtain(source, context),
        Source::Role(source) => {
            let signing = signing.ok_or(Refused::Untaken)?;
            log_call(calls, Operation::AssumeRole, role::obtain(source, signing, context, tries).await)
        }
        Source::WebIdentity(source) => {
            let token = web_identity::token(source, context)?;
            let answer = web_identity::obtain(source, &token, context, tries).await;
            log_call(calls, Operation::AssumeRoleWithWebIdentity, answer)
        }
        Source::Sso(source) => {
            let token = sso::token(source, context, calls).await?;
            log_call(calls, Operation::GetRoleCredentials, sso::obtain(source, &token, context).await)
        }
        Source::Login(source) => login::obtain(source, context, calls).await,
        Source::Process(source) => process::obtain(source, context).await.inspect_err(|refused| {
            calls.extend(refused.outcome().map(|outcome| (Operation::CredentialProcess, outcome)));
        }),
        Source::Container(source) => {
            log_call(calls, Operation::ContainerCredentials, container::obtain(source, context).await)
        }
        Source::Instance(_) => {
            log_call(calls, Operation::InstanceCredentials, instance::obtain(context).await)
        }
    }
}

/// Returns the name of a source's call.
pub(crate) fn operation(source: &Source) -> Option<Operation> {
    match source {
        Source::Role(_) => Some(Operation::AssumeRole),
        Source::WebIdentity(_) => Some(Operation::AssumeRoleWithWebIdentity),
        Source::Sso(_) => Some(Operation::GetRoleCredentials),
        Source::Login(_) => Some(Operation::CreateOAuth2Token),
        Source::Process(_) => Some(Operation::CredentialProcess),
        Source::Container(_) => Some(Operation::ContainerCredentials),
        Source::Instance(_) => Some(Operation::InstanceCredentials),
        Source::Keys(_) => None,
    }
}

fn log_call(
    calls: &mut CallLog,
    operation: Operation,
    answer: Result<Obtained, Refused>,
) -> Result<Obtained, Refused> {
    let outcome = match &answer {
        Ok(obtained) => Some(Outcome::Granted(obtained.expires_at)),
        Err(refused) => refused.outcome(),
    };
    calls.extend(outcome.map(|outcome| (operation, outcome)));
    answer
}

impl SourceContext<'_> {
    /// Of a service beside STS: with the settings of the selected profile, as all of the AWS CLI's.
    fn settings_of(&self, service: Service) -> ClientSettings {
        let selected = self.profiles.get(self.profile);
        self.settings.of_service(service, self.profiles, &self.environment.variables, selected)
    }

    /// botocore's form, so that audit logs show a session made here as one of the AWS CLI.
    fn session_name(&self) -> String {
        format!("botocore-session-{}", self.clock.now().timestamp())
    }
}
