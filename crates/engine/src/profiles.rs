//! Changes of profiles: planned on what stands in the files now, written as they were shown, taken back
//! while nobody changed the file since.

mod apply;
mod edit;
mod undo;
mod view;

use aws_files::SectionName;
use sandglass_core::cache::{CacheFile, Kind, Place};
use sandglass_core::preferences::Refresh;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::{Change, Changes, Conversion, Files, Plan, Rewrite, Surroundings, propose};
use sandglass_core::session::Session;
use sandglass_core::snapshot::Snapshot;

use crate::cache::{clean_these, inventory};
use crate::renew::{Options, Renewal, renew_planned};
use crate::snapshot::{resolve_compared, resolve_named, session_of};
use crate::{Clock, Environment, Prompt, change_preferences, files, os, read_preferences};

pub use apply::{apply, take_back};
pub use edit::{Planned, broken_files, changed, plan_edit, plan_step, try_planned, write_planned};
pub use undo::{Past, Step, Undo, past_changes, redo, undo};
pub use view::{profile_form, profile_list};

/// Every profile's session, and what is wrong with the files.
pub fn list(environment: &Environment) -> Snapshot {
    crate::snapshot(environment)
}

/// One profile with its session; fails for one that is in neither file.
pub fn show(environment: &Environment, name: &str) -> Result<(aws_files::Profile, Session), Problem> {
    let (profiles, resolution) = resolve_compared(environment, name);
    let Some(profile) = profiles.get(name) else {
        let unknown = || Problem::new(Code::UnknownProfile).with("profile", name);
        return Err(resolution.errors.first().cloned().unwrap_or_else(unknown));
    };
    Ok((profile.clone(), session_of(environment, &profiles, &resolution)))
}

/// The text of both files.
pub fn read(environment: &Environment) -> Result<Files, Problem> {
    let document = |kind| files::read_document(&environment.paths, kind).map(|(document, _)| document);
    Ok(Files {
        config: document(aws_files::FileKind::Config)?,
        credentials: document(aws_files::FileKind::Credentials)?,
    })
}

/// What a change would make of the files as they are now.
pub fn plan(environment: &Environment, change: &Change) -> Result<Plan, Problem> {
    plan_all(environment, &read(environment)?, &change.clone().into())
}

/// What several changes of one section would make of the files.
fn plan_all(environment: &Environment, files: &Files, changes: &Changes) -> Result<Plan, Problem> {
    let is_program = |program: &str| os::is_program(program, &environment.variables);
    let surroundings = Surroundings {
        paths: &environment.paths,
        variables: &environment.variables,
        is_program: &is_program,
    };
    Plan::of_all(files, changes, surroundings)
}

/// What a profile would be turned into: what was given, else what the files and the preferences tell.
pub fn conversion(
    environment: &Environment,
    profile: &str,
    role: Option<String>,
    source: Option<String>,
) -> Result<Conversion, Problem> {
    let refresh: Option<Refresh> = read_preferences(environment)
        .ok()
        .and_then(|preferences| preferences.settings().refresh(profile).cloned());
    propose(&read(environment)?.profiles(), profile, role, source, refresh.as_ref())
}

/// Asks AWS for a session of the profile as it would be. It goes to the AWS CLI's cache, where it is of
/// use whether the change is written or not.
pub async fn try_out(
    environment: &Environment,
    plan: &Plan,
    prompt: &mut dyn Prompt,
    clock: &dyn Clock,
) -> Result<Renewal, Problem> {
    let SectionName::Profile(name) = &plan.section else {
        return Err(Problem::new(Code::NoCredentials).with("profile", ""));
    };
    let profiles = plan.rewrite.after.profiles();
    let resolution = resolve_named(&profiles, environment, name, &[]);
    renew_planned(environment, name, (&profiles, &resolution), Options::default(), prompt, clock).await
}

/// Removes what the AWS CLI's cache holds for a profile and would be in the way of its next session.
pub async fn drop_stale_sessions(
    environment: &Environment,
    name: &str,
    clock: &dyn Clock,
) -> Vec<(CacheFile, Result<(), Problem>)> {
    let is_stale = |file: &CacheFile| {
        let owned = file.place == Place::Cli && file.profiles.iter().any(|profile| profile == name);
        owned && (file.kind == Kind::Damaged || file.is_expired(clock.now()))
    };
    let files = inventory(environment).files.into_iter().filter(is_stale).collect();
    clean_these(environment, files).await
}

/// Makes the preferences follow a profile that got another name. They are no AWS file: where they cannot
/// be changed, the profile is renamed all the same.
pub fn follow(environment: &Environment, rewrite: &Rewrite) -> Result<(), Problem> {
    let Some((from, to)) = rewrite.renamed() else { return Ok(()) };
    let followed = change_preferences(environment, |preferences| preferences.follow_name(&from, &to));
    let path = environment.paths.display(&environment.preferences);
    followed
        .map_err(|error| error.to_problem(environment))
        .and_then(|followed| followed.map(drop).map_err(|error| error.to_problem(&path)))
}
