//! A fix as data: what it will change, and whether it is safe to apply without asking.

use std::path::PathBuf;

use super::{Evidence, Sentence};
use sandglass_core::export::Shell;
use sandglass_core::export::argument;
use sandglass_core::paths::AwsPaths;
use sandglass_core::profiles::{Change, DiffLine, FileDiff, Plan, as_text};

/// One way to fix a cause.
#[derive(Debug)]
pub struct Fix {
    /// Its title: a message `fix-…` of the locales.
    pub title: Sentence,
    /// Its effect.
    pub action: FixAction,
    /// True if a person has to look at it first.
    is_not_safe: bool,
}

/// The effect of a fix.
#[derive(Debug)]
pub enum FixAction {
    /// Removes files of a cache that hold nothing of use.
    DeleteCacheFiles(Vec<PathBuf>),
    /// Gets a new session.
    Renew {
        /// The profile.
        profile: String,
        /// True if it asks for an MFA code.
        takes_code: bool,
        /// The command that does it.
        command: String,
    },
    /// Changes the AWS files.
    Edit {
        /// The change.
        change: Change,
        /// The diff, with secrets masked.
        files: Vec<FileDiff>,
    },
    /// Rewrites a shell's own file without some of its lines.
    EditShellFile {
        /// The file.
        path: PathBuf,
        /// The lines that go, secrets masked.
        lines: Vec<DiffLine>,
    },
    /// Removes variables that the system gives to every new program (`HKCU\Environment`, `launchctl`).
    SystemVariables {
        /// Their names.
        names: Vec<String>,
        /// Their place, as people call it.
        place: String,
        /// The variables that go, secrets masked.
        lines: Vec<DiffLine>,
        /// The commands that do it.
        command: String,
    },
    /// A command to run, in every shell that needs its own.
    Command(Vec<(Option<Shell>, String)>),
    /// Changes one of our own preferences.
    Preference {
        /// Their names.
        key: String,
        /// To what; `None` goes back to the default.
        value: Option<String>,
    },
}

impl Fix {
    /// A fix.
    pub fn new(title: Sentence, action: FixAction) -> Self {
        Self { title, action, is_not_safe: false }
    }

    /// A change of the AWS files; none where the change cannot be made.
    pub(super) fn edit(evidence: &Evidence, title: Sentence, change: Change) -> Option<Self> {
        let plan = Plan::new(&evidence.files.text, &change, evidence.context()).ok()?;
        let files = plan.rewrite.diffs();
        (!files.is_empty()).then(|| Self::new(title, FixAction::Edit { change, files }))
    }

    /// A new session of a profile.
    pub(super) fn renew(profile: &str, takes_code: bool) -> Self {
        let title = if takes_code { "fix-renew_with_code" } else { "fix-renew" };
        let command = format!("sandglass renew {}", argument(profile));
        let action = FixAction::Renew { profile: profile.to_owned(), takes_code, command };
        Self::new(Sentence::new(title).with("profile", profile), action)
    }

    /// The same, but not to be done without a look: it may not be what was meant.
    #[must_use]
    pub(super) fn not_safe(self) -> Self {
        Self { is_not_safe: true, ..self }
    }

    /// A command that is the same in every shell.
    pub fn command(title: Sentence, command: impl Into<String>) -> Self {
        Self::new(title, FixAction::Command(vec![(None, command.into())]))
    }

    /// The word of `--json`, and what `--fix=CODE` takes.
    pub fn code(&self) -> &'static str {
        match self.action {
            FixAction::DeleteCacheFiles(_) => "delete_cache_files",
            FixAction::Renew { .. } => "renew",
            FixAction::Edit { .. } => "edit_aws_files",
            FixAction::EditShellFile { .. } => "edit_shell_file",
            FixAction::SystemVariables { .. } => "system_variables",
            FixAction::Command(_) => "command",
            FixAction::Preference { .. } => "preference",
        }
    }

    /// True if it may be done with a plain `--fix`: nothing is lost, a backup is kept of what changes, and
    /// nobody has to be there.
    pub fn is_safe(&self) -> bool {
        let keeps_all = matches!(
            self.action,
            FixAction::DeleteCacheFiles(_)
                | FixAction::Renew { takes_code: false, .. }
                | FixAction::Edit { .. }
        );
        keeps_all && !self.is_not_safe
    }

    /// Returns the changes of files or the system's variables as diffs; empty if no text changes.
    pub fn changes(&self, paths: &AwsPaths) -> Vec<(String, &[DiffLine])> {
        match &self.action {
            FixAction::Edit { files, .. } => {
                let change = |file: &'_ FileDiff| paths.display(paths.file(file.file));
                files.iter().map(|file| (change(file), file.lines.as_slice())).collect()
            }
            FixAction::EditShellFile { path, lines } => vec![(paths.display(path), lines)],
            FixAction::SystemVariables { place, lines, .. } => vec![(place.clone(), lines)],
            _ => Vec::new(),
        }
    }

    /// The same as text.
    pub fn diff(&self, paths: &AwsPaths) -> Option<String> {
        let changes = self.changes(paths);
        let texts: Vec<String> = changes.iter().map(|(path, lines)| as_text(path, lines)).collect();
        (!texts.is_empty()).then(|| texts.join("\n"))
    }

    /// The command a person may run instead, for the shell they use.
    pub fn command_in(&self, shell: Shell) -> Option<&str> {
        match &self.action {
            FixAction::Command(commands) => commands
                .iter()
                .find(|(of, _)| of.is_none_or(|of| of == shell))
                .or_else(|| commands.first())
                .map(|(_, command)| command.as_str()),
            FixAction::SystemVariables { command, .. } | FixAction::Renew { command, .. } => Some(command),
            _ => None,
        }
    }
}

/// One fix is a list of one.
impl IntoIterator for Fix {
    type Item = Self;
    type IntoIter = std::iter::Once<Self>;

    fn into_iter(self) -> Self::IntoIter {
        std::iter::once(self)
    }
}
