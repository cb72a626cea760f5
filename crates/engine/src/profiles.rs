//! Changes of profiles: plans them on the files as they are now, writes them as they were shown, and undoes them
//! while nobody else changed the files.

pub mod apply;
mod undo;
mod write;

use aws_files::{Document, FileKind, Profiles, SectionName};
use sandglass_core::cache::{CacheFile, CacheFileKind, CachePlace};
use sandglass_core::preferences::Refresh;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::{Change, Changes, Conversion, Files, Plan, PlanContext, propose};
use sandglass_core::resolve::Resolution;
use sandglass_core::session::Session;
use sandglass_core::snapshot::Snapshot;

use crate::cache::{clean_these, inventory};
use crate::renew::{RenewOptions, Renewal, renew_planned};
use crate::resolution::{resolve_compared, resolve_named};
use crate::snapshot::session_of;
use crate::{Clock, Environment, Prompt, files, os, read_preferences};

pub(crate) use undo::forget_old_changes;
pub use undo::{RecordedChange, Undo, UndoStep, past_changes, redo, undo};
pub use write::{WriteResult, write, write_step};

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
    Ok(Files {
        config: read_one(environment, FileKind::Config)?,
        credentials: read_one(environment, FileKind::Credentials)?,
    })
}

/// The text of one of the files; empty where there is none.
pub fn read_one(environment: &Environment, kind: FileKind) -> Result<Document, Problem> {
    files::read_document(&environment.paths, kind).map(|(document, _)| document)
}

/// Another text whenever what stands in either file changed; none stands for one that cannot be read.
pub fn revision(config: Option<&Document>, credentials: Option<&Document>) -> String {
    files::revision([config, credentials])
}

/// Checks that a file can be edited: it parses, and may be written.
pub fn check_editable(environment: &Environment, kind: FileKind) -> Result<(), Problem> {
    files::check_editable(environment, kind)
}

/// Resolves a profile of these files.
pub fn resolve_in(environment: &Environment, profiles: &Profiles, name: &str) -> Resolution {
    resolve_named(profiles, environment, name, &[])
}

/// Plans a change of the files as they are now.
pub fn plan(environment: &Environment, change: &Change) -> Result<Plan, Problem> {
    plan_all(environment, &read(environment)?, &change.clone().into())
}

/// Plans several changes of one section.
pub fn plan_all(environment: &Environment, files: &Files, changes: &Changes) -> Result<Plan, Problem> {
    let is_program = |program: &str| os::is_program(program, &environment.variables);
    let context =
        PlanContext { paths: &environment.paths, variables: &environment.variables, is_program: &is_program };
    Plan::of_all(files, changes, context)
}

/// Proposes a conversion of a profile: the given values, or else those in the files and the preferences.
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
    renew_planned(environment, name, (&profiles, &resolution), RenewOptions::default(), prompt, clock).await
}

/// Removes what the AWS CLI's cache holds for a profile and would be in the way of its next session.
pub async fn drop_stale_sessions(
    environment: &Environment,
    name: &str,
    clock: &dyn Clock,
) -> Vec<(CacheFile, Result<(), Problem>)> {
    let is_stale = |file: &CacheFile| {
        let owned = file.place == CachePlace::Cli && file.profiles.iter().any(|profile| profile == name);
        owned && (file.kind == CacheFileKind::Damaged || file.is_expired(clock.now()))
    };
    let files = inventory(environment).files.into_iter().filter(is_stale).collect();
    clean_these(environment, files).await.files
}
