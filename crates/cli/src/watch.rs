//! `sandglass watch`.

use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_core::snapshot::Snapshot;
use sandglass_engine::{Clock, SystemClock, change_preferences, snapshot};

use crate::Session;
use crate::arguments::WatchChange;
use crate::exit::Exit;

pub(crate) fn run(session: &mut Session, change: &WatchChange) -> Exit {
    let snapshot = snapshot(&session.environment);
    let watched: Vec<String> = match &snapshot.settings.watched {
        Some(chosen) => chosen.clone(),
        None => snapshot.watched(SystemClock.now()).iter().map(|found| found.profile.clone()).collect(),
    };
    let (WatchChange::Add(arguments) | WatchChange::Remove(arguments)) = change;
    if let Err(problem) = known(&snapshot, &watched, &arguments.profiles) {
        session.output.problem(&problem, &session.text, &snapshot.paths);
        return Exit::Failed;
    }
    let watched = changed(watched, change);
    if let Err(error) =
        change_preferences(&session.environment, |preferences| preferences.set_watched(&watched))
    {
        let problem = error.to_problem(&session.environment);
        session.output.problem(&problem, &session.text, &snapshot.paths);
        return Exit::Failed;
    }
    let line = if watched.is_empty() {
        session.text.say("cli-watching-nothing")
    } else {
        session.text.say_with("cli-watching", &[("profiles", &watched.join(", "))])
    };
    session.output.line(&line);
    Exit::Done
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
