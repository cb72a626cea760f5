//! Refreshes the keys of `aws login` with `CreateOAuth2Token`, as the AWS CLI does. They last fifteen minutes; how
//! long AWS refreshes them is not recorded anywhere.

use aws_files::cache::TokenFields;
use aws_files::{Secret, expiry};
use chrono::{SecondsFormat, TimeDelta};
use sandglass_core::Timestamp;
use sandglass_core::refusal::{Meaning, Refusal};
use sandglass_core::resolve::StaticKeys;
use sandglass_core::session::LOGIN_REFRESH;

use super::dpop;
use super::refresh::{TokenKind, TokenRequest, address};

/// `~/.aws/login/cache/….json`: keys.
pub(crate) struct Login;

/// The fields of the keys that an answer replaces. The account stays.
const KEYS: [&str; 3] = ["accessKeyId", "secretAccessKey", "sessionToken"];

impl TokenKind for Login {
    const DUE: TimeDelta = LOGIN_REFRESH;

    type Token = StaticKeys;

    fn token(file: &TokenFields) -> Option<(StaticKeys, Timestamp)> {
        let token = file.object("accessToken")?;
        let id = token.text("accessKeyId")?.expose().to_owned();
        let secret = token.text("secretAccessKey")?.clone();
        let keys = StaticKeys::new(id, secret, token.text("sessionToken").cloned()).ok()?;
        Some((keys, expiry::parse(token.text("expiresAt")?.expose())?))
    }

    fn request(file: &TokenFields, url: &str, now: Timestamp) -> Option<TokenRequest> {
        let url = address(url, "/v1/token");
        let proof = dpop::proof(file.text("dpopKey")?, &url, now)?;
        let body = TokenFields::new([
            ("clientId", file.text("clientId")?.clone()),
            ("grantType", Secret::new("refresh_token".to_owned())),
            ("refreshToken", file.text("refreshToken")?.clone()),
        ]);
        Some(TokenRequest { url, headers: vec![("dpop", proof)], body })
    }

    /// Returns the latest time there is: only a refusal tells the real one.
    fn refreshable_until(file: &TokenFields, now: Timestamp) -> Option<Timestamp> {
        Self::request(file, "", now).map(|_| Timestamp::MAX_UTC)
    }

    fn put(file: &mut TokenFields, answer: &TokenFields, end: Timestamp) -> Option<()> {
        let (new, refresh_token) = (answer.object("accessToken")?, answer.text("refreshToken")?);
        let token = file.object_mut("accessToken")?;
        for key in KEYS {
            token.set(key, new.text(key)?.clone());
        }
        token.set("expiresAt", Secret::new(end.to_rfc3339_opts(SecondsFormat::Secs, true)));
        file.set("refreshToken", refresh_token.clone());
        Some(())
    }

    /// Reads the refusal. The body says why access is denied: `TOKEN_EXPIRED`, say.
    fn refusal(code: Option<String>, answer: &TokenFields) -> Option<Refusal> {
        let text = |name| answer.text(name).map(|text| text.expose().to_owned());
        let refusal = |code| Refusal { code, message: text("message").unwrap_or_default() };
        let said = code.map(refusal);
        match text("error") {
            Some(code) if said.as_ref().is_none_or(|said| said.meaning() == Meaning::Denied) => {
                Some(refusal(code))
            }
            _ => said,
        }
    }
}
