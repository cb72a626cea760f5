//! The tray adapter: pushes a `TrayView` into `tray-icon`, and clicks into the actor.

mod icons;
mod menu;
#[cfg(target_os = "linux")]
mod opened;
mod panel;
#[cfg(target_os = "linux")]
mod watcher;

use std::cell::RefCell;

use sandglass_app::state::Event;
use sandglass_app::tray::{Action, TrayView};
use tauri::App;
use tokio::sync::mpsc::Sender;
use tray_icon::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};

use crate::log::complain;
use crate::readings::Readings;

thread_local! {
    /// Native menus belong to the main thread.
    static TRAY: RefCell<Tray> = RefCell::default();
}

/// The icon in the panel.
#[derive(Default)]
struct Tray {
    icon: Option<TrayIcon>,
    menu: menu::Menu,
    shown: Option<TrayView>,
}

/// Clicks become events; where a tray host may come later, it is waited for.
pub(crate) fn start(app: &mut App, events: Sender<Event>, readings: Readings) {
    // A program of the menu bar: no place in the Dock.
    #[cfg(target_os = "macos")]
    app.set_activation_policy(tauri::ActivationPolicy::Accessory);
    let clicks = events.clone();
    app.on_menu_event(move |_, event| {
        if let Ok(action) = serde_json::from_str::<Action>(event.id().as_ref()) {
            let events = clicks.clone();
            tauri::async_runtime::spawn(async move { events.send(Event::Clicked(action)).await });
        }
    });
    let clicks = events.clone();
    #[cfg(target_os = "linux")]
    opened::start(readings.clone());
    // Only where the system does not open the menu itself.
    TrayIconEvent::set_event_handler(Some(move |event| {
        if matches!(event, TrayIconEvent::Click { .. }) {
            // The menu opens, or the window: what stands there is of now.
            readings.look();
        }
        if is_left_click(&event) {
            let events = clicks.clone();
            tauri::async_runtime::spawn(async move { events.send(Event::Clicked(Action::OpenWindow)).await });
        }
    }));
    #[cfg(not(target_os = "linux"))]
    drop(events);
    #[cfg(target_os = "linux")]
    watcher::start(app.handle().clone(), events);
}

fn is_left_click(event: &TrayIconEvent) -> bool {
    matches!(
        event,
        TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. }
    ) && !panel::LEFT_OPENS_MENU
}

/// Shows a view. On the main thread only.
pub(crate) fn show(view: TrayView) {
    TRAY.with_borrow_mut(|tray| {
        if let Err(error) = tray.show(view) {
            complain(&format!("the tray cannot be shown: {error:#}"));
        }
    });
}

/// Takes the icon away while the main thread still stands.
pub(crate) fn remove() {
    if let Some(icon) = TRAY.with_borrow_mut(|tray| tray.icon.take()) {
        panel::remove(icon);
    }
}

impl Tray {
    fn show(&mut self, view: TrayView) -> anyhow::Result<()> {
        self.menu.update(&view.menu)?;
        match &self.icon {
            Some(icon) => self.patch(icon, &view)?,
            None => self.icon = self.create(&view)?,
        }
        self.shown = Some(view);
        Ok(())
    }

    /// None while there is no tray host: the watcher calls again when there is one.
    fn create(&self, view: &TrayView) -> anyhow::Result<Option<TrayIcon>> {
        let mut builder = TrayIconBuilder::new()
            .with_id("sandglass")
            .with_icon(icons::icon(view.icon, view.paused, panel::Panel::of_this_desktop())?)
            .with_icon_as_template(cfg!(target_os = "macos"))
            .with_menu_on_left_click(panel::LEFT_OPENS_MENU)
            .with_tooltip(panel::tooltip(view));
        if let Some(menu) = self.menu.native() {
            builder = builder.with_menu(menu);
        }
        if panel::HAS_TITLE {
            builder = builder.with_title(&view.title);
        }
        // On Linux the icon speaks D-Bus with whatever runtime it is made in. In none, zbus starts one of its own beside
        // ours, and a thread of that (the crate `blocking`) wakes twice a second for as long as the program lives.
        let runtime = tauri::async_runtime::handle();
        let _runtime = runtime.inner().enter();
        match builder.build() {
            Ok(icon) => Ok(Some(icon)),
            Err(_) if panel::HOST_MAY_COME_LATER => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn patch(&self, icon: &TrayIcon, view: &TrayView) -> anyhow::Result<()> {
        let shown = self.shown.as_ref();
        if shown.is_none_or(|shown| (shown.icon, shown.paused) != (view.icon, view.paused)) {
            let drawing = icons::icon(view.icon, view.paused, panel::Panel::of_this_desktop())?;
            panel::set_icon(icon, drawing)?;
        }
        if shown.is_none_or(|shown| shown.tooltip != view.tooltip) {
            icon.set_tooltip(Some(panel::tooltip(view)))?;
        }
        Ok(())
    }
}

/// Tries again what failed for want of a tray host. True when the icon stands.
#[cfg(target_os = "linux")]
fn retry() -> bool {
    let waiting = TRAY.with_borrow(|tray| tray.icon.is_none().then(|| tray.shown.clone()).flatten());
    if let Some(view) = waiting {
        show(view);
    }
    TRAY.with_borrow(|tray| tray.icon.is_some())
}
