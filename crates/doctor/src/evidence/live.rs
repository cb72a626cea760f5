//! Answers of AWS, the network and a credential process, without conclusions and without secrets.

use aws_files::setting;

use std::path::PathBuf;

use chrono::TimeDelta;

use sandglass_core::Timestamp;
use sandglass_core::host::HostFault;
use sandglass_core::problem::{Origin, Problem};
use sandglass_core::process::AnswerFault;
pub use sandglass_core::refusal::Refusal;
use sandglass_core::source::SourceKind;

/// Everything that only asking could tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LiveEvidence {
    /// True if the network was left alone because that was asked for.
    pub offline: bool,
    /// The result of reaching the profile's own STS endpoint. None if it was not tried.
    pub endpoint: Option<Endpoint>,
    /// The seconds by which this machine's clock is ahead of AWS's, in whole seconds; negative when behind. None
    /// when no service of AWS answered.
    pub clock_ahead: Option<TimeDelta>,
    /// The calls with the profile's credentials, in order.
    pub calls: Vec<ApiCall>,
    /// The command that sets the clock on this system; empty where nobody looked.
    pub set_clock: &'static str,
}

/// The way to STS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The address, as `https://sts.eu-central-1.amazonaws.com`.
    pub url: String,
    /// The place of `endpoint_url` or its variable; none for the region's own endpoint.
    pub configured_at: Option<Origin>,
    /// The region; none when the profile has none.
    pub region: Option<String>,
    /// The place of the region.
    pub region_at: Option<Origin>,
    /// The place where the CA bundle is set, and its path.
    pub ca_bundle: Option<(Origin, String)>,
    /// The proxy in between.
    pub proxy: Option<Proxy>,
    /// The time until the answer.
    pub took: TimeDelta,
    /// The result.
    pub reached: Reached,
}

/// A proxy, without its password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proxy {
    /// The variable that names it.
    pub variable: &'static str,
    /// `host:port`, or nothing where the address is none.
    pub address: String,
}

/// The result of reaching an endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reached {
    /// STS answered.
    Sts,
    /// Something else did.
    Other(Stranger),
    /// Nothing did.
    Not(Obstacle),
}

/// An answer that is none of AWS.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stranger {
    /// The HTTP status.
    pub status: u16,
    /// True if it is a page for people.
    pub html: bool,
    /// The target of its redirect: scheme and host only.
    pub location: Option<String>,
}

/// An obstacle on the way to an endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The CA bundle is not there.
    BundleMissing,
    /// The CA bundle holds no usable certificate.
    BundleUnusable(String),
    /// The proxy's address is none.
    ProxyInvalid,
    /// The proxy cannot be reached, or does not answer.
    ProxyUnreachable(String),
    /// The proxy does not let the call through, or finds no way itself.
    ProxyRefused(String),
    /// `endpoint_url` is no address.
    UrlInvalid,
    /// The name has no address. Whether another name of AWS has one tells a wrong name from no network.
    HostUnknown {
        /// The name.
        host: String,
        /// True if names are resolved at all.
        others_known: bool,
    },
    /// Nobody listens there.
    Refused,
    /// No answer in time.
    TimedOut,
    /// There is no way to the address.
    NoRoute,
    /// The certificate is not trusted.
    Untrusted {
        /// Its issuer, as far as it is known.
        issuer: Option<String>,
        /// Its fault.
        detail: String,
    },
    /// The server speaks neither TLS nor HTTP.
    OtherLanguage(String),
    /// Anything else.
    Failed(String),
}

/// A call to AWS, or a run of a credential process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiCall {
    /// The part of the chain it was about, counted from the profile's own source.
    pub depth: usize,
    /// The operation.
    pub operation: Operation,
    /// The file of the AWS CLI's cache whose session signed it.
    pub cached_in: Option<PathBuf>,
    /// The answer.
    pub outcome: Outcome,
}

impl ApiCall {
    /// True if only STS gives such an answer: credentials, an identity, or a refusal that understood the call.
    pub fn is_of_sts(&self) -> bool {
        let of_sts = matches!(
            self.operation,
            Operation::GetCallerIdentity | Operation::AssumeRole | Operation::AssumeRoleWithWebIdentity
        );
        of_sts
            && match &self.outcome {
                Outcome::Identity(_) | Outcome::Granted(_) => true,
                Outcome::Refused(refusal) => !is_of_another_service(refusal),
                Outcome::Process(_)
                | Outcome::Host(_)
                | Outcome::CodeWanted(_)
                | Outcome::NoCode(_)
                | Outcome::NoAnswer(_) => false,
            }
    }
}

/// The operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operation {
    /// `GetCallerIdentity`, signed with the credentials of that part of the chain.
    GetCallerIdentity,
    /// `AssumeRole`, for the role of that part of the chain.
    AssumeRole,
    /// `AssumeRoleWithWebIdentity`.
    AssumeRoleWithWebIdentity,
    /// `CreateToken` with a refresh token: the next token of a sign-in that is over.
    CreateToken,
    /// `CreateOAuth2Token` with a refresh token: the next keys of `aws login`.
    CreateOAuth2Token,
    /// `GetRoleCredentials` of the SSO portal.
    GetRoleCredentials,
    /// The `credential_process` was run.
    CredentialProcess,
    /// The endpoint of a container was asked.
    ContainerCredentials,
    /// The metadata service of an instance was asked.
    InstanceCredentials,
}

impl Operation {
    /// AWS's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::GetCallerIdentity => "sts:GetCallerIdentity",
            Self::AssumeRole => "sts:AssumeRole",
            Self::AssumeRoleWithWebIdentity => "sts:AssumeRoleWithWebIdentity",
            Self::CreateToken => "sso-oauth:CreateToken",
            Self::CreateOAuth2Token => "signin:CreateOAuth2Token",
            Self::GetRoleCredentials => "sso:GetRoleCredentials",
            Self::CredentialProcess => setting::CREDENTIAL_PROCESS,
            Self::ContainerCredentials => SourceKind::Container.botocore_name(),
            Self::InstanceCredentials => SourceKind::Instance.botocore_name(),
        }
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// AWS says who that is.
    Identity(Identity),
    /// There are credentials, or a token; until when, where that is said.
    Granted(Option<Timestamp>),
    /// A service refused.
    Refused(Refusal),
    /// The program did not do its part.
    Process(ProcessFault),
    /// The host of a container or an instance gave no credentials.
    Host(HostFault),
    /// A code of this MFA device would be asked for.
    CodeWanted(String),
    /// The program that prints the codes of the role's device printed none.
    NoCode(Problem),
    /// No answer in time, or none that could be understood.
    NoAnswer(String),
}

/// The identity that AWS reports for the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// `arn:aws:sts::123456789012:assumed-role/NAME/SESSION`, say.
    pub arn: String,
    /// The twelve digits.
    pub account: String,
}

/// The fault of a `credential_process`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProcessFault {
    /// There is no such program.
    NotFound(String),
    /// It could not be started, ended with an error, or did not end in time. Its own words are masked.
    Failed {
        /// The exit status, when it ended.
        status: Option<i32>,
        /// The last line it wrote to standard error, or why it did not run.
        detail: String,
    },
    /// Its output is no credentials.
    Invalid(AnswerFault),
    /// Its credentials are over.
    Expired(Timestamp),
}

/// True if another service of AWS, or another program, says that it does not know the call.
fn is_of_another_service(refusal: &Refusal) -> bool {
    const UNKNOWN: [&str; 5] =
        ["InvalidAction", "UnknownOperationException", "UnknownAction", "MissingAction", "NoSuchVersion"];
    UNKNOWN.contains(&refusal.code.as_str()) || refusal.message.contains("scoped to correct service")
}
