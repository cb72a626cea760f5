//! Reads single values. A known key of the wrong type is an error with its line, never a silent default; only in a
//! file of a newer version, whose keys may mean something else, it is skipped.

use crate::browser::BrowserChoice;
use aws_files::shlex_split;
use chrono::TimeDelta;
use toml_edit::{Item, TableLike};

use super::error::{Expected, PreferencesError};
use super::{GlobalKey, Settings};
use crate::editor::is_command;
use crate::masked::is_masked;
use crate::text::Language;

/// No session lasts longer than a day and a half.
const MOST_MINUTES: i64 = 2160;

pub(super) struct TableReader<'a> {
    /// The file, for the line of an error.
    pub(super) text: &'a str,
    /// True if what cannot be read is passed over.
    pub(super) is_newer: bool,
}

impl TableReader<'_> {
    /// A key of a table; none where it is not there. `path` is its full name.
    pub(super) fn get<T>(
        &self,
        table: &dyn TableLike,
        path: &str,
        expected: Expected,
        read: impl FnOnce(&Item) -> Option<T>,
    ) -> Result<Option<T>, PreferencesError> {
        let key = path.rsplit_once('.').map_or(path, |(_, key)| key);
        let Some(item) = table.get(key) else { return Ok(None) };
        match read(item) {
            Some(value) => Ok(Some(value)),
            None => self.refuse(path, expected, item).map(|()| None),
        }
    }

    /// The error for an item, unless it is passed over.
    pub(super) fn refuse(&self, key: &str, expected: Expected, item: &Item) -> Result<(), PreferencesError> {
        if self.is_newer {
            return Ok(());
        }
        let line = item.span().map(|span| line_of(self.text, span.start));
        Err(PreferencesError::Invalid { key: key.to_owned(), expected, line })
    }
}

/// The line of a place in a text, from 1.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

pub(super) fn minutes(item: &Item) -> Option<TimeDelta> {
    within(item.as_integer()?)
}

pub(super) fn minutes_list(item: &Item) -> Option<Vec<TimeDelta>> {
    item.as_array()?.iter().map(|item| within(item.as_integer()?)).collect()
}

/// The time for which AWS gives a session: from a quarter of an hour to a day and a half.
pub(super) fn mfa_minutes(item: &Item) -> Option<TimeDelta> {
    let minutes = item.as_integer()?;
    let found = (0..=MOST_MINUTES).contains(&minutes).then(|| TimeDelta::minutes(minutes))?;
    (found >= Settings::SHORTEST_MFA_SESSION).then_some(found)
}

/// At most a year: what is kept longer is no backup.
const MOST_DAYS: i64 = 365;

pub(super) fn days(item: &Item) -> Option<TimeDelta> {
    let days = item.as_integer()?;
    (1..=MOST_DAYS).contains(&days).then(|| TimeDelta::days(days))
}

fn within(minutes: i64) -> Option<TimeDelta> {
    (1..=MOST_MINUTES).contains(&minutes).then(|| TimeDelta::minutes(minutes))
}

pub(super) fn names(item: &Item) -> Option<Vec<String>> {
    item.as_array()?.iter().map(|item| item.as_str().map(str::to_owned)).collect()
}

pub(super) fn text(item: &Item) -> Option<String> {
    item.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

/// A label is a word, not a sentence.
const LONGEST_LABEL: usize = 12;

pub(super) fn label(item: &Item) -> Option<String> {
    let text = text(item)?;
    let fits =
        text.trim() == text && text.chars().count() <= LONGEST_LABEL && !text.chars().any(char::is_control);
    fits.then_some(text)
}

/// `http://host:port`, as the variables have it; a password may stand before the host.
pub(super) fn proxy(item: &Item) -> Option<String> {
    let text = text(item)?;
    let rest = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://"))?;
    let host = rest.rsplit('@').next()?.split(['/', ':']).next()?;
    // Stars stand for a password where it is not shown.
    (!host.is_empty() && !text.contains(char::is_whitespace) && !is_masked(&text)).then_some(text)
}

/// A program and its arguments, with its quotes closed.
pub(super) fn editor(item: &Item) -> Option<String> {
    text(item).filter(|text| is_command(text))
}

/// The command line of a program that prints a code. Stars stand for arguments where they are not shown.
pub(super) fn code_command(item: &Item) -> Option<String> {
    text(item).filter(|text| is_program(text) && !is_masked(text))
}

/// The browser of a sign-in.
pub(super) fn browser(item: &Item) -> Option<BrowserChoice> {
    BrowserChoice::parse(&text(item).filter(|text| !is_masked(text))?)
}

/// True if a command line names a program, and its quotes end. A path that begins with a drive is split as Windows does.
fn is_program(command: &str) -> bool {
    let is_of_windows = command.as_bytes().get(1) == Some(&b':');
    is_of_windows
        || shlex_split(command).is_some_and(|words| words.first().is_some_and(|word| !word.is_empty()))
}

/// Keys as they are held and pressed.
pub(super) fn key(item: &Item) -> Option<GlobalKey> {
    GlobalKey::parse(item.as_str()?)
}

/// Relative to what would nobody know.
pub(super) fn path(item: &Item) -> Option<String> {
    let text = text(item)?;
    let drive = text.as_bytes().get(1) == Some(&b':') && text.as_bytes()[0].is_ascii_alphabetic();
    let fits = text.starts_with(['/', '\\']) || text.starts_with("~/") || text.starts_with("~\\") || drive;
    fits.then_some(text)
}

/// `system` is no language of its own.
#[expect(clippy::option_option, reason = "what was read, and what it says")]
pub(super) fn language(item: &Item) -> Option<Option<Language>> {
    match item.as_str()? {
        "system" => Some(None),
        name => Language::ALL.into_iter().find(|language| language.as_str() == name).map(Some),
    }
}
