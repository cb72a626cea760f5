//! A diagnosis for people: the verdict first, then what shows it, what mends it, and every check in a line.

use anstyle::Style;
use sandglass_core::text::Text;
use sandglass_core::view::doctor::{CheckView, DiagnosisView, EvidenceView, FixView};
use sandglass_core::view::shell_word;

use super::wrap::wrap;
use crate::output::{BAD, BOLD, DIM, GOOD, Output, WARN};
use crate::table::{self, Cell};

/// Lines that are longer are hard to read.
const WIDEST: usize = 100;
/// What a terminal has that does not tell.
const USUAL: usize = 80;

/// Where everything goes.
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
            self.output.line(&format!("{bold}{line}{bold:#}"));
        }
        self.paragraph(&verdict.explanation);
        self.section("diagnosis-evidence", &rows_of(&verdict.evidence));
        let symptoms: Vec<Vec<Cell>> =
            verdict.symptoms.iter().map(|symptom| vec![Cell::new(symptom, Style::new())]).collect();
        self.section("diagnosis-symptoms", &symptoms);
        self.fixes(view);
        if !verdict.also_found.is_empty() {
            self.output.line("");
            let line = format!("{} {}", self.text.say("diagnosis-also_found"), verdict.also_found.join(", "));
            self.paragraph(&line);
        }
        self.checks(view);
    }

    fn paragraph(&mut self, text: &str) {
        for line in wrap(text, self.width, "  ", "  ") {
            self.output.line(&line);
        }
    }

    fn section(&mut self, heading: &str, rows: &[Vec<Cell>]) {
        if rows.is_empty() {
            return;
        }
        let heading = self.text.say(heading);
        self.output.line(&format!("\n  {BOLD}{heading}{BOLD:#}"));
        for line in table::lines(rows) {
            self.output.line(&format!("    {}", line.trim_end()));
        }
    }

    fn fixes(&mut self, view: &DiagnosisView) {
        if view.verdict.fixes.is_empty() {
            return;
        }
        let heading = self.text.say("diagnosis-fixes");
        self.output.line(&format!("\n  {BOLD}{heading}{BOLD:#}"));
        for fix in &view.verdict.fixes {
            self.fix(fix);
        }
    }

    fn fix(&mut self, fix: &FixView) {
        for line in wrap(&format!("→ {}", fix.title), self.width, "    ", "      ") {
            self.output.line(&line);
        }
        for line in fix.diff.iter().flat_map(|diff| diff.lines()) {
            let style = match line.as_bytes() {
                [b'-', b'-', ..] | [b'+', b'+', ..] | [b'@', ..] => DIM,
                [b'-', ..] => BAD,
                [b'+', ..] => GOOD,
                _ => Style::new(),
            };
            self.output.line(&format!("      {style}{line}{style:#}"));
        }
        let own = self.command(fix);
        for command in fix.command.iter().chain(own.as_ref()) {
            for line in command.lines() {
                self.output.line(&format!("      {BOLD}{line}{BOLD:#}"));
            }
        }
    }

    /// How doctor itself does it.
    fn command(&self, fix: &FixView) -> Option<String> {
        let by_us = ["delete_cache_files", "renew", "edit_aws_files", "edit_shell_file", "system_variables"];
        if !by_us.contains(&fix.code.as_str()) {
            return None;
        }
        let code = if fix.safe { String::new() } else { format!("={}", fix.code) };
        let profile = self.profile.map(|name| format!(" {}", shell_word(name))).unwrap_or_default();
        Some(format!("sandglass doctor{profile} --fix{code}"))
    }

    fn checks(&mut self, view: &DiagnosisView) {
        let heading = self.text.say("diagnosis-checks");
        self.output.line(&format!("\n{BOLD}{heading}{BOLD:#}"));
        let rows: Vec<Vec<Cell>> = view.checks.iter().map(|check| self.row(check)).collect();
        for line in table::lines(&rows) {
            self.output.line(&line);
        }
        let used = view.checks.iter().find(|check| check.code == "credentials");
        self.used(used.map_or(&[], |check| &check.evidence));
    }

    /// What each way to call AWS would really use.
    fn used(&mut self, rows: &[EvidenceView]) {
        if rows.is_empty() {
            return;
        }
        let heading = self.text.say("diagnosis-used");
        self.output.line(&format!("\n{BOLD}{heading}{BOLD:#}"));
        let row = |row: &EvidenceView| {
            vec![
                Cell::new(&row.what, Style::new()),
                Cell::new(row.value.clone().unwrap_or_default(), Style::new()),
                Cell::new(row.place().unwrap_or_default(), DIM),
            ]
        };
        for line in table::lines(&rows.iter().map(row).collect::<Vec<_>>()) {
            self.output.line(&format!("  {}", line.trim_end()));
        }
    }

    fn row(&self, check: &CheckView) -> Vec<Cell> {
        let (mark, style) = mark(&check.state);
        let name = self.text.say(&format!("check-{}", check.code));
        vec![Cell::new(mark, style), Cell::new(name, Style::new()), Cell::new(&check.detail, DIM)]
    }
}

fn rows_of(evidence: &[EvidenceView]) -> Vec<Vec<Cell>> {
    let row = |shown: &EvidenceView| {
        // A variable set in a file has both names.
        let place = match (&shown.variable, shown.file.is_some()) {
            (Some(variable), true) => format!("{} {variable}", shown.place().unwrap_or_default()),
            _ => shown.place().unwrap_or_default(),
        };
        vec![
            Cell::new(&shown.what, Style::new()),
            Cell::new(place, DIM),
            Cell::new(shown.value.clone().unwrap_or_default(), Style::new()),
        ]
    };
    evidence.iter().map(row).collect()
}

fn mark(state: &str) -> (&'static str, Style) {
    match state {
        "ok" => ("✓", GOOD),
        "warn" => ("!", WARN),
        "fail" => ("✕", BAD),
        _ => ("–", DIM),
    }
}
