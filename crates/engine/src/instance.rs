//! Lets one desktop program run at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::os;

/// Another process looks for a moment whether it is held: that is no desktop program.
const TRIES: u32 = 5;
const BETWEEN: Duration = Duration::from_millis(20);

/// Held while the desktop program runs. The operating system releases it however the program ends.
#[derive(Debug)]
pub struct InstanceLock {
    _file: Option<File>,
}

impl InstanceLock {
    /// Takes the lock; none when another process holds it.
    pub fn acquire(state_dir: &Path) -> std::io::Result<Option<Self>> {
        os::create_private_dir(state_dir)?;
        let mut options = OpenOptions::new();
        options.create(true).write(true).truncate(false);
        let file = os::without_waiting(os::owner_only(&mut options)).open(path(state_dir))?;
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Some(Self { _file: Some(file) })),
                Err(TryLockError::WouldBlock) => std::thread::sleep(BETWEEN),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        Ok(None)
    }

    /// True if some process holds it.
    pub(crate) fn is_held(state_dir: &Path) -> bool {
        let file = os::without_waiting(OpenOptions::new().write(true)).open(path(state_dir));
        file.is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }

    /// No lock, where none can be kept.
    pub fn none() -> Self {
        Self { _file: None }
    }
}

fn path(state_dir: &Path) -> PathBuf {
    state_dir.join("desktop.lock")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_held_while_it_lives_and_looking_takes_it_from_nobody() {
        let directory = tempfile::tempdir().expect("a directory");
        assert!(!InstanceLock::is_held(directory.path()), "there is none");
        let lock = InstanceLock::acquire(directory.path()).expect("a file").expect("free");
        assert!(InstanceLock::is_held(directory.path()));
        assert!(InstanceLock::acquire(directory.path()).expect("a file").is_none());
        drop(lock);
        assert!(!InstanceLock::is_held(directory.path()));
        assert!(InstanceLock::acquire(directory.path()).expect("a file").is_some());
    }
}
