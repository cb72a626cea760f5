//! The demo's temporary home directory.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use sandglass_engine::{InstanceLock, os};
use tempfile::TempDir;

const PREFIX: &str = "sandglass-demo-";

/// A directory of this demo alone, locked while the demo runs.
pub(crate) struct Home {
    directory: TempDir,
    _lock: InstanceLock,
}

impl Home {
    /// Makes one in `base`, after removing those that killed demos left there.
    pub(crate) fn make(base: &Path) -> anyhow::Result<Self> {
        let cannot = || format!("a home for the demo cannot be made in {}", base.display());
        let home = loop {
            let directory = os::private_temporary_directory(base, PREFIX).with_context(cannot)?;
            // Another demo may have taken it for a left one before it was locked.
            if let Some(lock) = InstanceLock::acquire(directory.path()).with_context(cannot)?
                && directory.path().exists()
            {
                break Self { directory, _lock: lock };
            }
        };
        home.remove_left_ones(base);
        for directory in [home.path(), home.temporary(), home.runtime()] {
            fs::create_dir(&directory).with_context(cannot)?;
        }
        Ok(home)
    }

    /// Returns the value of `HOME`.
    pub(crate) fn path(&self) -> PathBuf {
        self.directory.path().join("home")
    }

    /// Returns the directory of temporary files.
    pub(crate) fn temporary(&self) -> PathBuf {
        self.directory.path().join("tmp")
    }

    /// Returns the value of `XDG_RUNTIME_DIR`.
    pub(crate) fn runtime(&self) -> PathBuf {
        self.directory.path().join("run")
    }

    /// Removes it.
    pub(crate) fn remove(self) -> anyhow::Result<()> {
        let path = self.directory.path().to_owned();
        self.directory.close().with_context(|| format!("{} cannot be removed", path.display()))
    }

    /// Only real directories of the same user that nobody holds. What does not work is tried again at
    /// the next start.
    fn remove_left_ones(&self, base: &Path) {
        let Ok(own) = fs::symlink_metadata(self.directory.path()) else { return };
        for entry in fs::read_dir(base).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX)
                && path != self.directory.path()
                && entry.metadata().is_ok_and(|found| found.is_dir() && os::same_owner(&found, &own));
            if is_ours && let Ok(Some(_held)) = InstanceLock::acquire(&path) {
                let _ = fs::remove_dir_all(&path);
            }
        }
    }
}

#[cfg(test)]
mod tests;
