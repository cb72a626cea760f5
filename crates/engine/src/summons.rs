//! Word from a second start to the first: show the window.

use std::path::PathBuf;

use crate::{Environment, store, wanted};

/// The ending of the file, by which the watch knows it.
pub(crate) const ENDING: &str = "summons";

fn path(environment: &Environment) -> PathBuf {
    wanted::directory(&environment.state_dir).join("window").with_extension(ENDING)
}

/// Leaves word that the window is wanted. Only our own user can: the directory is private.
pub fn leave(environment: &Environment) -> std::io::Result<()> {
    store::own_file(&path(environment), b"")
}

/// Takes the word, so that it is heard once.
pub fn take(environment: &Environment) -> bool {
    std::fs::remove_file(path(environment)).is_ok()
}
