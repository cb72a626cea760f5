//! A notification daemon: what shows notifications, over D-Bus.
//!
//! `org.freedesktop.Notifications` as the Desktop Notifications Specification has it.

use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::mpsc;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, connection};

/// Longer than anything takes on a slow machine.
const LIMIT: Duration = Duration::from_mins(1);
const PATH: &str = "/org/freedesktop/Notifications";

/// One call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// Something is shown.
    Notify(Shown),
    /// Something is taken away.
    Close(u32),
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its number.
    pub id: u32,
    /// The one it stands in place of; 0 for none.
    pub replaces: u32,
    /// The first line.
    pub title: String,
    /// The rest.
    pub body: String,
    /// Ids and labels of the buttons.
    pub buttons: Vec<(String, String)>,
}

struct Notifications {
    calls: mpsc::UnboundedSender<Call>,
    last: u32,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Notifications {
    #[expect(clippy::too_many_arguments, clippy::needless_pass_by_value, reason = "the specification's")]
    fn notify(
        &mut self,
        _app_name: String,
        replaces: u32,
        _icon: String,
        title: String,
        body: String,
        actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        if replaces == 0 {
            self.last += 1;
        }
        let id = if replaces == 0 { self.last } else { replaces };
        let buttons = actions.chunks(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
        let _ = self.calls.send(Call::Notify(Shown { id, replaces, title, body, buttons }));
        id
    }

    fn close_notification(&self, id: u32) {
        let _ = self.calls.send(Call::Close(id));
    }

    #[expect(clippy::unused_self, reason = "a method of the interface")]
    fn get_capabilities(&self) -> Vec<String> {
        ["actions", "body", "body-markup"].map(str::to_owned).to_vec()
    }

    #[expect(clippy::unused_self, reason = "a method of the interface")]
    fn get_server_information(&self) -> (String, String, String, String) {
        let text = str::to_owned;
        (text("test"), text("sandglass"), text("1"), text("1.2"))
    }

    #[zbus(signal)]
    async fn action_invoked(emitter: &SignalEmitter<'_>, id: u32, action: &str) -> zbus::Result<()>;

    #[zbus(signal)]
    async fn notification_closed(emitter: &SignalEmitter<'_>, id: u32, reason: u32) -> zbus::Result<()>;
}

/// Nobody clicks sooner. The library subscribes to clicks only after it has shown what can be clicked, and nothing
/// on the bus tells a daemon when it has.
const READING: Duration = Duration::from_millis(500);

/// A running daemon. It leaves the bus when it is dropped.
pub struct NotificationDaemon {
    connection: Connection,
    calls: mpsc::UnboundedReceiver<Call>,
}

impl NotificationDaemon {
    /// Puts a daemon on a bus.
    pub async fn start(bus_address: &str) -> Self {
        let (sender, calls) = mpsc::unbounded_channel();
        let connection = connection::Builder::address(bus_address)
            .and_then(|builder| builder.serve_at(PATH, Notifications { calls: sender, last: 0 }))
            .and_then(|builder| builder.name("org.freedesktop.Notifications"))
            .expect("the bus has an address")
            .build()
            .await
            .expect("the bus takes the daemon");
        Self { connection, calls }
    }

    /// Waits for the next call.
    pub async fn next(&mut self) -> Call {
        let call = tokio::time::timeout(LIMIT, self.calls.recv()).await.expect("a call comes");
        call.expect("the daemon runs")
    }

    /// Waits for the next notification, which must be what comes next.
    pub async fn shown(&mut self) -> Shown {
        match self.next().await {
            Call::Notify(shown) => shown,
            other => panic!("a notification was expected, not {other:?}"),
        }
    }

    /// What came since, without waiting.
    pub fn more(&mut self) -> Vec<Call> {
        std::iter::from_fn(|| self.calls.try_recv().ok()).collect()
    }

    /// The user clicks the button with this label; the notification closes, as daemons have it.
    pub async fn click(&self, shown: &Shown, label: &str) {
        let (id, _) = shown
            .buttons
            .iter()
            .rfind(|(_, found)| found == label)
            .unwrap_or_else(|| panic!("no button {label:?}: {shown:?}"));
        tokio::time::sleep(READING).await;
        let emitter = self.emitter();
        Notifications::action_invoked(&emitter, shown.id, id).await.expect("the bus takes it");
        Notifications::notification_closed(&emitter, shown.id, 2).await.expect("the bus takes it");
    }

    /// The user puts it away (2), or it goes by itself (1).
    pub async fn close(&self, shown: &Shown, reason: u32) {
        tokio::time::sleep(READING).await;
        let emitter = self.emitter();
        Notifications::notification_closed(&emitter, shown.id, reason).await.expect("the bus takes it");
    }

    fn emitter(&self) -> SignalEmitter<'static> {
        SignalEmitter::new(&self.connection, PATH).expect("a path")
    }
}
