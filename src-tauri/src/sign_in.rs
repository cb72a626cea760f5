//! Sign-ins that somebody asked for: carried out, told of, and given up.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use sandglass_app::facts::SignInPage;
use sandglass_app::state::{AttemptId, Event};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::sso::SsoSignIn;
use sandglass_engine::{
    BrowserOpening, Environment, SignInObserver, SignInStep, SignInWay, SystemClock, can_open_browser,
    open_browser, opens_only_by_link, sign_in_to_sso, sso_of_profile,
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
            let result = tokio::select! {
                result = signed_in(attempt, &environment, &profile, &events) => Some(result),
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

async fn signed_in(
    attempt: AttemptId,
    environment: &Arc<Environment>,
    profile: &str,
    events: &Sender<Event>,
) -> Result<(), Problem> {
    let none = || Problem::new(Code::NoSsoSession);
    let sign_in = sso_of_profile(environment, profile).ok_or_else(none)?;
    let can_open = can_open_browser(environment, &sign_in);
    let way = if can_open { SignInWay::Browser } else { SignInWay::DeviceCode };
    let (environment, events) = (Arc::clone(environment), events.clone());
    let mut browser = Browser { attempt, environment: Arc::clone(&environment), sign_in, events };
    let sign_in = browser.sign_in.clone();
    sign_in_to_sso(&environment, &sign_in, way, &mut browser, &SystemClock).await.map(|_| ())
}

/// Opens the browser, and says what is waited for.
struct Browser {
    attempt: AttemptId,
    environment: Arc<Environment>,
    sign_in: SsoSignIn,
    events: Sender<Event>,
}

impl SignInObserver for Browser {
    fn step(&mut self, step: SignInStep) {
        let only_link = opens_only_by_link(&self.environment, &self.sign_in);
        let (link, code) = match step {
            SignInStep::Another => return,
            SignInStep::Browser { address } => (address, None),
            SignInStep::DeviceCode { page_with_code, code, .. } => (page_with_code, Some(code)),
        };
        let page = SignInPage { link: link.clone(), code, opens: !only_link };
        let (environment, events) = (Arc::clone(&self.environment), self.events.clone());
        let (attempt, sign_in) = (self.attempt, self.sign_in.clone());
        spawn(async move {
            let _ = events.send(Event::SignInWaits { attempt, page: page.clone() }).await;
            if open_browser(&environment, &sign_in, &link).await == BrowserOpening::Failed {
                log::complain("no browser could be started for the sign-in");
                let page = SignInPage { opens: false, ..page };
                let _ = events.send(Event::SignInWaits { attempt, page }).await;
            }
        });
    }
}
