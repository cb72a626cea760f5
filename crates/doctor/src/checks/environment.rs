//! Checks variables: those of this shell, and those that new shells will start with.

use aws_files::{access_key, expiry, setting};

use super::unset::{self, unset};
use crate::evidence::live::{ApiCall, Outcome};
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, SeenFrom, Sentence, mask};
use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_core::resolve::{Call, KeysPlace, Source, resolve};
use sandglass_core::source::{Located, WebIdentitySource};
use sandglass_core::variables::Variables;

/// Everything one session puts into variables.
const SESSION: &[&str] = &[
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_SECURITY_TOKEN",
    "AWS_CREDENTIAL_EXPIRATION",
    "AWS_SESSION_EXPIRATION",
    "AWSUME_EXPIRATION",
];
/// The variables in which tools record the expiry of a session; the AWS CLI heeds only the first.
const ENDS: &[&str] = &["AWS_CREDENTIAL_EXPIRATION", "AWS_SESSION_EXPIRATION", "AWSUME_EXPIRATION"];
const PROFILE: &[&str] = &["AWS_PROFILE", "AWS_DEFAULT_PROFILE"];
const WEB_IDENTITY: &[&str] = &["AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME"];

pub(super) fn check(evidence: &Evidence) -> Check {
    let mut findings = Vec::new();
    findings.extend(of_this_shell(evidence));
    findings.extend(of_shells_to_come(evidence));
    findings.extend(ignored_region(evidence));
    let shown = ours(evidence);
    let detail = detail(evidence, shown.len());
    Check::new(CheckCode::Environment, findings, detail).shows(shown)
}

/// Every variable of AWS that is set here, and what sets one for shells to come.
fn ours(evidence: &Evidence) -> Vec<Exhibit> {
    let process = evidence.variables.process.pairs().filter(|(name, _)| name.starts_with("AWS_"));
    let here = process.map(|(name, value)| {
        Exhibit::new("exhibit-variable").of_variable(name).value(mask::value(name, value))
    });
    here.chain(evidence.variables.persistent.iter().map(unset::set_in)).collect()
}

fn detail(evidence: &Evidence, count: usize) -> Sentence {
    match (evidence.seen_from, count) {
        (SeenFrom::Desktop, _) => {
            let line = evidence.shell.unset_line(&SESSION[..4]);
            Sentence::new("check-environment-desktop").with("command", line)
        }
        (SeenFrom::Terminal, 0) => Sentence::new("check-environment-none"),
        (SeenFrom::Terminal, count) => {
            let count = count.to_string();
            let id =
                if evidence.is_explicit() { "check-environment-explicit" } else { "check-environment-ok" };
            Sentence::new(id).with("count", count)
        }
    }
}

/// True if the keys in the variables keep the call from working.
pub(super) fn is_broken(evidence: &Evidence) -> bool {
    let refused = |call: &ApiCall| matches!(call.outcome, Outcome::Refused(_));
    !evidence.is_accepted()
        && (of_this_shell(evidence).iter().any(|finding| finding.breaks)
            || evidence.live.calls.iter().any(refused))
}

/// True if the call signs with the keys in the variables, or would if they were complete.
fn are_used(evidence: &Evidence) -> bool {
    let partial = |problem: &Problem| {
        problem.code == Code::PartialKeys && matches!(problem.at, Some(Origin::Variable(_)))
    };
    let chain = evidence.resolution.source.as_ref().map(Source::chain).unwrap_or_default();
    let of_variables =
        |source: &&Source| matches!(source, Source::Keys(keys) if keys.place == KeysPlace::Environment);
    evidence.variables_decide()
        || chain.last().is_some_and(of_variables)
        || evidence.resolution.errors.iter().any(partial)
}

/// Finds what keeps the keys of this shell from working.
fn of_this_shell(evidence: &Evidence) -> Vec<Finding> {
    let variables = &evidence.variables.process;
    let key = variables.non_empty("AWS_ACCESS_KEY_ID").filter(|_| are_used(evidence));
    let Some(key) = key else { return web_identity_shadows(evidence).into_iter().collect() };
    if variables.non_empty("AWS_SECRET_ACCESS_KEY").is_none() {
        let finding = Finding::new(Cause::PartialEnvironmentKeys).with("variable", "AWS_SECRET_ACCESS_KEY");
        return vec![with_session(evidence, finding)];
    }
    let mut findings: Vec<Finding> =
        [expired(evidence, variables), token_trouble(evidence, key)].into_iter().flatten().collect();
    findings.extend(super::key_form::of_variables(evidence));
    if findings.is_empty() {
        findings.extend(shadows_profile(evidence, key));
    }
    findings
}

/// The variables of the session, what sets them, and how they go.
pub(super) fn with_session(evidence: &Evidence, mut finding: Finding) -> Finding {
    for name in SESSION {
        finding.exhibits.extend(unset::shown(evidence, name));
    }
    finding.fixed_by(unset(evidence, SESSION))
}

fn expired(evidence: &Evidence, variables: &Variables) -> Option<Finding> {
    let (name, end) = end_of(variables, evidence.now)?;
    let finding = match name {
        // The AWS CLI refuses these by itself, whatever AWS would say.
        "AWS_CREDENTIAL_EXPIRATION" => Finding::new(Cause::ExpiredEnvironmentKeys),
        _ => Finding::suspicion(Cause::ExpiredEnvironmentKeys),
    };
    let finding = finding.with("variable", name).with("end", sandglass_core::text::instant(end));
    let finding = finding.with("dated", if evidence.is_explicit() { "source" } else { "yes" });
    let finding = finding.with("profile", &evidence.resolution.profile);
    Some(with_session(evidence, owned(evidence, finding)))
}

/// The recorded end of the keys, when it is past.
fn end_of(variables: &Variables, now: Timestamp) -> Option<(&'static str, Timestamp)> {
    let end = |name: &&'static str| Some((*name, expiry::parse(variables.non_empty(name)?)?));
    ENDS.iter().filter_map(end).find(|(_, end)| *end <= now)
}

/// Says which profile holds the same access key.
fn owned(evidence: &Evidence, finding: Finding) -> Finding {
    let key = evidence.variables.process.non_empty("AWS_ACCESS_KEY_ID").unwrap_or_default();
    match owner(evidence, key) {
        Some((profile, exhibit)) => finding.with("owner", profile).shown_by(exhibit),
        None => finding.with("owner", ""),
    }
}

/// The profile whose section, or whose cached session, holds an access key.
fn owner(evidence: &Evidence, key: &str) -> Option<(String, Exhibit)> {
    let held = |profile: &aws_files::Profile| {
        let setting = profile.get(setting::AWS_ACCESS_KEY_ID).filter(|setting| setting.value() == key)?;
        let shown = Exhibit::new("exhibit-same_key").with("profile", &profile.name);
        let shown = shown.at(setting.at, &evidence.paths).value(mask::access_key(key));
        Some((profile.name.clone(), shown))
    };
    evidence.profiles.iter().find_map(held)
}

/// A token that is not there, or of another session than the key.
fn token_trouble(evidence: &Evidence, key: &str) -> Option<Finding> {
    let variables = &evidence.variables.process;
    let (old, new) = (variables.non_empty("AWS_SECURITY_TOKEN"), variables.non_empty("AWS_SESSION_TOKEN"));
    let is_long_term = access_key::is_long_term(key);
    let cause = match (old, new) {
        (None, None) if access_key::is_temporary(key) => Cause::EnvironmentTokenMissing,
        (Some(old), Some(new)) if old != new => Cause::StaleSecurityTokenVariable,
        (Some(_), None) if is_long_term => Cause::StaleSecurityTokenVariable,
        (_, Some(_)) if is_long_term => Cause::EnvironmentKeysMismatched,
        _ => return None,
    };
    let finding =
        Finding::suspicion(cause).with("key", mask::access_key(key)).with("place", "AWS_ACCESS_KEY_ID");
    Some(match cause {
        Cause::StaleSecurityTokenVariable => {
            let names: &[&str] = &["AWS_SECURITY_TOKEN"];
            shown_for(evidence, finding, &["AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN"])
                .fixed_by(unset(evidence, names))
        }
        _ => with_session(evidence, finding),
    })
}

fn shown_for(evidence: &Evidence, mut finding: Finding, names: &[&str]) -> Finding {
    for name in names {
        finding.exhibits.extend(unset::shown(evidence, name));
    }
    finding
}

/// `AWS_PROFILE` names a profile with credentials of its own, and the keys in the variables win.
fn shadows_profile(evidence: &Evidence, key: &str) -> Option<Finding> {
    let Origin::Variable(variable) = evidence.resolution.chosen_by else { return None };
    if !matches!(&evidence.resolution.source, Some(Source::Keys(keys)) if keys.place == KeysPlace::Environment)
    {
        return None;
    }
    let name = &evidence.resolution.profile;
    let own = resolve(&evidence.profiles, &evidence.variables.process, &Call::Profile(name.clone()));
    let source = own.source?;
    if is_of(evidence, &source, key) {
        return None;
    }
    let finding = Finding::new(Cause::EnvironmentShadowsProfile)
        .with("profile", name)
        .with("variable", variable)
        .with("key", mask::access_key(key))
        .shown_by(Exhibit::new("exhibit-profile_asked").of_variable(variable).value(name))
        .shown_by(
            Exhibit::new("exhibit-profile_source")
                .from(source.at(), &evidence.paths)
                .value(source.kind().botocore_name()),
        );
    Some(with_session(evidence, owned(evidence, finding)))
}

/// True if an access key is the one the profile would use itself, from its section or its cache.
fn is_of(evidence: &Evidence, source: &Source, key: &str) -> bool {
    use crate::evidence::EntryState;
    match source {
        Source::Keys(keys) => keys.access_key_id == key,
        _ => evidence.caches.own.iter().any(
            |entry| matches!(&entry.state, EntryState::Session { access_key_id, .. } if access_key_id == key),
        ),
    }
}

fn web_identity_shadows(evidence: &Evidence) -> Option<Finding> {
    let Origin::Variable(variable) = evidence.resolution.chosen_by else { return None };
    let Some(Source::WebIdentity(WebIdentitySource {
        token_file: Located { at: Origin::Variable(_), .. },
        ..
    })) = &evidence.resolution.source
    else {
        return None;
    };
    let name = &evidence.resolution.profile;
    let own = resolve(&evidence.profiles, &evidence.variables.process, &Call::Profile(name.clone()));
    let source = own.source?;
    let finding = Finding::new(Cause::WebIdentityVariablesShadowProfile)
        .with("profile", name)
        .with("variable", variable)
        .shown_by(
            Exhibit::new("exhibit-profile_source")
                .from(source.at(), &evidence.paths)
                .value(source.kind().botocore_name()),
        );
    Some(shown_for(evidence, finding, WEB_IDENTITY).fixed_by(unset(evidence, WEB_IDENTITY)))
}

/// Keys that new shells get. For the desktop program they are the cause: it is asked about the terminals
/// that will be opened. In a terminal they are something to know.
fn of_shells_to_come(evidence: &Evidence) -> Option<Finding> {
    let set: Variables = evidence
        .variables
        .persistent
        .iter()
        .filter_map(|found| Some((found.name.clone(), found.value.as_ref()?.expose().to_owned())))
        .collect();
    let keys = evidence.variables.persistent.iter().find(|found| found.name == "AWS_ACCESS_KEY_ID")?;
    let here = evidence.variables.process.get("AWS_ACCESS_KEY_ID").is_some();
    let end = end_of(&set, evidence.now);
    let finding = match (evidence.seen_from, end) {
        (SeenFrom::Desktop, Some((name, end))) => Finding::new(Cause::ExpiredEnvironmentKeys)
            .with("variable", name)
            .with("end", sandglass_core::text::instant(end))
            .with("dated", "yes"),
        (SeenFrom::Desktop, None) => {
            let key = keys.value.as_ref().map(|key| mask::access_key(key.expose())).unwrap_or_default();
            Finding::new(Cause::EnvironmentShadowsProfile).with("variable", "AWS_PROFILE").with("key", key)
        }
        (SeenFrom::Terminal, Some((_, end))) if !here => Finding::warning(Cause::ExpiredPersistentKeys)
            .with("end", sandglass_core::text::instant(end))
            .with("dated", "yes"),
        (SeenFrom::Terminal, _) => return None,
    };
    let place = unset::set_in(keys);
    let file = place.file.as_ref().map(|file| evidence.paths.display(file)).unwrap_or_default();
    let finding = finding.with("profile", &evidence.resolution.profile).with("place", file).with("owner", "");
    Some(with_session(evidence, finding))
}

/// AWS CLI v1 reads `AWS_DEFAULT_REGION` only.
fn ignored_region(evidence: &Evidence) -> Option<Finding> {
    let is_v1 = evidence.aws_cli()?.version?.major == 1;
    let variables = &evidence.variables.process;
    let region = variables.non_empty("AWS_REGION")?;
    if !is_v1 || variables.non_empty("AWS_DEFAULT_REGION").is_some() {
        return None;
    }
    let finding = Finding::new(Cause::RegionVariableIgnored)
        .with("region", region)
        .shown_by(Exhibit::new("exhibit-variable").of_variable("AWS_REGION").value(region));
    Some(finding.breaking_if(evidence.resolution.client.region.is_none()))
}

/// Adds the profile variable that was wrong, with what sets it.
pub(super) fn profile_variable(evidence: &Evidence, variable: &str, finding: Finding) -> Finding {
    let names: Vec<&str> = PROFILE.iter().copied().filter(|name| *name == variable).collect();
    shown_for(evidence, finding, &names).fixed_by(unset(evidence, &names))
}
