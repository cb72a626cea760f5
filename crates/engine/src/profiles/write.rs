//! Writes a change of profiles, for the terminal and the window alike: first the files, then what depends on them.

use std::path::PathBuf;

use sandglass_core::problem::Problem;
use sandglass_core::profiles::{Plan, Rewrite};

use super::apply::{apply, take_back};
use super::{UndoStep, drop_stale_sessions, past_changes};
use crate::{Clock, Environment, change_preferences};

/// The result of writing: the files, and what did not follow.
#[derive(Debug)]
pub struct WriteResult {
    /// The files that were changed.
    pub files: Vec<PathBuf>,
    /// By which the change can be taken back.
    pub change: Option<u64>,
    /// Problems after the files were written, which do not undo the change.
    pub notes: Vec<Problem>,
}

/// Writes a change exactly as it was planned; the preferences follow a new name, and old sessions of a profile that
/// was converted go. Fails where a file is no longer the text the plan was made from, or cannot be written: then
/// nothing is.
pub async fn write(
    environment: &Environment,
    plan: &Plan,
    clock: &dyn Clock,
) -> Result<WriteResult, Problem> {
    let files = apply(environment, &plan.rewrite).await?;
    let mut notes: Vec<Problem> = follow(environment, &plan.rewrite).err().into_iter().collect();
    if let Some(profile) = &plan.converted {
        let dropped = drop_stale_sessions(environment, profile, clock).await;
        notes.extend(dropped.into_iter().filter_map(|(_, removed)| removed.err()));
    }
    let change = past_changes(environment).first().map(|change| change.id);
    Ok(WriteResult { files, change, notes })
}

/// The same for a step that takes a change back, or makes it again.
pub async fn write_step(environment: &Environment, step: &UndoStep) -> Result<WriteResult, Problem> {
    let files = take_back(environment, step).await?;
    let notes = follow(environment, &step.rewrite).err().into_iter().collect();
    Ok(WriteResult { files, change: None, notes })
}

/// Makes the preferences follow a profile that got another name. They are no AWS file: where they cannot
/// be changed, the profile is renamed all the same.
fn follow(environment: &Environment, rewrite: &Rewrite) -> Result<(), Problem> {
    let Some((from, to)) = rewrite.renamed() else { return Ok(()) };
    let followed = change_preferences(environment, |preferences| preferences.follow_name(&from, &to));
    let path = environment.paths.display(&environment.preferences);
    followed
        .map_err(|error| error.to_problem(environment))
        .and_then(|followed| followed.map(drop).map_err(|error| error.to_problem(&path)))
}
