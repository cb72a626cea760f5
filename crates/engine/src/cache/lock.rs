//! One renewal at a time, across processes.

use std::fs::{File, OpenOptions};
use std::path::Path;

use aws_files::cache::CacheKey;

/// Held while a session is renewed. The operating system releases it when its holder dies, so a
/// killed process never blocks the next.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the lock of one cache entry.
    pub(crate) async fn acquire(state_dir: &Path, key: &CacheKey) -> std::io::Result<Self> {
        Self::acquire_named(state_dir, &key.to_string()).await
    }

    /// Waits for the lock of a file by its name without an ending: for a cache entry, its key.
    pub(crate) async fn acquire_named(state_dir: &Path, name: &str) -> std::io::Result<Self> {
        let path = state_dir.join("locks").join(format!("{name}.lock"));
        tokio::task::spawn_blocking(move || {
            if let Some(directory) = path.parent() {
                crate::os::create_private_dir(directory)?;
            }
            let mut options = OpenOptions::new();
            options.create(true).write(true).truncate(false);
            let file = crate::os::owner_only(&mut options).open(&path)?;
            file.lock()?;
            Ok(Self { _file: file })
        })
        .await
        .map_err(std::io::Error::other)?
    }
}
