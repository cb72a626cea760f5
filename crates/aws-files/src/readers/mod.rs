//! Reads the same files as other SDKs do, and reports where they differ from the AWS CLI.
//!
//! Each reader is modelled after what it was measured to do (`tests/vectors/readers.json`).

mod go;
mod javascript;
mod lines;
mod plain;
mod reads;
mod rust;

use std::collections::{BTreeMap, HashSet};

use lines::ReaderLines;
use plain::Parts;

use crate::divergence::{Divergence, DivergenceKind, Reader};
use crate::python::{splitlines, strip};
use crate::{Document, Location, Profiles, Secret};

/// One section as some reader sees it, nested blocks flattened to `block.key`.
#[derive(Clone)]
struct SectionReading {
    header: Location,
    settings: BTreeMap<String, (Secret, Location)>,
}

/// Everything one reader sees of profiles, by their names.
#[derive(Clone, Default)]
struct Reading {
    sections: BTreeMap<String, SectionReading>,
    refused: Option<Location>,
    /// Sections the reader itself calls incomplete.
    partial: Vec<(String, Location)>,
}

impl Reading {
    /// Lays another file's reading over this one, key by key.
    fn merge(&mut self, other: Reading) {
        self.refused = self.refused.or(other.refused);
        for (name, section) in other.sections {
            match self.sections.get_mut(&name) {
                Some(there) => there.settings.extend(section.settings),
                None => {
                    self.sections.insert(name, section);
                }
            }
        }
        self.partial.extend(other.partial);
    }

    fn section(&mut self, profile: &str, header: Location) -> &mut SectionReading {
        let section = || SectionReading { header, settings: BTreeMap::new() };
        self.sections.entry(profile.to_owned()).or_insert_with(section)
    }
}

impl Profiles {
    /// The same as `read`, with what the other SDKs read differently.
    pub fn compare(config: Option<&Document>, credentials: Option<&Document>) -> Self {
        let merged = Self::read(config, credentials);
        let found = divergences(&merged, config, credentials);
        merged.with_divergences(found)
    }
}

/// Reads a file as another reader does.
fn reading(reader: Reader, file: &ReaderLines<'_>) -> Reading {
    match reader {
        Reader::Rust => rust::read(file),
        Reader::Go => go::read(file),
        Reader::JavaScript => javascript::read(file),
    }
}

/// Compares every reader with the AWS CLI.
fn divergences(
    profiles: &Profiles,
    config: Option<&Document>,
    credentials: Option<&Document>,
) -> Vec<Divergence> {
    let documents: Vec<&Document> = config.into_iter().chain(credentials).collect();
    let texts: Vec<_> = documents.iter().map(|document| lines::text(document)).collect();
    let files: Vec<Parts<'_>> = std::iter::zip(&documents, &texts)
        .map(|(document, text)| Parts::new(document, ReaderLines::new(document, text)))
        .collect();
    let odd = std::iter::zip(&documents, &files).flat_map(|(document, file)| file.odd_profiles(document));
    differences(profiles, &files, odd.collect())
}

/// Compares the parts of files that may be read differently. The AWS CLI sees these profiles in them.
fn differences(profiles: &Profiles, files: &[Parts<'_>], mut compared: HashSet<String>) -> Vec<Divergence> {
    let mut readings = read_all(files, &HashSet::new());
    compared.extend(readings.iter().flat_map(|(_, reading)| reading.sections.keys().cloned()));
    if files.iter().any(|file| file.has_plain(&compared)) {
        readings = read_all(files, &compared);
    }
    let cli = cli_reading(profiles, &compared);
    let mut found = Vec::new();
    for (reader, reading) in &readings {
        compare(*reader, &cli, reading, &mut found);
    }
    found
}

/// Reads the parts that may be read differently, and those of some profiles, as each reader does.
fn read_all(files: &[Parts<'_>], names: &HashSet<String>) -> Vec<(Reader, Reading)> {
    let lines: Vec<ReaderLines<'_>> = files.iter().map(|file| file.odd_and(names)).collect();
    let read = |reader: Reader| {
        let mut all = Reading::default();
        for file in &lines {
            all.merge(reading(reader, file));
        }
        (reader, all)
    };
    [Reader::Rust, Reader::Go, Reader::JavaScript].map(read).into()
}

/// Returns what the AWS CLI itself reads of some profiles, in the same shape.
fn cli_reading(profiles: &Profiles, names: &HashSet<String>) -> Reading {
    let refused = profiles.syntax_errors().first().map(|error| error.at);
    let mut reading = Reading { refused, ..Reading::default() };
    for profile in names.iter().filter_map(|name| profiles.get(name)) {
        let section = reading.section(&profile.name, profile.header());
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
    for (name, section) in &cli.sections {
        match other.sections.get(name) {
            Some(theirs) => compare_section(name, section, theirs, &mut add),
            None if section.settings.is_empty() => {}
            None => add(section.header, Some(name), DivergenceKind::ProfileMissing),
        }
    }
    for (name, section) in &other.sections {
        if !cli.sections.contains_key(name) {
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

#[cfg(test)]
mod tests;
