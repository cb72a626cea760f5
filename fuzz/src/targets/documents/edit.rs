//! One edit, and what it may change.

use aws_files::{Document, EditError, SectionName};

use super::meaning::{self, Meaning};

/// Keys to set, beside those that are there.
const KEYS: [&str; 5] = ["region", "role_arn", "s3", "aws_secret_access_key", "x_y"];

pub(super) enum Edit {
    Set { section: SectionName, key: String, value: String },
    Remove { section: SectionName, key: String },
    Add { section: SectionName, key: &'static str, value: String },
    RemoveSection { section: SectionName },
    Rename { from: SectionName, to: SectionName },
    Copy { from: SectionName, to: SectionName },
}

impl Edit {
    /// Which edit, of which section and key; none in a file without sections, unless one is added.
    pub(super) fn chosen(choice: [u8; 3], value: &str, document: &Document) -> Option<Self> {
        let [operation, section, key] = choice;
        let named = SectionName::Profile(value.to_owned());
        if operation >> 1 & 7 == 2 {
            let key = KEYS[usize::from(key) % KEYS.len()];
            return Some(Self::Add { section: named, key, value: "new value".to_owned() });
        }
        let sections: Vec<SectionName> = document
            .headers_written()
            .filter_map(|(header, _)| SectionName::parse(document.kind(), header))
            .collect();
        let section = sections.get(usize::from(section) % sections.len().max(1))?.clone();
        let meaning = meaning::of(document);
        let own = meaning.keys().filter(|(name, key)| *name == section && document.has_own(name, key));
        let keys: Vec<&str> = own.map(|(_, key)| key.as_str()).chain(KEYS).collect();
        let key = keys[usize::from(key) % keys.len()].to_owned();
        Some(match operation >> 1 & 7 {
            0 => Self::Set { section, key, value: value.to_owned() },
            1 => Self::Remove { section, key },
            3 => Self::RemoveSection { section },
            4 => Self::Rename { from: section, to: named },
            5 => Self::Copy { from: section, to: named },
            _ => return None,
        })
    }

    pub(super) fn apply(&self, document: &Document) -> Result<Document, EditError> {
        match self {
            Self::Set { section, key, value } => document.set(section, key, value),
            Self::Remove { section, key } => document.remove(section, key),
            Self::Add { section, key, value } => document.add_section(section, &[(key, value)]),
            Self::RemoveSection { section } => document.remove_section(section),
            Self::Rename { from, to } => document.rename_section(from, to),
            Self::Copy { from, to } => document.copy_section(from, to),
        }
    }

    /// No line but those the edit is about is another one after it.
    pub(super) fn assert_nothing_else_changed(&self, before: &Document, after: &Document) {
        let (old, new) = (lines(before, Some(after)), lines(after, None));
        match self {
            Self::Set { .. } => assert!(
                is_without(&old, &new) || (0..new.len()).any(|at| is_without(&old, &without(&new, at))),
                "one line is new, and every other stood there before"
            ),
            Self::Remove { .. } | Self::RemoveSection { .. } => {
                assert!(is_without(&old, &new), "a removal adds nothing");
            }
            Self::Add { .. } | Self::Copy { .. } => {
                assert!(new.starts_with(&old), "what is added stands at the end");
            }
            Self::Rename { .. } => {
                assert_eq!(old.len(), new.len());
                let changed = old.iter().zip(&new).filter(|(old, new)| old != new).count();
                assert!(changed <= 1, "a name is one line");
            }
        }
        if !matches!(self, Self::RemoveSection { .. } | Self::Copy { .. }) {
            assert_eq!(comments(&old), comments(&new), "comments stay");
        }
    }

    /// The file says what it said, but for what the edit is about.
    pub(super) fn assert_meaning(&self, before: &Document, after: &Document) {
        let (mut expected, mut found) = (meaning::of(before), meaning::of(after));
        let drop_section = |meaning: &mut Meaning, section: &SectionName| {
            meaning.retain(|(name, _), _| name != section);
        };
        match self {
            Self::Set { section, key, value } => {
                let place = (section.clone(), key.clone());
                assert_eq!(found.remove(&place).as_ref(), Some(value), "the value is read back");
                expected.remove(&place);
                let again = after.set(section, key, value).map(|again| again.bytes().to_vec());
                assert_eq!(again.ok().as_deref(), Some(after.bytes()), "set twice is set once");
            }
            Self::Remove { section, key } => {
                // That of [DEFAULT] may come to light.
                let place = (section.clone(), key.clone());
                expected.remove(&place);
                found.remove(&place);
                assert!(!after.has_own(section, key));
            }
            Self::Add { section, key, value } => {
                assert_eq!(found.get(&(section.clone(), (*key).to_owned())), Some(value));
                drop_section(&mut found, section);
                drop_section(&mut expected, section);
            }
            Self::RemoveSection { section } => {
                drop_section(&mut expected, section);
                assert!(!after.has_section(section));
            }
            Self::Rename { from, to } => expected = renamed(expected, from, to),
            Self::Copy { from, to } => {
                let copy = renamed(expected.clone(), from, to);
                expected.extend(copy);
            }
        }
        assert_eq!(expected, found, "the rest of the file says what it said");
    }
}

fn renamed(meaning: Meaning, from: &SectionName, to: &SectionName) -> Meaning {
    let named = |name: SectionName| if name == *from { to.clone() } else { name };
    meaning.into_iter().map(|((name, key), value)| ((named(name), key), value)).collect()
}

/// The lines of a document. A last one without an ending may be given one by what comes behind it.
fn lines(document: &Document, after: Option<&Document>) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = document.raw_lines().into_iter().map(<[u8]>::to_vec).collect();
    let place = lines.len().saturating_sub(1);
    let Some(last) = lines.last_mut().filter(|last| !last.ends_with(b"\n") && !last.ends_with(b"\r")) else {
        return lines;
    };
    let after = after.map(Document::raw_lines).unwrap_or_default();
    if after.last().is_some_and(|still| still == last) {
        return lines;
    }
    // The same text may stand elsewhere with another ending: the line at its own place first, then from behind.
    let closed = after.get(place).into_iter().chain(after.iter().rev()).find(|line| {
        line.strip_prefix(last.as_slice())
            .is_some_and(|rest| !rest.is_empty() && rest.iter().all(|c| b"\r\n".contains(c)))
    });
    if let Some(closed) = closed {
        *last = closed.to_vec();
    }
    lines
}

fn without(lines: &[Vec<u8>], at: usize) -> Vec<Vec<u8>> {
    [&lines[..at], &lines[at + 1..]].concat()
}

/// Whether `new` is `old` without some of its lines.
fn is_without(old: &[Vec<u8>], new: &[Vec<u8>]) -> bool {
    let mut rest = old.iter();
    new.iter().all(|line| rest.any(|known| known == line))
}

fn comments(lines: &[Vec<u8>]) -> Vec<&[u8]> {
    let trimmed = lines.iter().map(|line| line.trim_ascii());
    trimmed.filter(|line| line.starts_with(b"#") || line.starts_with(b";")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_files::FileKind;

    fn config(text: &str) -> Document {
        Document::parse(FileKind::Config, text.as_bytes())
    }

    fn set() -> Edit {
        let section = SectionName::Profile("a".to_owned());
        Edit::Set { section, key: "region".to_owned(), value: "new".to_owned() }
    }

    const BEFORE: &str = "# top\n[profile a]\nregion = old\noutput = json\n";

    #[test]
    fn an_edit_that_changes_its_own_line_alone_holds() {
        let (before, after) = (config(BEFORE), config(&BEFORE.replace("old", "new")));
        set().assert_nothing_else_changed(&before, &after);
        set().assert_meaning(&before, &after);
    }

    #[test]
    #[should_panic(expected = "every other stood there before")]
    fn an_edit_that_changes_another_line_is_found() {
        set().assert_nothing_else_changed(
            &config(BEFORE),
            &config("# top\n[profile a]\nregion = new\noutput = text\n"),
        );
    }

    #[test]
    #[should_panic(expected = "comments stay")]
    fn an_edit_that_loses_a_comment_is_found() {
        set().assert_nothing_else_changed(
            &config(BEFORE),
            &config("[profile a]\nregion = new\noutput = json\n"),
        );
    }

    #[test]
    #[should_panic(expected = "says what it said")]
    fn an_edit_that_means_something_else_is_found() {
        set().assert_meaning(&config(BEFORE), &config("# top\n[profile a]\nregion = new\n"));
    }
}
