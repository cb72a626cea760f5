//! Keeps the files that cleaning removed, in this process's memory, for as long as they can be put back.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sandglass_core::cache::{CacheFile, PutBack};
use sandglass_core::problem::{Code, Problem};
use sandglass_engine::cache::{Cleaned, Removed, put_back};
use sandglass_engine::{Clock, Environment, SystemClock};

use crate::log;

/// The minutes for which it is kept: `notice-cleaned-body` and the problem `cache_not_kept` say so.
const MINUTES_KEPT: u32 = 10;
const MINUTE: Duration = Duration::from_mins(1);
/// As many as anybody has messages with an Undo before them.
const MOST: usize = 4;

/// Each file that was to go, and whether it went.
pub(crate) type Results = Vec<(CacheFile, Result<(), Problem>)>;

/// The last cleanings, each by its number.
#[derive(Clone, Default)]
pub(crate) struct Cleanings(Arc<Mutex<RecentCleanings>>);

#[derive(Default)]
struct RecentCleanings {
    last: u32,
    newest_last: VecDeque<(u32, Removed)>,
}

impl Cleanings {
    /// Takes what a cleaning came to: what went is kept for its time, what did not is logged. The number
    /// takes it back; there is none where nothing went.
    pub(crate) fn done(&self, environment: &Environment, cleaned: Cleaned) -> (Results, Option<u32>) {
        let Cleaned { files, removed } = cleaned;
        for (file, result) in &files {
            if let Err(problem) = result {
                let path = environment.paths.display(&file.path);
                log::problem("cache_not_cleaned", problem, &environment.paths, &[("file", &path)]);
            }
        }
        (files, self.keep_for_a_while(removed))
    }

    /// Keeps what was removed, for its time. The number takes it back; there is none where nothing went.
    pub(crate) fn keep_for_a_while(&self, removed: Removed) -> Option<u32> {
        if removed.is_empty() {
            return None;
        }
        let number = self.keep(removed);
        let cleanings = self.clone();
        tauri::async_runtime::spawn(async move { cleanings.forget_in_time(number, &SystemClock).await });
        Some(number)
    }

    /// Puts back what a cleaning removed, once.
    pub(crate) async fn put_back(&self, environment: &Environment, number: u32) -> Result<PutBack, Problem> {
        let Some(removed) = self.take(number) else { return Err(Problem::new(Code::CacheNotKept)) };
        let answer = put_back(environment, removed).await;
        for problem in &answer.failures {
            log::problem("cache_not_restored", problem, &environment.paths, &[]);
        }
        Ok(answer)
    }

    /// Wipes everything: at the end of the program.
    pub(crate) fn forget_all(&self) {
        self.lock().newest_last.clear();
    }

    fn keep(&self, removed: Removed) -> u32 {
        let mut kept = self.lock();
        kept.last += 1;
        let number = kept.last;
        kept.newest_last.push_back((number, removed));
        if kept.newest_last.len() > MOST {
            kept.newest_last.pop_front();
        }
        number
    }

    fn take(&self, number: u32) -> Option<Removed> {
        let kept = &mut self.lock().newest_last;
        let place = kept.iter().position(|(known, _)| *known == number)?;
        kept.remove(place).map(|(_, removed)| removed)
    }

    /// Minute by minute, for a timer stands still while the computer sleeps.
    async fn forget_in_time(&self, number: u32, clock: &dyn Clock) {
        let end = clock.now() + MINUTE * MINUTES_KEPT;
        for _ in 0..MINUTES_KEPT {
            if clock.now() < end {
                clock.sleep(MINUTE).await;
            }
        }
        drop(self.take(number));
    }

    fn lock(&self) -> MutexGuard<'_, RecentCleanings> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;

    use sandglass_core::Timestamp;
    use sandglass_core::variables::Variables;
    use sandglass_engine::cache::{clean_these, inventory};

    use super::*;

    const ENTRY: &str = r#"{"Credentials":{"AccessKeyId":"A","SecretAccessKey":"s","SessionToken":"t","Expiration":"2020-01-01T00:00:00Z"}}"#;

    /// Sleeping takes no time.
    struct Sleepless(Mutex<Vec<Duration>>);

    impl Clock for Sleepless {
        fn now(&self) -> Timestamp {
            Timestamp::UNIX_EPOCH
        }

        fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
            self.0.lock().expect("the list").push(duration);
            Box::pin(async {})
        }
    }

    struct World {
        _home: tempfile::TempDir,
        environment: Environment,
        cleanings: Cleanings,
    }

    impl World {
        fn new() -> Self {
            let home = tempfile::tempdir().expect("a directory");
            let path = home.path().to_str().expect("text");
            let variables: Variables = [("HOME", path), ("USERPROFILE", path)].into_iter().collect();
            let environment = Environment::from_variables(variables).expect("a home");
            std::fs::create_dir_all(&environment.paths.cli_cache).expect("made");
            Self { _home: home, environment, cleanings: Cleanings::default() }
        }

        /// Cleans one entry; its number.
        async fn clean(&self) -> u32 {
            let path = self.environment.paths.cli_cache.join("24973d1cbbaca87acf4b5ca7a2a4a04c9ea4dfe5.json");
            std::fs::write(path, ENTRY).expect("written");
            let cleaned = clean_these(&self.environment, inventory(&self.environment).files).await;
            assert_eq!(cleaned.files.len(), 1);
            self.cleanings.keep(cleaned.removed)
        }

        fn entries(&self) -> usize {
            inventory(&self.environment).files.len()
        }
    }

    #[tokio::test]
    async fn a_cleaning_is_taken_back_once() {
        let world = World::new();
        let number = world.clean().await;
        assert_eq!(world.entries(), 0);
        let answer = world.cleanings.put_back(&world.environment, number).await.expect("kept");
        assert_eq!((answer.put_back, world.entries()), (1, 1));
        let again = world.cleanings.put_back(&world.environment, number).await;
        assert_eq!(again.expect_err("gone").code, Code::CacheNotKept);
    }

    #[tokio::test]
    async fn after_ten_minutes_or_at_the_end_nothing_is_kept() {
        let world = World::new();
        let number = world.clean().await;
        let clock = Sleepless(Mutex::default());
        world.cleanings.forget_in_time(number, &clock).await;
        assert_eq!(clock.0.lock().expect("the list").iter().sum::<Duration>(), Duration::from_mins(10));
        assert!(world.cleanings.take(number).is_none());
        let number = world.clean().await;
        world.cleanings.forget_all();
        assert!(world.cleanings.take(number).is_none());
    }

    #[tokio::test]
    async fn only_the_last_few_are_kept() {
        let world = World::new();
        let mut numbers = Vec::new();
        for _ in 0..=MOST {
            numbers.push(world.clean().await);
        }
        let kept: Vec<bool> =
            numbers.into_iter().map(|number| world.cleanings.take(number).is_some()).collect();
        assert_eq!(kept, [false, true, true, true, true]);
    }
}
