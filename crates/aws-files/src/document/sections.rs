//! Edits that add, rename or remove whole sections.

use std::collections::{BTreeMap, HashSet};

use zeroize::Zeroizing;

use super::edit::{assignment, check_key, check_value, ends_line};
use super::{Document, EditError, ParsedSection, SectionName};
use crate::Secret;
use crate::python::{is_space, strip};

impl Document {
    /// Adds a section at the end of the file.
    pub fn add_section(&self, section: &SectionName, settings: &[(&str, &str)]) -> Result<Self, EditError> {
        let header = self.header_to_write(section)?;
        for (key, value) in settings {
            check_key(key)?;
            check_value(key, value)?;
        }
        let (mut bytes, ending) = self.with_header(&header);
        for (key, value) in settings {
            bytes.extend(assignment(key, value).bytes());
            bytes.extend(ending);
        }
        let headers = [self.headers(), vec![header.clone()]].concat();
        self.checked(&bytes, &header, &headers, |contents| {
            let new =
                settings.iter().map(|(key, value)| ((*key).to_owned(), Secret::new((*value).to_owned())));
            contents.insert(header.clone(), new.collect());
        })
    }

    /// Adds a section at the end of the file that holds what another one holds, line by line.
    pub fn copy_section(&self, from: &SectionName, to: &SectionName) -> Result<Self, EditError> {
        let found = self.find(from)?;
        let header = self.header_to_write(to)?;
        let (mut bytes, ending) = self.with_header(&header);
        for line in &self.parsed.lines.0[found.line + 1..=last_line(found)] {
            bytes.extend(&self.bytes()[line.text.start..line.end]);
        }
        if !ends_line(&bytes) {
            bytes.extend(ending);
        }
        let headers = [self.headers(), vec![header.clone()]].concat();
        self.checked(&bytes, &header, &headers, |contents| {
            let copy = contents.get(&found.header).cloned().unwrap_or_default();
            contents.insert(header.clone(), copy);
        })
    }

    /// Removes a section: its header, its settings and what stands between them. What stands above it
    /// and behind its last setting stays. Where several headers lead to the name, all of them go.
    pub fn remove_section(&self, section: &SectionName) -> Result<Self, EditError> {
        let mut document = self.without_section(self.find(section)?)?;
        while let Some(found) = document.last_of(section) {
            document = document.without_section(found)?;
        }
        Ok(document)
    }

    fn without_section(&self, found: &ParsedSection) -> Result<Self, EditError> {
        let mut gone: Vec<usize> = (found.line..=last_line(found)).collect();
        if found.line == 0 || self.is_blank(found.line - 1) {
            // One gap is enough where there were two.
            gone.extend((last_line(found) + 1..).take_while(|line| self.is_blank(*line)));
        }
        let bytes = self.without_lines(&gone);
        let mut headers = self.headers();
        headers.retain(|header| *header != found.header);
        self.checked(&bytes, &found.header, &headers, |contents| {
            contents.remove(&found.header);
        })
    }

    /// Gives a section another name. Nothing but its header changes.
    pub fn rename_section(&self, from: &SectionName, to: &SectionName) -> Result<Self, EditError> {
        let found = self.find(from)?;
        let first = self.all_of(from).next().map_or(found.line, |first| first.line);
        if first != found.line {
            let header = found.header.clone();
            return Err(EditError::SeveralSections { header, first: first + 1, last: found.line + 1 });
        }
        let header = self.header_to_write(to)?;
        let line = self.parsed.lines.0[found.line].text.clone();
        let text = &self.bytes()[line.clone()];
        let start = line.start + text.iter().position(|byte| *byte == b'[').map_or(0, |at| at + 1);
        let mut bytes = Zeroizing::new(self.bytes()[..start].to_vec());
        bytes.extend(header.bytes());
        bytes.extend(&self.bytes()[start + found.header.len()..]);
        let renamed = |known: String| if known == found.header { header.clone() } else { known };
        let headers: Vec<String> = self.headers().into_iter().map(renamed).collect();
        self.checked(&bytes, &header, &headers, |contents| {
            let settings = contents.remove(&found.header).unwrap_or_default();
            contents.insert(header.clone(), settings);
        })
    }

    /// Sets a key in every one of these sections that has it itself; the others are left. One reading
    /// of the result checks all of it, however many they are.
    pub fn set_in_all(&self, sections: &[SectionName], key: &str, value: &str) -> Result<Self, EditError> {
        check_value(key, value)?;
        if let Some(error) = self.syntax_errors().first() {
            return Err(EditError::Unparsable(error.clone()));
        }
        let wanted: HashSet<&SectionName> = sections.iter().collect();
        let named = self.parsed.sections.iter().filter_map(|parsed| {
            let name = SectionName::of_header(self.kind(), &parsed.header)?;
            wanted.contains(&name).then_some((name, parsed))
        });
        // Of several headers for one name, the last counts.
        let counting: BTreeMap<SectionName, &ParsedSection> = named.collect();
        let own = |section: &&ParsedSection| section.settings.iter().any(|setting| setting.key == key);
        let sections: Vec<&ParsedSection> = counting.into_values().filter(own).collect();
        let settings = sections.iter().flat_map(|section| &section.settings);
        let mut settings: Vec<_> = settings.filter(|setting| setting.key == key).collect();
        settings.sort_by_key(|setting| setting.line);
        let mut bytes = Zeroizing::new(Vec::with_capacity(self.bytes().len()));
        // What stands before `written` is in the new text, or is gone.
        let mut written = 0;
        for setting in settings {
            let end = self.parsed.lines.0[setting.line].text.end;
            bytes.extend(&self.bytes()[written..setting.value_start.min(end)]);
            bytes.extend(value.bytes());
            written = end;
            for line in setting.continuations().iter().map(|line| &self.parsed.lines.0[*line]) {
                bytes.extend(&self.bytes()[written..line.text.start]);
                written = line.end;
            }
        }
        bytes.extend(&self.bytes()[written..]);
        self.checked(&bytes, key, &self.headers(), |contents| {
            for section in sections {
                let settings = contents.entry(section.header.clone()).or_default();
                settings.insert(key.to_owned(), Secret::new(value.to_owned()));
            }
        })
    }

    /// True if the file has such a section.
    pub fn has_section(&self, section: &SectionName) -> bool {
        self.last_of(section).is_some()
    }

    /// True if a section has a key itself, and not by `[DEFAULT]`.
    pub fn has_own(&self, section: &SectionName, key: &str) -> bool {
        self.last_of(section).is_some_and(|found| found.settings.iter().any(|setting| setting.key == key))
    }

    /// True if a section, when there is one, holds no setting.
    pub fn is_empty_section(&self, section: &SectionName) -> bool {
        self.last_of(section).is_some_and(|found| found.settings.is_empty())
    }

    /// The text with a new header at its end, and the ending of its lines.
    fn with_header(&self, header: &str) -> (Zeroizing<Vec<u8>>, &[u8]) {
        let ending = self.ending(self.parsed.lines.0.len().saturating_sub(1));
        let mut bytes = Zeroizing::new(self.bytes().to_vec());
        if !bytes.is_empty() {
            if !ends_line(&bytes) {
                bytes.extend(ending);
            }
            let last = self.parsed.lines.0.len().saturating_sub(1);
            if !self.is_blank(last) {
                bytes.extend(ending);
            }
        }
        bytes.extend(format!("[{header}]").bytes());
        bytes.extend(ending);
        (bytes, ending)
    }

    fn is_blank(&self, line: usize) -> bool {
        let found = self.parsed.lines.0.get(line).map(|line| &self.bytes()[line.text.clone()]);
        found.and_then(|text| std::str::from_utf8(text).ok()).is_some_and(|text| text.chars().all(is_space))
    }

    fn header_to_write(&self, section: &SectionName) -> Result<String, EditError> {
        if let Some(error) = self.syntax_errors().first() {
            return Err(EditError::Unparsable(error.clone()));
        }
        let header = section.to_header(self.kind()).ok_or(EditError::BadName)?;
        let writable = !header.contains(['\n', '\r']) && strip(&header) == header && header != "DEFAULT";
        if !writable || SectionName::of_header(self.kind(), &header).as_ref() != Some(section) {
            return Err(EditError::BadName);
        }
        match self.last_of(section) {
            Some(there) => {
                Err(EditError::SectionExists { header: there.header.clone(), line: there.line + 1 })
            }
            None => Ok(header),
        }
    }
}

/// The line a section's last setting ends on.
fn last_line(section: &ParsedSection) -> usize {
    let ends =
        section.settings.iter().filter_map(|setting| setting.continuations().last().or(Some(&setting.line)));
    ends.copied().max().unwrap_or(section.line)
}
