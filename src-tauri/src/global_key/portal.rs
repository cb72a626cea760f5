//! A key asked for from the desktop, as `org.freedesktop.portal.GlobalShortcuts` has it: the desktop asks
//! the user, who may choose another key there.

use std::collections::HashMap;

use futures_util::StreamExt;
use sandglass_app::state::Event;
use sandglass_app::window::KeyState;
use sandglass_core::preferences::{GlobalKey, Key};
use tokio::sync::mpsc::Sender;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, Proxy};

use super::{came_of_it, pressed};

const DESKTOP: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const SHORTCUTS: &str = "org.freedesktop.portal.GlobalShortcuts";
/// By which the desktop calls our one key.
const ID: &str = "find-a-profile";

type Options<'a> = HashMap<&'a str, Value<'a>>;
type Results = HashMap<String, OwnedValue>;

/// The reason why a request brought nothing.
enum Refusal {
    /// There is no such portal.
    NoPortal,
    /// It was asked, and said no.
    Said,
}

impl From<zbus::Error> for Refusal {
    fn from(_: zbus::Error) -> Self {
        Self::NoPortal
    }
}

/// Asks for the key and hears its presses, until it is aborted. Where the portal starts anew, so does this.
pub(super) async fn listen(key: GlobalKey, purpose: String, events: Sender<Event>) {
    loop {
        let state = match session(&key, &purpose, &events).await {
            // The portal went, and comes again.
            Ok(()) => continue,
            Err(Refusal::NoPortal) => KeyState::Unsupported,
            Err(Refusal::Said) => KeyState::Refused,
        };
        let _ = events.send(came_of_it(state)).await;
        return;
    }
}

/// One session of the portal. A connection of its own ends it, however this ends.
async fn session(key: &GlobalKey, purpose: &str, events: &Sender<Event>) -> Result<(), Refusal> {
    let bus = Connection::session().await?;
    let portal = Proxy::new(&bus, DESKTOP, PATH, SHORTCUTS).await?;
    portal.get_property::<u32>("version").await?;
    let mut owners = portal.receive_owner_changed().await?;
    let mut presses = portal.receive_signal("Activated").await?;
    let mut changes = portal.receive_signal("ShortcutsChanged").await?;
    say_who_we_are(&bus).await;
    let session = create(&portal).await?;
    let bound = bind(&portal, &session, key, purpose).await?;
    let _ = events.send(came_of_it(KeyState::Works { shown: bound })).await;
    loop {
        tokio::select! {
            Some(press) = presses.next() => {
                let body = press.body();
                let of = body.deserialize::<(OwnedObjectPath, String, u64, Results)>();
                if of.is_ok_and(|(owner, id, _, _)| owner == session && id == ID) {
                    let _ = events.send(pressed()).await;
                }
            }
            Some(change) = changes.next() => {
                let body = change.body();
                let now = body.deserialize::<(OwnedObjectPath, Vec<(String, Results)>)>();
                if let Ok((_, shortcuts)) = now.map_err(drop).and_then(|now| if now.0 == session { Ok(now) } else { Err(()) }) {
                    let _ = events.send(came_of_it(KeyState::Works { shown: shown(shortcuts) })).await;
                }
            }
            Some(owner) = owners.next() => {
                // None: it went. The next one is another, which knows nothing of us.
                if owner.is_some() { return Ok(()) }
            }
            else => return Err(Refusal::NoPortal),
        }
    }
}

/// Outside of a sandbox the portal knows a program by what it says of itself, where it can be told at all.
async fn say_who_we_are(bus: &Connection) {
    let Ok(registry) = Proxy::new(bus, DESKTOP, PATH, "org.freedesktop.host.portal.Registry").await else {
        return;
    };
    let nothing_more = Options::new();
    let _ = registry.call::<_, _, ()>("Register", &(crate::APPLICATION_ID, nothing_more)).await;
}

async fn create(portal: &Proxy<'_>) -> Result<OwnedObjectPath, Refusal> {
    let token = "sandglass_session";
    let options = Options::from([("handle_token", token.into()), ("session_handle_token", token.into())]);
    let results = asked(portal, token, "CreateSession", &(options,)).await?;
    let handle = results.get("session_handle").ok_or(Refusal::Said)?;
    // Text by the specification; a path where portals do as it means.
    match &**handle {
        Value::Str(text) => OwnedObjectPath::try_from(text.as_str()).map_err(|_| Refusal::Said),
        Value::ObjectPath(path) => Ok(path.to_owned().into()),
        _ => Err(Refusal::Said),
    }
}

/// Binds the key, and tells what the desktop made of it.
async fn bind(
    portal: &Proxy<'_>,
    session: &OwnedObjectPath,
    key: &GlobalKey,
    purpose: &str,
) -> Result<Option<String>, Refusal> {
    let wish = trigger(key);
    let about = Options::from([("description", purpose.into()), ("preferred_trigger", wish.as_str().into())]);
    let token = "sandglass_key";
    let options = Options::from([("handle_token", token.into())]);
    // A `Vec`: what Rust calls an array is a structure on the bus.
    let wanted = vec![(ID, about)];
    let mut results = asked(portal, token, "BindShortcuts", &(session, wanted, "", options)).await?;
    let bound = results.remove("shortcuts").and_then(|all| Vec::<(String, Results)>::try_from(all).ok());
    let bound = bound.ok_or(Refusal::Said)?;
    if bound.iter().any(|(id, _)| id == ID) { Ok(shown(bound)) } else { Err(Refusal::Said) }
}

/// A portal answers by a signal of an object that it makes for each request.
async fn asked<B>(portal: &Proxy<'_>, token: &str, method: &str, body: &B) -> Result<Results, Refusal>
where
    B: serde::ser::Serialize + zbus::zvariant::DynamicType,
{
    let bus = portal.connection();
    let sender = bus.unique_name().ok_or(Refusal::NoPortal)?.trim_start_matches(':').replace('.', "_");
    let path = format!("{PATH}/request/{sender}/{token}");
    let request = Proxy::new(bus, DESKTOP, path, "org.freedesktop.portal.Request").await?;
    let mut answers = request.receive_signal("Response").await?;
    portal.call::<_, _, OwnedObjectPath>(method, body).await?;
    let answer = answers.next().await.ok_or(Refusal::NoPortal)?;
    let (code, results) = answer.body().deserialize::<(u32, Results)>()?;
    if code == 0 { Ok(results) } else { Err(Refusal::Said) }
}

/// Returns the desktop's name of our key.
fn shown(shortcuts: Vec<(String, Results)>) -> Option<String> {
    let (_, mut about) = shortcuts.into_iter().find(|(id, _)| id == ID)?;
    let text = String::try_from(about.remove("trigger_description")?).ok()?;
    Some(text).filter(|text| !text.is_empty())
}

/// As the "shortcuts" specification of freedesktop.org writes it: `CTRL+ALT+s`.
fn trigger(key: &GlobalKey) -> String {
    let held = [(key.control, "CTRL"), (key.alt, "ALT"), (key.shift, "SHIFT"), (key.logo, "LOGO")];
    let mut parts: Vec<String> =
        held.into_iter().filter(|(is_held, _)| *is_held).map(|(_, name)| name.to_owned()).collect();
    parts.push(match key.key {
        Key::Character(one) => character(one),
        Key::Function(number) => format!("F{number}"),
        Key::Named("Space") => "space".to_owned(),
        Key::Named("PageUp") => "Page_Up".to_owned(),
        Key::Named("PageDown") => "Page_Down".to_owned(),
        Key::Named(name) => name.to_owned(),
    });
    parts.join("+")
}

/// A key's name as xkbcommon has it.
fn character(one: char) -> String {
    let name = match one {
        ',' => "comma",
        '.' => "period",
        '/' => "slash",
        ';' => "semicolon",
        '\'' => "apostrophe",
        '[' => "bracketleft",
        ']' => "bracketright",
        '\\' => "backslash",
        '-' => "minus",
        '=' => "equal",
        '`' => "grave",
        _ => return one.to_ascii_lowercase().to_string(),
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_written_as_the_portal_reads_it() {
        let written = |text: &str| trigger(&GlobalKey::parse(text).expect("a key"));
        assert_eq!(written("Ctrl+Alt+S"), "CTRL+ALT+s");
        assert_eq!(written("Shift+Super+Space"), "SHIFT+LOGO+space");
        assert_eq!(written("Ctrl+PageUp"), "CTRL+Page_Up");
        assert_eq!(written("Ctrl+`"), "CTRL+grave");
        assert_eq!(written("Alt+F12"), "ALT+F12");
    }
}
