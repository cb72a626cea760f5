//! The world around a `State`: time, AWS, the machine, its user.

mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;

use aws_files::Profiles;
use chrono::{TimeDelta, Timelike};
use sandglass_app::notices::SlotId;
use sandglass_app::state::{AttemptId, Effect, Event, StartupContext, State};
use sandglass_app::testing::startup_context;
use sandglass_app::tray::Action;
use sandglass_core::Timestamp;
use sandglass_core::paths::AwsPaths;
use sandglass_core::preferences::{ProfileSettings, Refresh, Settings};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::{Call, Resolution, refresh_source, resolve};
use sandglass_core::session::{CacheReading, CacheReadings, Session, cache_keys};
use sandglass_core::snapshot::Snapshot;
use sandglass_core::source::Source;
use sandglass_core::testing::profiles;
use sandglass_core::text::Language;
use sandglass_core::variables::Variables;

use files::{arn, config, credentials};

/// What renewing takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nobody.
    Silent,
    /// A code.
    Mfa,
    /// Nobody while the session of `mfa-day` lives.
    Chained,
    /// New keys.
    Pasted,
    /// Keys in a file, renewed from a role.
    Refreshed,
    /// A click: silent renewal is off.
    Click,
}

/// A profile, its session and what was counted.
#[derive(Debug)]
pub(crate) struct Profile {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    life: TimeDelta,
    end: Timestamp,
    begin: Timestamp,
    counted: Option<Timestamp>,
    pub(crate) deadlines: usize,
    pub(crate) told: usize,
    over_since: Option<Timestamp>,
    pub(crate) longest_over: TimeDelta,
    renewals: usize,
}

/// The week.
pub(crate) struct Week {
    state: State,
    pub(crate) profiles: Vec<Profile>,
    time: Timestamp,
    start: Timestamp,
    running: Vec<(Timestamp, AttemptId, String)>,
    told: BTreeSet<(String, Timestamp)>,
    slots: BTreeMap<SlotId, usize>,
    pub(crate) opened: usize,
    pub(crate) joined: usize,
    shown: usize,
    pub(crate) calls: usize,
    pub(crate) failed_calls: usize,
    wakeups: usize,
}

const STEP: TimeDelta = TimeDelta::seconds(1);

fn paths() -> AwsPaths {
    AwsPaths::new("/home/ana".as_ref(), &Variables::default())
}

impl Week {
    pub(crate) fn new() -> Self {
        // A Monday, seven in the morning.
        let start: Timestamp = "2026-11-23T07:00:00Z".parse().expect("a time");
        let profile = |name, kind, hours: i64, left: i64| Profile {
            name,
            kind,
            life: TimeDelta::hours(hours),
            end: start + TimeDelta::minutes(left),
            begin: start + TimeDelta::minutes(left) - TimeDelta::hours(hours),
            counted: None,
            deadlines: 0,
            told: 0,
            over_since: None,
            longest_over: TimeDelta::zero(),
            renewals: 0,
        };
        let profiles = vec![
            profile("dev", Kind::Silent, 1, 40),
            profile("staging", Kind::Silent, 1, 25),
            profile("data", Kind::Silent, 4, 100),
            profile("ci", Kind::Silent, 12, 300),
            profile("mfa-day", Kind::Mfa, 12, 63),
            profile("mfa-short", Kind::Mfa, 8, 131),
            profile("via-mfa-day", Kind::Chained, 1, 45),
            profile("pasted", Kind::Pasted, 12, 200),
            profile("refreshed", Kind::Refreshed, 1, 50),
            profile("by-hand", Kind::Click, 12, 260),
        ];
        let state = State::new(StartupContext {
            tomorrow: |now| now + TimeDelta::days(1),
            ..startup_context(Language::English)
        });
        Self {
            state,
            profiles,
            time: start,
            start,
            running: Vec::new(),
            told: BTreeSet::new(),
            slots: BTreeMap::new(),
            opened: 0,
            joined: 0,
            shown: 0,
            calls: 0,
            failed_calls: 0,
            wakeups: 0,
        }
    }

    pub(crate) fn run(&mut self) {
        self.read();
        let end = self.start + TimeDelta::days(7);
        let mut wakeup = None;
        while self.time < end {
            self.time += STEP;
            if self.is_asleep() {
                // Timers stand still: what was waited for comes half a minute after waking.
                wakeup = Some(TimeDelta::seconds(30));
                continue;
            }
            self.finish_renewals();
            let due = match &mut wakeup {
                Some(left) => {
                    *left -= STEP;
                    *left <= TimeDelta::zero()
                }
                None => false,
            };
            if due {
                self.wakeups += 1;
                self.tell(Event::WokeUp);
            }
            if due || wakeup.is_none() {
                // A timer runs for a span, whatever becomes of the clock.
                let now = self.clock();
                wakeup = self.state.next_wakeup(now).map(|(at, _)| at - now);
            }
            self.act_as_the_user();
            self.measure();
        }
    }

    /// Hours since the beginning of the week's first day.
    fn hour(&self) -> i64 {
        (self.time - self.start).num_hours() + 7
    }

    fn is_asleep(&self) -> bool {
        !(7..23).contains(&(self.hour() % 24))
    }

    /// Wednesday from ten for an hour and a half.
    fn is_offline(&self) -> bool {
        let minutes = (self.time - self.start).num_minutes() + 7 * 60;
        (2 * 1440 + 600..2 * 1440 + 690).contains(&minutes)
    }

    /// Thursday from two for an hour, an hour ahead.
    fn has_wrong_clock(&self) -> bool {
        self.hour() == 3 * 24 + 14
    }

    fn clock(&self) -> Timestamp {
        if self.has_wrong_clock() { self.time + TimeDelta::hours(1) } else { self.time }
    }

    fn tell(&mut self, event: Event) {
        for effect in self.state.apply(event, self.clock()) {
            match effect {
                Effect::Renew { attempt, profile, .. } => {
                    let takes = if self.is_offline() { 8 } else { 1 };
                    self.running.push((self.time + TimeDelta::seconds(takes), attempt, profile));
                }
                Effect::Notify(notice) => {
                    self.shown += 1;
                    self.count(notice.slot, &format!("{}\n{}", notice.title, notice.body));
                }
                Effect::CloseNotice(slot) => {
                    self.slots.remove(&slot);
                }
                Effect::Read => self.read(),
                Effect::Remember(_) | Effect::TellOthers(_) | Effect::StartAtLogin(_) | Effect::Log(_) => {}
                other => panic!("{other:?}"),
            }
        }
    }

    /// A notification names the profiles it is about.
    fn count(&mut self, slot: SlotId, text: &str) {
        let named: Vec<usize> = (0..self.profiles.len())
            .filter(|index| {
                let name = self.profiles[*index].name;
                text.lines()
                    .any(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with([':', ' '])))
            })
            .collect();
        let before = self.slots.insert(slot, named.len());
        match before {
            None => {
                self.opened += 1;
                self.joined += named.len().max(1) - 1;
            }
            Some(before) => self.joined += named.len().saturating_sub(before),
        }
        for index in named {
            let profile = &mut self.profiles[index];
            if self.told.insert((profile.name.to_owned(), profile.end)) {
                profile.told += 1;
            }
        }
    }

    fn finish_renewals(&mut self) {
        let (done, running) =
            std::mem::take(&mut self.running).into_iter().partition(|(at, ..)| *at <= self.time);
        self.running = running;
        for (_, attempt, profile) in done {
            let result = self.ask_aws(&profile);
            self.tell(Event::RenewalFinished { attempt, profile, result });
        }
    }

    fn ask_aws(&mut self, name: &str) -> Result<Option<Timestamp>, Problem> {
        self.calls += 1;
        let refusal = if self.is_offline() {
            Some(Code::Network)
        } else if self.has_wrong_clock() {
            Some(Code::ClockSkew)
        } else {
            None
        };
        if let Some(code) = refusal {
            self.failed_calls += 1;
            return Err(Problem::new(code));
        }
        self.renew(name);
        Ok(None)
    }

    fn renew(&mut self, name: &str) {
        let now = self.time;
        let profile = self.profiles.iter_mut().find(|profile| profile.name == name).expect("a profile");
        (profile.begin, profile.end) = (now, now + profile.life);
        profile.renewals += 1;
    }

    /// On her nine hours at work she answers a notification ten minutes after it came; what came
    /// outside of them, when she is back.
    fn act_as_the_user(&mut self) {
        let works = (8..17).contains(&(self.hour() % 24)) && self.hour() / 24 < 5;
        if !works || self.time.second() != 0 || !self.time.minute().is_multiple_of(10) || self.is_offline() {
            return;
        }
        let waiting: Vec<(&str, Kind)> = self
            .profiles
            .iter()
            .filter(|profile| self.told.contains(&(profile.name.to_owned(), profile.end)))
            .map(|profile| (profile.name, profile.kind))
            .collect();
        for (name, kind) in waiting {
            if kind == Kind::Click {
                self.tell(Event::Clicked(Action::Renew { profile: name.to_owned() }));
            } else if !self.has_wrong_clock() {
                self.renew(name);
                self.read();
            }
        }
    }

    fn read(&mut self) {
        let files = profiles(&config(&self.profiles), &credentials(&self.profiles));
        let sessions = self.profiles.iter().map(|profile| self.session(profile, &files)).collect();
        let mut settings = Settings {
            watched: Some(self.profiles.iter().map(|profile| profile.name.to_owned()).collect()),
            ..Settings::default()
        };
        let off = ProfileSettings { silent_renewal: Some(false), ..ProfileSettings::default() };
        settings.profiles.insert("by-hand".to_owned(), off);
        let snapshot = Snapshot { sessions, settings, ..Snapshot::empty(paths()) };
        self.tell(Event::Read(Box::new(snapshot)));
    }

    fn session(&self, profile: &Profile, files: &Profiles) -> Session {
        let (nothing, call) = (Variables::default(), Call::Profile(profile.name.to_owned()));
        let resolution = resolve(files, &nothing, &call);
        let refresh = (profile.kind == Kind::Refreshed).then(|| {
            let refresh = Refresh { role_arn: arn(profile.name), source_profile: "base".to_owned() };
            refresh_source(files, &nothing, profile.name, &refresh).expect("resolved")
        });
        Session::assess(&resolution, refresh.as_ref(), &self.cached(&resolution))
    }

    /// The sessions of a profile and of the one it is assumed from.
    fn cached(&self, resolution: &Resolution) -> CacheReadings {
        let chain = resolution.source.iter().flat_map(Source::links);
        let ends =
            chain.filter_map(|source| self.profiles.iter().find(|one| Some(one.name) == source.profile()));
        let entry = |profile: &Profile| CacheReading::Entry {
            expires_at: profile.end,
            stored_at: Some(profile.begin),
            account_id: None,
        };
        cache_keys(resolution).into_iter().zip(ends.map(entry)).collect()
    }

    /// Counts what only a human can do as it comes near, and how long anything was over while it
    /// need not have been.
    fn measure(&mut self) {
        let could_renew = !self.is_offline() && !self.has_wrong_clock();
        let day = self.profiles.iter().find(|profile| profile.name == "mfa-day").map(|day| day.end);
        let (now, clock) = (self.time, self.clock());
        for profile in &mut self.profiles {
            let human = match profile.kind {
                Kind::Silent | Kind::Refreshed => false,
                Kind::Mfa | Kind::Pasted | Kind::Click => true,
                // While its source can sign, it is renewed without a word.
                Kind::Chained => day.is_some_and(|end| end - clock < TimeDelta::minutes(15)),
            };
            let deadline = if profile.kind == Kind::Chained {
                day.unwrap_or(profile.end).max(profile.end)
            } else {
                profile.end
            };
            // It is told on the next half minute: what was fixed before that is no deadline.
            let near = deadline - clock <= TimeDelta::minutes(15) - TimeDelta::seconds(31);
            if human && near && profile.counted != Some(profile.end) {
                profile.counted = Some(profile.end);
                profile.deadlines += 1;
            }
            let over = !human && could_renew && profile.end <= now;
            profile.over_since = if over { profile.over_since.or(Some(now)) } else { None };
            if let Some(since) = profile.over_since {
                profile.longest_over = profile.longest_over.max(now - since);
            }
        }
    }

    /// The table, past the capture of test output.
    pub(crate) fn print(&self) {
        let mut table = String::from(
            "\nA simulated week\nprofile       kind        renewals  human deadlines  told  longest over\n",
        );
        for profile in &self.profiles {
            let _ = writeln!(
                table,
                "{:<13} {:<11} {:>8}  {:>15}  {:>4}  {:>10} s",
                profile.name,
                format!("{:?}", profile.kind),
                profile.renewals,
                profile.deadlines,
                profile.told,
                profile.longest_over.num_seconds()
            );
        }
        let _ = writeln!(
            table,
            "{} notifications ({} told with another), shown {} times; {} calls to AWS, {} of them in vain; \
             {} wake-ups",
            self.opened, self.joined, self.shown, self.calls, self.failed_calls, self.wakeups
        );
        let _ = std::io::stderr().write_all(table.as_bytes());
    }
}
