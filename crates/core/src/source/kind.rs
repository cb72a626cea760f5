//! The kinds of credential sources.

use std::fmt;

use serde::Serialize;

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
        self.session_kind().as_str()
    }

    /// The kind of a session that it gives; keys may be temporary.
    pub const fn session_kind(self) -> SessionKind {
        match self {
            Self::Environment | Self::SharedKeys | Self::ConfigKeys => SessionKind::Keys,
            Self::Role => SessionKind::Role,
            Self::WebIdentity => SessionKind::WebIdentity,
            Self::Sso => SessionKind::Sso,
            Self::Login => SessionKind::Login,
            Self::Process => SessionKind::Process,
            Self::Container | Self::Instance => SessionKind::Host,
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

/// The word for what kind of profile it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// A role assumed by another source.
    Role,
    /// Long-term keys.
    Keys,
    /// Keys with a session token, kept in a file or variables.
    TemporaryKeys,
    /// IAM Identity Center.
    Sso,
    /// A role assumed with a token file.
    WebIdentity,
    /// `aws login`.
    Login,
    /// `credential_process`.
    Process,
    /// The container endpoint or instance metadata.
    Host,
    /// A region, an output format and the like: it asks for no credentials at all.
    Settings,
    /// Nothing usable.
    None,
}

impl SessionKind {
    /// The word `--json` shows.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Keys => "keys",
            Self::TemporaryKeys => "temporary_keys",
            Self::Sso => "sso",
            Self::WebIdentity => "web_identity",
            Self::Login => "login",
            Self::Process => "process",
            Self::Host => "host",
            Self::Settings => "settings",
            Self::None => "none",
        }
    }
}
