//! The interface, as the Desktop Notifications Specification has it.

use std::collections::HashMap;

use tokio::sync::mpsc;
use zbus::message::Header;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::OwnedValue;

use super::{Call, Shown};

/// What answers on the bus, and tells of each call.
pub(super) struct Notifications {
    calls: mpsc::UnboundedSender<Call>,
    last: u32,
    name: &'static str,
}

impl Notifications {
    pub(super) fn new(name: &'static str, calls: mpsc::UnboundedSender<Call>) -> Self {
        Self { calls, last: 0, name }
    }
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Notifications {
    #[expect(clippy::too_many_arguments, clippy::needless_pass_by_value, reason = "the specification's")]
    fn notify(
        &mut self,
        app_name: String,
        replaces: u32,
        icon: String,
        title: String,
        body: String,
        actions: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        timeout: i32,
        #[zbus(header)] header: Header<'_>,
    ) -> u32 {
        let _ = (app_name, hints, timeout);
        if replaces == 0 {
            self.last += 1;
        }
        let id = if replaces == 0 { self.last } else { replaces };
        let buttons = actions.chunks(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
        let sender = header.sender().map_or_else(String::new, ToString::to_string);
        let _ = self.calls.send(Call::Notify(Shown { id, replaces, title, body, buttons, icon, sender }));
        id
    }

    fn close_notification(&self, id: u32) {
        let _ = self.calls.send(Call::Close(id));
    }

    #[expect(clippy::unused_self, reason = "a method of the interface")]
    fn get_capabilities(&self) -> Vec<String> {
        ["actions", "body", "body-markup"].map(str::to_owned).to_vec()
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        let text = str::to_owned;
        (text(self.name), text("sandglass"), text("1"), text("1.2"))
    }

    /// A button was clicked.
    #[zbus(signal)]
    pub(super) async fn action_invoked(
        emitter: &SignalEmitter<'_>,
        id: u32,
        action: &str,
    ) -> zbus::Result<()>;

    /// It went: 1 by itself, 2 put away, 3 taken away.
    #[zbus(signal)]
    pub(super) async fn notification_closed(
        emitter: &SignalEmitter<'_>,
        id: u32,
        reason: u32,
    ) -> zbus::Result<()>;
}
