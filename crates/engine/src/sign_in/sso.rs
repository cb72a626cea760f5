//! Refreshes the token of IAM Identity Center with `CreateToken`, as the AWS CLI does for an sso-session.

use aws_files::cache::TokenFields;
use aws_files::{Secret, expiry};
use chrono::{SecondsFormat, TimeDelta};
use sandglass_core::Timestamp;
use sandglass_core::refusal::Refusal;

use super::refresh::{TokenKind, TokenRequest, address};

/// `~/.aws/sso/cache/….json`: what the portal takes.
pub(crate) struct Sso;

impl TokenKind for Sso {
    const DUE: TimeDelta = TimeDelta::zero();

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

    /// The code stands in a header, or in the body as OAuth has it.
    fn refusal(code: Option<String>, answer: &TokenFields) -> Option<Refusal> {
        let text = |name| answer.text(name).map(|text| text.expose().to_owned());
        let code = code.or_else(|| text("error"))?;
        let message = text("error_description").or_else(|| text("message")).unwrap_or_default();
        Some(Refusal { code, message })
    }
}
