//! Edits of a nested setting, such as `addressing_style` under `s3 =`.

use std::collections::BTreeMap;

use zeroize::Zeroizing;

use super::edit::check_value;
use super::{Document, EditError, ParsedSetting, SectionName};
use crate::Secret;
use crate::python::{is_space, strip};

/// The indentation of the first setting of a block.
const INDENT: &[u8] = b"  ";

impl Document {
    /// Sets a key of a block: replaces its value where it stands, else adds a line at the block's end;
    /// the block is made when it is not there.
    pub fn set_nested(
        &self,
        section: &SectionName,
        block: &str,
        key: &str,
        value: &str,
    ) -> Result<Self, EditError> {
        check_nested_key(key)?;
        check_value(key, value)?;
        let Some(found) = self.block(section, block)? else {
            return self.set(section, block, "")?.set_nested(section, block, key, value);
        };
        let bytes = match line_of(found, key) {
            Some(line) => self.with_nested_value(line, value),
            None => self.with_nested_line(found, key, value),
        };
        self.checked_block(section, (block, key), &bytes, |settings| {
            settings.insert(key.to_owned(), Secret::new(value.to_owned()));
        })
    }

    /// Removes a key of a block, and the block with its last key.
    pub fn remove_nested(&self, section: &SectionName, block: &str, key: &str) -> Result<Self, EditError> {
        let no_key = || EditError::NoKey { key: format!("{block}.{key}") };
        let found = self.block(section, block)?.ok_or_else(no_key)?;
        let line = line_of(found, key).ok_or_else(no_key)?;
        if found.nested().len() == 1 {
            return self.remove(section, block);
        }
        let bytes = self.without_lines(&[line]);
        self.checked_block(section, (block, key), &bytes, |settings| {
            settings.remove(key);
        })
    }

    /// The section's own setting of that name; refused where it is a plain value.
    fn block<'a>(
        &'a self,
        section: &'a SectionName,
        block: &str,
    ) -> Result<Option<&'a ParsedSetting>, EditError> {
        let found = self.find(section)?.settings.iter().find(|setting| setting.key == block);
        match found {
            Some(setting) if setting.nested().is_empty() && !setting.value.expose().is_empty() => {
                Err(EditError::NotABlock { key: block.to_owned() })
            }
            found => Ok(found),
        }
    }

    fn with_nested_value(&self, line: usize, value: &str) -> Zeroizing<Vec<u8>> {
        let line = &self.parsed.lines.0[line];
        let text = &self.bytes()[line.text.clone()];
        let equals = text.iter().position(|byte| *byte == b'=').map_or(text.len(), |at| at + 1);
        let blanks = text[equals..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let mut bytes = Zeroizing::new(self.bytes()[..line.text.start + equals + blanks].to_vec());
        if blanks == 0 && equals == text.len() {
            bytes.push(b' ');
        }
        bytes.extend(value.bytes());
        bytes.extend(&self.bytes()[line.text.end..]);
        bytes
    }

    fn with_nested_line(&self, found: &ParsedSetting, key: &str, value: &str) -> Zeroizing<Vec<u8>> {
        let last = found.continuations().last().copied();
        let after = last.unwrap_or(found.line);
        let mut indent = self.indent(after).to_vec();
        if last.is_none() {
            indent.extend(INDENT);
        }
        self.with_line(after, &indent, &Zeroizing::new(format!("{key} = {value}")))
    }

    /// Reads the result again: the block holds what it held, but for the change, and nothing else of
    /// the file changed.
    fn checked_block(
        &self,
        section: &SectionName,
        (block, key): (&str, &str),
        bytes: &[u8],
        change: impl FnOnce(&mut BTreeMap<String, Secret>),
    ) -> Result<Self, EditError> {
        let name = format!("{block}.{key}");
        let edited = Self::parse(self.kind(), bytes);
        let settings = |document: &Self| -> Result<BTreeMap<String, Secret>, EditError> {
            let nested =
                document.block(section, block)?.into_iter().flat_map(super::parse::ParsedSetting::nested);
            Ok(nested.map(|(key, value, _)| (key.clone(), value.clone())).collect())
        };
        let mut expected = settings(self)?;
        change(&mut expected);
        let value = edited.block(section, block)?.map(|found| found.value.clone());
        let (true, Some(value)) = (settings(&edited)? == expected, value) else {
            return Err(EditError::WouldChangeMore { key: name });
        };
        let header = self.find(section)?.header.clone();
        self.checked(bytes, &name, &self.headers(), |contents| {
            contents.entry(header).or_default().insert(block.to_owned(), value);
        })
    }
}

fn line_of(block: &ParsedSetting, key: &str) -> Option<usize> {
    block.nested().iter().find_map(|(known, _, line)| (known == key).then_some(*line))
}

/// botocore keeps the case of a nested key, and cuts it at the first `=`.
fn check_nested_key(key: &str) -> Result<(), EditError> {
    let writable = !key.is_empty()
        && strip(key) == key
        && !key.contains(['=', '\n', '\r'])
        && !key.starts_with(['#', ';', '['])
        && !key.contains(|c: char| is_space(c) && c != ' ');
    if writable { Ok(()) } else { Err(EditError::BadKey { key: key.to_owned() }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FileKind;

    fn config(text: &str) -> Document {
        Document::parse(FileKind::Config, text.as_bytes())
    }

    fn a() -> SectionName {
        SectionName::Profile("a".to_owned())
    }

    fn text(document: &Document) -> &str {
        std::str::from_utf8(document.bytes()).expect("text")
    }

    #[track_caller]
    fn set(before: &str, key: &str, value: &str, after: &str) {
        let edited = config(before).set_nested(&a(), "s3", key, value).expect("an edit");
        assert_eq!(text(&edited), after);
        assert_eq!(config(before).confirm(&edited), Ok(()));
    }

    #[test]
    fn a_key_of_a_block_changes_its_own_line() {
        let before = "[profile a]\r\ns3 =\r\n\tmax = 1\r\n\t# why\r\n\tstyle=auto\r\nregion = r\r\n";
        set(before, "style", "path", &before.replace("=auto", "=path"));
        set(before, "max", "", &before.replace("max = 1", "max = "));
        set(before, "new", "x", &before.replace("=auto\r\n", "=auto\r\n\tnew = x\r\n"));
        set("[profile a]\nregion = r\n\n[b]\n", "k", "v", "[profile a]\nregion = r\ns3 =\n  k = v\n\n[b]\n");
        set("[profile a]\n  s3 =", "k", "v", "[profile a]\n  s3 =\n    k = v");
    }

    #[test]
    fn a_block_goes_with_its_last_key() {
        let before = "[profile a]\ns3 =\n  max = 1\n  # why\n  style = auto\nregion = r\n";
        let once = config(before).remove_nested(&a(), "s3", "max").expect("an edit");
        assert_eq!(text(&once), before.replace("  max = 1\n", ""));
        let twice = once.remove_nested(&a(), "s3", "style").expect("an edit");
        assert_eq!(text(&twice), "[profile a]\n  # why\nregion = r\n");
        let none = once.remove_nested(&a(), "s3", "max");
        assert!(matches!(none, Err(EditError::NoKey { key }) if key == "s3.max"));
    }

    #[test]
    fn what_is_no_block_or_no_key_is_refused() {
        let plain = config("[profile a]\ns3 = x\n").set_nested(&a(), "s3", "k", "v");
        assert!(matches!(plain, Err(EditError::NotABlock { .. })));
        for key in ["", " k", "a=b", "a\nb", "#k", "[k", "a\tb"] {
            let refused = config("[profile a]\n").set_nested(&a(), "s3", key, "v");
            assert!(matches!(refused, Err(EditError::BadKey { .. })), "{key:?}");
        }
        let value = config("[profile a]\n").set_nested(&a(), "s3", "k", "v\n[b]");
        assert!(matches!(value, Err(EditError::BadValue { .. })));
    }
}
