//! `sandglass`: shows how long AWS sessions last and renews them, from the terminal.

mod arguments;
mod cache;
mod credentials;
mod doctor;
mod exit;
mod in_place;
mod line;
mod output;
mod preferences;
mod profile;
mod prompt;
mod renew;
mod sign_in;
mod sso;
mod status;
mod table;
mod watch;
mod words;

use std::process::ExitCode;
use std::sync::{Arc, LazyLock};

use clap::{CommandFactory, Parser};
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::Problem;
use sandglass_core::text::{Language, Text};
use sandglass_core::variables::Variables;
use sandglass_engine::panics::{guard, tell};
use sandglass_engine::{Clock, Environment, SystemClock, tidy_up};

use arguments::{Arguments, Command};
use exit::Exit;
use output::Output;

/// The shared context of every command.
struct CliContext {
    environment: Environment,
    /// Made when first spoken: a warm `credentials` says nothing.
    text: LazyText,
    output: Output,
}

type LazyText = Arc<LazyLock<Text, Box<dyn FnOnce() -> Text + Send>>>;

fn main() -> ExitCode {
    sandglass_engine::os::no_core_dumps();
    sandglass_engine::os::no_looking_in();
    // It is said as a problem, in words.
    tell(|_| {});
    let mut output = Output::new();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(mut said) => {
            arguments::without_code(&mut said);
            output.clap(&said);
            let exit = if said.use_stderr() { Exit::Usage } else { Exit::Done };
            return output.finish(exit, &in_english()).into();
        }
    };
    if let Command::Completions { shell } = arguments.command {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut Arguments::command(), "sandglass", &mut script);
        output.bytes(&script);
        return output.finish(Exit::Done, &in_english()).into();
    }
    let environment = match Environment::capture() {
        Ok(environment) => environment,
        Err(problem) => {
            let exit = without_home(&mut output, &arguments, &problem);
            return output.finish(exit, &in_english()).into();
        }
    };
    let language = environment.language;
    let text: LazyText = Arc::new(LazyLock::new(Box::new(move || Text::new(language))));
    let paths = environment.paths.clone();
    let mut context = CliContext { environment, text, output };
    let exit = guard(move || {
        let exit = context.run(arguments.command);
        context.output.finish(exit, &*context.text)
    });
    exit.unwrap_or_else(|problem| {
        // What it spoke with may be what failed.
        Output::new().problem(&problem, &Text::new(Language::English), &paths);
        Exit::Failed
    })
    .into()
}

/// True if a command may leave files of our own behind; whoever only asks is not kept waiting by old ones.
fn leaves_something(command: &Command) -> bool {
    use Command::{Completions, Credentials, Env, Status};
    !matches!(command, Status(_) | Credentials { .. } | Env(_) | Completions { .. })
}

/// The words where nobody knows yet which the user wants.
fn in_english() -> LazyLock<Text> {
    LazyLock::new(|| Text::new(Language::English))
}

/// Answers when the home directory is not known.
fn without_home(output: &mut Output, arguments: &Arguments, problem: &Problem) -> Exit {
    if let Command::Doctor(arguments) = &arguments.command {
        return doctor::without_home(output, arguments);
    }
    let nowhere = AwsPaths::new("".as_ref(), &Variables::default());
    output.problem(problem, &in_english(), &nowhere);
    Exit::Failed
}

impl CliContext {
    fn run(&mut self, command: Command) -> Exit {
        let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
            Ok(runtime) => runtime,
            Err(error) => {
                self.output.error_line(error.to_string());
                return Exit::Failed;
            }
        };
        let leaves_something = leaves_something(&command);
        let exit = runtime.block_on(async {
            tokio::select! {
                // First, so that it listens before anything begins.
                biased;
                // What was begun is dropped, and cleans up after itself.
                _ = tokio::signal::ctrl_c() => Exit::Interrupted,
                exit = self.command(command) => exit,
            }
        });
        if leaves_something && exit != Exit::Interrupted {
            tidy_up(&self.environment, SystemClock.now());
        }
        // A question nobody answered must not keep the program.
        runtime.shutdown_background();
        exit
    }

    async fn command(&mut self, command: Command) -> Exit {
        match command {
            Command::Status(arguments) => status::run(self, &arguments).await,
            Command::Doctor(arguments) => doctor::run(self, &arguments).await,
            Command::Renew(arguments) => renew::run(self, &arguments).await,
            Command::Sso { command } => sso::run(self, &command).await,
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
