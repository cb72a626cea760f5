//! Requests from a program that was refused credentials to the desktop: somebody waits for a person.
//!
//! One small file a profile in our state directory. It holds the profile's name and nothing else.

use aws_files::hex;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::{Environment, files, os};

/// Older word is no news: whoever asked has gone.
const FRESH: Duration = Duration::from_mins(5);
/// A profile's name is short; anything else is no word of ours.
const LONGEST: u64 = 4096;

/// The ending of the files.
pub(crate) const ENDING: &str = "profile";

/// Returns the directory of the requests.
pub(crate) fn directory(state_dir: &Path) -> PathBuf {
    state_dir.join("wanted")
}

/// Leaves word that a profile's credentials were asked for and need a human.
pub fn post(environment: &Environment, profile: &str) -> std::io::Result<()> {
    let directory = directory(&environment.state_dir);
    os::create_private_dir(&directory)?;
    files::write_own(&directory.join(file_name(profile)), profile.as_bytes())
}

/// Takes the word that was left, so that it is heard once.
pub fn drain(environment: &Environment) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(directory(&environment.state_dir)) else { return Vec::new() };
    let mut profiles: Vec<String> = entries.filter_map(|entry| take_one(&entry.ok()?.path())).collect();
    profiles.sort_unstable();
    profiles
}

fn take_one(path: &Path) -> Option<String> {
    let found = std::fs::symlink_metadata(path).ok()?;
    if !found.is_file() || path.extension().is_none_or(|end| end != ENDING) {
        return None;
    }
    let fresh = found.modified().ok()?.elapsed().is_ok_and(|age| age < FRESH);
    let text = files::text(path, LONGEST).ok();
    std::fs::remove_file(path).ok()?;
    text.filter(|_| fresh)
}

fn file_name(profile: &str) -> String {
    file_stem(profile) + "." + ENDING
}

/// A name for a file, whatever the profile is called.
pub(crate) fn file_stem(profile: &str) -> String {
    hex(profile.bytes().take(100))
}

#[cfg(test)]
mod tests {
    use sandglass_core::variables::Variables;

    use super::*;

    #[test]
    fn word_is_heard_once() {
        let home = tempfile::tempdir().expect("a directory");
        let variables: Variables = [("HOME", home.path().to_str().expect("text"))].into_iter().collect();
        let environment = Environment::from_variables(variables).expect("a home");
        assert_eq!(drain(&environment), Vec::<String>::new());
        for profile in ["prod", "../etc/ü", "prod"] {
            post(&environment, profile).expect("left");
        }
        assert_eq!(drain(&environment), ["../etc/ü", "prod"]);
        assert_eq!(drain(&environment), Vec::<String>::new());
    }
}
