//! The place where the AWS CLI or Sandglass stores a source's credentials.

use aws_files::cache::{
    AssumeRoleArgs, CacheKey, SsoPortal, login_key, mfa_session_key, role_key, sso_role_key, sso_token_key,
    web_identity_key,
};

use super::{KeysPlace, LoginSource, RoleSource, Source, SsoSource, WebIdentitySource};

/// The place of credentials that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// An entry of the AWS CLI's cache.
    CliCache(CacheKey),
    /// The token of a sign-in at IAM Identity Center, in the cache of `aws sso login`.
    SsoToken(CacheKey),
    /// The keys of a sign-in with `aws login`, in its cache.
    LoginToken(CacheKey),
    /// Keys in a section of the config or credentials file.
    OwnFile,
}

impl Stored {
    /// The key in the AWS CLI's cache of sessions.
    pub fn cli_key(self) -> Option<CacheKey> {
        match self {
            Self::CliCache(key) => Some(key),
            Self::SsoToken(_) | Self::LoginToken(_) | Self::OwnFile => None,
        }
    }
}

impl Source {
    /// Returns where the AWS CLI stores this source's credentials, `depth` links below the profile's own. Web identity and
    /// SSO are cached for the profile that was asked for, not as a source of another.
    pub fn stored(&self, depth: usize) -> Option<Stored> {
        match self {
            Self::Role(role) => Some(Stored::CliCache(role.cache_key())),
            Self::WebIdentity(identity) if depth == 0 => Some(Stored::CliCache(identity.cache_key())),
            Self::Sso(sso) if depth == 0 => Some(Stored::CliCache(sso.cache_key())),
            Self::Sso(sso) => Some(Stored::SsoToken(sso.token_key())),
            Self::Login(login) => Some(Stored::LoginToken(login.token_key())),
            Self::Keys(keys) => (keys.place != KeysPlace::Environment).then_some(Stored::OwnFile),
            Self::WebIdentity(_) | Self::Process(_) | Self::Container(_) | Self::Instance(_) => None,
        }
    }
}

impl Source {
    /// True if they are stored in the AWS CLI's cache of sessions: what `stored` says without its digest.
    pub(crate) fn is_in_cli_cache(&self, depth: usize) -> bool {
        match self {
            Self::Role(_) => true,
            Self::WebIdentity(_) | Self::Sso(_) => depth == 0,
            Self::Keys(_) | Self::Login(_) | Self::Process(_) | Self::Container(_) | Self::Instance(_) => {
                false
            }
        }
    }

    /// The key of the file with the sign-in it takes.
    pub fn sign_in_key(&self) -> Option<CacheKey> {
        match self {
            Self::Sso(sso) => Some(sso.token_key()),
            Self::Login(login) => Some(login.token_key()),
            _ => None,
        }
    }
}

impl RoleSource {
    /// The key of this role's session in the AWS CLI's cache.
    pub fn cache_key(&self) -> CacheKey {
        role_key(&AssumeRoleArgs {
            role_arn: self.role_arn.as_str(),
            role_session_name: self.role_session_name.as_ref().map(super::Located::as_str),
            external_id: self.external_id.as_ref().map(super::Located::as_str),
            serial_number: self.mfa_serial.as_ref().map(super::Located::as_str),
            duration_seconds: self.duration.as_ref().map(|duration| duration.value),
        })
    }
}

impl RoleSource {
    /// The key of the session, made with a code, that may sign its call.
    pub fn mfa_session_key(&self) -> Option<CacheKey> {
        let (keys, serial) = self.mfa_signer()?;
        Some(mfa_session_key(&keys.access_key_id, serial.as_str()))
    }
}

impl WebIdentitySource {
    /// The key of its session in the AWS CLI's cache.
    pub fn cache_key(&self) -> CacheKey {
        web_identity_key(self.role_arn.as_str(), self.role_session_name.as_ref().map(super::Located::as_str))
    }
}

impl SsoSource {
    /// The key of the role's credentials in the AWS CLI's cache.
    pub fn cache_key(&self) -> CacheKey {
        sso_role_key(self.account_id.as_str(), self.role_name.as_str(), self.portal())
    }

    /// The key of the token's file.
    pub fn token_key(&self) -> CacheKey {
        sso_token_key(self.portal())
    }

    fn portal(&self) -> SsoPortal<'_> {
        self.session.as_ref().map_or_else(
            || SsoPortal::StartUrl(self.start_url.as_str()),
            |session| SsoPortal::Session(session.as_str()),
        )
    }
}

impl LoginSource {
    /// The key of the file with its keys.
    pub fn token_key(&self) -> CacheKey {
        login_key(self.session.as_str())
    }
}
