//! Evidence about cached sessions and sign-ins.

use std::path::PathBuf;

use sandglass_core::Timestamp;
use sandglass_core::session::LOGIN_REFRESH;

/// The state of a cache file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryState {
    /// There is none.
    Absent,
    /// A session.
    Session {
        /// Its expiry.
        expires_at: Timestamp,
        /// Its access key id.
        access_key_id: String,
        /// The session's ARN, for roles.
        arn: Option<String>,
    },
    /// The AWS CLI fails on it, for this reason.
    Damaged(String),
    /// This user may not read it: what the system says.
    Unreadable(String),
}

/// One entry the call would use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryFound {
    /// The file.
    pub path: PathBuf,
    /// The profile whose role it is of.
    pub profile: String,
    /// Its content.
    pub state: EntryState,
    /// True if it is a file of its own, not a link or a directory: only such are deleted.
    pub is_plain: bool,
    /// The reason why the AWS CLI could not write it, if it could not.
    pub unwritable: Option<String>,
}

/// The AWS CLI's session cache.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CliCacheFound {
    /// The directory.
    pub directory: PathBuf,
    /// The reason why nothing can be stored there, if nothing can.
    pub unwritable: Option<String>,
    /// The obstacle: the directory, or what it would be made in.
    pub obstacle: Option<PathBuf>,
    /// The entries of the chain, from the profile up.
    pub entries: Vec<EntryFound>,
    /// Every other file that has run out.
    pub expired: Vec<PathBuf>,
    /// The number of files.
    pub files: usize,
}

/// A token file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenState {
    /// There is none.
    Absent,
    /// It is no token: why.
    Damaged(String),
    /// This user may not read it: what the system says.
    Unreadable(String),
    /// A token.
    Token {
        /// Its expiry.
        expires_at: Timestamp,
        /// True if it holds what refreshing takes.
        is_refreshable: bool,
        /// The expiry of the registration that refreshing needs.
        registration_expires_at: Option<Timestamp>,
        /// The start URL it was made for.
        start_url: Option<String>,
        /// Its region.
        region: Option<String>,
    },
}

impl TokenState {
    /// True if there is a token that has run out.
    pub fn is_over(&self, now: Timestamp) -> bool {
        matches!(self, Self::Token { expires_at, .. } if *expires_at <= now)
    }
}

/// The sign-in to IAM Identity Center that the chain needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SsoFound {
    /// The profile that asks for it.
    pub profile: String,
    /// `sso_session`, when there is one: only such tokens are refreshed.
    pub session: Option<String>,
    /// The start URL of the files.
    pub start_url: Option<String>,
    /// The token's file.
    pub path: PathBuf,
    /// The reason why the AWS CLI could not write it, if it could not.
    pub unwritable: Option<String>,
    /// Its content.
    pub token: TokenState,
}

/// The sign-in with `aws login` that the chain needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginFound {
    /// The profile that asks for it.
    pub profile: String,
    /// `login_session`.
    pub session: String,
    /// The file.
    pub path: PathBuf,
    /// The reason why the AWS CLI could not write it, if it could not.
    pub unwritable: Option<String>,
    /// Its content.
    pub token: TokenState,
}

impl SsoFound {
    /// True if the token has to be refreshed before the AWS CLI can go on.
    pub fn is_due(&self, now: Timestamp) -> bool {
        self.token.is_over(now)
    }
}

impl LoginFound {
    /// True if the keys have to be refreshed before the AWS CLI goes on.
    pub fn is_due(&self, now: Timestamp) -> bool {
        self.token.is_over(now + LOGIN_REFRESH)
    }
}

/// All caches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CachesEvidence {
    /// The entries of the profile's own chain, where variables win over it.
    pub own: Vec<EntryFound>,
    /// `~/.aws/cli/cache`
    pub cli: CliCacheFound,
    /// `~/.aws/sso/cache`, where the chain needs it.
    pub sso: Option<SsoFound>,
    /// `~/.aws/login/cache`, where the chain needs it.
    pub login: Option<LoginFound>,
}
