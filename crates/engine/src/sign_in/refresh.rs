//! Refreshes a sign-in's token and stores the new one in place of the old.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use aws_files::cache::TokenFields;
use chrono::TimeDelta;
use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::refusal::Refusal;
use sandglass_core::resolve::{ClientSettings, goes_in_clear};
use sandglass_core::session::{Needs, SignIn};
use tokio::task::spawn_blocking;
use tokio::time::{Instant, timeout, timeout_at};

use super::places::lock_name;
use super::refused;
use super::service::{NOT_A_TOKEN, TokenService};
use super::token_file::{PreparedToken, TokenFile};
use crate::lock::{Lock, PATIENCE};
use crate::refused::{IN_TIME, Refused};
use crate::trouble::Because;

/// The time limit of an answer, after which it is lost and the refresh token with it: as long as a slow one takes, and
/// no longer than a person waits for a diagnosis.
const ANSWER: Duration = Duration::from_secs(4);

const IN_CLEAR: &str = "a refresh token is sent to no address that is not encrypted";

/// The file of a token, and the service that refreshes it.
pub(crate) struct TokenPlace {
    /// The token's file.
    pub(crate) path: PathBuf,
    /// The directory of our locks.
    pub(crate) state_dir: PathBuf,
    /// The token service.
    pub(crate) url: String,
    /// The settings to reach it.
    pub(crate) settings: ClientSettings,
    /// The requirement if it cannot be refreshed.
    pub(crate) sign_in: Needs,
}

/// A token that is still valid.
pub(crate) struct FreshToken<T> {
    /// A token, or keys.
    pub(crate) held: T,
    /// Its expiry.
    pub(crate) expires_at: Timestamp,
    /// True if it was refreshed for this.
    pub(crate) is_new: bool,
}

/// A request to the token service.
pub(crate) struct TokenRequest {
    /// The address.
    pub(super) url: String,
    /// Headers beside that of the content.
    pub(super) headers: Vec<(&'static str, String)>,
    /// The JSON.
    pub(super) body: TokenFields,
}

/// A kind of sign-in.
pub(crate) trait TokenKind {
    /// With no more than this left the AWS CLI does not go on without refreshing it.
    const DUE: TimeDelta;

    /// With no more than this left it is refreshed where that works, and goes on as it is where not.
    const WANTED: TimeDelta = Self::DUE;

    /// The token in its file.
    type Token: Send + 'static;

    /// Returns the token in a file, with its expiry.
    fn token(file: &TokenFields) -> Option<(Self::Token, Timestamp)>;

    /// Creates the request to the token service; none if the AWS CLI would not ask it.
    fn request(file: &TokenFields, url: &str, now: Timestamp) -> Option<TokenRequest>;

    /// Returns the time until which the token service may be asked; none if the AWS CLI would not ask it.
    fn refreshable_until(file: &TokenFields, now: Timestamp) -> Option<Timestamp>;

    /// Puts an answer into the fields of the file; none where it is no answer.
    fn put(file: &mut TokenFields, answer: &TokenFields, end: Timestamp) -> Option<()>;

    /// A refusal, by the code of its header; none where it is none.
    fn refusal(code: Option<String>, answer: &TokenFields) -> Option<Refusal>;
}

/// Returns a sign-in's token, refreshed if it is due. Where there is nothing to ask, a person signs in; while it is valid
/// a refresh that fails is nobody's trouble.
///
/// Waits until `deadline` for others of ours that refresh it. Once AWS was asked its answer is stored, even if
/// nobody waits for it any more.
pub(crate) async fn fresh<K: TokenKind + 'static>(
    place: TokenPlace,
    now: Timestamp,
    deadline: Instant,
) -> Result<FreshToken<K::Token>, Refused> {
    let place = Arc::new(place);
    if let Some(living) = on_disk(&place, move |place| place.living_or_due::<K>(now)).await? {
        return Ok(living);
    }
    match refreshed::<K>(&place, now, deadline).await {
        Ok(fresh) => Ok(fresh),
        Err(refused) => {
            let said = move |place: &TokenPlace| {
                let Some(living) = place.of_another::<K>(now) else {
                    place.note(&refused);
                    return Err(refused);
                };
                Ok(living)
            };
            on_disk(&place, said).await
        }
    }
}

/// Asks for a new token, alone.
async fn refreshed<K: TokenKind + 'static>(
    place: &Arc<TokenPlace>,
    now: Timestamp,
    deadline: Instant,
) -> Result<FreshToken<K::Token>, Refused> {
    if goes_in_clear(&place.url) {
        return Err(Refused::silent(&place.url, IN_CLEAR));
    }
    let name = lock_name(&place.path);
    let lock = timeout_at(deadline, Lock::acquire(&place.state_dir, &name, PATIENCE)).await;
    let lock = match lock {
        Ok(Ok(lock)) => lock,
        Ok(Err(error)) => return Err(place.unwritable(&error)),
        // Another one of ours is at it, and gets no answer.
        Err(_) => return Err(Refused::silent(&place.url, IN_TIME)),
    };
    let refreshing = tokio::spawn({
        let place = Arc::clone(place);
        async move {
            let _lock = lock;
            refresh::<K>(&place, now).await
        }
    });
    refreshing.await.unwrap_or_else(|_| Err(place.unfinished()))
}

/// Does what touches the disk on a thread that may block: a worker goes on with what others wait for.
async fn on_disk<T: Send + 'static>(
    place: &Arc<TokenPlace>,
    work: impl FnOnce(&TokenPlace) -> Result<T, Refused> + Send + 'static,
) -> Result<T, Refused> {
    let working = Arc::clone(place);
    let done = spawn_blocking(move || work(&working)).await;
    done.unwrap_or_else(|_| Err(place.unfinished()))
}

/// Refreshes the token, for the holder of the file's lock.
async fn refresh<K: TokenKind + 'static>(
    place: &Arc<TokenPlace>,
    now: Timestamp,
) -> Result<FreshToken<K::Token>, Refused> {
    let asked = match on_disk(place, move |place| place.begin::<K>(now)).await? {
        Begun::Living(living) => return Ok(living),
        Begun::Asks(asked) => asked,
    };
    match timeout(ANSWER, place.ask::<K>(&asked.request)).await {
        Ok(Ok(answer)) => on_disk(place, move |place| place.end::<K>(*asked, &answer, now)).await,
        Ok(Err(refused)) => Err(refused),
        Err(_) => Err(Refused::silent(&place.url, IN_TIME)),
    }
}

/// The token under the lock, before AWS is asked.
enum Begun<T> {
    /// It lasts after all: somebody else refreshed it.
    Living(FreshToken<T>),
    /// It is due, and there is room for the answer.
    Asks(Box<Asked>),
}

/// A question to the token service.
struct Asked {
    file: TokenFile,
    prepared: PreparedToken,
    request: TokenRequest,
}

/// Reads a sign-in from its file; none if there is none to go on with.
pub(super) fn reading<K: TokenKind>(path: &Path, state_dir: &Path, now: Timestamp) -> Option<SignIn> {
    let file = TokenFile::read(path)?;
    let (_, expires_at) = K::token(&file.fields)?;
    let until = K::refreshable_until(&file.fields, now);
    // Looked at only where a refresh is what counts.
    let is_refused = || expires_at - now <= K::WANTED && refused::is_noted(state_dir, path, &file.fields);
    Some(SignIn { expires_at, refreshable_until: until.filter(|_| !is_refused()) })
}

fn living<K: TokenKind>(file: &TokenFile, now: Timestamp) -> Option<FreshToken<K::Token>> {
    lasting::<K>(file, K::DUE, now)
}

/// The token, if it lasts longer than this.
fn lasting<K: TokenKind>(file: &TokenFile, least: TimeDelta, now: Timestamp) -> Option<FreshToken<K::Token>> {
    let (held, expires_at) = K::token(&file.fields)?;
    (expires_at - now > least).then_some(FreshToken { held, expires_at, is_new: false })
}

impl TokenPlace {
    /// Returns the token if it is still valid; none if the token service is to be asked.
    fn living_or_due<K: TokenKind>(&self, now: Timestamp) -> Result<Option<FreshToken<K::Token>>, Refused> {
        let file = TokenFile::read(&self.path).ok_or_else(|| self.signed_out())?;
        if let Some(lasting) = lasting::<K>(&file, K::WANTED, now) {
            return Ok(Some(lasting));
        }
        if K::request(&file.fields, &self.url, now).is_some() {
            return Ok(None);
        }
        living::<K>(&file, now).map(Some).ok_or_else(|| self.signed_out())
    }

    /// Reads the token under the lock, and makes room for the next one.
    fn begin<K: TokenKind>(&self, now: Timestamp) -> Result<Begun<K::Token>, Refused> {
        let file = TokenFile::read(&self.path).ok_or_else(|| self.signed_out())?;
        if let Some(lasting) = lasting::<K>(&file, K::WANTED, now) {
            return Ok(Begun::Living(lasting));
        }
        let request = K::request(&file.fields, &self.url, now).ok_or_else(|| self.signed_out())?;
        let prepared = file.reserve().map_err(|error| self.unwritable(&error))?;
        Ok(Begun::Asks(Box::new(Asked { file, prepared, request })))
    }

    /// Stores the answer.
    fn end<K: TokenKind>(
        &self,
        asked: Asked,
        answer: &TokenFields,
        now: Timestamp,
    ) -> Result<FreshToken<K::Token>, Refused> {
        let Asked { mut file, prepared, .. } = asked;
        let lasts = answer.number("expiresIn").and_then(TimeDelta::try_seconds);
        let end = lasts.and_then(|lasts| now.checked_add_signed(lasts));
        let put = end.and_then(|end| K::put(&mut file.fields, answer, end));
        let Some((held, expires_at)) = put.and_then(|()| K::token(&file.fields)) else {
            return Err(Refused::stranger(&self.url, NOT_A_TOKEN));
        };
        match file.store(prepared) {
            Ok(true) => Ok(FreshToken { held, expires_at, is_new: true }),
            Ok(false) => self.of_another::<K>(now).ok_or_else(|| self.signed_out()),
            Err(error) => Err(self.unwritable(&error)),
        }
    }

    /// Remembers a refusal that no other try changes.
    fn note(&self, refused: &Refused) {
        let is_over = matches!(refused, Refused::ByAws(_)) && !refused.may_pass() && !refused.is_of_clock();
        if let Some(file) = TokenFile::read(&self.path).filter(|_| is_over) {
            refused::note(&self.state_dir, &self.path, &file.fields);
        }
    }

    fn unfinished(&self) -> Refused {
        Refused::silent(&self.url, "the refresh was not finished")
    }

    fn signed_out(&self) -> Refused {
        Refused::Needs(self.sign_in.clone())
    }

    fn unwritable(&self, error: &std::io::Error) -> Refused {
        let unwritable = Problem::new(Code::CacheUnwritable).with("path", self.path.display().to_string());
        unwritable.because(error).into()
    }

    /// Returns what is valid after all: another program may have spent the refresh token meanwhile, and stored what it got
    /// for it, or the old token lasts for a while.
    fn of_another<K: TokenKind>(&self, now: Timestamp) -> Option<FreshToken<K::Token>> {
        living::<K>(&TokenFile::read(&self.path)?, now)
    }

    async fn ask<K: TokenKind>(&self, question: &TokenRequest) -> Result<TokenFields, Refused> {
        let service = TokenService { settings: &self.settings, url: &self.url, refusal: K::refusal };
        let body = question.body.to_json();
        let body = body.map_err(|error| Refused::silent(&self.url, error.to_string()))?;
        let headers: Vec<(&str, &str)> =
            question.headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        service.ask(&question.url, &headers, body.to_vec()).await
    }
}

/// `POST` to a path of the token service.
pub(super) fn address(url: &str, path: &str) -> String {
    format!("{}{path}", url.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};
    use std::sync::{Mutex, OnceLock};
    use std::time::SystemTime;

    use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

    use super::super::Sso;
    use super::*;

    fn place(directory: &Path, url: &str, token: &str) -> TokenPlace {
        let path = directory.join("token.json");
        std::fs::write(&path, token).expect("a file");
        TokenPlace {
            path,
            state_dir: directory.to_owned(),
            url: url.to_owned(),
            settings: ClientSettings::default(),
            sign_in: Needs::Nothing,
        }
    }

    /// Says that it was entered, and blocks until somebody tells until when the token is valid.
    struct Gate {
        entered: UnboundedSender<()>,
        valid_until: Mutex<Receiver<Option<Timestamp>>>,
    }

    static GATE: OnceLock<Gate> = OnceLock::new();

    /// A token on a disk that answers when it likes.
    struct OnSlowDisk;

    impl TokenKind for OnSlowDisk {
        const DUE: TimeDelta = TimeDelta::zero();

        type Token = ();

        fn token(_: &TokenFields) -> Option<((), Timestamp)> {
            let gate = GATE.get().expect("set up");
            gate.entered.send(()).expect("somebody listens");
            let answer = gate.valid_until.lock().expect("no panic").recv_timeout(Duration::from_secs(20));
            Some(((), answer.expect("the one worker is free to answer")?))
        }

        fn request(_: &TokenFields, url: &str, _: Timestamp) -> Option<TokenRequest> {
            Some(TokenRequest { url: url.to_owned(), headers: Vec::new(), body: TokenFields::new([]) })
        }

        fn refreshable_until(_: &TokenFields, _: Timestamp) -> Option<Timestamp> {
            None
        }

        fn put(_: &mut TokenFields, _: &TokenFields, _: Timestamp) -> Option<()> {
            None
        }

        fn refusal(_: Option<String>, _: &TokenFields) -> Option<Refusal> {
            None
        }
    }

    /// Before the lock and under it: here the one worker is this test.
    #[tokio::test]
    async fn while_the_file_of_a_token_is_read_the_workers_are_free() {
        let directory = tempfile::tempdir().expect("a directory");
        let place = place(directory.path(), "https://oidc.example.com", "{}");
        let (entered, mut enters) = unbounded_channel();
        let (answer, answers) = channel();
        assert!(GATE.set(Gate { entered, valid_until: Mutex::new(answers) }).is_ok());
        let now = Timestamp::from(SystemTime::now());
        let fresh = fresh::<OnSlowDisk>(place, now, Instant::now() + ANSWER);
        let disk = async {
            for valid_until in [None, Some(now + TimeDelta::hours(1))] {
                enters.recv().await.expect("it is read");
                answer.send(valid_until).expect("somebody waits");
            }
        };
        let (fresh, ()) = tokio::join!(fresh, disk);
        assert!(fresh.is_ok_and(|fresh| !fresh.is_new), "another one refreshed it meanwhile");
    }

    #[tokio::test]
    async fn a_refresh_token_goes_to_no_address_that_is_not_encrypted() {
        let directory = tempfile::tempdir().expect("a directory");
        let token = r#"{"accessToken":"t","expiresAt":"2020-01-01T00:00:00Z","clientId":"c","clientSecret":"s",
            "refreshToken":"r","registrationExpiresAt":"2999-01-01T00:00:00Z"}"#;
        let place = place(directory.path(), "http://oidc.example.com", token);
        let now = Timestamp::from(SystemTime::now());
        let refused = fresh::<Sso>(place, now, Instant::now() + ANSWER).await.err();
        let Some(Refused::NoAnswer(none)) = refused else { panic!("{refused:?}") };
        assert_eq!(none.detail, IN_CLEAR);
    }
}
