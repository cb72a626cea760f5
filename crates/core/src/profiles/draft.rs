//! Applies a change to the text that was read, one edit after the other.

use aws_files::{Document, EditError, FileKind, Profile, Profiles, SectionName, access_key, expiry, setting};

use super::change::Change;
use super::convert::convert;
use super::field::check_field;
use super::kind::missing_of_sso_session;
use super::name::check_name;
use super::references::{Reference, name_of, references};
use super::{Files, NewSetting, PlanContext, ProfileKind, edit_problem};
use crate::masked::is_masked;
use crate::problem::{Code, Origin, Problem};

/// The files while a change is applied.
pub(super) struct Draft<'a> {
    before: &'a Files,
    pub(super) files: Files,
    context: PlanContext<'a>,
    /// The keys that were set.
    changed: Vec<(FileKind, String)>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(files: &'a Files, context: PlanContext<'a>) -> Self {
        Self { before: files, files: files.clone(), context, changed: Vec::new() }
    }

    /// The changed files, confirmed by another reader, and the keys that were set.
    pub(super) fn finish(self) -> Result<(Files, Vec<(FileKind, String)>), Problem> {
        for kind in Files::KINDS {
            let (before, after) = (self.before.document(kind), self.files.document(kind));
            if before.bytes() != after.bytes() {
                before.confirm(after).map_err(|error| self.refused(kind, error))?;
            }
        }
        Ok((self.files, self.changed))
    }

    /// Applies a change; the section it is about, by its new name.
    pub(super) fn apply(&mut self, change: &Change) -> Result<SectionName, Problem> {
        match change {
            Change::Add { name, kind, settings, file } => self.add(name, *kind, settings, *file),
            Change::Set { section, settings, file } => {
                self.must_exist(section)?;
                for setting in settings {
                    let file = file.unwrap_or_else(|| self.home_of(section, &setting.key));
                    self.set(file, section, setting)?;
                }
                Ok(section.clone())
            }
            Change::Unset { section, keys, file } => {
                self.must_exist(section)?;
                for key in keys {
                    self.unset(section, key, *file)?;
                }
                Ok(section.clone())
            }
            Change::Remove(section) => {
                self.must_exist(section)?;
                self.in_both(section, |document| document.remove_section(section))?;
                Ok(section.clone())
            }
            Change::Rename { section, to } => self.rename(section, to),
            Change::AddSsoSession { name, settings } => self.add_sso_session(name, settings),
            Change::Duplicate { section, to } => {
                self.must_exist(section)?;
                let to = self.free(renamed(section, to))?;
                self.in_both(section, |document| document.copy_section(section, &to))?;
                Ok(to)
            }
            Change::PutKeys { name, settings } => self.put_keys(name, settings),
            Change::FixLines { section, file, lines } => {
                let fixed = self.files.document(*file).fix_lines(lines);
                self.keep(*file, fixed)?;
                Ok(section.clone())
            }
            Change::Convert(conversion) => convert(self, conversion),
        }
    }

    fn add(
        &mut self,
        name: &str,
        kind: Option<ProfileKind>,
        settings: &[NewSetting],
        file: Option<FileKind>,
    ) -> Result<SectionName, Problem> {
        let section = self.free(SectionName::Profile(name.to_owned()))?;
        if let Some(missing) = kind.and_then(|kind| kind.missing(settings).into_iter().next()) {
            return Err(missing);
        }
        let (session, own) = self.split_sso_session(settings);
        if let Some((session, settings)) = session {
            check_name(name_of(&session))?;
            self.add_section(FileKind::Config, &session, &settings)?;
        }
        for kind in Files::KINDS {
            let here = |setting: &&&NewSetting| file.unwrap_or_else(|| usual_file(&setting.key)) == kind;
            let settings: Vec<&NewSetting> = own.iter().filter(here).copied().collect();
            if !settings.is_empty() || (own.is_empty() && kind == file.unwrap_or(FileKind::Config)) {
                self.add_section(kind, &section, &settings)?;
            }
        }
        Ok(section)
    }

    fn add_sso_session(&mut self, name: &str, settings: &[NewSetting]) -> Result<SectionName, Problem> {
        let section = self.free(SectionName::SsoSession(name.to_owned()))?;
        if let Some(missing) = missing_of_sso_session(settings).into_iter().next() {
            return Err(missing);
        }
        self.add_section(FileKind::Config, &section, &settings.iter().collect::<Vec<_>>())?;
        Ok(section)
    }

    /// `sso_start_url` and `sso_region` beside an `sso_session` that does not exist are that section's.
    fn split_sso_session<'s>(
        &self,
        settings: &'s [NewSetting],
    ) -> (Option<(SectionName, Vec<&'s NewSetting>)>, Vec<&'s NewSetting>) {
        let all = settings.iter().collect();
        let Some(named) = settings.iter().find(|setting| setting.key == setting::SSO_SESSION) else {
            return (None, all);
        };
        let session = SectionName::SsoSession(named.value.expose().to_owned());
        if self.files.config.has_section(&session) {
            return (None, all);
        }
        let of_session = |setting: &&NewSetting| {
            [setting::SSO_START_URL, setting::SSO_REGION, setting::SSO_REGISTRATION_SCOPES]
                .contains(&setting.key.as_str())
        };
        let (theirs, own): (Vec<_>, Vec<_>) = settings.iter().partition(of_session);
        if theirs.is_empty() { (None, own) } else { (Some((session, theirs)), own) }
    }

    fn rename(&mut self, section: &SectionName, to: &str) -> Result<SectionName, Problem> {
        self.must_exist(section)?;
        let new = self.free(renamed(section, to))?;
        // Each file has its own reference, also one that the other file overrides.
        for kind in Files::KINDS {
            let document = self.files.document(kind);
            let alone = match kind {
                FileKind::Config => Profiles::read(Some(document), None),
                FileKind::Credentials => Profiles::read(None, Some(document)),
            };
            let found = references(&alone, section);
            if let Some(Reference { key, .. }) = found.first() {
                let key = *key;
                let referring: Vec<SectionName> =
                    found.into_iter().map(|found| SectionName::Profile(found.profile)).collect();
                // One that is inherited from [DEFAULT] stands in no section of its own, and is left.
                let edited = self.files.document(kind).set_in_all(&referring, key, to);
                self.keep(kind, edited)?;
            }
        }
        self.in_both(section, |document| document.rename_section(section, &new))?;
        Ok(new)
    }

    fn put_keys(&mut self, name: &str, settings: &[NewSetting]) -> Result<SectionName, Problem> {
        let section = SectionName::Profile(name.to_owned());
        if !Files::KINDS.iter().any(|kind| self.files.document(*kind).has_section(&section)) {
            check_name(name)?;
        }
        let profiles = self.files.profiles();
        let is_long_term = |profile: &Profile| {
            profile.get(setting::AWS_ACCESS_KEY_ID).is_some_and(|key| access_key::is_long_term(key.value()))
        };
        if let Some(profile) = profiles.get(name).filter(|profile| is_long_term(profile)) {
            let at = profile.get(setting::AWS_ACCESS_KEY_ID).map_or(profile.header(), |key| key.at);
            return Err(Problem::new(Code::LongTermKeys).at(Origin::File(at)).with("profile", name));
        }
        // A token or an end that belongs to the old keys would break the new ones.
        for key in session_keys().filter(|key| !settings.iter().any(|setting| setting.key == *key)) {
            self.unset_if_there(&section, key)?;
        }
        for setting in settings {
            let file = self.home_of(&section, &setting.key);
            if self.files.document(file).has_section(&section) {
                self.set(file, &section, setting)?;
            } else {
                self.add_section(file, &section, &[setting])?;
            }
        }
        Ok(section)
    }

    /// Sets a key in a file, whose section is made when it is not there.
    pub(super) fn set(
        &mut self,
        kind: FileKind,
        section: &SectionName,
        setting: &NewSetting,
    ) -> Result<(), Problem> {
        // Also of a nested block, whose settings are not checked one by one.
        if is_masked(setting.value.expose()) {
            return Err(check_field(&setting.key, setting.value.expose())
                .unwrap_or_else(|| Problem::new(Code::InvalidSetting)));
        }
        if !self.files.document(kind).has_section(section) {
            return self.add_section(kind, section, &[setting]);
        }
        self.changed.push((kind, setting.key.clone()));
        let (document, value) = (self.files.document(kind), setting.value.expose());
        let edited = match nested(document, section, &setting.key) {
            Some((block, key)) => document.set_nested(section, block, key, value),
            None => document.set(section, &setting.key, value),
        };
        self.keep(kind, edited)
    }

    fn add_section(
        &mut self,
        kind: FileKind,
        section: &SectionName,
        settings: &[&NewSetting],
    ) -> Result<(), Problem> {
        self.changed.extend(settings.iter().map(|setting| (kind, setting.key.clone())));
        let (blocks, plain): (Vec<&NewSetting>, Vec<_>) =
            settings.iter().copied().partition(|setting| setting.key.contains('.'));
        let pairs: Vec<(&str, &str)> =
            plain.iter().map(|setting| (setting.key.as_str(), setting.value.expose())).collect();
        let document = self.files.document(kind).add_section(section, &pairs);
        self.keep(kind, document)?;
        blocks.into_iter().try_for_each(|setting| self.set(kind, section, setting))
    }

    fn unset(&mut self, section: &SectionName, key: &str, file: Option<FileKind>) -> Result<(), Problem> {
        let mut last = Ok(());
        let mut removed = false;
        for kind in Files::KINDS.into_iter().filter(|kind| file.is_none_or(|file| file == *kind)) {
            let document = self.files.document(kind);
            if !document.has_section(section) {
                continue;
            }
            match remove(document, section, key) {
                Err(EditError::NoKey { .. }) => {
                    last = Err(self.refused(kind, EditError::NoKey { key: key.to_owned() }));
                }
                result => {
                    self.keep(kind, result)?;
                    removed = true;
                }
            }
        }
        if removed { Ok(()) } else { last }
    }

    pub(super) fn unset_if_there(&mut self, section: &SectionName, key: &str) -> Result<(), Problem> {
        for kind in Files::KINDS {
            let document = self.files.document(kind);
            if !document.has_section(section) {
                continue;
            }
            match remove(document, section, key) {
                Err(EditError::NoKey { .. }) => {}
                result => self.keep(kind, result)?,
            }
        }
        Ok(())
    }

    /// Removes what is left of a section without settings.
    pub(super) fn drop_if_empty(&mut self, kind: FileKind, section: &SectionName) -> Result<(), Problem> {
        let document = self.files.document(kind);
        if !document.is_empty_section(section) {
            return Ok(());
        }
        let document = document.remove_section(section);
        self.keep(kind, document)
    }

    /// Returns the file in which a key is set if none was named: where its value counts, else where its kind
    /// belongs. A token goes to its keys: botocore takes all of them from one file.
    pub(super) fn home_of(&self, section: &SectionName, key: &str) -> FileKind {
        let has = |kind: FileKind, key: &str| {
            let document = self.files.document(kind);
            document.has_own(section, nested(document, section, key).map_or(key, |(block, _)| block))
        };
        if !matches!(section, SectionName::Profile(_))
            || !is_key_of_session(key) && !has(FileKind::Credentials, key)
        {
            return FileKind::Config;
        }
        let of_keys = if is_key_of_session(key) { setting::AWS_ACCESS_KEY_ID } else { key };
        if has(FileKind::Credentials, of_keys) || !has(FileKind::Config, of_keys) {
            FileKind::Credentials
        } else {
            FileKind::Config
        }
    }

    fn in_both(
        &mut self,
        section: &SectionName,
        edit: impl Fn(&Document) -> Result<Document, EditError>,
    ) -> Result<(), Problem> {
        for kind in Files::KINDS {
            let document = self.files.document(kind);
            if document.has_section(section) {
                let edited = edit(document);
                self.keep(kind, edited)?;
            }
        }
        Ok(())
    }

    fn keep(&mut self, kind: FileKind, edited: Result<Document, EditError>) -> Result<(), Problem> {
        let edited = edited.map_err(|error| self.refused(kind, error))?;
        self.files.set(edited);
        Ok(())
    }

    fn refused(&self, kind: FileKind, error: EditError) -> Problem {
        edit_problem(self.context.paths, kind, error)
    }

    /// A file the AWS CLI cannot parse says so before a name that was only looked for in vain.
    pub(super) fn must_exist(&self, section: &SectionName) -> Result<(), Problem> {
        self.parsable()?;
        if Files::KINDS.iter().any(|kind| self.files.document(*kind).has_section(section)) {
            return Ok(());
        }
        let name = name_of(section);
        Err(match section {
            SectionName::Profile(_) => {
                Problem::new(Code::UnknownProfile).at(Origin::Call).with("profile", name)
            }
            _ => Problem::new(Code::UnknownSection).with("name", name),
        })
    }

    fn free(&self, section: SectionName) -> Result<SectionName, Problem> {
        self.parsable()?;
        check_name(name_of(&section))?;
        let profiles = self.files.profiles();
        let there = match &section {
            SectionName::Profile(name) => profiles.get(name).map(Profile::header),
            SectionName::SsoSession(name) => profiles.sso_session(name).map(|found| found.header),
            SectionName::Services(name) => profiles.services(name).map(|found| found.header),
        };
        match there {
            Some(at) => {
                Err(Problem::new(Code::NameTaken).at(Origin::File(at)).with("name", name_of(&section)))
            }
            None => Ok(section),
        }
    }

    fn parsable(&self) -> Result<(), Problem> {
        for kind in Files::KINDS {
            if let Some(error) = self.files.document(kind).syntax_errors().first() {
                return Err(self.refused(kind, EditError::Unparsable(error.clone())));
            }
        }
        Ok(())
    }
}

/// `block.key` names a setting of a nested block, unless the section has a key of just that name.
fn nested<'k>(document: &Document, section: &SectionName, key: &'k str) -> Option<(&'k str, &'k str)> {
    key.split_once('.').filter(|_| !document.has_own(section, key))
}

fn remove(document: &Document, section: &SectionName, key: &str) -> Result<Document, EditError> {
    match nested(document, section, key) {
        Some((block, key)) => document.remove_nested(section, block, key),
        None => document.remove(section, key),
    }
}

/// A section of the same type by another name.
fn renamed(section: &SectionName, to: &str) -> SectionName {
    match section {
        SectionName::Profile(_) => SectionName::Profile(to.to_owned()),
        SectionName::SsoSession(_) => SectionName::SsoSession(to.to_owned()),
        SectionName::Services(_) => SectionName::Services(to.to_owned()),
    }
}

/// Everything that belongs to one session's keys.
pub(super) fn session_keys() -> impl Iterator<Item = &'static str> {
    setting::SESSION_KEYS.into_iter().chain(expiry::KEYS)
}

fn is_key_of_session(key: &str) -> bool {
    session_keys().any(|known| known == key)
}

fn usual_file(key: &str) -> FileKind {
    if is_key_of_session(key) { FileKind::Credentials } else { FileKind::Config }
}
