//! Signs somebody in to IAM Identity Center: with a browser that is sent back to this machine, or with a device code.
//!
//! Dropped, it gives up whatever it waits for. Nothing is written but the registration of a client, and the token at
//! the end.

use std::path::PathBuf;
use std::time::Duration;

use aws_files::cache::TokenFields;
use chrono::TimeDelta;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::{ClientSettings, Service, goes_in_clear};
use sandglass_core::sso::SsoSignIn;
use sandglass_core::text::Text;
use sha2::{Digest, Sha256};
use tokio::time::{Instant, sleep, timeout};

use super::oidc::{Oidc, RegisteredClient};
use super::pkce::Pkce;
use super::places::{lock_name, sso_cache_file};
use super::redirect::{Brought, Pages, Redirect};
use super::refresh::reading;
use super::registration::{self, RegistrationFile};
use super::steps::{SignInObserver, SignInStep, SignInWay, SignedIn};
use super::{Sso, refusals, refused, settings_of, vanity};
use crate::http::beside_sts;
use crate::lock::{Lock, PATIENCE, held};
use crate::refused::Refused;
use crate::trouble::Because;
use crate::{Clock, Environment, files};

/// A person has so long to sign in.
const PATIENCE_OF_PERSON: Duration = Duration::from_mins(10);
/// A slow service answers within.
const ANSWER: Duration = Duration::from_secs(20);
/// More than any token.
const LARGEST: u64 = 64 * 1024;
/// RFC 8628, 3.5.
const SLOWER: i64 = 5;

/// Signs somebody in, and stores the token where AWS tools look for it.
///
/// Where another process of ours does the same already, its sign-in is waited for and taken. The error is ready to be
/// said in words.
pub async fn sign_in_to_sso(
    environment: &Environment,
    sign_in: &SsoSignIn,
    way: SignInWay,
    observer: &mut dyn SignInObserver,
    clock: &dyn Clock,
) -> Result<SignedIn, Problem> {
    let attempt = Attempt::new(environment, sign_in, clock);
    attempt.run(way, observer).await.map_err(|refused| refusals::problem(refused, sign_in))
}

/// One attempt to sign in.
struct Attempt<'a> {
    environment: &'a Environment,
    sign_in: &'a SsoSignIn,
    clock: &'a dyn Clock,
    settings: ClientSettings,
    token: PathBuf,
}

impl<'a> Attempt<'a> {
    fn new(environment: &'a Environment, sign_in: &'a SsoSignIn, clock: &'a dyn Clock) -> Self {
        let profiles = files::read(&environment.paths).profiles;
        let settings = settings_of(environment, &profiles, sign_in, Service::SsoOidc);
        let token = sso_cache_file(environment, &sign_in.token_key());
        Self { environment, sign_in, clock, settings, token }
    }

    async fn run(&self, way: SignInWay, observer: &mut dyn SignInObserver) -> Result<SignedIn, Refused> {
        let portal = vanity::portal(self.sign_in, &self.settings).await?;
        let url = beside_sts("oidc", &self.settings, &portal.region);
        if goes_in_clear(&url) {
            return Err(Refused::silent(&url, "nobody signs in over an address that is not encrypted"));
        }
        let before = self.digest();
        let _lock = if let Some(lock) = self.first().await? {
            lock
        } else {
            observer.step(SignInStep::Another);
            let lock = self.alone(PATIENCE_OF_PERSON).await.map_err(|error| self.unwritable(&error))?;
            if self.digest() != before
                && let Some(signed_in) = self.signed_in()
            {
                return Ok(signed_in);
            }
            lock
        };
        // Before a person is bothered: what they do must not be lost for want of room.
        self.make_room().map_err(|error| self.unwritable(&error))?;
        let service = Oidc::new(&self.settings, &url);
        let service = Portal { attempt: self, service, start_url: &portal.url, region: &portal.region };
        let redirect = match way {
            SignInWay::Browser if self.sign_in.takes_redirect() => Redirect::listen().await.ok(),
            _ => None,
        };
        match redirect {
            Some(redirect) => service.with_redirect(&redirect, observer).await,
            None => service.with_device_code(observer).await,
        }
    }

    /// The lock, unless another process of ours has it.
    async fn first(&self) -> Result<Option<Lock>, Refused> {
        match self.alone(Duration::ZERO).await {
            Ok(lock) => Ok(Some(lock)),
            Err(error) if held(&error).is_some() => Ok(None),
            Err(error) => Err(self.unwritable(&error)),
        }
    }

    async fn alone(&self, patience: Duration) -> std::io::Result<Lock> {
        let name = format!("sign-in-{}", lock_name(&self.token));
        Lock::acquire(&self.environment.state_dir, &name, patience).await
    }

    /// Tells one token from another.
    fn digest(&self) -> Option<[u8; 32]> {
        Some(Sha256::digest(files::content(&self.token, LARGEST).ok()?.as_slice()).into())
    }

    fn make_room(&self) -> std::io::Result<()> {
        if let Some(directory) = self.token.parent() {
            crate::os::create_private_dir(directory)?;
        }
        files::refuse_read_only(&self.token)?;
        files::probe(&self.token)
    }

    fn signed_in(&self) -> Option<SignedIn> {
        let now = self.clock.now();
        let found = reading::<Sso>(&self.token, &self.environment.state_dir, now)
            .filter(|found| found.expires_at > now)?;
        let is_refreshed = found.refreshable_until.is_some() && self.sign_in.session.is_some();
        Some(SignedIn { expires_at: found.expires_at, is_refreshed, other_region: None })
    }

    fn unwritable(&self, error: &std::io::Error) -> Refused {
        if let Some(problem) = held(error) {
            return problem.into();
        }
        let path = self.environment.paths.display(&self.token);
        Problem::new(Code::CacheUnwritable).with("path", path).because(error).into()
    }
}

/// The portal that somebody signs in to.
struct Portal<'a> {
    attempt: &'a Attempt<'a>,
    service: Oidc<'a>,
    start_url: &'a str,
    region: &'a str,
}

impl Portal<'_> {
    async fn with_redirect(
        &self,
        redirect: &Redirect,
        observer: &mut dyn SignInObserver,
    ) -> Result<SignedIn, Refused> {
        let scopes = self.attempt.sign_in.asked_scopes(true);
        let file = self.registration(true);
        let client = self.client(&file, &scopes, Some(self.start_url)).await?;
        let pkce = Pkce::new().map_err(|error| Refused::silent("this machine", error.to_string()))?;
        let uri = redirect.uri();
        observer.step(SignInStep::Browser { address: self.service.page(&client, &pkce, &uri, &scopes) });
        let pages = pages(self.attempt.environment);
        let Ok(answer) = timeout(PATIENCE_OF_PERSON, redirect.answer(&pkce.state, &pages)).await else {
            // The page may have said that it does not know the client: the next attempt gets another.
            file.forget();
            return Err(Problem::new(Code::SignInTimedOut).into());
        };
        let ended = match &answer.brought {
            Brought::Refusal(error) => Err(refusals::of_redirect(error, self.attempt.sign_in).into()),
            Brought::Code(code) => {
                let token = self.in_time(self.service.exchange(&client, code.clone(), &pkce, &uri)).await;
                self.kept(token, &file, &client).await
            }
        };
        answer.tell(ended.is_ok()).await;
        ended
    }

    async fn with_device_code(&self, observer: &mut dyn SignInObserver) -> Result<SignedIn, Refused> {
        let scopes = self.attempt.sign_in.asked_scopes(false);
        let file = self.registration(false);
        let mut client = self.client(&file, &scopes, None).await?;
        let mut begun = self.in_time(self.service.start_device(&client, self.start_url)).await;
        if begun.as_ref().is_err_and(refusals::is_of_client) {
            file.forget();
            client = self.client(&file, &scopes, None).await?;
            begun = self.in_time(self.service.start_device(&client, self.start_url)).await;
        }
        let begun = begun?;
        let now = self.attempt.clock.now();
        let lasts = TimeDelta::try_seconds(begun.expires_in).unwrap_or_default();
        observer.step(SignInStep::DeviceCode {
            page_with_code: begun.page_with_code.unwrap_or_else(|| begun.page.clone()),
            page: begun.page,
            code: begun.user_code,
            until: now + lasts,
        });
        let deadline = Instant::now() + lasts.to_std().unwrap_or_default().min(PATIENCE_OF_PERSON);
        let mut interval = begun.interval;
        loop {
            sleep(Duration::from_secs(u64::try_from(interval).unwrap_or(1))).await;
            match self.in_time(self.service.poll(&client, &begun.device_code)).await {
                Err(refused) if refusals::is_pending(&refused) && Instant::now() < deadline => {}
                Err(refused) if refusals::is_too_fast(&refused) => interval += SLOWER,
                Err(refused) if refusals::is_pending(&refused) => {
                    return Err(Problem::new(Code::SignInTimedOut).into());
                }
                token => return self.kept(token, &file, &client).await,
            }
        }
    }

    fn registration(&self, is_for_redirect: bool) -> RegistrationFile {
        RegistrationFile::of(self.attempt.environment, self.attempt.sign_in, self.region, is_for_redirect)
    }

    /// The client there is, or a new one.
    async fn client(
        &self,
        file: &RegistrationFile,
        scopes: &[&str],
        issuer: Option<&str>,
    ) -> Result<RegisteredClient, Refused> {
        let now = self.attempt.clock.now();
        if let Some(client) = file.client(now) {
            return Ok(client);
        }
        let name = self.attempt.sign_in.client_name(now);
        let answer = self.in_time(self.service.register(&name, scopes, issuer)).await?;
        let client = registration::registered(&answer).ok_or_else(|| self.service.stranger())?;
        file.store(&client, scopes).map_err(|error| self.attempt.unwritable(&error))?;
        Ok(client)
    }

    /// Stores what a sign-in got.
    async fn kept(
        &self,
        answer: Result<TokenFields, Refused>,
        file: &RegistrationFile,
        client: &RegisteredClient,
    ) -> Result<SignedIn, Refused> {
        let answer = answer.inspect_err(|refused| {
            if refusals::is_of_client(refused) {
                file.forget();
            }
        })?;
        let attempt = self.attempt;
        let now = attempt.clock.now();
        let token = registration::token(&answer, attempt.sign_in, self.region, client, now);
        let (token, expires_at) = token.ok_or_else(|| self.service.stranger())?;
        // Not while an older one is refreshed.
        let lock = Lock::acquire(&attempt.environment.state_dir, &lock_name(&attempt.token), PATIENCE).await;
        let stored = lock.and_then(|_lock| registration::store(&attempt.token, &token));
        stored.map_err(|error| attempt.unwritable(&error))?;
        refused::forget(&attempt.environment.state_dir, &attempt.token);
        Ok(SignedIn {
            expires_at,
            is_refreshed: token.text("refreshToken").is_some() && attempt.sign_in.session.is_some(),
            other_region: (self.region != attempt.sign_in.region.value).then(|| self.region.to_owned()),
        })
    }

    async fn in_time<T>(&self, asked: impl Future<Output = Result<T, Refused>>) -> Result<T, Refused> {
        let answered = timeout(ANSWER, asked).await;
        answered.unwrap_or_else(|_| Err(Refused::silent(self.service.url(), crate::refused::IN_TIME)))
    }
}

fn pages(environment: &Environment) -> Pages {
    let text = Text::new(environment.language);
    let page = |title: &str, words: &str| sandglass_core::sso::page(&text, title, words);
    Pages {
        signed_in: page("sign-in-page-done", "sign-in-page-done-words"),
        not_signed_in: page("sign-in-page-failed", "sign-in-page-failed-words"),
        unknown: page("sign-in-page-unknown", "sign-in-page-unknown-words"),
    }
}
