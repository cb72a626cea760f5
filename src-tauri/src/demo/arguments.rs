//! Command-line arguments of the demo. Menus and the window ask for the window too.

use std::ffi::OsString;
use std::process::ExitCode;

use crate::introduction::{complain, say};

const HELP: &str = "\
See Sandglass at work: a simulated AWS, and a home that is thrown away at the end.

Usage: sandglass-demo [--open | --help]

  --open  open the window, too; without it, look for the sandglass in the tray";

/// Answers what starts no demo; else says whether the window is to open at once.
pub(crate) fn answer(arguments: impl IntoIterator<Item = OsString>) -> Result<bool, ExitCode> {
    let mut opens = false;
    for argument in arguments {
        match argument.to_str() {
            Some("--open") => opens = true,
            Some("--help" | "-h") => {
                say(HELP);
                return Err(ExitCode::SUCCESS);
            }
            _ => {
                complain(&format!("\"{}\" is not understood.\n\n{HELP}", argument.to_string_lossy()));
                return Err(ExitCode::from(2));
            }
        }
    }
    Ok(opens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_is_asked_for_and_nothing_else_is_understood() {
        let answered = |words: &[&str]| answer(words.iter().map(OsString::from)).ok();
        assert_eq!(answered(&[]), Some(false));
        assert_eq!(answered(&["--open"]), Some(true));
        assert_eq!(answered(&["--open", "--help"]), None);
        assert_eq!(answered(&["--opne"]), None);
    }
}
