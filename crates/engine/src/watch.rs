//! Watches the AWS files, the session cache and the preferences through the operating system, without polling.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use sandglass_core::cache::CachePlace;
use tokio::sync::mpsc;

use crate::{Environment, renewal_request, show_request, sign_in};

/// Editors and the AWS CLI write in several steps; so long is waited for the rest of them.
const SETTLE: Duration = Duration::from_millis(100);

/// The operating system cannot watch files.
#[derive(Debug, thiserror::Error)]
#[error("files cannot be watched: {0}")]
pub struct WatchError(#[from] notify::Error);

/// Watches what a snapshot reads.
pub struct Watch {
    watcher: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
    targets: Vec<PathBuf>,
    sign_ins: [PathBuf; 2],
    changes: mpsc::Receiver<()>,
}

impl Watch {
    /// Begins to watch.
    pub fn start(environment: &Environment) -> Result<Self, WatchError> {
        let (targets, sign_ins) = (targets(environment), sign_ins(environment));
        // One place is enough: a change not yet looked at stands for all that follow it.
        let (sender, changes) = mpsc::channel(1);
        let relevant: Vec<PathBuf> = targets.iter().chain(&sign_ins).cloned().collect();
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| is_relevant(&event, &relevant)) {
                let _ = sender.try_send(());
            }
        })?;
        let mut watch = Self { watcher, watched: BTreeSet::new(), targets, sign_ins, changes };
        watch.follow()?;
        Ok(watch)
    }

    /// Returns when something changed and has come to rest. Reading again and comparing is up to
    /// the caller.
    pub async fn changed(&mut self) -> Result<(), WatchError> {
        if self.changes.recv().await.is_none() {
            return Err(WatchError(notify::Error::generic("the watcher ended")));
        }
        tokio::time::sleep(SETTLE).await;
        while self.changes.try_recv().is_ok() {}
        self.follow()
    }

    /// Watches the directory of each target, or the nearest one above it that exists: directories
    /// are made and removed while we run.
    fn follow(&mut self) -> Result<(), WatchError> {
        let targets = self.targets.iter().chain(&self.sign_ins);
        let wanted: BTreeSet<PathBuf> = targets.flat_map(|target| directories(target)).collect();
        for gone in self.watched.difference(&wanted) {
            let _ = self.watcher.unwatch(gone);
        }
        // Those known too: a directory may have been removed and made anew.
        for directory in &wanted {
            let watched = self.watcher.watch(directory, RecursiveMode::NonRecursive);
            // A cache of sign-ins that is another user's is looked at now and then.
            let matters = self.targets.iter().any(|target| directories(target).contains(directory));
            watched.or_else(|error| if matters { Err(error) } else { Ok(()) })?;
        }
        self.watched = wanted;
        Ok(())
    }
}

/// `*` stands for every file directly inside that has one of the endings we know.
fn targets(environment: &Environment) -> Vec<PathBuf> {
    let paths = &environment.paths;
    let cache = paths.cli_cache.join("*");
    let wanted = crate::renewal_request::directory(&environment.state_dir).join("*");
    vec![paths.config.clone(), paths.credentials.clone(), cache, environment.preferences.clone(), wanted]
}

/// The directories where `aws sso login` and `aws login` keep their tokens.
fn sign_ins(environment: &Environment) -> [PathBuf; 2] {
    let sso = CachePlace::Sso.directory(&environment.paths);
    [sso, sign_in::login_directory(environment)].map(|directory| directory.join("*"))
}

/// The directory of a target, and of the file it links to; and the one of each link on the way, which may lead
/// elsewhere some day.
fn directories(target: &Path) -> Vec<PathBuf> {
    let is_link = |path: &&Path| std::fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    let links = target.ancestors().filter(is_link).filter_map(Path::parent).map(Path::to_owned);
    let nearest = |path: &Path| path.ancestors().skip(1).find(|above| above.is_dir()).map(Path::to_owned);
    // One directory by one name: the system tells of it by the last name it was given.
    let real = |directory: PathBuf| std::fs::canonicalize(&directory).unwrap_or(directory);
    let own = [nearest(target), nearest(&really(target))].into_iter().flatten();
    own.chain(links).map(real).collect()
}

/// A path without links, also where its end is not there yet.
fn really(path: &Path) -> PathBuf {
    let real = path.ancestors().find_map(|above| Some((above, std::fs::canonicalize(above).ok()?)));
    let Some((above, real)) = real else { return path.to_owned() };
    match path.strip_prefix(above) {
        Ok(rest) if !rest.as_os_str().is_empty() => real.join(rest),
        _ => real,
    }
}

/// Our own reading must not wake us, nor the neighbours in a directory we watch for one file.
fn is_relevant(event: &notify::Event, targets: &[PathBuf]) -> bool {
    if !matches!(
        event.kind,
        EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Any
    ) {
        return event.need_rescan();
    }
    event.paths.iter().any(|path| targets.iter().any(|target| touches(path, target)))
}

fn touches(changed: &Path, target: &Path) -> bool {
    // The directory is known by its own name, a link in it by the link's.
    is_of(changed, target) || is_of(changed, &really(target)) || is_link_to(changed, target)
}

/// True if a link above the target changed.
fn is_link_to(changed: &Path, target: &Path) -> bool {
    let above = |link: &Path| {
        let (name, parent) = (link.file_name()?, really(link.parent()?));
        Some(parent.join(name) == changed)
    };
    target.ancestors().any(|link| above(link) == Some(true))
}

fn is_of(changed: &Path, target: &Path) -> bool {
    // A directory above the target came or went.
    if target.starts_with(changed) {
        return true;
    }
    if target.file_name().is_some_and(|name| name == "*") {
        let known = changed.extension().is_some_and(|end| {
            [OsStr::new("json"), OsStr::new(renewal_request::ENDING), OsStr::new(show_request::ENDING)]
                .contains(&end)
        });
        return changed.parent() == target.parent() && known;
    }
    false
}

#[cfg(test)]
mod tests;
