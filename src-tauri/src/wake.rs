//! Notifies of wake-ups of the machine. It only speeds things up: the check of the clock every minute finds the same.

use sandglass_app::state::Event;
use tokio::sync::mpsc::Sender;

/// Sends `Resumed` whenever the machine wakes up.
#[cfg(target_os = "linux")]
pub(crate) fn start(events: Sender<Event>) {
    tauri::async_runtime::spawn(async move {
        // Where there is no system bus or no logind, nobody says when we slept.
        let _ = listen(&events).await;
    });
}

#[cfg(target_os = "linux")]
async fn listen(events: &Sender<Event>) -> zbus::Result<()> {
    use futures_util::StreamExt;

    let bus = zbus::Connection::system().await?;
    let manager = zbus::Proxy::new(
        &bus,
        "org.freedesktop.login1",
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
    )
    .await?;
    let mut signals = manager.receive_signal("PrepareForSleep").await?;
    while let Some(signal) = signals.next().await {
        let goes_to_sleep: bool = signal.body().deserialize()?;
        if !goes_to_sleep && events.send(Event::Resumed).await.is_err() {
            break;
        }
    }
    Ok(())
}

/// Sends `Resumed` whenever the machine wakes up.
#[cfg(not(target_os = "linux"))]
pub(crate) fn start(events: Sender<Event>) {
    sandglass_engine::os::on_wake(move || {
        let _ = events.try_send(Event::Resumed);
    });
}
