//! Reads a file as the AWS SDK for JavaScript v3 does (`@smithy/shared-ini-file-loader`).

use super::Reading;
use super::lines::ReaderLines;
use crate::Secret;

/// `\s` and `trim()` in JavaScript: Unicode white space and the byte order mark.
fn is_space(c: char) -> bool {
    (c.is_whitespace() && c != '\u{85}') || c == '\u{feff}'
}

pub(super) fn read(file: &ReaderLines<'_>) -> Reading {
    let mut reading = Reading::default();
    let mut section: Option<String> = None;
    let mut block: Option<String> = None;
    for line in &file.lines {
        let (at, line) = (file.at(line.number), line.text);
        let text = without_comment(line).trim_matches(is_space);
        if let Some(name) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            if matches!(name, "__proto__" | "profile __proto__") {
                // It throws, and the file counts as empty.
                return Reading::default();
            }
            section = section_key(name);
            block = None;
            continue;
        }
        let Some(key) = section.as_ref().and_then(|section| profile_key(file, section)) else { continue };
        let Some((name, value)) = text.split_once('=') else { continue };
        let (name, value) = (name.trim_matches(is_space), value.trim_matches(is_space));
        if name.is_empty() {
            continue;
        }
        if value.is_empty() {
            block = Some(name.to_owned());
            continue;
        }
        if !line.starts_with(is_space) {
            block = None;
        }
        let name = block.as_ref().map_or_else(|| name.to_owned(), |block| format!("{block}.{name}"));
        let settings = &mut reading.section(&key, at).settings;
        settings.insert(name, (Secret::new(value.to_owned()), at));
    }
    prefer_prefixed_default(&mut reading);
    reading
}

/// `iniLine.split(/(^|\s)[;#]/)[0]`
fn without_comment(line: &str) -> &str {
    let mut before_is_space = true;
    for (at, c) in line.char_indices() {
        if before_is_space && matches!(c, ';' | '#') {
            return &line[..at];
        }
        before_is_space = is_space(c);
    }
    line
}

/// `/^([\w-]+)\s(["'])?([\w-@\+\.%:/]+)\2$/` gives `profile.NAME`; any other header stands for
/// itself, unless the prefix is not one it knows.
fn section_key(header: &str) -> Option<String> {
    let word = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
    let Some((prefix, rest)) = header.split_once(is_space).filter(|(prefix, _)| prefix.chars().all(word))
    else {
        return Some(header.to_owned());
    };
    let name = ['"', '\'']
        .iter()
        .find_map(|quote| rest.strip_prefix(*quote).map(|rest| rest.strip_suffix(*quote).unwrap_or("\0")))
        .unwrap_or(rest);
    let matches = !prefix.is_empty()
        && !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-@+.%:/".contains(c));
    match (matches, prefix) {
        (false, _) => Some(header.to_owned()),
        (true, "profile" | "sso-session" | "services") => Some(format!("{prefix}.{name}")),
        (true, _) => None,
    }
}

/// The profile a section stands for. `profile.default` is kept apart until the end.
fn profile_key(file: &ReaderLines<'_>, section: &str) -> Option<String> {
    if !file.is_config() {
        return Some(section.to_owned());
    }
    match section.strip_prefix("profile.") {
        Some("default") => Some(PREFIXED_DEFAULT.to_owned()),
        Some(name) => Some(name.to_owned()),
        None => (section == "default").then(|| section.to_owned()),
    }
}

/// No profile can have this name.
const PREFIXED_DEFAULT: &str = "\n";

fn prefer_prefixed_default(reading: &mut Reading) {
    if let Some(section) = reading.sections.remove(PREFIXED_DEFAULT) {
        reading.sections.insert("default".to_owned(), section);
    }
}
