//! Measures how fast the real window opens, and what it leaves behind.

use std::fmt;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

use super::{Bench, release, role, write};
use crate::desktop::VirtualDesktop;
use crate::failure::{During as _, Failure, Result};
use crate::programs::Group;
use crate::{memory, say, setup};

/// Homes of so many profiles, and within how many milliseconds their window must be drawn.
const HOMES: [(usize, u64); 2] = [(300, 500), (5000, 900)];
/// So often the window is opened and closed.
const TIMES: usize = 10;
/// So much more, in kilobytes, may everything hold after the last close than after the second.
const MOST_MORE: u64 = 15 * 1024;
/// Longer than an opening takes on any machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// Between two looks at what sends no event.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

const TITLE: &str = "^Sandglass$";

/// What opening and closing the window of one home showed.
pub(super) struct Opened {
    profiles: usize,
    limit: u64,
    /// From the wish to the drawn page, in milliseconds, in the order of opening.
    drawn: Vec<u64>,
    /// Of the whole tree of processes after each close, in kilobytes.
    after: Vec<u64>,
}

/// Opens the window of each home again and again.
pub(super) fn measure(bench: &Bench) -> Result<Vec<Opened>> {
    setup::packages(&[Group::Desktop])?;
    HOMES.iter().map(|(profiles, limit)| opened(bench, *profiles, *limit)).collect()
}

fn opened(bench: &Bench, profiles: usize, limit: u64) -> Result<Opened> {
    say::line(&format!("Opening and closing the window with {profiles} profiles {TIMES} times …"));
    let config: String = (0..profiles).map(|number| role(&format!("account-{number}"))).collect();
    write(&bench.home.join(".aws/config"), &config)?;
    let log = bench.home.join(".local/state/sandglass/sandglass.log");
    let _ = fs::remove_file(&log);
    let mut desktop = VirtualDesktop::start(&bench.home.with_file_name(format!("desktop-{profiles}")))?;
    desktop.start_panel()?;
    let start = |argument: &str| -> Result<Child> {
        let mut command = desktop.command(&release("sandglass-desktop"));
        command.arg(argument).stdin(Stdio::null()).stderr(Stdio::null());
        bench.surround(&mut command);
        command.spawn().during(|| "sandglass-desktop cannot be started".to_owned())
    };
    let mut running = start("--tray")?;
    let rounds = || -> Result<Vec<u64>> {
        wait_for("the icon", || desktop.wait_for_icon(&mut || Ok(())))?;
        let mut after = Vec::new();
        for time in 1..=TIMES {
            start("--open")?.wait().during(|| "sandglass-desktop does not end".to_owned())?;
            wait_for("the window", || Ok(drawn(&log).len() >= time))?;
            desktop.close(TITLE)?;
            wait_for("its end", || Ok(!memory::has_child(running.id(), "WebKitWebProces")))?;
            after.push(memory::kilobytes_of_tree(running.id()));
        }
        Ok(after)
    };
    let after = rounds();
    let _ = running.kill();
    let _ = running.wait();
    Ok(Opened { profiles, limit, drawn: drawn(&log), after: after? })
}

/// The times the log tells of.
fn drawn(log: &Path) -> Vec<u64> {
    let text = fs::read_to_string(log).unwrap_or_default();
    let times = text.lines().filter_map(|line| line.split_once(" page_drawn page=window after_ms="));
    times.filter_map(|(_, time)| time.trim().parse().ok()).collect()
}

fn wait_for(what: &str, mut is_so: impl FnMut() -> Result<bool>) -> Result<()> {
    let start = Instant::now();
    while !is_so()? {
        if start.elapsed() > PATIENCE {
            return Err(Failure::new(format!("waited in vain for {what}")));
        }
        thread::sleep(LOOK_AGAIN);
    }
    Ok(())
}

impl Opened {
    fn median(&self) -> u64 {
        let mut times = self.drawn.clone();
        times.sort_unstable();
        times.get(times.len() / 2).copied().unwrap_or(u64::MAX)
    }

    fn more(&self) -> u64 {
        let second = self.after.get(1).copied().unwrap_or(0);
        self.after.last().copied().unwrap_or(0).saturating_sub(second)
    }

    /// Fails where it is not what it must be.
    pub(super) fn judge(&self) -> Result<()> {
        let Self { profiles, limit, .. } = self;
        if self.median() >= *limit {
            return Err(Failure::new(format!(
                "With {profiles} profiles the window is drawn after {} ms, not within {limit} ms.",
                self.median()
            )));
        }
        if self.more() > MOST_MORE {
            return Err(Failure::new(format!(
                "After {TIMES} openings with {profiles} profiles {} kB more are held than after two.",
                self.more()
            )));
        }
        Ok(())
    }
}

impl fmt::Display for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.drawn.first().copied().unwrap_or(0);
        write!(
            f,
            "The window with {} profiles: drawn {} ms after it was asked for (median of {}; the first {first} ms); {} MB \
             more after {TIMES} closings than after two.",
            self.profiles,
            self.median(),
            self.drawn.len(),
            self.more() / 1024
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_or_a_growing_window_fails() {
        let opened = |time, last| Opened {
            profiles: 300,
            limit: 500,
            drawn: vec![time; 10],
            after: vec![90_000, 100_000, last],
        };
        assert!(opened(499, 110_000).judge().is_ok());
        assert!(opened(500, 110_000).judge().is_err());
        assert!(opened(400, 116_000).judge().is_err());
    }
}
