//! Reads the same files as other SDKs do, and reports where they differ from the AWS CLI.
//!
//! Each reader is modelled after what it was measured to do (`tests/vectors/readers.json`).

mod go;
mod javascript;
mod reads;
mod rust;

use std::collections::BTreeMap;
use std::fmt;

use crate::document::Lines;
use crate::python::{splitlines, strip};
use crate::{Document, FileKind, Location, Profiles, Secret};

/// Another reader of the AWS files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reader {
    /// The AWS SDK for Rust.
    Rust,
    /// The AWS SDK for Go v2, and so Terraform and most command line tools written in Go.
    Go,
    /// The AWS SDK for JavaScript v3.
    JavaScript,
}

impl Reader {
    fn read(self, document: &Document) -> Reading {
        match self {
            Self::Rust => rust::read(document),
            Self::Go => go::read(document),
            Self::JavaScript => javascript::read(document),
        }
    }
}

impl fmt::Display for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rust => "AWS SDK for Rust",
            Self::Go => "AWS SDK for Go",
            Self::JavaScript => "AWS SDK for JavaScript",
        })
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// The SDK that differs.
    pub reader: Reader,
    /// The line it comes from.
    pub at: Location,
    /// The profile it touches; none for a whole file or a section that is no profile.
    pub profile: Option<String>,
    /// The kind of difference. Never holds a value.
    pub kind: DivergenceKind,
}

/// The kinds of differences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DivergenceKind {
    /// It refuses the file, which the AWS CLI accepts.
    FileRefused,
    /// It accepts the file, which the AWS CLI refuses.
    FileAccepted,
    /// It does not see the profile.
    ProfileMissing,
    /// It sees a profile the AWS CLI does not.
    ExtraProfile,
    /// It reads another value.
    ValueDiffers {
        /// The key.
        key: String,
    },
    /// It does not see the key.
    KeyMissing {
        /// The key.
        key: String,
    },
    /// It sees a key the AWS CLI does not.
    ExtraKey {
        /// The key.
        key: String,
    },
    /// It refuses half a key pair in one file.
    PartialKeys,
}

/// `("profile", "app")` or `("services", "local")`.
type SectionId = (&'static str, String);

/// One section as some reader sees it, nested blocks flattened to `block.key`.
#[derive(Clone)]
struct SectionReading {
    header: Location,
    settings: BTreeMap<String, (Secret, Location)>,
}

/// Everything one reader sees.
#[derive(Clone, Default)]
struct Reading {
    sections: BTreeMap<SectionId, SectionReading>,
    refused: Option<Location>,
    /// Sections the reader itself calls incomplete.
    partial: Vec<(String, Location)>,
}

impl Reading {
    /// Lays another file's reading over this one, key by key.
    fn merge(&mut self, other: Reading) {
        self.refused = self.refused.or(other.refused);
        for (id, section) in other.sections {
            match self.sections.get_mut(&id) {
                Some(there) => there.settings.extend(section.settings),
                None => {
                    self.sections.insert(id, section);
                }
            }
        }
        self.partial.extend(other.partial);
    }

    fn section(&mut self, id: SectionId, header: Location) -> &mut SectionReading {
        self.sections.entry(id).or_insert_with(|| SectionReading { header, settings: BTreeMap::new() })
    }
}

/// The lines of a document for the readers that only break at `\n` (and drop a `\r` before it),
/// with the number Python gives each.
fn newline_lines(document: &Document) -> Vec<(usize, String)> {
    let text = String::from_utf8_lossy(document.bytes()).into_owned();
    let mut number = 1;
    text.split_terminator('\n')
        .map(|line| {
            let own = number;
            number += Lines::new(line.as_bytes()).0.len().max(1);
            (own, line.strip_suffix('\r').unwrap_or(line).to_owned())
        })
        .collect()
}

/// Compares every reader with the AWS CLI.
pub(crate) fn divergences(
    profiles: &Profiles,
    config: Option<&Document>,
    credentials: Option<&Document>,
) -> Vec<Divergence> {
    let cli = cli_reading(profiles);
    let mut found = Vec::new();
    for reader in [Reader::Rust, Reader::Go, Reader::JavaScript] {
        let mut other = Reading::default();
        for document in config.into_iter().chain(credentials) {
            other.merge(reader.read(document));
        }
        compare(reader, &cli, &other, &mut found);
    }
    found
}

/// What the AWS CLI itself reads, in the same shape.
fn cli_reading(profiles: &Profiles) -> Reading {
    let refused = profiles.syntax_errors().first().map(|error| error.at);
    let mut reading = Reading { refused, ..Reading::default() };
    for profile in profiles.iter() {
        let section = reading.section(("profile", profile.name.clone()), profile.header());
        for from in profile.config.iter().chain(&profile.credentials) {
            for (key, setting) in from.flat() {
                section.settings.insert(key, (Secret::new(setting.value().to_owned()), setting.at));
            }
        }
    }
    reading
}

fn compare(reader: Reader, cli: &Reading, other: &Reading, found: &mut Vec<Divergence>) {
    let mut add = |at, profile: Option<&str>, kind| {
        found.push(Divergence { reader, at, profile: profile.map(str::to_owned), kind });
    };
    match (cli.refused, other.refused) {
        (Some(_), Some(_)) => return,
        (Some(at), None) => return add(at, None, DivergenceKind::FileAccepted),
        (None, Some(at)) => {
            add(at, None, DivergenceKind::FileRefused);
            return;
        }
        (None, None) => {}
    }
    for ((kind, name), section) in cli.sections.iter().filter(|((kind, _), _)| *kind == "profile") {
        match other.sections.get(&(*kind, name.clone())) {
            Some(theirs) => compare_section(name, section, theirs, &mut add),
            None if section.settings.is_empty() => {}
            None => add(section.header, Some(name), DivergenceKind::ProfileMissing),
        }
    }
    for ((kind, name), section) in &other.sections {
        if *kind == "profile" && !cli.sections.contains_key(&(*kind, name.clone())) {
            add(section.header, Some(name), DivergenceKind::ExtraProfile);
        }
    }
    for (name, at) in &other.partial {
        add(*at, Some(name), DivergenceKind::PartialKeys);
    }
}

fn compare_section(
    name: &str,
    cli: &SectionReading,
    other: &SectionReading,
    add: &mut impl FnMut(Location, Option<&str>, DivergenceKind),
) {
    for (key, (value, at)) in &cli.settings {
        match other.settings.get(key) {
            None => add(*at, Some(name), DivergenceKind::KeyMissing { key: key.clone() }),
            Some((theirs, _)) if theirs != value => {
                add(*at, Some(name), DivergenceKind::ValueDiffers { key: key.clone() });
            }
            Some(_) => {}
        }
    }
    for (key, (_, at)) in &other.settings {
        if !cli.settings.contains_key(key) {
            add(*at, Some(name), DivergenceKind::ExtraKey { key: key.clone() });
        }
    }
}

/// `"\na = b\nc = d"` as the settings `block.a` and `block.c`.
fn flatten(block: &str, value: &str) -> Vec<(String, String)> {
    splitlines(value)
        .filter_map(|line| line.split_once('='))
        .map(|(key, value)| (format!("{block}.{}", strip(key)), strip(value).to_owned()))
        .collect()
}

fn location(document: &Document, line: usize) -> Location {
    Location { file: document.kind(), line }
}

fn is_config(document: &Document) -> bool {
    document.kind() == FileKind::Config
}
