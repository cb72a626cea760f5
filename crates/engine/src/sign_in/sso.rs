//! Refreshes the token of IAM Identity Center with `CreateToken`, as the AWS CLI does for an sso-session.

use aws_files::cache::TokenFields;
use aws_files::{Secret, expiry};
use chrono::{SecondsFormat, TimeDelta};
use sandglass_core::Timestamp;
use sandglass_core::refusal::Refusal;

use super::refresh::{TokenKind, TokenRequest, address};
use super::service::oauth_refusal;

/// `~/.aws/sso/cache/….json`: what the portal takes.
pub(crate) struct Sso;

impl TokenKind for Sso {
    const DUE: TimeDelta = TimeDelta::zero();

    const WANTED: TimeDelta = TimeDelta::minutes(15);

    type Token = Secret;

    fn token(file: &TokenFields) -> Option<(Secret, Timestamp)> {
        let expires_at = expiry::parse(file.text("expiresAt")?.expose())?;
        Some((file.text("accessToken")?.clone(), expires_at))
    }

    fn request(file: &TokenFields, url: &str, now: Timestamp) -> Option<TokenRequest> {
        let registered_until = expiry::parse(file.text("registrationExpiresAt")?.expose())?;
        let body = TokenFields::new([
            ("grantType", Secret::new("refresh_token".to_owned())),
            ("clientId", file.text("clientId")?.clone()),
            ("clientSecret", file.text("clientSecret")?.clone()),
            ("refreshToken", file.text("refreshToken")?.clone()),
        ]);
        let question = TokenRequest { url: address(url, "/token"), headers: Vec::new(), body };
        (registered_until > now).then_some(question)
    }

    fn refreshable_until(file: &TokenFields, now: Timestamp) -> Option<Timestamp> {
        Self::request(file, "", now)?;
        expiry::parse(file.text("registrationExpiresAt")?.expose())
    }

    fn put(file: &mut TokenFields, answer: &TokenFields, end: Timestamp) -> Option<()> {
        file.set("accessToken", answer.text("accessToken")?.clone());
        file.set("expiresAt", Secret::new(end.to_rfc3339_opts(SecondsFormat::Secs, true)));
        if let Some(refresh_token) = answer.text("refreshToken") {
            file.set("refreshToken", refresh_token.clone());
        }
        Some(())
    }

    fn refusal(code: Option<String>, answer: &TokenFields) -> Option<Refusal> {
        oauth_refusal(code, answer)
    }
}
