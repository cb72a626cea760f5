//! Commands of the Caches view.

use sandglass_app::state::Event;
use sandglass_app::window::{CleanAnswer, CleanResult, PutBackAnswer};
use sandglass_engine::cache::{clean_these, inventory};
use tauri::State;

use super::{CommandContext, CommandResult, blocking};
use crate::background;

/// Removes cache files that were chosen by their paths; none that is no file of a cache.
#[tauri::command]
pub(crate) async fn clean_caches(
    context: State<'_, CommandContext>,
    files: Vec<String>,
) -> CommandResult<CleanAnswer> {
    let environment = context.environment();
    let looked = environment.clone();
    let found = blocking(move || Ok(inventory(&looked).files)).await;
    let found = found.map_err(|problem| context.problem_text(&problem))?;
    let chosen = found.into_iter().filter(|file| files.contains(&file.path.display().to_string())).collect();
    let cleaning = environment.clone();
    let cleaned = background::done(async move { clean_these(&cleaning, chosen).await }).await;
    let cleaned = cleaned.map_err(|problem| context.problem_text(&problem))?;
    let (done, cleaning) = context.cleanings.done(&environment, cleaned);
    let results = done.into_iter().map(|(file, result)| CleanResult {
        file: file.path.display().to_string(),
        failure: result.err().map(|problem| context.problem_text(&problem)),
    });
    let answer = CleanAnswer { results: results.collect(), cleaning };
    context.send(Event::FilesChanged).await;
    Ok(answer)
}

/// Puts back what a cleaning removed, where nothing newer stands.
#[tauri::command]
pub(crate) async fn put_back_caches(
    context: State<'_, CommandContext>,
    cleaning: u32,
) -> CommandResult<PutBackAnswer> {
    let (environment, cleanings) = (context.environment(), context.cleanings.clone());
    let done = background::done(async move { cleanings.put_back(&environment, cleaning).await }).await;
    let done = done.and_then(|done| done).map_err(|problem| context.problem_text(&problem))?;
    context.send(Event::FilesChanged).await;
    let failure = done.failures.first().map(|problem| context.problem_text(problem));
    Ok(PutBackAnswer { put_back: done.put_back, newer: done.newer, failure })
}
