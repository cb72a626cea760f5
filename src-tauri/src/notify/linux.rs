//! Notifications on Linux: the daemon on the session bus.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use notify_rust::{Hint, NotificationHandle};
use sandglass_app::notices::{Notice, SlotId};
use sandglass_app::state::Event;
use sandglass_engine::{Environment, store_picture};
use tokio::sync::mpsc::Sender;

use crate::log;

/// The picture beside the words.
const PICTURE: &[u8] = include_bytes!("../../../icons/128x128.png");

/// As `LXQt`'s daemon calls itself.
const LXQT: &str = "lxqt-notificationd";

/// The notifications on it.
pub(super) struct Screen {
    events: Sender<Event>,
    shown: HashMap<SlotId, Shown>,
    daemon: Option<Daemon>,
    /// A file: by its name alone the icon is found only where the program is installed.
    picture: Option<String>,
}

/// A slot's notifications, the last of which stands. GNOME takes one away when the connection of its
/// sender ends, so the earlier ones are kept.
#[derive(Default)]
struct Shown {
    handles: Vec<Arc<NotificationHandle>>,
    current: Arc<AtomicUsize>,
}

impl Screen {
    pub(super) fn new(environment: &Environment, events: Sender<Event>) -> Self {
        let picture = match store_picture(environment, PICTURE) {
            Ok(path) => Some(path.display().to_string()),
            Err(error) => {
                log::complain(&format!("the picture of notifications cannot be stored: {error}"));
                None
            }
        };
        Self { events, shown: HashMap::new(), daemon: None, picture }
    }

    pub(super) async fn show(&mut self, notice: &Notice) -> notify_rust::error::Result<()> {
        let daemon = self.daemon().await;
        let body = if daemon.has_markup { escaped(&notice.body) } else { notice.body.clone() };
        let mut notification = super::notification(notice, &body, !daemon.draws_default);
        if let Some(picture) = &self.picture {
            notification.icon(picture);
        }
        notification.hint(Hint::DesktopEntry(crate::APPLICATION_ID.to_owned()));
        let shown = self.shown.entry(notice.slot).or_default();
        if let Some(last) = shown.handles.last() {
            notification.id(last.id());
        }
        let handle = Arc::new(notification.show_async().await?);
        shown.handles.push(Arc::clone(&handle));
        let turn = shown.handles.len();
        shown.current.store(turn, Ordering::Relaxed);
        let current = Arc::clone(&shown.current);
        self.listen(notice.clone(), handle, turn, current);
        Ok(())
    }

    pub(super) async fn close(&mut self, slot: SlotId) {
        let Some(shown) = self.shown.remove(&slot) else { return };
        // What comes of it is not the user's doing.
        shown.current.store(0, Ordering::Relaxed);
        if let Some(last) = shown.handles.last() {
            last.close_async().await;
        }
    }

    /// All of a slot's notifications have one id on the bus, so all hear of a click: only the last
    /// one counts.
    fn listen(
        &self,
        notice: Notice,
        handle: Arc<NotificationHandle>,
        turn: usize,
        current: Arc<AtomicUsize>,
    ) {
        let events = self.events.clone();
        tauri::async_runtime::spawn(async move {
            let mut event = None;
            handle.wait_for_action_async(|response| event = super::event(&notice, response)).await;
            if let Some(event) = event.filter(|_| current.load(Ordering::Relaxed) == turn) {
                let _ = events.send(event).await;
            }
        });
    }

    /// The daemon's ways. One that did not answer is asked again the next time.
    async fn daemon(&mut self) -> Daemon {
        if self.daemon.is_none() {
            let asked = tauri::async_runtime::spawn_blocking(Daemon::ask).await;
            self.daemon = asked.ok().and_then(Result::ok);
        }
        self.daemon.unwrap_or_default()
    }
}

/// The features in which notification daemons differ.
#[derive(Clone, Copy, Default)]
struct Daemon {
    /// True if it reads the body as markup.
    has_markup: bool,
    /// True if it draws a button for the default action too, beside the one that does the same.
    draws_default: bool,
}

impl Daemon {
    fn ask() -> notify_rust::error::Result<Self> {
        let capabilities = notify_rust::get_capabilities()?;
        let name = notify_rust::get_server_information()?.name;
        Ok(Self {
            has_markup: capabilities.iter().any(|capability| capability == "body-markup"),
            draws_default: name.eq_ignore_ascii_case(LXQT),
        })
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
