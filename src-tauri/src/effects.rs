//! What the actor decides, done.

use std::path::PathBuf;

use sandglass_core::cache::Selection;
use sandglass_core::problem::Problem;
use sandglass_core::session::Reuse;
use sandglass_core::state::{AttemptId, Effect, Event};
use sandglass_core::tray::TrayView;
use sandglass_core::view::instant;
use sandglass_engine::cache::{clean, inventory};
use sandglass_engine::renew::{Options, Renewal, renew};
use sandglass_engine::{Environment, NoPrompt, SystemClock, Watch, snapshot, store_memory, wanted};
use tauri::AppHandle;
use tauri::async_runtime::{spawn, spawn_blocking};
use tokio::sync::mpsc::Sender;

use crate::actor::Shell;
use crate::notify::Notifications;
use crate::{autostart, log, tray};

/// The real outside.
pub(crate) struct Desktop {
    app: AppHandle,
    environment: Environment,
    events: Sender<Event>,
    notifications: Notifications,
    /// Where we were started from. Asked for at once: after an update in place the system tells of a
    /// file that was deleted.
    program: Option<PathBuf>,
    /// Kept while we run: on X11 and Wayland the owner of the clipboard answers for it.
    clipboard: Option<arboard::Clipboard>,
}

impl Desktop {
    pub(crate) fn new(app: AppHandle, environment: Environment, events: Sender<Event>) -> Self {
        let notifications = Notifications::start(events.clone());
        let program = std::env::current_exe().ok();
        Self { app, environment, events, notifications, program, clipboard: None }
    }

    fn renew(&self, attempt: AttemptId, profile: String, reuse: Reuse) {
        let (environment, events) = (self.environment.clone(), self.events.clone());
        spawn(async move {
            let result = renew(&environment, &profile, Options { reuse }, &mut NoPrompt, &SystemClock).await;
            log_renewal(&environment, &profile, &result);
            let result = result.map(|_| ());
            let _ = events.send(Event::RenewalFinished { attempt, profile, result }).await;
        });
    }

    /// Settles what happens at login: off the actor's thread, for it touches the disk.
    fn start_at_login(&self, wanted: bool) {
        let (environment, program) = (self.environment.clone(), self.program.clone());
        spawn_blocking(move || match autostart::settle(&environment, program.as_deref(), wanted) {
            Ok(None) => {}
            Ok(Some(change)) => log::add("start_at_login", &[("change", change)]),
            Err(error) => log::complain(&format!("what starts at login cannot be changed: {error}")),
        });
    }

    fn clean_caches(&self) {
        let (environment, events) = (self.environment.clone(), self.events.clone());
        spawn(async move {
            let files = inventory(&environment).files;
            let done = clean(&environment, files, &Selection::default(), &SystemClock).await;
            for (file, problem) in
                done.iter().filter_map(|(file, result)| Some((file, result.as_ref().err()?)))
            {
                let path = environment.paths.display(&file.path);
                log::problem("cache_not_cleaned", problem, &environment.paths, &[("file", &path)]);
            }
            read(environment, events);
        });
    }

    fn copy(&mut self, text: String) {
        let copied = match &mut self.clipboard {
            Some(clipboard) => clipboard.set_text(text),
            None => arboard::Clipboard::new()
                .and_then(|clipboard| self.clipboard.insert(clipboard).set_text(text)),
        };
        if let Err(error) = copied {
            log::complain(&format!("the clipboard cannot be written: {error}"));
        }
    }
}

impl Shell for Desktop {
    fn show(&mut self, view: TrayView) {
        // Fails only while the application ends.
        let _ = self.app.run_on_main_thread(move || tray::show(view));
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Read => read(self.environment.clone(), self.events.clone()),
            Effect::Renew { attempt, profile, reuse } => self.renew(attempt, profile, reuse),
            Effect::CleanCaches => self.clean_caches(),
            Effect::Copy(text) => self.copy(text),
            Effect::Notify(notice) => self.notifications.show(notice),
            Effect::CloseNotice(slot) => self.notifications.close(slot),
            Effect::Remember(memory) => {
                if let Err(error) = store_memory(&self.environment, &memory) {
                    log::complain(&format!("what was notified cannot be remembered: {error}"));
                }
            }
            Effect::StartAtLogin(wanted) => self.start_at_login(wanted),
            Effect::Log(problem) => log::problem("problem", &problem, &self.environment.paths, &[]),
            Effect::Quit => self.app.exit(0),
        }
    }
}

fn log_renewal(environment: &Environment, profile: &str, result: &Result<Renewal, Problem>) {
    match result {
        Ok(Renewal::Renewed { expires_at, .. }) => {
            log::add("renewed", &[("profile", profile), ("expires_at", &instant(*expires_at))]);
        }
        Ok(Renewal::StillFresh { .. }) => log::add("still_fresh", &[("profile", profile)]),
        Err(problem) => log::problem("not_renewed", problem, &environment.paths, &[("profile", profile)]),
    }
}

fn read(environment: Environment, events: Sender<Event>) {
    spawn_blocking(move || {
        let read = Event::Read(Box::new(snapshot(&environment)));
        let _ = events.blocking_send(read);
    });
}

/// Reads again whenever the AWS files, the session cache or the preferences change.
pub(crate) fn watch_files(environment: &Environment, events: Sender<Event>) {
    let environment = environment.clone();
    spawn(async move {
        let mut watch = match Watch::start(&environment) {
            Ok(watch) => watch,
            Err(error) => return log::complain(&error.to_string()),
        };
        loop {
            if let Err(error) = watch.changed().await {
                return log::complain(&error.to_string());
            }
            let asked = wanted::take(&environment);
            if !asked.is_empty() {
                let _ = events.send(Event::Wanted(asked)).await;
            }
            read(environment.clone(), events.clone());
        }
    });
}
