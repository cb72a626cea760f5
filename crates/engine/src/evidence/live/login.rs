//! The keys in a token of `aws login`. The token is never refreshed here, for the reason SSO's is not.

use aws_files::Secret;
use aws_files::cache::login_key;
use aws_files::expiry;
use sandglass_core::Timestamp;
use sandglass_core::resolve::StaticKeys;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::Environment;

/// The keys, while they last.
pub(super) fn keys(environment: &Environment, login_session: &str, now: Timestamp) -> Option<StaticKeys> {
    let directory = environment.variables.non_empty("AWS_LOGIN_CACHE_DIRECTORY");
    let directory = directory.map_or_else(|| environment.paths.home.join(".aws/login/cache"), Into::into);
    let text = Zeroizing::new(std::fs::read(directory.join(login_key(login_session).file_name())).ok()?);
    let file: Value = serde_json::from_slice(&text).ok()?;
    let token = &file["accessToken"];
    let text = |name: &str| token[name].as_str().map(str::to_owned);
    let end = expiry::parse(token["expiresAt"].as_str()?)?;
    Some(StaticKeys {
        access_key_id: text("accessKeyId")?,
        secret_access_key: Secret::new(text("secretAccessKey")?),
        session_token: text("sessionToken").map(Secret::new),
    })
    .filter(|_| end > now)
}
