//! The user a desktop runs as. sway refuses to run as root, so where root tests, it is another user.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::Result;
use crate::process;

/// The user who owns nothing on any system.
const NOBODY: u32 = 65534;

/// The owner of a desktop's programs and files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum User {
    /// Whoever runs us.
    Ourselves,
    /// The user with this number, who has no rights.
    Other(u32),
}

impl User {
    /// Whoever runs us, unless that is root.
    pub(super) fn but_not_root() -> Self {
        if is_root() { Self::Other(NOBODY) } else { Self::Ourselves }
    }

    /// A command of this user's that the kernel ends when the thread that started it does.
    pub(super) fn bound(self, program: &Path) -> Command {
        let mut command = self.setpriv();
        command.args(["--pdeathsig", "TERM", "--"]).arg(program);
        command
    }

    /// A command of this user's.
    pub(super) fn command(self, program: &Path) -> Command {
        if self == Self::Ourselves {
            return Command::new(program);
        }
        let mut command = self.setpriv();
        command.arg("--").arg(program);
        command
    }

    /// It sets what it is told and becomes the program: its process id is the program's.
    fn setpriv(self) -> Command {
        let mut command = Command::new("setpriv");
        if let Self::Other(number) = self {
            let number = number.to_string();
            command.args(["--reuid", &number, "--regid", &number, "--clear-groups"]);
        }
        command
    }

    /// Has this user own a file or a directory with all that is in it.
    pub(super) fn give(self, path: &Path) -> Result<()> {
        let Self::Other(number) = self else { return Ok(()) };
        let mut chown = Command::new("chown");
        process::output(chown.args(["-hR", &format!("{number}:{number}"), "--"]).arg(path)).map(drop)
    }
}

/// Whether root runs us. Elsewhere than on Unix nobody is.
pub(crate) fn is_root() -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
    }
    #[cfg(not(unix))]
    false
}
