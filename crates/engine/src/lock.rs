//! Locks between our processes.

use std::fs::{File, TryLockError};
use std::io::{Error, ErrorKind, Read, Result, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};

use crate::os;

/// The time a lock is waited for where somebody waits for a session. A process that is stopped gives none back.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);
/// The same where a program waits, which has a limit of its own.
pub(crate) const PATIENCE_OF_PROGRAMS: Duration = Duration::from_secs(20);
/// The same for notes, which are not worth more.
pub(crate) const PATIENCE_OF_NOTES: Duration = Duration::from_secs(2);

const FIRST_PAUSE: Duration = Duration::from_millis(5);
const LONGEST_PAUSE: Duration = Duration::from_millis(200);
/// A number of a process and a time.
const LONGEST_NOTE: u64 = 64;
/// The ending of its files' names.
const ENDING: &str = ".lock";

/// Held while something is renewed or changed. The operating system releases it when its holder
/// dies, so a killed process never blocks the next. Its file goes with it.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Waits for the lock of this name, a cache key or the name of what is changed, but not for ever.
    pub(crate) async fn acquire(state_dir: &Path, name: &str, patience: Duration) -> Result<Self> {
        let (mut wanted, mut waiting) = (Wanted::open(state_dir, name)?, Waiting::new(patience));
        while !wanted.is_taken()? {
            tokio::time::sleep(waiting.pause(&wanted.file)?).await;
        }
        Ok(wanted.into())
    }

    /// The same where waiting blocks nobody else.
    pub(crate) fn acquire_blocking(state_dir: &Path, name: &str, patience: Duration) -> Result<Self> {
        let (mut wanted, mut waiting) = (Wanted::open(state_dir, name)?, Waiting::new(patience));
        while !wanted.is_taken()? {
            std::thread::sleep(waiting.pause(&wanted.file)?);
        }
        Ok(wanted.into())
    }
}

impl Drop for Lock {
    /// Removes the file while it is still held: whoever waits for it sees that it is no longer the lock, and makes another.
    /// Where a file that is open cannot be told from another of its name, it stays.
    fn drop(&mut self) {
        if os::TELLS_FILES_APART && os::is_at(&self.file, &self.path) {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Removes the files of locks that nobody holds and that were not touched since a moment: those of processes that were
/// killed.
pub(crate) fn sweep(state_dir: &Path, since: SystemTime) {
    let Ok(entries) = std::fs::read_dir(directory(state_dir)) else { return };
    for entry in entries.map_while(Result::ok) {
        let touched = entry.metadata().and_then(|found| found.modified());
        let name = entry.file_name().into_string().ok();
        let name = name.as_deref().and_then(|name| name.strip_suffix(ENDING));
        let (Some(name), true) = (name, touched.is_ok_and(|touched| touched < since)) else { continue };
        // Taken and given back, it is gone.
        if let Ok(mut wanted) = Wanted::open(state_dir, name)
            && wanted.is_taken().unwrap_or(false)
        {
            drop(Lock::from(wanted));
        }
    }
}

/// The error that somebody holds a lock for too long.
#[derive(Debug, thiserror::Error)]
#[error("another process of Sandglass does not give it back")]
struct HeldTooLong {
    holder: Option<Holder>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Holder {
    process: u32,
    since: Timestamp,
}

/// The problem behind an error, where it is that somebody does not give a lock back.
pub(crate) fn held(error: &Error) -> Option<Problem> {
    let held = error.get_ref()?.downcast_ref::<HeldTooLong>()?;
    let problem = Problem::new(Code::LockHeld);
    let Some(Holder { process, since }) = held.holder else { return Some(problem.with("known", "no")) };
    let since = os::utc_to_local(since).format("%H:%M:%S").to_string();
    Some(problem.with("known", "yes").with("process", process.to_string()).with("since", since))
}

/// A lock that is not had yet.
struct Wanted {
    file: File,
    path: PathBuf,
}

impl From<Wanted> for Lock {
    fn from(taken: Wanted) -> Self {
        Self { file: taken.file, path: taken.path }
    }
}

impl Wanted {
    fn open(state_dir: &Path, name: &str) -> Result<Self> {
        let directory = directory(state_dir);
        os::create_private_dir(&directory)?;
        let path = directory.join(format!("{name}{ENDING}"));
        Ok(Self { file: os::open_own(&path)?, path })
    }

    /// True if it is ours now. One whose holder removed it is no lock any more: another is made.
    fn is_taken(&mut self) -> Result<bool> {
        loop {
            match self.file.try_lock() {
                Ok(()) if os::is_at(&self.file, &self.path) => break,
                Ok(()) => self.file = os::open_own(&self.path)?,
                Err(TryLockError::WouldBlock) => return Ok(false),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        let note = format!("{} {}\n", std::process::id(), Timestamp::from(SystemTime::now()).timestamp());
        let mut file = &self.file;
        // That nobody can be told of us is no reason to do nothing.
        let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(note.as_bytes()));
        Ok(true)
    }
}

fn directory(state_dir: &Path) -> PathBuf {
    state_dir.join("locks")
}

/// Reads the holder's note; on Windows nobody else can read it.
fn holder(mut file: &File) -> Option<Holder> {
    let mut note = String::new();
    file.rewind().and_then(|()| file.take(LONGEST_NOTE).read_to_string(&mut note)).ok()?;
    let (process, since) = note.trim().split_once(' ')?;
    let since = Timestamp::from_timestamp(since.parse().ok()?, 0)?;
    Some(Holder { process: process.parse().ok()?, since })
}

/// Looks again and again, ever more rarely.
struct Waiting {
    deadline: Instant,
    next: Duration,
}

impl Waiting {
    fn new(patience: Duration) -> Self {
        Self { deadline: Instant::now() + patience, next: FIRST_PAUSE }
    }

    /// Returns the time until the next look. The error says who does not give it back.
    fn pause(&mut self, file: &File) -> Result<Duration> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Error::new(ErrorKind::TimedOut, HeldTooLong { holder: holder(file) }));
        }
        let pause = self.next.min(left);
        self.next = LONGEST_PAUSE.min(self.next * 2);
        Ok(pause)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOON: Duration = Duration::from_millis(300);

    #[tokio::test]
    async fn one_that_is_not_given_back_is_waited_for_so_long_and_its_holder_named() {
        let directory = tempfile::tempdir().expect("a directory");
        let lock = Lock::acquire(directory.path(), "a", SOON).await.expect("free");
        let begun = Instant::now();
        let error = Lock::acquire(directory.path(), "a", SOON).await.expect_err("held");
        assert!(begun.elapsed() >= SOON, "{:?}", begun.elapsed());
        let problem = held(&error).expect("it is held");
        assert_eq!(problem.code, Code::LockHeld);
        if cfg!(unix) {
            assert_eq!(problem.args[1], ("process", std::process::id().to_string()));
        }
        Lock::acquire(directory.path(), "b", SOON).await.expect("another one");
        let path = directory.path().to_owned();
        let waits = std::thread::spawn(move || Lock::acquire_blocking(&path, "a", PATIENCE).map(drop));
        drop(lock);
        waits.join().expect("no panic").expect("given back");
        assert!(held(&Error::other("disk")).is_none());
    }

    fn files(state_dir: &Path) -> usize {
        std::fs::read_dir(directory(state_dir)).map_or(0, Iterator::count)
    }

    #[test]
    fn one_holds_it_at_a_time_though_its_file_goes_each_time() {
        use std::sync::atomic::{AtomicUsize, Ordering};
        let state = tempfile::tempdir().expect("a directory");
        let inside = AtomicUsize::new(0);
        std::thread::scope(|threads| {
            for _ in 0..8 {
                threads.spawn(|| {
                    for _ in 0..200 {
                        let lock = Lock::acquire_blocking(state.path(), "a", PATIENCE).expect("free in time");
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0, "two at once");
                        std::thread::yield_now();
                        inside.fetch_sub(1, Ordering::SeqCst);
                        drop(lock);
                    }
                });
            }
        });
        assert_eq!(files(state.path()), usize::from(!os::TELLS_FILES_APART));
    }

    #[test]
    fn what_killed_processes_left_goes_and_what_is_held_stays() {
        if !os::TELLS_FILES_APART {
            return;
        }
        let state = tempfile::tempdir().expect("a directory");
        let held = Lock::acquire_blocking(state.path(), "held", SOON).expect("free");
        for name in ["left.lock", "new.lock", "other"] {
            std::fs::write(directory(state.path()).join(name), "4194304 1\n").expect("written");
        }
        let long_ago = SystemTime::now() - Duration::from_hours(48);
        for name in ["left.lock", "held.lock", "other"] {
            let file = File::options().append(true).open(directory(state.path()).join(name)).expect("opened");
            file.set_modified(long_ago).expect("dated");
        }
        sweep(state.path(), SystemTime::now() - Duration::from_hours(24));
        let mut left: Vec<_> = std::fs::read_dir(directory(state.path()))
            .expect("a directory")
            .map(|entry| entry.expect("an entry").file_name())
            .collect();
        left.sort();
        assert_eq!(left, ["held.lock", "new.lock", "other"]);
        drop(held);
        assert_eq!(files(state.path()), 2);
    }
}
