//! Evidence made by hand for tests, and the diagnosis of it.

use std::collections::BTreeMap;
use std::path::Path;

use aws_files::{Arn, Document, FileKind};
use chrono::TimeDelta;

use crate::evidence::live::{
    ApiCall, Endpoint, Identity, LiveEvidence, Operation, Outcome, Reached, Refusal,
};
use crate::evidence::{
    AwsCli, CachesEvidence, FileFound, FilesEvidence, Home, Presence, ToolsEvidence, VariablesEvidence,
    Version,
};
use crate::json::{DiagnosisRenderer, InstantForm};
use crate::{Diagnosis, DiagnosisOptions, Evidence, SeenFrom, diagnose};
use sandglass_core::export::Shell;
use sandglass_core::paths::AwsPaths;
use sandglass_core::profiles::Files;
use sandglass_core::resolve::{Call, resolve};
use sandglass_core::testing::now;
use sandglass_core::text::{Language, Text};
use sandglass_core::variables::Variables;

/// The evidence for `aws --profile PROFILE`, or a plain `aws`.
pub(crate) fn evidence(
    config: &str,
    credentials: &str,
    variables: &Variables,
    profile: Option<&str>,
) -> Evidence {
    let document = |kind, text: &str| Document::parse(kind, text.as_bytes());
    let text = Files {
        config: document(FileKind::Config, config),
        credentials: document(FileKind::Credentials, credentials),
    };
    let found = || FileFound { presence: Presence::Read, mode: Some(0o600) };
    let profiles = text.profiles();
    let call = profile.map_or(Call::Bare, |profile| Call::Profile(profile.to_owned()));
    let resolution = resolve(&profiles, variables, &call);
    Evidence {
        now: now(),
        own: resolve(&profiles, variables, &Call::Profile(resolution.profile.clone())),
        seen_from: SeenFrom::Terminal,
        shell: Shell::Bash,
        paths: AwsPaths::new(Path::new("/home/ana"), variables),
        files: FilesEvidence {
            writable_by_others: Vec::new(),
            home: Home::There,
            config: found(),
            credentials: found(),
            text,
            usual: None,
        },
        variables: VariablesEvidence { process: variables.clone(), ..VariablesEvidence::default() },
        resolution,
        call,
        profiles,
        caches: CachesEvidence::default(),
        renewals: BTreeMap::new(),
        tools: ToolsEvidence {
            aws_clis: vec![AwsCli {
                path: "/usr/bin/aws".into(),
                version: Some(Version { major: 2, minor: 36, patch: 0 }),
                starts: true,
            }],
            ..ToolsEvidence::default()
        },
        live: LiveEvidence { endpoint: Some(endpoint(Reached::Sts)), ..LiveEvidence::default() },
    }
}

pub(super) fn endpoint(reached: Reached) -> Endpoint {
    Endpoint {
        url: "https://sts.eu-west-1.amazonaws.com".to_owned(),
        configured_at: None,
        region: Some("eu-west-1".to_owned()),
        region_at: None,
        ca_bundle: None,
        proxy: None,
        took: TimeDelta::milliseconds(42),
        reached,
    }
}

/// The code of the verdict, and that everything it says is said in both languages.
pub(super) fn code(evidence: &Evidence) -> String {
    let diagnosis = diagnose(evidence, &DiagnosisOptions::default());
    said(&diagnosis, evidence);
    diagnosis.verdict.code().to_owned()
}

fn said(diagnosis: &Diagnosis, evidence: &Evidence) {
    for language in [Language::English, Language::Portuguese] {
        let text = Text::new(language);
        let words = DiagnosisRenderer {
            text: &text,
            paths: &evidence.paths,
            shell: Shell::Bash,
            instants: InstantForm::Utc,
        };
        let view = words.diagnosis(diagnosis, 0.1);
        let verdict = &view.verdict;
        let shown = verdict.evidence.iter().map(|shown| &shown.what);
        let fixes = verdict.fixes.iter().map(|fix| &fix.title);
        let checks = view.checks.iter().map(|check| &check.detail);
        let sentences = [&verdict.title, &verdict.explanation].into_iter().chain(shown).chain(fixes);
        for sentence in sentences.chain(checks) {
            let bare = ["doctor-", "exhibit-", "fix-", "check-"].iter().any(|id| sentence.starts_with(id));
            assert!(!bare && !sentence.contains("{$"), "{language:?} {}: {sentence}", verdict.code);
        }
    }
}

pub(crate) fn api_call(depth: usize, operation: Operation, outcome: Outcome) -> ApiCall {
    ApiCall { depth, operation, cached_in: None, outcome }
}

pub(crate) fn refused(code: &str, message: &str) -> Outcome {
    Outcome::Refused(Refusal { code: code.to_owned(), message: message.to_owned() })
}

pub(super) fn is(arn: &str) -> Outcome {
    let account = Arn::parse(arn).map_or("", |arn| arn.account).to_owned();
    Outcome::Identity(Identity { arn: arn.to_owned(), account })
}
