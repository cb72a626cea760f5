//! Exit codes.

use std::process::ExitCode;

/// The outcome of a command; the worst of several counts, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// 0: done.
    Done,
    /// 3: a human is needed.
    HumanNeeded,
    /// 1: failed.
    Failed,
    /// 2: wrong usage that clap does not know of.
    Usage,
    /// 130: Ctrl-C, as shells count it.
    Interrupted,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::Failed => 1,
            Exit::Usage => 2,
            Exit::HumanNeeded => 3,
            Exit::Interrupted => 130,
        })
    }
}
