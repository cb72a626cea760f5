//! Checks that an AWS CLI is on PATH and new enough for what the profile uses.

use aws_files::{Profile, setting};

use super::values;
use crate::evidence::{AwsCli, Version};
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, SeenFrom, Sentence};
use sandglass_core::problem::Origin;
use sandglass_core::resolve::Source;

/// A feature, and the first versions 1 and 2 that know it: of version 1 by the sources of the botocore it asks for
/// (1.29.10, 1.31.0, 1.41.0), of version 2 by its changelog.
struct Feature {
    key: &'static str,
    since: [Version; 2],
}

const fn version(major: u32, minor: u32, patch: u32) -> Version {
    Version { major, minor, patch }
}

const SSO_SESSION: Feature =
    Feature { key: setting::SSO_SESSION, since: [version(1, 27, 10), version(2, 9, 0)] };
const LOGIN: Feature = Feature { key: setting::LOGIN_SESSION, since: [version(1, 43, 0), version(2, 32, 0)] };
const SERVICES: Feature = Feature { key: setting::SERVICES, since: [version(1, 29, 0), version(2, 13, 0)] };
const ENDPOINT: Feature =
    Feature { key: setting::ENDPOINT_URL, since: [version(1, 29, 0), version(2, 13, 0)] };

pub(super) fn check(evidence: &Evidence) -> Check {
    let clis = &evidence.tools.aws_clis;
    let mut findings: Vec<Finding> = Vec::new();
    match evidence.aws_cli() {
        None => findings.push(missing(evidence)),
        Some(first) if !first.starts => findings.push(broken(evidence, first)),
        Some(first) => {
            findings.extend(too_old(evidence, first));
            findings.extend(values::findings(evidence));
        }
    }
    findings.extend(several(evidence));
    let said = clis.first().and_then(|cli| cli.version).map(|version| version.to_string());
    let id = if said.is_some() { "check-cli-ok" } else { "check-cli-silent" };
    let detail = Sentence::new(id)
        .with("version", said.unwrap_or_default())
        .with("path", clis.first().map(|cli| evidence.paths.display(&cli.path)).unwrap_or_default());
    Check::new(CheckCode::Cli, findings, detail).shows(clis.iter().map(shown))
}

fn shown(cli: &AwsCli) -> Exhibit {
    let exhibit = Exhibit::new("exhibit-aws_cli").in_file(&cli.path, None);
    match cli.version {
        Some(version) => exhibit.value(version.to_string()),
        None => exhibit,
    }
}

/// A desktop program's PATH is not that of the terminals.
fn missing(evidence: &Evidence) -> Finding {
    let path = evidence.variables.process.get("PATH").unwrap_or_default();
    let shown = Exhibit::new("exhibit-variable").of_variable("PATH").value(path);
    let finding = Finding::new(Cause::AwsCliMissing).shown_by(shown);
    finding.breaking_if(evidence.seen_from == SeenFrom::Terminal)
}

/// The one that would run: its interpreter or its modules are gone, say.
fn broken(evidence: &Evidence, first: &AwsCli) -> Finding {
    let finding = Finding::new(Cause::AwsCliBroken).with("path", evidence.paths.display(&first.path));
    finding.shown_by(shown(first)).breaking_if(evidence.seen_from == SeenFrom::Terminal)
}

fn several(evidence: &Evidence) -> Option<Finding> {
    let clis = &evidence.tools.aws_clis;
    if clis.len() < 2 {
        return None;
    }
    let named = |cli: &AwsCli| {
        let version = cli.version.map(|version| format!(" ({version})")).unwrap_or_default();
        format!("{}{version}", evidence.paths.display(&cli.path))
    };
    let all: Vec<String> = clis.iter().map(named).collect();
    Some(Finding::warning(Cause::SeveralAwsClis).with("clis", all.join(", ")))
}

/// The newest feature in use that this AWS CLI does not know.
fn too_old(evidence: &Evidence, cli: &AwsCli) -> Option<Finding> {
    let installed = cli.version?;
    let needed = |feature: &Feature| {
        let since = feature.since[usize::from(installed.major >= 2)];
        (installed < since).then_some(since)
    };
    let used = used(evidence);
    let (feature, used, needs) = used
        .into_iter()
        .filter_map(|(feature, shown)| Some((feature.key, shown, needed(feature)?)))
        .max_by_key(|(.., needs)| *needs)?;
    let finding = Finding::new(Cause::AwsCliTooOld)
        .with("version", installed.to_string())
        .with("needs", needs.to_string())
        .with("feature", feature)
        .with("path", evidence.paths.display(&cli.path))
        .shown_by(used)
        .shown_by(shown(cli));
    Some(finding)
}

/// Returns the features of the chain that not every AWS CLI knows.
fn used(evidence: &Evidence) -> Vec<(&'static Feature, Exhibit)> {
    let mut used = Vec::new();
    let chain = evidence.resolution.source.as_ref().map(Source::chain);
    let any = |is: fn(&Source) -> bool| chain.as_ref().is_none_or(|chain| chain.iter().any(|link| is(link)));
    // A sign-in that other credentials stand before is asked by no version.
    let is_asked = |feature: &Feature| match feature.key {
        setting::SSO_SESSION => any(|link| matches!(link, Source::Sso(_))),
        setting::LOGIN_SESSION => any(|link| matches!(link, Source::Login(_))),
        _ => true,
    };
    for profile in evidence.chain() {
        for feature in [&SSO_SESSION, &LOGIN, &SERVICES].into_iter().filter(|feature| is_asked(feature)) {
            used.extend(setting(evidence, profile, feature.key).map(|shown| (feature, shown)));
        }
    }
    if let Some(endpoint) = &evidence.resolution.client.endpoint_url {
        let shown = Exhibit::new("exhibit-setting").from(&endpoint.at, &evidence.paths);
        let shown = match endpoint.at {
            Origin::Variable(name) => shown.of_variable(name),
            _ => shown,
        };
        used.push((&ENDPOINT, shown));
    }
    used
}

fn setting(evidence: &Evidence, profile: &Profile, key: &str) -> Option<Exhibit> {
    let setting = profile.get(key)?;
    Some(Exhibit::new("exhibit-setting").at(setting.at, &evidence.paths).value(setting.value()))
}
