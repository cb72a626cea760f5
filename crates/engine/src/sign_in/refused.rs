//! Remembers which refresh token was refused: its file does not tell that the sign-in is over, and nobody is to be promised a
//! renewal that cannot come. What is kept is a digest, so it says nothing of another token.

use std::path::{Path, PathBuf};

use aws_files::cache::TokenFields;
use aws_files::hex;
use sha2::{Digest, Sha256};

use crate::{files, os};

/// A digest in hexadecimal digits.
const LONGEST: u64 = 64;

/// Notes that the refresh token of a file was refused. That it cannot be noted is no reason to fail.
pub(super) fn note(state_dir: &Path, token: &Path, fields: &TokenFields) {
    let Some((file, digest)) = place(state_dir, token).zip(digest(fields)) else { return };
    let made = file.parent().is_some_and(|directory| os::create_private_dir(directory).is_ok());
    if made {
        let _ = files::write_own(&file, digest.as_bytes());
    }
}

/// True if the refresh token of a file is the one that was refused.
pub(super) fn is_noted(state_dir: &Path, token: &Path, fields: &TokenFields) -> bool {
    let noted = place(state_dir, token).and_then(|file| files::content(&file, LONGEST).ok());
    noted.is_some_and(|noted| digest(fields).is_some_and(|digest| *digest.as_bytes() == **noted))
}

/// Forgets what was noted: there is another token.
pub(super) fn forget(state_dir: &Path, token: &Path) {
    if let Some(file) = place(state_dir, token) {
        // One that stays says nothing of the new token.
        let _ = std::fs::remove_file(file);
    }
}

fn place(state_dir: &Path, token: &Path) -> Option<PathBuf> {
    Some(state_dir.join("refused").join(token.file_stem()?))
}

fn digest(fields: &TokenFields) -> Option<String> {
    Some(hex(Sha256::digest(fields.text("refreshToken")?.expose().as_bytes())))
}

#[cfg(test)]
mod tests {
    use aws_files::Secret;

    use super::*;

    #[test]
    fn one_that_was_refused_is_known_and_no_other() {
        let directory = tempfile::tempdir().expect("a directory");
        let token = |text: &str| TokenFields::new([("refreshToken", Secret::new(text.to_owned()))]);
        let (state, file) = (directory.path(), Path::new("/home/ana/.aws/sso/cache/ee0b.json"));
        assert!(!is_noted(state, file, &token("a")));
        note(state, file, &token("a"));
        assert!(is_noted(state, file, &token("a")) && !is_noted(state, file, &token("b")));
        assert!(!is_noted(state, Path::new("/x/other.json"), &token("a")));
        let kept = std::fs::read_to_string(state.join("refused/ee0b")).expect("a file");
        assert!(kept.len() == 64 && !kept.contains("\"a\""));
        forget(state, file);
        assert!(!is_noted(state, file, &token("a")));
        note(state, file, &token("a"));
        note(state, file, &TokenFields::new([]));
        assert!(is_noted(state, file, &token("a")) && !is_noted(state, file, &TokenFields::new([])));
    }
}
