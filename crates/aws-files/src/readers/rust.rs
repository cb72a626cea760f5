//! Reads a file as the AWS SDK for Rust does (`aws-runtime`, `env_config`).

use std::collections::{BTreeMap, HashMap};

use super::lines::ReaderLines;
use super::{Reading, SectionReading, flatten};
use crate::{Location, Secret};

const BLANKS: [char; 2] = [' ', '\t'];

#[derive(Default)]
struct RawSection {
    header: usize,
    settings: BTreeMap<String, (String, usize)>,
}

pub(super) fn read(file: &ReaderLines<'_>) -> Reading {
    if !file.is_utf8 {
        // It warns and goes on as if the file were empty.
        return Reading::default();
    }
    match parse(file) {
        Ok(sections) => normalize(file, sections),
        Err(line) => Reading { refused: Some(file.at(line)), ..Reading::default() },
    }
}

/// The sections by their header, or the line it refuses the file for.
fn parse(file: &ReaderLines<'_>) -> Result<Vec<(String, RawSection)>, usize> {
    let mut sections: Vec<(String, RawSection)> = Vec::new();
    let mut by_header: HashMap<String, usize> = HashMap::new();
    let mut current: Option<(usize, Option<String>)> = None;
    for line in &file.lines {
        let (number, line) = (line.number, line.text);
        if line.trim_matches(BLANKS).is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        if line.starts_with('[') {
            let header = cut(line, &["#", ";"]).trim_matches(BLANKS);
            let name = header.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).ok_or(number)?;
            let at = *by_header.entry(name.to_owned()).or_insert_with_key(|name| {
                let section = RawSection { header: number, ..RawSection::default() };
                sections.push((name.clone(), section));
                sections.len() - 1
            });
            current = Some((at, None));
            continue;
        }
        let (at, key) = current.as_mut().ok_or(number)?;
        let settings = &mut sections[*at].1.settings;
        if line.starts_with(BLANKS) {
            let (value, _) = key.as_ref().and_then(|key| settings.get_mut(key)).ok_or(number)?;
            let more = line.trim_matches(BLANKS);
            if (value.is_empty() || value.starts_with('\n')) && !more.contains('=') {
                return Err(number);
            }
            value.push('\n');
            value.push_str(more);
        } else {
            let (name, value) = cut(line, &[" #", " ;", "\t#", "\t;"]).split_once('=').ok_or(number)?;
            let name = name.trim_matches(BLANKS).to_lowercase();
            if name.is_empty() {
                return Err(number);
            }
            settings.insert(name.clone(), (value.trim_matches(BLANKS).to_owned(), number));
            *key = Some(name);
        }
    }
    Ok(sections)
}

fn cut<'a>(line: &'a str, marks: &[&str]) -> &'a str {
    let end = marks.iter().filter_map(|mark| line.find(mark)).min();
    end.map_or(line, |end| &line[..end])
}

fn normalize(file: &ReaderLines<'_>, sections: Vec<(String, RawSection)>) -> Reading {
    let mut reading = Reading::default();
    let prefixed_default =
        sections.iter().any(|(header, _)| profile_name(file, header) == Some(("default", true)));
    for (header, raw) in sections {
        let Some((name, prefixed)) = profile_name(file, &header) else { continue };
        if name == "default" && !prefixed && prefixed_default {
            continue;
        }
        let at = file.at(raw.header);
        let section = reading.section(name, at);
        for (key, (value, line)) in raw.settings.into_iter().filter(|(key, _)| is_identifier(key)) {
            insert(section, key, &value, file.at(line));
        }
    }
    reading
}

fn insert(section: &mut SectionReading, key: String, value: &str, at: Location) {
    if value.starts_with('\n') {
        for (key, value) in flatten(&key, value) {
            section.settings.insert(key, (Secret::new(value), at));
        }
    } else {
        section.settings.insert(key, (Secret::new(value.to_owned()), at));
    }
}

/// The profile a header names, and whether it says `profile`.
fn profile_name<'a>(file: &ReaderLines<'_>, header: &'a str) -> Option<(&'a str, bool)> {
    let header = header.trim_matches(BLANKS);
    let (name, prefixed) = match header.split_once(BLANKS) {
        Some(("profile", name)) => (name.trim_matches(BLANKS), true),
        Some(_) => return None,
        None => (header, false),
    };
    let known = if file.is_config() { prefixed || name == "default" } else { !prefixed };
    (known && is_identifier(name)).then_some((name, prefixed))
}

fn is_identifier(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-/.%@:+".contains(c))
}
