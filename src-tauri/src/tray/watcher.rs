//! Waits for a tray host: the icon can be made only while a StatusNotifierWatcher is on the bus.
//! Once made, it survives the host's restarts by itself.

use anyhow::Context;
use futures_util::StreamExt;
use tauri::AppHandle;
use tokio::sync::oneshot;

use crate::instance::complain;

const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// Tries until the icon stands.
pub(super) fn start(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        if let Err(error) = wait(&app).await {
            complain(&format!("no tray host can be found: {error:#}"));
        }
    });
}

async fn wait(app: &AppHandle) -> anyhow::Result<()> {
    let bus = zbus::Connection::session().await.context("there is no session bus")?;
    let names = zbus::fdo::DBusProxy::new(&bus).await?;
    let mut changes = names.receive_name_owner_changed_with_args(&[(0, WATCHER)]).await?;
    while !stands(app).await {
        changes.next().await.context("the session bus went away")?;
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
