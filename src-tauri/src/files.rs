//! Turns changes on disk into events.

use std::time::Duration;

use sandglass_app::state::Event;
use sandglass_app::tray::Action;
use sandglass_engine::panics::guarded;
use sandglass_engine::show_request::ShowRequest;
use sandglass_engine::{Environment, Watch, renewal_request, show_request};
use tauri::async_runtime::spawn_blocking;
use tokio::sync::mpsc::Sender;

use crate::current::Current;
use crate::readings::Readings;
use crate::{background, log};

/// The time between two looks at files that cannot be watched.
const BETWEEN: Duration = Duration::from_secs(5);
/// After so many looks it is tried again to watch them.
const LOOKS: u32 = 12;

/// Reads again whenever the AWS files, the session cache or the preferences change, and hears word
/// left by other processes of ours.
pub(crate) fn watch(current: Current, events: Sender<Event>, readings: Readings) {
    // Files are read on the way.
    background::start(async move {
        let mut works = true;
        loop {
            match guarded(watch_once(&current, &events, &readings, &mut works)).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => {
                    if std::mem::take(&mut works) {
                        log::complain(&error.to_string());
                        let _ = events.send(Event::Watching { works }).await;
                    }
                    look_for_a_while(&current, &events, &readings).await;
                }
                // At once it might panic again.
                Err(_) => look_for_a_while(&current, &events, &readings).await,
            }
        }
    });
}

/// Looks for changes where the system reports none, until it is asked again.
async fn look_for_a_while(current: &Current, events: &Sender<Event>, readings: &Readings) {
    for _ in 0..LOOKS {
        tokio::time::sleep(BETWEEN).await;
        take_word(&current.environment(), events).await;
        readings.look();
    }
}

/// Takes the requests that other processes of ours left.
async fn take_word(environment: &Environment, events: &Sender<Event>) {
    let asked = renewal_request::drain(environment);
    if !asked.is_empty() {
        let _ = events.send(Event::Wanted(asked)).await;
    }
    for what in show_request::drain(environment) {
        let _ = events.send(summoned(what)).await;
    }
}

/// Returns the event of a start, be it this one or a second.
pub(crate) fn summoned(what: ShowRequest) -> Event {
    Event::Clicked(match what {
        ShowRequest::Window => Action::OpenWindow,
        ShowRequest::Switcher => Action::OpenSwitcher,
    })
}

/// Returns when the preferences name other files.
async fn watch_once(
    current: &Current,
    events: &Sender<Event>,
    readings: &Readings,
    works: &mut bool,
) -> Result<(), sandglass_engine::WatchError> {
    let environment = current.environment();
    let mut watch = Watch::start(&environment)?;
    if !std::mem::replace(works, true) {
        let _ = events.send(Event::Watching { works: true }).await;
        readings.look();
    }
    loop {
        watch.changed().await?;
        take_word(&environment, events).await;
        let looking = readings.clone();
        let _ = spawn_blocking(move || looking.look_now()).await;
        if current.environment().paths != environment.paths {
            return Ok(());
        }
    }
}
