//! One desktop program at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::os;

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
        let file = os::owner_only(&mut options).open(state_dir.join("desktop.lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: Some(file) })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// No lock, where none can be kept.
    pub fn none() -> Self {
        Self { _file: None }
    }
}
