//! rust-ini, a reader written by others, looks at an edit too: were our own reading wrong, checking an
//! edit with it alone would not show.

use std::collections::BTreeMap;

use ini::{Ini, ParseOption};
use zeroize::Zeroizing;

use super::edit::EditError;
use super::{Document, Lines};

/// A setting's section header and its lower-case key.
type Place = (String, String);
/// Every setting. How a value is spread over lines is left to each reader.
type Settings = BTreeMap<Place, Zeroizing<String>>;

impl Document {
    /// Reads what was made of this document again, as it will be stored: our own reading finds nothing
    /// that the AWS CLI would refuse, and rust-ini sees the same settings change as we do.
    ///
    /// What rust-ini cannot read, or reads differently even before the edit, it does not judge.
    pub fn confirm(&self, after: &Self) -> Result<(), EditError> {
        let after = Self::parse(self.kind(), after.bytes());
        if let Some(error) = after.syntax_errors().first() {
            return Err(EditError::Unparsable(error.clone()));
        }
        let (their_before, their_after) = match (rust_ini(self), rust_ini(&after)) {
            (None, _) => return Ok(()),
            (Some(_), None) => return Err(EditError::UnreadableToOthers),
            (Some(before), Some(after)) => (before, after),
        };
        let (before, now) = (ours(self), ours(&after));
        let places = before.keys().chain(now.keys()).chain(their_before.keys()).chain(their_after.keys());
        for place in places {
            let agreed = their_before.get(place) == before.get(place);
            if agreed && their_after.get(place) != now.get(place) {
                let (header, key) = place.clone();
                return Err(EditError::Disputed { header, key });
            }
        }
        Ok(())
    }
}

fn ours(document: &Document) -> Settings {
    document
        .contents()
        .into_iter()
        .flat_map(|(header, settings)| {
            let header = header.trim().to_owned();
            settings.into_iter().map(move |(key, value)| ((header.clone(), key), one_line(value.expose())))
        })
        .collect()
}

fn rust_ini(document: &Document) -> Option<Settings> {
    let text = plain(document)?;
    let option = ParseOption {
        enabled_quote: false,
        enabled_escape: false,
        enabled_indented_mutiline_value: true,
        ..ParseOption::default()
    };
    let read = Ini::load_from_str_opt(&text, option).ok()?;
    let settings = read.iter().flat_map(|(header, settings)| {
        let header = header.unwrap_or_default().trim().to_owned();
        settings.iter().map(move |(key, value)| ((header.clone(), key.to_lowercase()), one_line(value)))
    });
    Some(settings.collect())
}

/// The text without what rust-ini is known to misread: what follows a header, indented comments, line
/// ends of old. None where a header holds a bracket, which it would take for the header's end.
fn plain(document: &Document) -> Option<Zeroizing<String>> {
    let text = std::str::from_utf8(document.bytes()).ok()?;
    if document.parsed.sections.iter().any(|section| section.header.contains(']')) {
        return None;
    }
    let mut plain = Zeroizing::new(String::with_capacity(text.len() + 1));
    for line in &Lines::of(document.bytes()).0 {
        let line = &text[line.text.clone()];
        let line = match line.rfind(']') {
            Some(end) if line.starts_with('[') => &line[..=end],
            _ => line,
        };
        if !(line.starts_with([' ', '\t']) && line.trim_start().starts_with(['#', ';'])) {
            plain.push_str(line);
        }
        plain.push('\n');
    }
    Some(plain)
}

fn one_line(value: &str) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(value.len()));
    for line in value.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()) {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(line);
    }
    text
}
