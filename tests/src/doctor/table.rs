//! Writes the results to `docs/doctor-results.md`.

use std::fmt::Write;

use super::run::{After, Before, Outcome};
use super::{Case, Family};

/// A table in Markdown, one line a case. It says nothing that differs from run to run.
pub fn markdown(results: &[(&Case, Outcome)]) -> String {
    let mut text =
        "| case | family | AWS CLI before | verdict | also found | AWS CLI after a safe fix |\n|---|---|---|---|---|---|\n"
            .to_owned();
    for (case, outcome) in results {
        let before = match outcome.before {
            Before::Works => "works",
            Before::OtherIdentity => "other identity",
            Before::Fails(_) => "fails",
        };
        let after = match outcome.after {
            Some(After::Works) => "works",
            Some(After::NextFault) => "the next fault is named",
            Some(After::Fails) => "fails",
            None => "–",
        };
        let also: Vec<_> = case.also.iter().map(|code| format!("`{code}`")).collect();
        let _ = writeln!(
            text,
            "| {} | {} | {before} | `{}` | {} | {after} |",
            case.name,
            case.family.words(),
            outcome.verdict,
            also.join(" ")
        );
    }
    text
}

/// How many cases each family has.
pub fn families(cases: &[Case]) -> Vec<(Family, usize)> {
    let mut found: Vec<(Family, usize)> = Vec::new();
    for case in cases {
        match found.iter_mut().find(|(family, _)| *family == case.family) {
            Some((_, count)) => *count += 1,
            None => found.push((case.family, 1)),
        }
    }
    found
}
