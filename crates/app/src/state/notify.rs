//! Decides when to notify a person, and about what.

use std::collections::BTreeMap;

use aws_files::cache::CacheKey;
use chrono::TimeDelta;

use super::{Effect, State};
use crate::facts::{HoldReason, Outcome, StartedBy};
use crate::notices::{self, Button, NO_TRAY_HOST, Need, Notice, NoticeChange, TEST, Topic};
use crate::tray::Action;
use sandglass_core::Timestamp;
use sandglass_core::attention::{self, Attention};
use sandglass_core::problem::Code;
use sandglass_core::session::{Needs, Session, SignInTool};

/// A program that asks again and again is told of once in this time; afterwards it has gone.
const WANTED: TimeDelta = TimeDelta::minutes(15);
/// Notices older than this are forgotten.
const REMEMBERED: TimeDelta = TimeDelta::days(8);

impl State {
    /// Brings the notifications to what is needed now.
    pub(super) fn notify_due(&mut self, now: Timestamp) -> Vec<Effect> {
        self.facts.wanted.retain(|_, asked| (TimeDelta::zero()..WANTED).contains(&(now - *asked)));
        let mut notified = std::mem::take(&mut self.facts.memory.notified);
        let (snapshot, memory) = (&self.facts.snapshot, &self.facts.memory);
        let needs = self.needs(now);
        let quiet = |profile: &str| memory.is_snoozed(profile, now);
        let changes = self.notices.update(needs, &mut notified, quiet, now);
        notified.retain(|_, deadline| now - *deadline < REMEMBERED);
        let effects = changes
            .into_iter()
            .map(|change| match change {
                NoticeChange::Show { slot, about } => Effect::Notify(notices::notice(
                    slot,
                    &about,
                    &snapshot.settings,
                    &self.facts.text,
                    &snapshot.paths,
                )),
                NoticeChange::Close(slot) => Effect::CloseNotice(slot),
            })
            .collect();
        self.facts.memory.notified = notified;
        effects
    }

    /// Returns the times at which the notices of a session change.
    pub(super) fn notice_at(&self, session: &Session, now: Timestamp) -> Vec<Timestamp> {
        let silent = self.facts.snapshot.settings.is_silent(&session.profile);
        attention::of_session(session, silent, now).map_or_else(Vec::new, |(_, deadline)| {
            notices::next_stages(session, deadline, &self.facts.snapshot.settings)
        })
    }

    /// Programs were refused credentials. Where a notification already stands, it says enough.
    pub(super) fn wanted(&mut self, profiles: &[String], now: Timestamp) {
        for profile in profiles {
            if self.facts.snapshot.session(profile).is_some() && !self.notices.is_shown(profile) {
                self.facts.wanted.entry(profile.clone()).or_insert(now);
            }
        }
    }

    pub(super) fn snooze(&mut self, profiles: &[String], now: Timestamp) -> Vec<Effect> {
        for profile in profiles {
            self.facts.memory.snoozed.insert(profile.clone(), now + self.facts.snapshot.settings.snooze);
            // After the snooze it is told once more.
            self.facts.memory.notified.remove(profile);
            self.facts.wanted.remove(profile);
        }
        let close = |change| match change {
            NoticeChange::Close(slot) => Some(Effect::CloseNotice(slot)),
            NoticeChange::Show { .. } => None,
        };
        self.notices.forget(profiles).into_iter().filter_map(close).collect()
    }

    /// Marks deadlines from before the start as told: they are no news.
    pub(super) fn pass_over_old_deadlines(&mut self, now: Timestamp) {
        for need in self.needs(now).into_iter().filter(|need| need.deadline <= now) {
            self.facts.memory.notified.insert(need.profile, need.deadline);
        }
    }

    /// Said once: without a tray host nothing else shows that we run.
    pub(super) fn no_tray_host(&self) -> Notice {
        Notice {
            slot: NO_TRAY_HOST,
            title: self.facts.text.say("notice-no-tray-host"),
            body: self.facts.text.say("notice-no-tray-host-body"),
            buttons: vec![Button { action: Action::OpenWindow, label: self.facts.text.say("notice-open") }],
        }
    }

    /// As a real one would be, of a profile that is not.
    pub(super) fn test_notice(&self) -> Notice {
        Notice {
            slot: TEST,
            title: self.facts.text.say("notice-test"),
            body: self.facts.text.say("notice-test-body"),
            buttons: vec![
                Button {
                    action: Action::TestButton { number: 1 },
                    label: self.facts.text.say("notice-renew-asks"),
                },
                Button { action: Action::TestButton { number: 2 }, label: self.snooze_label() },
            ],
        }
    }

    fn snooze_label(&self) -> String {
        let duration = self.facts.text.duration(self.facts.snapshot.settings.snooze);
        self.facts.text.say_with("notice-snooze", &[("duration", &duration)])
    }

    /// Returns everything that a notification could be about now.
    pub(super) fn needs(&self, now: Timestamp) -> Vec<Need> {
        if !self.facts.snapshot.settings.notifications {
            return Vec::new();
        }
        let answers: Vec<Need> =
            self.facts.outcomes.iter().filter_map(|(profile, outcome)| answer(profile, outcome)).collect();
        // Who clicks during a pause wants to know all the same.
        if self.facts.memory.is_paused(now) {
            return answers;
        }
        let mut needs: Vec<Need> = self
            .facts
            .snapshot
            .watched(now)
            .into_iter()
            .filter_map(|session| self.refusal(session, now).or_else(|| self.deadline(session, now)))
            .collect();
        // Who clicked hears of it once.
        needs.retain(|need| answers.iter().all(|answer| answer.profile != need.profile));
        needs.extend(answers);
        needs.extend(
            self.facts.wanted.iter().filter_map(|(profile, asked)| self.asked_for(profile, *asked, now)),
        );
        let mut needs = self.once_for_each_sign_in(needs);
        if let Some(hold) = self.facts.hold.as_ref().filter(|hold| hold.reason == HoldReason::Clock) {
            needs.push(Need {
                profile: String::new(),
                topic: Topic::Clock(hold.problem.clone()),
                deadline: Timestamp::UNIX_EPOCH,
                stage: 0,
                left: TimeDelta::zero(),
                also: 0,
            });
        }
        needs
    }

    /// A sign-in is told of once, by the profile that takes it first, however many it serves. While one is on its way
    /// nobody is told to begin it.
    fn once_for_each_sign_in(&self, mut needs: Vec<Need>) -> Vec<Need> {
        needs.sort_by(|one, other| (one.deadline, &one.profile).cmp(&(other.deadline, &other.profile)));
        let mut told: BTreeMap<CacheKey, usize> = BTreeMap::new();
        let mut kept: Vec<Need> = Vec::new();
        for need in needs {
            let key = need.takes_sign_in().then(|| self.facts.snapshot.session(&need.profile)?.sso_sign_in());
            let Some(key) = key.flatten().map(|sign_in| sign_in.token_key()) else {
                kept.push(need);
                continue;
            };
            if self.facts.signing_in.contains_key(&key) {
                continue;
            }
            if let Some(place) = told.get(&key) {
                kept[*place].also += usize::from(kept[*place].profile != need.profile);
            } else {
                told.insert(key, kept.len());
                kept.push(need);
            }
        }
        kept
    }

    fn deadline(&self, session: &Session, now: Timestamp) -> Option<Need> {
        let Some(Attention::Bring { needs, by: deadline }) = self.facts.attention(session, now) else {
            return None;
        };
        // What the AWS CLI may still renew by itself is not worth a word.
        if matches!(needs, Needs::SignIn { tool: SignInTool::Login, .. }) || session.expires_at().is_none() {
            return None;
        }
        let stage = notices::stage(session, deadline, &self.facts.snapshot.settings, now)?;
        let profile = session.profile.clone();
        Some(Need { profile, topic: Topic::Deadline(needs), deadline, stage, left: deadline - now, also: 0 })
    }

    fn refusal(&self, session: &Session, now: Timestamp) -> Option<Need> {
        if !self.facts.snapshot.settings.is_silent(&session.profile) {
            return None;
        }
        let problem = self.facts.silent.untold_refusal(&session.profile)?;
        // That is told as what is needed.
        if problem.code == Code::NeedsSignIn {
            return None;
        }
        let deadline = session.expires_at()?;
        let (profile, topic) = (session.profile.clone(), Topic::Refused(problem.clone()));
        Some(Need { profile, topic, deadline, stage: 0, left: deadline - now, also: 0 })
    }

    fn asked_for(&self, profile: &str, asked: Timestamp, now: Timestamp) -> Option<Need> {
        let session = self.facts.snapshot.session(profile)?;
        if session.expires_at().is_some_and(|end| end > now) {
            return None;
        }
        let needs = Some(session.needs(now)).filter(attention::can_be_brought)?;
        let (profile, topic) = (profile.to_owned(), Topic::Wanted(needs));
        Some(Need { profile, topic, deadline: asked, stage: 0, left: TimeDelta::zero(), also: 0 })
    }
}

/// Answers a click outside of the window that did not work.
fn answer(profile: &str, outcome: &Outcome) -> Option<Need> {
    let Outcome::Failed(failed) = outcome else { return None };
    // Of a clock that is off all are told.
    (failed.by == StartedBy::Menu && failed.problem.code != Code::ClockSkew).then(|| Need {
        profile: profile.to_owned(),
        topic: Topic::Failed(failed.problem.clone()),
        deadline: failed.at,
        stage: 0,
        left: TimeDelta::zero(),
        also: 0,
    })
}
