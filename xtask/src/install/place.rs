//! Putting files in place and taking them away, by a list of what was put there.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::failure::{During as _, Failure, Result};

/// A file to be.
#[derive(Debug)]
pub struct File {
    /// Where.
    pub path: PathBuf,
    /// What is in it.
    pub content: Content,
    /// Whether it can be started.
    pub is_program: bool,
}

/// What is in a file.
#[derive(Debug)]
pub enum Content {
    /// What is in another one.
    Copy(PathBuf),
    /// This text.
    Text(String),
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placed {
    /// It is new, or has a new content.
    Written,
    /// It was there as it should be.
    Unchanged,
    /// An earlier installation wrote it, this one has it no longer.
    Removed,
}

impl Placed {
    pub(super) fn word(self) -> &'static str {
        match self {
            Placed::Written => "written",
            Placed::Unchanged => "unchanged",
            Placed::Removed => "removed",
        }
    }
}

/// Puts everything in place, and the list of it. A file in the way that is not on the list of an earlier
/// installation is somebody else's: then nothing is written at all.
///
/// A program that runs is replaced by a rename, so it goes on as it was until its next start.
pub fn install(files: &[File], manifest: &Path) -> Result<Vec<(PathBuf, Placed)>> {
    let listed = read_list(manifest)?;
    let mut wanted = Vec::new();
    for file in files {
        if file.path.to_string_lossy().contains(['\n', '\r']) {
            return Err(Failure::new("A directory whose name holds a line break cannot be installed to."));
        }
        let content = match &file.content {
            Content::Text(text) => text.clone().into_bytes(),
            Content::Copy(from) => fs::read(from).during(|| format!("{} cannot be read", from.display()))?,
        };
        let found = read(&file.path)?;
        let is_same = found.as_ref() == Some(&content);
        if found.is_some() && !is_same && !listed.contains(&file.path) {
            return Err(Failure::new(format!(
                "{} is there and was not put there by this command. Nothing was installed: move it away, or \
                 give another --prefix.",
                file.path.display()
            )));
        }
        wanted.push((file, content, is_same));
    }
    let gone: Vec<&PathBuf> =
        listed.iter().filter(|path| files.iter().all(|file| file.path != **path)).collect();
    // First the list of old and new, so that whatever happens now can be taken away.
    let all: Vec<&PathBuf> = files.iter().map(|file| &file.path).chain(gone.iter().copied()).collect();
    write_list(manifest, &all)?;
    let mut placed = Vec::new();
    for (file, content, is_same) in wanted {
        if !is_same {
            write(&file.path, &content, file.is_program)?;
        }
        placed.push((file.path.clone(), if is_same { Placed::Unchanged } else { Placed::Written }));
    }
    for path in gone {
        if remove(path)? {
            placed.push((path.clone(), Placed::Removed));
        }
    }
    write_list(manifest, &files.iter().map(|file| &file.path).collect::<Vec<_>>())?;
    Ok(placed)
}

/// Removes what is on the list, then the list, and the directories that are empty now and bear our name.
pub fn uninstall(manifest: &Path) -> Result<Vec<PathBuf>> {
    let listed = read_list(manifest)?;
    let mut removed = Vec::new();
    for path in &listed {
        if remove(path)? {
            removed.push(path.clone());
        }
    }
    if remove(manifest)? {
        removed.push(manifest.to_owned());
    }
    for path in &removed {
        for directory in path.ancestors().skip(1) {
            let ours = directory.to_string_lossy().to_lowercase().contains("sandglass");
            if !ours || fs::remove_dir(directory).is_err() {
                break;
            }
        }
    }
    Ok(removed)
}

fn read_list(manifest: &Path) -> Result<Vec<PathBuf>> {
    let bytes = read(manifest)?.unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(PathBuf::from).collect())
}

fn write_list(manifest: &Path, paths: &[&PathBuf]) -> Result<()> {
    let mut text = String::from("# Written by cargo xtask install; cargo xtask uninstall removes these.\n");
    for path in paths {
        let path = path.to_str().ok_or_else(|| {
            Failure::new(format!("{} cannot be installed to: it is not Unicode.", path.display()))
        })?;
        text.push_str(path);
        text.push('\n');
    }
    write(manifest, text.as_bytes(), false)
}

fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).during(|| format!("{} cannot be read", path.display())),
    }
}

fn remove(path: &Path) -> Result<bool> {
    let _ = fs::remove_file(put_aside(path));
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error).during(|| {
            format!("{} cannot be removed (if Sandglass runs, choose Quit in its menu)", path.display())
        }),
    }
}

fn write(path: &Path, content: &[u8], is_program: bool) -> Result<()> {
    let cannot = || format!("{} cannot be written", path.display());
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory).during(cannot)?;
    }
    let new = beside(path, "new");
    let written =
        fs::write(&new, content).and_then(|()| permit(&new, is_program)).and_then(|()| replace(&new, path));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written.during(cannot)
}

/// Windows replaces no program that runs, but renames it.
fn replace(new: &Path, path: &Path) -> std::io::Result<()> {
    let old = put_aside(path);
    let _ = fs::remove_file(&old);
    match fs::rename(new, path) {
        Err(error) if cfg!(windows) && error.kind() == ErrorKind::PermissionDenied => {
            fs::rename(path, &old)?;
            fs::rename(new, path)
        }
        done => done,
    }
}

/// A running program's old file: removed by the next installation, or by uninstall.
fn put_aside(path: &Path) -> PathBuf {
    beside(path, "old")
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.sandglass-{ending}"))
}

#[cfg(unix)]
fn permit(path: &Path, is_program: bool) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(if is_program { 0o755 } else { 0o644 }))
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape on every system")]
fn permit(_: &Path, _: bool) -> std::io::Result<()> {
    Ok(())
}
