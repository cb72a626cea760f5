//! Reads the files. Readings are numbered, and an older one never replaces a newer one. File systems that send no
//! notifications are checked for changes.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use sandglass_app::state::Event;
use sandglass_engine::panics::guard;
use sandglass_engine::{Environment, Stamp, snapshot};
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
    told: Mutex<LastReading>,
}

/// The reading that was told last, and how the files looked before it.
#[derive(Default)]
struct LastReading {
    number: u64,
    stamp: Option<Stamp>,
}

impl Readings {
    /// Of the files that are in use; they become events.
    pub(crate) fn new(current: Current, events: Sender<Event>) -> Self {
        Self(Arc::new(Shared { current, events, begun: AtomicU64::new(0), told: Mutex::default() }))
    }

    /// Reads everything, and tells.
    pub(crate) fn read(&self) {
        let shared = Arc::clone(&self.0);
        // What panics is in the log; what was read before stays.
        spawn_blocking(move || guard(|| shared.read()));
    }

    /// The same for who has just read the preferences.
    pub(crate) fn read_in(&self, environment: Arc<Environment>) {
        let shared = Arc::clone(&self.0);
        spawn_blocking(move || guard(|| shared.read_in(shared.begin(), &environment)));
    }

    /// Reads where something changed.
    pub(crate) fn look(&self) {
        let shared = Arc::clone(&self.0);
        spawn_blocking(move || guard(|| shared.look()));
    }
}

impl Shared {
    fn read(&self) {
        let number = self.begin();
        self.read_in(number, &self.current.read_again());
    }

    fn read_in(&self, number: u64, environment: &Environment) {
        self.tell(number, Stamp::take(environment), environment);
    }

    fn begin(&self) -> u64 {
        self.begun.fetch_add(1, Ordering::Relaxed) + 1
    }

    fn look(&self) {
        let number = self.begin();
        let environment = self.current.read_again();
        let now = Stamp::take(&environment);
        let told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        // The first reading is on its way.
        let changed = told.stamp.as_ref().is_some_and(|last| *last != now);
        drop(told);
        if changed {
            self.tell(number, now, &environment);
        }
    }

    /// `stamp` is how the files looked before they are read here.
    fn tell(&self, number: u64, stamp: Stamp, environment: &Environment) {
        let read = snapshot(environment);
        // Held while it is sent, so that they arrive in order.
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.number < number {
            *told = LastReading { number, stamp: Some(stamp) };
            let _ = self.events.blocking_send(Event::Read(Box::new(read)));
        }
    }
}

#[cfg(test)]
mod tests {
    use sandglass_core::variables::Variables;
    use tokio::sync::mpsc;

    use super::*;

    fn shared(home: &std::path::Path) -> (Arc<Shared>, mpsc::Receiver<Event>) {
        let home = home.display().to_string();
        let variables: Variables =
            [("HOME", home.as_str()), ("USERPROFILE", home.as_str())].into_iter().collect();
        let environment = Environment::from_variables(variables).expect("a home");
        let (events, received) = mpsc::channel(16);
        (Readings::new(Current::read(environment), events).0, received)
    }

    fn profiles(received: &mut mpsc::Receiver<Event>) -> Vec<usize> {
        let count = |event| match event {
            Event::Read(snapshot) => snapshot.sessions.len(),
            event => panic!("{event:?}"),
        };
        std::iter::from_fn(|| received.try_recv().ok()).map(count).collect()
    }

    #[test]
    fn a_look_reads_what_nobody_was_told_of_and_nothing_twice() {
        let home = tempfile::tempdir().expect("a directory");
        let (shared, mut received) = shared(home.path());
        shared.look();
        assert_eq!(profiles(&mut received), [] as [usize; 0], "the first reading comes by itself");
        shared.read();
        shared.look();
        assert_eq!(profiles(&mut received), [0]);
        std::fs::create_dir(home.path().join(".aws")).expect("made");
        std::fs::write(home.path().join(".aws/config"), "[profile a]\nregion = eu-west-1\n")
            .expect("written");
        shared.look();
        shared.look();
        assert_eq!(profiles(&mut received), [1]);
    }

    #[test]
    fn an_older_reading_never_replaces_a_newer_one() {
        let home = tempfile::tempdir().expect("a directory");
        let (shared, mut received) = shared(home.path());
        let environment = shared.current.environment();
        shared.tell(2, Stamp::take(&environment), &environment);
        shared.tell(1, Stamp::take(&environment), &environment);
        assert_eq!(profiles(&mut received).len(), 1);
        shared.tell(3, Stamp::take(&environment), &environment);
        assert_eq!(profiles(&mut received).len(), 1);
    }
}
