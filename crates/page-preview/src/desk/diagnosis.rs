//! Diagnoses: the checks of doctor over what this home holds, in the language in use.

use std::collections::BTreeMap;

use aws_files::cache::CliCacheEntry;
use aws_files::{FileKind, expiry};
use chrono::TimeDelta;
use sandglass_app::window::{CheckRow, Diagnosed, FixAnswer, FixId, check_row, diagnosed, fix_at};
use sandglass_core::Timestamp;
use sandglass_core::cache::CachePlace;
use sandglass_core::export::Shell;
use sandglass_core::preferences::Name;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::DiffMark;
use sandglass_core::resolve::{Call, Resolution, Source, resolve};
use sandglass_core::text::Text;
use sandglass_doctor::evidence::shell_file::{Dialect, assignments};
use sandglass_doctor::evidence::{
    Assignment, AssignmentPlace, AwsCli, CachesEvidence, CliCacheFound, EntryFound, EntryState, FileFound,
    FilesEvidence, Home as HomeFound, LiveEvidence, LoginFound, Presence, ProcessProgram, SsoFound,
    TokenState, ToolsEvidence, VariablesEvidence, Version, WebIdentityFile,
};
use sandglass_doctor::json::{DiagnosisRenderer, InstantForm, report};
use sandglass_doctor::{
    Check, Diagnosis, DiagnosisOptions, Evidence, Fix, FixAction, SeenFrom, diagnose, known_locally,
    known_on_the_way, shell_edit,
};

use super::Desk;
use crate::aws;
use crate::home::Home;
use crate::reading::{resolved, settled};

/// As long as a diagnosis takes.
const SECONDS: f64 = 1.4;
/// The shell of whom this home is.
const SHELL: Shell = Shell::Zsh;

/// The last diagnosis: a page names one of its fixes.
#[derive(Default)]
pub(super) struct LastDiagnosis {
    number: u32,
    found: Option<Diagnosis>,
}

impl LastDiagnosis {
    fn fix(&self, id: FixId) -> Result<&Fix, Problem> {
        let found = self.found.as_ref().filter(|_| self.number == id.diagnosis);
        found.and_then(|found| fix_at(found, id.place)).ok_or_else(outdated)
    }
}

/// Another diagnosis was made since the page was told of this one.
fn outdated() -> Problem {
    Problem::new(Code::DiagnosisOutdated)
}

impl Desk {
    /// Names the cause, and what was told of each check on the way.
    pub(crate) fn diagnose(
        &mut self,
        profile: Option<String>,
        error: Option<String>,
    ) -> (Diagnosed, Vec<CheckRow>) {
        let (text, paths, revision) = (self.text(), self.home.paths(), self.home.revision());
        let words =
            DiagnosisRenderer { text: &text, paths: &paths, shell: SHELL, instants: InstantForm::Rfc3339 };
        let mut through = Vec::new();
        let mut tell = |checks: &[Check]| through.extend(checks.iter().map(|check| check_row(&words, check)));
        let mut evidence = self.evidence(profile.map_or(Call::Bare, Call::Profile));
        tell(&known_locally(&evidence));
        evidence.live = aws::live(&self.home, &evidence.resolution, self.now);
        tell(&known_on_the_way(&evidence));
        let found = diagnose(&evidence, &DiagnosisOptions { error, offline: false });
        tell(&found.checks);
        self.diagnosis.number += 1;
        let shown = diagnosed(&words, &found, self.diagnosis.number, SECONDS, revision);
        self.diagnosis.found = Some(found);
        (shown, through)
    }

    /// Does what a fix says.
    pub(crate) fn apply_fix(&mut self, id: FixId) -> Result<FixAnswer, Problem> {
        if self.home.options.has("fail") {
            let path = self.home.paths().display(&Home::shell_path());
            return Err(Problem::new(Code::FileNotEdited)
                .with("path", path)
                .with("detail", "Permission denied (os error 13)"));
        }
        let home = &mut self.home;
        match &self.diagnosis.fix(id)?.action {
            FixAction::DeleteCacheFiles(paths) => {
                let files: Vec<_> =
                    home.inventory().into_iter().filter(|file| paths.contains(&file.path)).collect();
                let (results, cleaning) = self.clean(&files);
                return Ok(FixAnswer { cleaned: results.len(), cleaning, ..FixAnswer::default() });
            }
            FixAction::Renew { profile, .. } => {
                let profile = profile.clone();
                self.renewed(&profile, false)?;
            }
            FixAction::Edit { change, .. } => {
                let plan = home.plan(&home.files(), &change.clone().into())?;
                self.write(&plan.rewrite)?;
            }
            FixAction::EditShellFile { lines, .. } => {
                let gone = lines.iter().filter(|line| line.mark == DiffMark::Removed);
                let numbers: Vec<usize> = gone.filter_map(|line| line.old).collect();
                let left = shell_edit::without_lines(home.shell_file.as_bytes(), &numbers);
                home.shell_file = String::from_utf8_lossy(&left).into_owned();
            }
            FixAction::Preference { key, value } => {
                let (key, value) = (key.clone(), value.clone());
                self.prefer(&key, value)?;
            }
            FixAction::SystemVariables { .. } => {}
            FixAction::Command(_) => return Err(outdated()),
        }
        Ok(FixAnswer::default())
    }

    fn prefer(&mut self, key: &str, value: Option<String>) -> Result<(), Problem> {
        let home = &mut self.home;
        let changed = home.preferences().and_then(|mut preferences| {
            let name = Name::parse(key)?;
            match value {
                Some(value) => preferences.set(&name, &[value])?,
                None => preferences.unset(&name)?,
            }
            Ok(preferences)
        });
        let changed = changed.map_err(|error| home.preferences_problem(&error))?;
        home.write_preferences(&changed);
        Ok(())
    }

    /// Whether a fix is a command that can be copied.
    pub(crate) fn copy_fix(&self, id: FixId, shell: Option<Shell>) -> Result<(), Problem> {
        let fix = self.diagnosis.fix(id)?;
        sandglass_app::window::command_of(fix, shell).map(|_| ()).ok_or_else(outdated)
    }

    /// The last diagnosis as a report.
    pub(crate) fn report(&self, mask_accounts: bool) -> Result<String, Problem> {
        let found = self.diagnosis.found.as_ref().ok_or_else(outdated)?;
        let (text, paths): (Text, _) = (self.text(), self.home.paths());
        let words =
            DiagnosisRenderer { text: &text, paths: &paths, shell: SHELL, instants: InstantForm::Utc };
        Ok(report(&words.diagnosis(found, SECONDS), &text, mask_accounts))
    }

    fn evidence(&self, call: Call) -> Evidence {
        let home = &self.home;
        let (text, variables) = (home.files(), home.variables());
        let profiles = text.profiles();
        let resolution = settled(resolve(&profiles, &variables, &call));
        let own = resolved(&profiles, &variables, &resolution.profile);
        let renewals = [&resolution, &own].into_iter().filter_map(|resolution| {
            let Source::Keys(keys) = resolution.source.as_ref()?.base() else { return None };
            let session = home.session(&resolved(&profiles, &variables, &keys.profile));
            Some((keys.profile.clone(), session.needs(self.now)))
        });
        Evidence {
            now: self.now,
            call,
            seen_from: SeenFrom::Desktop,
            shell: SHELL,
            paths: home.paths(),
            variables: variables_found(home),
            renewals: renewals.collect(),
            caches: self.caches(&resolution, &own),
            tools: tools(&resolution),
            files: files_found(home),
            profiles,
            resolution,
            own,
            live: LiveEvidence::default(),
        }
    }

    fn caches(&self, resolution: &Resolution, own: &Resolution) -> CachesEvidence {
        let home = &self.home;
        let files: Vec<_> =
            home.inventory().into_iter().filter(|file| file.place == CachePlace::Cli).collect();
        let chain = resolution.source.as_ref().map(Source::chain).unwrap_or_default();
        let expired = files.iter().filter(|file| file.is_expired(self.now));
        CachesEvidence {
            own: entries(home, own),
            cli: CliCacheFound {
                directory: home.paths().cli_cache,
                unwritable: None,
                obstacle: None,
                entries: entries(home, resolution),
                expired: expired.map(|file| file.path.clone()).collect(),
                files: files.len(),
            },
            sso: chain.iter().find_map(|source| sso(home, source)),
            login: chain.iter().find_map(|source| login(home, source, self.now)),
        }
    }
}

fn entries(home: &Home, resolution: &Resolution) -> Vec<EntryFound> {
    let chain = resolution.source.as_ref().map(Source::chain).unwrap_or_default();
    let entry = |(depth, source): (usize, &&Source)| {
        let key = source.stored(depth)?.cli_key()?;
        let path = home.paths().cli_cache.join(key.file_name());
        let state = match home.caches.get(&path).map(|file| CliCacheEntry::parse(&file.bytes)) {
            None => EntryState::Absent,
            Some(Err(error)) => EntryState::Damaged(error.to_string()),
            Some(Ok(entry)) => EntryState::Session {
                expires_at: entry.credentials.expiration,
                access_key_id: entry.credentials.access_key_id,
                arn: entry.assumed_role_arn,
            },
        };
        let profile = source.profile().unwrap_or_default().to_owned();
        Some(EntryFound { path, profile, state, is_plain: true, unwritable: None })
    };
    chain.iter().enumerate().filter_map(entry).collect()
}

fn sso(home: &Home, source: &Source) -> Option<SsoFound> {
    let Source::Sso(sso) = source else { return None };
    let path = CachePlace::Sso.directory(&home.paths()).join(sso.token_key().file_name());
    let file = home.caches.get(&path);
    let token = file.and_then(|file| serde_json::from_slice::<serde_json::Value>(&file.bytes).ok());
    let text = |name: &str| token.as_ref()?.get(name)?.as_str().map(str::to_owned);
    let end = text("expiresAt").and_then(|end| expiry::parse(&end));
    Some(SsoFound {
        profile: sso.profile.clone(),
        session: sso.session.as_ref().map(|session| session.value.clone()),
        start_url: Some(sso.start_url.value.clone()),
        path,
        unwritable: None,
        token: end.map_or(TokenState::Absent, |expires_at| TokenState::Token {
            expires_at,
            is_refreshable: text("refreshToken").is_some(),
            registration_expires_at: text("registrationExpiresAt").and_then(|end| expiry::parse(&end)),
            start_url: text("startUrl"),
            region: text("region"),
        }),
    })
}

fn login(home: &Home, source: &Source, now: Timestamp) -> Option<LoginFound> {
    let Source::Login(login) = source else { return None };
    // One that is over, and that only AWS could refresh.
    let over = TokenState::Token {
        expires_at: now - TimeDelta::minutes(190),
        is_refreshable: true,
        registration_expires_at: None,
        start_url: None,
        region: None,
    };
    let token = if home.options.is("diagnosis", "cannot-tell") { over } else { TokenState::Absent };
    Some(LoginFound {
        profile: login.profile.clone(),
        session: login.session.value.clone(),
        path: home.paths().home.join(".aws/login/cache").join(login.token_key().file_name()),
        unwritable: None,
        token,
    })
}

fn tools(resolution: &Resolution) -> ToolsEvidence {
    let cli = |path: &str, major, minor, patch| AwsCli {
        path: path.into(),
        version: Some(Version { major, minor, patch }),
        starts: true,
    };
    let chain = resolution.source.as_ref().map(Source::chain).unwrap_or_default();
    ToolsEvidence {
        aws_clis: vec![cli("/usr/local/bin/aws", 2, 33, 1), cli("/home/ana/.local/bin/aws", 1, 45, 2)],
        process: chain.iter().find_map(|source| {
            let Source::Process(process) = source else { return None };
            let program = process.command.value.split(' ').next().unwrap_or_default().to_owned();
            Some(ProcessProgram { profile: process.profile.clone(), program, is_there: true })
        }),
        web_identity: chain.iter().find_map(|source| {
            let Source::WebIdentity(identity) = source else { return None };
            let path = identity.token_file.value.clone().into();
            Some(WebIdentityFile { path, unreadable: None, expires_at: None })
        }),
    }
}

fn files_found(home: &Home) -> FilesEvidence {
    let found = |kind: FileKind| {
        let is_there = home.exists(kind);
        let presence = if is_there { Presence::Read } else { Presence::Absent };
        FileFound { presence, mode: is_there.then_some(0o600) }
    };
    FilesEvidence {
        home: HomeFound::There,
        config: found(FileKind::Config),
        credentials: found(FileKind::Credentials),
        text: home.files(),
        writable_by_others: Vec::new(),
        usual: None,
    }
}

fn variables_found(home: &Home) -> VariablesEvidence {
    let path = Home::shell_path();
    let persistent: Vec<Assignment> = assignments(&home.shell_file, Dialect::Posix)
        .into_iter()
        .map(|found| Assignment {
            name: found.name,
            value: found.value,
            place: AssignmentPlace::ShellFile(path.clone()),
            line: Some(found.line),
            is_whole_line: found.is_whole_line,
        })
        .collect();
    let around = if persistent.is_empty() {
        BTreeMap::new()
    } else {
        BTreeMap::from([(path, shell_edit::shown_lines(&home.shell_file))])
    };
    VariablesEvidence { process: home.variables(), persistent, around }
}
