//! The simulated AWS as plain data.

mod sso;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::host::{ContainerEndpoint, MetadataService};
pub use sso::{IdentityCenter, SsoAccount, SsoRole, SsoToken};
pub(crate) use sso::{SsoClient, SsoGrant, SsoWay};

/// Everything the services know.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct World {
    /// IAM users.
    pub users: Vec<User>,
    /// IAM roles.
    pub roles: Vec<Role>,
    /// Policies that keep everybody from a role.
    pub denials: Vec<Denial>,
    /// Portals of IAM Identity Center.
    pub portals: Vec<IdentityCenter>,
    /// Sign-ins to them.
    pub sso_tokens: Vec<SsoToken>,
    /// Sign-ins with `aws login`.
    pub logins: Vec<LoginSession>,
    /// Tokens of an identity provider that the account trusts.
    pub identity_tokens: Vec<IdentityToken>,
    /// The metadata service of the instance this machine is; none where it is none.
    pub instance: Option<MetadataService>,
    /// The endpoint of the container this machine is; none where it is none.
    pub container: Option<ContainerEndpoint>,
    /// The seconds by which its clock is ahead of this machine's; negative when behind.
    pub clock_offset: i64,
    /// The time each answer takes, in milliseconds.
    pub latency_ms: u64,
    /// Regions where STS is not active.
    pub disabled_regions: Vec<String>,
    /// Faults to come.
    pub faults: Vec<Fault>,
    /// Sessions given out, by their access key.
    #[serde(skip)]
    pub(crate) sessions: BTreeMap<String, Session>,
    /// MFA codes already used, with their device; and proofs of keys.
    #[serde(skip)]
    pub(crate) used_codes: Vec<(String, String)>,
    /// Clients registered for sign-ins.
    #[serde(skip)]
    pub(crate) sso_clients: Vec<SsoClient>,
    /// Sign-ins that were begun.
    #[serde(skip)]
    pub(crate) sso_grants: Vec<SsoGrant>,
    /// Counts what was made, so that ids are the same in each run.
    #[serde(skip)]
    pub(crate) made: u64,
}

/// An IAM user.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct User {
    /// `arn:aws:iam::123456789012:user/ana`.
    pub arn: String,
    /// Long-term keys.
    #[serde(default)]
    pub access_keys: Vec<AccessKey>,
    /// MFA devices.
    #[serde(default)]
    pub mfa_devices: Vec<MfaDevice>,
}

/// A long-term key. Its secret is an example: nothing real belongs into a `World`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AccessKey {
    /// `AKIA…`.
    pub id: String,
    /// Forty characters.
    pub secret: String,
    /// True if it was deactivated.
    #[serde(default)]
    pub inactive: bool,
}

/// An MFA device whose codes are known.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct MfaDevice {
    /// Its ARN or hardware number.
    pub serial: String,
    /// The codes it takes, each once.
    pub codes: Vec<String>,
}

/// An IAM role.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// `arn:aws:iam::123456789012:role/path/name`.
    pub arn: String,
    /// The principals that may assume it: ARNs of users and roles, account numbers, or `*`.
    #[serde(default = "anyone")]
    pub trusts: Vec<String>,
    /// The external id that the trust policy requires.
    #[serde(default)]
    pub external_id: Option<String>,
    /// True if the trust policy asks for MFA.
    #[serde(default)]
    pub requires_mfa: bool,
    /// Seconds, 3600 to 43200.
    #[serde(default = "one_hour")]
    pub max_session_duration: i64,
    /// The lifetime of its sessions in seconds, whatever was asked for: no real AWS does that, but nobody waits a
    /// quarter of an hour in a test or a demo to see one end.
    #[serde(default)]
    pub session_seconds: Option<i64>,
}

/// A policy that keeps everybody from a role, and what STS says of it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Denial {
    /// The role's ARN.
    pub role_arn: String,
    /// The end of the sentence, as `because no session policy allows the sts:AssumeRole action` or
    /// `with an explicit deny in a service control policy`.
    pub because: String,
}

/// A sign-in with `aws login`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LoginSession {
    /// Whose it is: the ARN of a role.
    pub role_arn: String,
    /// The refresh token that the token endpoint takes.
    pub refresh_token: String,
    /// The client.
    pub client_id: String,
    /// The public key of whoever signed in, as `{"kty":"EC","crv":"P-256","x":…,"y":…}`.
    pub key: String,
    /// The reason why it is no longer refreshed.
    #[serde(default)]
    pub refused: Option<LoginRefusal>,
}

/// The reason why the keys of `aws login` are not refreshed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LoginRefusal {
    /// The session is over.
    TokenExpired,
    /// The user's password was changed.
    UserCredentialsChanged,
    /// A policy does not allow it.
    InsufficientPermissions,
}

/// A token of an identity provider, as a file holds it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct IdentityToken {
    /// The whole text.
    pub token: String,
    /// Its expiry, in seconds since 1970 by the world's clock.
    pub expires_at: i64,
    /// The ARNs of the roles that trust it.
    pub roles: Vec<String>,
}

/// The keys of a session made by hand. They are examples, as all of this AWS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionKeys {
    /// `ASIA…`.
    pub access_key_id: String,
    /// Forty characters.
    pub secret_access_key: String,
    /// The token.
    pub session_token: String,
    /// `2026-11-23T22:51:41Z`.
    pub expiration: String,
}

/// Something that goes wrong on purpose.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// The action it hits; none for every action.
    #[serde(default)]
    pub action: Option<String>,
    /// The number of calls it still hits; none for ever.
    #[serde(default)]
    pub times: Option<u32>,
    /// The kind of fault.
    pub kind: FaultKind,
}

/// The effect of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// 400 Throttling.
    Throttle,
    /// 500 `InternalFailure`.
    Internal,
    /// 503 `ServiceUnavailable`.
    Unavailable,
    /// The connection is closed without an answer.
    Drop,
    /// 403 `AccessDenied`.
    Deny,
    /// 200 with a page that is no answer of STS.
    Garbage,
    /// A captive portal's page in place of the answer, with status 200.
    Html,
    /// A captive portal's redirection to its page.
    Redirect,
    /// The connection stays open, and no answer ever comes.
    Hang,
}

/// A session given out.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) secret: String,
    pub(crate) token: String,
    /// Seconds since 1970 by the world's clock.
    pub(crate) expires_at: i64,
    pub(crate) identity: Identity,
}

/// The identity of a caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) arn: String,
    pub(crate) user_id: String,
    pub(crate) kind: Kind,
    /// True if the session was made with an MFA code.
    pub(crate) with_mfa: bool,
}

/// The kind of credentials that sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Long-term keys of a user.
    User,
    /// `GetSessionToken`.
    UserSession,
    /// A role's session.
    RoleSession,
}

impl Identity {
    /// The twelve digits.
    pub(crate) fn account(&self) -> &str {
        account(&self.arn)
    }
}

/// The account field of an ARN.
pub(crate) fn account(arn: &str) -> &str {
    arn.split(':').nth(4).unwrap_or_default()
}

/// Returns the part of an ARN after its last `/`.
pub(crate) fn last_name(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or_default()
}

impl World {
    /// One account with a user, her MFA device and four roles: what a test or the demo starts from.
    pub fn small() -> Self {
        let role = |name: &str| Role {
            arn: format!("arn:aws:iam::123456789012:role/{name}"),
            trusts: anyone(),
            external_id: None,
            requires_mfa: false,
            max_session_duration: 43_200,
            session_seconds: None,
        };
        Self {
            users: vec![User {
                arn: "arn:aws:iam::123456789012:user/ana".to_owned(),
                access_keys: vec![AccessKey {
                    id: "AKIAIOSFODNN7EXAMPLE".to_owned(),
                    secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned(),
                    inactive: false,
                }],
                mfa_devices: vec![MfaDevice {
                    serial: "arn:aws:iam::123456789012:mfa/ana".to_owned(),
                    codes: (1..=9).map(|digit| digit.to_string().repeat(6)).collect(),
                }],
            }],
            roles: vec![
                role("project1"),
                Role { max_session_duration: 3600, ..role("short") },
                Role { requires_mfa: true, ..role("prod-admin") },
                Role { external_id: Some("partner-7".to_owned()), ..role("partner") },
            ],
            ..Self::default()
        }
    }

    /// Ends every session given out so far, as if its time were over.
    pub fn expire_sessions(&mut self) {
        for session in self.sessions.values_mut() {
            session.expires_at = 0;
        }
    }

    /// Forgets every session given out so far: their keys are as unknown as those of a role that was
    /// deleted and made anew.
    pub fn forget_sessions(&mut self) {
        self.sessions.clear();
    }

    /// A number nobody had yet.
    pub(crate) fn next(&mut self) -> u64 {
        self.made += 1;
        self.made
    }

    /// The fault that hits a call of `action` now, counted down.
    pub(crate) fn fault(&mut self, action: &str) -> Option<FaultKind> {
        let hits = |fault: &Fault| {
            fault.times != Some(0) && fault.action.as_deref().is_none_or(|named| named == action)
        };
        let fault = self.faults.iter_mut().find(|fault| hits(fault))?;
        if let Some(times) = &mut fault.times {
            *times -= 1;
        }
        Some(fault.kind)
    }
}

fn anyone() -> Vec<String> {
    vec!["*".to_owned()]
}

fn one_hour() -> i64 {
    3600
}
