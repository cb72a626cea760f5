//! The one place that prints. A reader that went away (`sandglass status | head`) is no error.

use std::io::{IsTerminal, Write};

use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use sandglass_core::Secret;
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::Problem;
use sandglass_core::text::Text;
use serde::Serialize;

/// Bad news.
pub(crate) const BAD: Style = AnsiColor::Red.on_default();
/// Soon bad news.
pub(crate) const WARN: Style = AnsiColor::Yellow.on_default();
/// Good news.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
/// Of less weight.
pub(crate) const DIM: Style = Style::new().dimmed();
/// A heading.
pub(crate) const BOLD: Style = Style::new().bold();

/// Standard output and standard error. Styles reach a terminal only (`NO_COLOR` is honoured).
pub(crate) struct Output {
    out: AutoStream<std::io::Stdout>,
    err: AutoStream<std::io::Stderr>,
}

impl Output {
    pub(crate) fn new() -> Self {
        Self { out: AutoStream::auto(std::io::stdout()), err: AutoStream::auto(std::io::stderr()) }
    }

    /// A line of the result.
    pub(crate) fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{line}");
    }

    /// A result as it is.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        let _ = self.out.write_all(bytes);
    }

    /// Credentials, because they were asked for: the one way a secret leaves this program.
    pub(crate) fn secret(&mut self, text: &Secret) {
        let _ = self.out.write_all(text.expose().as_bytes());
        let _ = self.out.flush();
    }

    /// A result for programs: on several lines, or on one.
    pub(crate) fn json<T: Serialize>(&mut self, value: &T, one_line: bool) {
        let text = if one_line { serde_json::to_string(value) } else { serde_json::to_string_pretty(value) };
        match text {
            Ok(text) => self.line(&text),
            Err(error) => self.error_line(&error.to_string()),
        }
    }

    /// Clears the terminal, so that what follows replaces what was shown.
    pub(crate) fn clear(&mut self) {
        if std::io::stdout().is_terminal() {
            let _ = write!(self.out, "\x1b[H\x1b[2J\x1b[3J");
        }
    }

    /// How far a long command is: on a terminal only.
    pub(crate) fn progress(&mut self, line: &str) {
        if std::io::stderr().is_terminal() {
            let _ = writeln!(self.err, "{DIM}{line}{DIM:#}");
        }
    }

    /// A question, without an end of line.
    pub(crate) fn question(&mut self, text: &str) {
        let _ = write!(self.err, "{text}");
        let _ = self.err.flush();
    }

    /// What went wrong, as it is.
    pub(crate) fn error_line(&mut self, line: &str) {
        let _ = writeln!(self.err, "{line}");
    }

    /// What went wrong and what to do.
    pub(crate) fn problem(&mut self, problem: &Problem, text: &Text, paths: &AwsPaths) {
        self.problem_of("", problem, text, paths);
    }

    /// The same on one line, for those who show only one.
    pub(crate) fn problem_line(&mut self, problem: &Problem, text: &Text, paths: &AwsPaths) {
        let detail = text.problem_detail(problem, paths);
        let parts = [Some(text.problem(problem, paths)), detail, Some(text.problem_next(problem, paths))];
        let said: Vec<String> = parts.into_iter().flatten().collect();
        let line = text.say_with("cli-error", &[("message", &said.join(" "))]);
        let _ = writeln!(self.err, "{}", line.replace(['\n', '\r'], " "));
    }

    /// The same, of one profile among several: its name stands in front.
    pub(crate) fn problem_of(&mut self, profile: &str, problem: &Problem, text: &Text, paths: &AwsPaths) {
        let separator = if profile.is_empty() { "" } else { ": " };
        let message = format!("{profile}{separator}{}", text.problem(problem, paths));
        let said = text.say_with("cli-error", &[("message", &message)]);
        let next = text.say_with("cli-next", &[("step", &text.problem_next(problem, paths))]);
        let _ = writeln!(self.err, "{BAD}{said}{BAD:#}");
        if let Some(detail) = text.problem_detail(problem, paths) {
            let _ = writeln!(self.err, "  {DIM}{}{DIM:#}", detail.replace(['\n', '\r'], " "));
        }
        let _ = writeln!(self.err, "  {next}");
    }
}
