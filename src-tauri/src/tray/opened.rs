//! Tells when the menu is opened, so that the files are looked at then, whatever the file system tells of.
//!
//! A tray host says so to the menu on the bus, and the library that answers it tells nobody. So calls of that one method
//! to our own menu are listened to, and nothing else. Where a bus allows no listening, the label tick looks.

use futures_util::StreamExt;
use zbus::fdo::{DBusProxy, MonitoringProxy, NameOwnerChanged};
use zbus::message::Type;
use zbus::names::{OwnedUniqueName, UniqueName};
use zbus::{Connection, MatchRule, MessageStream};

use crate::readings::Readings;

/// The interface of menus on the bus, and what a host calls before it shows one.
const MENU: &str = "com.canonical.dbusmenu";
const OPENS: [&str; 2] = ["AboutToShow", "AboutToShowGroup"];

/// Looks at the files whenever the menu is opened.
pub(super) fn start(readings: Readings) {
    tauri::async_runtime::spawn(async move {
        let _ = follow(&readings).await;
    });
}

/// Listens to the menu of each icon of ours that comes: after a restart of the host it is another one.
async fn follow(readings: &Readings) -> zbus::Result<()> {
    let connection = Connection::session().await?;
    let bus = DBusProxy::new(&connection).await?;
    let mut changes = MessageStream::for_match_rule(names_of_icons()?, &connection, None).await?;
    let mut listening = None;
    for name in bus.list_names().await? {
        if is_our_icon(name.as_str()) {
            let owner = bus.get_name_owner(name.inner().clone()).await?;
            listening = Some(tauri::async_runtime::spawn(listen(owner, readings.clone())));
        }
    }
    while let Some(message) = changes.next().await {
        let Some(change) = NameOwnerChanged::from_message(message?) else { continue };
        let change = change.args()?;
        if !is_our_icon(change.name().as_str()) {
            continue;
        }
        if let Some(before) = listening.take() {
            before.abort();
        }
        if let Some(owner) = change.new_owner().as_ref() {
            let owner = UniqueName::to_owned(owner).into();
            listening = Some(tauri::async_runtime::spawn(listen(owner, readings.clone())));
        }
    }
    Ok(())
}

/// Names of icons that come and go. What else happens on the bus wakes nobody up.
fn names_of_icons() -> zbus::Result<MatchRule<'static>> {
    let rule = MatchRule::builder().msg_type(Type::Signal).sender("org.freedesktop.DBus")?;
    let rule = rule.interface("org.freedesktop.DBus")?.member("NameOwnerChanged")?;
    Ok(rule.arg0ns("org.kde")?.build())
}

fn is_our_icon(name: &str) -> bool {
    let number = name.strip_prefix("org.kde.StatusNotifierItem-").and_then(|rest| rest.split('-').next());
    number.is_some_and(|number| number == std::process::id().to_string())
}

/// A connection of its own: one that listens can do nothing else.
async fn listen(menu: OwnedUniqueName, readings: Readings) {
    let listened = async {
        let connection = Connection::session().await?;
        let mut messages = MessageStream::from(&connection);
        let rule = |method: &'static str| {
            let rule = MatchRule::builder().msg_type(Type::MethodCall).interface(MENU)?;
            Ok(rule.member(method)?.destination(menu.inner().clone())?.build())
        };
        let rules = OPENS.into_iter().map(rule).collect::<zbus::Result<Vec<_>>>()?;
        MonitoringProxy::new(&connection).await?.become_monitor(&rules, 0).await?;
        while let Some(message) = messages.next().await {
            let message = message?;
            if message.header().member().is_some_and(|member| OPENS.contains(&member.as_str())) {
                readings.look();
            }
        }
        zbus::Result::Ok(())
    };
    let _ = listened.await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_icon_is_listened_to() {
        let own = std::process::id();
        assert!(is_our_icon(&format!("org.kde.StatusNotifierItem-{own}-1")));
        for other in
            [format!("org.kde.StatusNotifierItem-{own}0-1"), format!("org.kde.Other-{own}-1"), ":1.5".into()]
        {
            assert!(!is_our_icon(&other), "{other}");
        }
    }
}
