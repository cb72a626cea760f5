//! Has rust-ini, an independent reader, check every edit: a fault of our own parser would not show if the parser
//! alone checked the result.

use std::collections::BTreeMap;

use ini::{Ini, ParseOption};
use zeroize::Zeroizing;

use super::Document;
use super::edit::EditError;
use crate::python::{is_space, strip};

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

/// The text without what rust-ini is known to misread: what follows a header, indented comments,
/// blanks on a line of their own, line ends of old. None for what it cannot read as botocore does: a header that holds a bracket, and
/// headers and settings that are indented, which it takes for the rest of a value.
fn plain(document: &Document) -> Option<Zeroizing<String>> {
    let text = std::str::from_utf8(document.bytes()).ok()?;
    let lines = &document.parsed.lines.0;
    let sections = &document.parsed.sections;
    let settings = sections.iter().flat_map(|section| &section.settings).chain(&document.parsed.defaults);
    let begun = settings.map(|setting| setting.line).chain(sections.iter().map(|section| section.line));
    let indented = |line: usize| text[lines[line].text.clone()].starts_with(is_space);
    if begun.into_iter().any(indented) || sections.iter().any(|section| section.header.contains(']')) {
        return None;
    }
    let mut plain = Zeroizing::new(String::with_capacity(text.len() + 1));
    for line in lines {
        let line = &text[line.text.clone()];
        let line = match line.rfind(']') {
            Some(end) if line.starts_with('[') => &line[..=end],
            _ => line,
        };
        let dropped =
            strip(line).is_empty() || (line.starts_with(is_space) && strip(line).starts_with(['#', ';']));
        if !dropped {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FileKind;

    fn confirm(before: &str, after: &str) -> Result<(), EditError> {
        let document = |text: &str| Document::parse(FileKind::Config, text.as_bytes());
        document(before).confirm(&document(after))
    }

    #[test]
    fn both_readers_must_see_the_same() {
        let before = "[profile a] # note\ns3 =\n  max = 1\n  # n\nregion = x ; y\n";
        assert_eq!(confirm(before, &before.replace("x ;", "z ;")), Ok(()));
        assert!(matches!(confirm(before, &(before.to_owned() + "bad\n")), Err(EditError::Unparsable(_))));
        // rust-ini would take the indented section for the rest of a value.
        let indented = before.to_owned() + "  [profile b]\n";
        assert_eq!(confirm(before, &indented), Ok(()), "so does botocore");
        let indented = "  [profile b]\n".to_owned() + before;
        assert_eq!(confirm(before, &indented), Err(EditError::UnreadableToOthers));
        assert_eq!(confirm(&indented, before), Ok(()), "what it could not read, it does not judge");
    }
}
