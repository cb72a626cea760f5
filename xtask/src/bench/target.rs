//! Figures with the targets they are held to.

use std::fmt;

use crate::failure::{Failure, Result};

/// A figure that is better the smaller it is, and what it should be.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    what: String,
    unit: &'static str,
    measured: f64,
    target: f64,
}

impl Figure {
    pub(super) fn new(what: impl Into<String>, measured: f64, unit: &'static str, target: f64) -> Self {
        Self { what: what.into(), unit, measured, target }
    }

    /// Missed by half: machines differ, and one that is busy is no fault.
    fn is_missed(&self) -> bool {
        self.measured > self.target * 1.5
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, unit, measured, target } = self;
        let space = if unit.is_empty() { "" } else { " " };
        write!(f, "{what} | {measured:.1}{space}{unit} | {target}{space}{unit}")
    }
}

/// A table of them.
pub(super) fn table(figures: &[Figure]) -> String {
    let rows: Vec<String> = figures.iter().map(|figure| format!("{figure} |\n")).collect();
    format!("measured | is | should be under |\n---|---:|---:|\n{}", rows.concat())
}

/// Fails where one is missed by half, and names each.
pub(super) fn judge(figures: &[Figure]) -> Result<()> {
    let missed: Vec<String> =
        figures.iter().filter(|figure| figure.is_missed()).map(Figure::to_string).collect();
    if missed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("Missed by half or more:\n{}", missed.join("\n"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missed_by_half_fails_and_is_named() {
        let figure = |measured| Figure::new("`x`", measured, "ms", 60.0);
        assert!(judge(&[figure(12.0), figure(89.9)]).is_ok());
        let failed = judge(&[figure(12.0), figure(90.1)]).expect_err("it is missed");
        assert!(failed.to_string().contains("`x` | 90.1 ms | 60 ms"), "{failed}");
    }
}
