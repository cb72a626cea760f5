//! One reading of everything: every profile's session, the files, the watch list.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::Timestamp;
use crate::attention::{Attention, Circumstances, attention};
use crate::cache::{CacheFile, Selection};
use crate::known::Known;
use crate::paths::AwsPaths;
use crate::preferences::Settings;
use crate::problem::{Code, Problem};
use crate::session::{Expires, Session};
use crate::source::SourceKind;

/// One reading of the AWS files and caches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The paths that were read.
    pub paths: AwsPaths,
    /// Every profile, in the order of the files.
    pub sessions: Vec<Session>,
    /// The files in the caches.
    pub caches: Vec<CacheFile>,
    /// Problems of the files themselves.
    pub problems: Vec<Problem>,
    /// The user's choices.
    pub settings: Settings,
    /// The files in use, and why.
    pub in_use: InUse,
    /// Another text whenever the content of either AWS file changed.
    pub revision: String,
}

/// The files in use, and the preferences that a variable overrules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InUse {
    /// Every file.
    pub files: Vec<FileInUse>,
    /// The variable that overrules a choice, by the name of the choice.
    pub overruled: BTreeMap<&'static str, &'static str>,
}

/// A file in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FileInUse {
    /// `config`, `credentials`, `cache`, `preferences`, `log`.
    pub what: &'static str,
    /// Its path, with `~`.
    pub path: String,
    /// The reason for that one.
    pub origin: FileOrigin,
    /// True if it exists.
    pub exists: bool,
}

/// The reason why a file is the one in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FileOrigin {
    /// Nothing says otherwise.
    Default,
    /// A variable of the process.
    Variable,
    /// The user's choice.
    Preference,
}

/// The number of profiles that are watched before the user chooses.
const FIRST_WATCHED: usize = 8;
/// The days after its expiry for which a session still counts as one in use.
const IN_USE_DAYS: i64 = 7;

impl Snapshot {
    /// A snapshot of files that do not exist.
    pub fn empty(paths: AwsPaths) -> Self {
        Self {
            paths,
            sessions: Vec::new(),
            caches: Vec::new(),
            problems: Vec::new(),
            settings: Settings::default(),
            in_use: InUse::default(),
            revision: String::new(),
        }
    }

    /// One profile's session.
    pub fn session(&self, profile: &str) -> Option<&Session> {
        self.sessions.iter().find(|session| session.profile == profile)
    }

    /// Notes that a profile was renewed just now, before the files are read again.
    pub fn renewed(&mut self, profile: &str, expires_at: Option<Timestamp>, now: Timestamp) {
        let session = self.sessions.iter_mut().find(|session| session.profile == profile);
        if let (Some(session), Some(instant)) = (session, expires_at) {
            session.expires = Expires::At { instant, stored_at: Some(now) };
        }
    }

    /// Returns what a person must do for a session now, by the files and by what the desktop program knows.
    pub fn attention(&self, session: &Session, known: &Known, now: Timestamp) -> Option<Attention> {
        let profile = session.profile.as_str();
        let failure = known.refusal(profile);
        let around = Circumstances {
            settings: &self.settings,
            files: &self.problems,
            failure: failure.as_ref(),
            waits: known.waits(profile),
            wanted: known.is_wanted(profile),
        };
        attention(session, &around, now)
    }

    /// Counts the expired files of the AWS CLI's cache.
    pub fn expired_caches(&self, now: Timestamp) -> usize {
        let selection = Selection::default();
        self.caches.iter().filter(|file| selection.takes(file, now)).count()
    }

    /// Returns the sessions that "renew all" renews in a terminal: of the profiles the user chose to watch, or of all
    /// while nothing was chosen, those that can be renewed here, with a code or without.
    pub fn renewable(&self, now: Timestamp) -> Vec<&Session> {
        let chosen = |session: &&Session| match &self.settings.watched {
            Some(chosen) => chosen.contains(&session.profile),
            None => !session.may_be_of_elsewhere(),
        };
        let here = |session: &&Session| session.needs(now).can_begin();
        self.sessions.iter().filter(chosen).filter(here).collect()
    }

    /// True if the user has yet to choose: nothing is chosen, and so many profiles can be renewed that
    /// nobody can tell which are wanted.
    pub fn undecided(&self, now: Timestamp) -> bool {
        self.settings.watched.is_none() && self.renewable_count(now) > FIRST_WATCHED
    }

    fn renewable_count(&self, now: Timestamp) -> usize {
        self.sessions.iter().filter(|session| is_renewable_here(session, now)).count()
    }

    /// The watched profiles: the user's choice; until there is one, those with a session live or
    /// run out within 7 days (at most 8), and `default`. Where no more than 8 can be renewed at
    /// all, nobody has to choose: these are watched too, so that a first start shows them.
    pub fn watched(&self, now: Timestamp) -> Vec<&Session> {
        if let Some(chosen) = &self.settings.watched {
            return self.sessions.iter().filter(|session| chosen.contains(&session.profile)).collect();
        }
        let mut in_use: Vec<&Session> = self.sessions.iter().filter(|session| in_use(session, now)).collect();
        in_use.sort_by_key(|session| std::cmp::Reverse(session.expires_at()));
        in_use.truncate(FIRST_WATCHED);
        let few = !self.undecided(now);
        self.sessions
            .iter()
            .filter(|session| {
                (session.profile == "default" && has_credentials(session))
                    || (few && is_renewable_here(session, now))
                    || in_use.iter().any(|used| used.profile == session.profile)
            })
            .collect()
    }
}

/// A `[default]` that only holds a region, or falls through to this host's own credentials, is no
/// session to look after, and no trouble.
fn has_credentials(session: &Session) -> bool {
    let nothing = session.errors.iter().any(|problem| problem.code == Code::NoCredentials);
    !nothing && !session.settings_only && !session.source.is_some_and(SourceKind::is_of_host)
}

/// True if it can be renewed, as far as anybody can tell without asking.
fn is_renewable_here(session: &Session, now: Timestamp) -> bool {
    session.needs(now).is_renewable() && !session.may_be_of_elsewhere()
}

fn in_use(session: &Session, now: Timestamp) -> bool {
    match session.expires {
        Expires::At { instant, .. } => now - instant < chrono::TimeDelta::days(IN_USE_DAYS),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{now, paths, session};

    fn names<'a>(sessions: impl IntoIterator<Item = &'a Session>) -> Vec<&'a str> {
        sessions.into_iter().map(|session| session.profile.as_str()).collect()
    }

    #[test]
    fn a_role_behind_an_instance_is_left_alone_until_there_was_a_session_or_somebody_chose_it() {
        let config = "[profile plain]\nrole_arn = arn:aws:iam::123456789012:role/A\nsource_profile = base\n\
                      [profile server]\nrole_arn = arn:aws:iam::123456789012:role/B\n\
                      credential_source = Ec2InstanceMetadata\n";
        let snapshot = |minutes: Option<i64>| {
            let sessions = vec![session(config, "plain", None), session(config, "server", minutes)];
            Snapshot { sessions, ..Snapshot::empty(paths()) }
        };
        let laptop = snapshot(None);
        assert_eq!(names(laptop.watched(now())), ["plain"]);
        assert_eq!(names(laptop.renewable(now())), ["plain"]);
        let instance = snapshot(Some(-5));
        assert_eq!(names(instance.watched(now())), ["plain", "server"]);
        assert_eq!(names(instance.renewable(now())), ["plain", "server"]);
        let mut chosen = laptop;
        chosen.settings.watched = Some(["server".to_owned()].into_iter().collect());
        assert_eq!(names(chosen.watched(now())), ["server"]);
        assert_eq!(names(chosen.renewable(now())), ["server"]);
    }
}
