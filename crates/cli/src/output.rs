//! The only module that prints. A reader that went away (`sandglass status | head`) is no error; a result that cannot
//! be written is one.

use std::io::{self, ErrorKind, IsTerminal, LineWriter, Write};
use std::ops::Deref;

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use sandglass_core::Secret;
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::Problem;
use sandglass_core::text::{Text, visible, visible_json};
use sandglass_engine::os::StandardOutput;
use serde::Serialize;

use crate::exit::Exit;
use crate::line::Line;

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
    out: LineWriter<StandardOutput>,
    out_styled: bool,
    err: io::Stderr,
    err_styled: bool,
    /// The reason why the result could not be written; what comes after is not tried.
    failed: Option<io::Error>,
}

impl Output {
    pub(crate) fn new() -> Self {
        let has_styles = |choice| choice != ColorChoice::Never;
        Self {
            out: LineWriter::new(StandardOutput::new()),
            out_styled: has_styles(AutoStream::auto(io::stdout()).current_choice()),
            err: io::stderr(),
            err_styled: has_styles(AutoStream::auto(io::stderr()).current_choice()),
            failed: None,
        }
    }

    /// A line of the result.
    pub(crate) fn line(&mut self, line: impl Into<Line>) {
        let line = line.into().written(self.out_styled) + "\n";
        self.bytes(line.as_bytes());
    }

    /// Lines of the result, thousands maybe: written at once.
    pub(crate) fn lines(&mut self, lines: impl IntoIterator<Item = Line>) {
        let styled = self.out_styled;
        let mut all = String::new();
        for line in lines {
            line.write(&mut all, styled);
            all.push('\n');
        }
        self.bytes(all.as_bytes());
    }

    /// A result of several lines for people.
    pub(crate) fn text(&mut self, text: &str) {
        self.bytes(visible(text).as_bytes());
    }

    /// A result for programs as it is.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.write(|out| out.write_all(bytes));
    }

    /// Credentials, because they were asked for: the one way a secret leaves this program. They rest in no buffer.
    pub(crate) fn secret(&mut self, text: &Secret) {
        self.write(|out| {
            out.flush()?;
            out.get_mut().write_all(text.expose().as_bytes())
        });
    }

    /// A result for programs: on several lines, or on one.
    pub(crate) fn json<T: Serialize>(&mut self, value: &T, one_line: bool) {
        let text = if one_line { serde_json::to_string(value) } else { serde_json::to_string_pretty(value) };
        match text {
            Ok(text) => self.bytes(format!("{}\n", visible_json(&text)).as_bytes()),
            Err(error) => self.failed = Some(error.into()),
        }
    }

    /// Clears the terminal, so that what follows replaces what was shown.
    pub(crate) fn clear(&mut self) {
        if io::stdout().is_terminal() {
            self.bytes(b"\x1b[H\x1b[2J\x1b[3J");
        }
    }

    /// Prints the progress of a long command, on a terminal only.
    pub(crate) fn progress(&mut self, line: &str) {
        if io::stderr().is_terminal() {
            self.error_line(Line::default().styled(DIM, line));
        }
    }

    /// A question, without an end of line.
    pub(crate) fn question(&mut self, text: &str) {
        self.say(&Line::from(text), "");
    }

    /// Prints an error as it is.
    pub(crate) fn error_line(&mut self, line: impl Into<Line>) {
        self.say(&line.into(), "\n");
    }

    /// Prints a problem and its next step.
    pub(crate) fn problem(&mut self, problem: &Problem, text: &Text, paths: &AwsPaths) {
        self.problem_of("", problem, text, paths);
    }

    /// The same on one line, for those who show only one.
    pub(crate) fn problem_line(&mut self, problem: &Problem, text: &Text, paths: &AwsPaths) {
        let detail = text.problem_detail(problem, paths);
        let parts = [Some(text.problem(problem, paths)), detail, Some(text.problem_next(problem, paths))];
        let said: Vec<String> = parts.into_iter().flatten().collect();
        let line = text.say_with("cli-error", &[("message", &said.join(" "))]);
        self.error_line(line.replace(['\n', '\r'], " "));
    }

    /// The same, of one profile among several: its name stands in front.
    pub(crate) fn problem_of(&mut self, profile: &str, problem: &Problem, text: &Text, paths: &AwsPaths) {
        let separator = if profile.is_empty() { "" } else { ": " };
        let message = format!("{profile}{separator}{}", text.problem(problem, paths));
        let said = text.say_with("cli-error", &[("message", &message)]);
        let next = text.say_with("cli-next", &[("step", &text.problem_next(problem, paths))]);
        self.error_line(Line::default().styled(BAD, said));
        if let Some(detail) = text.problem_detail(problem, paths) {
            self.error_line(Line::from("  ").styled(DIM, detail.replace(['\n', '\r'], " ")));
        }
        self.error_line(format!("  {next}"));
    }

    /// Prints what clap says: help, the version, or what is wrong with the arguments. They may hold anything, so what
    /// steers a terminal costs the styles.
    pub(crate) fn clap(&mut self, said: &clap::Error) {
        let styled = said.render();
        let plain = styled.to_string();
        let shown = visible(&plain);
        let is_styled = if said.use_stderr() { self.err_styled } else { self.out_styled };
        let text = if is_styled && shown == plain { styled.ansi().to_string() } else { shown.into_owned() };
        if said.use_stderr() {
            let _ = self.err.write_all(text.as_bytes());
        } else {
            self.bytes(text.as_bytes());
        }
    }

    /// True if nobody takes the result any more.
    pub(crate) fn is_over(&self) -> bool {
        self.failed.is_some()
    }

    /// Ends the program: badly if the result could not be written, and says so. A reader that went away heard enough.
    pub(crate) fn finish(mut self, exit: Exit, text: &impl Deref<Target = Text>) -> Exit {
        self.write(Write::flush);
        match self.failed.take() {
            Some(error) if error.kind() != ErrorKind::BrokenPipe => {
                let said = text.say_with("cli-not-written", &[("reason", &error.to_string())]);
                self.error_line(
                    Line::default().styled(BAD, text.say_with("cli-error", &[("message", &said)])),
                );
                exit.max(Exit::Failed)
            }
            _ => exit,
        }
    }

    fn write(&mut self, write: impl FnOnce(&mut LineWriter<StandardOutput>) -> io::Result<()>) {
        if self.failed.is_none() {
            self.failed = write(&mut self.out).err();
        }
    }

    /// Both streams may be one terminal, so that what was said before stands before it. Where standard error does not
    /// take it there is nobody to tell.
    fn say(&mut self, line: &Line, end: &str) {
        self.write(Write::flush);
        let _ = write!(self.err, "{}{end}", line.written(self.err_styled));
        let _ = self.err.flush();
    }
}
