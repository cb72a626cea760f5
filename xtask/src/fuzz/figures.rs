//! Turns what libFuzzer says of a run into a table to be kept.

use std::fmt::Write as _;

use crate::failure::Result;

/// One target, tried.
pub(super) struct Figures {
    seconds: u64,
    pub(super) executions: u64,
    /// Edges of the code that were reached.
    edges: u64,
    /// Inputs that reach something no other does.
    kept: u64,
    /// Of the slowest input.
    slowest_seconds: u64,
    megabytes: u64,
}

impl Figures {
    /// Of what libFuzzer wrote.
    pub(super) fn read(told: &str, seconds: u64) -> Self {
        let stat = |name: &str| {
            let line = told.lines().find_map(|line| line.strip_prefix("stat::")?.strip_prefix(name));
            line.and_then(|rest| rest.trim_start_matches(':').trim().parse().ok()).unwrap_or_default()
        };
        let last = told
            .lines()
            .rev()
            .find(|line| line.starts_with('#') && line.contains("cov: "))
            .unwrap_or_default();
        let after = |name: &str| {
            let word =
                last.split(name).nth(1).and_then(|rest| rest.split([' ', '/']).find(|part| !part.is_empty()));
            word.and_then(|word| word.parse().ok()).unwrap_or_default()
        };
        Self {
            seconds,
            executions: stat("number_of_executed_units"),
            edges: after("cov:"),
            kept: after("corp:"),
            slowest_seconds: stat("slowest_unit_time_sec"),
            megabytes: stat("peak_rss_mb"),
        }
    }

    pub(super) fn short(&self) -> String {
        format!("{} inputs in {} s, {} edges", self.executions, self.seconds, self.edges)
    }
}

/// A table for `docs/reliability.md`.
pub(super) fn table(results: &[(&str, Result<Figures>)]) -> String {
    let mut table =
        String::from("target | seconds | inputs | edges reached | inputs kept | slowest | memory |\n");
    table += "---|---:|---:|---:|---:|---:|---:|\n";
    for (name, result) in results {
        let _ = match result {
            Ok(figures) => writeln!(
                table,
                "{name} | {} | {} | {} | {} | {} s | {} MB |",
                figures.seconds,
                figures.executions,
                figures.edges,
                figures.kept,
                figures.slowest_seconds,
                figures.megabytes
            ),
            Err(_) => writeln!(table, "{name} | FAILED | | | | | |"),
        };
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Failure;

    const TOLD: &str = "\
#2048\tpulse  cov: 900 ft: 1200 corp: 50/2Kb lim: 21 exec/s: 1024 rss: 60Mb
#9000\tDONE   cov: 1234 ft: 4321 corp: 321/11Kb lim: 8192 exec/s: 3000 rss: 71Mb
Done 9000 runs in 4 second(s)
stat::number_of_executed_units: 9000
stat::average_exec_per_sec:     2250
stat::slowest_unit_time_sec:    1
stat::peak_rss_mb:              71
";

    #[test]
    fn figures_are_those_of_the_end() {
        let figures = Figures::read(TOLD, 4);
        assert_eq!(figures.short(), "9000 inputs in 4 s, 1234 edges");
        let table = table(&[("expiry", Ok(figures)), ("masks", Err(Failure::new("no")))]);
        assert!(
            table.contains("expiry | 4 | 9000 | 1234 | 321 | 1 s | 71 MB |\nmasks | FAILED |"),
            "{table}"
        );
    }
}
