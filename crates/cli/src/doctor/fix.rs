//! `sandglass doctor --fix`: applies fixes and diagnoses again.

use std::sync::Arc;

use sandglass_core::resolve::Call;
use sandglass_doctor::json::{DiagnosisRenderer, InstantForm};
use sandglass_doctor::{Cause, Check, Diagnosis, DiagnosisOptions, Finding, Fix, FixAction, Verdict};
use sandglass_engine::doctor::{AppliedFix, apply_fix};
use sandglass_engine::{Environment, SystemClock, os};

use crate::CliContext;
use crate::in_place::asking;
use crate::line::Line;
use crate::output::{BAD, DIM, GOOD};
use crate::prompt::TerminalPrompt;

/// The number of causes that may stand behind each other.
const MOST: usize = 8;

/// The fixes that are asked for.
#[derive(Clone, Copy)]
pub(super) enum FixRequest<'a> {
    /// Every safe fix, until the call works or nothing safe is left.
    Safe,
    /// The fix of this cause, or of this code, once.
    Named(&'a str),
}

/// Fixes, and diagnoses again; the last diagnosis, and whether everything that was tried worked.
pub(super) async fn run(
    context: &mut CliContext,
    call: &Call,
    options: &DiagnosisOptions,
    request: FixRequest<'_>,
    mut diagnosis: Diagnosis,
) -> (Diagnosis, bool) {
    let mut failed = false;
    let mut tried: Vec<(Cause, &'static str)> = Vec::new();
    for _ in 0..MOST {
        let Some((finding, fix)) = choose(&diagnosis, request, &tried) else { break };
        tried.push((finding.cause, fix.code()));
        if !done(context, fix).await {
            failed = true;
            continue;
        }
        diagnosis = super::diagnose(context, call, options).await;
        if matches!(request, FixRequest::Named(_)) {
            break;
        }
    }
    if let FixRequest::Named(code) = request
        && tried.is_empty()
    {
        let line = context.text.say_with("doctor-no_fix", &[("code", code)]);
        context.output.error_line(Line::default().styled(BAD, line));
        return (diagnosis, false);
    }
    (diagnosis, !failed)
}

/// The next fix: one that was not tried before.
fn choose<'a>(
    diagnosis: &'a Diagnosis,
    request: FixRequest<'_>,
    tried: &[(Cause, &'static str)],
) -> Option<(&'a Finding, &'a Fix)> {
    let root = match &diagnosis.verdict {
        Verdict::Cause(finding) => Some(finding.as_ref()),
        _ => None,
    };
    let fresh = |(finding, fix): &(&Finding, &Fix)| !tried.contains(&(finding.cause, fix.code()));
    let of = |finding: &'a Finding| finding.fixes.iter().map(move |fix| (finding, fix));
    match request {
        FixRequest::Safe => root.into_iter().flat_map(of).filter(|(_, fix)| fix.is_safe()).find(fresh),
        FixRequest::Named(code) => {
            let others = diagnosis.checks.iter().flat_map(|check: &Check| &check.findings);
            let doable = |(_, fix): &(&Finding, &Fix)| !matches!(fix.action, FixAction::Command(_));
            let named =
                |(finding, fix): &(&Finding, &Fix)| finding.cause.as_str() == code || fix.code() == code;
            root.into_iter().chain(others).flat_map(of).filter(doable).filter(named).find(fresh)
        }
    }
}

/// Shows a fix and does it; whether it was done.
async fn done(context: &mut CliContext, fix: &Fix) -> bool {
    let text = Arc::clone(&context.text);
    let shell = os::running_shell(&context.environment.variables);
    let view = DiagnosisRenderer {
        text: &text,
        paths: &context.environment.paths,
        shell,
        instants: InstantForm::Utc,
    }
    .fix(fix);
    context.output.error_line(format!("→ {}", view.title));
    for line in view.diff.iter().flat_map(|diff| diff.lines()) {
        context.output.error_line(Line::from("  ").styled(DIM, line));
    }
    let mut prompt = TerminalPrompt::new(None, Arc::clone(&context.text));
    let apply =
        async |environment: &Environment| apply_fix(environment, fix, &mut prompt, &SystemClock).await;
    match asking(context, apply).await {
        Ok(AppliedFix::Done(paths) | AppliedFix::Cleaned { files: paths, .. }) => {
            let paths: Vec<String> =
                paths.iter().map(|path| context.environment.paths.display(path)).collect();
            let line = context.text.say_with("doctor-fixed", &[("paths", &paths.join(", "))]);
            context.output.error_line(Line::default().styled(GOOD, line.trim()));
            true
        }
        Ok(AppliedFix::LeftToPerson) => {
            context.output.error_line(context.text.say("doctor-left_to_person"));
            false
        }
        Err(problem) => {
            context.output.problem(&problem, &context.text, &context.environment.paths);
            false
        }
    }
}
