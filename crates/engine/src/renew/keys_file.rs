//! Keys kept in a file: a session is written over them, in the lines where they stand.

use std::path::PathBuf;

use aws_files::{Document, FileKind, Profiles, Section, SectionName, expiry};
use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_core::resolve::{KeysPlace, KeysSource, are_replaceable, replaceable_keys, static_keys};

use super::chain::Timed;
use super::store::Held;
use super::sts::NewSession;
use crate::files::{self, Refused};
use crate::{Environment, os, renewal_request, resolve_profile};

/// The keys of one profile.
#[derive(Clone)]
pub(super) struct KeysFile<'a> {
    environment: &'a Environment,
    profile: &'a str,
    kind: FileKind,
}

impl<'a> KeysFile<'a> {
    /// Those a resolution found.
    pub(super) fn new(environment: &'a Environment, profile: &'a str, keys: &KeysSource) -> Self {
        let kind = match keys.place {
            KeysPlace::ConfigFile => FileKind::Config,
            KeysPlace::CredentialsFile | KeysPlace::Environment => FileKind::Credentials,
        };
        Self { environment, profile, kind }
    }

    pub(super) fn path(&self) -> PathBuf {
        self.environment.paths.file(self.kind).to_owned()
    }

    pub(super) fn lock_name(&self) -> String {
        format!("keys-{}", renewal_request::file_stem(self.profile))
    }

    pub(super) fn check(&self) -> Result<(), Problem> {
        files::check_editable(self.environment, self.kind)
    }

    /// The keys that stand there now, if they say until when they are good.
    pub(super) fn held(&self) -> Option<Held> {
        let (profiles, resolution) = resolve_profile(self.environment, self.profile);
        let source = replaceable_keys(&resolution).ok()?;
        let expires_at = source.expires_at()?;
        let keys = static_keys(source, &profiles, &self.environment.variables)?;
        Some(Held { session: Timed { keys, expires_at }, stored_at: None })
    }

    pub(super) async fn keep(&self, session: &NewSession) -> Result<(), Problem> {
        files::edit(self.environment, self.kind, |document| self.with(document, session)).await.map(drop)
    }

    /// The document with the session in it. Asked again whenever another program changed the file, so
    /// what stands there is looked at each time.
    fn with(&self, document: &Document, session: &NewSession) -> Result<Document, Refused> {
        let section = self.section(document)?;
        let answer = &session.answer;
        let token = answer.session_token.expose();
        let mut settings = vec![
            ("aws_access_key_id", answer.access_key_id.clone().into()),
            ("aws_secret_access_key", zeroize::Zeroizing::new(answer.secret_access_key.expose().to_owned())),
            ("aws_session_token", token.to_owned().into()),
        ];
        // botocore reads the old name first: left behind, it would break the new keys.
        if section.get("aws_security_token").is_some() {
            settings.push(("aws_security_token", token.to_owned().into()));
        }
        let expiry = expiry::renewed(&section, session.expires_at, &os::utc_to_local);
        settings.extend(expiry.into_iter().map(|(key, value)| (key, value.into())));
        let name = SectionName::Profile(self.profile.to_owned());
        let mut document = document.clone();
        for (key, value) in &settings {
            document = document.set(&name, key, value)?;
        }
        Ok(document)
    }

    /// The profile's section, as long as a session may be written over its keys.
    fn section(&self, document: &Document) -> Result<Section, Refused> {
        let profiles = match self.kind {
            FileKind::Config => Profiles::read(Some(document), None),
            FileKind::Credentials => Profiles::read(None, Some(document)),
        };
        let profile = profiles.get(self.profile);
        let section = profile.and_then(|profile| profile.config.clone().or(profile.credentials.clone()));
        match section {
            Some(section) if are_replaceable(&section) => Ok(section),
            Some(section) => Err(Problem::new(Code::LongTermKeys)
                .at(Origin::File(section.get("aws_access_key_id").map_or(section.header, |key| key.at)))
                .with("profile", self.profile)
                .into()),
            None => Err(Problem::new(Code::UnknownProfile).with("profile", self.profile).into()),
        }
    }
}
