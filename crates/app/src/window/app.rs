//! The part of the window's view that concerns the whole application.

use serde::Serialize;

use super::sessions::need;
use super::{NeedKind, ProblemText, problem_text};
use crate::facts::{Facts, HoldReason, WrittenFile};
use sandglass_core::Timestamp;
use sandglass_core::memory::Pause;
use sandglass_core::paths::AwsPaths;
use sandglass_core::preferences::TimeFormat;
use sandglass_core::problem::Problem;
use sandglass_core::text::Text;

/// The state of the whole application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each tells the page of something else")]
pub struct AppView {
    /// Sandglass's own version.
    pub version: &'static str,
    /// The language in use: `en` or `pt-BR`.
    pub language: &'static str,
    /// The format of times of day: `system` only where the system knows better than its variables say.
    pub clock: TimeFormat,
    /// True if choosing what is watched was put off in this run.
    pub chooses_later: bool,
    /// Conditions of the whole application, the weightiest first.
    pub conditions: Vec<Condition>,
    /// True if the user has yet to choose what is watched: nothing is chosen, and there are more profiles
    /// than are watched without being asked.
    pub undecided: bool,
    /// Problems of the AWS files or the preferences as a whole.
    pub problems: Vec<FileProblem>,
    /// The number of needs for a person now: watched sessions, files that cannot be used, a clock that is off.
    #[cfg_attr(test, ts(type = "number"))]
    pub needs_you: usize,
    /// The profiles that "renew all" would renew now.
    pub renew_all: RenewAllView,
    /// The next time a watched profile needs a person.
    pub next_need: Option<NextNeed>,
    /// The number of expired cache files, which could be cleaned.
    #[cfg_attr(test, ts(type = "number"))]
    pub expired_caches: usize,
    /// The files that Sandglass will write, if there is no AWS profile yet; else empty.
    pub first_run: Vec<WrittenFile>,
    /// True if anything shows the tray icon.
    pub has_tray: bool,
    /// True if the demo can be started from here.
    pub has_demo: bool,
    /// The revision of the AWS files: it changes whenever the content of either file does. The
    /// Profiles view asks for its list and form anew, and a dirty form tells of the change.
    pub files: String,
    /// The number of profiles, for texts such as "Search 214 profiles".
    #[cfg_attr(test, ts(type = "number"))]
    pub profile_count: usize,
}

/// Something that holds for everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Condition {
    /// This is the demo.
    Demo,
    /// No silent renewal, no notification.
    Paused {
        /// Its end; null: until the user ends it.
        #[cfg_attr(test, ts(type = "number | null"))]
        until: Option<i64>,
    },
    /// AWS cannot be reached.
    Offline {
        /// The number of watched sessions that are still valid.
        #[cfg_attr(test, ts(type = "number"))]
        valid: usize,
        /// The expiry of the first of them.
        #[cfg_attr(test, ts(type = "number | null"))]
        first_ends: Option<i64>,
    },
    /// This machine's clock is off.
    Clock,
    /// The system does not tell of changes to files: they are looked at now and then.
    Unwatched,
}

/// A problem of a file as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FileProblem {
    /// The problem and its place.
    pub words: ProblemText,
}

/// The profiles that "renew all" would renew now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RenewAllView {
    /// The profiles, those that need no person first.
    pub profiles: Vec<String>,
    /// True if some take an MFA code.
    pub asks: bool,
    /// True if they are so many that it is asked about first.
    pub many: bool,
}

/// The next need for a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NextNeed {
    /// The time.
    #[cfg_attr(test, ts(type = "number"))]
    pub at: i64,
    /// For what.
    pub need: NeedKind,
    /// For whose session.
    pub profile: String,
}

/// The result of testing the network settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NetworkAnswer {
    /// The address of STS that was asked.
    pub endpoint: String,
    /// Null: AWS answered.
    pub failure: Option<ProblemText>,
}

/// The view of everything that is not about one session.
pub(crate) fn app(facts: &Facts, now: Timestamp) -> AppView {
    let snapshot = &facts.snapshot;
    AppView {
        version: env!("CARGO_PKG_VERSION"),
        language: facts.text.language().as_str(),
        clock: snapshot
            .settings
            .time_format
            .in_force(facts.config.time_locale.as_deref(), facts.text.language()),
        chooses_later: facts.chooses_later,
        conditions: conditions(facts, now),
        undecided: snapshot.undecided(now),
        problems: snapshot
            .problems
            .iter()
            .map(|problem| file_problem(problem, &facts.text, &snapshot.paths))
            .collect(),
        needs_you: facts.needs_you(now),
        renew_all: renew_all(facts, now),
        next_need: next_need(facts, now),
        expired_caches: snapshot.expired_caches(now),
        first_run: if snapshot.sessions.is_empty() && snapshot.problems.is_empty() {
            facts.config.written.clone()
        } else {
            Vec::new()
        },
        has_tray: facts.has_tray,
        has_demo: facts.config.has_demo,
        files: snapshot.revision.clone(),
        profile_count: snapshot.sessions.len(),
    }
}

fn conditions(facts: &Facts, now: Timestamp) -> Vec<Condition> {
    let demo = facts.config.demo.then_some(Condition::Demo);
    let paused = match facts.memory.paused.filter(|_| facts.memory.is_paused(now)) {
        Some(Pause::Until(end)) => Some(Condition::Paused { until: Some(end.timestamp_millis()) }),
        Some(Pause::UntilResumed) => Some(Condition::Paused { until: None }),
        None => None,
    };
    let hold = facts.hold.as_ref().map(|hold| match hold.reason {
        HoldReason::Offline => {
            let (valid, first) = facts.still_valid(now);
            Condition::Offline { valid, first_ends: first.map(|end| end.timestamp_millis()) }
        }
        HoldReason::Clock => Condition::Clock,
    });
    let unwatched = (!facts.watches).then_some(Condition::Unwatched);
    demo.into_iter().chain(paused).chain(hold).chain(unwatched).collect()
}

fn renew_all(facts: &Facts, now: Timestamp) -> RenewAllView {
    let all = facts.renew_all_takes(now);
    RenewAllView { asks: all.asks, many: all.is_many(), profiles: all.profiles }
}

/// Returns a file's problem with its place.
pub fn file_problem(problem: &Problem, text: &Text, paths: &AwsPaths) -> FileProblem {
    FileProblem { words: problem_text(problem, text, paths) }
}

/// The first human deadline to come among the watched.
fn next_need(facts: &Facts, now: Timestamp) -> Option<NextNeed> {
    let settings = &facts.snapshot.settings;
    let watched = facts.snapshot.watched(now).into_iter();
    watched
        .filter_map(|session| {
            let (need, by) = need(session, settings.is_silent(&session.profile), now)?;
            let at = by.or(session.expires_at())?;
            (at > now).then(|| NextNeed { at: at.timestamp_millis(), need, profile: session.profile.clone() })
        })
        .min_by_key(|next| next.at)
}
