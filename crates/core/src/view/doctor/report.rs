//! A diagnosis as Markdown for a ticket. It holds no secret, and on request no account id.

use std::fmt::Write;

use super::{DiagnosisView, EvidenceView};
use crate::text::Text;

/// Every AWS account id has so many digits.
const ACCOUNT: usize = 12;

/// The report.
pub fn report(view: &DiagnosisView, text: &Text, mask_accounts: bool) -> String {
    let verdict = &view.verdict;
    let mut out = String::new();
    let _ = writeln!(out, "# {}\n\n`{}`, `{}`\n", verdict.title, view.profile, verdict.code);
    let _ = writeln!(out, "{}", verdict.explanation);
    list(&mut out, &text.say("diagnosis-evidence"), verdict.evidence.iter().map(shown));
    list(&mut out, &text.say("diagnosis-symptoms"), verdict.symptoms.iter().cloned());
    list(
        &mut out,
        &text.say("diagnosis-also_found"),
        verdict.also_found.iter().map(|code| format!("`{code}`")),
    );
    list(&mut out, &text.say("diagnosis-fixes"), verdict.fixes.iter().map(|fix| fix.title.clone()));
    for diff in verdict.fixes.iter().filter_map(|fix| fix.diff.as_ref()) {
        let _ = writeln!(out, "\n```diff\n{diff}\n```");
    }
    let _ = writeln!(out, "\n## {}\n\n| | | |\n|---|---|---|", text.say("diagnosis-checks"));
    for check in &view.checks {
        let name = text.say(&format!("check-{}", check.code));
        let _ = writeln!(out, "| {} | {} | {} |", check.state, cell(&name), cell(&check.detail));
    }
    let used = view.checks.iter().filter(|check| check.code == "credentials");
    list(&mut out, &text.say("diagnosis-used"), used.flat_map(|check| &check.evidence).map(shown));
    if mask_accounts { without_accounts(&out) } else { out }
}

fn list(out: &mut String, heading: &str, items: impl Iterator<Item = String>) {
    let mut items = items.peekable();
    if items.peek().is_none() {
        return;
    }
    let _ = writeln!(out, "\n## {heading}\n");
    for item in items {
        let _ = writeln!(out, "- {item}");
    }
}

fn shown(evidence: &EvidenceView) -> String {
    let place = evidence.place().map(|place| format!(" `{place}`")).unwrap_or_default();
    let value = evidence.value.as_ref().filter(|value| !value.is_empty());
    let value = value.map(|value| format!(" = `{value}`")).unwrap_or_default();
    format!("{}:{place}{value}", evidence.what)
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace(['\n', '\r'], " ")
}

/// Puts stars in the place of every twelve digits that stand alone.
fn without_accounts(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut digits = String::new();
    for letter in text.chars().chain([' ']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        out.push_str(if digits.len() == ACCOUNT { "************" } else { &digits });
        digits.clear();
        out.push(letter);
    }
    out.pop();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn account_ids_are_masked_wherever_they_stand() {
        let text = "arn:aws:iam::123456789012:role/x 1234567890123 2026-11-25 210987654321";
        let masked = "arn:aws:iam::************:role/x 1234567890123 2026-11-25 ************";
        assert_eq!(without_accounts(text), masked);
    }
}
