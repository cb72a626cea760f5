//! Set up, build, run and test Sandglass with nothing but the standard library.
//!
//! The library half exists for the tests: they share the virtual [`desktop`] that `cargo xtask run` shows, and the
//! table of [`programs`], so that no test uses a program nobody installs, and they [`install`] elsewhere.

mod arguments;
mod audit;
mod bench;
mod failure;
mod fuzz;
mod page_preview;
mod platforms;
mod process;
mod profiles;
mod run;
mod say;
mod setup;
mod stages;
mod story;
mod test;
mod workspace;

pub mod desktop;
pub mod install;
pub mod memory;
pub mod programs;

use std::process::ExitCode;

use arguments::Task;
pub use failure::{Failure, Result};

/// Runs what the arguments (without the program's name) ask for. Exit code 0: done, 1: failed, 2: not understood.
pub fn dispatch(arguments: Vec<String>) -> ExitCode {
    let task = match arguments::parse(arguments) {
        Ok(task) => task,
        Err(problem) => {
            say::problem(&format!("{problem}\n\n{}", arguments::HELP));
            return ExitCode::from(2);
        }
    };
    let done = match task {
        Task::Help => {
            say::line(arguments::HELP);
            Ok(())
        }
        Task::Run { on } => run::run(on),
        Task::Demo { on } => run::demo(on),
        Task::Check => test::check(),
        Task::Test { only, filter } => test::test(only.as_deref(), filter),
        Task::PagePreview => page_preview::build().map(drop),
        Task::Audit => audit::audit(),
        Task::CheckPlatforms => platforms::check(),
        Task::Install { prefix } => install::install(prefix.as_deref()),
        Task::Uninstall { prefix } => install::uninstall(prefix.as_deref()),
        Task::Bench { only } => bench::bench(only),
        Task::Fuzz { target, seconds } => fuzz::fuzz(target.as_deref(), seconds),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say::problem(&format!("\nxtask: {failure}"));
            ExitCode::FAILURE
        }
    }
}
