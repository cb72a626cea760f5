//! Locks between our processes.

use std::fs::{File, TryLockError};
use std::io::{Error, ErrorKind, Read, Result, Seek, Write};
use std::path::Path;
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

/// Held while something is renewed or changed. The operating system releases it when its holder
/// dies, so a killed process never blocks the next.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the lock of this name, a cache key or the name of what is changed, but not for ever.
    pub(crate) async fn acquire(state_dir: &Path, name: &str, patience: Duration) -> Result<Self> {
        let (file, mut waiting) = (open(state_dir, name)?, Waiting::new(patience));
        loop {
            if taken(&file)? {
                return Ok(Self { _file: file });
            }
            tokio::time::sleep(waiting.pause(&file)?).await;
        }
    }

    /// The same where waiting blocks nobody else.
    pub(crate) fn acquire_blocking(state_dir: &Path, name: &str, patience: Duration) -> Result<Self> {
        let (file, mut waiting) = (open(state_dir, name)?, Waiting::new(patience));
        loop {
            if taken(&file)? {
                return Ok(Self { _file: file });
            }
            std::thread::sleep(waiting.pause(&file)?);
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

fn open(state_dir: &Path, name: &str) -> Result<File> {
    let directory = state_dir.join("locks");
    os::create_private_dir(&directory)?;
    os::open_own(&directory.join(format!("{name}.lock")))
}

fn taken(mut file: &File) -> Result<bool> {
    match file.try_lock() {
        Ok(()) => {
            let note = format!("{} {}\n", std::process::id(), Timestamp::from(SystemTime::now()).timestamp());
            // That nobody can be told of us is no reason to do nothing.
            let _ =
                file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(note.as_bytes()));
            Ok(true)
        }
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(error),
    }
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
}
