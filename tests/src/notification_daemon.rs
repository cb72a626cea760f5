//! A notification daemon on D-Bus.
//!
//! `org.freedesktop.Notifications` as the Desktop Notifications Specification has it.

mod interface;

use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::mpsc;
use zbus::object_server::SignalEmitter;
use zbus::{Connection, connection};

use interface::Notifications;

/// Longer than anything takes on a slow machine.
const LIMIT: Duration = Duration::from_mins(1);
const LOOK_AGAIN: Duration = Duration::from_millis(20);
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
    /// Its picture: a name, or a file.
    pub icon: String,
    /// Whose it is, by the name on the bus.
    sender: String,
}

/// A running daemon. It leaves the bus when it is dropped.
pub struct NotificationDaemon {
    connection: Connection,
    calls: mpsc::UnboundedReceiver<Call>,
}

impl NotificationDaemon {
    /// Puts a daemon on a bus.
    pub async fn start(bus_address: &str) -> Self {
        Self::start_as("test", bus_address).await
    }

    /// The same under the name of a daemon that people have.
    pub async fn start_as(name: &'static str, bus_address: &str) -> Self {
        let (sender, calls) = mpsc::unbounded_channel();
        let connection = connection::Builder::address(bus_address)
            .and_then(|builder| builder.serve_at(PATH, Notifications::new(name, sender)))
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
            Call::Close(id) => panic!("a notification was expected, not the end of {id}"),
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
        self.is_listened_to(shown).await;
        let emitter = self.emitter();
        Notifications::action_invoked(&emitter, shown.id, id).await.expect("the bus takes it");
        Notifications::notification_closed(&emitter, shown.id, 2).await.expect("the bus takes it");
    }

    /// The user puts it away (2), or it goes by itself (1).
    pub async fn close(&self, shown: &Shown, reason: u32) {
        self.is_listened_to(shown).await;
        let emitter = self.emitter();
        Notifications::notification_closed(&emitter, shown.id, reason).await.expect("the bus takes it");
    }

    /// A person takes a second to click; a test must see that the program listens by then. The bus tells
    /// no event of it, but which rules it has.
    async fn is_listened_to(&self, shown: &Shown) {
        let bus = "org.freedesktop.DBus";
        let interface = "org.freedesktop.DBus.Debug.Stats";
        let listens = async {
            loop {
                let reply = self
                    .connection
                    .call_method(Some(bus), "/org/freedesktop/DBus", Some(interface), "GetAllMatchRules", &())
                    .await
                    .expect("the bus tells its rules");
                let rules: HashMap<String, Vec<String>> = reply.body().deserialize().expect("rules");
                let own = rules.get(&shown.sender);
                if own.is_some_and(|own| own.iter().any(|rule| rule.contains("NotificationClosed"))) {
                    break;
                }
                tokio::time::sleep(LOOK_AGAIN).await;
            }
            // Between the rule and the first look at what comes, the program only returns from a call.
            tokio::time::sleep(LOOK_AGAIN).await;
        };
        tokio::time::timeout(LIMIT, listens).await.expect("the program listens to its notification");
    }

    fn emitter(&self) -> SignalEmitter<'static> {
        SignalEmitter::new(&self.connection, PATH).expect("a path")
    }
}
