//! Parses a file as botocore does with Python's `RawConfigParser`, and records the place of everything.

use std::collections::{HashMap, HashSet};

use super::errors::{SyntaxError, SyntaxErrorKind};
use super::lines::Lines;
use crate::python::{is_space, splitlines, strip};
use crate::{FileKind, Location, Secret};

/// What was read of one file.
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
    pub(crate) key: String,
    pub(crate) value: Secret,
    /// Index of the line with the key.
    pub(crate) line: usize,
    /// Byte offset in the file where the value begins.
    pub(crate) value_start: usize,
    /// Indices of the lines that continue the value.
    pub(crate) continuations: Vec<usize>,
    /// The settings of a nested block: key, value, line.
    pub(crate) nested: Vec<(String, Secret, usize)>,
}

pub(crate) fn parse(kind: FileKind, bytes: &[u8]) -> Parsed {
    let lines = Lines::new(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let line = lines.0.iter().position(|line| line.end > error.valid_up_to()).unwrap_or(0);
            let at = Location { file: kind, line: line + 1 };
            let errors = vec![SyntaxError { at, kind: SyntaxErrorKind::NotUtf8 }];
            return Parsed { lines, errors, ..Parsed::default() };
        }
    };
    let mut parser = Parser::new(kind);
    for (index, line) in lines.0.iter().enumerate() {
        parser.line(index, line.text.start, &text[line.text.clone()]);
    }
    parser.finish(lines)
}

/// Where the settings being read belong.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Target {
    Nothing,
    Defaults,
    Section(usize),
}

struct Parser<'a> {
    kind: FileKind,
    parsed: Parsed,
    by_header: HashMap<&'a str, usize>,
    /// Where the setting of a key stands among those of its section.
    by_key: HashMap<(Target, String), usize>,
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
    fn new(kind: FileKind) -> Self {
        Self {
            kind,
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
                setting.continuations.push(index);
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
        let key = key.trim_end_matches(is_space).to_lowercase();
        if key.is_empty() {
            return self.error(index, SyntaxErrorKind::NoKey);
        }
        let first_value = strip(rest);
        let value_start = start + raw.len() - raw.trim_start_matches(is_space).len()
            + (value.len() - rest.trim_start_matches(is_space).len());
        self.add(ParsedSetting {
            key,
            value: Secret::new(String::new()),
            line: index,
            value_start,
            continuations: Vec::new(),
            nested: Vec::new(),
        });
        self.values = vec![first_value];
        self.open = true;
    }

    fn add(&mut self, setting: ParsedSetting) {
        let (target, line, key) = (self.target, setting.line, setting.key.clone());
        let Some(settings) = self.settings() else { return };
        let at = settings.len();
        settings.push(setting);
        let Some(earlier) = self.by_key.insert((target, key.clone()), at) else { return };
        let first = self.settings().map_or(line, |settings| settings[earlier].line);
        self.replaced.insert((target, earlier));
        self.error(line, SyntaxErrorKind::DuplicateKey { key, first: first + 1 });
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
        match self.target {
            Target::Nothing => None,
            Target::Defaults => Some(&mut self.parsed.defaults),
            Target::Section(at) => Some(&mut self.parsed.sections[at].settings),
        }
    }

    /// Joins the lines of the open setting's value, and reads a nested block.
    fn close(&mut self) {
        if !std::mem::take(&mut self.open) {
            return;
        }
        let values = std::mem::take(&mut self.values);
        let joined = values.join("\n");
        let value = Secret::new(joined.trim_end_matches(is_space).to_owned());
        drop(zeroize::Zeroizing::new(joined));
        let lines = self.settings().and_then(|settings| settings.last()).map(|s| s.continuations.clone());
        let nested = if value.expose().starts_with('\n') {
            self.nested(&values, &lines.unwrap_or_default())
        } else {
            Vec::new()
        };
        if let Some(setting) = self.settings().and_then(|settings| settings.last_mut()) {
            setting.value = value;
            setting.nested = nested;
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
                nested.push(Some((key, Secret::new(strip(value).to_owned()), *index)));
            }
        }
        nested.into_iter().flatten().collect()
    }

    /// botocore reads a nested block of `[DEFAULT]` in each section that inherits it, and nowhere
    /// else: where none does, a bad line in it is never met.
    fn forget_unmet(&mut self) {
        let sections = &self.parsed.sections;
        let mut own: HashMap<&str, usize> = HashMap::new();
        for setting in sections.iter().flat_map(|section| &section.settings) {
            *own.entry(setting.key.as_str()).or_default() += 1;
        }
        // A section has a key once.
        let is_met = |default: &&ParsedSetting| {
            own.get(default.key.as_str()).copied().unwrap_or_default() < sections.len()
        };
        let unmet: HashSet<usize> = self
            .parsed
            .defaults
            .iter()
            .filter(|default| !is_met(default))
            .flat_map(|default| default.continuations.iter().map(|line| line + 1))
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

/// Python's `\[(?P<header>.+)\]`, greedy, from the start: what follows the last bracket is
/// ignored.
fn header(value: &str) -> Option<&str> {
    let inside = value.strip_prefix('[')?;
    let end = inside.rfind(']')?;
    (end > 0).then(|| &inside[..end])
}
