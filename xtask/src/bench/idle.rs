//! What the desktop program does while nobody wants anything of it.

use std::collections::HashMap;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};
use std::{fs, thread};

use super::target::Figure;
use super::{Bench, MANY, release};
use crate::desktop::VirtualDesktop;
use crate::failure::{During as _, Result};
use crate::memory::{self, number_after};
use crate::programs::Group;
use crate::{say, setup};

/// How long the desktop program is left alone.
const IDLE: Duration = Duration::from_mins(2);
/// What it does at its start is not idleness; neither is the end of threads that did it.
const START: Duration = Duration::from_secs(20);
/// So often a thread may give the processor up in a minute, all threads together.
const MOST_SWITCHES: f64 = 10.0;
/// Threads that end take their counts with them: so it is looked so often.
const LOOK: Duration = Duration::from_secs(2);

/// Wake-ups and memory of the desktop program that watches eight of the profiles, one of which counts down.
pub(super) fn measure(bench: &Bench) -> Result<(Figure, String)> {
    setup::packages(&[Group::Desktop])?;
    let watched: Vec<String> = (0..7).map(|number| format!("account-{number}")).collect();
    let watch =
        bench.command(&release("sandglass")).args(["watch", "add", "project1"]).args(watched).output();
    watch.during(|| "sandglass cannot be started".to_owned())?;
    let mut desktop = VirtualDesktop::start(&bench.home.with_file_name("desktop"))?;
    desktop.start_panel()?;
    let mut command = desktop.command(&release("sandglass-desktop"));
    command.arg("--tray");
    bench.surround(&mut command);
    let running = command.stdin(Stdio::null()).spawn();
    let mut running = running.during(|| "sandglass-desktop cannot be started".to_owned())?;
    let measured = desktop.wait_for_icon(&mut || Ok(())).and_then(|_| {
        say::line(&format!("Leaving the desktop program alone for {} s …", (START + IDLE).as_secs()));
        thread::sleep(START);
        let switches = Switches::of(running.id(), IDLE)?;
        let memory = memory::kilobytes(running.id())?;
        Ok((switches, memory))
    });
    let _ = running.kill();
    let _ = running.wait();
    let (switches, memory) = measured?;
    let who = format!(
        "\nThe desktop program, idle with 8 watched of {} profiles: {} MB of memory (PSS); by thread, in {} s: {}.",
        MANY + 2,
        memory / 1024,
        IDLE.as_secs(),
        switches.by_thread()
    );
    let figure = Figure::new(
        "`sandglass-desktop`, idle, one session counting down: context switches a minute",
        switches.a_minute(IDLE),
        "",
        MOST_SWITCHES,
    );
    Ok((figure, who))
}

/// How often each thread gave the processor up, by name.
struct Switches(HashMap<String, u64>);

impl Switches {
    /// Counts for a while.
    fn of(process: u32, time: Duration) -> Result<Self> {
        let mut last = counts(process)?;
        let mut counted: HashMap<String, u64> = HashMap::new();
        let start = Instant::now();
        while start.elapsed() < time {
            thread::sleep(LOOK);
            let now = counts(process)?;
            for (thread, (name, count)) in &now {
                let before = last.get(thread).map_or(0, |(_, count)| *count);
                *counted.entry(name.clone()).or_default() += count.saturating_sub(before);
            }
            last = now;
        }
        Ok(Self(counted))
    }

    #[expect(clippy::cast_precision_loss, reason = "they are few")]
    fn a_minute(&self, time: Duration) -> f64 {
        self.0.values().sum::<u64>() as f64 * 60.0 / time.as_secs_f64()
    }

    fn by_thread(&self) -> String {
        let mut threads: Vec<(&String, &u64)> = self.0.iter().filter(|(_, count)| **count > 0).collect();
        threads.sort_unstable_by_key(|(name, count)| (std::cmp::Reverse(**count), *name));
        threads.iter().map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
    }
}

/// Of each thread of a process its name and how often it gave the processor up.
fn counts(process: u32) -> Result<HashMap<PathBuf, (String, u64)>> {
    let tasks = PathBuf::from(format!("/proc/{process}/task"));
    let entries = fs::read_dir(&tasks).during(|| format!("{} cannot be read", tasks.display()))?;
    let threads = entries.flatten().filter_map(|entry| {
        let status = fs::read_to_string(entry.path().join("status")).ok()?;
        let name =
            status.lines().find_map(|line| line.strip_prefix("Name:")).unwrap_or_default().trim().to_owned();
        Some((entry.path(), (name, number_after(&status, "voluntary_ctxt_switches:"))))
    });
    Ok(threads.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_are_named_the_busiest_first() {
        let switches =
            Switches([("a", 2), ("b", 90), ("c", 0)].map(|(name, count)| (name.to_owned(), count)).into());
        assert_eq!(switches.by_thread(), "b 90, a 2");
        assert!((switches.a_minute(Duration::from_mins(2)) - 46.0).abs() < f64::EPSILON);
    }
}
