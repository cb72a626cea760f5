//! What can be typed. Started from a menu, nothing is.

use std::ffi::OsString;

/// What `--help` prints.
pub(crate) const HELP: &str = "\
Keep AWS sessions alive from the system tray.

Usage: sandglass-desktop [--open | --tray | --help | --version]

  --open  open the window, too; where Sandglass runs already, just that
  --tray  only the icon; without it, the first start opens the window, too

Its icon is in the tray until Quit is chosen in its menu. In a terminal, use: sandglass help";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// The tray, and perhaps the window.
    Run {
        /// Whether the window is to open at once.
        window: bool,
        /// Whether only the icon is wanted: the system starts Sandglass so at login.
        tray_only: bool,
    },
    Help,
    Version,
    /// An argument that is none.
    Unknown(String),
}

/// Reads the arguments after the program's name.
pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Asked {
    let (mut window, mut tray_only) = (false, false);
    for argument in arguments {
        return match argument.to_str() {
            // As it was called until 0.1.
            Some("--open" | "--open-settings") => {
                window = true;
                continue;
            }
            Some("--tray") => {
                tray_only = true;
                continue;
            }
            Some("--help" | "-h") => Asked::Help,
            Some("--version" | "-V") => Asked::Version,
            // The Finder of older macOS hands a process serial number over.
            Some(serial) if serial.starts_with("-psn_") => continue,
            _ => Asked::Unknown(argument.to_string_lossy().into_owned()),
        };
    }
    Asked::Run { window, tray_only }
}

impl Asked {
    /// Whether the window opens with the tray: it was asked for, or somebody starts Sandglass by hand and has
    /// chosen nothing yet.
    pub(crate) fn opens_window(&self, has_preferences: bool) -> bool {
        matches!(self, Self::Run { window, tray_only } if *window || !(*tray_only || has_preferences))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_named() {
        let parsed = |words: &[&str]| parse(words.iter().map(OsString::from));
        assert_eq!(parsed(&[]), Asked::Run { window: false, tray_only: false });
        assert_eq!(parsed(&["-psn_0_123", "--open"]), Asked::Run { window: true, tray_only: false });
        assert_eq!(parsed(&["--open-settings"]), Asked::Run { window: true, tray_only: false });
        assert_eq!(parsed(&["--tray"]), Asked::Run { window: false, tray_only: true });
        assert_eq!(parsed(&["-h"]), Asked::Help);
        assert_eq!(parsed(&["--version"]), Asked::Version);
        assert_eq!(parsed(&["--hidden", "--help"]), Asked::Unknown("--hidden".to_owned()));
    }

    #[test]
    fn only_a_first_start_by_hand_opens_the_window_unasked() {
        let opens = |words: &[&str], has| parse(words.iter().map(OsString::from)).opens_window(has);
        assert!(opens(&[], false) && !opens(&[], true));
        assert!(!opens(&["--tray"], false) && !opens(&["--tray"], true));
        assert!(opens(&["--open"], true) && opens(&["--tray", "--open"], true));
    }
}
