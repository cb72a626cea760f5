//! Cache files of AWS tools: which profiles they belong to, when they expire, and which may be deleted.

mod kind;

use std::collections::BTreeMap;
use std::path::PathBuf;

use aws_files::cache::{CacheKey, SsoPortal, sso_registration_key, sso_token_key};
use aws_files::{Profiles, Setting, setting};

pub use kind::{CacheFileKind, describe};

use crate::Timestamp;
use crate::paths::AwsPaths;
use crate::problem::Problem;
use crate::resolve::Resolution;
use crate::session::cache_keys;

/// One of the directories AWS tools keep sessions in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CachePlace {
    /// `~/.aws/cli/cache`: sessions the AWS CLI and we make again when they are gone.
    Cli,
    /// `~/.aws/boto/cache`: the same of programs that use botocore so.
    Boto,
    /// `~/.aws/sso/cache`: sign-ins, which only a human makes again.
    Sso,
}

impl CachePlace {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Cli, Self::Boto, Self::Sso];

    /// Its place.
    pub fn directory(self, paths: &AwsPaths) -> PathBuf {
        let aws = paths.home.join(".aws");
        match self {
            Self::Cli => paths.cli_cache.clone(),
            Self::Boto => aws.join("boto").join("cache"),
            Self::Sso => aws.join("sso").join("cache"),
        }
    }
}

/// One file of a cache. Nothing secret is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CacheFile {
    /// The file.
    pub path: PathBuf,
    /// The directory it stands in.
    pub place: CachePlace,
    /// Its kind.
    pub kind: CacheFileKind,
    /// The profiles it is for, in the order of the files; several may share one.
    pub profiles: Vec<String>,
    /// The expiry of its content.
    pub expires_at: Option<Timestamp>,
    /// Its size.
    pub bytes: u64,
}

impl CacheFile {
    /// True if what it holds has run out.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.expires_at.is_some_and(|end| end <= now)
    }
}

/// The result of putting cleaned files back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PutBack {
    /// The number of files that were put back.
    pub put_back: usize,
    /// At so many places something newer stands, which stays.
    pub newer: usize,
    /// The reasons why others could not be put back.
    pub failures: Vec<Problem>,
}

/// The files to clean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only what is these profiles'; when empty, what stands in the AWS CLI's cache.
    pub profiles: Vec<String>,
    /// True if sessions that are still valid go, too.
    pub all: bool,
}

impl Selection {
    /// True if a file is to go. What is no session of any kind never is.
    pub fn takes(&self, file: &CacheFile, now: Timestamp) -> bool {
        let named = if self.profiles.is_empty() {
            file.place == CachePlace::Cli
        } else {
            file.profiles.iter().any(|profile| self.profiles.contains(profile))
        };
        let over = match file.kind {
            CacheFileKind::Other => false,
            // The AWS CLI fails on it, and whoever renews replaces it.
            CacheFileKind::Damaged => true,
            _ => self.all || file.is_expired(now),
        };
        named && over
    }
}

/// The profiles that each cache file belongs to, by its name.
#[derive(Clone, Debug, Default)]
pub struct Owners(BTreeMap<String, Vec<String>>);

impl Owners {
    /// Works the names out from every profile's resolution.
    pub fn new<'a>(profiles: &Profiles, resolutions: impl Iterator<Item = &'a Resolution>) -> Self {
        let own = |resolution: &'a Resolution| {
            (resolution.profile.as_str(), cache_keys(resolution).into_iter().next())
        };
        Self::of_keys(profiles, resolutions.map(own))
    }

    /// The same where the key of each profile's own session was worked out already.
    pub fn of_keys<'a>(profiles: &Profiles, keys: impl Iterator<Item = (&'a str, Option<CacheKey>)>) -> Self {
        let mut owners = Self::default();
        for (name, own) in keys {
            for key in own.into_iter().chain(sign_in_keys(profiles, name)) {
                owners.0.entry(key.file_name()).or_default().push(name.to_owned());
            }
        }
        owners
    }

    /// The profiles a file of this name belongs to.
    pub fn of(&self, file_name: &str) -> &[String] {
        self.0.get(file_name).map_or(&[], Vec::as_slice)
    }
}

/// The token and the registrations a profile's sign-in makes.
fn sign_in_keys(profiles: &Profiles, name: &str) -> Vec<CacheKey> {
    let Some(profile) = profiles.get(name) else { return Vec::new() };
    let value = |key: &str| profile.get(key).map(|setting| setting.value().to_owned());
    if let Some(session) = value(setting::SSO_SESSION) {
        let mut keys = vec![sso_token_key(SsoPortal::Session(&session))];
        let section = profiles.sso_session(&session);
        let of_session = |key: &str| section.and_then(|section| section.get(key)).map(Setting::value);
        if let (Some(url), Some(region)) =
            (of_session(setting::SSO_START_URL), of_session(setting::SSO_REGION))
        {
            let written = of_session(setting::SSO_REGISTRATION_SCOPES);
            let written: Option<Vec<&str>> = written
                .map(|scopes| scopes.split(',').map(str::trim).filter(|one| !one.is_empty()).collect());
            let browser: &[&str] = &["sso:account:access"];
            let scopes = written.as_deref().unwrap_or(browser);
            keys.push(sso_registration_key(url, region, Some(&session), Some(scopes)));
            if written.is_none() {
                // The device flow asks for none.
                keys.push(sso_registration_key(url, region, Some(&session), None));
            }
        }
        return keys;
    }
    let Some(url) = value(setting::SSO_START_URL) else { return Vec::new() };
    let token = sso_token_key(SsoPortal::StartUrl(&url));
    let registration =
        value(setting::SSO_REGION).map(|region| sso_registration_key(&url, &region, None, None));
    std::iter::once(token).chain(registration).collect()
}

#[cfg(test)]
mod tests;
