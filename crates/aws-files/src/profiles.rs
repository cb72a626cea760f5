//! Both files merged as botocore merges them, with the place of every value.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::OnceLock;

use crate::divergence::Divergence;
use crate::document::{ParsedSection, ParsedSetting};
use crate::{Document, FEW_KEYS, FileKind, Location, Secret, SectionName, SyntaxError};

/// A value and its line. The value may be a secret, so it is not printed.
#[derive(Clone)]
pub struct Setting {
    value: Secret,
    /// Its place.
    pub at: Location,
}

impl Setting {
    /// The value.
    pub fn value(&self) -> &str {
        self.value.expose()
    }
}

impl fmt::Debug for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setting").field("at", &self.at).finish_non_exhaustive()
    }
}

/// One section of one file, `[DEFAULT]`'s settings included.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its header.
    pub header: Location,
    settings: Vec<(Cow<'static, str>, Setting)>,
    nested: Vec<(String, String, Setting)>,
    /// The position of each key, once there are more than a few.
    by_key: HashMap<String, usize>,
}

impl Section {
    /// A setting by its lower-case key.
    pub fn get(&self, key: &str) -> Option<&Setting> {
        if !self.by_key.is_empty() {
            return self.by_key.get(key).map(|at| &self.settings[*at].1);
        }
        self.settings.iter().find_map(|(name, setting)| (name == key).then_some(setting))
    }

    /// A setting of a nested block, such as `endpoint_url` under `sts =`.
    pub fn nested(&self, key: &str, sub: &str) -> Option<&Setting> {
        self.nested.iter().find_map(|(name, inner, setting)| (name == key && inner == sub).then_some(setting))
    }

    /// The settings of a nested block in the order of their lines; none for a plain value.
    pub fn block<'a>(&'a self, key: &'a str) -> impl Iterator<Item = (&'a str, &'a Setting)> {
        let inside = self.nested.iter().filter(move |(block, ..)| block == key);
        inside.map(|(_, inner, setting)| (inner.as_str(), setting))
    }

    /// Every key, `[DEFAULT]`'s first, then in the order of the lines.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.settings.iter().map(|(key, _)| &**key)
    }

    /// Keys and values with nested blocks flattened to `block.key`.
    pub(crate) fn flat(&self) -> impl Iterator<Item = (String, &Setting)> {
        let blocks: HashSet<&str> = self.nested.iter().map(|(block, ..)| block.as_str()).collect();
        let plain = self
            .settings
            .iter()
            .filter(move |(key, _)| !blocks.contains(&**key))
            .map(|(key, setting)| (key.to_string(), setting));
        plain.chain(self.nested.iter().map(|(block, key, setting)| (format!("{block}.{key}"), setting)))
    }

    fn new(document: &Document, parsed: &ParsedSection) -> Self {
        let kind = document.kind();
        let mut section = Self {
            header: location(kind, parsed.line),
            settings: Vec::with_capacity(parsed.settings.len()),
            nested: Vec::new(),
            by_key: HashMap::new(),
        };
        let defaults = &document.parsed.defaults;
        if !defaults.is_empty() {
            let own: HashSet<&str> = parsed.settings.iter().map(|setting| &*setting.key).collect();
            for setting in defaults.iter().filter(|default| !own.contains(&*default.key)) {
                section.add(kind, setting);
            }
        }
        for setting in &parsed.settings {
            section.add(kind, setting);
        }
        if section.settings.len() > FEW_KEYS {
            let keys = section.settings.iter().map(|(key, _)| key.to_string());
            section.by_key = keys.zip(0..).collect();
        }
        section
    }

    /// Of one key once.
    fn add(&mut self, kind: FileKind, setting: &ParsedSetting) {
        let at = location(kind, setting.line);
        self.settings.push((setting.key.clone(), Setting { value: setting.value.clone(), at }));
        for (key, value, line) in setting.nested() {
            let inner = Setting { value: value.clone(), at: location(kind, *line) };
            self.nested.push((setting.key.to_string(), key.clone(), inner));
        }
    }
}

fn location(file: FileKind, line: usize) -> Location {
    Location { file, line: line + 1 }
}

/// One profile, from one file or both.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// Its section of the config file.
    pub config: Option<Section>,
    /// Its section of the credentials file.
    pub credentials: Option<Section>,
}

impl Profile {
    /// A setting: credentials before config, key by key, as all readers do.
    pub fn get(&self, key: &str) -> Option<&Setting> {
        self.credentials
            .as_ref()
            .and_then(|section| section.get(key))
            .or_else(|| self.config.as_ref().and_then(|section| section.get(key)))
    }

    /// A setting of a nested block: the block of the credentials file replaces that of config, whole.
    pub fn nested(&self, key: &str, sub: &str) -> Option<&Setting> {
        let sections = [self.credentials.as_ref(), self.config.as_ref()];
        sections.into_iter().flatten().find(|section| section.get(key).is_some())?.nested(key, sub)
    }

    /// Its header: the one in config where there are two.
    pub fn header(&self) -> Location {
        let section = self.config.as_ref().or(self.credentials.as_ref());
        section.map_or(Location { file: FileKind::Config, line: 1 }, |section| section.header)
    }
}

/// The sections of a profile in the documents. Their settings are put together when somebody asks for them: of thousands
/// of profiles mostly one is wanted, and those behind it.
#[derive(Clone)]
struct Entry {
    name: String,
    config: Option<usize>,
    credentials: Option<usize>,
    profile: OnceLock<Box<Profile>>,
}

/// Every profile of the two files.
#[derive(Clone, Default)]
pub struct Profiles {
    config: Option<Document>,
    credentials: Option<Document>,
    list: Vec<Entry>,
    by_name: HashMap<String, usize>,
    sso_sessions: Named,
    services: Named,
    errors: Vec<SyntaxError>,
    refusals: Vec<SyntaxError>,
    divergences: Vec<Divergence>,
    /// The positions of a profile's differences.
    of_profile: HashMap<String, Vec<usize>>,
}

impl fmt::Debug for Profiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Profiles").field("profiles", &self.iter().collect::<Vec<_>>()).finish_non_exhaustive()
    }
}

impl Profiles {
    /// Merges the two files; one that is absent is `None`. What other SDKs read differently is not worked
    /// out: whoever only needs credentials should not wait for that.
    pub fn read(config: Option<&Document>, credentials: Option<&Document>) -> Self {
        let mut merged =
            Self { config: config.cloned(), credentials: credentials.cloned(), ..Self::default() };
        for document in config.into_iter().chain(credentials) {
            merged.errors.extend(document.syntax_errors().iter().cloned());
            merged.refusals.extend(document.syntax_errors().first().cloned());
            merged.take(document);
        }
        merged
    }

    /// Adds what the other SDKs read differently.
    #[must_use]
    pub(crate) fn with_divergences(mut self, found: Vec<Divergence>) -> Self {
        for (at, divergence) in found.iter().enumerate() {
            if let Some(profile) = &divergence.profile {
                self.of_profile.entry(profile.clone()).or_default().push(at);
            }
        }
        self.divergences = found;
        self
    }

    /// A section that stands later replaces one of the same name, whole: `[default]` and
    /// `[profile default]`, or a name once quoted and once plain.
    fn take(&mut self, document: &Document) {
        self.list.reserve(document.parsed.sections.len());
        self.by_name.reserve(document.parsed.sections.len());
        for (at, parsed) in document.parsed.sections.iter().enumerate() {
            match SectionName::of_header(document.kind(), &parsed.header) {
                Some(SectionName::Profile(name)) => {
                    let entry = self.entry(name);
                    match document.kind() {
                        FileKind::Config => entry.config = Some(at),
                        FileKind::Credentials => entry.credentials = Some(at),
                    }
                }
                Some(SectionName::SsoSession(name)) => {
                    self.sso_sessions.put(name, Section::new(document, parsed));
                }
                Some(SectionName::Services(name)) => self.services.put(name, Section::new(document, parsed)),
                None => {}
            }
        }
    }

    fn entry(&mut self, name: String) -> &mut Entry {
        let at = *self.by_name.entry(name).or_insert_with_key(|name| {
            let profile = OnceLock::new();
            self.list.push(Entry { name: name.clone(), config: None, credentials: None, profile });
            self.list.len() - 1
        });
        &mut self.list[at]
    }

    fn profile<'a>(&'a self, entry: &'a Entry) -> &'a Profile {
        entry.profile.get_or_init(|| {
            let section = |document: &Option<Document>, at: Option<usize>| {
                let document = document.as_ref()?;
                Some(Section::new(document, document.parsed.sections.get(at?)?))
            };
            Box::new(Profile {
                name: entry.name.clone(),
                config: section(&self.config, entry.config),
                credentials: section(&self.credentials, entry.credentials),
            })
        })
    }

    /// Names in the order of the files, config first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|entry| entry.name.as_str())
    }

    /// Every profile in that order.
    pub fn iter(&self) -> impl Iterator<Item = &Profile> {
        self.list.iter().map(|entry| self.profile(entry))
    }

    /// One profile.
    pub fn get(&self, name: &str) -> Option<&Profile> {
        self.by_name.get(name).map(|at| self.profile(&self.list[*at]))
    }

    /// Returns the errors for which botocore refuses a file. While there is one, no profile works.
    pub fn syntax_errors(&self) -> &[SyntaxError] {
        &self.errors
    }

    /// `[sso-session NAME]`.
    pub fn sso_session(&self, name: &str) -> Option<&Section> {
        self.sso_sessions.get(name)
    }

    /// `[services NAME]`.
    pub fn services(&self, name: &str) -> Option<&Section> {
        self.services.get(name)
    }

    /// Every `[sso-session NAME]`, in the order of the file.
    pub fn sso_sessions(&self) -> impl Iterator<Item = (&str, &Section)> {
        self.sso_sessions.iter()
    }

    /// Every `[services NAME]`, in the order of the file.
    pub fn all_services(&self) -> impl Iterator<Item = (&str, &Section)> {
        self.services.iter()
    }

    /// The first of those of each file: one cause is one message.
    pub fn refusals(&self) -> &[SyntaxError] {
        &self.refusals
    }

    /// Returns the differences in what other SDKs read of one profile.
    pub fn divergences_of(&self, profile: &str) -> impl Iterator<Item = &Divergence> {
        let places = self.of_profile.get(profile).into_iter().flatten();
        places.map(|at| &self.divergences[*at])
    }

    /// Returns the differences in what other SDKs read; empty unless they were computed.
    pub fn divergences(&self) -> &[Divergence] {
        &self.divergences
    }
}

/// Sections by their name, in the order of the file.
#[derive(Clone, Debug, Default)]
struct Named {
    list: Vec<(String, Section)>,
    by_name: HashMap<String, usize>,
}

impl Named {
    /// A later one of the same name replaces an earlier one, whole.
    fn put(&mut self, name: String, section: Section) {
        if let Some(at) = self.by_name.get(&name) {
            self.list[*at].1 = section;
        } else {
            self.by_name.insert(name.clone(), self.list.len());
            self.list.push((name, section));
        }
    }

    fn get(&self, name: &str) -> Option<&Section> {
        self.by_name.get(name).map(|at| &self.list[*at].1)
    }

    fn iter(&self) -> impl Iterator<Item = (&str, &Section)> {
        self.list.iter().map(|(name, section)| (name.as_str(), section))
    }
}
