//! `sandglass watch`: changes which profiles are watched.

use sandglass_core::preferences::{Preferences, Refresh};
use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_core::snapshot::Snapshot;
use sandglass_engine::{Clock, SystemClock, change_preferences, check_refresh, snapshot};

use crate::CliContext;
use crate::arguments::WatchChange;
use crate::exit::Exit;

pub(crate) fn run(context: &mut CliContext, change: &WatchChange) -> Exit {
    let snapshot = snapshot(&context.environment);
    let result = change_list(context, &snapshot, change);
    match result {
        Ok(lines) => {
            for line in lines {
                context.output.line(&line);
            }
            Exit::Done
        }
        Err(problem) => {
            context.output.problem(&problem, &context.text, &snapshot.paths);
            Exit::Failed
        }
    }
}

/// The changes that were made, in lines to print.
fn change_list(
    context: &CliContext,
    snapshot: &Snapshot,
    change: &WatchChange,
) -> Result<Vec<String>, Problem> {
    let watched: Vec<String> = match &snapshot.settings.watched {
        Some(chosen) => chosen.clone(),
        None => snapshot.watched(SystemClock.now()).iter().map(|found| found.profile.clone()).collect(),
    };
    let names = match change {
        WatchChange::Add(arguments) => &arguments.profiles,
        WatchChange::Remove(arguments) => &arguments.profiles,
    };
    known(snapshot, &watched, names)?;
    let watched = changed(watched, change);
    let settings = ProfileChange::of(change);
    if let RefreshChange::Set(refresh) = &settings.refresh {
        for name in names {
            check_refresh(&context.environment, name, refresh)?;
        }
    }
    change_preferences(&context.environment, |preferences| {
        preferences.set_watched(&watched);
        for name in names {
            settings.apply(preferences, name);
        }
    })
    .map_err(|error| error.to_problem(&context.environment))?;
    let text = &context.text;
    let mut lines = vec![if watched.is_empty() {
        text.say("cli-watching-nothing")
    } else {
        text.say_with("cli-watching", &[("profiles", &watched.join(", "))])
    }];
    if let RefreshChange::Set(refresh) = &settings.refresh {
        for name in names {
            let (role, source) = (refresh.role_arn.as_str(), refresh.source_profile.as_str());
            lines
                .push(text.say_with("cli-refresh", &[("profile", name), ("role", role), ("source", source)]));
        }
    }
    Ok(lines)
}

/// The change for each profile that is named.
struct ProfileChange {
    silent: Option<bool>,
    refresh: RefreshChange,
}

/// The change of a refresh source.
enum RefreshChange {
    Keep,
    Forget,
    Set(Refresh),
}

impl ProfileChange {
    fn of(change: &WatchChange) -> Self {
        match change {
            WatchChange::Add(arguments) => {
                let refresh = match arguments.refresh() {
                    Some(refresh) => RefreshChange::Set(refresh),
                    None if arguments.no_refresh => RefreshChange::Forget,
                    None => RefreshChange::Keep,
                };
                Self { silent: arguments.silent, refresh }
            }
            // Nobody's keys are written over who is not looked after.
            WatchChange::Remove(_) => Self { silent: None, refresh: RefreshChange::Forget },
        }
    }

    fn apply(&self, preferences: &mut Preferences, name: &str) {
        if let Some(silent) = self.silent {
            preferences.set_silent(name, silent);
        }
        match &self.refresh {
            RefreshChange::Set(refresh) => preferences.set_refresh(name, Some(refresh.clone())),
            RefreshChange::Forget if preferences.settings().refresh(name).is_some() => {
                preferences.set_refresh(name, None);
            }
            RefreshChange::Forget | RefreshChange::Keep => {}
        }
    }
}

/// A name must be a profile, or one that was watched before its profile went.
fn known(snapshot: &Snapshot, watched: &[String], names: &[String]) -> Result<(), Problem> {
    let unknown = names.iter().find(|name| snapshot.session(name).is_none() && !watched.contains(name));
    match unknown {
        None => Ok(()),
        Some(name) => match snapshot.problems.first() {
            Some(problem) => Err(problem.clone()),
            None => Err(Problem::new(Code::UnknownProfile).at(Origin::Call).with("profile", name)),
        },
    }
}

fn changed(mut watched: Vec<String>, change: &WatchChange) -> Vec<String> {
    match change {
        WatchChange::Add(arguments) => {
            for name in &arguments.profiles {
                if !watched.contains(name) {
                    watched.push(name.clone());
                }
            }
        }
        WatchChange::Remove(arguments) => watched.retain(|name| !arguments.profiles.contains(name)),
    }
    watched
}
