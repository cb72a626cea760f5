//! `sandglass cache`: lists and cleans the caches.

use anstyle::Style;
use sandglass_core::Timestamp;
use sandglass_core::cache::{CacheFile, Selection};
use sandglass_core::json;
use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_engine::cache::{Inventory, clean, inventory};
use sandglass_engine::{Clock, SystemClock, resolve_profile};

use crate::CliContext;
use crate::arguments::{CacheCleanArguments, CacheCommand, CacheListArguments};
use crate::exit::Exit;
use crate::output::{BAD, BOLD, DIM, GOOD};
use crate::table::{self, Cell};
use crate::words;

pub(crate) async fn run(context: &mut CliContext, command: &CacheCommand) -> Exit {
    let (CacheCommand::List(CacheListArguments { profiles, .. })
    | CacheCommand::Clean(CacheCleanArguments { profiles, .. })) = command;
    let Inventory { mut files, problems } = inventory(&context.environment);
    let mut exit = if problems.is_empty() { Exit::Done } else { Exit::Failed };
    for problem in problems.iter().chain(&unknown(context, profiles, &files)) {
        complain(context, problem);
        exit = Exit::Failed;
    }
    if !profiles.is_empty() {
        files.retain(|file| file.profiles.iter().any(|profile| profiles.contains(profile)));
    }
    exit.max(match command {
        CacheCommand::List(arguments) => list(context, &files, arguments.json),
        CacheCommand::Clean(arguments) => clean_files(context, files, arguments).await,
    })
}

/// Names that are no profile's.
fn unknown(context: &CliContext, names: &[String], files: &[CacheFile]) -> Vec<Problem> {
    let is_known = |name: &&String| {
        files.iter().any(|file| file.profiles.contains(name))
            || resolve_profile(&context.environment, name).0.get(name).is_some()
    };
    let unknown = |name| Problem::new(Code::UnknownProfile).at(Origin::Call).with("profile", name);
    names.iter().filter(|name| !is_known(name)).map(unknown).collect()
}

fn list(context: &mut CliContext, files: &[CacheFile], json: bool) -> Exit {
    let now = SystemClock.now();
    if json {
        let views: Vec<_> = files.iter().map(|file| json::cache_file(file, false, now)).collect();
        context.output.json(&views, false);
    } else if files.is_empty() {
        context.output.line(context.text.say("cli-cache-empty"));
    } else {
        let header = [
            "cli-header-profile",
            "cli-header-kind",
            "cli-header-left",
            "cli-header-size",
            "cli-header-file",
        ]
        .map(|column| Cell::new(context.text.say(column), BOLD));
        let rows = files.iter().map(|file| row(context, file, now));
        let rows: Vec<Vec<Cell>> = std::iter::once(Vec::from(header)).chain(rows).collect();
        context.output.lines(table::lines(rows));
    }
    Exit::Done
}

fn row(context: &CliContext, file: &CacheFile, now: Timestamp) -> Vec<Cell> {
    let style = match file.expires_at {
        Some(_) if file.is_expired(now) => BAD,
        Some(_) => GOOD,
        None => DIM,
    };
    vec![
        Cell::new(whose(file), Style::new()),
        Cell::new(kind(context, file), Style::new()),
        Cell::new(left(context, file, now), style),
        Cell::new(size(file.bytes), Style::new()),
        Cell::new(context.environment.paths.display(&file.path), DIM),
    ]
}

/// The kind of a file; of an MFA session with its device, and whose it is.
fn kind(context: &CliContext, file: &CacheFile) -> String {
    let kind = context.text.say(words::cache_kind(file.kind));
    match &file.device {
        None => kind,
        Some(device) => {
            let args = [("serial", device.serial_number.as_str()), ("key", &device.user_access_key_id)];
            context.text.say_with("cli-cache-mfa_session", &args)
        }
    }
}

fn whose(file: &CacheFile) -> String {
    if file.profiles.is_empty() { "—".to_owned() } else { file.profiles.join(", ") }
}

fn left(context: &CliContext, file: &CacheFile, now: Timestamp) -> String {
    match file.expires_at {
        None => "—".to_owned(),
        Some(end) if end > now => context.text.time_left(end - now),
        Some(end) => context.text.say_with("cli-ago", &[("duration", &context.text.duration(now - end))]),
    }
}

fn size(bytes: u64) -> String {
    match bytes {
        ..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KiB", bytes.div_ceil(1024)),
        _ => format!("{} MiB", bytes.div_ceil(1_048_576)),
    }
}

async fn clean_files(
    context: &mut CliContext,
    files: Vec<CacheFile>,
    arguments: &CacheCleanArguments,
) -> Exit {
    let now = SystemClock.now();
    let selection = Selection { profiles: arguments.profiles.clone(), all: arguments.all };
    let mut exit = Exit::Done;
    let mut views = Vec::new();
    let done = if arguments.dry_run {
        files.into_iter().filter(|file| selection.takes(file, now)).map(|file| (file, Ok(()))).collect()
    } else {
        clean(&context.environment, files, &selection, &SystemClock).await.files
    };
    for (file, result) in done {
        views.push(json::cache_file(&file, result.is_ok() && !arguments.dry_run, now));
        if let Err(problem) = result {
            complain(context, &problem);
            exit = Exit::Failed;
        } else if !arguments.json {
            say_removed(context, &file, arguments.dry_run);
        }
    }
    if arguments.json {
        context.output.json(&views, false);
    } else if views.is_empty() {
        context.output.line(context.text.say("cli-cache-nothing"));
    }
    exit
}

fn say_removed(context: &mut CliContext, file: &CacheFile, dry_run: bool) {
    let id = if dry_run { "cli-cache-would-remove" } else { "cli-cache-removed" };
    let path = context.environment.paths.display(&file.path);
    let kind = kind(context, file);
    let args = [("file", path), ("kind", kind), ("profile", whose(file))];
    let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
    context.output.line(context.text.say_with(id, &args));
}

fn complain(context: &mut CliContext, problem: &Problem) {
    context.output.problem(problem, &context.text, &context.environment.paths);
}
