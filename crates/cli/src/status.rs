//! `sandglass status`.

use std::collections::BTreeSet;
use std::time::Duration;

use anstyle::Style;
use sandglass_core::Timestamp;
use sandglass_core::export::shell_word;
use sandglass_core::json;
use sandglass_core::known::Known;
use sandglass_core::session::{Session as ProfileSession, SessionState};
use sandglass_core::snapshot::Snapshot;
use sandglass_engine::renew::verify;
use sandglass_engine::{Clock, SystemClock, Watch, profile_session, read_known, snapshot};

use crate::Session;
use crate::arguments::StatusArguments;
use crate::exit::Exit;
use crate::output::{BAD, BOLD, DIM, GOOD, WARN};
use crate::table::{self, Cell};
use crate::words;

/// Labels are whole minutes; half a minute is as late as one may be.
const REDRAW: Duration = Duration::from_secs(30);

pub(crate) async fn run(session: &mut Session, arguments: &StatusArguments) -> Exit {
    if !arguments.watch {
        return show(session, arguments).await;
    }
    let mut watch = match Watch::start(&session.environment) {
        Ok(watch) => watch,
        Err(error) => {
            session.output.error_line(error.to_string());
            return Exit::Failed;
        }
    };
    loop {
        if !arguments.json {
            session.output.clear();
        }
        let exit = show(session, arguments).await;
        if session.output.is_over() {
            return exit;
        }
        // Either way it is time to look again.
        if let Ok(Err(error)) = tokio::time::timeout(REDRAW, watch.changed()).await {
            session.output.error_line(error.to_string());
            return Exit::Failed;
        }
    }
}

async fn show(session: &mut Session, arguments: &StatusArguments) -> Exit {
    let now = SystemClock.now();
    let mut snapshot = snapshot(&session.environment);
    let known = read_known(&session.environment);
    let exit = select(session, &mut snapshot, &arguments.profiles);
    if arguments.verify {
        ask_aws(session, &mut snapshot).await;
    }
    for problem in &snapshot.problems {
        session.output.problem(problem, &session.text, &snapshot.paths);
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
                json::status(profile, attention.as_ref(), now, &session.text, &snapshot.paths)
            })
            .collect();
        session.output.json(&rows, arguments.watch);
    } else {
        let named = !arguments.profiles.is_empty() || arguments.verify;
        print(session, &snapshot, &known, now, named);
    }
    exit
}

/// Keeps what was asked for, in that order; a name that is in no file stands for itself, broken.
fn select(session: &Session, snapshot: &mut Snapshot, names: &[String]) -> Exit {
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
            selected.push(profile_session(&session.environment, name));
            exit = Exit::Failed;
        }
    }
    snapshot.sessions = selected;
    exit
}

/// Keys whose end nobody recorded: AWS knows whether they are still good.
async fn ask_aws(session: &Session, snapshot: &mut Snapshot) {
    for profile in snapshot.sessions.iter_mut().filter(|profile| profile.is_unrecorded()) {
        let answer = verify(&session.environment, &profile.profile, &SystemClock).await;
        profile.verified(answer);
    }
}

fn print(session: &mut Session, snapshot: &Snapshot, known: &Known, now: Timestamp, named: bool) {
    if snapshot.sessions.is_empty() && snapshot.problems.is_empty() {
        let paths = &snapshot.paths;
        let (config, credentials) = (paths.display(&paths.config), paths.display(&paths.credentials));
        let none =
            session.text.say_with("cli-no-profiles", &[("config", &config), ("credentials", &credentials)]);
        session.output.line(&none);
        return;
    }
    let mut rows = vec![header(session)];
    rows.extend(snapshot.sessions.iter().map(|profile| row(session, profile, now)));
    for line in table::lines(&rows) {
        session.output.line(line);
    }
    for profile in &snapshot.sessions {
        print_problems(session, snapshot, profile, now, named);
        print_refusal(session, snapshot, known, profile);
    }
    if !named {
        print_needs(session, snapshot, known, now);
    }
}

/// The watched profiles for which somebody must do something now, as the tray has it.
fn print_needs(session: &mut Session, snapshot: &Snapshot, known: &Known, now: Timestamp) {
    let needing: Vec<&str> = snapshot
        .watched(now)
        .into_iter()
        .filter(|profile| snapshot.attention(profile, known, now).is_some())
        .map(|profile| profile.profile.as_str())
        .collect();
    if !needing.is_empty() {
        let line = session.text.say_with("cli-needs-you", &[("profiles", &needing.join(", "))]);
        session.output.line(format!("\n{line}"));
    }
}

fn header(session: &Session) -> Vec<Cell> {
    ["cli-header-profile", "cli-header-state", "cli-header-left", "cli-header-renew", "cli-header-source"]
        .iter()
        .map(|column| Cell::new(session.text.say(column), BOLD))
        .collect()
}

fn row(session: &Session, profile: &ProfileSession, now: Timestamp) -> Vec<Cell> {
    let text = &session.text;
    let state = profile.state(now);
    let source = words::source(profile.source);
    vec![
        Cell::new(&profile.profile, Style::new()),
        Cell::new(text.say(words::state(state)), style(state)),
        Cell::new(left(session, profile, now), Style::new()),
        Cell::new(text.say(words::renewal(profile.renewable(now))), Style::new()),
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

fn left(session: &Session, profile: &ProfileSession, now: Timestamp) -> String {
    let Some(end) = profile.expires_at() else { return "—".to_owned() };
    if end > now {
        return session.text.time_left(end - now);
    }
    session.text.say_with("cli-ago", &[("duration", &session.text.duration(now - end))])
}

/// Why a profile is broken, always; what merely deserves attention, when the profile was named.
fn print_problems(
    session: &mut Session,
    snapshot: &Snapshot,
    profile: &ProfileSession,
    now: Timestamp,
    named: bool,
) {
    let problems = if named { profile.problems(now) } else { profile.errors.clone() };
    // What is wrong with a whole file was said once.
    for problem in problems.iter().filter(|problem| !snapshot.problems.contains(problem)) {
        let message = session.text.problem(problem, &snapshot.paths);
        let next = session.text.problem_next(problem, &snapshot.paths);
        session.output.line(format!("\n{}: {message}\n  → {next}", profile.profile));
    }
}

/// That the desktop program was refused a new session, which no file tells.
fn print_refusal(session: &mut Session, snapshot: &Snapshot, known: &Known, profile: &ProfileSession) {
    let Some(problem) = known.refusal(&profile.profile).filter(|_| profile.errors.is_empty()) else { return };
    let reason = session.text.problem_brief(&problem, &snapshot.paths);
    let message = session.text.say_with("session-renewal-failed", &[("reason", &reason)]);
    let command = format!("sandglass doctor {}", shell_word(&profile.profile));
    session.output.line(format!("\n{}: {message}\n  → {command}", profile.profile));
}
