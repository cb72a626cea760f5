//! What changes on the disk becomes events.

use sandglass_app::state::Event;
use sandglass_app::tray::Action;
use sandglass_engine::summons::Summons;
use sandglass_engine::{Environment, Watch, snapshot, summons, wanted};
use tauri::async_runtime::{spawn, spawn_blocking};
use tokio::sync::mpsc::Sender;

use crate::log;

/// Reads everything, and tells.
pub(crate) fn read(environment: Environment, events: Sender<Event>) {
    spawn_blocking(move || {
        let read = Event::Read(Box::new(snapshot(&environment.settled())));
        let _ = events.blocking_send(read);
    });
}

/// Reads again whenever the AWS files, the session cache or the preferences change, and hears word
/// left by other processes of ours.
pub(crate) fn watch(environment: &Environment, events: Sender<Event>) {
    let environment = environment.clone();
    spawn(async move {
        loop {
            if let Err(error) = watch_once(&environment, &events).await {
                return log::complain(&error.to_string());
            }
        }
    });
}

/// What a start asked for, this one or a second.
pub(crate) fn summoned(what: Summons) -> Event {
    Event::Clicked(match what {
        Summons::Window => Action::OpenWindow,
        Summons::Switcher => Action::OpenSwitcher,
    })
}

/// Returns when the preferences name other files.
async fn watch_once(
    environment: &Environment,
    events: &Sender<Event>,
) -> Result<(), sandglass_engine::WatchError> {
    let settled = environment.settled();
    let mut watch = Watch::start(&settled)?;
    loop {
        watch.changed().await?;
        let asked = wanted::take(environment);
        if !asked.is_empty() {
            let _ = events.send(Event::Wanted(asked)).await;
        }
        for what in summons::take(environment) {
            let _ = events.send(summoned(what)).await;
        }
        read(environment.clone(), events.clone());
        if environment.settled().paths != settled.paths {
            return Ok(());
        }
    }
}
