//! Requests from a second start to the running desktop program: show the window or the quick switcher.

use std::path::PathBuf;

use crate::{Environment, renewal_request, store};

/// The ending of the files, by which the watch knows them.
pub(crate) const ENDING: &str = "summons";

/// The thing to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShowRequest {
    /// The window.
    Window,
    /// The quick switcher.
    Switcher,
}

fn path(environment: &Environment, what: ShowRequest) -> PathBuf {
    let name = match what {
        ShowRequest::Window => "window",
        ShowRequest::Switcher => "switcher",
    };
    renewal_request::directory(&environment.state_dir).join(name).with_extension(ENDING)
}

/// Leaves word that something is wanted. Only our own user can: the directory is private.
pub fn post(environment: &Environment, what: ShowRequest) -> std::io::Result<()> {
    store::own_file(&path(environment, what), b"")
}

/// Takes the word, so that it is heard once.
pub fn drain(environment: &Environment) -> Vec<ShowRequest> {
    let left = |what: &ShowRequest| std::fs::remove_file(path(environment, *what)).is_ok();
    [ShowRequest::Window, ShowRequest::Switcher].into_iter().filter(left).collect()
}
