//! Waits for a tray host, because the icon can be created only while a StatusNotifierWatcher is on the bus. Once
//! created, it survives the host's restarts.

use std::time::Duration;

use anyhow::Context;
use futures_util::StreamExt;
use sandglass_app::state::Event;
use tauri::AppHandle;
use tokio::sync::mpsc::Sender;
use tokio::sync::oneshot;

use crate::log::complain;

/// A tray host that starts at login is there by then; without one, the user is told.
const PATIENCE: Duration = Duration::from_secs(5);

const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// Tries until the icon stands.
pub(super) fn start(app: AppHandle, events: Sender<Event>) {
    tauri::async_runtime::spawn(async move {
        if let Err(error) = wait(&app, &events).await {
            complain(&format!("no tray host can be found: {error:#}"));
        }
    });
}

async fn wait(app: &AppHandle, events: &Sender<Event>) -> anyhow::Result<()> {
    let bus = zbus::Connection::session().await.context("there is no session bus")?;
    let names = zbus::fdo::DBusProxy::new(&bus).await?;
    let mut changes = names.receive_name_owner_changed_with_args(&[(0, WATCHER)]).await?;
    let patience = tokio::time::sleep(PATIENCE);
    tokio::pin!(patience);
    let mut waits = true;
    let mut waited = false;
    while !stands(app).await {
        tokio::select! {
            change = changes.next() => { change.context("the session bus went away")?; }
            () = &mut patience, if waits => {
                waits = false;
                // On a slow machine the first view came after the first look.
                if stands(app).await {
                    return Ok(());
                }
                waited = true;
                let _ = events.send(Event::TrayHost { there: false }).await;
            }
        }
    }
    if waited {
        let _ = events.send(Event::TrayHost { there: true }).await;
    }
    Ok(())
}

async fn stands(app: &AppHandle) -> bool {
    let (answer, stands) = oneshot::channel();
    let asked = app.run_on_main_thread(move || {
        let _ = answer.send(super::retry());
    });
    asked.is_ok() && stands.await.unwrap_or(false)
}
