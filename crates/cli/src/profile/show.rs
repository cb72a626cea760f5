//! Shows profiles, their settings and their past changes.

use anstyle::Style;
use sandglass_core::json::{self, SettingShown};
use sandglass_core::problem::Problem;
use sandglass_engine::{Clock, SystemClock, profiles};
use serde_json::Value;

use crate::CliContext;
use crate::exit::Exit;
use crate::output::{BAD, BOLD, DIM};
use crate::table::{self, Cell};
use crate::words;
use sandglass_core::session::SessionKind;

pub(super) fn list(context: &mut CliContext, json: bool) -> Exit {
    let found = profiles::list(&context.environment);
    let (text, now) = (&context.text, SystemClock.now());
    if json {
        let views = json::listed(&found.sessions, &found.problems, now, text, &found.paths);
        context.output.json(&views, false);
    } else if found.sessions.is_empty() && found.problems.is_empty() {
        context.output.line(text.say("cli-profile-none"));
    } else {
        let header = ["cli-header-profile", "cli-header-kind", "cli-header-problems"]
            .map(|column| Cell::new(text.say(column), BOLD));
        let rows = found.sessions.iter().map(|one| {
            let problems: Vec<String> =
                one.problems(now).iter().map(|problem| text.problem_brief(problem, &found.paths)).collect();
            vec![
                Cell::new(one.profile.as_str(), Style::new()),
                Cell::new(text.say(words::kind(SessionKind::from_session(one))), Style::new()),
                Cell::new(problems.join(", "), BAD),
            ]
        });
        let rows: Vec<Vec<Cell>> = std::iter::once(Vec::from(header)).chain(rows).collect();
        context.output.lines(table::lines(rows));
    }
    for problem in &found.problems {
        context.output.problem(problem, &context.text, &found.paths);
    }
    if found.problems.is_empty() { Exit::Done } else { Exit::Failed }
}

/// The changes that can be taken back, newest first; those that were, and can be made again.
pub(super) fn past(context: &mut CliContext) -> Exit {
    let past = profiles::past_changes(&context.environment);
    if past.is_empty() {
        context.output.line(context.text.say("cli-profile-no-past"));
        return Exit::Done;
    }
    let rows: Vec<Vec<Cell>> = past
        .iter()
        .map(|change| {
            let at = change.at.with_timezone(&chrono::Local).format("%Y-%m-%d %H:%M");
            let undone =
                if change.undone { context.text.say("cli-profile-was-undone") } else { String::new() };
            vec![
                Cell::new(at.to_string(), DIM),
                Cell::new(change.summary.said(&context.text), Style::new()),
                Cell::new(undone, DIM),
            ]
        })
        .collect();
    context.output.lines(table::lines(rows));
    Exit::Done
}

pub(super) fn one(context: &mut CliContext, name: &str, json: bool) -> Result<Exit, Problem> {
    let (profile, found) = profiles::show(&context.environment, name)?;
    let paths = &context.environment.paths;
    let now = SystemClock.now();
    let shown = json::shown(&profile, &found, now, &context.text, paths);
    if json {
        context.output.json(&shown, false);
        return Ok(Exit::Done);
    }
    let header = ["cli-header-key", "cli-header-value", "cli-header-where"]
        .map(|column| Cell::new(context.text.say(column), BOLD));
    let rows = shown.settings.iter().flat_map(|setting| rows(context, setting));
    let rows: Vec<Vec<Cell>> = std::iter::once(Vec::from(header)).chain(rows).collect();
    context.output.lines(table::lines(rows));
    for problem in found.problems(now) {
        context.output.problem(&problem, &context.text, &context.environment.paths);
    }
    Ok(Exit::Done)
}

/// A nested block has a row for each of its settings.
fn rows(context: &CliContext, setting: &SettingShown) -> Vec<Vec<Cell>> {
    let place = |file: &str, line: usize| {
        format!("{}:{line}", context.environment.paths.display(std::path::Path::new(file)))
    };
    let mut at = place(&setting.file, setting.line);
    if let Some(other) = &setting.overrides {
        let other = place(&other.file, other.line);
        at = format!("{at} ({})", context.text.say_with("cli-profile-overrides", &[("place", &other)]));
    }
    let row = |key: String, value: &Value, at: &str| {
        let value = value.as_str().unwrap_or_default();
        vec![Cell::new(key, Style::new()), Cell::new(value, Style::new()), Cell::new(at, DIM)]
    };
    match &setting.value {
        Value::Object(block) => {
            block.iter().map(|(inner, value)| row(format!("{}.{inner}", setting.key), value, &at)).collect()
        }
        value => vec![row(setting.key.clone(), value, &at)],
    }
}
