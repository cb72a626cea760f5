//! The sign-ins there are, and their end.

use std::io::ErrorKind;
use std::time::Duration;

use sandglass_core::Timestamp;
use sandglass_core::cache::CachePlace;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::{Service, goes_in_clear, sso_source};
use sandglass_core::source::Source;
use sandglass_core::sso::{SsoSignIn, served_by_each};

use super::places::{lock_name, sso_cache_file};
use super::refresh::reading;
use super::token_file::TokenFile;
use super::{Sso, of_session, settings_of};
use crate::http::{self, beside_sts, plain};
use crate::lock::{Lock, PATIENCE};
use crate::trouble::Because;
use crate::{Environment, files};

/// The portal has so long to confirm that somebody is signed out.
const ANSWER: Duration = Duration::from_secs(10);

/// A sign-in with its state.
#[derive(Clone, Debug)]
pub struct SsoState {
    /// The sign-in itself.
    pub sign_in: SsoSignIn,
    /// The end of its token; none where there is none.
    pub expires_at: Option<Timestamp>,
    /// The time until which it is refreshed by itself, where it is.
    pub refreshable_until: Option<Timestamp>,
    /// The profiles it serves.
    pub profiles: Vec<String>,
}

/// The sign-ins of this machine's files.
#[derive(Clone, Debug)]
pub struct SsoStates {
    /// Each with its state.
    pub states: Vec<SsoState>,
    /// The sso-sessions that lack something, by their names.
    pub incomplete: Vec<(String, Problem)>,
}

/// Somebody is signed out.
#[derive(Clone, Debug)]
pub struct SignedOut {
    /// False if nobody was signed in.
    pub was_signed_in: bool,
    /// True if AWS confirmed it: then the token is worth nothing anywhere.
    pub is_confirmed: bool,
    /// The profiles that need a new sign-in.
    pub profiles: Vec<String>,
}

/// Returns every sign-in of this machine's files.
///
/// Fails where a file cannot be read: then the AWS CLI finds none either.
pub fn sso_states(environment: &Environment, now: Timestamp) -> Result<SsoStates, Problem> {
    let mut read = files::read(&environment.paths);
    if !read.problems.is_empty() {
        return Err(read.problems.swap_remove(0));
    }
    let mut served = served_by_each(&read.profiles);
    let state = |sign_in: SsoSignIn| {
        let key = sign_in.token_key();
        let found = reading::<Sso>(&sso_cache_file(environment, &key), &environment.state_dir, now);
        let found = found.map(|found| of_session(sign_in.session.is_some(), found));
        SsoState {
            expires_at: found.map(|found| found.expires_at),
            refreshable_until: found.and_then(|found| found.refreshable_until),
            profiles: served.remove(&key).unwrap_or_default(),
            sign_in,
        }
    };
    let (sign_ins, incomplete) = SsoSignIn::all(&read.profiles);
    Ok(SsoStates { states: sign_ins.into_iter().map(state).collect(), incomplete })
}

/// Returns the sign-in that a profile takes; none where it takes none at IAM Identity Center.
pub fn sso_of_profile(environment: &Environment, profile: &str) -> Option<SsoSignIn> {
    let (_, resolution) = crate::resolve_profile(environment, profile);
    resolution.source?.links().find_map(|link| match link {
        Source::Sso(sso) => SsoSignIn::of_source(sso),
        _ => None,
    })
}

/// Signs somebody out as `aws sso logout` does, of one sign-in: at the portal, then the token goes, and the role
/// credentials that the AWS CLI keeps of it.
pub async fn sign_out_of_sso(environment: &Environment, sign_in: &SsoSignIn) -> Result<SignedOut, Problem> {
    let profiles = files::read(&environment.paths).profiles;
    let path = sso_cache_file(environment, &sign_in.token_key());
    let unremoved = |path: &std::path::Path, error: &std::io::Error| {
        let problem = Problem::new(Code::CacheNotRemoved).with("path", environment.paths.display(path));
        problem.because(error)
    };
    let lock = Lock::acquire(&environment.state_dir, &lock_name(&path), PATIENCE).await;
    let _lock = lock.map_err(|error| unremoved(&path, &error))?;
    let token = TokenFile::read(&path).and_then(|file| file.fields.text("accessToken").cloned());
    let is_confirmed = match &token {
        Some(token) => logged_out(environment, &profiles, sign_in, token.expose()).await,
        None => false,
    };
    let served = served_by_each(&profiles).remove(&sign_in.token_key()).unwrap_or_default();
    let entries = CachePlace::Cli.directory(&environment.paths);
    let of_roles = served.iter().filter_map(|name| {
        let source = sso_source(&profiles, profiles.get(name)?)?;
        Some(entries.join(source.cache_key().file_name()))
    });
    for file in std::iter::once(path.clone()).chain(of_roles) {
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(unremoved(&file, &error)),
            _ => {}
        }
    }
    Ok(SignedOut { was_signed_in: token.is_some(), is_confirmed, profiles: served })
}

/// True if the portal confirms it; a token that it does not know is worth nothing already.
async fn logged_out(
    environment: &Environment,
    profiles: &aws_files::Profiles,
    sign_in: &SsoSignIn,
    token: &str,
) -> bool {
    let settings = settings_of(environment, profiles, sign_in, Service::Sso);
    let portal = beside_sts("portal.sso", &settings, &sign_in.region.value);
    if goes_in_clear(&portal) {
        return false;
    }
    let url = format!("{}/logout", portal.trim_end_matches('/'));
    let headers = [("x-amz-sso_bearer_token", token)];
    let (Ok(connector), Some(request)) =
        (http::connector(&settings, &portal), plain::request("POST", &url, &headers, ""))
    else {
        return false;
    };
    let reply = tokio::time::timeout(ANSWER, plain::send(&connector, request)).await;
    matches!(reply, Ok(Ok(reply)) if reply.status == 200 || reply.status == 401)
}
