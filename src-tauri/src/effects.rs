//! Carries out the actor's effects.

use std::path::PathBuf;
use std::sync::Arc;

use sandglass_app::state::{AttemptId, Effect, Event, SwitcherEffect};
use sandglass_app::tray::TrayView;
use sandglass_core::cache::Selection;
use sandglass_core::export::Shell;
use sandglass_core::problem::Problem;
use sandglass_core::session::Reuse;
use sandglass_core::text::instant;
use sandglass_core::variables::Variables;
use sandglass_engine::cache::{clean, inventory};
use sandglass_engine::renew::{RenewOptions, Renewal, renew, renew_with_code};
use sandglass_engine::{Environment, NoPrompt, SystemClock, credentials};
use tauri::AppHandle;
use tauri::async_runtime::{spawn, spawn_blocking};
use tokio::sync::mpsc::Sender;

use crate::actor::EffectRunner;
use crate::cleaned::Cleanings;
use crate::clipboard::Clipboard;
use crate::commands::{CommandContext, TypedCode};
use crate::current::Current;
use crate::global_key::Listener;
use crate::notify::Notifications;
use crate::readings::Readings;
use crate::remembered::Remembered;
use crate::sign_in::SignIns;
use crate::windows::{Channels, PromptWindow};
use crate::{autostart, background, log, tray, windows};

/// The real desktop.
pub(crate) struct Desktop {
    app: AppHandle,
    current: Current,
    readings: Readings,
    remembered: Remembered,
    events: Sender<Event>,
    notifications: Notifications,
    /// The program we were started from. Asked for at once: after an update in place the system tells of a
    /// file that was deleted.
    program: Option<PathBuf>,
    clipboard: Clipboard,
    cleanings: Cleanings,
    channels: Channels,
    code: TypedCode,
    sign_ins: SignIns,
    switcher_key: Listener,
}

impl Desktop {
    /// The outside of an application whose pages come in by a context.
    pub(crate) fn new(app: AppHandle, context: &CommandContext, readings: Readings) -> Self {
        let (current, events) = (context.current.clone(), context.events.clone());
        let environment = current.environment();
        Self {
            switcher_key: Listener::start(&app, &environment.variables, events.clone()),
            app,
            notifications: Notifications::start(&environment, events.clone()),
            remembered: Remembered::start(environment.clone()),
            current,
            readings,
            events,
            program: std::env::current_exe().ok(),
            clipboard: context.clipboard.clone(),
            cleanings: context.cleanings.clone(),
            channels: context.channels.clone(),
            code: context.code.clone(),
            sign_ins: SignIns::default(),
        }
    }

    fn environment(&self) -> Arc<Environment> {
        self.current.environment()
    }

    /// Ends when what is to be remembered is written.
    fn quit(&self) {
        let (app, remembered) = (self.app.clone(), self.remembered.clone());
        spawn(async move {
            remembered.written().await;
            app.exit(0);
        });
    }

    fn renew(&self, attempt: AttemptId, profile: String, reuse: Reuse) {
        let (environment, events) = (self.environment(), self.events.clone());
        background::start(async move {
            let result =
                renew(&environment, &profile, RenewOptions { reuse }, &mut NoPrompt, &SystemClock).await;
            log_renewal(&environment, &profile, &result);
            let result = result.map(|renewal| renewal.expires_at());
            let _ = events.send(Event::RenewalFinished { attempt, profile, result }).await;
        });
    }

    /// Settles what happens at login: off the actor's thread, for it touches the disk.
    fn start_at_login(&self, wanted: bool) {
        let (environment, program) = (self.environment(), self.program.clone());
        spawn_blocking(move || match autostart::apply(&environment, program.as_deref(), wanted) {
            Ok(None) => {}
            Ok(Some(change)) => log::add("start_at_login", &[("change", change)]),
            Err(error) => log::complain(&format!("what starts at login cannot be changed: {error}")),
        });
    }

    fn clean_caches(&self) {
        let (environment, events) = (self.environment(), self.events.clone());
        let cleanings = self.cleanings.clone();
        background::start(async move {
            let files = inventory(&environment).files;
            let cleaned = clean(&environment, files, &Selection::default(), &SystemClock).await;
            let (results, cleaning) = cleanings.done(&environment, cleaned);
            let count = results.iter().filter(|(_, result)| result.is_ok()).count();
            let failure = results.into_iter().find_map(|(_, result)| result.err());
            let _ = events.send(Event::CachesCleaned { count, cleaning, failure }).await;
        });
    }

    fn put_back_caches(&self, cleaning: u32) {
        let (environment, events) = (self.environment(), self.events.clone());
        let cleanings = self.cleanings.clone();
        background::start(async move {
            let answer = cleanings.put_back(&environment, cleaning).await;
            let _ = events.send(Event::CachesPutBack(answer)).await;
        });
    }

    /// Copies keys from the session to the clipboard: no page sees them.
    fn copy_keys(&self, profile: String, shell: Shell) {
        let (environment, events) = (self.environment(), self.events.clone());
        let clipboard = self.clipboard.clone();
        background::start(async move {
            match credentials(&environment, &profile, &SystemClock).await {
                Ok(keys) => clipboard.copy_secret(keys.set_lines(shell, &Variables::default())),
                Err(problem) => {
                    log::problem("keys_not_copied", &problem, &environment.paths, &[("profile", &profile)]);
                    let _ = events.send(Event::NotCopied { profile, problem }).await;
                }
            }
        });
    }

    /// One code for all of them: they stand behind one device.
    fn renew_with_code(&self, attempts: Vec<(AttemptId, String)>) {
        let Some(code) = self.code.take() else { return };
        let (environment, events) = (self.environment(), self.events.clone());
        background::start(async move {
            let profiles: Vec<String> = attempts.iter().map(|(_, profile)| profile.clone()).collect();
            let results =
                renew_with_code(&environment, &profiles, code, RenewOptions::default(), &SystemClock).await;
            for ((attempt, profile), result) in attempts.into_iter().zip(results) {
                log_renewal(&environment, &profile, &result);
                let result = result.map(|renewal| renewal.expires_at());
                let _ = events.send(Event::RenewalFinished { attempt, profile, result }).await;
            }
        });
    }

    fn switcher(&self, effect: SwitcherEffect) {
        match effect {
            SwitcherEffect::Open { title, theme } => {
                self.on_main_thread(move |app| windows::open_switcher(app, &title, theme));
            }
            SwitcherEffect::Close => self.on_main_thread(|app| windows::close(app, windows::SWITCHER)),
            SwitcherEffect::Tell(message) => self.channels.tell_switcher(message),
            SwitcherEffect::Listen { key, purpose } => self.switcher_key.listen(key, purpose),
        }
    }

    fn on_main_thread(&self, work: impl FnOnce(&AppHandle) -> tauri::Result<()> + Send + 'static) {
        let app = self.app.clone();
        // Fails only while the application ends.
        let _ = self.app.run_on_main_thread(move || {
            if let Err(error) = work(&app) {
                log::complain(&format!("a window cannot be opened: {error}"));
            }
        });
    }
}

impl EffectRunner for Desktop {
    fn show(&mut self, view: TrayView) {
        // Fails only while the application ends.
        let _ = self.app.run_on_main_thread(move || tray::show(view));
    }

    fn look(&mut self) {
        self.readings.look();
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Read => self.readings.look(),
            Effect::Renew { attempt, profile, reuse } => self.renew(attempt, profile, reuse),
            Effect::SignIn { attempt, profile } => {
                self.sign_ins.start(attempt, profile, self.environment(), self.events.clone());
            }
            Effect::CancelSignIn { attempt } => self.sign_ins.cancel(attempt),
            Effect::CleanCaches => self.clean_caches(),
            Effect::PutBackCaches { cleaning } => self.put_back_caches(cleaning),
            Effect::RenewWithCode { attempts } => self.renew_with_code(attempts),
            Effect::OpenWindow { theme } => {
                let state_dir = self.environment().state_dir.clone();
                self.on_main_thread(move |app| windows::open(app, &state_dir, theme));
            }
            Effect::CloseWindow => self.on_main_thread(|app| windows::close(app, windows::WINDOW)),
            Effect::OpenPrompt { id, title, beside, theme } => {
                let asked = PromptWindow { id, title, beside, theme };
                self.on_main_thread(move |app| windows::open_prompt(app, asked));
            }
            Effect::ClosePrompt => self.on_main_thread(|app| windows::close(app, windows::PROMPT)),
            Effect::TellWindow(message) => self.channels.tell_window(message),
            Effect::Switcher(effect) => self.switcher(effect),
            Effect::TellPrompt(view) => self.channels.tell_prompt(*view),
            Effect::Copy(text) => self.clipboard.copy(text),
            Effect::CopyKeys { profile, shell } => self.copy_keys(profile, shell),
            Effect::Notify(notice) => self.notifications.show(notice),
            Effect::CloseNotice(slot) => self.notifications.close(slot),
            Effect::Remember(memory) => self.remembered.store(memory),
            Effect::TellOthers(known) => self.remembered.store_known(known),
            Effect::StartAtLogin(wanted) => self.start_at_login(wanted),
            Effect::Log(problem) => log::problem("problem", &problem, &self.environment().paths, &[]),
            Effect::Quit => self.quit(),
        }
    }
}

fn log_renewal(environment: &Environment, profile: &str, result: &Result<Renewal, Problem>) {
    match result {
        Ok(Renewal::Renewed { expires_at, .. }) => {
            log::add("renewed", &[("profile", profile), ("expires_at", &instant(*expires_at))]);
        }
        Ok(Renewal::StillFresh { .. }) => log::add("still_fresh", &[("profile", profile)]),
        Ok(Renewal::MadeAtEachUse { .. }) => log::add("at_each_use", &[("profile", profile)]),
        Err(problem) => log::problem("not_renewed", problem, &environment.paths, &[("profile", profile)]),
    }
}
