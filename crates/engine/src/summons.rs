//! Word from a second start to the first: show the window, or the quick switcher.

use std::path::PathBuf;

use crate::{Environment, store, wanted};

/// The ending of the files, by which the watch knows them.
pub(crate) const ENDING: &str = "summons";

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Summons {
    /// The window.
    Window,
    /// The quick switcher.
    Switcher,
}

fn path(environment: &Environment, what: Summons) -> PathBuf {
    let name = match what {
        Summons::Window => "window",
        Summons::Switcher => "switcher",
    };
    wanted::directory(&environment.state_dir).join(name).with_extension(ENDING)
}

/// Leaves word that something is wanted. Only our own user can: the directory is private.
pub fn leave(environment: &Environment, what: Summons) -> std::io::Result<()> {
    store::own_file(&path(environment, what), b"")
}

/// Takes the word, so that it is heard once.
pub fn take(environment: &Environment) -> Vec<Summons> {
    let left = |what: &Summons| std::fs::remove_file(path(environment, *what)).is_ok();
    [Summons::Window, Summons::Switcher].into_iter().filter(left).collect()
}
