//! The invented home: texts in memory, changed as the files of a real one would be.

mod caches;
pub(crate) mod names;
mod options;
mod texts;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use aws_files::{Document, FileKind};
use sandglass_core::Timestamp;
use sandglass_core::paths::AwsPaths;
use sandglass_core::preferences::{Preferences, PreferencesError};
use sandglass_core::profiles::Files;
use sandglass_core::user_choices::with_choices;
use sandglass_core::variables::Variables;

pub(crate) use caches::{session_arn, session_entry};
pub(crate) use options::Options;

/// Whose home it is.
const HOME: &str = "/home/ana";

/// A file of a cache.
#[derive(Clone)]
pub(crate) struct CachedFile {
    pub(crate) bytes: Vec<u8>,
    pub(crate) stored_at: Timestamp,
}

/// Everything a program would find.
pub(crate) struct Home {
    pub(crate) options: Options,
    /// The variables of the desktop program, without what the preferences stand for.
    process: Variables,
    /// The same with what they stand for, and where that makes the files be.
    variables: Variables,
    paths: AwsPaths,
    config: String,
    credentials: String,
    preferences: String,
    pub(crate) caches: BTreeMap<PathBuf, CachedFile>,
    /// What happened, one JSON object a line.
    pub(crate) history: String,
    /// `~/.zshrc`
    pub(crate) shell_file: String,
    /// What somebody copied elsewhere.
    pub(crate) clipboard: String,
    changes: u32,
}

impl Home {
    /// A home as it is at `now`.
    pub(crate) fn new(options: Options, now: Timestamp) -> Self {
        let process = texts::process(&options);
        let mut home = Self {
            variables: process.clone(),
            paths: AwsPaths::new(Path::new(HOME), &process),
            process,
            config: texts::config(&options),
            credentials: texts::credentials(&options, now),
            preferences: texts::preferences(&options),
            caches: BTreeMap::new(),
            history: String::new(),
            shell_file: texts::shell_file(&options, now),
            clipboard: texts::clipboard(&options),
            changes: 1,
            options,
        };
        home.settle();
        if !home.options.is("state", "first-run") {
            caches::fill(&mut home, now);
            home.history = texts::history(now);
        }
        home
    }

    /// Lets the preferences stand for variables that nobody set.
    fn settle(&mut self) {
        if let Ok(preferences) = self.preferences() {
            self.variables = with_choices(&self.process, &preferences.settings().machine);
            self.paths = AwsPaths::new(Path::new(HOME), &self.variables);
        }
    }

    /// The variables in force: what no variable says, the preferences may.
    pub(crate) fn variables(&self) -> Variables {
        self.variables.clone()
    }

    /// The variables of the desktop program itself.
    pub(crate) fn process(&self) -> &Variables {
        &self.process
    }

    pub(crate) fn paths(&self) -> AwsPaths {
        self.paths.clone()
    }

    /// Where the preferences are.
    pub(crate) fn own_directory() -> PathBuf {
        Path::new(HOME).join(".config/sandglass")
    }

    pub(crate) fn preferences_path() -> PathBuf {
        Self::own_directory().join("preferences.toml")
    }

    pub(crate) fn log_path() -> PathBuf {
        Path::new(HOME).join(".local/state/sandglass/sandglass.log")
    }

    pub(crate) fn shell_path() -> PathBuf {
        Path::new(HOME).join(".zshrc")
    }

    /// Both AWS files.
    pub(crate) fn files(&self) -> Files {
        Files {
            config: Document::parse(FileKind::Config, self.config.as_bytes()),
            credentials: Document::parse(FileKind::Credentials, self.credentials.as_bytes()),
        }
    }

    /// Whether one of them is there.
    pub(crate) fn exists(&self, kind: FileKind) -> bool {
        match kind {
            FileKind::Config => !self.config.is_empty(),
            FileKind::Credentials => !self.credentials.is_empty(),
        }
    }

    /// Whether a program would find a file there.
    pub(crate) fn has(&self, path: &Path) -> bool {
        let paths = self.paths();
        let aws = Files::KINDS.into_iter().any(|kind| paths.file(kind) == path && self.exists(kind));
        let own = path == Self::preferences_path() || path == Self::log_path() || path == Self::shell_path();
        aws || own || self.caches.keys().any(|file| file.starts_with(path))
    }

    /// Puts texts in the place of those of the AWS files.
    pub(crate) fn write_files(&mut self, files: &Files) {
        let text = |kind| String::from_utf8_lossy(files.document(kind).bytes()).into_owned();
        (self.config, self.credentials) = (text(FileKind::Config), text(FileKind::Credentials));
        self.changes += 1;
    }

    pub(crate) fn preferences(&self) -> Result<Preferences, PreferencesError> {
        Preferences::parse(&self.preferences)
    }

    pub(crate) fn write_preferences(&mut self, preferences: &Preferences) {
        self.preferences = preferences.to_text();
        self.settle();
    }

    /// Another text whenever either AWS file changed.
    pub(crate) fn revision(&self) -> String {
        self.changes.to_string()
    }

    /// The text of a file, by its short name.
    pub(crate) fn text(&self, file: &str) -> String {
        match file {
            "config" => self.config.clone(),
            "credentials" => self.credentials.clone(),
            "preferences" => self.preferences.clone(),
            _ => String::new(),
        }
    }

    /// Puts a text into a file, by its short name.
    pub(crate) fn set_text(&mut self, file: &str, text: &str) {
        let text = text.to_owned();
        match file {
            "config" => self.config = text,
            "credentials" => self.credentials = text,
            "preferences" => self.preferences = text,
            "clipboard" => self.clipboard = text,
            _ => {}
        }
        self.changes += u32::from(["config", "credentials"].contains(&file));
        self.settle();
    }
}
