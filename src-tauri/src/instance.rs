//! What must hold before the tray can start: a home, a display, and no other Sandglass.

use std::path::PathBuf;

use anyhow::bail;
use sandglass_core::paths::AwsPaths;
use sandglass_core::state::Surroundings;
use sandglass_core::text::{Language, Text};
use sandglass_core::variables::Variables;
use sandglass_engine::{Environment, InstanceLock, os, read_memory};

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

/// What the state is told once, at the start.
pub(crate) fn surroundings(environment: &Environment) -> Surroundings {
    let beside =
        |program: PathBuf| program.with_file_name(format!("sandglass{}", std::env::consts::EXE_SUFFIX));
    Surroundings {
        paths: environment.paths.clone(),
        text: Text::new(environment.language()),
        memory: read_memory(environment),
        shell: os::login_shell(&environment.variables),
        sandglass: std::env::current_exe().map_or_else(|_| "sandglass".into(), beside),
        tomorrow: os::tomorrow_morning,
        demo: false,
    }
}
