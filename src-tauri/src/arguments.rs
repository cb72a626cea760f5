//! What can be typed. Started from a menu or at login, nothing is.

use std::ffi::OsString;

/// What `--help` prints.
pub(crate) const HELP: &str = "\
Keep AWS sessions alive from the system tray.

Usage: sandglass-desktop [--open-settings | --help | --version]

  --open-settings  open the window, too; where Sandglass runs already, just that

Its icon is in the tray until Quit is chosen in its menu. In a terminal, use: sandglass help";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// The tray, and perhaps the window.
    Run {
        /// Whether the window is to open at once.
        window: bool,
    },
    Help,
    Version,
    /// An argument that is none.
    Unknown(String),
}

/// Reads the arguments after the program's name.
pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Asked {
    let mut window = false;
    for argument in arguments {
        return match argument.to_str() {
            Some("--open-settings") => {
                window = true;
                continue;
            }
            Some("--help" | "-h") => Asked::Help,
            Some("--version" | "-V") => Asked::Version,
            // The Finder of older macOS hands a process serial number over.
            Some(serial) if serial.starts_with("-psn_") => continue,
            _ => Asked::Unknown(argument.to_string_lossy().into_owned()),
        };
    }
    Asked::Run { window }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_named() {
        let parsed = |words: &[&str]| parse(words.iter().map(OsString::from));
        assert_eq!(parsed(&[]), Asked::Run { window: false });
        assert_eq!(parsed(&["-psn_0_123", "--open-settings"]), Asked::Run { window: true });
        assert_eq!(parsed(&["-h"]), Asked::Help);
        assert_eq!(parsed(&["--version"]), Asked::Version);
        assert_eq!(parsed(&["--hidden", "--help"]), Asked::Unknown("--hidden".to_owned()));
    }
}
