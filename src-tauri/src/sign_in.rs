//! Sign-ins that somebody asked for: carried out, told of, and given up.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use sandglass_app::facts::SignInPage;
use sandglass_app::state::{AttemptId, Event};
use sandglass_core::problem::{Code, Problem};
use sandglass_engine::{
    Environment, SignInObserver, SignInStep, SignInWay, SystemClock, can_open_browser, open_browser,
    sign_in_to_sso, sso_of_profile,
};
use tauri::async_runtime::spawn;
use tokio::sync::mpsc::Sender;
use tokio::sync::oneshot;

use crate::{background, log};

/// The sign-ins on their way. To give one up is to drop its end of the line.
#[derive(Clone, Default)]
pub(crate) struct SignIns(Arc<Mutex<HashMap<AttemptId, oneshot::Sender<()>>>>);

impl SignIns {
    /// Begins one.
    pub(crate) fn start(
        &self,
        attempt: AttemptId,
        profile: String,
        environment: Arc<Environment>,
        events: Sender<Event>,
    ) {
        let (line, cancelled) = oneshot::channel();
        self.running().insert(attempt, line);
        let all = self.clone();
        background::start(async move {
            let mut observer =
                Browser { attempt, environment: Arc::clone(&environment), events: events.clone() };
            let result = tokio::select! {
                result = signed_in(&environment, &profile, &mut observer) => Some(result),
                _ = cancelled => None,
            };
            all.running().remove(&attempt);
            let Some(result) = result else {
                log::add("sign_in_cancelled", &[("profile", &profile)]);
                return;
            };
            match &result {
                Ok(()) => log::add("signed_in", &[("profile", &profile)]),
                Err(problem) => {
                    log::problem("not_signed_in", problem, &environment.paths, &[("profile", &profile)]);
                }
            }
            let _ = events.send(Event::SignInFinished { attempt, result }).await;
        });
    }

    /// Gives one up.
    pub(crate) fn cancel(&self, attempt: AttemptId) {
        self.running().remove(&attempt);
    }

    fn running(&self) -> std::sync::MutexGuard<'_, HashMap<AttemptId, oneshot::Sender<()>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn signed_in(environment: &Environment, profile: &str, observer: &mut Browser) -> Result<(), Problem> {
    let none = || Problem::new(Code::NoSsoSession);
    let sign_in = sso_of_profile(environment, profile).ok_or_else(none)?;
    let way = if can_open_browser(environment) { SignInWay::Browser } else { SignInWay::DeviceCode };
    sign_in_to_sso(environment, &sign_in, way, observer, &SystemClock).await.map(|_| ())
}

/// Opens the browser, and says what is waited for.
struct Browser {
    attempt: AttemptId,
    environment: Arc<Environment>,
    events: Sender<Event>,
}

impl SignInObserver for Browser {
    fn step(&mut self, step: SignInStep) {
        let page = match step {
            SignInStep::Another => return,
            SignInStep::Browser { address } => SignInPage { link: address, code: None },
            SignInStep::DeviceCode { page_with_code, code, .. } => {
                SignInPage { link: page_with_code, code: Some(code) }
            }
        };
        let (environment, events) = (Arc::clone(&self.environment), self.events.clone());
        let (attempt, link) = (self.attempt, page.link.clone());
        spawn(async move {
            let _ = events.send(Event::SignInWaits { attempt, page }).await;
            if !open_browser(&environment, &link).await {
                log::complain("no browser could be started for the sign-in");
            }
        });
    }
}
