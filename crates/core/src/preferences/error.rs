//! Errors of reading and changing preferences.

use crate::problem::{Code, Origin, Problem};

/// The expected form of a preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// True or false.
    Flag,
    /// A number of minutes.
    Minutes,
    /// A number of minutes for which AWS gives a session to a user.
    MfaMinutes,
    /// A number of days.
    Days,
    /// A list of numbers of minutes.
    MinutesList,
    /// A list of profile names.
    Names,
    /// A text that is not empty.
    Text,
    /// `system`, `en` or `pt-BR`.
    Language,
    /// `system`, `light` or `dark`.
    Theme,
    /// `system`, `24h` or `12h`.
    TimeFormat,
    /// `urgency`, `name` or `account`.
    Sort,
    /// A word of at most 12 characters.
    Label,
    /// A colour of a label.
    LabelColor,
    /// `http://host:port`.
    Proxy,
    /// An absolute path, or one below `~`.
    Path,
    /// The command of an editor.
    Editor,
    /// The command of a program that prints a code.
    CodeCommand,
    /// The command of a browser with the place of the address, or that none opens.
    Browser,
    /// A table.
    Table,
    /// A whole number from 1.
    Version,
    /// A key with Ctrl, Alt or Super.
    Key,
    /// Both halves of a refresh source, or none.
    RefreshPair,
}

impl Expected {
    /// The word by which the locales know it.
    pub fn as_str(self) -> &'static str {
        match self {
            Expected::Flag => "flag",
            Expected::Minutes => "minutes",
            Expected::MfaMinutes => "mfa-minutes",
            Expected::Days => "days",
            Expected::MinutesList => "minutes-list",
            Expected::Names => "names",
            Expected::Text => "text",
            Expected::Language => "language",
            Expected::Theme => "theme",
            Expected::TimeFormat => "time-format",
            Expected::Sort => "sort",
            Expected::Label => "label",
            Expected::LabelColor => "label-color",
            Expected::Proxy => "proxy",
            Expected::Path => "path",
            Expected::Editor => "editor",
            Expected::CodeCommand => "code-command",
            Expected::Browser => "browser",
            Expected::Table => "table",
            Expected::Version => "version",
            Expected::Key => "key",
            Expected::RefreshPair => "refresh-pair",
        }
    }
}

/// The reason why a preferences file, or a change to it, was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PreferencesError {
    /// The file is no TOML.
    #[error("line {line}: {reason}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The TOML reader's words.
        reason: String,
    },
    /// A known key has a value of the wrong kind.
    #[error("{key} is no {}", expected.as_str())]
    Invalid {
        /// The key.
        key: String,
        /// The expected form.
        expected: Expected,
        /// The line, where one is known.
        line: Option<usize>,
    },
    /// A value that was to be set is of the wrong kind.
    #[error("{key} = {value} is no {}", expected.as_str())]
    Refused {
        /// The key.
        key: String,
        /// The expected form.
        expected: Expected,
        /// The given value.
        value: String,
    },
    /// The file was written by a newer Sandglass, so it is not changed.
    #[error("version {version}")]
    Newer {
        /// Its version.
        version: i64,
    },
    /// There is no such preference.
    #[error("{key} is unknown")]
    Unknown {
        /// The given name.
        key: String,
    },
}

impl PreferencesError {
    /// The same as a problem with its sentence; `path` is the file as people write it.
    pub fn to_problem(&self, path: &str) -> Problem {
        let at_line = |line: Option<usize>| match line {
            Some(line) => format!("{path}:{line}"),
            None => path.to_owned(),
        };
        match self {
            PreferencesError::Syntax { line, reason } => Problem::new(Code::PreferencesUnusable)
                .with("path", at_line(Some(*line)))
                .with("reason", reason),
            PreferencesError::Invalid { key, expected, line } => Problem::new(Code::PreferencesInvalid)
                .with("where", at_line(*line))
                .with("key", key)
                .with("expected", expected.as_str()),
            PreferencesError::Refused { key, expected, value } => Problem::new(Code::PreferencesInvalid)
                .at(Origin::Call)
                .with("where", format!("{key} = {value}"))
                .with("key", key)
                .with("expected", expected.as_str()),
            PreferencesError::Newer { version } => {
                Problem::new(Code::PreferencesNewer).with("path", path).with("version", version.to_string())
            }
            PreferencesError::Unknown { key } => {
                Problem::new(Code::UnknownPreference).at(Origin::Call).with("key", key)
            }
        }
    }
}
