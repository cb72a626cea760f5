//! `sandglass`: what is left of each AWS session, and renewing it, from the terminal.

mod arguments;
mod cache;
mod credentials;
mod doctor;
mod exit;
mod output;
mod preferences;
mod profile;
mod prompt;
mod renew;
mod status;
mod table;
mod watch;
mod words;

use std::process::ExitCode;
use std::sync::{Arc, LazyLock};

use clap::{CommandFactory, Parser};
use sandglass_core::paths::AwsPaths;
use sandglass_core::text::{Language, Text};
use sandglass_core::variables::Variables;
use sandglass_engine::panics::{guard, tell};
use sandglass_engine::{Environment, language};

use arguments::{Arguments, Command};
use exit::Exit;
use output::Output;

/// What every command works with.
struct Session {
    environment: Environment,
    /// Made when first spoken: a warm `credentials` says nothing.
    text: LazyText,
    output: Output,
}

type LazyText = Arc<LazyLock<Text, Box<dyn FnOnce() -> Text + Send>>>;

fn main() -> ExitCode {
    sandglass_engine::os::no_core_dumps();
    // It is said as a problem, in words.
    tell(|_| {});
    let arguments = Arguments::parse();
    if let Command::Completions { shell } = arguments.command {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut Arguments::command(), "sandglass", &mut script);
        Output::new().bytes(&script);
        return Exit::Done.into();
    }
    let environment = match Environment::capture() {
        Ok(environment) => environment,
        Err(problem) => {
            if let Command::Doctor(arguments) = &arguments.command {
                return doctor::without_home(arguments).into();
            }
            let nowhere = AwsPaths::new("".as_ref(), &Variables::default());
            Output::new().problem(&problem, &Text::new(Language::English), &nowhere);
            return Exit::Failed.into();
        }
    };
    let speaker = environment.clone();
    let text: LazyText = Arc::new(LazyLock::new(Box::new(move || Text::new(language(&speaker)))));
    let paths = environment.paths.clone();
    let mut session = Session { environment, text, output: Output::new() };
    let exit = guard(move || session.run(arguments.command));
    exit.unwrap_or_else(|problem| {
        // What it spoke with may be what failed.
        Output::new().problem(&problem, &Text::new(Language::English), &paths);
        Exit::Failed
    })
    .into()
}

impl Session {
    fn run(&mut self, command: Command) -> Exit {
        let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
            Ok(runtime) => runtime,
            Err(error) => {
                self.output.error_line(&error.to_string());
                return Exit::Failed;
            }
        };
        let exit = runtime.block_on(async {
            tokio::select! {
                // First, so that it listens before anything begins.
                biased;
                // What was begun is dropped, and cleans up after itself.
                _ = tokio::signal::ctrl_c() => Exit::Interrupted,
                exit = self.command(command) => exit,
            }
        });
        // A question nobody answered must not keep the program.
        runtime.shutdown_background();
        exit
    }

    async fn command(&mut self, command: Command) -> Exit {
        match command {
            Command::Status(arguments) => status::run(self, &arguments).await,
            Command::Doctor(arguments) => doctor::run(self, &arguments).await,
            Command::Renew(arguments) => renew::run(self, &arguments).await,
            Command::Watch { change } => watch::run(self, &change),
            Command::Cache { command } => cache::run(self, &command).await,
            Command::Credentials { profile } => credentials::process(self, &profile).await,
            Command::Env(arguments) => credentials::env(self, &arguments).await,
            Command::Preferences { command } => preferences::run(self, &command),
            Command::Profile { command } => profile::run(self, command).await,
            Command::Completions { .. } => Exit::Done,
        }
    }
}
