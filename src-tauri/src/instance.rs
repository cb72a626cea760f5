//! What must hold before the tray can start: nothing else was asked for, and there are a home, a display
//! and no other Sandglass.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;
use sandglass_core::paths::AwsPaths;
use sandglass_core::state::Surroundings;
use sandglass_core::text::{Language, Text};
use sandglass_core::variables::Variables;
use sandglass_engine::{Environment, InstanceLock, os, read_memory};

use crate::arguments::{Asked, HELP};
use crate::log::complain;

/// Answers what asks for no tray.
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the only way out before there is a tray")]
pub(crate) fn answer(asked: &Asked) -> Option<ExitCode> {
    match asked {
        Asked::Run => return None,
        Asked::Help => println!("{HELP}"),
        Asked::Version => println!("sandglass-desktop {}", env!("CARGO_PKG_VERSION")),
        Asked::Unknown(argument) => {
            eprintln!("sandglass-desktop: \"{argument}\" is not understood.\n\n{HELP}");
            return Some(ExitCode::from(2));
        }
    }
    Some(ExitCode::SUCCESS)
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
