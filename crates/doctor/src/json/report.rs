//! Writes a diagnosis as Markdown for a ticket, without secrets and, on request, without account ids.

use std::fmt::Write;

use super::{DiagnosisView, EvidenceView, FixView, state_word};
use sandglass_core::text::Text;

/// Every AWS account id has so many digits.
const ACCOUNT: usize = 12;

/// The report.
pub fn report(view: &DiagnosisView, text: &Text, mask_accounts: bool) -> String {
    let verdict = &view.verdict;
    let mut out = String::new();
    let _ = writeln!(out, "# {}\n\n`{}`, `{}`\n", verdict.title, view.profile, verdict.code);
    let _ = writeln!(out, "{}", verdict.explanation);
    if let Some(other) = &verdict.elsewhere {
        let _ = writeln!(out, "\n{other}");
    }
    list(&mut out, &text.say("diagnosis-evidence"), verdict.evidence.iter().map(shown));
    list(&mut out, &text.say("diagnosis-symptoms"), verdict.symptoms.iter().cloned());
    list(&mut out, &text.say("diagnosis-also_found"), verdict.also_titles.iter().cloned());
    fixes(&mut out, &text.say("diagnosis-fixes"), &verdict.fixes);
    let _ = writeln!(out, "\n## {}\n", text.say("diagnosis-checks"));
    for check in &view.checks {
        let (state, name) = (state_word(text, &check.state), text.say(&format!("check-{}", check.code)));
        let _ = writeln!(out, "- **{state}** {name}: {}", in_a_line(&check.detail));
        for evidence in &check.evidence {
            let _ = writeln!(out, "  - {}", shown(evidence));
        }
    }
    let _ = writeln!(out, "\nSandglass {} · {} s", env!("CARGO_PKG_VERSION"), view.seconds);
    if mask_accounts { without_accounts(&out) } else { out }
}

fn list(out: &mut String, heading: &str, items: impl Iterator<Item = String>) {
    let mut items = items.peekable();
    if items.peek().is_none() {
        return;
    }
    let _ = writeln!(out, "\n## {heading}\n");
    for item in items {
        let _ = writeln!(out, "- {}", in_a_line(&item));
    }
}

/// Each with what it does below it.
fn fixes(out: &mut String, heading: &str, fixes: &[FixView]) {
    if fixes.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n## {heading}");
    for fix in fixes {
        let _ = writeln!(out, "\n{}", in_a_line(&fix.title));
        for (kind, block) in [("sh", &fix.command), ("diff", &fix.diff)] {
            let Some(block) = block else { continue };
            // A line of a file may be a fence itself.
            let fence = if block.contains("```") { "~~~~" } else { "```" };
            let _ = writeln!(out, "\n{fence}{kind}\n{}\n{fence}", block.trim_end());
        }
    }
}

/// An entry of a list ends with its line.
fn in_a_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(evidence: &EvidenceView) -> String {
    let place = evidence.file.as_ref().map(|file| match evidence.line {
        Some(line) => format!(" `{file}:{line}`"),
        None => format!(" `{file}`"),
    });
    let variable = evidence.variable.as_ref().map(|name| format!(" `{name}`"));
    let value = evidence.value.as_ref().filter(|value| !value.is_empty());
    let value = value.map(|value| format!(" = `{value}`"));
    let parts: String = [place, variable, value].into_iter().flatten().collect();
    in_a_line(&format!("{}:{parts}", evidence.what))
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
    use crate::json::{CheckView, VerdictView};
    use sandglass_core::text::Language;

    #[test]
    fn account_ids_are_masked_wherever_they_stand() {
        let text = "arn:aws:iam::123456789012:role/x 1234567890123 2026-11-25 210987654321";
        let masked = "arn:aws:iam::************:role/x 1234567890123 2026-11-25 ************";
        assert_eq!(without_accounts(text), masked);
    }

    #[test]
    fn a_report_is_whole_in_both_languages() {
        let shown = EvidenceView {
            what: "set in".to_owned(),
            file: Some("~/.zshrc".to_owned()),
            line: Some(41),
            variable: Some("AWS_PROFILE".to_owned()),
            value: Some("dev\nx".to_owned()),
        };
        let fix = |title: &str, command: Option<&str>, diff: Option<&str>| FixView {
            code: "command".to_owned(),
            title: title.to_owned(),
            safe: false,
            command: command.map(str::to_owned),
            diff: diff.map(str::to_owned),
        };
        let view = DiagnosisView {
            profile: "dev".to_owned(),
            verdict: VerdictView {
                code: "clock_skewed".to_owned(),
                title: "The clock is off".to_owned(),
                explanation: "By an hour, says arn:aws:iam::123456789012:role/x.".to_owned(),
                evidence: vec![shown.clone()],
                also_found: vec!["no_credentials".to_owned()],
                also_titles: vec!["Profile “dev” has no credentials".to_owned()],
                symptoms: vec!["RequestExpired".to_owned()],
                elsewhere: None,
                fixes: vec![
                    fix("Set the clock", Some("sudo timedatectl set-ntp true"), None),
                    fix("Edit it", None, Some("-a\n+```\n")),
                ],
            },
            checks: vec![CheckView {
                code: "clock".to_owned(),
                state: "fail".to_owned(),
                detail: "an hour\nahead".to_owned(),
                evidence: vec![shown],
            }],
            seconds: 0.5,
        };
        for language in [Language::English, Language::Portuguese] {
            insta::assert_snapshot!(
                format!("report-{language:?}"),
                report(&view, &Text::new(language), language == Language::Portuguese)
            );
        }
    }
}
