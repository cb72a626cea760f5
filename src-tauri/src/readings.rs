//! Reads the files. Readings are numbered, and an older one never replaces a newer one. File systems that send no
//! notifications are checked for changes.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sandglass_app::state::Event;
use sandglass_engine::panics::guard;
use sandglass_engine::{Stamp, snapshot};
use tauri::async_runtime::spawn_blocking;
use tokio::sync::mpsc::Sender;

use crate::current::Current;

/// Whoever wants something read asks here.
#[derive(Clone)]
pub(crate) struct Readings(Arc<Shared>);

struct Shared {
    current: Current,
    events: Sender<Event>,
    begun: AtomicU64,
    done: Mutex<Done>,
}

/// The readings that are done and under way.
#[derive(Default)]
struct Done {
    /// The number of the reading that was told last.
    told: u64,
    /// The last that began, and how the files looked before it: they are read once, however many look.
    begun: Option<(u64, Stamp)>,
}

impl Readings {
    /// Of the files that are in use; they become events.
    pub(crate) fn new(current: Current, events: Sender<Event>) -> Self {
        Self(Arc::new(Shared { current, events, begun: AtomicU64::new(0), done: Mutex::default() }))
    }

    /// Reads where something changed, and tells.
    pub(crate) fn look(&self) {
        let readings = self.clone();
        spawn_blocking(move || readings.look_now());
    }

    /// The same at once. Touches the disk: not for a thread that others wait for.
    pub(crate) fn look_now(&self) {
        // What panics is in the log; what was read before stays.
        let _ = guard(|| self.0.look());
    }
}

impl Shared {
    fn look(&self) {
        let number = self.begun.fetch_add(1, Ordering::Relaxed) + 1;
        let environment = self.current.environment();
        let stamp = Stamp::take(&environment);
        if self.is_known(&stamp) {
            return;
        }
        // Other preferences may name other files.
        let now = self.current.read_again();
        let stamp = if now.paths == environment.paths { stamp } else { Stamp::take(&now) };
        if !self.begin(number, stamp) {
            return;
        }
        let read = guard(|| snapshot(&now));
        let mut done = self.done();
        match read {
            // Held while it is sent, so that they arrive in order.
            Ok(read) if done.told < number => {
                done.told = number;
                let _ = self.events.blocking_send(Event::Read(Box::new(read)));
            }
            Ok(_) => {}
            // The next look tries again.
            Err(_) => done.begun = done.begun.take().filter(|(begun, _)| *begun != number),
        }
    }

    /// True if files that look so were read, or are being read.
    fn is_known(&self, stamp: &Stamp) -> bool {
        self.done().begun.as_ref().is_some_and(|(_, last)| last == stamp)
    }

    /// Begins a reading, unless there is one of the same, or of newer files.
    fn begin(&self, number: u64, stamp: Stamp) -> bool {
        let mut done = self.done();
        let is_due = done.begun.as_ref().is_none_or(|(last, begun)| *last < number && *begun != stamp);
        if is_due {
            done.begun = Some((number, stamp));
        }
        is_due
    }

    fn done(&self) -> MutexGuard<'_, Done> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use sandglass_core::variables::Variables;
    use sandglass_engine::Environment;
    use tokio::sync::mpsc;

    use super::*;

    fn shared(home: &std::path::Path) -> (Arc<Shared>, mpsc::Receiver<Event>) {
        let home = home.display().to_string();
        let variables: Variables =
            [("HOME", home.as_str()), ("USERPROFILE", home.as_str())].into_iter().collect();
        let environment = Environment::from_variables(variables).expect("a home");
        let (events, received) = mpsc::channel(16);
        (Readings::new(Current::new(environment), events).0, received)
    }

    fn profiles(received: &mut mpsc::Receiver<Event>) -> Vec<usize> {
        let count = |event| match event {
            Event::Read(snapshot) => snapshot.sessions.len(),
            event => panic!("{event:?}"),
        };
        std::iter::from_fn(|| received.try_recv().ok()).map(count).collect()
    }

    fn write(home: &std::path::Path, text: &str) {
        std::fs::create_dir_all(home.join(".aws")).expect("made");
        std::fs::write(home.join(".aws/config"), text).expect("written");
    }

    #[test]
    fn a_look_reads_what_nobody_was_told_of_and_nothing_twice() {
        let home = tempfile::tempdir().expect("a directory");
        let (shared, mut received) = shared(home.path());
        shared.look();
        shared.look();
        assert_eq!(profiles(&mut received), [0]);
        write(home.path(), "[profile a]\nregion = eu-west-1\n");
        shared.look();
        shared.look();
        assert_eq!(profiles(&mut received), [1]);
    }

    #[test]
    fn one_change_is_read_once_whoever_looks_at_the_same_moment() {
        let home = tempfile::tempdir().expect("a directory");
        let (shared, mut received) = shared(home.path());
        let many: Vec<String> = (0..300).map(|number| format!("[profile p{number}]\nregion = r\n")).collect();
        let many = many.concat();
        for round in 0..10 {
            write(home.path(), &format!("{many}[profile r{round}]\noutput = {}\n", "j".repeat(round + 1)));
            let together = std::sync::Barrier::new(4);
            std::thread::scope(|scope| {
                for _ in 0..4 {
                    scope.spawn(|| {
                        together.wait();
                        shared.look();
                    });
                }
            });
            assert_eq!(profiles(&mut received), [301], "round {round}");
        }
    }

    #[test]
    fn what_changes_while_it_is_read_is_read_again() {
        let home = tempfile::tempdir().expect("a directory");
        let (shared, mut received) = shared(home.path());
        shared.look();
        let stamp = Stamp::take(&shared.current.environment());
        write(home.path(), "[profile a]\nregion = r\n");
        // One that began before, and one of the same files.
        assert!(!shared.begin(0, Stamp::take(&shared.current.environment())) && !shared.begin(9, stamp));
        shared.look();
        assert_eq!(profiles(&mut received), [0, 1]);
    }
}
