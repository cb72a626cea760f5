//! `doctor --fix`: doing what mends it, and looking again.

use std::sync::Arc;

use sandglass_core::resolve::Call;
use sandglass_doctor::json::DiagnosisRenderer;
use sandglass_doctor::{Cause, Check, Diagnosis, DiagnosisOptions, Finding, Fix, FixAction, Verdict};
use sandglass_engine::doctor::{Mended, mend};
use sandglass_engine::{SystemClock, os};

use crate::Session;
use crate::line::Line;
use crate::output::{BAD, DIM, GOOD};
use crate::prompt::TerminalPrompt;

/// So many causes may stand behind each other.
const MOST: usize = 8;

/// What is to be done.
#[derive(Clone, Copy)]
pub(super) enum Wanted<'a> {
    /// What is safe, until the call works or nothing safe is left.
    Safe,
    /// What mends this cause, or the fix of this code, once.
    Named(&'a str),
}

/// Mends, and diagnoses again; the last diagnosis, and whether everything that was tried worked.
pub(super) async fn run(
    session: &mut Session,
    call: &Call,
    options: &DiagnosisOptions,
    wanted: Wanted<'_>,
    mut diagnosis: Diagnosis,
) -> (Diagnosis, bool) {
    let mut failed = false;
    let mut tried: Vec<(Cause, &'static str)> = Vec::new();
    for _ in 0..MOST {
        let Some((finding, fix)) = choose(&diagnosis, wanted, &tried) else { break };
        tried.push((finding.cause, fix.code()));
        if !done(session, fix).await {
            failed = true;
            continue;
        }
        diagnosis = super::diagnose(session, call, options).await;
        if matches!(wanted, Wanted::Named(_)) {
            break;
        }
    }
    if let Wanted::Named(code) = wanted
        && tried.is_empty()
    {
        let line = session.text.say_with("doctor-no_fix", &[("code", code)]);
        session.output.error_line(Line::default().styled(BAD, line));
        return (diagnosis, false);
    }
    (diagnosis, !failed)
}

/// The next fix: one that was not tried before.
fn choose<'a>(
    diagnosis: &'a Diagnosis,
    wanted: Wanted<'_>,
    tried: &[(Cause, &'static str)],
) -> Option<(&'a Finding, &'a Fix)> {
    let root = match &diagnosis.verdict {
        Verdict::Cause(finding) => Some(finding.as_ref()),
        _ => None,
    };
    let fresh = |(finding, fix): &(&Finding, &Fix)| !tried.contains(&(finding.cause, fix.code()));
    let of = |finding: &'a Finding| finding.fixes.iter().map(move |fix| (finding, fix));
    match wanted {
        Wanted::Safe => root.into_iter().flat_map(of).filter(|(_, fix)| fix.is_safe()).find(fresh),
        Wanted::Named(code) => {
            let others = diagnosis.checks.iter().flat_map(|check: &Check| &check.findings);
            let doable = |(_, fix): &(&Finding, &Fix)| !matches!(fix.action, FixAction::Command(_));
            let named =
                |(finding, fix): &(&Finding, &Fix)| finding.cause.as_str() == code || fix.code() == code;
            root.into_iter().chain(others).flat_map(of).filter(doable).filter(named).find(fresh)
        }
    }
}

/// Shows a fix and does it; whether it was done.
async fn done(session: &mut Session, fix: &Fix) -> bool {
    let text = Arc::clone(&session.text);
    let shell = os::running_shell(&session.environment.variables);
    let view = DiagnosisRenderer { text: &text, paths: &session.environment.paths, shell }.fix(fix);
    session.output.error_line(format!("→ {}", view.title));
    for line in view.diff.iter().flat_map(|diff| diff.lines()) {
        session.output.error_line(Line::from("  ").styled(DIM, line));
    }
    let mut prompt = TerminalPrompt::new(None, Arc::clone(&session.text));
    match mend(&session.environment, fix, &mut prompt, &SystemClock).await {
        Ok(Mended::Done(paths)) => {
            let paths: Vec<String> =
                paths.iter().map(|path| session.environment.paths.display(path)).collect();
            let line = session.text.say_with("doctor-mended", &[("paths", &paths.join(", "))]);
            session.output.error_line(Line::default().styled(GOOD, line.trim()));
            true
        }
        Ok(Mended::LeftToPerson) => {
            session.output.error_line(session.text.say("doctor-left_to_person"));
            false
        }
        Err(problem) => {
            session.output.problem(&problem, &session.text, &session.environment.paths);
            false
        }
    }
}
