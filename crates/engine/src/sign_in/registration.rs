//! The client registered for a sign-in, kept where the AWS CLI keeps it: it serves us, and ours serves it.

use std::io;
use std::path::{Path, PathBuf};

use aws_files::cache::TokenFields;
use aws_files::{Secret, expiry};
use chrono::{SecondsFormat, TimeDelta};
use sandglass_core::Timestamp;
use sandglass_core::sso::SsoSignIn;

use super::oidc::{GRANTS, RegisteredClient};
use super::places::sso_cache_file;
use crate::files::{self, Replacement};
use crate::{Environment, os};

/// With less than this left a client is registered anew, as the AWS CLI does.
const LEAST: TimeDelta = TimeDelta::minutes(15);

/// More than any registration.
const LARGEST: u64 = 64 * 1024;

/// The file of a registration, for one way to sign in: each ignores and overwrites the other's.
pub(super) struct RegistrationFile {
    path: PathBuf,
    is_for_redirect: bool,
}

impl RegistrationFile {
    pub(super) fn of(
        environment: &Environment,
        sign_in: &SsoSignIn,
        region: &str,
        is_for_redirect: bool,
    ) -> Self {
        let path = sso_cache_file(environment, &sign_in.registration_key(region));
        Self { path, is_for_redirect }
    }

    /// Returns the client, if it serves for long enough.
    pub(super) fn client(&self, now: Timestamp) -> Option<RegisteredClient> {
        let file = TokenFields::parse(&files::content(&self.path, LARGEST).ok()?)?;
        // Who registered for devices before there were redirects wrote no list.
        let grants =
            file.list("grantTypes").is_some_and(|grants| grants.iter().any(|grant| grant == GRANTS[0]));
        let expires_at = expiry::parse(file.text("expiresAt")?.expose())?;
        let serves = expires_at - now >= LEAST && grants == self.is_for_redirect;
        let (id, secret) = (file.text("clientId")?.clone(), file.text("clientSecret")?.clone());
        serves.then_some(RegisteredClient { id, secret, expires_at })
    }

    /// Stores a client that was registered with these scopes.
    pub(super) fn store(&self, client: &RegisteredClient, scopes: &[&str]) -> io::Result<()> {
        let mut file = TokenFields::new([
            ("clientId", client.id.clone()),
            ("clientSecret", client.secret.clone()),
            ("expiresAt", date(client.expires_at)),
        ]);
        if !scopes.is_empty() {
            file.add_list("scopes", scopes)?;
        }
        if self.is_for_redirect {
            file.add_list("grantTypes", &GRANTS)?;
        }
        store(&self.path, &file)
    }

    /// Forgets a client that the service does not know any more.
    pub(super) fn forget(&self) {
        // What stays is registered anew, too, where it is refused again.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Reads the client that the service registered; none where the answer is none.
pub(super) fn registered(answer: &TokenFields) -> Option<RegisteredClient> {
    Some(RegisteredClient {
        id: answer.text("clientId")?.clone(),
        secret: answer.text("clientSecret")?.clone(),
        expires_at: Timestamp::from_timestamp(answer.number("clientSecretExpiresAt")?, 0)?,
    })
}

/// The token's file as the AWS CLI writes it; none where the answer lacks a part.
pub(super) fn token(
    answer: &TokenFields,
    sign_in: &SsoSignIn,
    region: &str,
    client: &RegisteredClient,
    now: Timestamp,
) -> Option<(TokenFields, Timestamp)> {
    let lasts = answer.number("expiresIn").and_then(TimeDelta::try_seconds)?;
    let expires_at = now.checked_add_signed(lasts)?;
    let mut token = TokenFields::new([
        ("startUrl", Secret::new(sign_in.start_url.value.clone())),
        ("region", Secret::new(region.to_owned())),
        ("accessToken", answer.text("accessToken")?.clone()),
        ("expiresAt", date(expires_at)),
        ("clientId", client.id.clone()),
        ("clientSecret", client.secret.clone()),
        ("registrationExpiresAt", date(client.expires_at)),
    ]);
    if let Some(refresh_token) = answer.text("refreshToken") {
        token.set("refreshToken", refresh_token.clone());
    }
    Some((token, expires_at))
}

fn date(at: Timestamp) -> Secret {
    Secret::new(at.to_rfc3339_opts(SecondsFormat::Secs, true))
}

/// Stores a registration or a token, for us alone to read.
pub(super) fn store(path: &Path, fields: &TokenFields) -> io::Result<()> {
    if let Some(directory) = path.parent() {
        os::create_private_dir(directory)?;
    }
    files::refuse_read_only(path)?;
    Replacement::begin(path)?.commit(&fields.to_json()?)
}
