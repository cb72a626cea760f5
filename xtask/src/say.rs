//! The one place that prints.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "talking to a terminal is what xtask is for")]

/// A line for the person at the terminal.
pub(crate) fn line(text: &str) {
    println!("{text}");
}

/// A line about something that failed.
pub(crate) fn problem(text: &str) {
    eprintln!("{text}");
}
