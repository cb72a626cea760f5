//! Edits of settings. An edit changes its own lines only, and is checked by reading the result again.

use std::collections::{BTreeMap, HashSet};

use zeroize::Zeroizing;

use super::{Document, ParsedSection, ParsedSetting, SectionName, SyntaxError};
use crate::Secret;
use crate::python::{is_space, strip};

/// The reason why an edit was refused. The document is unchanged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The AWS CLI cannot parse the file, so nobody can say what an edit would do.
    #[error("line {line}: {error}; the AWS CLI cannot parse the file, so it is not written", line = .0.at.line, error = .0)]
    Unparsable(SyntaxError),
    /// No such section.
    #[error("the file has no section [{header}]")]
    NoSection {
        /// The header looked for.
        header: String,
    },
    /// The section exists already.
    #[error("the file has the section [{header}] already, at line {line}")]
    SectionExists {
        /// Its header.
        header: String,
        /// Its line.
        line: usize,
    },
    /// No such key in the section itself.
    #[error("the section has no key {key}")]
    NoKey {
        /// The key.
        key: String,
    },
    /// The key cannot be written so that botocore reads it back.
    #[error("{key:?} cannot be a key: it must be lower case and hold no =, :, line break or outer blanks")]
    BadKey {
        /// The key.
        key: String,
    },
    /// The key has a plain value, and cannot have settings of its own beside it.
    #[error("{key} has a plain value, so it cannot hold settings of its own; remove it first")]
    NotABlock {
        /// The key.
        key: String,
    },
    /// The value cannot be written so that botocore reads it back.
    #[error("the value of {key} cannot be written: it holds a line break or begins or ends with a blank")]
    BadValue {
        /// The key; the value may be a secret.
        key: String,
    },
    /// Several headers lead to the same name, such as `[default]` and `[profile default]`.
    #[error("lines {first} and {last} are both the section [{header}]; keep one of them")]
    SeveralSections {
        /// The header of the last, which counts.
        header: String,
        /// The line of the first.
        first: usize,
        /// The line of the last.
        last: usize,
    },
    /// The name cannot be written, or this file cannot hold such a section.
    #[error("the name cannot be a section of this file")]
    BadName,
    /// rust-ini, a second reader, sees another change than we do.
    #[error(
        "a second reader sees another change than the one asked for at [{header}] {key}; edit the file by hand"
    )]
    Disputed {
        /// The section's header.
        header: String,
        /// The key.
        key: String,
    },
    /// rust-ini could read the file before, and cannot any more.
    #[error("a second reader could not read the file any more; edit it by hand")]
    UnreadableToOthers,
    /// Reading the result shows another change than the one asked for.
    #[error("the edit would change more than {key}; edit the file by hand")]
    WouldChangeMore {
        /// The key, or the header.
        key: String,
    },
}

/// The settings of a file, section by section, for comparing before and after.
pub(super) type Contents = BTreeMap<String, BTreeMap<String, Secret>>;

impl Document {
    /// Sets a key: replaces its value where it stands, else adds a line behind the section's last
    /// setting.
    pub fn set(&self, section: &SectionName, key: &str, value: &str) -> Result<Self, EditError> {
        check_key(key)?;
        check_value(key, value)?;
        let found = self.find(section)?;
        let bytes = match found.settings.iter().find(|setting| setting.key == key) {
            Some(setting) => self.with_value(setting, value),
            None => self.with_setting(found, key, value),
        };
        self.checked(&bytes, key, &self.headers(), |contents| {
            let section = contents.entry(found.header.clone()).or_default();
            section.insert(key.to_owned(), Secret::new(value.to_owned()));
        })
    }

    /// Removes a key with the lines its value continues on. Comments stay.
    pub fn remove(&self, section: &SectionName, key: &str) -> Result<Self, EditError> {
        let found = self.find(section)?;
        let setting = found
            .settings
            .iter()
            .find(|setting| setting.key == key)
            .ok_or_else(|| EditError::NoKey { key: key.to_owned() })?;
        let mut gone = vec![setting.line];
        gone.extend(setting.continuations());
        let bytes = self.without_lines(&gone);
        self.checked(&bytes, key, &self.headers(), |contents| {
            if let Some(section) = contents.get_mut(&found.header) {
                section.remove(key);
            }
        })
    }

    /// The section botocore takes for a name: the last, where several lead to the same one.
    pub(super) fn last_of<'a>(&'a self, section: &'a SectionName) -> Option<&'a ParsedSection> {
        self.all_of(section).last()
    }

    /// Every section that leads to a name, first to last.
    pub(super) fn all_of<'a>(&'a self, section: &'a SectionName) -> impl Iterator<Item = &'a ParsedSection> {
        let leads = |parsed: &&ParsedSection| {
            SectionName::of_header(self.kind(), &parsed.header).as_ref() == Some(section)
        };
        self.parsed.sections.iter().filter(leads)
    }

    pub(super) fn find<'a>(&'a self, section: &'a SectionName) -> Result<&'a ParsedSection, EditError> {
        if let Some(error) = self.syntax_errors().first() {
            return Err(EditError::Unparsable(error.clone()));
        }
        self.last_of(section).ok_or_else(|| EditError::NoSection {
            header: section.to_header(self.kind()).unwrap_or_default(),
        })
    }

    fn with_value(&self, setting: &ParsedSetting, value: &str) -> Zeroizing<Vec<u8>> {
        let line = &self.parsed.lines.0[setting.line];
        let start = setting.value_start.min(line.text.end);
        let mut bytes = Zeroizing::new(self.bytes()[..start].to_vec());
        if value.is_empty() {
            // The blank before the old value went with it.
            let before = std::str::from_utf8(&bytes[line.text.start..]).unwrap_or_default();
            let kept = before.trim_end_matches(is_space).len();
            bytes.truncate(line.text.start + kept);
        }
        if bytes.ends_with(b"=") && !value.is_empty() && self.bytes()[start..line.text.end].is_empty() {
            bytes.push(b' ');
        }
        bytes.extend(value.bytes());
        bytes.extend(&self.bytes()[line.text.end..]);
        // The lines of the old value stand behind; their places moved by the change of length.
        without_lines(&bytes, &super::Lines::new(&bytes), setting.continuations())
    }

    fn with_setting(&self, section: &ParsedSection, key: &str, value: &str) -> Zeroizing<Vec<u8>> {
        let last = section.settings.iter().max_by_key(|setting| setting.line);
        let after = last
            .map_or(section.line, |setting| setting.continuations().last().copied().unwrap_or(setting.line));
        let indent = last.map_or(&[][..], |setting| self.indent(setting.line));
        self.with_line(after, indent, &assignment(key, value))
    }

    /// A line more, behind another one, with its line ending.
    pub(super) fn with_line(&self, after: usize, indent: &[u8], text: &str) -> Zeroizing<Vec<u8>> {
        let end = self.parsed.lines.0[after].end;
        let ending = self.ending(after);
        let mut bytes = Zeroizing::new(self.bytes()[..end].to_vec());
        let closed = ends_line(&bytes);
        if !closed {
            bytes.extend(ending);
        }
        bytes.extend(indent);
        bytes.extend(text.bytes());
        if closed {
            bytes.extend(ending);
        }
        bytes.extend(&self.bytes()[end..]);
        bytes
    }

    pub(super) fn without_lines(&self, gone: &[usize]) -> Zeroizing<Vec<u8>> {
        without_lines(self.bytes(), &self.parsed.lines, gone)
    }

    /// The blanks a line begins with.
    pub(super) fn indent(&self, line: usize) -> &[u8] {
        let text = &self.bytes()[self.parsed.lines.0[line].text.clone()];
        let length = text.iter().position(|byte| !matches!(byte, b' ' | b'\t')).unwrap_or(0);
        &text[..length]
    }

    /// The ending of a line, or of the nearest before it that has one.
    pub(super) fn ending(&self, line: usize) -> &[u8] {
        let lines = &self.parsed.lines.0;
        let endings = lines.iter().take(line + 1).rev().map(|line| &self.bytes()[line.text.end..line.end]);
        endings.into_iter().find(|ending| !ending.is_empty()).unwrap_or(b"\n")
    }

    pub(super) fn checked(
        &self,
        bytes: &[u8],
        key: &str,
        headers: &[String],
        change: impl FnOnce(&mut Contents),
    ) -> Result<Self, EditError> {
        let edited = Self::parse(self.kind(), bytes);
        let mut expected = self.contents();
        change(&mut expected);
        if edited.syntax_errors().is_empty() && edited.contents() == expected && edited.headers() == headers {
            Ok(edited)
        } else {
            Err(EditError::WouldChangeMore { key: key.to_owned() })
        }
    }

    /// Every header in the order of the lines.
    pub(super) fn headers(&self) -> Vec<String> {
        self.parsed.sections.iter().map(|section| section.header.clone()).collect()
    }

    pub(super) fn contents(&self) -> Contents {
        let settings = |settings: &[ParsedSetting]| {
            settings.iter().map(|setting| (setting.key.to_string(), setting.value.clone())).collect()
        };
        let mut contents: Contents =
            self.parsed.sections.iter().map(|s| (s.header.clone(), settings(&s.settings))).collect();
        contents.insert("DEFAULT".to_owned(), settings(&self.parsed.defaults));
        contents
    }
}

fn without_lines(bytes: &[u8], lines: &super::Lines, gone: &[usize]) -> Zeroizing<Vec<u8>> {
    let gone: HashSet<usize> = gone.iter().copied().collect();
    let mut kept = Zeroizing::new(Vec::with_capacity(bytes.len()));
    for (index, line) in lines.0.iter().enumerate() {
        if !gone.contains(&index) {
            kept.extend(&bytes[line.text.start..line.end]);
        }
    }
    kept
}

pub(super) fn ends_line(bytes: &[u8]) -> bool {
    bytes.ends_with(b"\n") || bytes.ends_with(b"\r")
}

pub(super) fn assignment(key: &str, value: &str) -> Zeroizing<String> {
    Zeroizing::new(if value.is_empty() { format!("{key} =") } else { format!("{key} = {value}") })
}

pub(super) fn check_key(key: &str) -> Result<(), EditError> {
    let writable = !key.is_empty()
        && strip(key) == key
        && key.to_lowercase() == key
        && !key.contains(['=', ':', '\n', '\r'])
        && !key.starts_with(['#', ';', '[']);
    if writable { Ok(()) } else { Err(EditError::BadKey { key: key.to_owned() }) }
}

/// Also refused: what other readers would cut off as a comment is fine for botocore, so it is
/// written; a line break or an outer blank would be lost.
pub(super) fn check_value(key: &str, value: &str) -> Result<(), EditError> {
    let lost = value.contains(['\n', '\r']) || value.starts_with(is_space) || value.ends_with(is_space);
    if lost { Err(EditError::BadValue { key: key.to_owned() }) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
