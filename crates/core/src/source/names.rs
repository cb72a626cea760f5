//! Tells the account and the role that a source's settings name, before anybody was asked for credentials.

use aws_files::{Arn, is_account_id};

use super::{RoleSource, Source, WebIdentitySource};

impl Source {
    /// The account its credentials will be of; none where the settings do not tell, or name what is no account.
    pub fn account_id(&self) -> Option<&str> {
        match self {
            Self::Sso(sso) => Some(sso.account_id.as_str()).filter(|account| is_account_id(account)),
            Self::Login(login) => Arn::parse(login.session.as_str())?.account_id(),
            _ => Arn::parse(self.assumed_role()?)?.account_id(),
        }
    }

    /// The name of the role its credentials will be of, without its path.
    pub fn role_name(&self) -> Option<&str> {
        match self {
            Self::Sso(sso) => Some(sso.role_name.as_str()),
            _ => Arn::parse(self.assumed_role()?)?.role_name(),
        }
    }

    /// The ARN of the role that STS is asked for.
    fn assumed_role(&self) -> Option<&str> {
        match self {
            Self::Role(RoleSource { role_arn, .. })
            | Self::WebIdentity(WebIdentitySource { role_arn, .. }) => Some(role_arn.as_str()),
            _ => None,
        }
    }
}
