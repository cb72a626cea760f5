//! Commands of the quick switcher.

use sandglass_app::state::{Event, SwitcherEvent};
use sandglass_app::window::SwitcherMessage;
use tauri::State;
use tauri::ipc::Channel;

use super::{CommandContext, CommandResult};
use crate::{log, windows};

/// The switcher is there: it is told everything, then what changes.
#[tauri::command]
pub(crate) async fn watch_switcher(
    context: State<'_, CommandContext>,
    channel: Channel<SwitcherMessage>,
) -> CommandResult<()> {
    context.channels.connect_switcher(channel);
    log::add("page_connected", &[("page", windows::SWITCHER)]);
    context.send(Event::Switcher(SwitcherEvent::Asks)).await;
    Ok(())
}

/// It is to go.
#[tauri::command]
pub(crate) async fn close_switcher(context: State<'_, CommandContext>) -> CommandResult<()> {
    context.send(Event::Switcher(SwitcherEvent::Closes)).await;
    Ok(())
}
