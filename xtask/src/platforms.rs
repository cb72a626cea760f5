//! `cargo xtask check-platforms`: Windows and macOS, type-checked.

use crate::failure::{Failure, Result};

/// Type-checks for each system.
pub(crate) fn check() -> Result<()> {
    Err(Failure::new("check-platforms is not built yet"))
}
