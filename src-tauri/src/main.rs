//! `sandglass-desktop`: AWS sessions in the system tray.
#![cfg_attr(windows, windows_subsystem = "windows")]

mod actor;
mod arguments;
mod autostart;
mod effects;
mod instance;
mod log;
mod notify;
mod tray;
mod wake;

use std::process::ExitCode;

use anyhow::Context;
use sandglass_core::state::State;
use sandglass_engine::{Environment, Log, SystemClock};
use tauri::{App, RunEvent};
use tokio::sync::mpsc;

/// By which the system knows us: what xtask installs bears it (the desktop entry and the icon, the
/// bundle, the shortcut), and so do notifications and what starts at login.
const APPLICATION_ID: &str = "app.sandglass.desktop";
/// Events wait here while the actor is busy; nothing sends more than a person clicks.
const EVENTS: usize = 256;

fn main() -> ExitCode {
    sandglass_engine::os::no_core_dumps();
    if let Some(answered) = instance::answer(&arguments::parse(std::env::args_os().skip(1))) {
        return answered;
    }
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log::complain(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    let environment = instance::environment()?;
    let Some(_lock) = instance::only_one(&environment) else {
        log::complain("Sandglass is already running: its icon is in the tray.");
        return Ok(());
    };
    log::start(Log::new(&environment.state_dir));
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
        RunEvent::Exit => {
            tray::remove();
            log::add("stopped", &[]);
        }
        _ => {}
    });
    Ok(())
}

/// Connects the parts: clicks and file changes become events, the actor's answers effects.
fn start(app: &mut App, environment: Environment) {
    let (events, received) = mpsc::channel(EVENTS);
    let state = State::new(instance::surroundings(&environment));
    tray::start(app, events.clone());
    wake::start(events.clone());
    effects::watch_files(&environment, events.clone());
    let desktop = effects::Desktop::new(app.handle().clone(), environment, events);
    tauri::async_runtime::spawn(actor::run(state, received, SystemClock, desktop));
}
