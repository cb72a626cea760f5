//! What changes on the disk becomes events.

use std::time::Duration;

use sandglass_app::state::Event;
use sandglass_app::tray::Action;
use sandglass_engine::panics::{guard, guarded};
use sandglass_engine::show_request::ShowRequest;
use sandglass_engine::{Watch, renewal_request, show_request, snapshot};
use tauri::async_runtime::{spawn, spawn_blocking};
use tokio::sync::mpsc::Sender;

use crate::current::Current;
use crate::log;

/// How long after a panic files are watched again.
const AGAIN: Duration = Duration::from_secs(30);

/// Reads everything, and tells.
pub(crate) fn read(current: Current, events: Sender<Event>) {
    spawn_blocking(move || {
        // What panics is in the log; what was read before stays.
        let Ok(read) = guard(|| snapshot(&current.read_again())) else { return };
        let _ = events.blocking_send(Event::Read(Box::new(read)));
    });
}

/// Reads again whenever the AWS files, the session cache or the preferences change, and hears word
/// left by other processes of ours.
pub(crate) fn watch(current: Current, events: Sender<Event>) {
    spawn(async move {
        loop {
            match guarded(watch_once(&current, &events)).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => return log::complain(&error.to_string()),
                // At once it might panic again.
                Err(_) => tokio::time::sleep(AGAIN).await,
            }
        }
    });
}

/// What a start asked for, this one or a second.
pub(crate) fn summoned(what: ShowRequest) -> Event {
    Event::Clicked(match what {
        ShowRequest::Window => Action::OpenWindow,
        ShowRequest::Switcher => Action::OpenSwitcher,
    })
}

/// Returns when the preferences name other files.
async fn watch_once(current: &Current, events: &Sender<Event>) -> Result<(), sandglass_engine::WatchError> {
    let environment = current.environment();
    let mut watch = Watch::start(&environment)?;
    loop {
        watch.changed().await?;
        let asked = renewal_request::drain(&environment);
        if !asked.is_empty() {
            let _ = events.send(Event::Wanted(asked)).await;
        }
        for what in show_request::drain(&environment) {
            let _ = events.send(summoned(what)).await;
        }
        read(current.clone(), events.clone());
        let now = current.clone();
        let now = spawn_blocking(move || now.read_again()).await.unwrap_or_else(|_| current.environment());
        if now.paths != environment.paths {
            return Ok(());
        }
    }
}
