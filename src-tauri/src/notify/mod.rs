//! Shows notices as notifications, and passes clicks on their buttons to the actor.

#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod platform;
#[cfg(not(target_os = "linux"))]
#[path = "other.rs"]
mod platform;

use notify_rust::{Notification, NotificationResponse};
use sandglass_app::notices::{Button, Notice, SlotId};
use sandglass_app::state::Event;
use sandglass_app::tray::Action;
use sandglass_engine::Environment;
use tauri::async_runtime::spawn;
use tokio::sync::mpsc::{self, Sender, UnboundedSender};

use crate::log;

/// A command to the screen.
enum ScreenCommand {
    Show(Notice),
    Close(SlotId),
}

/// The screen. One thing is done after the other, so that what replaces comes after what it replaces.
pub(crate) struct Notifications {
    commands: UnboundedSender<ScreenCommand>,
}

impl Notifications {
    /// Begins; what the user does becomes events.
    pub(crate) fn start(environment: &Environment, events: Sender<Event>) -> Self {
        let (commands, mut received) = mpsc::unbounded_channel();
        let environment = environment.clone();
        spawn(async move {
            let mut screen = platform::Screen::new(&environment, events);
            while let Some(command) = received.recv().await {
                match command {
                    ScreenCommand::Show(notice) => {
                        // Before, for the listener to its buttons, which begins then, must not wait for a disk.
                        log::add("notification", &[("title", &notice.title)]);
                        if let Err(error) = screen.show(&notice).await {
                            log::complain(&format!("a notification cannot be shown: {error}"));
                        }
                    }
                    ScreenCommand::Close(slot) => screen.close(slot).await,
                }
            }
        });
        Self { commands }
    }

    /// Shows a notice, in place of the one that has its slot.
    pub(crate) fn show(&self, notice: Notice) {
        let _ = self.commands.send(ScreenCommand::Show(notice));
    }

    /// Takes a notice away.
    pub(crate) fn close(&self, slot: SlotId) {
        let _ = self.commands.send(ScreenCommand::Close(slot));
    }
}

/// The same on every system. A button's id is its action as JSON. `default`: a click beside the buttons means
/// something, and the system draws no button for it.
fn notification(notice: &Notice, body: &str, default: bool) -> Notification {
    let mut notification = Notification::new();
    notification.appname("Sandglass").summary(&notice.title).body(body).icon(crate::APPLICATION_ID);
    // A click beside the buttons does what the first one does, unless that is to put it off.
    if let Some(first) = main_button(notice).filter(|_| default) {
        notification.action("default", &first.label);
    }
    for button in &notice.buttons {
        if let Ok(id) = serde_json::to_string(&button.action) {
            notification.action(&id, &button.label);
        }
    }
    notification
}

fn main_button(notice: &Notice) -> Option<&Button> {
    notice.buttons.first().filter(|button| !matches!(button.action, Action::Snooze { .. }))
}

/// Returns the meaning of a response; none for a notification that went by itself.
fn event(notice: &Notice, response: &NotificationResponse) -> Option<Event> {
    let slot = notice.slot;
    match response {
        NotificationResponse::Default => {
            main_button(notice).map(|button| Event::Clicked(button.action.clone()))
        }
        NotificationResponse::Action(id) => serde_json::from_str::<Action>(id).ok().map(Event::Clicked),
        NotificationResponse::Closed(notify_rust::CloseReason::Dismissed) => {
            Some(Event::NoticeDismissed { slot })
        }
        _ => None,
    }
}
