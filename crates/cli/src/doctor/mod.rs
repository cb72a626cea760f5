//! `sandglass doctor`: diagnoses a call of the AWS CLI.

mod fix;
mod print;
mod wrap;

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use sandglass_core::export::Shell;
use sandglass_core::paths::AwsPaths;
use sandglass_core::resolve::Call;
use sandglass_core::text::{Language, Text};
use sandglass_core::variables::Variables;
use sandglass_doctor::json::{DiagnosisRenderer, DiagnosisView, InstantForm, report};
use sandglass_doctor::{Check, Diagnosis, DiagnosisOptions, SeenFrom, Verdict};
use sandglass_engine::{SystemClock, doctor, os};

use crate::CliContext;
use crate::arguments::{DoctorArguments, SAFE};
use crate::exit::Exit;
use crate::output::Output;
use fix::FixRequest;
use print::Printer;

/// No error message is longer; what is, is a log somebody piped in.
const LONGEST_ERROR: u64 = 256 * 1024;

pub(crate) async fn run(context: &mut CliContext, arguments: &DoctorArguments) -> Exit {
    let started = Instant::now();
    let call = arguments.profile.clone().map_or(Call::Bare, Call::Profile);
    let options = DiagnosisOptions { error: error(arguments), offline: arguments.offline };
    let mut diagnosis = diagnose(context, &call, &options).await;
    let mut fixed = true;
    if let Some(code) = &arguments.fix {
        let request = if code == SAFE { FixRequest::Safe } else { FixRequest::Named(code) };
        (diagnosis, fixed) = fix::run(context, &call, &options, request, diagnosis).await;
    }
    let words = DiagnosisRenderer {
        text: &context.text,
        paths: &context.environment.paths,
        shell: os::running_shell(&context.environment.variables),
        // What is read elsewhere is in nobody's time.
        instants: if arguments.form.json || arguments.form.report {
            InstantForm::Utc
        } else {
            InstantForm::Local(&os::local_time)
        },
    };
    let view = words.diagnosis(&diagnosis, started.elapsed().as_secs_f64());
    show(&mut context.output, arguments, &view, &context.text);
    if fixed { exit(&diagnosis) } else { exit(&diagnosis).max(Exit::Failed) }
}

/// Diagnoses, and says on a terminal how far it is.
async fn diagnose(context: &mut CliContext, call: &Call, options: &DiagnosisOptions) -> Diagnosis {
    let said = AtomicUsize::new(0);
    let text = Arc::clone(&context.text);
    let progress = |check: &Check| {
        // All are through at once in the end: only those that come before are worth a line.
        if said.fetch_add(1, Ordering::Relaxed) < BEFORE_THE_END {
            Output::new().progress(&text.say(&format!("check-{}", check.code.as_str())));
        }
    };
    let environment = &context.environment;
    doctor::diagnose(environment, call.clone(), SeenFrom::Terminal, options, &SystemClock, &progress).await
}

/// The number of checks that are through before the last answer of AWS.
const BEFORE_THE_END: usize = 6;

/// Answers when the home directory is not known.
pub(crate) fn without_home(output: &mut Output, arguments: &DoctorArguments) -> Exit {
    let diagnosis = sandglass_doctor::without_home();
    let text = Text::new(Language::English);
    let nowhere = AwsPaths::new("".as_ref(), &Variables::default());
    let words =
        DiagnosisRenderer { text: &text, paths: &nowhere, shell: Shell::Bash, instants: InstantForm::Utc };
    show(output, arguments, &words.diagnosis(&diagnosis, 0.0), &text);
    exit(&diagnosis)
}

fn show(output: &mut Output, arguments: &DoctorArguments, view: &DiagnosisView, text: &Text) {
    if arguments.form.json {
        output.json(view, false);
    } else if arguments.form.report {
        output.text(&report(view, text, arguments.form.mask_accounts));
    } else {
        Printer::new(output, text, arguments.profile.as_deref()).print(view);
    }
}

fn exit(diagnosis: &Diagnosis) -> Exit {
    match diagnosis.verdict {
        Verdict::Healthy => Exit::Done,
        Verdict::Cause(_) => Exit::Failed,
        Verdict::CannotTell(_) => Exit::HumanNeeded,
    }
}

/// The message that was given, or what of standard input is read of it.
fn error(arguments: &DoctorArguments) -> Option<String> {
    let given = arguments.error.as_deref()?;
    if given != "-" {
        return Some(given.to_owned());
    }
    let mut bytes = Vec::new();
    // What cannot be read is no message.
    let _ = std::io::stdin().take(LONGEST_ERROR).read_to_end(&mut bytes);
    Some(String::from_utf8_lossy(&bytes).into_owned())
}
