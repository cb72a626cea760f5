//! A diagnosis for people: the verdict first, then what shows it, what mends it, and every check in a line.

use anstyle::Style;
use sandglass_core::text::Text;
use sandglass_core::view::doctor::{CheckView, DiagnosisView, EvidenceView};

use crate::output::{BAD, BOLD, DIM, GOOD, Output, WARN};
use crate::table::{self, Cell};

pub(super) fn print(output: &mut Output, view: &DiagnosisView, text: &Text) {
    let verdict = &view.verdict;
    output.line(&format!("{BOLD}{}{BOLD:#}", verdict.title));
    output.line(&verdict.explanation);
    for evidence in &verdict.evidence {
        output.line(&format!("  {}", shown(evidence)));
    }
    for fix in &verdict.fixes {
        output.line(&format!("→ {}", fix.title));
    }
    output.line("");
    let rows: Vec<Vec<Cell>> = view.checks.iter().map(|check| row(check, text)).collect();
    for line in table::lines(&rows) {
        output.line(&line);
    }
}

fn shown(evidence: &EvidenceView) -> String {
    let place = match (&evidence.file, evidence.line) {
        (Some(file), Some(line)) => format!("{file}:{line}"),
        (Some(file), None) => file.clone(),
        (None, _) => evidence.variable.clone().unwrap_or_default(),
    };
    let value = evidence.value.as_ref().map_or_else(String::new, |value| format!(" = {value}"));
    format!("{}: {place}{value}", evidence.what)
}

fn row(check: &CheckView, text: &Text) -> Vec<Cell> {
    let (mark, style) = mark(&check.state);
    vec![
        Cell::new(mark, style),
        Cell::new(text.say(&format!("check-{}", check.code)), Style::new()),
        Cell::new(&check.detail, DIM),
    ]
}

fn mark(state: &str) -> (&'static str, Style) {
    match state {
        "ok" => ("✓", GOOD),
        "warn" => ("!", WARN),
        "fail" => ("✕", BAD),
        _ => ("–", DIM),
    }
}
