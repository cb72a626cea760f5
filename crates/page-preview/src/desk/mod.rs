//! The desktop around the application's state: events go in, effects are done in memory, and what the pages are told
//! waits as news.

mod diagnosis;
mod profiles;

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;

use chrono::TimeDelta;
use sandglass_app::facts::written_files;
use sandglass_app::state::{
    AttemptId, Effect, Event, Leaving, StartupContext, State, SwitcherEffect, SwitcherEvent,
};
use sandglass_app::tray::Action;
use sandglass_app::window::{
    KeyState, ProblemText, PromptView, SwitcherMessage, WindowMessage, problem_text,
};
use sandglass_core::Timestamp;
use sandglass_core::cache::{CacheFile, PutBack, Selection};
use sandglass_core::export::Shell;
use sandglass_core::history::{HistoryEntry, HistoryEvent};
use sandglass_core::memory::{Memory, Pause};
use sandglass_core::preferences::GlobalKey;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::session::Reuse;
use sandglass_core::text::Text;
use serde::Serialize;

use crate::aws;
use crate::home::{CachedFile, Home, Options, names, session_entry};
use crate::reading::resolved;
use diagnosis::LastDiagnosis;
use profiles::Shown;

/// A renewal takes so many milliseconds, with a code a little less.
const RENEWING: u32 = 600;
const WITH_CODE: u32 = 400;
/// The key that is another program's.
const TAKEN_KEY: &str = "Ctrl+Alt+T";

/// Something for the pages to hear or do.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum News {
    /// For the window.
    Window(WindowMessage),
    /// For the prompt.
    Prompt(Box<PromptView>),
    /// For the quick switcher.
    Switcher(SwitcherMessage),
    /// `due` is to be called with this number.
    Later { number: u32, after: u32 },
    /// The page of the prompt is to open, for this profile.
    OpenPrompt { profile: Option<String> },
    /// The demo is to open: another program, with a window of its own.
    OpenDemo,
    /// A page is to go.
    Close(Page),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum Page {
    Window,
    Prompt,
    Switcher,
}

/// What will happen by itself.
enum Later {
    Renewed { attempt: AttemptId, profile: String, silent: bool },
    RenewedWithCode { attempts: Vec<(AttemptId, String)>, code: String },
}

/// One invented desktop.
pub(crate) struct Desk {
    pub(crate) home: Home,
    pub(crate) now: Timestamp,
    shown: Shown,
    diagnosis: LastDiagnosis,
    /// The code that was typed last, until a renewal takes it.
    pub(crate) code: Option<String>,
    state: State,
    news: Vec<News>,
    later: BTreeMap<u32, Later>,
    numbers: u32,
    cleanings: BTreeMap<u32, Vec<(PathBuf, CachedFile)>>,
}

impl Desk {
    /// A desktop on which the program has just started.
    pub(crate) fn new(options: Options, now: Timestamp) -> Self {
        let home = Home::new(options, now);
        let mut desk = Self {
            state: State::new(startup_context(&home, now)),
            home,
            now,
            shown: Shown::default(),
            diagnosis: LastDiagnosis::default(),
            code: None,
            news: Vec::new(),
            later: BTreeMap::new(),
            numbers: 0,
            cleanings: BTreeMap::new(),
        };
        desk.begin();
        desk
    }

    /// What happened before anybody looks.
    fn begin(&mut self) {
        self.happened(Event::FilesChanged);
        let now = self.now;
        let troubles = match self.home.options.get("state") {
            Some("offline") => Some(("project1", aws::no_network())),
            Some("clock") => Some(("project1", Problem::new(Code::ClockSkew))),
            _ => None,
        };
        // Long enough ago to be no news of the profile itself.
        self.now = now - TimeDelta::seconds(70);
        if let Some((profile, problem)) = troubles {
            self.tried(profile, &problem);
        }
        self.now = now;
        if let Some(refusal) = self.refusal("partner-audit").filter(|_| !self.home.options.has("fail")) {
            self.tried("partner-audit", &refusal);
        }
        // A long name has a failure beside it.
        if self.home.options.is("names", "long")
            && let Some(profile) = names::long().get(1)
        {
            self.tried(profile, &aws::not_trusted("user1", "arn:aws:iam::999988887777:role/Strange"));
        }
        if self.home.options.is("state", "no-tray") {
            self.happened(Event::TrayHost { there: false });
        }
        self.happened(Event::WokeUp);
    }

    /// A renewal that somebody asked for and that failed.
    fn tried(&mut self, profile: &str, problem: &Problem) {
        let renew = Action::Renew { profile: profile.to_owned() };
        for effect in self.state.apply(Event::ClickedInWindow(renew), self.now) {
            if let Effect::Renew { attempt, profile, .. } = effect {
                self.happened(Event::RenewalFinished { attempt, profile, result: Err(problem.clone()) });
            }
        }
    }

    /// It is that late now.
    pub(crate) fn at(&mut self, now: Timestamp) {
        self.now = now;
    }

    pub(crate) fn text(&self) -> Text {
        let chosen = self.home.preferences().ok().and_then(|preferences| preferences.settings().language);
        Text::new(chosen.unwrap_or_else(|| self.home.options.language()))
    }

    pub(crate) fn problem_text(&self, problem: &Problem) -> ProblemText {
        problem_text(problem, &self.text(), &self.home.paths())
    }

    /// Takes an event in, and does what it leads to.
    pub(crate) fn happened(&mut self, event: Event) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            for effect in self.state.apply(event, self.now) {
                events.extend(self.perform(effect));
            }
        }
    }

    fn perform(&mut self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::Read => return Some(Event::Read(Box::new(self.home.snapshot()))),
            Effect::Renew { attempt, profile, reuse } => {
                let silent = reuse == Reuse::NotDue;
                self.later(RENEWING, Later::Renewed { attempt, profile, silent });
            }
            // Nobody comes to the browser: it waits until it is given up.
            Effect::SignIn { attempt, .. } => return Some(aws::waits_for_browser(attempt)),
            Effect::RenewWithCode { attempts } => {
                let code = self.code.take().unwrap_or_default();
                self.later(WITH_CODE, Later::RenewedWithCode { attempts, code });
            }
            Effect::OpenPrompt { .. } => {
                let profile = self.state.prompt(self.now).map(|prompt| prompt.profile);
                self.news.push(News::OpenPrompt { profile });
            }
            Effect::ClosePrompt => self.news.push(News::Close(Page::Prompt)),
            Effect::TellPrompt(view) => self.news.push(News::Prompt(view)),
            Effect::TellWindow(message) => self.news.push(News::Window(message)),
            Effect::CleanCaches => return Some(self.clean_expired()),
            Effect::PutBackCaches { cleaning } => return Some(Event::CachesPutBack(self.put_back(cleaning))),
            Effect::Switcher(effect) => return self.switcher(effect),
            Effect::CloseWindow => self.news.push(News::Close(Page::Window)),
            // What only a real desktop has: a clipboard, notifications, a login, a disk to remember on.
            Effect::Copy(_)
            | Effect::CopyKeys { .. }
            | Effect::CancelSignIn { .. }
            | Effect::OpenWindow { .. }
            | Effect::Notify(_)
            | Effect::CloseNotice(_)
            | Effect::Remember(_)
            | Effect::TellOthers(_)
            | Effect::StartAtLogin(_)
            | Effect::Log(_)
            | Effect::Quit => {}
        }
        None
    }

    fn switcher(&mut self, effect: SwitcherEffect) -> Option<Event> {
        match effect {
            SwitcherEffect::Open { .. } => None,
            SwitcherEffect::Close => {
                self.news.push(News::Close(Page::Switcher));
                None
            }
            SwitcherEffect::Tell(message) => {
                self.news.push(News::Switcher(message));
                None
            }
            SwitcherEffect::Listen { key, .. } => {
                Some(Event::Switcher(SwitcherEvent::Key(key.as_ref().map_or(KeyState::Off, key_state))))
            }
        }
    }

    fn later(&mut self, after: u32, what: Later) {
        self.numbers += 1;
        self.later.insert(self.numbers, what);
        self.news.push(News::Later { number: self.numbers, after });
    }

    /// What was to happen later happens now.
    pub(crate) fn due(&mut self, number: u32) {
        match self.later.remove(&number) {
            Some(Later::Renewed { attempt, profile, silent }) => {
                let result = self.renewed(&profile, silent);
                self.happened(Event::RenewalFinished { attempt, profile, result });
            }
            Some(Later::RenewedWithCode { attempts, code }) => {
                for (attempt, profile) in attempts {
                    let result = self.renewed_with_code(&profile, &code);
                    self.happened(Event::RenewalFinished { attempt, profile, result });
                }
            }
            None => {}
        }
    }

    fn refusal(&self, profile: &str) -> Option<Problem> {
        let resolution = resolved(&self.home.files().profiles(), &self.home.variables(), profile);
        resolution.source.as_ref().and_then(|source| aws::refusal(&self.home.options, source))
    }

    /// A new session from AWS, kept where the AWS CLI keeps it.
    pub(crate) fn renewed(&mut self, profile: &str, silent: bool) -> Result<Option<Timestamp>, Problem> {
        if let Some(problem) = self.refusal(profile) {
            self.note(profile, HistoryEvent::Failed { code: problem.code });
            return Err(problem);
        }
        let until = self.now + TimeDelta::hours(1);
        if !session_entry(&mut self.home, profile, self.now, until) {
            return Err(Problem::new(Code::NoCredentials).with("profile", profile));
        }
        self.note(profile, HistoryEvent::Renewed { silent, until });
        Ok(Some(until))
    }

    fn renewed_with_code(&mut self, profile: &str, code: &str) -> Result<Option<Timestamp>, Problem> {
        if code == aws::RIGHT_CODE {
            return self.renewed(profile, false);
        }
        let resolution = resolved(&self.home.files().profiles(), &self.home.variables(), profile);
        let session = self.home.session(&resolution);
        let device = session.renewal_chain().iter().find(|link| link.mfa_serial.is_some());
        let serial = device.and_then(|link| link.mfa_serial.clone()).unwrap_or_default();
        Err(Problem::new(Code::MfaRefused)
            .maybe_at(device.map(|link| link.at.clone()))
            .with("serial", serial))
    }

    fn note(&mut self, profile: &str, what: HistoryEvent) {
        let entry = HistoryEntry { at: self.now, profile: profile.to_owned(), what };
        self.home.history.push_str(&entry.to_line());
    }

    fn clean_expired(&mut self) -> Event {
        let selection = Selection::default();
        let files = self.home.inventory();
        let chosen: Vec<CacheFile> =
            files.into_iter().filter(|file| selection.takes(file, self.now)).collect();
        let (results, cleaning) = self.clean(&chosen);
        let count = results.iter().filter(|(_, failure)| failure.is_none()).count();
        let failure = results.into_iter().find_map(|(_, failure)| failure);
        Event::CachesCleaned { count, cleaning, failure }
    }

    /// Removes cache files, the first of them not where something is to fail; the number takes it back.
    pub(crate) fn clean(&mut self, files: &[CacheFile]) -> (Vec<(String, Option<Problem>)>, Option<u32>) {
        let fails = self.home.options.has("fail");
        let (mut results, mut removed) = (Vec::new(), Vec::new());
        for (place, file) in files.iter().enumerate() {
            let stuck = (fails && place == 0).then(|| {
                Problem::new(Code::CacheNotRemoved)
                    .with("path", self.home.paths().display(&file.path))
                    .with("detail", "Permission denied (os error 13)")
            });
            if stuck.is_none() {
                removed.extend(self.home.caches.remove_entry(&file.path));
            }
            results.push((file.path.display().to_string(), stuck));
        }
        let number = u32::try_from(self.cleanings.len()).unwrap_or_default() + 1;
        let cleaning = (!removed.is_empty()).then_some(number);
        self.cleanings.extend(cleaning.map(|number| (number, removed)));
        (results, cleaning)
    }

    /// Puts back what a cleaning removed. Where it is asked for, one entry was renewed meanwhile.
    pub(crate) fn put_back(&mut self, cleaning: u32) -> Result<PutBack, Problem> {
        let Some(removed) =
            self.cleanings.get_mut(&cleaning).map(std::mem::take).filter(|kept| !kept.is_empty())
        else {
            return Err(Problem::new(Code::CacheNotKept));
        };
        let newer = usize::from(self.home.options.has("newer"));
        let mut answer = PutBack { newer, ..PutBack::default() };
        for (path, file) in removed.into_iter().skip(newer) {
            self.home.caches.insert(path, file);
            answer.put_back += 1;
        }
        Ok(answer)
    }

    pub(crate) fn start_demo(&mut self) {
        self.news.push(News::OpenDemo);
    }

    /// What the pages are to hear, as JSON.
    pub(crate) fn news(&mut self) -> String {
        serde_json::to_string(&std::mem::take(&mut self.news)).unwrap_or_default()
    }

    pub(crate) fn wakes_in(&self) -> Option<f64> {
        let (at, _) = self.state.next_wakeup(self.now)?;
        let millis = i32::try_from((at - self.now).num_milliseconds().max(0)).ok()?;
        Some(f64::from(millis))
    }

    pub(crate) fn woke(&mut self) {
        self.happened(Event::WokeUp);
    }

    pub(crate) fn written_elsewhere(&mut self, file: &str, text: &str) {
        self.home.set_text(file, text);
        self.happened(Event::FilesChanged);
    }

    pub(crate) fn stored_elsewhere(&mut self, profile: &str, began: Timestamp, end: Timestamp) {
        session_entry(&mut self.home, profile, began, end);
        self.happened(Event::FilesChanged);
    }

    pub(crate) fn clicked(&mut self, action: &str) {
        if let Ok(action) = serde_json::from_str(action) {
            self.happened(Event::Clicked(action));
        }
    }

    pub(crate) fn close_requested(&mut self) {
        self.happened(Event::Leaving(Leaving::CloseRequested));
    }
}

fn key_state(key: &GlobalKey) -> KeyState {
    if key.to_string() == TAKEN_KEY { KeyState::Taken } else { KeyState::Works { shown: None } }
}

fn startup_context(home: &Home, now: Timestamp) -> StartupContext {
    let paths = home.paths();
    let paused = home
        .options
        .is("state", "paused")
        .then(|| Pause::Until(now + TimeDelta::minutes(40) + TimeDelta::seconds(30)));
    StartupContext {
        text: Text::new(home.options.language()),
        memory: Memory { paused, ..Memory::default() },
        shell: Shell::Zsh,
        sandglass: "/usr/bin/sandglass".into(),
        in_terminal: "sandglass".to_owned(),
        tomorrow: |now| now + TimeDelta::hours(16),
        time_locale: None,
        demo: home.options.is("state", "demo"),
        has_demo: !home.options.is("state", "demo"),
        written: written_files(&paths, &Home::own_directory()),
        paths,
    }
}
