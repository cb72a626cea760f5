use std::pin::Pin;
use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use sandglass_app::state::StartupContext;
use sandglass_app::tray::Action;
use sandglass_core::Timestamp;
use sandglass_core::paths::AwsPaths;
use sandglass_core::preferences::Settings;
use sandglass_core::session::{CacheReading, Expires, Session, cache_keys};
use sandglass_core::snapshot::Snapshot;
use sandglass_core::testing::{LONG_TERM, resolved};
use sandglass_core::text::Language;
use sandglass_core::variables::Variables;
use tokio::sync::mpsc::{self, Sender};

use super::*;

/// A clock that is where its sleeper waits for: ten minutes pass at once. At its end the tester's
/// `Quit` is sent.
struct Simulated {
    now: Mutex<Timestamp>,
    wakeups: Arc<Mutex<Vec<Timestamp>>>,
    end: Timestamp,
    quit: Sender<Event>,
}

impl Clock for Simulated {
    fn now(&self) -> Timestamp {
        *self.now.lock().expect("the time")
    }

    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(async move {
            // What has been sent is looked at before time passes.
            tokio::task::yield_now().await;
            let mut now = self.now.lock().expect("the time");
            *now += TimeDelta::from_std(duration).expect("a short time");
            self.wakeups.lock().expect("the list").push(*now);
            if *now >= self.end {
                let _ = self.quit.try_send(Event::Clicked(Action::Quit));
            }
        })
    }
}

#[derive(Default)]
struct Seen {
    views: Vec<TrayView>,
    effects: Vec<Effect>,
    looks: usize,
}

#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Seen>>);

impl EffectRunner for Recorder {
    fn show(&mut self, view: TrayView) {
        self.0.lock().expect("the record").views.push(view);
    }

    fn look(&mut self) {
        self.0.lock().expect("the record").looks += 1;
    }

    fn perform(&mut self, effect: Effect) {
        self.0.lock().expect("the record").effects.push(effect);
    }
}

fn paths() -> AwsPaths {
    AwsPaths::new("/home/u".as_ref(), &Variables::default())
}

/// Nothing happens by itself: these tests count what the labels need.
fn by_hand() -> Settings {
    Settings { silent_renewal: false, notifications: false, ..Settings::default() }
}

fn startup_context() -> StartupContext {
    StartupContext { paths: paths(), ..sandglass_app::testing::startup_context(Language::English) }
}

fn session(profile: &str, expires_at: Timestamp) -> Session {
    let config =
        format!("[profile {profile}]\nrole_arn = arn:aws:iam::123456789012:role/R\nsource_profile = base\n");
    let resolution = resolved(&config, LONG_TERM, profile);
    let stored_at = Some(expires_at - TimeDelta::hours(1));
    let entry = CacheReading::Entry { expires_at, stored_at, account_id: None };
    let cached = cache_keys(&resolution).into_iter().map(|key| (key, entry.clone())).collect();
    Session::assess(&resolution, None, &cached)
}

/// Runs the actor over ten simulated minutes with these sessions.
async fn ten_minutes(sessions: impl Fn(Timestamp) -> Vec<Session>) -> (Vec<Timestamp>, Recorder) {
    let start = Timestamp::from_timestamp(1_790_000_013, 421_000_000).expect("a time");
    let (sender, events) = mpsc::channel(16);
    let wakeups = Arc::default();
    let clock = Simulated {
        now: Mutex::new(start),
        wakeups: Arc::clone(&wakeups),
        end: start + TimeDelta::minutes(10),
        quit: sender.clone(),
    };
    let snapshot = Snapshot { sessions: sessions(start), settings: by_hand(), ..Snapshot::empty(paths()) };
    sender.send(Event::Read(Box::new(snapshot))).await.expect("the actor listens");
    let recorder = Recorder::default();
    run(State::new(startup_context()), events, clock, recorder.clone()).await;
    let wakeups = wakeups.lock().expect("the list").clone();
    (wakeups, recorder)
}

#[tokio::test]
async fn three_watched_profiles_wake_us_twice_a_minute_at_most() {
    let (wakeups, recorder) = ten_minutes(|start| {
        vec![
            session("a", start + TimeDelta::milliseconds(2_531_017)),
            session("b", start + TimeDelta::milliseconds(847_430)),
            session("c", start + TimeDelta::milliseconds(215_999)),
        ]
    })
    .await;
    assert!(wakeups.len() >= 10, "the labels count down: {wakeups:?}");
    for (index, from) in wakeups.iter().enumerate() {
        let within = wakeups[index..].iter().take_while(|at| **at - *from < TimeDelta::minutes(1)).count();
        assert!(within <= 2, "{within} wake-ups in the minute from {from}: {wakeups:?}");
    }
    let seen = recorder.0.lock().expect("the record");
    assert_eq!(seen.looks, wakeups.len(), "each wake-up looks at the files");
    assert!(seen.views.windows(2).all(|pair| pair[0] != pair[1]), "an equal view was pushed again");
    assert!(seen.views.last().is_some_and(|view| format!("{view:?}").contains("expired 6 min ago")));
}

#[tokio::test]
async fn nothing_that_runs_out_means_no_wake_up() {
    let start = Timestamp::UNIX_EPOCH;
    let mut state = State::new(startup_context());
    let mut keys = session("keys", start);
    keys.expires = Expires::Never;
    let snapshot = Snapshot { sessions: vec![keys], settings: by_hand(), ..Snapshot::empty(paths()) };
    state.apply(Event::Read(Box::new(snapshot)), start);
    assert_eq!(state.next_wakeup(start), None);
}

#[tokio::test]
async fn a_click_becomes_one_renewal_and_its_answer_a_new_reading() {
    let (sender, events) = mpsc::channel(16);
    let start = Timestamp::UNIX_EPOCH;
    let snapshot = Snapshot {
        sessions: vec![session("a", start + TimeDelta::hours(1))],
        settings: by_hand(),
        ..Snapshot::empty(paths())
    };
    let renew = || Event::Clicked(Action::Renew { profile: "a".to_owned() });
    for event in [Event::Read(Box::new(snapshot)), renew(), renew(), Event::Clicked(Action::Quit)] {
        sender.send(event).await.expect("the actor listens");
    }
    let clock = Simulated {
        now: Mutex::new(start),
        wakeups: Arc::default(),
        end: start + TimeDelta::days(1),
        quit: sender,
    };
    let recorder = Recorder::default();
    run(State::new(startup_context()), events, clock, recorder.clone()).await;
    let seen = recorder.0.lock().expect("the record");
    let renewals = seen.effects.iter().filter(|effect| matches!(effect, Effect::Renew { .. })).count();
    assert_eq!(renewals, 1, "{:?}", seen.effects);
    assert_eq!(seen.effects.last(), Some(&Effect::Quit));
    assert!(seen.views.iter().any(|view| format!("{view:?}").contains("renewing…")));
}

/// Panics at its first effect.
struct Fragile(Recorder, bool);

impl EffectRunner for Fragile {
    fn show(&mut self, view: TrayView) {
        self.0.show(view);
    }

    fn look(&mut self) {}

    fn perform(&mut self, effect: Effect) {
        assert!(std::mem::replace(&mut self.1, true), "a fault of a library");
        self.0.perform(effect);
    }
}

#[tokio::test]
async fn a_panic_ends_one_effect_and_not_the_tray() {
    let (sender, events) = mpsc::channel(16);
    for event in [Event::FilesChanged, Event::Clicked(Action::Quit)] {
        sender.send(event).await.expect("the actor listens");
    }
    let start = Timestamp::UNIX_EPOCH;
    let end = start + TimeDelta::days(1);
    let clock = Simulated { now: Mutex::new(start), wakeups: Arc::default(), end, quit: sender };
    let recorder = Recorder::default();
    run(State::new(startup_context()), events, clock, Fragile(recorder.clone(), false)).await;
    let seen = recorder.0.lock().expect("the record");
    assert_eq!(seen.effects, [Effect::Read, Effect::Quit], "after the first, which was lost");
}
