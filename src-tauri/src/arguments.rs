//! Command-line arguments. There are none when the program is started from a menu.

use std::ffi::OsString;

use sandglass_engine::show_request::ShowRequest;

/// The text of `--help`.
pub(crate) const HELP: &str = "\
Keep AWS sessions alive from the system tray.

Usage: sandglass-desktop [--open | --switcher | --tray | --help | --version]

  --open      also open the window; if Sandglass is already running, only open the window
  --switcher  also open the box that finds a profile; if Sandglass is already running, only that
  --tray      start with the icon alone; without it, the first start opens the window

The icon stays in the tray until you choose Quit in its menu. In a terminal, use: sandglass help";

/// The given name.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Invocation {
    /// The tray, and perhaps something to see.
    Run {
        /// The page that is to open at once.
        opens: Option<ShowRequest>,
        /// True if only the icon is wanted: the system starts Sandglass so at login.
        tray_only: bool,
    },
    Help,
    Version,
    /// An argument that is none.
    Unknown(String),
}

/// Reads the arguments after the program's name.
pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Invocation {
    let (mut opens, mut tray_only) = (None, false);
    for argument in arguments {
        return match argument.to_str() {
            // As it was called until 0.1.
            Some("--open" | "--open-settings") => {
                opens = Some(ShowRequest::Window);
                continue;
            }
            Some("--switcher") => {
                opens = Some(ShowRequest::Switcher);
                continue;
            }
            Some("--tray") => {
                tray_only = true;
                continue;
            }
            Some("--help" | "-h") => Invocation::Help,
            Some("--version" | "-V") => Invocation::Version,
            // The Finder of older macOS hands a process serial number over.
            Some(serial) if serial.starts_with("-psn_") => continue,
            _ => Invocation::Unknown(argument.to_string_lossy().into_owned()),
        };
    }
    Invocation::Run { opens, tray_only }
}

impl Invocation {
    /// Returns what opens with the tray: what was asked for; else the window, when somebody starts Sandglass by hand
    /// and has chosen nothing yet.
    pub(crate) fn opens(&self, has_preferences: bool) -> Option<ShowRequest> {
        match self {
            Self::Run { opens: None, tray_only } if !tray_only && !has_preferences => {
                Some(ShowRequest::Window)
            }
            Self::Run { opens, .. } => *opens,
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_named() {
        let parsed = |words: &[&str]| parse(words.iter().map(OsString::from));
        assert_eq!(parsed(&[]), Invocation::Run { opens: None, tray_only: false });
        assert_eq!(
            parsed(&["-psn_0_123", "--open"]),
            Invocation::Run { opens: Some(ShowRequest::Window), tray_only: false }
        );
        assert_eq!(
            parsed(&["--open-settings"]),
            Invocation::Run { opens: Some(ShowRequest::Window), tray_only: false }
        );
        assert_eq!(parsed(&["--tray"]), Invocation::Run { opens: None, tray_only: true });
        let switcher = Invocation::Run { opens: Some(ShowRequest::Switcher), tray_only: true };
        assert_eq!(parsed(&["--switcher", "--tray"]), switcher);
        assert_eq!(parsed(&["-h"]), Invocation::Help);
        assert_eq!(parsed(&["--version"]), Invocation::Version);
        assert_eq!(parsed(&["--hidden", "--help"]), Invocation::Unknown("--hidden".to_owned()));
    }

    #[test]
    fn only_a_first_start_by_hand_opens_the_window_unasked() {
        let opens = |words: &[&str], has| parse(words.iter().map(OsString::from)).opens(has);
        let (window, switcher) = (Some(ShowRequest::Window), Some(ShowRequest::Switcher));
        assert_eq!((opens(&[], false), opens(&[], true)), (window, None));
        assert_eq!((opens(&["--tray"], false), opens(&["--tray"], true)), (None, None));
        assert_eq!((opens(&["--open"], true), opens(&["--tray", "--open"], true)), (window, window));
        assert_eq!((opens(&["--switcher"], false), opens(&["--switcher"], true)), (switcher, switcher));
    }
}
