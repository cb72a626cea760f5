//! The kinds of credential sources.

use std::fmt;

/// A kind of source: one of the places botocore looks for credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SourceKind {
    /// Keys in variables.
    Environment,
    /// Keys in the credentials file.
    SharedKeys,
    /// Keys in the config file.
    ConfigKeys,
    /// A role assumed by another source.
    Role,
    /// A role assumed with a token file.
    WebIdentity,
    /// IAM Identity Center.
    Sso,
    /// `aws login`.
    Login,
    /// `credential_process`.
    Process,
    /// The container endpoint.
    Container,
    /// The instance metadata service.
    Instance,
}

impl SourceKind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Environment,
        Self::SharedKeys,
        Self::ConfigKeys,
        Self::Role,
        Self::WebIdentity,
        Self::Sso,
        Self::Login,
        Self::Process,
        Self::Container,
        Self::Instance,
    ];

    /// botocore's name of it, which `aws configure list` prints.
    pub const fn botocore_name(self) -> &'static str {
        match self {
            Self::Environment => "env",
            Self::SharedKeys => "shared-credentials-file",
            Self::ConfigKeys => "config-file",
            Self::Role => "assume-role",
            Self::WebIdentity => "assume-role-with-web-identity",
            Self::Sso => "sso",
            Self::Login => "login",
            Self::Process => "custom-process",
            Self::Container => "container-role",
            Self::Instance => "iam-role",
        }
    }

    /// The word for what kind of profile has it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Environment | Self::SharedKeys | Self::ConfigKeys => "keys",
            Self::Role => "role",
            Self::WebIdentity => "web_identity",
            Self::Sso => "sso",
            Self::Login => "login",
            Self::Process => "process",
            Self::Container | Self::Instance => "host",
        }
    }

    /// True if it is a pair of keys that stand somewhere.
    pub const fn is_keys(self) -> bool {
        matches!(self, Self::Environment | Self::SharedKeys | Self::ConfigKeys)
    }

    /// True if tools get its credentials at each use, with nobody's help.
    pub const fn is_made_at_each_use(self) -> bool {
        matches!(self, Self::Process | Self::Container | Self::Instance | Self::Login | Self::WebIdentity)
    }

    /// True if they come from the machine the program runs on.
    pub const fn is_of_host(self) -> bool {
        matches!(self, Self::Container | Self::Instance)
    }

    /// True if its credentials are the session of a role.
    pub const fn gives_role_session(self) -> bool {
        match self {
            Self::Role | Self::WebIdentity | Self::Sso | Self::Container | Self::Instance => true,
            Self::Environment | Self::SharedKeys | Self::ConfigKeys | Self::Login | Self::Process => false,
        }
    }
}

impl fmt::Display for SourceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.botocore_name())
    }
}
