//! `sandglass status`: shows how long each profile's session lasts.

use std::collections::BTreeSet;
use std::time::Duration;

use anstyle::Style;
use sandglass_core::Timestamp;
use sandglass_core::export::shell_word;
use sandglass_core::json;
use sandglass_core::known::Known;
use sandglass_core::session::{Session, SessionState};
use sandglass_core::snapshot::Snapshot;
use sandglass_engine::renew::verify;
use sandglass_engine::{Clock, SystemClock, Watch, profile_session, read_known, snapshot};

use crate::CliContext;
use crate::arguments::StatusArguments;
use crate::exit::Exit;
use crate::output::{BAD, BOLD, DIM, GOOD, WARN};
use crate::table::{self, Cell};
use crate::words;

/// Labels are whole minutes; half a minute is as late as one may be.
const REDRAW: Duration = Duration::from_secs(30);

pub(crate) async fn run(context: &mut CliContext, arguments: &StatusArguments) -> Exit {
    if !arguments.watch {
        return show(context, arguments).await;
    }
    let mut watch = match Watch::start(&context.environment) {
        Ok(watch) => watch,
        Err(error) => {
            context.output.error_line(error.to_string());
            return Exit::Failed;
        }
    };
    loop {
        if !arguments.json {
            context.output.clear();
        }
        let exit = show(context, arguments).await;
        if context.output.is_over() {
            return exit;
        }
        // Either way it is time to look again.
        if let Ok(Err(error)) = tokio::time::timeout(REDRAW, watch.changed()).await {
            context.output.error_line(error.to_string());
            return Exit::Failed;
        }
    }
}

async fn show(context: &mut CliContext, arguments: &StatusArguments) -> Exit {
    let now = SystemClock.now();
    let mut snapshot = snapshot(&context.environment);
    let known = read_known(&context.environment);
    let exit = select(context, &mut snapshot, &arguments.profiles);
    if arguments.verify {
        ask_aws(context, &mut snapshot).await;
    }
    for problem in &snapshot.problems {
        context.output.problem(problem, &context.text, &snapshot.paths);
    }
    if arguments.json {
        let watched: BTreeSet<String> =
            snapshot.watched(now).into_iter().map(|profile| profile.profile.clone()).collect();
        let rows: Vec<_> = snapshot
            .sessions
            .iter()
            .map(|profile| {
                let attention =
                    snapshot.attention(profile, &known, now).filter(|_| watched.contains(&profile.profile));
                json::status(profile, attention.as_ref(), now, &context.text, &snapshot.paths)
            })
            .collect();
        context.output.json(&rows, arguments.watch);
    } else {
        let named = !arguments.profiles.is_empty() || arguments.verify;
        print(context, &snapshot, &known, now, named);
    }
    exit
}

/// Keeps what was asked for, in that order; a name that is in no file stands for itself, broken.
fn select(context: &CliContext, snapshot: &mut Snapshot, names: &[String]) -> Exit {
    let mut exit = if snapshot.problems.is_empty() { Exit::Done } else { Exit::Failed };
    if names.is_empty() {
        return exit;
    }
    let mut seen = BTreeSet::new();
    let mut selected = Vec::new();
    for name in names.iter().filter(|name| seen.insert(name.as_str())) {
        if let Some(found) = snapshot.session(name) {
            selected.push(found.clone());
        } else {
            selected.push(profile_session(&context.environment, name));
            exit = Exit::Failed;
        }
    }
    snapshot.sessions = selected;
    exit
}

/// Keys whose end nobody recorded: AWS knows whether they are still good.
async fn ask_aws(context: &CliContext, snapshot: &mut Snapshot) {
    for profile in snapshot.sessions.iter_mut().filter(|profile| profile.is_unrecorded()) {
        let answer = verify(&context.environment, &profile.profile, &SystemClock).await;
        profile.verified(answer);
    }
}

fn print(context: &mut CliContext, snapshot: &Snapshot, known: &Known, now: Timestamp, named: bool) {
    if snapshot.sessions.is_empty() && snapshot.problems.is_empty() {
        let paths = &snapshot.paths;
        let (config, credentials) = (paths.display(&paths.config), paths.display(&paths.credentials));
        let none =
            context.text.say_with("cli-no-profiles", &[("config", &config), ("credentials", &credentials)]);
        context.output.line(&none);
        return;
    }
    let mut rows = vec![header(context)];
    rows.extend(snapshot.sessions.iter().map(|profile| row(context, profile, now)));
    context.output.lines(table::lines(rows));
    for profile in &snapshot.sessions {
        print_problems(context, snapshot, profile, now, named);
        print_refusal(context, snapshot, known, profile);
    }
    if !named {
        print_needs(context, snapshot, known, now);
    }
}

/// The watched profiles for which somebody must do something now, as the tray has it.
fn print_needs(context: &mut CliContext, snapshot: &Snapshot, known: &Known, now: Timestamp) {
    let needing: Vec<&str> = snapshot
        .watched(now)
        .into_iter()
        .filter(|profile| snapshot.attention(profile, known, now).is_some())
        .map(|profile| profile.profile.as_str())
        .collect();
    if !needing.is_empty() {
        let line = context.text.say_with("cli-needs-you", &[("profiles", &needing.join(", "))]);
        context.output.line(format!("\n{line}"));
    }
}

fn header(context: &CliContext) -> Vec<Cell> {
    ["cli-header-profile", "cli-header-state", "cli-header-left", "cli-header-renew", "cli-header-source"]
        .iter()
        .map(|column| Cell::new(context.text.say(column), BOLD))
        .collect()
}

fn row(context: &CliContext, profile: &Session, now: Timestamp) -> Vec<Cell> {
    let text = &context.text;
    let state = profile.state(now);
    let source = words::source(profile.source);
    vec![
        Cell::new(&profile.profile, Style::new()),
        Cell::new(text.say(words::state(state)), style(state)),
        Cell::new(left(context, profile, now), Style::new()),
        Cell::new(text.say(words::renewal(&profile.needs(now))), Style::new()),
        Cell::new(text.say(source), DIM),
    ]
}

fn style(state: SessionState) -> Style {
    match state {
        SessionState::Fresh => GOOD,
        SessionState::Expiring => WARN,
        SessionState::Expired | SessionState::Broken => BAD,
        SessionState::SignedOut | SessionState::Unknown | SessionState::NoExpiry | SessionState::None => DIM,
    }
}

fn left(context: &CliContext, profile: &Session, now: Timestamp) -> String {
    let Some(end) = profile.expires_at() else { return "—".to_owned() };
    if end > now {
        return context.text.time_left(end - now);
    }
    context.text.say_with("cli-ago", &[("duration", &context.text.duration(now - end))])
}

/// Prints the reasons why a profile is broken and, if the profile was named, what merely deserves attention.
fn print_problems(
    context: &mut CliContext,
    snapshot: &Snapshot,
    profile: &Session,
    now: Timestamp,
    named: bool,
) {
    let problems = if named { profile.problems(now) } else { profile.errors.clone() };
    // What is wrong with a whole file was said once.
    for problem in problems.iter().filter(|problem| !snapshot.problems.contains(problem)) {
        let message = context.text.problem(problem, &snapshot.paths);
        let next = context.text.problem_next(problem, &snapshot.paths);
        context.output.line(format!("\n{}: {message}\n  → {next}", profile.profile));
    }
}

/// Prints that the desktop program was refused a new session, which no file tells.
fn print_refusal(context: &mut CliContext, snapshot: &Snapshot, known: &Known, profile: &Session) {
    let Some(problem) = known.refusal(&profile.profile).filter(|_| profile.errors.is_empty()) else { return };
    let reason = context.text.problem_brief(&problem, &snapshot.paths);
    let message = context.text.say_with("session-renewal-failed", &[("reason", &reason)]);
    let command = format!("sandglass doctor {}", shell_word(&profile.profile));
    context.output.line(format!("\n{}: {message}\n  → {command}", profile.profile));
}
