//! Checks profile names: every AWS tool must be able to read them.

use crate::problem::{Code, Problem};

/// Longer ones are no names people type.
const LONGEST: usize = 128;

/// Checks the name of a profile or sso-session.
pub(super) fn check_name(name: &str) -> Result<(), Problem> {
    let reason = if name.is_empty() {
        "empty"
    } else if name.chars().count() > LONGEST {
        "long"
    } else if name.chars().any(char::is_control) {
        "control"
    } else if name.contains(['[', ']', '"', '\'', '\\', '#', ';']) {
        "brackets"
    } else if name.trim() != name {
        "blanks"
    } else if name.to_uppercase() == "DEFAULT" && name != "default" {
        "default"
    } else {
        return Ok(());
    };
    // A line break in a message would be taken for the end of it.
    let shown: String =
        name.chars().take(LONGEST).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    Err(Problem::new(Code::InvalidName).with("name", shown).with("reason", reason))
}

/// A name that botocore reads and other SDKs do not.
pub(super) fn warn_of_name(name: &str) -> Option<Problem> {
    let everywhere = |c: char| c.is_ascii_alphanumeric() || "./:@+%_-".contains(c);
    (!name.chars().all(everywhere)).then(|| Problem::new(Code::NameNotEverywhere).with("name", name))
}
