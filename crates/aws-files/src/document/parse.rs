//! Parses a file as botocore does with Python's `RawConfigParser`, and records the place of everything.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use zeroize::Zeroizing;

use super::errors::{SyntaxError, SyntaxErrorKind};
use super::lines::Lines;
use crate::python::{is_space, splitlines, strip};
use crate::{FEW_KEYS, FileKind, Location, Secret, setting};

/// The content of one file.
#[derive(Clone, Default)]
pub(crate) struct Parsed {
    pub(crate) lines: Lines,
    /// In the order of their headers; a header that stands twice is one section.
    pub(crate) sections: Vec<ParsedSection>,
    /// `[DEFAULT]`, inherited by every section.
    pub(crate) defaults: Vec<ParsedSetting>,
    pub(crate) errors: Vec<SyntaxError>,
}

/// A section with its settings in the order of their lines.
#[derive(Clone)]
pub(crate) struct ParsedSection {
    pub(crate) header: String,
    /// Index of the header's line.
    pub(crate) line: usize,
    pub(crate) settings: Vec<ParsedSetting>,
}

/// A setting and the lines it stands on.
#[derive(Clone)]
pub(crate) struct ParsedSetting {
    /// Lower-cased.
    pub(crate) key: Cow<'static, str>,
    pub(crate) value: Secret,
    /// Index of the line with the key.
    pub(crate) line: usize,
    /// Byte offset in the file where the value begins.
    pub(crate) value_start: usize,
    /// The lines below; nearly no setting has any.
    below: Option<Box<Below>>,
}

/// The lines that continue a value.
#[derive(Clone, Default)]
struct Below {
    /// Their indices.
    lines: Vec<usize>,
    /// The settings of a nested block: key, value, line.
    nested: Vec<(String, Secret, usize)>,
}

impl ParsedSetting {
    /// Indices of the lines that continue the value.
    pub(crate) fn continuations(&self) -> &[usize] {
        self.below.as_ref().map_or(&[], |below| &below.lines)
    }

    /// The settings of a nested block: key, value, line.
    pub(crate) fn nested(&self) -> &[(String, Secret, usize)] {
        self.below.as_ref().map_or(&[], |below| &below.nested)
    }
}

/// Returns the reading of what is no text, because it is not UTF-8 from this byte on.
pub(crate) fn not_utf8(kind: FileKind, bytes: &[u8], from: usize) -> Parsed {
    let lines = Lines::new(bytes);
    let line = lines.0.iter().position(|line| line.end > from).unwrap_or(0);
    let at = Location { file: kind, line: line + 1 };
    let errors = vec![SyntaxError { at, kind: SyntaxErrorKind::NotUtf8 }];
    Parsed { lines, errors, ..Parsed::default() }
}

pub(crate) fn parse(kind: FileKind, text: &Arc<Zeroizing<String>>) -> Parsed {
    let lines = Lines::new(text.as_bytes());
    let mut parser = Parser::new(kind, text);
    for (index, line) in lines.0.iter().enumerate() {
        parser.line(index, line.text.start, &text[line.text.clone()]);
    }
    parser.finish(lines)
}

/// The section that the settings being read belong to.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Target {
    Nothing,
    Defaults,
    Section(usize),
}

impl Parsed {
    fn settings(&mut self, of: Target) -> Option<&mut Vec<ParsedSetting>> {
        match of {
            Target::Nothing => None,
            Target::Defaults => Some(&mut self.defaults),
            Target::Section(at) => Some(&mut self.sections[at].settings),
        }
    }
}

struct Parser<'a> {
    kind: FileKind,
    text: &'a Arc<Zeroizing<String>>,
    parsed: Parsed,
    by_header: HashMap<&'a str, usize>,
    /// The last position of each key, of sections with more than a few.
    by_key: HashMap<Target, HashMap<String, usize>>,
    /// Those that a later one of the same key replaces.
    replaced: HashSet<(Target, usize)>,
    target: Target,
    /// A setting is open: an indented line continues it.
    open: bool,
    indent: usize,
    /// The lines of the open setting's value.
    values: Vec<&'a str>,
}

impl<'a> Parser<'a> {
    fn new(kind: FileKind, text: &'a Arc<Zeroizing<String>>) -> Self {
        Self {
            kind,
            text,
            parsed: Parsed::default(),
            by_header: HashMap::new(),
            by_key: HashMap::new(),
            replaced: HashSet::new(),
            target: Target::Nothing,
            open: false,
            indent: 0,
            values: Vec::new(),
        }
    }

    fn error(&mut self, line: usize, kind: SyntaxErrorKind) {
        self.parsed.errors.push(SyntaxError { at: Location { file: self.kind, line: line + 1 }, kind });
    }

    fn line(&mut self, index: usize, start: usize, raw: &'a str) {
        let value = strip(raw);
        if value.starts_with(['#', ';']) {
            return;
        }
        if value.is_empty() {
            if self.open {
                self.values.push("");
            }
            return;
        }
        let indent = raw.chars().take_while(|c| is_space(*c)).count();
        if self.open && indent > self.indent {
            self.values.push(value);
            if let Some(setting) = self.settings().and_then(|settings| settings.last_mut()) {
                setting.below.get_or_insert_default().lines.push(index);
            }
            return;
        }
        self.close();
        self.indent = indent;
        match header(value) {
            Some(name) => self.header(index, name),
            None => self.setting(index, start, raw, value),
        }
    }

    fn header(&mut self, index: usize, name: &'a str) {
        if name == "DEFAULT" {
            self.target = Target::Defaults;
            return;
        }
        let known = self.by_header.get(name).copied();
        if let Some(at) = known {
            let first = self.parsed.sections[at].line + 1;
            self.error(index, SyntaxErrorKind::DuplicateSection { name: name.to_owned(), first });
        }
        let at = known.unwrap_or_else(|| {
            self.parsed.sections.push(ParsedSection {
                header: name.to_owned(),
                line: index,
                settings: Vec::new(),
            });
            self.parsed.sections.len() - 1
        });
        self.by_header.insert(name, at);
        self.target = Target::Section(at);
    }

    fn setting(&mut self, index: usize, start: usize, raw: &'a str, value: &'a str) {
        if self.target == Target::Nothing {
            let bom = index == 0 && value.starts_with('\u{feff}');
            let kind = if bom { SyntaxErrorKind::ByteOrderMark } else { SyntaxErrorKind::BeforeFirstSection };
            self.error(index, kind);
            // The tolerant reading looks behind the mark.
            if bom && let Some(name) = header(strip(value.trim_start_matches('\u{feff}'))) {
                self.header(index, name);
            }
            return;
        }
        let Some((key, rest)) = value.split_once(['=', ':']) else {
            let kind = if value.starts_with('[') {
                SyntaxErrorKind::BadHeader
            } else {
                SyntaxErrorKind::NotASetting
            };
            return self.error(index, kind);
        };
        let key = key_of(key.trim_end_matches(is_space));
        if key.is_empty() {
            return self.error(index, SyntaxErrorKind::NoKey);
        }
        let first_value = strip(rest);
        let value_start = start + raw.len() - raw.trim_start_matches(is_space).len()
            + (value.len() - rest.trim_start_matches(is_space).len());
        self.add(ParsedSetting {
            key,
            value: Secret::within(self.text, first_value),
            line: index,
            value_start,
            below: None,
        });
        self.values.clear();
        self.values.push(first_value);
        self.open = true;
    }

    fn add(&mut self, setting: ParsedSetting) {
        let (target, line) = (self.target, setting.line);
        let Some(settings) = self.parsed.settings(target) else { return };
        let earlier = if settings.len() < FEW_KEYS {
            settings.iter().rposition(|known| known.key == setting.key)
        } else {
            let known = || settings.iter().map(|known| known.key.to_string()).zip(0..).collect();
            let by_key = self.by_key.entry(target).or_insert_with(known);
            by_key.insert(setting.key.to_string(), settings.len())
        };
        let replaced = earlier.map(|at| (at, settings[at].line + 1, setting.key.to_string()));
        settings.push(setting);
        if let Some((at, first, key)) = replaced {
            self.replaced.insert((target, at));
            self.error(line, SyntaxErrorKind::DuplicateKey { key, first });
        }
    }

    /// Of a key that stands twice the last counts.
    fn forget_replaced(&mut self) {
        let replaced = std::mem::take(&mut self.replaced);
        let targets: HashSet<Target> = replaced.iter().map(|(target, _)| *target).collect();
        for target in targets {
            self.target = target;
            let mut at = 0..;
            if let Some(settings) = self.settings() {
                settings.retain(|_| !at.next().is_some_and(|at| replaced.contains(&(target, at))));
            }
        }
    }

    fn settings(&mut self) -> Option<&mut Vec<ParsedSetting>> {
        self.parsed.settings(self.target)
    }

    /// Joins the lines of the open setting's value, and reads a nested block.
    fn close(&mut self) {
        if !std::mem::take(&mut self.open) {
            return;
        }
        if self.values.iter().skip(1).all(|value| value.is_empty()) {
            // It stands on one line, as nearly all do.
            return;
        }
        let values = std::mem::take(&mut self.values);
        let joined = values.join("\n");
        let value = Secret::new(joined.trim_end_matches(is_space).to_owned());
        drop(zeroize::Zeroizing::new(joined));
        let lines = self.settings().and_then(|settings| settings.last()).map(|s| s.continuations().to_vec());
        let nested = if value.expose().starts_with('\n') {
            self.nested(&values, &lines.unwrap_or_default())
        } else {
            Vec::new()
        };
        if let Some(setting) = self.settings().and_then(|settings| settings.last_mut()) {
            setting.value = value;
            if let Some(below) = &mut setting.below {
                below.nested = nested;
            }
        }
    }

    fn nested(&mut self, values: &[&str], lines: &[usize]) -> Vec<(String, Secret, usize)> {
        let mut nested: Vec<Option<(String, Secret, usize)>> = Vec::new();
        let mut by_key: HashMap<String, usize> = HashMap::new();
        let written = values.iter().skip(1).filter(|value| !value.is_empty());
        for (value, index) in written.zip(lines) {
            for part in splitlines(value).map(strip).filter(|part| !part.is_empty()) {
                let Some((key, value)) = part.split_once('=') else {
                    self.error(*index, SyntaxErrorKind::BadNested);
                    continue;
                };
                let key = strip(key).to_owned();
                if let Some(earlier) = by_key.insert(key.clone(), nested.len()) {
                    nested[earlier] = None;
                }
                nested.push(Some((key, Secret::within(self.text, strip(value)), *index)));
            }
        }
        nested.into_iter().flatten().collect()
    }

    /// botocore reads a nested block of `[DEFAULT]` in each section that inherits it, and nowhere
    /// else: where none does, a bad line in it is never met.
    fn forget_unmet(&mut self) {
        if self.parsed.defaults.is_empty() {
            return;
        }
        let sections = &self.parsed.sections;
        let mut own: HashMap<&str, usize> = HashMap::new();
        for setting in sections.iter().flat_map(|section| &section.settings) {
            *own.entry(&*setting.key).or_default() += 1;
        }
        // A section has a key once.
        let is_met =
            |default: &&ParsedSetting| own.get(&*default.key).copied().unwrap_or_default() < sections.len();
        let unmet: HashSet<usize> = self
            .parsed
            .defaults
            .iter()
            .filter(|default| !is_met(default))
            .flat_map(|default| default.continuations().iter().map(|line| line + 1))
            .collect();
        self.parsed
            .errors
            .retain(|error| error.kind != SyntaxErrorKind::BadNested || !unmet.contains(&error.at.line));
    }

    fn finish(mut self, lines: Lines) -> Parsed {
        self.close();
        self.forget_replaced();
        self.forget_unmet();
        self.parsed.lines = lines;
        self.parsed.errors.sort_by_key(|error| error.at.line);
        self.parsed
    }
}

/// The key as botocore reads it. Most are known, and need no memory of their own.
fn key_of(written: &str) -> Cow<'static, str> {
    setting::known(written).map_or_else(|| written.to_lowercase().into(), Cow::Borrowed)
}

/// Python's `\[(?P<header>.+)\]`, greedy, from the start: what follows the last bracket is
/// ignored.
fn header(value: &str) -> Option<&str> {
    let inside = value.strip_prefix('[')?;
    let end = inside.rfind(']')?;
    (end > 0).then(|| &inside[..end])
}
