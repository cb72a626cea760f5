//! What the actor decides, done.

use sandglass_core::cache::Selection;
use sandglass_core::session::Reuse;
use sandglass_core::state::{Effect, Event};
use sandglass_core::tray::TrayView;
use sandglass_engine::cache::{clean, inventory};
use sandglass_engine::renew::{Options, renew};
use sandglass_engine::{Environment, NoPrompt, SystemClock, Watch, snapshot, store_memory, wanted};
use tauri::AppHandle;
use tauri::async_runtime::{spawn, spawn_blocking};
use tokio::sync::mpsc::Sender;

use crate::actor::Shell;
use crate::notify::Notifications;
use crate::{instance, tray};

/// The real outside.
pub(crate) struct Desktop {
    app: AppHandle,
    environment: Environment,
    events: Sender<Event>,
    notifications: Notifications,
    /// Kept while we run: on X11 and Wayland the owner of the clipboard answers for it.
    clipboard: Option<arboard::Clipboard>,
}

impl Desktop {
    pub(crate) fn new(app: AppHandle, environment: Environment, events: Sender<Event>) -> Self {
        let notifications = Notifications::start(events.clone());
        Self { app, environment, events, notifications, clipboard: None }
    }

    fn renew(
        &self,
        profile: String,
        reuse: Reuse,
        report: impl FnOnce(Result<(), sandglass_core::problem::Problem>) -> Event + Send + 'static,
    ) {
        let (environment, events) = (self.environment.clone(), self.events.clone());
        spawn(async move {
            let result = renew(&environment, &profile, Options { reuse }, &mut NoPrompt, &SystemClock).await;
            let _ = events.send(report(result.map(|_| ()))).await;
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
                instance::complain(&format!("{}: {}", file.path.display(), problem.code.as_str()));
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
            instance::complain(&format!("the clipboard cannot be written: {error}"));
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
            Effect::Renew { attempt, profile, reuse } => {
                let name = profile.clone();
                self.renew(profile, reuse, move |result| Event::RenewalFinished {
                    attempt,
                    profile: name,
                    result,
                });
            }
            Effect::CleanCaches => self.clean_caches(),
            Effect::Copy(text) => self.copy(text),
            Effect::Notify(notice) => self.notifications.show(notice),
            Effect::CloseNotice(slot) => self.notifications.close(slot),
            Effect::Remember(memory) => {
                if let Err(error) = store_memory(&self.environment, &memory) {
                    instance::complain(&format!("what was notified cannot be remembered: {error}"));
                }
            }
            Effect::Quit => self.app.exit(0),
        }
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
            Err(error) => return instance::complain(&error.to_string()),
        };
        loop {
            if let Err(error) = watch.changed().await {
                return instance::complain(&error.to_string());
            }
            let asked = wanted::take(&environment);
            if !asked.is_empty() {
                let _ = events.send(Event::Wanted(asked)).await;
            }
            read(environment.clone(), events.clone());
        }
    });
}
