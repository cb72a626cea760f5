//! Checks before the tray starts: no other request in the arguments, a home, a display, no other instance.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, bail};
use sandglass_app::facts::written_files;
use sandglass_app::state::{Event, StartupContext};
use sandglass_app::tray::Action;
use sandglass_core::known::Known;
use sandglass_core::paths::AwsPaths;
use sandglass_core::text::{Language, Text};
use sandglass_core::variables::Variables;
use sandglass_engine::show_request::{self, ShowRequest};
use sandglass_engine::{Environment, InstanceLock, os, read_memory, store_known};
use tokio::sync::mpsc::Sender;

use crate::arguments::{HELP, Invocation};
use crate::log::complain;
use crate::toolkit;

/// Answers what asks for no tray.
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the only way out before there is a tray")]
pub(crate) fn answer(asked: &Invocation) -> Result<(), ExitCode> {
    match asked {
        Invocation::Run { .. } => return Ok(()),
        Invocation::Help => println!("{HELP}"),
        Invocation::Version => println!("sandglass-desktop {}", env!("CARGO_PKG_VERSION")),
        Invocation::Unknown(argument) => {
            eprintln!("sandglass-desktop: \"{argument}\" is not understood.\n\n{HELP}");
            return Err(ExitCode::from(2));
        }
    }
    Err(ExitCode::SUCCESS)
}

/// The variables and directories of this process.
pub(crate) fn environment() -> anyhow::Result<Environment> {
    Environment::capture().map_err(|problem| {
        let nowhere = AwsPaths::new("".as_ref(), &Variables::default());
        let text = Text::new(Language::English);
        anyhow::anyhow!("{} {}", text.problem(&problem, &nowhere), text.problem_next(&problem, &nowhere))
    })
}

/// The lock of the one running Sandglass; none when another holds it. A home that cannot be
/// written to keeps nobody from seeing their sessions.
pub(crate) fn only_one(environment: &Environment) -> Option<InstanceLock> {
    match InstanceLock::acquire(&environment.state_dir) {
        Ok(lock) => lock,
        Err(error) => {
            complain(&format!("no lock can be kept in {}: {error}", environment.state_dir.display()));
            Some(InstanceLock::none())
        }
    }
}

/// Whoever starts it again wants to see it: the one that runs shows its window, or the quick switcher.
pub(crate) fn call_the_first(environment: &Environment, what: ShowRequest) -> anyhow::Result<()> {
    show_request::post(environment, what)
        .context("Sandglass is already running, and cannot be told to show its window")?;
    // A key that is bound to the switcher says nothing each time.
    if what == ShowRequest::Window {
        complain("Sandglass is already running: it shows its window.");
    }
    Ok(())
}

/// Without a display the toolkit would abort.
pub(crate) fn needs_a_display(environment: &Environment) -> anyhow::Result<()> {
    if !os::has_display(&environment.variables) {
        bail!("there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. {IN_A_TERMINAL}")
    }
    if toolkit::reaches_the_desktop() {
        return Ok(());
    }
    let named = ["WAYLAND_DISPLAY", "DISPLAY"].into_iter().filter_map(|name| {
        let value = environment.variables.non_empty(name)?;
        Some(format!("{name}={value}"))
    });
    let named = named.collect::<Vec<_>>().join(", ");
    bail!("the display cannot be reached ({named}). {IN_A_TERMINAL}")
}

/// The advice for a machine without one.
const IN_A_TERMINAL: &str = "In a terminal, use: sandglass status";

/// True if the demo started us: then its throw-away home is ours.
pub(crate) fn is_demo(environment: &Environment) -> bool {
    let home = environment.variables.non_empty("SANDGLASS_DEMO");
    home.is_some_and(|home| Path::new(home) == environment.paths.home)
}

/// The demo holds our standard input: when that ends, so does the simulated AWS, and so do we.
pub(crate) fn end_with_the_demo(events: Sender<Event>) {
    std::thread::spawn(move || {
        let _ = std::io::copy(&mut std::io::stdin().lock(), &mut std::io::sink());
        let _ = events.blocking_send(Event::Clicked(Action::Quit));
    });
}

/// Returns what the state is told once, at the start.
pub(crate) fn startup_context(environment: &Environment) -> StartupContext {
    let sandglass = beside("sandglass").unwrap_or_else(|| "sandglass".into());
    let demo = is_demo(environment);
    let in_terminal =
        if demo { os::in_home(&environment.paths.home, &sandglass) } else { "sandglass".to_owned() };
    let own = environment.preferences.parent().unwrap_or(&environment.preferences);
    StartupContext {
        paths: environment.paths.clone(),
        text: Text::new(environment.locale_language()),
        memory: read_memory(environment),
        shell: os::login_shell(&environment.variables),
        sandglass,
        in_terminal,
        tomorrow: os::tomorrow_morning,
        time_locale: environment.time_locale(),
        demo,
        has_demo: !demo && beside("sandglass-demo").is_some_and(|program| program.exists()),
        written: written_files(&environment.paths, own),
    }
}

/// Forgets what the last run knew.
pub(crate) fn nothing_known(environment: &Environment) {
    if let Err(error) = store_known(environment, &Known::default()) {
        complain(&format!("what terminals are to know cannot be stored: {error}"));
    }
}

/// A program that was installed with this one.
fn beside(name: &str) -> Option<PathBuf> {
    let own = std::env::current_exe().ok()?;
    Some(own.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}

/// True while a demo that was started from here runs.
static DEMO_RUNS: AtomicBool = AtomicBool::new(false);

/// Starts the demo with its window, and leaves it to itself. While it runs, a second click starts no second one.
pub(crate) fn start_demo() -> std::io::Result<()> {
    if DEMO_RUNS.swap(true, Ordering::Relaxed) {
        return Ok(());
    }
    let started = spawn_demo();
    if started.is_err() {
        DEMO_RUNS.store(false, Ordering::Relaxed);
    }
    started
}

fn spawn_demo() -> std::io::Result<()> {
    let program = beside("sandglass-demo").ok_or(std::io::ErrorKind::NotFound)?;
    // What it says is for one who started it in a terminal.
    let mut demo = Command::new(program).arg("--open").stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
    // Somebody has to hear of its end, or it stays in the list of processes.
    std::thread::spawn(move || {
        let _ = demo.wait();
        DEMO_RUNS.store(false, Ordering::Relaxed);
    });
    Ok(())
}
