//! Environments for the unit tests of this crate.

use std::path::Path;

use sandglass_core::variables::Variables;

use crate::Environment;

/// The environment of a user with this home, and nothing else set.
pub(crate) fn environment(home: &Path) -> Environment {
    environment_with(home, &[])
}

/// The same with more variables.
pub(crate) fn environment_with(home: &Path, more: &[(&str, &str)]) -> Environment {
    let path = home.to_str().expect("text");
    // No unit test asks what this machine may be.
    let usual = [("HOME", path), ("USERPROFILE", path), ("AWS_EC2_METADATA_DISABLED", "true")];
    let variables: Variables = usual.iter().chain(more).copied().collect();
    Environment::from_variables(variables).expect("a home")
}
