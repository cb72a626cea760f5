//! One of our processes at a time.

use std::fs::File;
use std::path::Path;

/// Held while something is renewed or changed. The operating system releases it when its holder
/// dies, so a killed process never blocks the next.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the lock of this name: a cache key, or the name of what is changed.
    pub(crate) async fn acquire(state_dir: &Path, name: &str) -> std::io::Result<Self> {
        let (state_dir, name) = (state_dir.to_owned(), name.to_owned());
        tokio::task::spawn_blocking(move || Self::acquire_blocking(&state_dir, &name))
            .await
            .map_err(std::io::Error::other)?
    }

    /// The same where waiting blocks nobody else.
    pub(crate) fn acquire_blocking(state_dir: &Path, name: &str) -> std::io::Result<Self> {
        let directory = state_dir.join("locks");
        crate::os::create_private_dir(&directory)?;
        let file = crate::os::open_own(&directory.join(format!("{name}.lock")))?;
        file.lock()?;
        Ok(Self { _file: file })
    }
}
