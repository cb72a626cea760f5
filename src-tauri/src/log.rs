//! Writes events to the log, and errors to standard error too.

use std::sync::OnceLock;

use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::Problem;
use sandglass_core::text::{place, visible};
use sandglass_engine::panics::tell;
use sandglass_engine::{Clock, Log, SystemClock};

/// One for the whole program: a panic has no way to be handed one.
static LOG: OnceLock<Log> = OnceLock::new();

/// Begins the log of this run, in our state directory.
pub(crate) fn start(log: Log) {
    let _ = LOG.set(log);
    tell(panicked);
    let process = std::process::id().to_string();
    add("started", &[("version", env!("CARGO_PKG_VERSION")), ("process", &process)]);
}

/// Adds a line. Never a secret.
pub(crate) fn add(what: &str, details: &[(&str, &str)]) {
    let Some(log) = LOG.get() else { return };
    if let Err(error) = log.add(SystemClock.now(), what, details) {
        // A log that cannot be written keeps nobody from a session.
        say(&format!("{} cannot be written: {error}", log.path().display()));
    }
}

/// Says that something did not work that should have: there is no window to say it in.
pub(crate) fn complain(message: &str) {
    say(message);
    add("trouble", &[("what", message)]);
}

/// A problem by its code and place. What AWS or a file said stays out.
pub(crate) fn problem(what: &str, problem: &Problem, paths: &AwsPaths, more: &[(&str, &str)]) {
    let at = problem.at.as_ref().map(|origin| place(origin, paths));
    let path = problem.args.iter().find(|(name, _)| matches!(*name, "path" | "where"));
    let at = at.or_else(|| path.map(|(_, path)| path.clone()));
    let mut details = more.to_vec();
    details.push(("code", problem.code.as_str()));
    details.extend(at.as_deref().map(|at| ("at", at)));
    add(what, &details);
}

/// Logs the place of a panic; nobody is told its words.
fn panicked(at: &str) {
    say(&format!("internal error at {at}"));
    add("panic", &[("at", at)]);
}

#[expect(clippy::print_stderr, reason = "for whoever started it in a terminal")]
fn say(message: &str) {
    eprintln!("sandglass-desktop: {}", visible(message));
}
