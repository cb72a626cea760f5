//! `sandglass-desktop`: AWS sessions in the system tray.
#![cfg_attr(windows, windows_subsystem = "windows")]

mod actor;
mod effects;
mod instance;
mod notify;
mod tray;
mod wake;

use std::process::ExitCode;

use anyhow::Context;
use sandglass_core::state::State;
use sandglass_engine::{Environment, SystemClock};
use tauri::{App, RunEvent};
use tokio::sync::mpsc;

/// Events wait here while the actor is busy; nothing sends more than a person clicks.
const EVENTS: usize = 256;

fn main() -> ExitCode {
    sandglass_engine::os::no_core_dumps();
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            instance::complain(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    let environment = instance::environment()?;
    let Some(_lock) = instance::only_one(&environment) else {
        instance::complain("Sandglass is already running: its icon is in the tray.");
        return Ok(());
    };
    instance::needs_a_display(&environment)?;
    let app = tauri::Builder::default()
        .setup(move |app| {
            start(app, environment);
            Ok(())
        })
        .build(tauri::generate_context!())
        .context("the desktop cannot be reached")?;
    app.run(|_, event| match event {
        // With no window open the program goes on; `Quit` exits with a code.
        RunEvent::ExitRequested { code: None, api, .. } => api.prevent_exit(),
        RunEvent::Exit => tray::remove(),
        _ => {}
    });
    Ok(())
}

/// Connects the parts: clicks and file changes become events, the actor's answers effects.
fn start(app: &mut App, environment: Environment) {
    let (events, received) = mpsc::channel(EVENTS);
    let state = State::new(instance::surroundings(&environment));
    if instance::is_demo(&environment) {
        instance::end_with_the_demo(events.clone());
    }
    tray::start(app, events.clone());
    wake::start(events.clone());
    effects::watch_files(&environment, events.clone());
    let desktop = effects::Desktop::new(app.handle().clone(), environment, events);
    tauri::async_runtime::spawn(actor::run(state, received, SystemClock, desktop));
}
