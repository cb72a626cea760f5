//! A tray host on D-Bus, as a panel is to Sandglass.
//!
//! `org.kde.StatusNotifierWatcher` and a reader of `com.canonical.dbusmenu`, as the
//! StatusNotifierItem specification has them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::StreamExt;
use tokio::sync::mpsc;
use zbus::message::Header;
use zbus::zvariant::{Array, Dict, OwnedValue, Structure, Value};
use zbus::{Connection, MatchRule, MessageStream, Proxy, connection};

/// Longer than anything takes on a slow machine.
const LIMIT: Duration = Duration::from_mins(1);

/// So much may come while nobody asks: a full queue holds up every answer.
const MOST_WAITING: usize = 65_536;

/// So often a menu is read for an entry that is away for a moment.
const MOST_LOOKS: usize = 50;

const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const MENU: &str = "com.canonical.dbusmenu";

struct Watcher {
    registered: mpsc::UnboundedSender<String>,
}

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    #[expect(clippy::needless_pass_by_value, reason = "the interface macro hands out owned values")]
    fn register_status_notifier_item(&self, service: String, #[zbus(header)] header: Header<'_>) {
        let sender = header.sender().map_or_else(String::new, ToString::to_string);
        let name = if service.starts_with('/') { sender } else { service };
        let _ = self.registered.send(name);
    }

    #[expect(clippy::unused_self, reason = "a method of the interface")]
    fn register_status_notifier_host(&self, service: &str) {
        let _ = service;
    }

    #[zbus(property)]
    #[expect(clippy::unused_self, reason = "a property of the interface")]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        Vec::new()
    }

    #[zbus(property)]
    #[expect(clippy::unused_self, reason = "a property of the interface")]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    #[expect(clippy::unused_self, reason = "a property of the interface")]
    fn protocol_version(&self) -> i32 {
        0
    }
}

/// A running tray host. It leaves the bus when it is dropped.
pub struct TrayHost {
    connection: Connection,
    registered: mpsc::UnboundedReceiver<String>,
}

/// One icon in the tray.
pub struct Item {
    icon: Proxy<'static>,
    menu: Proxy<'static>,
    changes: MessageStream,
}

/// One entry of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What a click is sent with.
    pub id: i32,
    /// Its text; empty for a dividing line.
    pub label: String,
    /// Whether it can be clicked.
    pub enabled: bool,
    /// What a submenu holds.
    pub entries: Vec<Entry>,
}

impl TrayHost {
    /// Puts a host on a bus.
    pub async fn start(bus_address: &str) -> Self {
        let (sender, registered) = mpsc::unbounded_channel();
        let connection = connection::Builder::address(bus_address)
            .and_then(|builder| builder.serve_at("/StatusNotifierWatcher", Watcher { registered: sender }))
            .and_then(|builder| builder.name(WATCHER))
            .expect("the bus has an address")
            .build()
            .await
            .expect("the bus takes the host");
        Self { connection, registered }
    }

    /// Waits for an icon.
    pub async fn item(&mut self) -> Item {
        let name = tokio::time::timeout(LIMIT, self.registered.recv()).await.expect("an icon comes");
        Item::new(&self.connection, name.expect("the host runs")).await
    }

    /// Whether nothing more came after the icons that were waited for.
    pub fn no_other_item(&mut self) -> bool {
        self.registered.try_recv().is_err()
    }

    /// Leaves the bus, as a panel that crashed.
    pub async fn kill(self) {
        self.connection.close().await.expect("the connection ends");
    }
}

impl Item {
    async fn new(connection: &Connection, name: String) -> Self {
        let rule = MatchRule::builder().sender(name.clone()).expect("a bus name").build();
        let changes = MessageStream::for_match_rule(rule, connection, Some(MOST_WAITING))
            .await
            .expect("the bus takes the rule");
        let icon = proxy(connection, &name, "/StatusNotifierItem", "org.kde.StatusNotifierItem").await;
        let path: zbus::zvariant::OwnedObjectPath = icon.get_property("Menu").await.expect("it has a menu");
        let menu = proxy(connection, &name, path.as_str(), MENU).await;
        Self { icon, menu, changes }
    }

    /// The title and the text of the tooltip.
    pub async fn tooltip(&self) -> String {
        type ToolTip = (String, Vec<(i32, i32, Vec<u8>)>, String, String);
        let (_, _, title, text): ToolTip = self.icon.get_property("ToolTip").await.expect("it has a tooltip");
        format!("{title}\n{text}")
    }

    /// Width, height and pixels of its picture.
    pub async fn picture(&self) -> (i32, i32, Vec<u8>) {
        let mut pictures: Vec<(i32, i32, Vec<u8>)> =
            self.icon.get_property("IconPixmap").await.expect("it has a picture");
        pictures.pop().expect("at least one")
    }

    /// The menu as it stands.
    pub async fn menu(&self) -> Vec<Entry> {
        self.layout().await.1
    }

    /// The menu and its revision, which counts how often the host was told to build it anew.
    pub async fn layout(&self) -> (u32, Vec<Entry>) {
        type Layout = (u32, (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>));
        let all = (0i32, -1i32, Vec::<&str>::new());
        let (revision, (_, _, children)): Layout =
            self.menu.call("GetLayout", &all).await.expect("it has a layout");
        (revision, children.into_iter().map(|child| entry(Value::from(child))).collect())
    }

    /// The texts of the menu's top level.
    pub async fn labels(&self) -> Vec<String> {
        self.menu().await.into_iter().map(|entry| entry.label).collect()
    }

    /// Clicks the entry whose text holds `words`; one of the menu itself before those of submenus.
    ///
    /// An id is good as long as the menu has the same entries, and one that moves is away for a moment. A
    /// click that meets nobody is made again on the menu that there is then, as a person would.
    pub async fn click(&self, words: &str) {
        for _ in 0..MOST_LOOKS {
            let Some(id) = self.to_click(words).await else { continue };
            let event = (id, "clicked", Value::from(0i32), 0u32);
            match self.menu.call::<_, _, ()>("Event", &event).await {
                Err(zbus::Error::MethodError(name, _, _)) if name.ends_with("InvalidArgs") => {}
                // After Quit there may be no answer.
                _ => return,
            }
        }
        panic!("nothing to click with “{words}”: {:?}", self.menu().await);
    }

    /// Says that the menu is about to be shown, as a panel does when it is opened.
    pub async fn open(&self) {
        let _: bool = self.menu.call("AboutToShow", &0i32).await.expect("the menu answers");
    }

    /// The id of an entry that can be clicked.
    async fn to_click(&self, words: &str) -> Option<i32> {
        let menu = self.menu().await;
        let inner = menu.iter().flat_map(|entry| &entry.entries);
        let innermost = inner.clone().flat_map(|entry| &entry.entries);
        let fits = |entry: &&Entry| entry.label.contains(words) && entry.enabled && entry.entries.is_empty();
        menu.iter().chain(inner).chain(innermost).find(fits).map(|entry| entry.id)
    }

    /// Waits until the icon has another picture.
    pub async fn until_picture_is_not(&mut self, before: &(i32, i32, Vec<u8>)) {
        let waited = tokio::time::timeout(LIMIT, async {
            while self.picture().await == *before {
                self.changes.next().await;
            }
        });
        assert!(waited.await.is_ok(), "the picture stays the same");
    }

    /// Waits until the menu's top level is as asked, and returns it.
    pub async fn until(&mut self, what: &str, is: impl Fn(&[String]) -> bool) -> Vec<String> {
        let mut labels = self.labels().await;
        let waited = tokio::time::timeout(LIMIT, async {
            while !is(&labels) {
                self.changes.next().await;
                labels = self.labels().await;
            }
        });
        assert!(waited.await.is_ok(), "waited for {what}: {labels:?}");
        labels
    }
}

async fn proxy(connection: &Connection, name: &str, path: &str, interface: &str) -> Proxy<'static> {
    zbus::proxy::Builder::new(connection)
        .destination(name.to_owned())
        .and_then(|builder| builder.path(path.to_owned()))
        .and_then(|builder| builder.interface(interface.to_owned()))
        .expect("names of the bus")
        .cache_properties(zbus::proxy::CacheProperties::No)
        .build()
        .await
        .expect("the icon is on the bus")
}

/// Reads `(ia{sv}av)`.
fn entry(value: Value<'_>) -> Entry {
    let value = if let Value::Value(inner) = value { *inner } else { value };
    let fields = Structure::try_from(value).expect("a structure").into_fields();
    let [id, properties, children] = <[Value<'_>; 3]>::try_from(fields).expect("three fields");
    let properties = Dict::try_from(properties).expect("a dictionary");
    let mut properties = HashMap::<String, OwnedValue>::try_from(properties).expect("named values");
    let label = properties.remove("label").and_then(|label| String::try_from(label).ok()).unwrap_or_default();
    let enabled =
        properties.remove("enabled").and_then(|enabled| bool::try_from(enabled).ok()).unwrap_or(true);
    let children = Array::try_from(children).expect("an array");
    Entry {
        id: i32::try_from(id).expect("a number"),
        // One underscore marks an access key, two are one.
        label: label.replace("__", "_"),
        enabled,
        entries: children
            .iter()
            .map(|child| entry(child.try_clone().expect("no file descriptors")))
            .collect(),
    }
}

/// Everything that goes over a bus, as bytes.
pub struct Monitor {
    heard: Arc<Mutex<Vec<u8>>>,
}

impl Monitor {
    /// Listens to a bus, until the runtime ends.
    pub async fn start(bus_address: &str) -> Self {
        let connection = connection::Builder::address(bus_address)
            .expect("the bus has an address")
            .build()
            .await
            .expect("the bus is there");
        let mut messages = MessageStream::from(&connection);
        let monitoring = proxy(
            &connection,
            "org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus.Monitoring",
        );
        let everything = (Vec::<&str>::new(), 0u32);
        monitoring.await.call::<_, _, ()>("BecomeMonitor", &everything).await.expect("it may listen");
        let heard = Arc::<Mutex<Vec<u8>>>::default();
        let kept = Arc::clone(&heard);
        tokio::spawn(async move {
            while let Some(Ok(message)) = messages.next().await {
                kept.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(message.data().bytes());
            }
        });
        Self { heard }
    }

    /// What was heard so far.
    pub fn heard(&self) -> Vec<u8> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
