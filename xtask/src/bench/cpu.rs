//! How much processor time commands take, in user and kernel mode together: unlike the time on the clock, it is about
//! the same on a machine that does other things too.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::target::Figure;
use super::{Bench, CREDENTIALS, many, release, role, write};
use crate::failure::{During as _, Failure, Result};
use crate::process;

/// A person who works for a very large company has so many profiles.
const MANY: usize = 5000;
/// The commands that are tried with them, how often, and their targets in milliseconds.
const COMMANDS: [(&[&str], u32, f64); 3] =
    [(&["status"], 20, 60.0), (&["profile", "list"], 20, 60.0), (&["credentials", "project1"], 100, 6.0)];

/// What is read at one go must take less than a second for so many bytes.
const PER: f64 = 10.0 * 1024.0 * 1024.0;

/// A text that grows in one way.
struct Growing {
    what: &'static str,
    file: &'static str,
    text: fn() -> String,
    /// Reads it.
    command: &'static [&'static str],
}

/// Reads both files whole, and asks nobody.
const READ: &[&str] = &["credentials", "project1"];

const GROWING: [Growing; 5] = [
    Growing {
        what: "50,000 keys in a section",
        file: ".aws/config",
        text: || format!("[profile x]\n{}", lines(50_000, |at| format!("key_{at} = {at}"))),
        command: READ,
    },
    Growing {
        what: "100,000 sections",
        file: ".aws/config",
        text: || lines(100_000, |at| format!("[profile x{at}]\nregion = eu-west-1")),
        command: READ,
    },
    Growing {
        what: "1,000,000 bad lines",
        file: ".aws/config",
        text: || format!("[profile x]\n{}", "no setting\n".repeat(1_000_000)),
        command: READ,
    },
    Growing {
        what: "50,000 keys in a nested block",
        file: ".aws/config",
        text: || format!("[profile x]\ns3 =\n{}", lines(50_000, |at| format!("  key_{at} = {at}"))),
        command: READ,
    },
    Growing {
        what: "50,000 exports in a shell's file",
        file: ".bashrc",
        text: || lines(50_000, |at| format!("export NAME_{at}={at}")),
        command: &["doctor", "--offline", "project1"],
    },
];

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(|at| line(at) + "\n").collect()
}

/// Measures commands with very many profiles.
pub(super) fn commands(bench: &Bench) -> Result<Vec<Figure>> {
    write(&bench.home.join(".aws/config"), &many(MANY))?;
    COMMANDS
        .iter()
        .map(|(arguments, runs, target)| {
            let mut command = bench.command(&release("sandglass"));
            let taken = milliseconds(command.args(*arguments), *runs)?;
            let what = format!("`sandglass {}`, {MANY} profiles, processor time", arguments[0]);
            Ok(Figure::new(what, taken, "ms", *target))
        })
        .collect()
}

/// Measures how reading grows with what is read.
pub(super) fn growth(bench: &Bench) -> Result<Vec<Figure>> {
    let figures = GROWING.iter().map(|growing| grown(bench, growing)).collect();
    let _ = fs::remove_file(bench.home.join(".bashrc"));
    figures
}

fn grown(bench: &Bench, growing: &Growing) -> Result<Figure> {
    let own = |file: &str| bench.home.join(file);
    write(&own(".aws/config"), &role("project1"))?;
    write(&own(".aws/credentials"), CREDENTIALS)?;
    let command = || {
        let mut command = bench.command(&release("sandglass"));
        // With no AWS CLI in reach none is asked for its version.
        command.args(growing.command).env("SHELL", "/bin/bash").env("PATH", &bench.home);
        command
    };
    // What the command does besides.
    let before = milliseconds(&mut command(), 3)?;
    let text = (growing.text)();
    let ours = if growing.command == READ { role("project1") } else { String::new() };
    write(&own(growing.file), &(ours + &text))?;
    let taken = milliseconds(&mut command(), 3)? - before;
    #[expect(clippy::cast_precision_loss, reason = "of megabytes nothing is lost")]
    let share = PER / text.len() as f64;
    Ok(Figure::new(
        format!("reading {}, for 10 MB, processor time", growing.what),
        taken * share / 1000.0,
        "s",
        1.0,
    ))
}

/// The processor time of one run, on average.
fn milliseconds(command: &mut Command, runs: u32) -> Result<f64> {
    // The first one finds its files on the disk.
    process::output_whatever_the_code(command)?;
    let before = of_ended_children()?;
    for _ in 0..runs {
        process::output_whatever_the_code(command)?;
    }
    Ok((of_ended_children()? - before) / f64::from(runs))
}

/// The processor time of all programs that were started here and have ended, in milliseconds.
fn of_ended_children() -> Result<f64> {
    let path = Path::new("/proc/self/stat");
    let text = fs::read_to_string(path).during(|| format!("{} cannot be read", path.display()))?;
    children_time(&text).ok_or_else(|| Failure::new(format!("{} says no times", path.display())))
}

/// The sixteenth and seventeenth field of `/proc/PID/stat`, in hundredths of a second as on every Linux. The second is a
/// name in brackets, which may hold anything.
fn children_time(stat: &str) -> Option<f64> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(13).map(str::parse::<u32>);
    let (user, kernel) = (fields.next()?.ok()?, fields.next()?.ok()?);
    Some(f64::from(user + kernel) * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_ended_children_is_read() {
        let stat = "12 (a b) c) S 1 12 12 0 -1 4194560 1 2 0 0 5 6 70 8 20 0 1 0 100 0 0\n";
        assert_eq!(children_time(stat), Some(780.0));
        assert_eq!(children_time("12 (x) S 1"), None);
    }

    #[test]
    fn each_text_grows_as_it_says() {
        let counts = [50_001, 200_000, 1_000_001, 50_002, 50_000];
        for (growing, count) in GROWING.iter().zip(counts) {
            assert_eq!((growing.text)().lines().count(), count, "{}", growing.what);
        }
    }
}
