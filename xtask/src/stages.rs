//! A task as a row of stages: a progress line before each, a table of their times at the end, also after a failure.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Result};
use crate::say;

/// One stage of a task that keeps what it finds out in `C`.
pub(crate) struct Stage<C> {
    pub(crate) name: &'static str,
    /// What it does, for the progress line.
    pub(crate) does: &'static str,
    pub(crate) run: fn(&mut C) -> Result<Outcome>,
}

/// How a stage that did not fail ended.
pub(crate) enum Outcome {
    Done,
    /// Done, and this is worth a place in the table.
    Noted(String),
    Skipped(String),
}

struct Row {
    name: &'static str,
    time: Option<Duration>,
    result: String,
}

/// Runs the stages in order and stops at the first that fails, but prints the table either way.
pub(crate) fn run<'s, C: 's>(stages: impl IntoIterator<Item = &'s Stage<C>>, context: &mut C) -> Result<()> {
    let stages: Vec<&Stage<C>> = stages.into_iter().collect();
    let mut rows = Vec::new();
    let mut failure = None;
    for (index, stage) in stages.iter().enumerate() {
        if failure.is_some() {
            rows.push(Row { name: stage.name, time: None, result: "not run".to_owned() });
            continue;
        }
        say::line(&format!("\n[{}/{}] {}: {}", index + 1, stages.len(), stage.name, stage.does));
        let started = Instant::now();
        let outcome = (stage.run)(context);
        let result = match outcome {
            Ok(Outcome::Done) => "ok".to_owned(),
            Ok(Outcome::Noted(note)) => format!("ok, {note}"),
            Ok(Outcome::Skipped(reason)) => format!("skipped: {reason}"),
            Err(error) => {
                failure = Some(Failure::new(format!("{}: {error}", stage.name)));
                "FAILED".to_owned()
            }
        };
        rows.push(Row { name: stage.name, time: Some(started.elapsed()), result });
    }
    say::line(&format!("\n{}", table(&rows)));
    failure.map_or(Ok(()), Err)
}

fn table(rows: &[Row]) -> String {
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or(0).max("total".len());
    let mut text = format!("{:width$}  {:>10}  result\n", "stage", "time");
    for row in rows {
        let time = row.time.map_or_else(|| "-".to_owned(), in_words);
        let _ = writeln!(text, "{:width$}  {time:>10}  {}", row.name, row.result);
    }
    let total = in_words(rows.iter().filter_map(|row| row.time).sum());
    let _ = write!(text, "{:width$}  {total:>10}", "total");
    text
}

fn in_words(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        return format!("{:.1} s", time.as_secs_f64());
    }
    format!("{} min {:02} s", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_lines_up_and_sums() {
        let rows = [
            Row { name: "packages", time: Some(Duration::from_millis(420)), result: "ok".to_owned() },
            Row { name: "tests", time: Some(Duration::from_secs(125)), result: "FAILED".to_owned() },
            Row { name: "git", time: None, result: "not run".to_owned() },
        ];
        let expected = "\
stage           time  result
packages       0.4 s  ok
tests     2 min 05 s  FAILED
git                -  not run
total     2 min 05 s";
        assert_eq!(table(&rows), expected);
    }

    #[test]
    fn nothing_runs_after_a_failure() {
        #[expect(clippy::unnecessary_wraps, reason = "a stage's signature")]
        fn fine(log: &mut Vec<&'static str>) -> Result<Outcome> {
            log.push("fine");
            Ok(Outcome::Done)
        }
        fn broken(log: &mut Vec<&'static str>) -> Result<Outcome> {
            log.push("broken");
            Err(Failure::new("no"))
        }
        let stages = [
            Stage { name: "one", does: "works", run: fine },
            Stage { name: "two", does: "fails", run: broken },
            Stage { name: "three", does: "never runs", run: fine },
        ];
        let mut log = Vec::new();
        let failure = run(&stages, &mut log).expect_err("stage two fails");
        assert_eq!(failure.to_string(), "two: no");
        assert_eq!(log, ["fine", "broken"]);
    }
}
