//! Notifications on macOS and Windows. Neither can replace one in place through this crate, so a newer text is a new
//! notification.

use sandglass_app::notices::{Notice, SlotId};
use sandglass_app::state::Event;
use sandglass_engine::Environment;
use tokio::sync::mpsc::Sender;

/// The screen, on which the system keeps notifications by itself.
pub(super) struct Screen {
    events: Sender<Event>,
}

impl Screen {
    pub(super) fn new(_environment: &Environment, events: Sender<Event>) -> Self {
        #[cfg(target_os = "macos")]
        // Before the first notification, or it is shown as one of Finder's. It fails for a second call.
        let _ = notify_rust::set_application(crate::APPLICATION_ID);
        Self { events }
    }

    #[expect(clippy::unused_async, reason = "the same shape on every system")]
    pub(super) async fn show(&mut self, notice: &Notice) -> notify_rust::error::Result<()> {
        #[cfg_attr(not(windows), expect(unused_mut, reason = "Windows adds its id"))]
        let mut notification = super::notification(notice, &notice.body, true);
        #[cfg(windows)]
        notification.app_id(crate::APPLICATION_ID);
        let (events, notice) = (self.events.clone(), notice.clone());
        let handle = notification.show()?;
        // It waits for the user, so it has a thread of its own.
        std::thread::spawn(move || {
            let _ = handle.wait_for_response(|response: &notify_rust::NotificationResponse| {
                if let Some(event) = super::event(&notice, response) {
                    let _ = events.blocking_send(event);
                }
            });
        });
        Ok(())
    }

    #[expect(clippy::unused_async, clippy::unused_self, reason = "the same shape on every system")]
    pub(super) async fn close(&mut self, _slot: SlotId) {}
}
