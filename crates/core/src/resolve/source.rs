//! What gives credentials, as data. No secret is in here: `static_keys` fetches them when needed.

use aws_files::Setting;
use aws_files::cache::{AssumeRoleArgs, CacheKey, role_key};
use aws_files::expiry::{Expiry, Moment};

use chrono::NaiveDateTime;

use crate::Timestamp;
use crate::problem::Origin;

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub at: Origin,
}

/// The value of a setting with its place.
pub(super) fn located(setting: &Setting) -> Located<String> {
    Located { value: setting.value().to_owned(), at: Origin::File(setting.at) }
}

/// Which store holds keys. botocore takes access key, secret and token from one of them only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeysPlace {
    /// `AWS_ACCESS_KEY_ID` and its companions.
    Environment,
    /// The profile's section of the credentials file.
    CredentialsFile,
    /// The profile's section of the config file.
    ConfigFile,
}

/// Keys kept somewhere.
#[derive(Clone, Debug)]
pub struct KeysSource {
    /// The profile they stand in; for variables, the profile that asked for them.
    pub profile: String,
    /// Which store.
    pub place: KeysPlace,
    /// Where the access key stands.
    pub at: Origin,
    /// The access key id, which is no secret.
    pub access_key_id: String,
    /// With a session token: they run out, known or not.
    pub temporary: bool,
    /// The recorded expiry, when one is recorded.
    pub expiry: Option<Expiry>,
}

impl KeysSource {
    /// Whether a session may be written over them: temporary keys that stand in a file.
    pub fn are_replaceable(&self) -> bool {
        self.place != KeysPlace::Environment
            && self.temporary
            && !super::keys::is_long_term(&self.access_key_id)
    }

    /// The recorded end of the keys, when it names an instant.
    pub fn expires_at(&self) -> Option<Timestamp> {
        match self.expiry.as_ref()?.moment {
            Moment::Known(instant) => Some(instant),
            Moment::Local(_) | Moment::Unreadable => None,
        }
    }
}

/// `duration_seconds`: seconds as Python's `int()` reads them.
pub type Duration = Located<i64>;

/// A role to assume.
#[derive(Clone, Debug)]
pub struct RoleSource {
    /// The profile that holds `role_arn`.
    pub profile: String,
    /// `role_arn`.
    pub role_arn: Located<String>,
    /// `role_session_name`, when not empty.
    pub role_session_name: Option<String>,
    /// `external_id`, even empty.
    pub external_id: Option<String>,
    /// `mfa_serial`.
    pub mfa_serial: Option<Located<String>>,
    /// `duration_seconds`, when it is a number.
    pub duration: Option<Duration>,
    /// What signs the AssumeRole call.
    pub source: Box<Source>,
}

impl RoleSource {
    /// The AWS CLI's cache key of this role's session.
    pub fn cache_key(&self) -> CacheKey {
        role_key(&AssumeRoleArgs {
            role_arn: &self.role_arn.value,
            role_session_name: self.role_session_name.as_deref(),
            external_id: self.external_id.as_deref(),
            serial_number: self.mfa_serial.as_ref().map(|serial| serial.value.as_str()),
            duration_seconds: self.duration.as_ref().map(|duration| duration.value),
        })
    }

    /// Whether the call is signed by another role's session: then STS allows one hour at most.
    pub fn is_chained(&self) -> bool {
        matches!(*self.source, Source::Role(_) | Source::WebIdentity { .. } | Source::Sso { .. })
    }
}

/// What gives the credentials.
#[derive(Clone, Debug)]
pub enum Source {
    /// Keys in a file or in variables.
    Keys(KeysSource),
    /// A role assumed by another source.
    Role(RoleSource),
    /// A role assumed with a token file.
    WebIdentity {
        /// The profile that asks for it.
        profile: String,
        /// Where it is asked for.
        at: Origin,
        /// `role_arn`.
        role_arn: Located<String>,
        /// `web_identity_token_file`.
        token_file: Located<String>,
        /// `role_session_name`, when not empty.
        session_name: Option<String>,
        /// The CLI's cache key.
        cache_key: CacheKey,
    },
    /// IAM Identity Center.
    Sso {
        /// The profile.
        profile: String,
        /// Where it is asked for.
        at: Origin,
        /// The CLI's cache key of the role credentials.
        cache_key: CacheKey,
        /// `sso_session`, when there is one.
        session: Option<String>,
    },
    /// `aws login`.
    Login {
        /// The profile.
        profile: String,
        /// Where `login_session` stands.
        at: Origin,
    },
    /// `credential_process`.
    Process {
        /// The profile.
        profile: String,
        /// Where it stands.
        at: Origin,
    },
    /// The container endpoint.
    Container {
        /// The variable that names it, or `credential_source`.
        at: Origin,
    },
    /// The instance metadata service.
    InstanceMetadata {
        /// `credential_source`.
        at: Origin,
    },
}

impl Source {
    /// Turns a recorded wall-clock time without zone (awsume's) into an instant, where the machine
    /// can tell.
    pub fn settle_local_time(&mut self, to_utc: &dyn Fn(NaiveDateTime) -> Option<Timestamp>) {
        match self {
            Self::Role(role) => role.source.settle_local_time(to_utc),
            Self::Keys(KeysSource { expiry: Some(expiry), .. }) => {
                if let Moment::Local(time) = expiry.moment {
                    expiry.moment = to_utc(time).map_or(Moment::Unreadable, Moment::Known);
                }
            }
            _ => {}
        }
    }

    /// The profile this part of the chain stands in.
    pub fn profile(&self) -> Option<&str> {
        match self {
            Self::Keys(keys) if keys.place == KeysPlace::Environment => None,
            Self::Keys(keys) => Some(&keys.profile),
            Self::Role(role) => Some(&role.profile),
            Self::WebIdentity { profile, .. }
            | Self::Sso { profile, .. }
            | Self::Login { profile, .. }
            | Self::Process { profile, .. } => Some(profile),
            Self::Container { .. } | Self::InstanceMetadata { .. } => None,
        }
    }

    /// botocore's name of the method, as `aws configure list` prints it.
    pub fn method(&self) -> &'static str {
        match self {
            Self::Keys(keys) => match keys.place {
                KeysPlace::Environment => "env",
                KeysPlace::CredentialsFile => "shared-credentials-file",
                KeysPlace::ConfigFile => "config-file",
            },
            Self::Role(_) => "assume-role",
            Self::WebIdentity { .. } => "assume-role-with-web-identity",
            Self::Sso { .. } => "sso",
            Self::Login { .. } => "login",
            Self::Process { .. } => "custom-process",
            Self::Container { .. } => "container-role",
            Self::InstanceMetadata { .. } => "iam-role",
        }
    }

    /// Where it is written.
    pub fn at(&self) -> &Origin {
        match self {
            Self::Keys(keys) => &keys.at,
            Self::Role(role) => &role.role_arn.at,
            Self::WebIdentity { at, .. }
            | Self::Sso { at, .. }
            | Self::Login { at, .. }
            | Self::Process { at, .. }
            | Self::Container { at }
            | Self::InstanceMetadata { at } => at,
        }
    }

    /// The chain from this source to the one that needs no other.
    pub fn chain(&self) -> Vec<&Source> {
        let mut chain = vec![self];
        while let Some(Source::Role(role)) = chain.last() {
            chain.push(&role.source);
        }
        chain
    }
}
