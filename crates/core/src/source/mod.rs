//! Sources of credentials: one enum whose variants hold every setting they need, each with its place.
//!
//! Whoever obtains credentials, says when they end or explains why they fail reads the settings here and
//! nowhere else. No secret is in here: `static_keys` fetches keys at the moment they sign.

mod kind;
mod names;
mod stored;

use std::collections::BTreeMap;

use aws_files::expiry::{Expiry, ExpiryMoment};
use aws_files::{Setting, access_key};
use chrono::NaiveDateTime;

pub use kind::{SessionKind, SourceKind};
pub use stored::Stored;

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

impl Located<String> {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

/// The value of a setting with its place.
pub(crate) fn located(setting: &Setting) -> Located<String> {
    Located { value: setting.value().to_owned(), at: Origin::File(setting.at) }
}

/// The stores of keys. botocore takes access key, secret and token from one of them only.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeysSource {
    /// The profile they stand in; for variables, the profile that asked for them.
    pub profile: String,
    /// The store.
    pub place: KeysPlace,
    /// The place of the access key.
    pub at: Origin,
    /// The access key id, which is no secret.
    pub access_key_id: String,
    /// With a session token: they run out, known or not.
    pub temporary: bool,
    /// The recorded expiry, when one is recorded.
    pub expiry: Option<Expiry>,
}

impl KeysSource {
    /// True if a session may be written over them: temporary keys that stand in a file.
    pub fn are_replaceable(&self) -> bool {
        self.place != KeysPlace::Environment
            && self.temporary
            && !access_key::is_long_term(&self.access_key_id)
    }

    /// The recorded end of the keys, when it names an instant.
    pub fn expires_at(&self) -> Option<Timestamp> {
        match self.expiry.as_ref()?.moment {
            ExpiryMoment::Known(instant) => Some(instant),
            ExpiryMoment::Local(_) | ExpiryMoment::Unreadable => None,
        }
    }

    /// True if their recorded end has come.
    pub fn are_over(&self, now: Timestamp) -> bool {
        self.expires_at().is_some_and(|end| end <= now)
    }
}

/// `duration_seconds`: seconds as Python's `int()` reads them.
pub type Duration = Located<i64>;

/// The longest session, in seconds, that STS makes for a call that another session signs.
pub(crate) const LONGEST_BY_SESSION: i64 = 3600;

/// A role to assume.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleSource {
    /// The profile that holds `role_arn`.
    pub profile: String,
    /// `role_arn`.
    pub role_arn: Located<String>,
    /// `role_session_name`, when not empty.
    pub role_session_name: Option<Located<String>>,
    /// `external_id`, even empty.
    pub external_id: Option<Located<String>>,
    /// `mfa_serial`.
    pub mfa_serial: Option<Located<String>>,
    /// `mfa_process`, or the command that the preferences name for the device: a program that prints its code.
    pub mfa_process: Option<Located<String>>,
    /// `duration_seconds`, when it is a number.
    pub duration: Option<Duration>,
    /// The source whose keys sign the AssumeRole call.
    pub source: Box<Source>,
}

impl RoleSource {
    /// True if a session made with a code may sign the call in the place of the keys: it could sign for one hour only,
    /// and is made from the keys of a user.
    pub fn may_be_signed_by_session(&self) -> bool {
        let is_short = self.duration.as_ref().is_none_or(|duration| duration.value <= LONGEST_BY_SESSION);
        is_short && self.source.kind().is_keys()
    }

    /// The keys whose user's session, made with a code, may sign the call, and the device; none where no session may.
    pub fn mfa_signer(&self) -> Option<(&KeysSource, &Located<String>)> {
        match (&*self.source, &self.mfa_serial) {
            // AWS makes no session for a session.
            (Source::Keys(keys), Some(serial)) if self.may_be_signed_by_session() && !keys.temporary => {
                Some((keys, serial))
            }
            _ => None,
        }
    }

    /// True if the call is signed by another role's session: then STS allows one hour at most.
    pub fn is_chained(&self) -> bool {
        self.source.kind().gives_role_session()
    }
}

/// A role assumed with a token file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebIdentitySource {
    /// The profile that asks for it.
    pub profile: String,
    /// `role_arn`, or its variable.
    pub role_arn: Located<String>,
    /// `role_session_name`, when not empty, or its variable.
    pub role_session_name: Option<Located<String>>,
    /// `web_identity_token_file`, or its variable.
    pub token_file: Located<String>,
}

/// A role of IAM Identity Center. What the sso-session says counts as if the profile said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SsoSource {
    /// The profile.
    pub profile: String,
    /// The place that asks for it.
    pub at: Origin,
    /// `sso_session`, when there is one.
    pub session: Option<Located<String>>,
    /// `sso_start_url`.
    pub start_url: Located<String>,
    /// `sso_region`.
    pub region: Located<String>,
    /// `sso_account_id`.
    pub account_id: Located<String>,
    /// `sso_role_name`.
    pub role_name: Located<String>,
    /// `sso_registration_scopes`, as it is written.
    pub scopes: Option<Located<String>>,
    /// The setting that only the profile has and the sso-session lacks: botocore signs nobody in with that.
    pub session_lacks: Option<&'static str>,
}

/// A sign-in of `aws login`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginSource {
    /// The profile.
    pub profile: String,
    /// `login_session`.
    pub session: Located<String>,
}

/// A program that prints credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessSource {
    /// The profile.
    pub profile: String,
    /// `credential_process`.
    pub command: Located<String>,
}

/// The endpoint of a container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContainerSource {
    /// The variable that names it, or `credential_source`.
    pub at: Origin,
    /// The variable's value.
    pub uri: Located<String>,
    /// The authorization of whoever asks.
    pub authorization: Option<ContainerAuthorization>,
}

/// The place of the authorization that a container's endpoint asks for. It is a secret, and read when it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContainerAuthorization {
    /// A file.
    File(Located<String>),
    /// A variable.
    Variable(&'static str),
}

/// The instance metadata service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstanceSource {
    /// `credential_source`, or the profile that has nothing else.
    pub at: Origin,
}

/// A source of credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Keys in a file or in variables.
    Keys(KeysSource),
    /// A role assumed by another source.
    Role(RoleSource),
    /// A role assumed with a token file.
    WebIdentity(WebIdentitySource),
    /// IAM Identity Center.
    Sso(SsoSource),
    /// `aws login`.
    Login(LoginSource),
    /// `credential_process`.
    Process(ProcessSource),
    /// The container endpoint.
    Container(ContainerSource),
    /// The instance metadata service.
    Instance(InstanceSource),
}

impl Source {
    /// Turns a recorded wall-clock time without zone (awsume's) into an instant, where the machine
    /// can tell.
    pub fn settle_local_time(&mut self, to_utc: &dyn Fn(NaiveDateTime) -> Option<Timestamp>) {
        match self {
            Self::Role(role) => role.source.settle_local_time(to_utc),
            Self::Keys(KeysSource { expiry: Some(expiry), .. }) => {
                if let ExpiryMoment::Local(time) = expiry.moment {
                    expiry.moment = to_utc(time).map_or(ExpiryMoment::Unreadable, ExpiryMoment::Known);
                }
            }
            _ => {}
        }
    }

    /// Its kind.
    pub fn kind(&self) -> SourceKind {
        match self {
            Self::Keys(keys) => match keys.place {
                KeysPlace::Environment => SourceKind::Environment,
                KeysPlace::CredentialsFile => SourceKind::SharedKeys,
                KeysPlace::ConfigFile => SourceKind::ConfigKeys,
            },
            Self::Role(_) => SourceKind::Role,
            Self::WebIdentity(_) => SourceKind::WebIdentity,
            Self::Sso(_) => SourceKind::Sso,
            Self::Login(_) => SourceKind::Login,
            Self::Process(_) => SourceKind::Process,
            Self::Container(_) => SourceKind::Container,
            Self::Instance(_) => SourceKind::Instance,
        }
    }

    /// The profile this part of the chain stands in.
    pub fn profile(&self) -> Option<&str> {
        match self {
            Self::Keys(keys) if keys.place == KeysPlace::Environment => None,
            Self::Keys(keys) => Some(&keys.profile),
            Self::Role(role) => Some(&role.profile),
            Self::WebIdentity(identity) => Some(&identity.profile),
            Self::Sso(sso) => Some(&sso.profile),
            Self::Login(login) => Some(&login.profile),
            Self::Process(process) => Some(&process.profile),
            Self::Container(_) | Self::Instance(_) => None,
        }
    }

    /// The profile it stands in, or botocore's name of its kind where it stands in none.
    pub fn name(&self) -> &str {
        self.profile().unwrap_or_else(|| self.kind().botocore_name())
    }

    /// Its place.
    pub fn at(&self) -> &Origin {
        match self {
            Self::Keys(keys) => &keys.at,
            Self::Role(role) => &role.role_arn.at,
            Self::WebIdentity(identity) => &identity.token_file.at,
            Self::Sso(sso) => &sso.at,
            Self::Login(login) => &login.session.at,
            Self::Process(process) => &process.command.at,
            Self::Container(container) => &container.at,
            Self::Instance(instance) => &instance.at,
        }
    }

    /// The chain from this source to the one that needs no other.
    pub fn chain(&self) -> Vec<&Source> {
        self.links().collect()
    }

    /// Goes through the chain, from this source to the one that needs no other.
    pub fn links(&self) -> impl Iterator<Item = &Source> {
        std::iter::successors(Some(self), |source| match source {
            Source::Role(role) => Some(&*role.source),
            _ => None,
        })
    }

    /// Takes the commands that print codes from the preferences, for roles that name none themselves.
    pub fn take_code_commands(&mut self, commands: &BTreeMap<String, String>) {
        let mut source = self;
        while let Self::Role(role) = source {
            if role.mfa_process.is_none()
                && let Some(command) = role.mfa_serial.as_ref().and_then(|serial| commands.get(&serial.value))
            {
                role.mfa_process = Some(Located { value: command.clone(), at: Origin::Preferences });
            }
            source = &mut role.source;
        }
    }

    /// The first role of the chain that asks for a code.
    pub fn asking_role(&self) -> Option<&RoleSource> {
        self.links().find_map(|link| match link {
            Source::Role(role) if role.mfa_serial.is_some() => Some(role),
            _ => None,
        })
    }

    /// The source at the end of the chain, which needs no other.
    pub fn base(&self) -> &Source {
        self.links().last().unwrap_or(self)
    }
}
