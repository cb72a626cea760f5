//! What differs between operating systems.

use std::path::{Path, PathBuf};

use sandglass_core::Timestamp;
use sandglass_core::variables::Variables;

mod another_home;
mod end;
mod hardening;
mod shell;
#[cfg(any(windows, target_os = "macos"))]
mod wake;

pub use another_home::{in_home, private_temporary_directory, same_owner, shell_in_home};
pub use end::asked_to_end;
pub use hardening::no_core_dumps;
pub use shell::running_shell;
#[cfg(any(windows, target_os = "macos"))]
pub use wake::on_wake;

/// The variables that name the home directory, as Python's `expanduser` reads them.
#[cfg(windows)]
pub(crate) const HOME_VARIABLES: &[&str] = &["USERPROFILE", "HOME"];
/// The variables that name the home directory, as Python's `expanduser` reads them.
#[cfg(not(windows))]
pub(crate) const HOME_VARIABLES: &[&str] = &["HOME", "USERPROFILE"];

/// Our own directories.
pub(crate) struct Directories {
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
        if cfg!(windows) {
            Self {
                config: from("APPDATA", "AppData/Roaming").join("Sandglass"),
                state: from("LOCALAPPDATA", "AppData/Local").join("Sandglass"),
            }
        } else if cfg!(target_os = "macos") {
            let support = home.join("Library/Application Support/Sandglass");
            Self { config: support.clone(), state: support }
        } else {
            Self {
                config: from("XDG_CONFIG_HOME", ".config").join("sandglass"),
                state: from("XDG_STATE_HOME", ".local/state").join("sandglass"),
            }
        }
    }
}

/// A wall-clock time of this machine's zone; the earlier one in the hour that comes twice.
pub(crate) fn local_to_utc(time: chrono::NaiveDateTime) -> Option<Timestamp> {
    time.and_local_timezone(chrono::Local).earliest().map(Timestamp::from)
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

/// Creates a directory and its parents, readable by their owner only.
pub(crate) fn create_private_dir(path: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes a rename in a directory last through a power cut.
#[cfg(unix)]
pub(crate) fn sync_directory(directory: &Path) -> std::io::Result<()> {
    std::fs::File::open(directory)?.sync_all()
}

/// Makes a rename in a directory last through a power cut: elsewhere the file system's own affair.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape on every system")]
pub(crate) fn sync_directory(_directory: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Whether there is a display to show something on. On Linux only variables tell, and a toolkit
/// started without one aborts.
pub fn has_display(variables: &Variables) -> bool {
    !cfg!(target_os = "linux") || variables.first_non_empty(&["DISPLAY", "WAYLAND_DISPLAY"]).is_some()
}
