//! Reads a file as the AWS SDK for Go v2 does (`internal/ini`, `config/shared_config.go`).

use zeroize::Zeroizing;

use super::Reading;
use super::lines::ReaderLines;
use crate::{Location, Secret};

const BLANKS: [char; 2] = [' ', '\t'];

/// The keys it reads in the credentials file: `endpoint_url` and unknown keys do not count there.
pub(super) const CREDENTIALS_KEYS: [&str; 25] = [
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
    "aws_account_id",
    "region",
    "role_arn",
    "source_profile",
    "credential_source",
    "credential_process",
    "external_id",
    "mfa_serial",
    "role_session_name",
    "duration_seconds",
    "web_identity_token_file",
    "sso_session",
    "sso_account_id",
    "sso_role_name",
    "sso_region",
    "sso_start_url",
    "login_session",
    "ca_bundle",
    "use_fips_endpoint",
    "use_dualstack_endpoint",
    "retry_mode",
    "max_attempts",
];

pub(super) fn read(file: &ReaderLines<'_>) -> Reading {
    let mut reading = Reading::default();
    let mut section: Option<String> = None;
    let mut block: Option<String> = None;
    let mut open = Open::default();
    let prefixed_default = file.is_config() && has_prefixed_default(file);
    for line in &file.lines {
        let (at, line) = (file.at(line.number), line.text);
        let text = line.trim_matches(BLANKS);
        if text.is_empty() || text.starts_with(['#', ';']) {
            continue;
        }
        if let Some(header) = header(line) {
            open.close(&mut reading, section.as_deref());
            section = profile_name(file, header).filter(|name| {
                !(prefixed_default && name == "default" && header.trim_matches(BLANKS) == "default")
            });
            block = None;
            if let Some(name) = &section {
                reading.section(name, at);
            }
            continue;
        }
        let Some(name) = &section else { continue };
        let property = property(line);
        let indented = line.starts_with(BLANKS);
        if property.is_some() && !(indented && block.is_some()) {
            open.close(&mut reading, Some(name));
        }
        let settings = &mut reading.section(name, at).settings;
        match (property, indented, &block) {
            (Some((key, value)), false, _) => {
                block = value.is_empty().then(|| key.clone());
                settings.insert(key.clone(), (Secret::new(value), at));
                open.key = Some(key);
            }
            (Some((key, value)), true, Some(outer)) => {
                settings.remove(outer);
                settings.insert(format!("{outer}.{key}"), (Secret::new(value), at));
            }
            (Some((key, value)), true, None) => {
                settings.insert(key.clone(), (Secret::new(value), at));
                open.key = Some(key);
            }
            (None, true, _) => open.lines.push(Zeroizing::new(text.to_owned())),
            (None, false, _) => {}
        }
    }
    open.close(&mut reading, section.as_deref());
    if !file.is_config() {
        for section in reading.sections.values_mut() {
            section.settings.retain(|key, _| CREDENTIALS_KEYS.contains(&key.as_str()));
        }
    }
    reading.partial = partial(&reading);
    reading
}

/// The setting that indented lines continue, and those lines.
#[derive(Default)]
struct Open {
    key: Option<String>,
    lines: Vec<Zeroizing<String>>,
}

impl Open {
    /// Puts the lines behind the value, all at once.
    fn close(&mut self, reading: &mut Reading, section: Option<&str>) {
        let Self { key, lines } = std::mem::take(self);
        if lines.is_empty() {
            return;
        }
        let settings =
            section.and_then(|name| reading.sections.get_mut(name)).map(|section| &mut section.settings);
        if let Some((value, _)) = settings.zip(key).and_then(|(settings, key)| settings.get_mut(&key)) {
            let mut whole = Zeroizing::new(value.expose().to_owned());
            for line in &lines {
                whole.push('\n');
                whole.push_str(line);
            }
            *value = Secret::new(std::mem::take(&mut *whole));
        }
    }
}

/// Half a key pair in one file is an error.
fn partial(reading: &Reading) -> Vec<(String, Location)> {
    let half = |section: &&super::SectionReading| {
        let has = |key: &str| section.settings.contains_key(key);
        has("aws_access_key_id") && !has("aws_secret_access_key")
    };
    let sections = reading.sections.iter();
    sections
        .filter(|(_, section)| half(section))
        .map(|(name, section)| (name.clone(), section.header))
        .collect()
}

fn header(line: &str) -> Option<&str> {
    let cut = line.split(['#', ';']).next().unwrap_or_default();
    cut.trim_matches(BLANKS).strip_prefix('[')?.strip_suffix(']')
}

/// `[profile default]` is preferred to `[default]`.
fn has_prefixed_default(file: &ReaderLines<'_>) -> bool {
    file.lines.iter().filter_map(|line| header(line.text)).any(|header| {
        header.trim_matches(BLANKS) != "default"
            && profile_name(file, header).is_some_and(|name| name == "default")
    })
}

/// `profile NAME`, with any blanks around; `default` in any case; quotes stay in the name.
fn profile_name(file: &ReaderLines<'_>, header: &str) -> Option<String> {
    let header = header.trim_matches(BLANKS);
    if !file.is_config() {
        return (!header.starts_with("profile ")).then(|| header.to_owned());
    }
    match header.split_once(BLANKS) {
        Some(("profile", name)) => Some(name.trim_matches(BLANKS).to_owned()),
        Some(_) => None,
        None => header.eq_ignore_ascii_case("default").then(|| header.to_owned()),
    }
}

fn property(line: &str) -> Option<(String, String)> {
    let cut = [" #", " ;", "\t#", "\t;"].iter().filter_map(|mark| line.find(mark)).min();
    let line = cut.map_or(line, |end| &line[..end]);
    let (key, value) = line.split_once(['=', ':'])?;
    Some((key.trim().to_lowercase(), unquoted(value.trim()).to_owned()))
}

fn unquoted(value: &str) -> &str {
    ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(value)
}
