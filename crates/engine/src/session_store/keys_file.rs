//! Keys kept in a file: replaces them by a new session, in the lines where they are.

use std::path::PathBuf;

use aws_files::{Document, FileKind, Profiles, Section, SectionName, expiry, setting};
use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_core::resolve::{KeysPlace, KeysSource, are_replaceable, replaceable_keys, static_keys};

use super::StoredSession;
use crate::files::{self, EditRefused};
use crate::sources::Obtained;
use crate::{Environment, os, renewal_request, resolve_profile};

/// The keys of one profile.
#[derive(Clone)]
pub(crate) struct KeysFile<'a> {
    environment: &'a Environment,
    profile: &'a str,
    kind: FileKind,
}

impl<'a> KeysFile<'a> {
    /// Those a resolution found.
    pub(crate) fn new(environment: &'a Environment, profile: &'a str, keys: &KeysSource) -> Self {
        let kind = match keys.place {
            KeysPlace::ConfigFile => FileKind::Config,
            KeysPlace::CredentialsFile | KeysPlace::Environment => FileKind::Credentials,
        };
        Self { environment, profile, kind }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.environment.paths.file(self.kind).to_owned()
    }

    pub(crate) fn lock_name(&self) -> String {
        format!("keys-{}", renewal_request::file_stem(self.profile))
    }

    pub(crate) fn check(&self) -> Result<(), Problem> {
        files::check_editable(self.environment, self.kind)
    }

    /// The keys that stand there now, if they say until when they are good.
    pub(crate) fn stored(&self) -> Option<StoredSession> {
        let (profiles, resolution) = resolve_profile(self.environment, self.profile);
        let source = replaceable_keys(&resolution).ok()?;
        let expires_at = source.expires_at()?;
        let keys = static_keys(source, &profiles, &self.environment.variables)?;
        Some(StoredSession { keys, expires_at, stored_at: None })
    }

    pub(crate) async fn save(&self, session: &Obtained) -> Result<(), Problem> {
        files::edit(self.environment, self.kind, |document| self.with(document, session)).await.map(drop)
    }

    /// The document with the session in it. Asked again whenever another program changed the file, so
    /// what stands there is looked at each time.
    fn with(&self, document: &Document, session: &Obtained) -> Result<Document, EditRefused> {
        let section = self.section(document)?;
        let keys = &session.keys;
        let token = keys.session_token.as_ref().map(sandglass_core::Secret::expose).unwrap_or_default();
        let mut settings = vec![
            (setting::AWS_ACCESS_KEY_ID, keys.access_key_id.clone().into()),
            (
                setting::AWS_SECRET_ACCESS_KEY,
                zeroize::Zeroizing::new(keys.secret_access_key.expose().to_owned()),
            ),
            (setting::AWS_SESSION_TOKEN, token.to_owned().into()),
        ];
        // botocore reads the old name first: left behind, it would break the new keys.
        if section.get(setting::AWS_SECURITY_TOKEN).is_some() {
            settings.push((setting::AWS_SECURITY_TOKEN, token.to_owned().into()));
        }
        let end = session.expires_at;
        let expiry = end.map(|end| expiry::renewed(&section, end, &os::utc_to_local)).unwrap_or_default();
        settings.extend(expiry.into_iter().map(|(key, value)| (key, value.into())));
        let name = SectionName::Profile(self.profile.to_owned());
        let mut document = document.clone();
        for (key, value) in &settings {
            document = document.set(&name, key, value)?;
        }
        Ok(document)
    }

    /// The profile's section, as long as a session may be written over its keys.
    fn section(&self, document: &Document) -> Result<Section, EditRefused> {
        let profiles = match self.kind {
            FileKind::Config => Profiles::read(Some(document), None),
            FileKind::Credentials => Profiles::read(None, Some(document)),
        };
        let profile = profiles.get(self.profile);
        let section = profile.and_then(|profile| profile.config.clone().or(profile.credentials.clone()));
        match section {
            Some(section) if are_replaceable(&section) => Ok(section),
            Some(section) => Err(Problem::new(Code::LongTermKeys)
                .at(Origin::File(
                    section.get(setting::AWS_ACCESS_KEY_ID).map_or(section.header, |key| key.at),
                ))
                .with("profile", self.profile)
                .into()),
            None => Err(Problem::new(Code::UnknownProfile).with("profile", self.profile).into()),
        }
    }
}
