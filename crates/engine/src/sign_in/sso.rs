//! The token of IAM Identity Center, refreshed as the AWS CLI does it: `POST /token`, and the answer in its
//! file, so that the AWS CLI goes on with it.

use std::path::PathBuf;
use std::time::Duration;

use aws_files::{Secret, expiry};
use chrono::{SecondsFormat, TimeDelta};
use sandglass_core::Timestamp;
use sandglass_core::doctor::evidence::live::Refusal;
use sandglass_core::resolve::ClientSettings;
use tokio::time::{Instant, timeout, timeout_at};

use super::fields::Fields;
use super::token_file::TokenFile;
use crate::http::{self, plain};
use crate::lock::Lock;
use crate::renew::Unanswered;

/// What comes later than this is lost, and the refresh token with it: as long as a slow answer takes, and no
/// longer than a person waits for a diagnosis.
const ANSWER: Duration = Duration::from_secs(4);

const NOT_OIDC: &str = "the answer is not one of IAM Identity Center";

/// Where a token is kept, and where it is refreshed.
pub(crate) struct SsoToken {
    /// `~/.aws/sso/cache/….json`
    pub(crate) path: PathBuf,
    /// Where our own locks are.
    pub(crate) state_dir: PathBuf,
    /// The token service.
    pub(crate) url: String,
    /// How it is reached.
    pub(crate) settings: ClientSettings,
}

/// A token that the portal takes.
pub(crate) struct Fresh {
    /// The token.
    pub(crate) token: Secret,
    /// When it ends.
    pub(crate) expires_at: Timestamp,
    /// Whether it was refreshed for this.
    pub(crate) is_new: bool,
}

impl SsoToken {
    /// The token, refreshed if it is over. None where it is over and there is nothing to ask: it has no refresh
    /// token, its registration is over too, or the next token could not be stored.
    ///
    /// Waits until `deadline` for others of ours that refresh it. Once AWS was asked its answer is stored, even
    /// if nobody waits for it any more.
    pub(crate) async fn fresh(self, now: Timestamp, deadline: Instant) -> Option<Result<Fresh, Unanswered>> {
        let file = TokenFile::read(&self.path)?;
        if let Some(token) = living(&file.fields, now) {
            return Some(Ok(token));
        }
        question(&file.fields, now)?;
        let name = self.path.file_stem()?.to_string_lossy().into_owned();
        let lock = timeout_at(deadline, Lock::acquire(&self.state_dir, &name)).await.ok()?.ok()?;
        let refreshing = tokio::spawn(async move {
            let _lock = lock;
            self.refresh(now).await
        });
        refreshing.await.ok()?
    }

    /// Under the lock.
    async fn refresh(&self, now: Timestamp) -> Option<Result<Fresh, Unanswered>> {
        let mut file = TokenFile::read(&self.path)?;
        if let Some(token) = living(&file.fields, now) {
            return Some(Ok(token));
        }
        let question = question(&file.fields, now)?;
        let room = file.reserve().ok()?;
        let answer = match timeout(ANSWER, self.ask(&question)).await {
            Ok(Ok(answer)) => answer,
            // Another program may have spent the refresh token meanwhile, and stored what it got for it.
            Ok(Err(unanswered)) => return Some(self.of_another(now).ok_or(unanswered)),
            Err(_) => return Some(Err(Unanswered::Silent("no answer in time".to_owned()))),
        };
        let fresh = next(&mut file.fields, &answer, now)?;
        match file.store(room) {
            Ok(true) => Some(Ok(fresh)),
            Ok(false) => self.of_another(now).map(Ok),
            Err(_) => None,
        }
    }

    fn of_another(&self, now: Timestamp) -> Option<Fresh> {
        living(&TokenFile::read(&self.path)?.fields, now)
    }

    /// `CreateToken`.
    async fn ask(&self, question: &Fields) -> Result<Fields, Unanswered> {
        let silent = |detail: &str| Unanswered::Silent(detail.to_owned());
        let connector = http::connector(&self.settings).map_err(|problem| silent(problem.code.as_str()))?;
        let body = question.to_json().map_err(|error| silent(&error.to_string()))?;
        let url = format!("{}/token", self.url.trim_end_matches('/'));
        let headers = [("content-type", "application/json")];
        let request = plain::request("POST", &url, &headers, body.to_vec());
        let request = request.ok_or_else(|| silent("no such address"))?;
        let reply = plain::send(&connector, request).await.map_err(|error| silent(&error.to_string()))?;
        let answer = Fields::parse(&reply.body).ok_or_else(|| silent(NOT_OIDC))?;
        if reply.status == 200 {
            let is_token = answer.text("accessToken").is_some() && answer.number("expiresIn").is_some();
            return if is_token { Ok(answer) } else { Err(silent(NOT_OIDC)) };
        }
        let refusal = refusal(reply.error_code(), &answer).ok_or_else(|| silent(NOT_OIDC))?;
        Err(Unanswered::Refused(refusal))
    }
}

/// The token of a file, while it lives.
fn living(file: &Fields, now: Timestamp) -> Option<Fresh> {
    let expires_at = expiry::parse(file.text("expiresAt")?.expose())?;
    let token = file.text("accessToken")?.clone();
    (expires_at > now).then_some(Fresh { token, expires_at, is_new: false })
}

/// What the token service is asked; none where the AWS CLI would not ask it.
fn question(file: &Fields, now: Timestamp) -> Option<Fields> {
    let registered_until = expiry::parse(file.text("registrationExpiresAt")?.expose())?;
    let field = |name| file.text(name).cloned();
    let question = Fields::of([
        ("grantType", Secret::new("refresh_token".to_owned())),
        ("clientId", field("clientId")?),
        ("clientSecret", field("clientSecret")?),
        ("refreshToken", field("refreshToken")?),
    ]);
    (registered_until > now).then_some(question)
}

/// Puts an answer into the fields of the file.
fn next(file: &mut Fields, answer: &Fields, now: Timestamp) -> Option<Fresh> {
    let token = answer.text("accessToken")?.clone();
    let expires_at = now.checked_add_signed(TimeDelta::try_seconds(answer.number("expiresIn")?)?)?;
    file.set("accessToken", token.clone());
    file.set("expiresAt", Secret::new(expires_at.to_rfc3339_opts(SecondsFormat::Secs, true)));
    if let Some(refresh_token) = answer.text("refreshToken") {
        file.set("refreshToken", refresh_token.clone());
    }
    Some(Fresh { token, expires_at, is_new: true })
}

/// The code stands in a header, or in the body as OAuth has it.
fn refusal(code: Option<String>, answer: &Fields) -> Option<Refusal> {
    let text = |name| answer.text(name).map(|text| text.expose().to_owned());
    let code = code.or_else(|| {
        Some(match text("error")?.as_str() {
            "invalid_grant" => "InvalidGrantException".to_owned(),
            "invalid_client" => "InvalidClientException".to_owned(),
            "unauthorized_client" => "UnauthorizedClientException".to_owned(),
            other => other.to_owned(),
        })
    })?;
    let message = text("error_description").or_else(|| text("message")).unwrap_or_default();
    Some(Refusal { code, message })
}
