//! What the actor decides, done.

use sandglass_core::state::{Effect, Event};
use sandglass_core::tray::TrayView;
use sandglass_engine::renew::{Options, renew};
use sandglass_engine::{Environment, NoPrompt, SystemClock, Watch, snapshot};
use tauri::AppHandle;
use tauri::async_runtime::{spawn, spawn_blocking};
use tokio::sync::mpsc::Sender;

use crate::actor::Shell;
use crate::{instance, tray};

/// The real outside.
pub(crate) struct Desktop {
    app: AppHandle,
    environment: Environment,
    events: Sender<Event>,
    /// Kept while we run: on X11 and Wayland the owner of the clipboard answers for it.
    clipboard: Option<arboard::Clipboard>,
}

impl Desktop {
    pub(crate) fn new(app: AppHandle, environment: Environment, events: Sender<Event>) -> Self {
        Self { app, environment, events, clipboard: None }
    }

    fn renew(
        &self,
        profile: String,
        report: impl FnOnce(Result<(), sandglass_core::problem::Problem>) -> Event + Send + 'static,
    ) {
        let (environment, events) = (self.environment.clone(), self.events.clone());
        spawn(async move {
            let result = renew(&environment, &profile, Options::default(), &mut NoPrompt, &SystemClock).await;
            let _ = events.send(report(result.map(|_| ()))).await;
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
            Effect::Renew { attempt, profile } => {
                let name = profile.clone();
                self.renew(profile, move |result| Event::RenewalFinished { attempt, profile: name, result });
            }
            Effect::Copy(text) => self.copy(text),
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
            read(environment.clone(), events.clone());
        }
    });
}
