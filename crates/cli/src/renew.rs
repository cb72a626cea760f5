//! `sandglass renew`: renews sessions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::TimeDelta;
use sandglass_core::Timestamp;
use sandglass_core::json::{self, RenewalView};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::session::{Needs, Reuse, Session as ProfileSession};
use sandglass_core::snapshot::Snapshot;
use sandglass_engine::renew::{RenewOptions, Renewal, renew, renew_with_code};
use sandglass_engine::{Clock, NoPrompt, SystemClock, snapshot, sso_of_profile};

use crate::CliContext;
use crate::arguments::{Mfa, RenewArguments};
use crate::exit::Exit;
use crate::in_place::agreed;
use crate::prompt::TerminalPrompt;
use crate::sso;

/// Renewals that ask nobody run side by side, so many at a time.
const SIDE_BY_SIDE: usize = 4;

type RenewalResult = Result<Renewal, Problem>;

pub(crate) async fn run(context: &mut CliContext, arguments: &RenewArguments) -> Exit {
    context.environment = context.environment.as_the_user_set();
    let plan = match plan(context, arguments) {
        Ok(plan) => plan,
        Err(exit) => return exit,
    };
    let reuse = arguments
        .min_remaining
        .map_or(Reuse::Never, |least| Reuse::AtLeast(TimeDelta::from_std(least).unwrap_or(TimeDelta::MAX)));
    let options = RenewOptions { reuse };
    let mut outcomes = silent(context, &plan, options).await;
    let mut exit = Exit::Done;
    let mut views = Vec::new();
    let (given, shared) = share(context, &plan, arguments.mfa.clone(), options).await;
    outcomes.extend(shared);
    let mut prompt = TerminalPrompt::new(given, Arc::clone(&context.text));
    for (number, name) in plan.names.iter().enumerate() {
        let mut outcome = if let Some(outcome) = outcomes.remove(name) {
            outcome
        } else {
            announce(context, name, number + 1, plan.names.len());
            renew(&context.environment, name, options, &mut prompt, &SystemClock).await
        };
        if let Err(problem) = &outcome
            && problem.code == Code::NeedsSignIn
            && signed_in(context, name, arguments).await
        {
            outcome = renew(&context.environment, name, options, &mut prompt, &SystemClock).await;
        }
        if let Err(problem) = &outcome
            && agreed(context, problem).await
        {
            outcome = renew(&context.environment, name, options, &mut prompt, &SystemClock).await;
        }
        exit = exit.max(exit_of(&outcome));
        if !arguments.json {
            print(context, name, plan.names.len() > 1, &outcome);
        }
        views.push(view(context, name, &outcome));
    }
    if arguments.json {
        context.output.json(&views, false);
    }
    exit
}

/// Signs in for a profile, where somebody sits who can, or said so. True if they did.
async fn signed_in(context: &mut CliContext, profile: &str, arguments: &RenewArguments) -> bool {
    if !arguments.sign_in && !sso::somebody_sits_here() {
        return false;
    }
    let Some(sign_in) = sso_of_profile(&context.environment, profile) else { return false };
    match sso::sign_in(context, &sign_in, arguments.way).await {
        Ok(_) => true,
        Err(problem) => {
            context.output.problem(&problem, &context.text, &context.environment.paths);
            false
        }
    }
}

/// The profiles to renew: all, those that ask nobody, and those that share one code.
struct RenewalBatch {
    names: Vec<String>,
    silent: Vec<String>,
    with_code: Vec<String>,
}

fn plan(context: &mut CliContext, arguments: &RenewArguments) -> Result<RenewalBatch, Exit> {
    let now = SystemClock.now();
    let snapshot = snapshot(&context.environment);
    let names: Vec<String> = if arguments.all {
        snapshot.renewable(now).iter().map(|found| found.profile.clone()).collect()
    } else {
        let mut seen = BTreeSet::new();
        arguments.profiles.iter().filter(|name| seen.insert(name.as_str())).cloned().collect()
    };
    if names.is_empty() {
        for problem in &snapshot.problems {
            context.output.problem(problem, &context.text, &snapshot.paths);
        }
        if arguments.json {
            context.output.json::<[RenewalView; 0]>(&[], false);
        } else if snapshot.problems.is_empty() {
            context.output.line(context.text.say("cli-nothing-to-renew"));
        }
        return Err(if snapshot.problems.is_empty() { Exit::Done } else { Exit::Failed });
    }
    let is_silent =
        |name: &&String| snapshot.session(name).is_some_and(|found| found.needs(now) == Needs::Nothing);
    let silent = if names.len() > 1 { names.iter().filter(is_silent).cloned().collect() } else { Vec::new() };
    let with_code = behind_one_device(&snapshot, &names, now);
    Ok(RenewalBatch { names, silent, with_code })
}

/// Those behind the device of the first that asks for a code. A role that takes the code itself goes before them, and
/// then there is none to share.
fn behind_one_device(snapshot: &Snapshot, names: &[String], now: Timestamp) -> Vec<String> {
    let asks = |one: &&ProfileSession| matches!(one.needs(now), Needs::Code { .. });
    let found = |name: &String| snapshot.session(name).filter(asks);
    let asking: Vec<_> = names.iter().filter_map(|name| Some((name, found(name)?))).collect();
    if asking.iter().any(|(_, one)| one.shared_code().is_none()) {
        return asking.into_iter().map(|(name, _)| name.clone()).collect();
    }
    let Some(first) = asking.first().and_then(|(_, one)| one.shared_code()) else { return Vec::new() };
    let same = asking.into_iter().filter(|(_, one)| one.shared_code().as_ref() == Some(&first));
    same.map(|(name, _)| name.clone()).collect()
}

/// Renews with the code of the command line what it is good for, several profiles with one.
async fn share(
    context: &mut CliContext,
    plan: &RenewalBatch,
    given: Option<Mfa>,
    options: RenewOptions,
) -> (Option<Mfa>, BTreeMap<String, RenewalResult>) {
    match given {
        Some(Mfa::Code(code)) if plan.with_code.len() > 1 => {
            let renewed =
                renew_with_code(&context.environment, &plan.with_code, code, options, &SystemClock).await;
            (Some(Mfa::Spent), plan.with_code.iter().cloned().zip(renewed).collect())
        }
        given => (given, BTreeMap::new()),
    }
}

/// Renews what asks nobody, several at a time.
async fn silent(
    context: &mut CliContext,
    plan: &RenewalBatch,
    options: RenewOptions,
) -> BTreeMap<String, RenewalResult> {
    let mut outcomes = BTreeMap::new();
    let mut running = tokio::task::JoinSet::new();
    for (number, name) in plan.silent.iter().enumerate() {
        if running.len() >= SIDE_BY_SIDE {
            collect(&mut running, &mut outcomes).await;
        }
        announce(context, name, number + 1, plan.names.len());
        let (environment, name) = (context.environment.clone(), name.clone());
        running.spawn(async move {
            let outcome = renew(&environment, &name, options, &mut NoPrompt, &SystemClock).await;
            (name, outcome)
        });
    }
    while !running.is_empty() {
        collect(&mut running, &mut outcomes).await;
    }
    outcomes
}

async fn collect(
    running: &mut tokio::task::JoinSet<(String, RenewalResult)>,
    outcomes: &mut BTreeMap<String, RenewalResult>,
) {
    // A task that did not end by itself is missing here, and renewed again in its turn.
    if let Some(Ok((name, outcome))) = running.join_next().await {
        outcomes.insert(name, outcome);
    }
}

fn announce(context: &mut CliContext, name: &str, number: usize, total: usize) {
    if total > 1 {
        let (number, total) = (number.to_string(), total.to_string());
        let line = context
            .text
            .say_with("cli-renewing", &[("profile", name), ("number", &number), ("total", &total)]);
        context.output.progress(&line);
    }
}

fn exit_of(outcome: &RenewalResult) -> Exit {
    match outcome {
        Ok(_) => Exit::Done,
        Err(problem) if problem.needs_human() || problem.code == Code::NotReplaceable => Exit::HumanNeeded,
        Err(_) => Exit::Failed,
    }
}

fn print(context: &mut CliContext, name: &str, several: bool, outcome: &RenewalResult) {
    let now = SystemClock.now();
    let (message, expires_at) = match outcome {
        Ok(Renewal::Renewed { expires_at, .. }) => ("cli-renewed", Some(*expires_at)),
        Ok(Renewal::StillFresh { expires_at: Some(end), .. }) => ("cli-still-fresh", Some(*end)),
        Ok(Renewal::StillFresh { expires_at: None, .. }) => ("cli-never-expires", None),
        Ok(Renewal::MadeAtEachUse { expires_at: Some(end) }) => ("cli-at-each-use-until", Some(*end)),
        Ok(Renewal::MadeAtEachUse { expires_at: None }) => ("cli-at-each-use", None),
        Err(problem) => {
            let paths = context.environment.paths.clone();
            let among = if several { name } else { "" };
            context.output.problem_of(among, problem, &context.text, &paths);
            return;
        }
    };
    let duration = expires_at.map_or_else(String::new, |end| context.text.time_left(end - now));
    let line = context.text.say_with(message, &[("profile", name), ("duration", &duration)]);
    context.output.line(&line);
}

fn view(context: &CliContext, name: &str, outcome: &RenewalResult) -> RenewalView {
    let paths = &context.environment.paths;
    let (word, expires_at, stored_in, error) = match outcome {
        Ok(Renewal::Renewed { expires_at, stored_in }) => {
            ("renewed", Some(*expires_at), Some(stored_in.clone()), None)
        }
        Ok(Renewal::StillFresh { expires_at, stored_in }) => {
            ("still_fresh", *expires_at, stored_in.clone(), None)
        }
        Ok(Renewal::MadeAtEachUse { expires_at }) => ("at_each_use", *expires_at, None, None),
        Err(problem) => {
            let word = if problem.needs_human() { "needs_human" } else { "failed" };
            (word, None, None, Some(json::problem(problem, &context.text, paths)))
        }
    };
    RenewalView {
        profile: name.to_owned(),
        outcome: word,
        expires_at: expires_at.map(sandglass_core::text::instant),
        stored_in: stored_in.map(|path| path.display().to_string()),
        error,
    }
}
