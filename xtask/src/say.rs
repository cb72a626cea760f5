//! The only module that prints.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "talking to a terminal is what xtask is for")]

use std::io::Write as _;

/// A line for the person at the terminal.
pub(crate) fn line(text: &str) {
    println!("{text}");
}

/// A question, after which the answer is typed.
pub(crate) fn question(text: &str) {
    print!("{text}");
    // What cannot be shown cannot be answered either: then the input ends.
    let _ = std::io::stdout().flush();
}

/// A line about something that failed.
pub(crate) fn problem(text: &str) {
    eprintln!("{text}");
}
