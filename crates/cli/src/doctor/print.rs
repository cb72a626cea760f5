//! Prints a diagnosis for people: the verdict first, then its evidence, its fixes, and a line per check.

use anstyle::Style;
use sandglass_core::export::argument;
use sandglass_core::text::{Text, visible_line};
use sandglass_doctor::json::{CheckView, DiagnosisView, EvidenceView, FixView};
use unicode_width::UnicodeWidthStr;

use super::wrap::wrap;
use crate::line::Line;
use crate::output::{BAD, BOLD, DIM, GOOD, Output, WARN};
use crate::table::{self, Cell};

/// Lines that are longer are hard to read.
const WIDEST: usize = 100;
/// The indentation below a heading.
const INDENT: usize = 4;
/// The width of a terminal that does not tell its own.
const USUAL: usize = 80;

/// Prints a diagnosis.
pub(super) struct Printer<'a> {
    output: &'a mut Output,
    text: &'a Text,
    /// The profile that was given.
    profile: Option<&'a str>,
    width: usize,
}

impl<'a> Printer<'a> {
    /// For the terminal at hand, or a pipe.
    pub(super) fn new(output: &'a mut Output, text: &'a Text, profile: Option<&'a str>) -> Self {
        let width = terminal_size::terminal_size().map_or(USUAL, |(width, _)| usize::from(width.0));
        Self { output, text, profile, width: width.clamp(40, WIDEST) }
    }

    pub(super) fn print(&mut self, view: &DiagnosisView) {
        let verdict = &view.verdict;
        let (mark, style) = match verdict.code.as_str() {
            "healthy" => ("✓", GOOD),
            "cannot_tell" => ("?", WARN),
            _ => ("✕", BAD),
        };
        let bold = style.bold();
        for line in wrap(&format!("{mark} {}", verdict.title), self.width, "", "  ") {
            self.output.line(Line::default().styled(bold, line));
        }
        self.paragraph(&verdict.explanation);
        if let Some(other) = &verdict.elsewhere {
            self.output.line("");
            self.paragraph(other);
        }
        self.evidence(&verdict.evidence);
        self.section("diagnosis-symptoms", &verdict.symptoms);
        self.fixes(view);
        self.section("diagnosis-also_found", &verdict.also_titles);
        self.checks(view);
    }

    fn paragraph(&mut self, text: &str) {
        self.wrapped(text, "  ", "  ");
    }

    fn wrapped(&mut self, text: &str, first: &str, others: &str) {
        for line in wrap(text, self.width, first, others) {
            self.output.line(line.trim_end());
        }
    }

    /// Prints the evidence: names in a column, and behind each what fits its line. Long paths and words of AWS do not
    /// move the lines of others.
    fn evidence(&mut self, rows: &[EvidenceView]) {
        if rows.is_empty() {
            return;
        }
        let heading = self.text.say("diagnosis-evidence");
        self.output.line(Line::from("\n  ").styled(BOLD, heading));
        let widest = rows.iter().map(|shown| visible_line(&shown.what).width()).max().unwrap_or_default();
        let indent = " ".repeat(INDENT + widest + 2);
        for shown in rows {
            let (place, value) = (place(shown), visible_line(shown.value.as_deref().unwrap_or_default()));
            let what = visible_line(&shown.what);
            let gap = " ".repeat(indent.width() - INDENT - what.width());
            let head = format!("{}{what}{gap}", " ".repeat(INDENT));
            if place.is_empty() {
                self.wrapped(&value, &head, &indent);
            } else if indent.width() + place.width() + 2 + value.width() <= self.width {
                let line = Line::from(head).styled(DIM, place);
                self.output.line(if value.is_empty() { line } else { line.plain(format!("  {value}")) });
            } else {
                self.output.line(Line::from(head).styled(DIM, place));
                self.wrapped(&value, &indent, &indent);
            }
        }
    }

    /// A heading, and below it one after another.
    fn section(&mut self, heading: &str, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        let heading = self.text.say(heading);
        self.output.line(Line::from("\n  ").styled(BOLD, heading));
        let (first, others) = (" ".repeat(INDENT), " ".repeat(INDENT + 2));
        for line in lines {
            self.wrapped(line, &first, &others);
        }
    }

    fn fixes(&mut self, view: &DiagnosisView) {
        if view.verdict.fixes.is_empty() {
            return;
        }
        let heading = self.text.say("diagnosis-fixes");
        self.output.line(Line::from("\n  ").styled(BOLD, heading));
        for fix in &view.verdict.fixes {
            self.fix(fix);
        }
    }

    fn fix(&mut self, fix: &FixView) {
        self.wrapped(&format!("→ {}", fix.title), "    ", "      ");
        for line in fix.diff.iter().flat_map(|diff| diff.lines()) {
            let style = match line.as_bytes() {
                [b'-', b'-', ..] | [b'+', b'+', ..] | [b'@', ..] => DIM,
                [b'-', ..] => BAD,
                [b'+', ..] => GOOD,
                _ => Style::new(),
            };
            self.output.line(Line::from("      ").styled(style, line));
        }
        let own = self.command(fix);
        for command in fix.command.iter().chain(own.as_ref()) {
            for line in command.lines() {
                self.output.line(Line::from("      ").styled(BOLD, line));
            }
        }
    }

    /// Returns the command with which doctor itself does it.
    fn command(&self, fix: &FixView) -> Option<String> {
        let by_us = ["delete_cache_files", "renew", "edit_aws_files", "edit_shell_file", "system_variables"];
        if !by_us.contains(&fix.code.as_str()) {
            return None;
        }
        let code = if fix.safe { String::new() } else { format!("={}", fix.code) };
        let profile = self.profile.map(|name| format!(" {}", argument(name))).unwrap_or_default();
        Some(format!("sandglass doctor --fix{code}{profile}"))
    }

    fn checks(&mut self, view: &DiagnosisView) {
        let heading = self.text.say("diagnosis-checks");
        self.output.line(Line::from("\n").styled(BOLD, heading));
        let rows: Vec<Vec<Cell>> = view.checks.iter().map(|check| self.row(check)).collect();
        self.output.lines(table::lines(rows));
        let used = view.checks.iter().find(|check| check.code == "credentials");
        self.used(used.map_or(&[], |check| &check.evidence));
    }

    /// Prints the credentials that each way to call AWS would really use.
    fn used(&mut self, rows: &[EvidenceView]) {
        if rows.is_empty() {
            return;
        }
        let heading = self.text.say("diagnosis-used");
        self.output.line(Line::from("\n").styled(BOLD, heading));
        let row = |row: &EvidenceView| {
            vec![
                Cell::new(&row.what, Style::new()),
                Cell::new(row.value.clone().unwrap_or_default(), Style::new()),
                Cell::new(row.place().unwrap_or_default(), DIM),
            ]
        };
        for line in table::lines(rows.iter().map(row).collect::<Vec<_>>()) {
            self.output.line(line.indented("  "));
        }
    }

    fn row(&self, check: &CheckView) -> Vec<Cell> {
        let (mark, style) = mark(&check.state);
        let name = self.text.say(&format!("check-{}", check.code));
        vec![Cell::new(mark, style), Cell::new(name, Style::new()), Cell::new(&check.detail, DIM)]
    }
}

/// Returns the place. A variable set in a file has both names.
fn place(shown: &EvidenceView) -> String {
    let place = shown.place().unwrap_or_default();
    let place = match (&shown.variable, shown.file.is_some()) {
        (Some(variable), true) => format!("{place} {variable}"),
        _ => place,
    };
    visible_line(&place).into_owned()
}

fn mark(state: &str) -> (&'static str, Style) {
    match state {
        "ok" => ("✓", GOOD),
        "warn" => ("!", WARN),
        "fail" => ("✕", BAD),
        _ => ("–", DIM),
    }
}
