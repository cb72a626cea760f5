//! Cache files of AWS tools: which profiles they belong to, when they expire, and which may be deleted.

mod kind;

use std::collections::BTreeMap;
use std::path::PathBuf;

use aws_files::cache::{CacheKey, SsoPortal, sso_registration_key, sso_token_key};
use aws_files::{Profiles, Setting, setting};

pub use kind::{CacheFileKind, MfaSessionOwner, describe, mfa_device};

use crate::Timestamp;
use crate::paths::AwsPaths;
use crate::problem::Problem;

/// One of the directories AWS tools keep sessions in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CachePlace {
    /// `~/.aws/cli/cache`: sessions the AWS CLI and we make again when they are gone.
    Cli,
    /// `~/.aws/boto/cache`: the same of programs that use botocore so.
    Boto,
    /// `~/.aws/sso/cache`: sign-ins, which only a human makes again.
    Sso,
    /// Our own: sessions that a code of an MFA device made.
    Mfa,
}

impl CachePlace {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Cli, Self::Boto, Self::Sso, Self::Mfa];

    /// Its place.
    pub fn directory(self, paths: &AwsPaths) -> PathBuf {
        let aws = paths.home.join(".aws");
        match self {
            Self::Cli => paths.cli_cache.clone(),
            Self::Boto => aws.join("boto").join("cache"),
            Self::Sso => aws.join("sso").join("cache"),
            Self::Mfa => paths.mfa_sessions.clone(),
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
    /// Of a session that a code made: the device, and whose it is.
    pub device: Option<MfaSessionOwner>,
}

impl CacheFile {
    /// The name in its directory.
    pub fn name(&self) -> Option<&str> {
        self.path.file_name()?.to_str()
    }

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
    /// Only what is these profiles'; when empty, what stands in the AWS CLI's cache and in our own.
    pub profiles: Vec<String>,
    /// True if sessions that are still valid go, too. One that a code made goes only where its profile is named.
    pub all: bool,
}

impl Selection {
    /// True if a file is to go. What is no session of any kind never is.
    pub fn takes(&self, file: &CacheFile, now: Timestamp) -> bool {
        let named = if self.profiles.is_empty() {
            matches!(file.place, CachePlace::Cli | CachePlace::Mfa)
        } else {
            file.profiles.iter().any(|profile| self.profiles.contains(profile))
        };
        let over = match file.kind {
            CacheFileKind::Other => false,
            // The AWS CLI fails on it, and whoever renews replaces it.
            CacheFileKind::Damaged => true,
            CacheFileKind::MfaSession if self.profiles.is_empty() => file.is_expired(now),
            _ => self.all || file.is_expired(now),
        };
        named && over
    }
}

/// The profiles that each of the cache files belongs to, by its name.
#[derive(Clone, Debug)]
pub struct Owners(BTreeMap<String, Vec<String>>);

impl Owners {
    /// Begins with the files that are there, as nobody's.
    pub fn of_files(files: &[CacheFile]) -> Self {
        Self(files.iter().filter_map(CacheFile::name).map(|name| (name.to_owned(), Vec::new())).collect())
    }

    /// Gives a profile the files of its own session and of those that a code made for it, and those of its sign-in.
    pub fn add<Own: IntoIterator<Item = CacheKey>>(
        &mut self,
        profiles: &Profiles,
        name: &str,
        own: impl FnOnce() -> Own,
    ) {
        // A file's name is a digest: where there is no file, none is worked out.
        if self.0.is_empty() {
            return;
        }
        for key in own().into_iter().chain(sign_in_keys(profiles, name)) {
            if let Some(owners) = self.0.get_mut(&key.file_name()) {
                owners.push(name.to_owned());
            }
        }
    }

    /// Tells the files whose they are.
    pub fn tell(&self, files: &mut [CacheFile]) {
        for file in files {
            let owners = file.name().and_then(|name| self.0.get(name)).cloned();
            file.profiles = owners.unwrap_or_default();
        }
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
