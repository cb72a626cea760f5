//! A diagnosis as Markdown, to be pasted into a ticket: what `--json` says, so no secret.

use std::fmt::Write;

use super::doctor::{DiagnosisView, EvidenceView};
use crate::text::Text;

/// The report of a diagnosis.
pub fn report(view: &DiagnosisView, text: &Text) -> String {
    let verdict = &view.verdict;
    let mut lines = format!("# {}\n\n`{}` · `{}`\n\n", verdict.title, view.profile, verdict.code);
    if !verdict.explanation.is_empty() {
        let _ = writeln!(lines, "{}\n", verdict.explanation);
    }
    for shown in &verdict.evidence {
        let _ = writeln!(lines, "- {}", evidence(shown));
    }
    for other in &verdict.also_found {
        let _ = writeln!(lines, "- `{other}`");
    }
    lines.push('\n');
    for check in &view.checks {
        let name = text.say(&format!("check-{}", check.code));
        let _ = writeln!(lines, "- **{}** {name}: {}", check.state, check.detail);
        for shown in &check.evidence {
            let _ = writeln!(lines, "  - {}", evidence(shown));
        }
    }
    let _ = writeln!(lines, "\nSandglass {} · {} s", env!("CARGO_PKG_VERSION"), view.seconds);
    lines
}

/// `` ~/.zshrc:41 `AWS_PROFILE` = `x` ``, with what it is.
fn evidence(shown: &EvidenceView) -> String {
    let place = shown.file.as_ref().map(|file| match shown.line {
        Some(line) => format!("`{file}:{line}`"),
        None => format!("`{file}`"),
    });
    let variable = shown.variable.as_ref().map(|name| format!("`{name}`"));
    let value = shown.value.as_ref().map(|value| format!("= `{value}`"));
    let parts = [Some(shown.what.clone()), place, variable, value];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use crate::view::doctor::{CheckView, VerdictView};

    #[test]
    fn a_report_has_the_verdict_the_evidence_and_every_check() {
        let shown = EvidenceView {
            what: "set in".to_owned(),
            file: Some("~/.zshrc".to_owned()),
            line: Some(41),
            variable: Some("AWS_PROFILE".to_owned()),
            value: Some("dev".to_owned()),
        };
        let view = DiagnosisView {
            profile: "dev".to_owned(),
            verdict: VerdictView {
                code: "clock_skewed".to_owned(),
                title: "The clock is off".to_owned(),
                explanation: "By an hour.".to_owned(),
                evidence: vec![shown.clone()],
                also_found: vec!["no_credentials".to_owned()],
                symptoms: Vec::new(),
                fixes: Vec::new(),
            },
            checks: vec![CheckView {
                code: "clock".to_owned(),
                state: "fail".to_owned(),
                detail: "an hour ahead".to_owned(),
                evidence: vec![shown],
            }],
            seconds: 0.5,
        };
        let report = report(&view, &Text::new(Language::English));
        let line = "set in `~/.zshrc:41` `AWS_PROFILE` = `dev`";
        for part in
            ["# The clock is off", "By an hour.", line, "- `no_credentials`", "**fail** ", ": an hour ahead"]
        {
            assert!(report.contains(part), "{part}: {report}");
        }
        assert_eq!(report.matches(line).count(), 2);
    }
}
