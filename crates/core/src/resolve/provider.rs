//! The credential providers in botocore's order, and the possible outcomes of each.

use crate::problem::{Code, Origin, Problem};
use crate::source::Source;

/// One place botocore looks for credentials, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Provider {
    /// `AWS_ACCESS_KEY_ID`.
    Environment,
    /// `role_arn` with a source.
    AssumeRole,
    /// `role_arn` with `web_identity_token_file`.
    WebIdentity,
    /// `sso_session` or `sso_start_url`.
    Sso,
    /// Keys in the credentials file.
    CredentialsFile,
    /// `login_session`.
    Login,
    /// `credential_process`.
    Process,
    /// Keys in the config file.
    ConfigFile,
    /// `AWS_CONTAINER_CREDENTIALS_*`.
    Container,
    /// The instance metadata service: last, and only known by asking it.
    InstanceMetadata,
}

/// The outcome of one provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProviderVerdict {
    /// It gives the credentials.
    Wins,
    /// It could, but an earlier one wins.
    ShadowedBy(Provider),
    /// It is asked for, but fails: botocore stops here.
    Fails(Code),
    /// It is not configured.
    Absent,
    /// It does not count with `--profile`.
    IgnoredWithProfile,
    /// Only a request could tell; none is made.
    NotAsked,
}

/// One provider's part in a resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderStep {
    /// The provider.
    pub provider: Provider,
    /// Its outcome.
    pub verdict: ProviderVerdict,
    /// The place where it is configured.
    pub at: Option<Origin>,
}

/// The answer of a provider.
pub(super) type ProviderAnswer = Result<Option<Source>, Problem>;
