//! Signing in to IAM Identity Center: what one sign-in is for, and the names under which the AWS CLI keeps what comes of it.

mod page;
mod start_url;

use std::collections::BTreeMap;

use aws_files::cache::{CacheKey, SsoPortal, sso_registration_key, sso_token_key};
use aws_files::{Profile, Profiles, setting};

use crate::Timestamp;
use crate::masked::shown_value;
use crate::problem::{Code, Origin, Problem};
use crate::resolve::sso_source;
use crate::source::{Located, SsoSource, located};

pub use page::page;
pub use start_url::{StartUrl, portal_behind, start_url};

/// The scope that is asked for where none is chosen. Without it a sign-in is not refreshed.
pub const ACCESS: &str = "sso:account:access";

/// One sign-in to IAM Identity Center, which serves every profile of its sso-session, or of its start URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SsoSignIn {
    /// The name of the sso-session; none for profiles that say the start URL themselves.
    pub session: Option<String>,
    /// `sso_start_url`.
    pub start_url: Located<String>,
    /// `sso_region`.
    pub region: Located<String>,
    /// `sso_registration_scopes`, where they are written.
    pub scopes: Option<Vec<String>>,
    /// The first profile that takes it, whose settings reach the network; none where no profile does.
    pub profile: Option<String>,
}

impl SsoSignIn {
    /// Returns the sign-in of a source; none where its sso-session lacks what a sign-in takes.
    pub fn of_source(source: &SsoSource) -> Option<Self> {
        if source.session_lacks.is_some() {
            return None;
        }
        Some(Self {
            session: source.session.as_ref().map(|session| session.value.clone()),
            start_url: source.start_url.clone(),
            region: source.region.clone(),
            // Those of a profile without an sso-session are read by nobody.
            scopes: source
                .scopes
                .as_ref()
                .filter(|_| source.session.is_some())
                .map(|text| scopes(&text.value)),
            profile: Some(source.profile.clone()),
        })
    }

    /// Returns the sign-in of an sso-session.
    ///
    /// Fails where there is none of the name, or it lacks its start URL or region.
    pub fn of_session(profiles: &Profiles, name: &str) -> Result<Self, Problem> {
        let section = profiles.sso_session(name);
        let section = section.ok_or_else(|| Problem::new(Code::UnknownSsoSession).with("session", name))?;
        let needed = |key: &'static str| {
            section.get(key).map(located).ok_or_else(|| {
                let lacks = Problem::new(Code::SsoSessionLacks).with("session", name).with("key", key);
                lacks.at(Origin::File(section.header))
            })
        };
        let names_it = |profile: &&Profile| {
            profile.get(setting::SSO_SESSION).is_some_and(|session| session.value() == name)
        };
        Ok(Self {
            session: Some(name.to_owned()),
            start_url: needed(setting::SSO_START_URL)?,
            region: needed(setting::SSO_REGION)?,
            scopes: section.get(setting::SSO_REGISTRATION_SCOPES).map(|text| scopes(text.value())),
            profile: profiles.iter().find(names_it).map(|profile| profile.name.clone()),
        })
    }

    /// Returns every sign-in there is in the files: the sso-sessions, and start URLs of profiles without one; and of each
    /// sso-session that is none, by its name, what it lacks.
    pub fn all(profiles: &Profiles) -> (Vec<Self>, Vec<(String, Problem)>) {
        let (mut all, mut incomplete) = (Vec::<Self>::new(), Vec::new());
        for (name, _) in profiles.sso_sessions() {
            match Self::of_session(profiles, name) {
                Ok(sign_in) => all.push(sign_in),
                Err(problem) => incomplete.push((name.to_owned(), problem)),
            }
        }
        for profile in profiles.iter() {
            let found = sso_source(profiles, profile).and_then(|source| Self::of_source(&source));
            let Some(legacy) = found.filter(|found| found.session.is_none()) else { continue };
            if all
                .iter()
                .all(|known| known.session.is_some() || known.start_url.value != legacy.start_url.value)
            {
                all.push(legacy);
            }
        }
        (all, incomplete)
    }

    /// The name people know it by, without what may be a secret in an address.
    pub fn name(&self) -> String {
        shown_value(self.key())
    }

    /// The name that preferences of it stand under: that of its sso-session, or its start URL.
    pub fn key(&self) -> &str {
        self.session.as_ref().unwrap_or(&self.start_url.value)
    }

    /// True if this is what somebody calls it.
    pub fn is_named(&self, name: &str) -> bool {
        name == self.key() || name == self.name()
    }

    /// The key of the token's file.
    pub fn token_key(&self) -> CacheKey {
        let of_url = || SsoPortal::StartUrl(&self.start_url.value);
        sso_token_key(self.session.as_deref().map_or_else(of_url, SsoPortal::Session))
    }

    /// The key of the registration's file, for the region that is asked.
    pub fn registration_key(&self, region: &str) -> CacheKey {
        let scopes = self.scopes.as_ref().map(|scopes| scopes.iter().map(String::as_str).collect::<Vec<_>>());
        sso_registration_key(&self.start_url.value, region, self.session.as_deref(), scopes.as_deref())
    }

    /// The name a client is registered with.
    pub fn client_name(&self, now: Timestamp) -> String {
        match &self.session {
            Some(session) => format!("botocore-client-{session}"),
            None => format!("botocore-client-{}", now.timestamp()),
        }
    }

    /// True if a browser can be sent back to this machine. A sign-in without an sso-session takes a device code, as for
    /// the AWS CLI.
    pub fn takes_redirect(&self) -> bool {
        self.session.is_some()
    }

    /// The scopes that a client asks for: with a redirect always some, with a device code those that are written.
    pub fn asked_scopes(&self, with_redirect: bool) -> Vec<&str> {
        match &self.scopes {
            Some(scopes) if !scopes.is_empty() => scopes.iter().map(String::as_str).collect(),
            _ if with_redirect => vec![ACCESS],
            _ => Vec::new(),
        }
    }
}

/// The entries of `sso_registration_scopes`.
fn scopes(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|scope| !scope.is_empty()).map(str::to_owned).collect()
}

/// The names of the profiles that each sign-in serves, by the key of its token.
pub fn served_by_each(profiles: &Profiles) -> BTreeMap<CacheKey, Vec<String>> {
    let mut served: BTreeMap<CacheKey, Vec<String>> = BTreeMap::new();
    for profile in profiles.iter() {
        if let Some(source) = sso_source(profiles, profile) {
            served.entry(source.token_key()).or_default().push(profile.name.clone());
        }
    }
    served
}
