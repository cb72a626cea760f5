//! Exchanges two files, where the standard library's rename is not enough.
//!
//! Windows and macOS offer it through C only: the other module with unsafe code.
#![allow(unsafe_code)]

use std::io::Result;
use std::path::Path;

/// True if a rename over a file leaves who may use it to `keep_access`. On Windows it would drop the
/// access list, and only an exchange keeps it.
pub(crate) const RENAME_KEEPS_ACCESS: bool = !cfg!(windows);

/// Exchanges two files in one step, so that what stood at `target` can be looked at and put back.
/// False where the file system cannot.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(crate) fn exchange(new: &Path, target: &Path) -> Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    const CANNOT: [Errno; 4] = [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP];

    match renameat_with(CWD, new, CWD, target, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(error) if CANNOT.contains(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// `ReplaceFileW` keeps the access list of what stood there, and leaves that in another file.
#[cfg(windows)]
pub(crate) fn exchange(new: &Path, target: &Path) -> Result<bool> {
    use windows_sys::Win32::Storage::FileSystem::ReplaceFileW;

    let mut aside = new.as_os_str().to_owned();
    aside.push("-old");
    let (wide_target, wide_new, wide_aside) = (wide(target), wide(new), wide(Path::new(&aside)));
    let replaced = patiently(|| {
        // SAFETY: three texts that end in a zero and outlive the call; the rest may be null.
        let done = unsafe {
            ReplaceFileW(
                wide_target.as_ptr(),
                wide_new.as_ptr(),
                wide_aside.as_ptr(),
                0,
                std::ptr::null(),
                std::ptr::null(),
            )
        };
        if done == 0 { Err(std::io::Error::last_os_error()) } else { Ok(()) }
    });
    if replaced.is_err() && !target.exists() {
        // It stopped half way: what stood there goes back.
        let _ = std::fs::rename(&aside, target);
    }
    replaced?;
    patiently(|| std::fs::rename(&aside, new))?;
    Ok(true)
}

#[cfg(not(any(windows, target_os = "linux", target_os = "macos")))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape on every system")]
pub(crate) fn exchange(_new: &Path, _target: &Path) -> Result<bool> {
    Ok(false)
}

#[cfg(windows)]
fn wide(path: &Path) -> Vec<u16> {
    use std::os::windows::ffi::OsStrExt;
    path.as_os_str().encode_wide().chain([0]).collect()
}

/// A virus scanner or an indexer that has the file open for a moment makes a rename fail on Windows:
/// so long it is tried again.
#[cfg(windows)]
pub(crate) fn patiently<T>(mut attempt: impl FnMut() -> Result<T>) -> Result<T> {
    /// Access denied, sharing violation, lock violation.
    const IN_USE: [i32; 3] = [5, 32, 33];
    const TRIES: u32 = 7;

    let mut pause = std::time::Duration::from_millis(10);
    for _ in 1..TRIES {
        match attempt() {
            Err(error) if error.raw_os_error().is_some_and(|code| IN_USE.contains(&code)) => {
                std::thread::sleep(pause);
                pause *= 2;
            }
            result => return result,
        }
    }
    attempt()
}

/// Elsewhere a file that is open can be renamed.
#[cfg(not(windows))]
pub(crate) fn patiently<T>(mut attempt: impl FnMut() -> Result<T>) -> Result<T> {
    attempt()
}

/// Copies the access list, which on macOS is no extended attribute.
#[cfg(target_os = "macos")]
pub(crate) fn copy_access_list(old: &std::fs::File, new: &std::fs::File) -> Result<()> {
    use rustix::fs::{CopyfileFlags, copyfile_state_alloc, copyfile_state_free, fcopyfile};

    let state = copyfile_state_alloc()?;
    // SAFETY: the state was just made, is used here alone, and is freed once.
    let (copied, freed) =
        unsafe { (fcopyfile(old, new, state, CopyfileFlags::ACL), copyfile_state_free(state)) };
    copied?;
    Ok(freed?)
}
