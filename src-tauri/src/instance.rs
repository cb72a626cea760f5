//! What must hold before the tray can start: a home, a display, and no other Sandglass.

use std::path::{Path, PathBuf};

use anyhow::bail;
use sandglass_core::export::Shell;
use sandglass_core::paths::AwsPaths;
use sandglass_core::state::{Event, Surroundings};
use sandglass_core::text::{Language, Text};
use sandglass_core::tray::Action;
use sandglass_core::variables::Variables;
use sandglass_engine::{Environment, InstanceLock, os, read_memory};
use tokio::sync::mpsc::Sender;

/// Says something on standard error: there is no window to say it in.
#[expect(clippy::print_stderr, reason = "the only way out before there is a tray")]
pub(crate) fn complain(message: &str) {
    eprintln!("sandglass-desktop: {message}");
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

/// Without a display the toolkit would abort.
pub(crate) fn needs_a_display(environment: &Environment) -> anyhow::Result<()> {
    if os::has_display(&environment.variables) {
        return Ok(());
    }
    bail!(
        "there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. In a terminal, use: sandglass status"
    )
}

/// Whether the demo started us: then its throw-away home is ours.
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

/// What the state is told once, at the start.
pub(crate) fn surroundings(environment: &Environment) -> Surroundings {
    let shell = environment.variables.non_empty("SHELL").and_then(Shell::of_program);
    let beside =
        |program: PathBuf| program.with_file_name(format!("sandglass{}", std::env::consts::EXE_SUFFIX));
    let sandglass = std::env::current_exe().map_or_else(|_| "sandglass".into(), beside);
    let demo = is_demo(environment);
    let in_terminal =
        if demo { os::in_home(&environment.paths.home, &sandglass) } else { "sandglass".to_owned() };
    Surroundings {
        paths: environment.paths.clone(),
        text: Text::new(environment.language()),
        memory: read_memory(environment),
        shell: shell.unwrap_or(if cfg!(windows) { Shell::PowerShell } else { Shell::Bash }),
        sandglass,
        in_terminal,
        tomorrow: os::tomorrow_morning,
        demo,
    }
}
