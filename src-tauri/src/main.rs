//! `sandglass-desktop`: AWS sessions in the system tray.
#![cfg_attr(windows, windows_subsystem = "windows")]

mod actor;
mod arguments;
mod autostart;
mod background;
mod cleaned;
mod clipboard;
mod commands;
mod current;
mod editor;
mod effects;
mod files;
mod global_key;
mod housekeeping;
mod instance;
mod log;
mod notify;
mod profile_editor;
mod readings;
mod remembered;
mod runtime;
mod sign_in;
mod toolkit;
mod tray;
mod wake;
mod windows;

use std::process::ExitCode;

use anyhow::Context;
use arguments::Invocation;
use commands::CommandContext;
use current::Current;
use readings::Readings;
use sandglass_app::state::State;
use sandglass_engine::show_request::ShowRequest;
use sandglass_engine::{Environment, Log, SystemClock};
use tauri::{App, Manager, RunEvent};
use tokio::sync::mpsc;

/// By which the system knows us: what xtask installs bears it (the desktop entry and the icon, the
/// bundle, the shortcut), and so do notifications and what starts at login.
const APPLICATION_ID: &str = "app.sandglass.desktop";
/// Events wait here while the actor is busy; nothing sends more than a person clicks.
const EVENTS: usize = 256;

fn main() -> ExitCode {
    sandglass_engine::os::no_core_dumps();
    sandglass_engine::os::share_memory();
    toolkit::prepare();
    let asked = arguments::parse(std::env::args_os().skip(1));
    if let Err(answered) = instance::answer(&asked) {
        return answered;
    }
    match run(&asked) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log::complain(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(asked: &Invocation) -> anyhow::Result<()> {
    let environment = instance::environment()?;
    let opens = asked.opens(environment.preferences.exists());
    let Some(_lock) = instance::only_one(&environment) else {
        // What starts at login wants no window, whoever was faster.
        return asked.opens(false).map_or(Ok(()), |what| instance::call_the_first(&environment, what));
    };
    log::start(Log::new(&environment.state_dir));
    runtime::start()?;
    instance::needs_a_display(&environment)?;
    let state_dir = environment.state_dir.clone();
    let app = tauri::Builder::default()
        .invoke_handler(commands::handlers!())
        .setup(move |app| {
            start(app, environment, opens);
            Ok(())
        })
        .build(tauri::generate_context!())
        .context("the desktop cannot be reached")?;
    app.run(move |app, event| match event {
        // With no window open the program goes on; `Quit` exits with a code.
        RunEvent::ExitRequested { code: None, api, .. } => api.prevent_exit(),
        RunEvent::WindowEvent { label, event, .. } => windows::happened(app, &label, &event, &state_dir),
        RunEvent::Exit => {
            tray::remove();
            let context = app.state::<CommandContext>();
            context.cleanings.forget_all();
            context.clipboard.leave_no_secret();
            log::add("stopped", &[]);
        }
        _ => {}
    });
    Ok(())
}

/// Connects the parts: clicks, pages and file changes become events, the actor's answers effects.
fn start(app: &mut App, environment: Environment, opens: Option<ShowRequest>) {
    let (events, received) = mpsc::channel(EVENTS);
    let state = State::new(instance::startup_context(&environment));
    instance::nothing_known(&environment);
    if instance::is_demo(&environment) {
        instance::end_with_the_demo(events.clone());
    }
    wake::start(events.clone());
    let current = Current::new(environment);
    housekeeping::start(current.clone());
    let readings = Readings::new(current.clone(), events.clone());
    tray::start(app, events.clone(), readings.clone());
    files::watch(current.clone(), events.clone(), readings.clone());
    if let Some(what) = opens {
        let _ = events.try_send(files::summoned(what));
    }
    let context = CommandContext::new(current, events);
    let desktop = effects::Desktop::new(app.handle().clone(), &context, readings);
    app.manage(context.events.clone());
    app.manage(context.channels.clone());
    app.manage(context);
    app.manage(windows::WindowTransitions::default());
    tauri::async_runtime::spawn(actor::run(state, received, SystemClock, desktop));
}
