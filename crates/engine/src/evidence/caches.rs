//! Gathers the cached sessions and sign-ins that a call would use.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::Path;

use aws_files::cache::CliCacheEntry;
use aws_files::{Secret, expiry};
use sandglass_core::cache::CachePlace;
use sandglass_core::resolve::{Resolution, Source};
use sandglass_doctor::evidence::{
    CachesEvidence, CliCacheFound, EntryFound, EntryState, LoginFound, SsoFound, TokenState,
};
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::sign_in::login_file;
use crate::{Clock, Environment, cache, files, os, sign_in};

pub(super) fn gather(
    environment: &Environment,
    resolution: &Resolution,
    own: &Resolution,
    clock: &dyn Clock,
) -> CachesEvidence {
    let chain = resolution.source.as_ref().map(Source::chain).unwrap_or_default();
    let own = own.source.as_ref().map(Source::chain).unwrap_or_default();
    CachesEvidence {
        own: entries(&environment.paths.cli_cache, &own),
        cli: cli(environment, &chain, clock),
        sso: chain.iter().find_map(|source| sso(environment, source)),
        login: chain.iter().find_map(|source| login(environment, source)),
    }
}

fn cli(environment: &Environment, chain: &[&Source], clock: &dyn Clock) -> CliCacheFound {
    let directory = environment.paths.cli_cache.clone();
    let files = cache::list(environment, CachePlace::Cli).unwrap_or_default();
    let now = clock.now();
    let obstacle = os::unwritable(&directory);
    CliCacheFound {
        obstacle: obstacle.as_ref().map(|(path, _)| path.clone()),
        unwritable: obstacle.map(|(_, reason)| reason),
        entries: entries(&directory, chain),
        expired: files.iter().filter(|file| file.is_expired(now)).map(|file| file.path.clone()).collect(),
        files: files.len(),
        directory,
    }
}

fn entries(directory: &Path, chain: &[&Source]) -> Vec<EntryFound> {
    chain.iter().enumerate().filter_map(|(depth, source)| entry(directory, depth, source)).collect()
}

fn entry(directory: &Path, depth: usize, source: &Source) -> Option<EntryFound> {
    let key = source.stored(depth)?.cli_key()?;
    let path = directory.join(key.file_name());
    let profile = source.profile().unwrap_or_default().to_owned();
    // AWS CLI v2 writes in place: a file that is let come to rest is whole.
    let state = match files::FoundFile::read_at_rest(&path) {
        // Something else stands where the directory should be.
        Err(error) if error.kind() == ErrorKind::NotADirectory => EntryState::Absent,
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            EntryState::Unreadable(error.to_string())
        }
        Err(error) => EntryState::Damaged(error.to_string()),
        Ok(found) if !found.exists() => EntryState::Absent,
        Ok(found) => match CliCacheEntry::parse(&found.bytes) {
            Err(error) => EntryState::Damaged(error.to_string()),
            Ok(entry) => EntryState::Session {
                expires_at: entry.credentials.expiration,
                access_key_id: entry.credentials.access_key_id,
                arn: entry.assumed_role_arn,
            },
        },
    };
    let is_plain = std::fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
    let unwritable = unwritable(&path).filter(|_| path.is_file());
    Some(EntryFound { path, profile, state, is_plain, unwritable })
}

fn sso(environment: &Environment, source: &Source) -> Option<SsoFound> {
    let Source::Sso(sso) = source else { return None };
    let path = CachePlace::Sso.directory(&environment.paths).join(sso.token_key().file_name());
    Some(SsoFound {
        profile: sso.profile.clone(),
        session: sso.session.as_ref().map(|session| session.value.clone()),
        start_url: Some(sso.start_url.value.clone()),
        token: token(&path, sso_token),
        unwritable: unwritable(&path),
        path,
    })
}

/// Returns the reason why the AWS CLI, which writes in place, could not write a file.
fn unwritable(path: &Path) -> Option<String> {
    let error = os::without_waiting(OpenOptions::new().append(true)).open(path).err()?;
    (error.kind() != ErrorKind::NotFound).then(|| error.to_string())
}

fn login(environment: &Environment, source: &Source) -> Option<LoginFound> {
    let Source::Login(login) = source else { return None };
    let path = login_file(environment, login);
    Some(LoginFound {
        profile: login.profile.clone(),
        token: token(&path, login_token),
        unwritable: unwritable(&path),
        session: login.session.value.clone(),
        path,
    })
}

/// Reads a token file; an error says why the AWS CLI could not use it.
fn token(path: &Path, parse: fn(&[u8]) -> Result<TokenState, String>) -> TokenState {
    match files::FoundFile::read_at_rest(path) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            TokenState::Unreadable(error.to_string())
        }
        Err(error) => TokenState::Damaged(error.to_string()),
        Ok(found) if !found.exists() => TokenState::Absent,
        Ok(found) => parse(&found.bytes).unwrap_or_else(TokenState::Damaged),
    }
}

/// Of these files the secrets are only looked for, never kept.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SsoTokenFile {
    access_token: Option<IgnoredAny>,
    expires_at: Option<String>,
    refresh_token: Option<IgnoredAny>,
    client_id: Option<IgnoredAny>,
    client_secret: Option<IgnoredAny>,
    registration_expires_at: Option<String>,
    start_url: Option<String>,
    region: Option<String>,
}

fn sso_token(bytes: &[u8]) -> Result<TokenState, String> {
    let file: SsoTokenFile = serde_json::from_slice(bytes).map_err(|_| "it is not JSON".to_owned())?;
    if file.access_token.is_none() {
        return Err("it has no accessToken".to_owned());
    }
    let expires_at = file.expires_at.ok_or("it has no expiresAt")?;
    let registration = file.registration_expires_at.as_deref();
    Ok(TokenState::Token {
        expires_at: expiry::parse(&expires_at).ok_or("its expiresAt is no instant")?,
        is_refreshable: file.refresh_token.is_some()
            && file.client_id.is_some()
            && file.client_secret.is_some()
            && registration.is_some(),
        registration_expires_at: registration.and_then(expiry::parse),
        start_url: file.start_url,
        region: file.region,
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LoginFile {
    access_token: Option<LoginKeys>,
    refresh_token: Option<IgnoredAny>,
    client_id: Option<IgnoredAny>,
    dpop_key: Option<Secret>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LoginKeys {
    access_key_id: Option<IgnoredAny>,
    secret_access_key: Option<IgnoredAny>,
    session_token: Option<IgnoredAny>,
    account_id: Option<IgnoredAny>,
    expires_at: Option<String>,
}

fn login_token(bytes: &[u8]) -> Result<TokenState, String> {
    let file: LoginFile = serde_json::from_slice(bytes).map_err(|_| "it is not JSON".to_owned())?;
    let keys = file.access_token.ok_or("it has no accessToken")?;
    let fields = [
        ("refreshToken", file.refresh_token.is_some()),
        ("clientId", file.client_id.is_some()),
        ("dpopKey", file.dpop_key.is_some()),
        ("accessKeyId", keys.access_key_id.is_some()),
        ("secretAccessKey", keys.secret_access_key.is_some()),
        ("sessionToken", keys.session_token.is_some()),
        ("accountId", keys.account_id.is_some()),
    ];
    if let Some((missing, _)) = fields.into_iter().find(|(_, is_there)| !is_there) {
        return Err(format!("it has no {missing}"));
    }
    let expires_at = keys.expires_at.ok_or("it has no expiresAt")?;
    Ok(TokenState::Token {
        expires_at: expiry::parse(&expires_at).ok_or("its expiresAt is no instant")?,
        is_refreshable: file.dpop_key.is_some_and(|key| sign_in::is_login_key(&key)),
        registration_expires_at: None,
        start_url: None,
        region: None,
    })
}
