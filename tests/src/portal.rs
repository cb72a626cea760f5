//! A desktop portal that grants global shortcuts: `org.freedesktop.portal.GlobalShortcuts` of the XDG Desktop Portal.

use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::mpsc;
use zbus::message::Header;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, connection};

/// Longer than anything takes on a slow machine.
const LIMIT: Duration = Duration::from_mins(1);

const DESKTOP: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const SHORTCUTS: &str = "org.freedesktop.portal.GlobalShortcuts";

type Options = HashMap<String, OwnedValue>;

/// A key that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The program's name for it.
    pub id: String,
    /// What the user would read.
    pub description: String,
    /// The key it would like.
    pub trigger: String,
    session: OwnedObjectPath,
}

struct Shortcuts {
    asked: mpsc::UnboundedSender<Asked>,
    allows: Option<&'static str>,
}

/// A running portal. It leaves the bus when it is dropped.
pub struct Portal {
    connection: Connection,
    asked: mpsc::UnboundedReceiver<Asked>,
}

impl Portal {
    /// Puts a portal on a bus: it allows a key and calls it so, or refuses every one.
    pub async fn start(bus_address: &str, allows: Option<&'static str>) -> Self {
        let (sender, asked) = mpsc::unbounded_channel();
        let connection = connection::Builder::address(bus_address)
            .and_then(|builder| builder.serve_at(PATH, Shortcuts { asked: sender, allows }))
            .and_then(|builder| builder.name(DESKTOP))
            .expect("the bus has an address")
            .build()
            .await
            .expect("the bus takes the portal");
        Self { connection, asked }
    }

    /// Waits until a program asks for a key.
    pub async fn asked(&mut self) -> Asked {
        tokio::time::timeout(LIMIT, self.asked.recv()).await.expect("a key is asked for").expect("it runs")
    }

    /// The user presses the key.
    pub async fn press(&self, key: &Asked) {
        let body = (&key.session, &key.id, 0u64, HashMap::<&str, Value<'_>>::new());
        let to: Option<&str> = None;
        self.connection.emit_signal(to, PATH, SHORTCUTS, "Activated", &body).await.expect("it is told");
    }
}

fn text(options: &Options, name: &str) -> String {
    let value = options.get(name).and_then(|value| value.try_clone().ok());
    value.and_then(|value| String::try_from(value).ok()).unwrap_or_default()
}

/// Answers a request, as portals do: by a signal of an object whose name both sides know.
async fn answer(
    connection: &Connection,
    header: &Header<'_>,
    options: &Options,
    code: u32,
    results: HashMap<&str, Value<'_>>,
) -> OwnedObjectPath {
    let sender = header.sender().expect("somebody calls");
    let owner = sender.trim_start_matches(':').replace('.', "_");
    let request = format!("{PATH}/request/{owner}/{}", text(options, "handle_token"));
    let body = (code, results);
    connection
        .emit_signal(
            Some(sender.as_str()),
            request.as_str(),
            "org.freedesktop.portal.Request",
            "Response",
            &body,
        )
        .await
        .expect("it is told");
    OwnedObjectPath::try_from(request).expect("a path")
}

#[zbus::interface(name = "org.freedesktop.portal.GlobalShortcuts")]
impl Shortcuts {
    async fn create_session(
        &self,
        options: Options,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &Connection,
    ) -> OwnedObjectPath {
        let handle = format!("{PATH}/session/{}", text(&options, "session_handle_token"));
        let results = HashMap::from([("session_handle", Value::from(handle))]);
        answer(connection, &header, &options, 0, results).await
    }

    async fn bind_shortcuts(
        &self,
        session: OwnedObjectPath,
        shortcuts: Vec<(String, Options)>,
        #[expect(unused_variables, reason = "a window of ours there is not")] parent: &str,
        options: Options,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &Connection,
    ) -> OwnedObjectPath {
        let mut bound = Vec::new();
        for (id, about) in shortcuts {
            let (description, trigger) = (text(&about, "description"), text(&about, "preferred_trigger"));
            let called = self.allows.unwrap_or_default();
            let said = HashMap::from([
                ("description", Value::from(description.clone())),
                ("trigger_description", Value::from(called)),
            ]);
            bound.push((id.clone(), said));
            let _ = self.asked.send(Asked { id, description, trigger, session: session.clone() });
        }
        let code = u32::from(self.allows.is_none());
        let results = HashMap::from([("shortcuts", Value::from(bound))]);
        answer(connection, &header, &options, code, results).await
    }

    #[zbus(property, name = "version")]
    #[expect(clippy::unused_self, reason = "a property of the interface")]
    fn version(&self) -> u32 {
        1
    }
}
