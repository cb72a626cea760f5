//! Opens places that the pages show. Only files that Sandglass itself named are opened, never a path of a page's own.

use std::path::PathBuf;

use sandglass_core::problem::{Code, Problem};
use sandglass_doctor::Diagnosis;
use sandglass_engine::Environment;
use sandglass_engine::cache::inventory;
use tauri::State;

use super::{CommandContext, CommandResult, blocking};
use crate::editor;

/// Opens a file at a line.
#[tauri::command]
pub(crate) async fn open_place(
    context: State<'_, CommandContext>,
    file: String,
    line: Option<usize>,
) -> CommandResult<()> {
    let (environment, found) = (context.environment(), context.diagnosis.last());
    let opened = blocking(move || {
        let found = found.as_ref().map(|(found, _)| found.as_ref());
        let Some(path) = known(&environment, found, &file) else {
            let problem = Problem::new(Code::NotOpened).with("path", file);
            return Err(problem.with("detail", "unknown"));
        };
        editor::open(&environment, &path, line)
    });
    opened.await.map_err(|problem| context.problem_text(&problem))
}

/// Opens the preferences or, while there are none, the config file, to see whether the editor comes.
#[tauri::command]
pub(crate) async fn try_editor(context: State<'_, CommandContext>) -> CommandResult<()> {
    let environment = context.environment();
    let opened = blocking(move || {
        let files = [&environment.preferences, &environment.paths.config];
        let file = files.into_iter().find(|file| file.exists()).unwrap_or(files[0]);
        editor::open(&environment, file, Some(1))
    });
    opened.await.map_err(|problem| context.problem_text(&problem))
}

/// The file that goes by that name: one of those in use, of the caches, or that the last diagnosis is about.
fn known(environment: &Environment, found: Option<&Diagnosis>, file: &str) -> Option<PathBuf> {
    let paths = &environment.paths;
    let own = [
        paths.config.clone(),
        paths.credentials.clone(),
        paths.cli_cache.clone(),
        environment.preferences.clone(),
        environment.log(),
    ];
    let is_it = |path: &PathBuf| paths.display(path) == file;
    let diagnosed = || found.into_iter().flat_map(Diagnosis::files).cloned();
    let cached = || inventory(environment).files.into_iter().map(|file| file.path);
    own.into_iter().find(is_it).or_else(|| diagnosed().find(is_it)).or_else(|| cached().find(is_it))
}

#[cfg(test)]
mod tests {
    use sandglass_core::variables::Variables;

    use super::*;

    #[test]
    fn only_files_that_were_named_are_known() {
        let home = tempfile::tempdir().expect("a directory");
        let text = home.path().display().to_string();
        let variables: Variables = [("HOME", text.as_str()), ("USERPROFILE", &text)].into_iter().collect();
        let environment = Environment::from_variables(variables).expect("a home");
        let config = known(&environment, None, "~/.aws/config").map(|path| path.ends_with(".aws/config"));
        assert_eq!(config, Some(true));
        let preferences = environment.paths.display(&environment.preferences);
        assert_eq!(known(&environment, None, &preferences), Some(environment.preferences.clone()));
        for other in ["/etc/passwd", "~/.ssh/id_ed25519", "~/.aws/../.ssh/config", "", "~/.aws/config:1"] {
            assert_eq!(known(&environment, None, other), None, "{other}");
        }
    }
}
