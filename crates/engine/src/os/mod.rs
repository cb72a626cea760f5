//! Code that differs between operating systems.

use std::path::{Path, PathBuf};

use sandglass_core::Timestamp;
use sandglass_core::variables::Variables;

mod access;
mod demo_shell;
mod end;
mod hardening;
#[cfg(windows)]
mod job;
mod memory;
mod program;
mod replace;
pub(crate) mod run;
mod shell;
mod standard_output;
mod system_variables;
#[cfg(any(windows, target_os = "macos"))]
mod wake;

pub(crate) use access::{
    FileIdentity, TELLS_FILES_APART, has_other_names, is_at, is_mount, keep_access, mode, open_own,
    unwritable,
};
pub use demo_shell::{in_home, private_temporary_directory, same_owner, shell_in_home};
pub use end::asked_to_end;
pub use hardening::{no_core_dumps, no_looking_in};
pub use memory::{give_back_memory, share_memory};
pub(crate) use program::{SPLITTING, is_program, programs_named};
pub(crate) use replace::{RENAME_KEEPS_ACCESS, exchange, patiently};
pub use shell::{login_shell, running_shell};
pub use standard_output::StandardOutput;
pub(crate) use system_variables::{remove_system_variable, system_variables};
#[cfg(any(windows, target_os = "macos"))]
pub use wake::on_wake;

/// The variables that name the home directory, as Python's `expanduser` reads them.
#[cfg(windows)]
pub(crate) const HOME_VARIABLES: &[&str] = &["USERPROFILE", "HOME"];
/// The variables that name the home directory, as Python's `expanduser` reads them.
#[cfg(not(windows))]
pub(crate) const HOME_VARIABLES: &[&str] = &["HOME", "USERPROFILE"];

/// True where whoever uses the computer always sees windows, unless they came over the network.
pub(crate) const HAS_DISPLAY_OF_ITS_OWN: bool = cfg!(any(windows, target_os = "macos"));

/// A file that is always empty.
pub(crate) const NULL_DEVICE: &str = if cfg!(windows) { "NUL" } else { "/dev/null" };

/// The command that sets the clock by the network's time.
pub(crate) const SET_CLOCK: &str = if cfg!(windows) {
    "w32tm /resync"
} else if cfg!(target_os = "macos") {
    "sudo sntp -sS time.apple.com"
} else {
    "sudo timedatectl set-ntp true"
};

/// Our own directories.
pub(crate) struct Directories {
    /// The directory for settings of this user's programs.
    pub(crate) config_home: PathBuf,
    pub(crate) config: PathBuf,
    pub(crate) state: PathBuf,
}

impl Directories {
    /// XDG on Linux, `Library/Application Support` on macOS, `%APPDATA%` and `%LOCALAPPDATA%` on
    /// Windows.
    pub(crate) fn new(home: &Path, variables: &Variables) -> Self {
        let from = |name: &str, fallback: &str| {
            let set = variables.non_empty(name).map(PathBuf::from).filter(|path| path.is_absolute());
            set.unwrap_or_else(|| home.join(fallback))
        };
        let (config_home, state_home, name) = if cfg!(windows) {
            (from("APPDATA", "AppData/Roaming"), from("LOCALAPPDATA", "AppData/Local"), "Sandglass")
        } else if cfg!(target_os = "macos") {
            let support = home.join("Library/Application Support");
            (support.clone(), support, "Sandglass")
        } else {
            (from("XDG_CONFIG_HOME", ".config"), from("XDG_STATE_HOME", ".local/state"), "sandglass")
        };
        Self { config: config_home.join(name), state: state_home.join(name), config_home }
    }
}

/// True if the user's locale is said by variables, as on Linux; elsewhere the system keeps it.
pub(crate) const LOCALE_IN_VARIABLES: bool = cfg!(not(any(target_os = "macos", windows)));

/// A wall-clock time of this machine's zone; the earlier one in the hour that comes twice.
pub(crate) fn local_to_utc(time: chrono::NaiveDateTime) -> Option<Timestamp> {
    time.and_local_timezone(chrono::Local).earliest().map(Timestamp::from)
}

/// The wall-clock time of this machine's zone.
pub(crate) fn utc_to_local(at: Timestamp) -> chrono::NaiveDateTime {
    at.with_timezone(&chrono::Local).naive_local()
}

/// A moment as a person at this machine reads it: `2026-11-23 22:51`.
pub fn local_time(at: Timestamp) -> String {
    utc_to_local(at).format("%Y-%m-%d %H:%M").to_string()
}

/// Six in the morning of the day after `now`, where this machine is: nobody who pauses in the evening
/// wants to be woken at midnight.
pub fn tomorrow_morning(now: Timestamp) -> Timestamp {
    let day = now.with_timezone(&chrono::Local).date_naive() + chrono::TimeDelta::days(1);
    day.and_hms_opt(6, 0, 0).and_then(local_to_utc).unwrap_or(now + chrono::TimeDelta::hours(12))
}

/// Makes a file readable by its owner only when it is created (Unix; elsewhere the profile
/// directory's own access rules hold).
pub(crate) fn owner_only(options: &mut std::fs::OpenOptions) -> &mut std::fs::OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// Does not wait for whoever writes into a pipe, should there be one in the place of a file.
pub(crate) fn without_waiting(options: &mut std::fs::OpenOptions) -> &mut std::fs::OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(options, NOT_WAITING);
    options
}

/// `O_NONBLOCK`, and no terminal of ours.
#[cfg(unix)]
const NOT_WAITING: i32 = {
    let flags = rustix::fs::OFlags::NONBLOCK.union(rustix::fs::OFlags::NOCTTY);
    flags.bits().cast_signed()
};

/// Creates a directory and its parents, readable by their owner only.
pub(crate) fn create_private_dir(path: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes a rename in a directory last through a power cut. A directory that cannot be read or synced
/// is no failure: the file is in its place.
#[cfg(unix)]
pub(crate) fn sync_directory(directory: &Path) -> std::io::Result<()> {
    use std::io::ErrorKind;
    match std::fs::File::open(directory).and_then(|directory| directory.sync_all()) {
        Err(error)
            if !matches!(
                error.kind(),
                ErrorKind::PermissionDenied | ErrorKind::InvalidInput | ErrorKind::Unsupported
            ) =>
        {
            Err(error)
        }
        _ => Ok(()),
    }
}

/// Makes a rename in a directory last through a power cut: elsewhere the file system's own affair.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape on every system")]
pub(crate) fn sync_directory(_directory: &Path) -> std::io::Result<()> {
    Ok(())
}

/// True if there is a display to show something on. On Linux only variables tell, and a toolkit
/// started without one aborts.
pub fn has_display(variables: &Variables) -> bool {
    !cfg!(target_os = "linux") || variables.first_non_empty(&["DISPLAY", "WAYLAND_DISPLAY"]).is_some()
}
