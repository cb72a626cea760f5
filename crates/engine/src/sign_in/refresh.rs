//! The next token of a sign-in: asked for, and put in the place of the one that is over.

use std::path::PathBuf;
use std::time::Duration;

use chrono::TimeDelta;
use sandglass_core::Timestamp;
use sandglass_core::resolve::ClientSettings;
use sandglass_doctor::evidence::live::Refusal;
use tokio::time::{Instant, timeout, timeout_at};

use super::fields::Fields;
use super::token_file::TokenFile;
use crate::http::{self, plain};
use crate::lock::{Lock, PATIENCE};
use crate::renew::Unanswered;

/// What comes later than this is lost, and the refresh token with it: as long as a slow answer takes, and no
/// longer than a person waits for a diagnosis.
const ANSWER: Duration = Duration::from_secs(4);

const NOT_A_TOKEN: &str = "the answer is not one of the token service";

/// Where a token is kept, and where it is refreshed.
pub(crate) struct Place {
    /// The token's file.
    pub(crate) path: PathBuf,
    /// Where our own locks are.
    pub(crate) state_dir: PathBuf,
    /// The token service.
    pub(crate) url: String,
    /// How it is reached.
    pub(crate) settings: ClientSettings,
}

/// What a sign-in is good for.
pub(crate) struct Fresh<T> {
    /// A token, or keys.
    pub(crate) held: T,
    /// When it ends.
    pub(crate) expires_at: Timestamp,
    /// Whether it was refreshed for this.
    pub(crate) is_new: bool,
}

/// What the token service is asked.
pub(crate) struct Question {
    /// The address.
    pub(super) url: String,
    /// Headers beside that of the content.
    pub(super) headers: Vec<(&'static str, String)>,
    /// The JSON.
    pub(super) body: Fields,
}

/// A kind of sign-in.
pub(crate) trait Kind {
    /// With no more than this left the AWS CLI does not go on without refreshing it.
    const DUE: TimeDelta;

    /// What its file holds.
    type Held: Send + 'static;

    /// What a file holds, and until when.
    fn held(file: &Fields) -> Option<(Self::Held, Timestamp)>;

    /// What the token service is asked; none where the AWS CLI would not ask it.
    fn question(file: &Fields, url: &str, now: Timestamp) -> Option<Question>;

    /// Puts an answer into the fields of the file; none where it is no answer.
    fn put(file: &mut Fields, answer: &Fields, end: Timestamp) -> Option<()>;

    /// A refusal, by the code of its header; none where it is none.
    fn refusal(code: Option<String>, answer: &Fields) -> Option<Refusal>;
}

/// What a sign-in holds, refreshed if it is due. None where it is due and there is nothing to ask: it cannot
/// be refreshed, or the next token could not be stored.
///
/// Waits until `deadline` for others of ours that refresh it. Once AWS was asked its answer is stored, even if
/// nobody waits for it any more.
pub(crate) async fn fresh<K: Kind + 'static>(
    place: Place,
    now: Timestamp,
    deadline: Instant,
) -> Option<Result<Fresh<K::Held>, Unanswered>> {
    let file = TokenFile::read(&place.path)?;
    if let Some(living) = living::<K>(&file, now) {
        return Some(Ok(living));
    }
    K::question(&file.fields, &place.url, now)?;
    let name = place.path.file_stem()?.to_string_lossy().into_owned();
    let lock = timeout_at(deadline, Lock::acquire(&place.state_dir, &name, PATIENCE)).await.ok()?.ok()?;
    let refreshing = tokio::spawn(async move {
        let _lock = lock;
        place.refresh::<K>(now).await
    });
    refreshing.await.ok()?
}

fn living<K: Kind>(file: &TokenFile, now: Timestamp) -> Option<Fresh<K::Held>> {
    let (held, expires_at) = K::held(&file.fields)?;
    (expires_at - now > K::DUE).then_some(Fresh { held, expires_at, is_new: false })
}

impl Place {
    /// Under the lock.
    async fn refresh<K: Kind>(&self, now: Timestamp) -> Option<Result<Fresh<K::Held>, Unanswered>> {
        let mut file = TokenFile::read(&self.path)?;
        if let Some(living) = living::<K>(&file, now) {
            return Some(Ok(living));
        }
        let question = K::question(&file.fields, &self.url, now)?;
        let room = file.reserve().ok()?;
        let answer = match timeout(ANSWER, self.ask::<K>(&question)).await {
            Ok(Ok(answer)) => answer,
            // Another program may have spent the refresh token meanwhile, and stored what it got for it.
            Ok(Err(unanswered)) => return Some(self.of_another::<K>(now).ok_or(unanswered)),
            Err(_) => return Some(Err(Unanswered::Silent("no answer in time".to_owned()))),
        };
        let lasts = answer.number("expiresIn").and_then(TimeDelta::try_seconds);
        let end = lasts.and_then(|lasts| now.checked_add_signed(lasts));
        let put = end.and_then(|end| K::put(&mut file.fields, &answer, end));
        let Some((held, expires_at)) = put.and_then(|()| K::held(&file.fields)) else {
            return Some(Err(Unanswered::Silent(NOT_A_TOKEN.to_owned())));
        };
        match file.store(room) {
            Ok(true) => Some(Ok(Fresh { held, expires_at, is_new: true })),
            Ok(false) => self.of_another::<K>(now).map(Ok),
            Err(_) => None,
        }
    }

    fn of_another<K: Kind>(&self, now: Timestamp) -> Option<Fresh<K::Held>> {
        living::<K>(&TokenFile::read(&self.path)?, now)
    }

    async fn ask<K: Kind>(&self, question: &Question) -> Result<Fields, Unanswered> {
        let silent = |detail: &str| Unanswered::Silent(detail.to_owned());
        let connector = http::connector(&self.settings).map_err(|problem| silent(problem.code.as_str()))?;
        let body = question.body.to_json().map_err(|error| silent(&error.to_string()))?;
        let mut headers = vec![("content-type", "application/json")];
        headers.extend(question.headers.iter().map(|(name, value)| (*name, value.as_str())));
        let request = plain::request("POST", &question.url, &headers, body.to_vec());
        let request = request.ok_or_else(|| silent("no such address"))?;
        let reply = plain::send(&connector, request).await.map_err(|error| silent(&error.to_string()))?;
        let answer = Fields::parse(&reply.body).ok_or_else(|| silent(NOT_A_TOKEN))?;
        if reply.status == 200 {
            return Ok(answer);
        }
        let refusal = K::refusal(reply.error_code(), &answer).ok_or_else(|| silent(NOT_A_TOKEN))?;
        Err(Unanswered::Refused(refusal))
    }
}

/// `POST` to a path of the token service.
pub(super) fn address(url: &str, path: &str) -> String {
    format!("{}{path}", url.trim_end_matches('/'))
}
