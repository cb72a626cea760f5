//! Copies a file's permissions and owner to the file that replaces it.

use std::fs::{File, Metadata};
#[cfg(unix)]
use std::io::Error;
use std::io::Result;

/// Tells one file from another of the same content, and from itself with other rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FileIdentity {
    #[cfg(unix)]
    numbers: (u64, u64, u32, u32, u32),
}

#[cfg(unix)]
impl FileIdentity {
    /// Of a file that was looked at.
    pub(crate) fn from_metadata(found: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self { numbers: (found.dev(), found.ino(), found.mode(), found.uid(), found.gid()) }
    }
}

#[cfg(not(unix))]
impl FileIdentity {
    /// Of a file that was looked at: here its content alone tells.
    pub fn from_metadata(_found: &Metadata) -> Self {
        Self {}
    }
}

/// The mode of a file, where there are modes.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "the same shape on every system")]
pub(crate) fn mode(found: &Metadata) -> Option<u32> {
    Some(std::os::unix::fs::MetadataExt::mode(found))
}

/// The mode of a file: there are none here.
#[cfg(not(unix))]
pub(crate) fn mode(_found: &Metadata) -> Option<u32> {
    None
}

/// True if a file that is open can be told from another one of its name.
pub(crate) const TELLS_FILES_APART: bool = cfg!(unix);

/// True if a file that is open is the one that stands at a path.
#[cfg(unix)]
pub(crate) fn is_at(file: &File, path: &std::path::Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let numbers = |found: Metadata| (found.dev(), found.ino());
    let there = std::fs::symlink_metadata(path).map(numbers);
    matches!((file.metadata().map(numbers), there), (Ok(open), Ok(there)) if open == there)
}

/// True if a file that is open is the one that stands at a path: here nobody can put another there meanwhile.
#[cfg(not(unix))]
pub(crate) fn is_at(_file: &File, _path: &std::path::Path) -> bool {
    true
}

/// True if a file has other names than this one.
#[cfg(unix)]
pub(crate) fn has_other_names(found: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(found) > 1
}

/// True if a file has other names: here nobody is asked, and the system's exchange keeps none of them.
#[cfg(not(unix))]
pub(crate) fn has_other_names(_found: &Metadata) -> bool {
    false
}

/// True if a file is a mount of its own, which no other file can be put in the place of.
#[cfg(target_os = "linux")]
pub(crate) fn is_mount(path: &std::path::Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    let found = statx(CWD, path, AtFlags::empty(), StatxFlags::empty());
    found.is_ok_and(|found| found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

/// True if a file is a mount of its own: elsewhere only directories are.
#[cfg(not(target_os = "linux"))]
pub(crate) fn is_mount(_path: &std::path::Path) -> bool {
    false
}

/// Returns what keeps anything from being written in a directory, and why; one that is not there yet is judged by
/// what it would be made in. Nothing is written to find out.
pub(crate) fn unwritable(directory: &std::path::Path) -> Option<(std::path::PathBuf, String)> {
    let there = directory.ancestors().find(|path| std::fs::symlink_metadata(path).is_ok())?;
    let reason = match std::fs::metadata(there) {
        Err(error) => Some(error.to_string()),
        Ok(found) if !found.is_dir() => Some("it is no directory".to_owned()),
        Ok(_) => refused(there),
    };
    reason.map(|reason| (there.to_owned(), reason))
}

#[cfg(unix)]
fn refused(directory: &std::path::Path) -> Option<String> {
    use rustix::fs::{Access, access};
    access(directory, Access::WRITE_OK | Access::EXEC_OK).err().map(|error| Error::from(error).to_string())
}

#[cfg(not(unix))]
fn refused(directory: &std::path::Path) -> Option<String> {
    let read_only = std::fs::metadata(directory).is_ok_and(|found| found.permissions().readonly());
    read_only.then(|| "it is read-only".to_owned())
}

/// Gives a new file the owner, group, mode and access list of an old one in the same directory, as far as this user may.
/// Nobody is let in who was not before: where the group cannot be kept, its rights go. What a file of somebody else says
/// counts for nothing where others may write in the directory: it may have been put there to be let in.
#[cfg(unix)]
pub(crate) fn keep_access(old: &File, new: &File, directory: &Metadata) -> Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};

    const GROUP: u32 = 0o070;
    let (before, new_file) = (old.metadata()?, new.metadata()?);
    let mut mode = before.mode() & 0o777;
    let is_ours = before.uid() == new_file.uid();
    let is_open = directory.mode() & 0o022 != 0;
    if !is_ours && is_open && before.uid() != directory.uid() {
        return make_private(new);
    }
    let same = is_ours && before.gid() == new_file.gid();
    if !same && fchown(new, Some(before.uid()), Some(before.gid())).is_err() {
        if !is_ours {
            return make_private(new);
        }
        let group_kept = fchown(new, None, Some(before.gid())).is_ok();
        mode &= if group_kept { 0o777 } else { !GROUP };
    }
    // Before the mode: with an access list the mode's group bits are its mask.
    keep_attributes(old, new)?;
    new.set_permissions(std::fs::Permissions::from_mode(mode))
}

/// Lets nobody but this user read or write a file, whatever its directory gives to new ones.
#[cfg(unix)]
pub(crate) fn make_private(file: &File) -> Result<()> {
    #[cfg(target_os = "linux")]
    let _ = rustix::fs::fremovexattr(file, "system.posix_acl_access");
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))
}

/// The user's own directories let nobody else in here.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape on every system")]
pub(crate) fn make_private(_file: &File) -> Result<()> {
    Ok(())
}

/// Opens a file of our own for adding to it, readable by its owner only, also where it was made by somebody more generous.
/// A link at its place is not followed.
pub(crate) fn open_own(path: &std::path::Path) -> Result<File> {
    let mut options = std::fs::OpenOptions::new();
    // Read as well: a lock needs more than adding.
    options.create(true).read(true).append(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options.custom_flags(flags.bits().cast_signed());
    }
    let file = super::owner_only(&mut options).open(path)?;
    let found = file.metadata()?;
    if !found.is_file() {
        return Err(std::io::Error::new(std::io::ErrorKind::InvalidInput, "it is no file"));
    }
    if mode(&found).is_some_and(|mode| mode & 0o077 != 0) {
        make_private(&file)?;
    }
    Ok(file)
}

/// Elsewhere the system keeps them when a file is replaced.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape on every system")]
pub(crate) fn keep_access(_old: &File, _new: &File, _directory: &Metadata) -> Result<()> {
    Ok(())
}

/// Extended attributes as far as they can be kept; the access list must be.
#[cfg(target_os = "linux")]
fn keep_attributes(old: &File, new: &File) -> Result<()> {
    use rustix::fs::{XattrFlags, fgetxattr, flistxattr, fremovexattr, fsetxattr};
    use rustix::io::Errno;

    const ACCESS_LIST: &[u8] = b"system.posix_acl_access";
    /// The kernel's own limits.
    const MOST_NAMES: usize = 64 * 1024;
    const MOST_VALUE: usize = 64 * 1024;

    let mut names = vec![0; MOST_NAMES];
    let length = flistxattr(old, &mut names[..]).unwrap_or(0);
    let mut value = zeroize::Zeroizing::new(vec![0; MOST_VALUE]);
    let mut listed = false;
    for name in names[..length].split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        let kept = fgetxattr(old, name, &mut value[..])
            .and_then(|length| fsetxattr(new, name, &value[..length], XattrFlags::empty()));
        if name == ACCESS_LIST {
            listed = true;
            kept?;
        }
    }
    // A list the directory gives to new files is not the old file's.
    match if listed { Ok(()) } else { fremovexattr(new, ACCESS_LIST) } {
        Err(Errno::NODATA | Errno::OPNOTSUPP) | Ok(()) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(target_os = "macos")]
fn keep_attributes(old: &File, new: &File) -> Result<()> {
    super::replace::copy_access_list(old, new)
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "macos"))))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape on every system")]
fn keep_attributes(_old: &File, _new: &File) -> Result<()> {
    Ok(())
}
