//! Applies a fix exactly as it was shown, or not at all.

use std::path::PathBuf;

use sandglass_core::preferences::Name;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::{Change, FileDiff};
use sandglass_doctor::{Fix, FixAction};

use super::shell_file;
use crate::cache::{Removed, clean_these, inventory, put_back};
use crate::renew::{RenewOptions, Renewal, renew};
use crate::trouble::Because;
use crate::{Clock, Environment, PreferencesFileError, Prompt, change_preferences, os, profiles};

/// The result of applying a fix.
pub enum AppliedFix {
    /// These files were changed; none where the change is the system's.
    Done(Vec<PathBuf>),
    /// These cache files were removed, and can be put back.
    Cleaned {
        /// The files.
        files: Vec<PathBuf>,
        /// Their contents.
        removed: Removed,
    },
    /// Only a person can do it: a command of their shell.
    LeftToPerson,
}

/// Applies a fix. Whoever calls it has shown the fix, and got a yes where it is not a safe one.
pub async fn apply_fix(
    environment: &Environment,
    fix: &Fix,
    prompt: &mut dyn Prompt,
    clock: &dyn Clock,
) -> Result<AppliedFix, Problem> {
    match &fix.action {
        FixAction::DeleteCacheFiles(paths) => delete(environment, paths).await,
        FixAction::Renew { profile, .. } => {
            let renewal = renew(environment, profile, RenewOptions::default(), prompt, clock).await?;
            let (Renewal::Renewed { stored_in, .. } | Renewal::StillFresh { stored_in: Some(stored_in), .. }) =
                renewal
            else {
                return Ok(AppliedFix::Done(Vec::new()));
            };
            Ok(AppliedFix::Done(vec![stored_in]))
        }
        FixAction::Edit { change, files } => edit(environment, change, files, clock).await,
        FixAction::EditShellFile { path, lines } => {
            Box::pin(shell_file::without_lines(environment, path, lines)).await?;
            Ok(AppliedFix::Done(vec![path.clone()]))
        }
        FixAction::SystemVariables { names, .. } => {
            for name in names {
                os::remove_system_variable(name)
                    .map_err(|error| Problem::new(Code::FileUnwritable).with("path", name).because(&error))?;
            }
            Ok(AppliedFix::Done(Vec::new()))
        }
        FixAction::Preference { key, value } => prefer(environment, key, value.as_deref()),
        FixAction::Command(_) => Ok(AppliedFix::LeftToPerson),
    }
}

/// Only what stands in the caches, and only what is an entry of one, is ever deleted.
async fn delete(environment: &Environment, paths: &[PathBuf]) -> Result<AppliedFix, Problem> {
    let files = inventory(environment).files.into_iter().filter(|file| paths.contains(&file.path)).collect();
    let cleaned = clean_these(environment, files).await;
    let mut removed = Vec::new();
    let mut failure = None;
    for (file, result) in cleaned.files {
        match result {
            Ok(()) => removed.push(file.path),
            Err(problem) => failure = failure.or(Some(problem)),
        }
    }
    if let Some(problem) = failure {
        // All of them or none: nobody is told of some that went, so nobody could put those back.
        let back = put_back(environment, cleaned.removed).await;
        return Err(back.failures.into_iter().next().unwrap_or(problem));
    }
    let is_left = |path: &&PathBuf| !removed.contains(path) && std::fs::symlink_metadata(path).is_ok();
    if let (true, Some(left)) = (removed.is_empty(), paths.iter().find(is_left)) {
        return Err(Problem::new(Code::FileUnwritable)
            .with("path", environment.paths.display(left))
            .with("detail", "it is no entry of a cache"));
    }
    Ok(AppliedFix::Cleaned { files: removed, removed: cleaned.removed })
}

async fn edit(
    environment: &Environment,
    change: &Change,
    shown: &[FileDiff],
    clock: &dyn Clock,
) -> Result<AppliedFix, Problem> {
    let plan = profiles::plan(environment, change)?;
    if plan.rewrite.diffs() != shown {
        let files = plan.rewrite.files().map(|kind| environment.paths.display(environment.paths.file(kind)));
        return Err(Problem::new(Code::FileChanged).with("path", files.collect::<Vec<_>>().join(", ")));
    }
    let wrote = profiles::write(environment, &plan, clock).await?;
    wrote.notes.into_iter().next().map_or(Ok(AppliedFix::Done(wrote.files)), Err)
}

fn prefer(environment: &Environment, key: &str, value: Option<&str>) -> Result<AppliedFix, Problem> {
    let problem = |error: PreferencesFileError| error.to_problem(environment);
    let name = Name::parse(key).map_err(|error| problem(error.into()))?;
    let changed = change_preferences(environment, |preferences| match value {
        Some(value) => preferences.set(&name, &[value.to_owned()]),
        None => preferences.unset(&name),
    });
    changed.map_err(problem)?.map_err(|error| problem(error.into()))?;
    Ok(AppliedFix::Done(vec![environment.preferences.clone()]))
}

#[cfg(test)]
mod tests {
    use sandglass_doctor::Sentence;

    use super::*;
    use crate::lock::{Lock, PATIENCE};
    use crate::testing::environment;
    use crate::{NoPrompt, SystemClock};

    const EXPIRED: &str = r#"{"Credentials": {"AccessKeyId": "ASIAEXPIRED", "SecretAccessKey": "s", "SessionToken": "t",
        "Expiration": "2020-01-01T00:00:00Z"}}"#;

    #[tokio::test]
    async fn cache_files_go_together_or_not_at_all() {
        let home = tempfile::tempdir().expect("a directory");
        let environment = environment(home.path());
        let cache = &environment.paths.cli_cache;
        std::fs::create_dir_all(cache).expect("made");
        let names = ["a".repeat(40), "b".repeat(40)];
        let paths: Vec<PathBuf> = names.iter().map(|name| cache.join(format!("{name}.json"))).collect();
        for path in &paths {
            std::fs::write(path, EXPIRED).expect("written");
        }
        let fix = Fix::new(Sentence::default(), FixAction::DeleteCacheFiles(paths.clone()));
        let there = || paths.iter().filter(|path| path.exists()).count();
        // Whichever is the second to go, somebody renews it right now.
        for name in &names {
            let lock = Lock::acquire(&environment.state_dir, name, PATIENCE).await.expect("free");
            let refused = apply_fix(&environment, &fix, &mut NoPrompt, &SystemClock).await;
            assert_eq!(refused.err().map(|problem| problem.code), Some(Code::LockHeld));
            assert_eq!(there(), 2);
            assert_eq!(std::fs::read_to_string(&paths[0]).expect("it is back"), EXPIRED);
            drop(lock);
        }
        let done = apply_fix(&environment, &fix, &mut NoPrompt, &SystemClock).await;
        assert!(matches!(done, Ok(AppliedFix::Cleaned { files, .. }) if files.len() == 2));
        assert_eq!(there(), 0);
    }
}
